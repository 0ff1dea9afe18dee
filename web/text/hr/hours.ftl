hours-lead = Kad se obično mogu sastati. Pomaže kad se traži termin za više ljudi; za prijedlog termina nikome nije potrebno.
hours-seen = Ovu stranicu ne vidi nitko drugi. Kad se traži termin, drugi vide samo jesam li tada na raspolaganju.
hours-week = Uobičajeni tjedan
hours-way = Kako upisati vrijeme
hours-draw = Crtanje
hours-type = Pisanje
hours-draw-help = Povucite preko polusatnih polja koja odgovaraju, a još jednom preko onih koja ne odgovaraju. Prst neka najprije kratko miruje. Tipkama: strelice, Shift za više polja, razmaknica za dodavanje ili brisanje, Delete za brisanje.
hours-undo = Poništi
hours-partly = { $half }, djelomično
hours-added = Dodano: { $what }
hours-removed = Maknuto: { $what }
hours-no-time = nema vremena
hours-from = Od
hours-to = Do
hours-add = Dodaj vrijeme
hours-add-on = Dodaj vrijeme: { $day }
hours-remove = Makni { $times } ({ $day })
hours-reversed = Kraj mora biti nakon početka. Što prelazi ponoć, završava u 00:00 i nastavlja se sljedeći dan.
hours-copy = Kopiraj dan na druge
hours-copy-from = S ovog dana
hours-copy-to = Na ove
hours-copy-do = Kopiraj
hours-zone = Vremenska zona ovih sati
hours-others = Dani drukčiji od ostalih
hours-others-help = Slobodan dan, putovanje, drugo vrijeme: to vrijedi umjesto uobičajenog tjedna.
hours-other-first = Prvi dan
hours-other-last = Posljednji dan, ako ih je više
hours-other-add = Dodaj
hours-other-remove = Makni
hours-other-remove-these = Makni: { $days }
hours-holidays = Nema vremena na državne praznike zemlje
hours-holidays-none = nijedne
hours-meanwhile = Ovo je u međuvremenu promijenjeno na drugom uređaju. Što je upisano ovdje, još stoji gore i može se spremiti preko toga. Najnovije je:
hours-forget = Obriši sve ovo vrijeme

busy-title = Moji kalendari
busy-lead = Govore kad imam obaveze. Čuva se samo od kada do kada, nikad što, gdje ili s kim; nitko drugi ne vidi ta vremena.
busy-file = Donesi datoteku kalendara (.ics)
busy-from-file = Iz datoteke
busy-read = { $count ->
    [one] Pročitano: { $when }. Zauzeto je { $count } vrijeme do: { $until }.
    [few] Pročitano: { $when }. Zauzeta su { $count } vremena do: { $until }.
   *[other] Pročitano: { $when }. Zauzeto je { $count } vremena do: { $until }.
  }
busy-left-out = { $count ->
    [one] { $count } stavka nije razumljiva.
    [few] { $count } stavke nisu razumljive.
   *[other] { $count } stavki nije razumljivo.
  }
busy-address = Ili adresa kalendara
busy-address-help = Počinje s https:// ili webcal:// i čita se ponovno svakih šest sati. Ovdje se više ne prikazuje.
busy-address-add = Pročitaj
fault-off = Ovaj poslužitelj više ne čita adrese. Što je prije pročitano, još vrijedi.
fault-address = Vodi na nešto što nije adresa kalendara.
fault-name = Nema poslužitelja s tim imenom. Provjerite adresu.
fault-private = Vodi u privatnu mrežu, koja se nikad ne pita.
fault-late = Odgovor nije stigao na vrijeme. Pokušat će se ponovno.
fault-large = Veći je od 5 MB. Datoteka može biti veća.
fault-packed = Odgovor je stigao u obliku koji se ovdje ne čita.
fault-redirects = Vodi sve dalje i dalje.
fault-connection = Poslužitelj nije bio sigurno dostupan. Pokušat će se ponovno.
fault-answer = Poslužitelj na toj adresi ne daje kalendar. Možda je promijenjena.
fault-none = Ono što ondje stoji nije kalendar.
fault-cut_off = Nedostajao je kraj. Pokušat će se ponovno.
fault-too_much = Sadrži više nego što se može pročitati.

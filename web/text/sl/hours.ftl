hours-lead = Kdaj se običajno lahko srečam. Pomaga, ko se išče termin za več ljudi; za predlog termina tega nihče ne potrebuje.
hours-seen = Te strani ne vidi nihče drug. Ko se išče termin, drugi vidijo samo, ali takrat lahko.
hours-week = Običajni teden
hours-way = Kako vpisati čas
hours-draw = Risanje
hours-type = Pisanje
hours-draw-help = Potegnite čez polurna polja, ki ustrezajo, in še enkrat čez tista, ki ne. Prst naj najprej za hip miruje. S tipkami: puščice, Shift za več polj, preslednica za dodajanje ali brisanje, Delete za brisanje.
hours-undo = Razveljavi
hours-partly = { $half }, delno
hours-added = Dodano: { $what }
hours-removed = Odstranjeno: { $what }
hours-no-time = ni časa
hours-from = Od
hours-to = Do
hours-add = Dodaj čas
hours-add-on = Dodaj čas: { $day }
hours-remove = Odstrani { $times } ({ $day })
hours-reversed = Konec mora biti po začetku. Kar seže čez polnoč, se konča ob 00:00 in se nadaljuje naslednji dan.
hours-copy = Kopiraj dan na druge
hours-copy-from = S tega dne
hours-copy-to = Na te
hours-copy-do = Kopiraj
hours-zone = Časovni pas teh ur
hours-others = Dnevi, drugačni od drugih
hours-others-help = Prost dan, potovanje, drug čas: to velja namesto običajnega tedna.
hours-other-first = Prvi dan
hours-other-last = Zadnji dan, če jih je več
hours-other-add = Dodaj
hours-other-remove = Odstrani
hours-other-remove-these = Odstrani: { $days }
hours-holidays = Ni časa ob državnih praznikih države
hours-holidays-none = nobene
hours-meanwhile = To je bilo medtem spremenjeno na drugi napravi. Kar je vpisano tukaj, še stoji zgoraj in se lahko shrani čez to. Najnovejše je:
hours-forget = Izbriši ves ta čas

busy-title = Moji koledarji
busy-lead = Povedo, kdaj imam obveznosti. Hrani se samo od kdaj do kdaj, nikoli kaj, kje ali s kom; teh časov ne vidi nihče drug.
busy-file = Prinesi datoteko koledarja (.ics)
busy-from-file = Iz datoteke
busy-read = { $count ->
    [one] Prebrano: { $when }. Zaseden je { $count } čas do: { $until }.
    [two] Prebrano: { $when }. Zasedena sta { $count } časa do: { $until }.
    [few] Prebrano: { $when }. Zasedeni so { $count } časi do: { $until }.
   *[other] Prebrano: { $when }. Zasedenih je { $count } časov do: { $until }.
  }
busy-left-out = { $count ->
    [one] { $count } postavka ni razumljiva.
    [two] { $count } postavki nista razumljivi.
    [few] { $count } postavke niso razumljive.
   *[other] { $count } postavk ni razumljivih.
  }
busy-address = Ali naslov koledarja
busy-address-help = Začne se s https:// ali webcal:// in se znova prebere vsakih šest ur. Tukaj se ne pokaže več.
busy-address-add = Preberi
fault-off = Ta strežnik ne bere več naslovov. Kar je bilo prebrano prej, še velja.
fault-address = Vodi na nekaj, kar ni naslov koledarja.
fault-name = Strežnika s tem imenom ni. Preverite naslov.
fault-private = Vodi v zasebno omrežje, ki se nikoli ne vpraša.
fault-late = Odgovor ni prišel pravočasno. Poskusilo se bo znova.
fault-large = Večji je od 5 MB. Datoteka je lahko večja.
fault-packed = Odgovor je prišel v obliki, ki se tukaj ne bere.
fault-redirects = Vodi vedno naprej.
fault-connection = Strežnik ni bil varno dosegljiv. Poskusilo se bo znova.
fault-answer = Strežnik na tem naslovu ne daje koledarja. Morda je bil spremenjen.
fault-none = Kar je tam, ni koledar.
fault-cut_off = Manjkal je konec. Poskusilo se bo znova.
fault-too_much = Vsebuje več, kot se da prebrati.

# Applications, as they are read and chosen.
selecting-choosing-title = Prijave
selecting-choosing-lead = Što nije odabrano, briše se { $day }, sa svime što je o tome zapisano.
selecting-choosing-list = Tko se prijavio
selecting-choosing-count = { $count ->
    [one] { $count } prijava
    [few] { $count } prijave
   *[other] { $count } prijava
  }
selecting-choosing-none = Još nema prijava.
selecting-choosing-shown = Prikaži
selecting-choosing-all = Sve
selecting-choosing-unread = Još nisu pročitali:
selecting-choosing-conflicts = { $count ->
    [one] { $count } osoba radije ne bi sudila
    [few] { $count } osobe radije ne bi sudile
   *[other] { $count } osoba radije ne bi sudilo
  }
selecting-choosing-told = pismo je otišlo
selecting-choosing-outcome = Što odlučujemo
selecting-choosing-fixed = Pismo o tome je otišlo, pa tako i ostaje.
selecting-choosing-not-read-by = Radije ne bi sudili
selecting-outcome-none = nije odlučeno
selecting-outcome-yes = da
selecting-outcome-reserve = pričuva
selecting-outcome-no = ne
selecting-leaning-yes = prije da
selecting-leaning-reserve = pričuva
selecting-leaning-no = prije ne
selecting-leaning-unsure = ne znam još
selecting-conflict-begin = Neka o ovoj prijavi sudi netko drugi
selecting-conflict-maybe = Organizacija koja je ovdje navedena izgleda kao Vaša. Ako zato nije lako suditi, jedan dodir miče je s Vašeg popisa.
selecting-conflict-lead = Tada nestaje s Vašeg popisa, sa svime što je o njoj zapisano. Tim vidi razlog koji dodirnete, i ništa drugo. Zašto?
selecting-conflict-same-organisation = Ista organizacija
selecting-conflict-worked-together = Radili smo zajedno
selecting-conflict-close = Bliska osoba
selecting-conflict-other = Nešto drugo
selecting-conflict-lift = Ipak može čitati
selecting-review-sent = poslano { $day }
selecting-review-files = Datoteke
selecting-review-kib = { $size } KB
selecting-review-leaning = Kamo naginjem
selecting-review-why = Zašto, mojim riječima
selecting-review-who-reads = To čita tim, a i drugi koji čitaju ovu prijavu, kada napišu svoje. Osoba koja se prijavila ne čita.
selecting-review-keep = Spremi
selecting-review-change = Spremi promjenu
selecting-review-noted = Zabilježeno, hvala.
selecting-review-others-wait = Što misle drugi, stoji ovdje kada napišete što mislite Vi.
selecting-review-others = Što misle drugi
selecting-review-mine = Što mislim
selecting-review-write = Moje mišljenje
selecting-review-next = Sljedeća
selecting-review-unread = za čitanje
selecting-review-read = otvoreno
selecting-review-written = napisano
selecting-reviews-title = Prijave za čitanje
selecting-reviews-lead = Jedna za drugom, u svoje vrijeme. Što o nekoj misle drugi, vidi se kada napišete što mislite Vi.
selecting-reviews-none = Nema ničega za čitanje.
selecting-reviews-empty = Još ništa nije stiglo.
selecting-reviews-count = još { $left } od { $all } za čitanje
selecting-reviews-purged = briše se { $day }, ako nije odabrano
selecting-reviews-begin = Počni čitati
selecting-reviews-go-on = Nastavi čitati
selecting-reviews-all = Sve
selecting-reviews-place = { $place } od { $all }
selecting-reviews-done = To je bila posljednja. Hvala.
selecting-reviewers-title = Tko čita
selecting-reviewers-lead = Svatko napiše što misli prije nego što vidi što misle drugi. Tko nekoga predobro poznaje, makne tu prijavu sa svojeg popisa.
selecting-reviewers-name = Zamoli nekoga da čita
selecting-reviewers-none = Još nitko nije zamoljen da čita. Tko vodi, ionako čita.
selecting-reviewers-all-plain = čita sve prijave
selecting-reviewers-own-plain = čita one iz svoje zemlje
selecting-reviewers-own = čita one iz zemlje: { $country }
selecting-reviewers-written = napisano { $written } od { $all }
selecting-reviewers-remove = Više ne čita
selecting-reviewers-remove-whom = { $name }: više ne čita
selecting-reviewers-who = Tko
selecting-reviewers-reach = Koje prijave
selecting-reviewers-ask = Zamoli
selecting-interview-title = Razgovor
selecting-interview-asked = termini su predloženi
selecting-interview-chosen = termin je odabran
selecting-interview-none_suits = nijedan termin ne odgovara
selecting-interview-offer = Predloži termine
selecting-interview-others = Predloži druge termine
selecting-interview-take-back = Povuci
selecting-interview-lead = Dva ili tri termina po Vašem satu ({ $mine }). Poruka donosi poveznicu iza koje se čitaju po satu osobe koja se prijavila ({ $theirs }) i bira jedan.
selecting-interview-time = Termin { $number }
selecting-interview-minutes = Koliko dugo
selecting-interview-length = { $minutes } min
selecting-interview-place = Kako razgovaramo
selecting-interview-place-help = Poveznica na poziv, broj telefona ili adresa.
selecting-interview-send = Pošalji termine
selecting-letter-as-sent = Pismo
selecting-letter-own = Pismo, vlastitim riječima
selecting-letter-as-all = Pismo, kakvo dobivaju svi
selecting-letter-edit-own = Druge riječi za ovu osobu
selecting-letter-edit = Uredi
selecting-letter-back = Natrag na uobičajene riječi
selecting-letter-keep = Spremi pismo
selecting-letter-subject = Naslov
selecting-outcome-letters = Pisma
selecting-outcome-letters-lead = Spremna su na svakom jeziku na kojem je tko pisao. Promijenite što treba reći drukčije; ništa ne odlazi dok ne pošaljete.
selecting-outcome-letters-none = Kada se netko prijavi, pisma su ovdje.
selecting-outcome-letter-edited = uređeno
selecting-outcome-letter-people = { $count ->
    [0] sada nikome
    [one] { $count } osoba
    [few] { $count } osobe
   *[other] { $count } osoba
  }
selecting-outcome-letter-around = Iznad stoji ime osobe, ispod naziv poziva.
selecting-outcome-letter-own = vlastitim riječima
selecting-outcome-letters-to = Tko sada dobiva pismo: { $count }
selecting-outcome-letters-undecided = Još nije odlučeno, pa bez pisma: { $count }
selecting-outcome-letters-send = { $count ->
    [one] Pošalji { $count } pismo
    [few] Pošalji { $count } pisma
   *[other] Pošalji { $count } pisama
  }
selecting-outcome-letters-ask = Odlaze odmah, svako jedanput, i što u njima stoji, ostaje. Pisama: { $count }.
selecting-outcome-letters-leaving = Na putu: { $gone } od { $all }
selecting-outcome-letters-gone = Pisama koja su otišla: { $count }
selecting-taking-in-title = Uključivanje
selecting-taking-in-lead = Tko je dobio „da“, dobiva pozivnicu i otad sudjeluje; što je odgovoreno u prijavi, postaje početak vlastitih riječi ondje.
selecting-taking-in-begin = Uključi
selecting-taking-in-waiting = na putu
selecting-taking-in-done = pozivnica je poslana
selecting-taking-in-refused = nije moguće
selecting-taking-in-invite = { $count ->
    [one] Pozovi { $count } osobu
    [few] Pozovi { $count } osobe
   *[other] Pozovi { $count } osoba
  }
selecting-taking-in-organisation = Tko se o njima brine
selecting-taking-in-organisation-help = Vrijedi za sve ovdje označene. Spajanje ne predlaže dvoje iz iste organizacije dok vrijedi to pravilo.
selecting-taking-in-nobody = Nijedna organizacija posebno
selecting-level-1 = A1: nekoliko riječi
selecting-level-2 = A2
selecting-level-3 = B1
selecting-level-4 = B2
selecting-level-5 = C1
selecting-level-6 = C2 ili vlastiti
selecting-outcome-letters-others = Pisma koja sada nitko ne dobiva

dates-title = Sljedeći susret
date-none = Još nema dogovorenog termina.
date-propose = Predloži tri termina
date-another = Još jedan termin
date-there = { $name }: ondje { $time }
date-clocks = Prije toga se pomiče sat. { $name } će vidjeti { $time }, a ne { $usual } kao dotad.
date-clocks-mine = Prije toga se pomiče sat. Ovdje je to { $time }, a ne { $usual } kao dotad.
date-proposes = { $name } predlaže
date-waits = Predloženo; čeka se odgovor: { $names }
date-take-back = Povuci
date-others = Predloži druge termine
date-none-suits = Nijedan ne odgovara
date-no-other = Zasad nema drugog termina
date-lapsed = Predloženi termini su prošli.
date-put-away = Skloni
date-stands = Dok se ne prihvati drugi, vrijedi ovaj: { $when }
date-move = Pomakni
date-cannot-come = Ne mogu doći
date-can-come = Ipak mogu doći
date-i-cannot = Ne mogu doći. Ostali to ovdje vide; razlog nije potreban.
date-absent = { $name } ne može doći.
date-find-other = Nađi drugi termin
date-run-late = Kasnim otprilike
date-late = { $name } kasni oko { $minutes } min
date-more = Više o terminu { $when }
date-where = Gdje će biti
date-call-off = Otkaži
date-keep = Neka ostane
date-reason = Ukratko, zašto
date-reason-help = Samo ako pomaže. Ostaje u ovoj sobi.
date-rest = I sve kasnije iz ovog niza
date-did-not-take-place = otkazano
date-did-you-meet = Jeste li se vidjeli?
date-did-not = Nismo: nađi drugi termin
date-story = Kako je došlo do ovog termina
date-story-line = { $name } ({ $day }): { $what }
date-was-cancelled = otkazano
date-was-moved = pomaknuto; prije je bilo { $when }
date-was-agreed = dogovoreno
date-was-answered = ti termini nisu odgovarali
date-was-proposed = predloženi drugi termini
date-then = Zatim
date-further = Daljnji termini: { $count }
date-past = Raniji termini: { $count }
date-suggested = Ponuđeni termini
date-row = Termin { $place }
date-row-day = Dan
date-row-time = Vrijeme
date-zone = Vrijeme je u vlastitoj vremenskoj zoni, { $zone }. Svatko ga čita u svojoj.
date-lacking = Treba barem jedan dan i vrijeme.
date-send = Predloži
date-length = Koliko dugo
date-words = Riječ-dvije uz to, po želji
date-often = Koliko često
date-once = Jednom
date-every-week = Svaki tjedan
date-every-fortnight = Svaka dva tjedna
date-every-month = Svaki mjesec
date-how-many = Koliko puta
date-skip = Bez državnih praznika
date-skip-help = Onih iz zemalja iz kojih dolazite. Svaki se termin može pomaknuti ili otkazati zasebno.
date-weekly = { $weeks ->
    [1] svaki tjedan
    [2] svaka dva tjedna
   *[other] svakih { $weeks } tjedana
  }, { $times } ×
date-monthly = { $months ->
    [1] svaki mjesec
   *[other] svakih { $months } mjeseci
  }, { $times } ×
gathering-here-next = Sljedeći zajednički susret: { $when }
gathering-here-lobby = Predvorje je otvoreno; početak { $when }
gathering-here-open = Vrata su otvorena; susret od { $when }
gathering-here-lead = Tko dolazi

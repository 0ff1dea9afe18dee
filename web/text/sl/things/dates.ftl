dates-title = Naslednje srečanje
date-none = Termina še ni.
date-propose = Predlagaj tri termine
date-another = Še en termin
date-there = { $name }: tam { $time }
date-clocks = Pred tem se premakne ura. { $name }: tam bo { $time }, ne { $usual } kot dotlej.
date-clocks-mine = Pred tem se premakne ura. Tu bo { $time }, ne { $usual } kot dotlej.
date-proposes = Predlaga { $name }
date-waits = Predlagano; čaka na odgovor: { $names }
date-take-back = Umakni
date-others = Predlagaj druge termine
date-none-suits = Nobeden ne ustreza
date-no-other = Za zdaj ni drugega termina
date-lapsed = Predlagani termini so mimo.
date-put-away = Pospravi
date-stands = Dokler ni sprejet drug, velja ta: { $when }
date-move = Premakni
date-cannot-come = Ne morem priti
date-can-come = Vendarle lahko pridem
date-i-cannot = Ne morem priti. Drugi to vidijo tukaj; razlog ni potreben.
date-absent = { $name } ne more priti.
date-find-other = Najdi drug termin
date-run-late = Zamujam približno
date-late = { $name } zamuja približno { $minutes } min
date-more = Več o terminu { $when }
date-where = Kje bo
date-call-off = Odpovej
date-keep = Naj ostane
date-reason = Na kratko, zakaj
date-reason-help = Samo če pomaga. Ostane v tej sobi.
date-rest = In vse poznejše iz tega niza
date-did-not-take-place = odpovedano
date-did-you-meet = Je srečanje bilo?
date-did-not = Ni ga bilo: najdi drug termin
date-story = Kako je prišlo do tega termina
date-story-line = { $name } ({ $day }): { $what }
date-was-cancelled = odpovedano
date-was-moved = premaknjeno; prej je bilo { $when }
date-was-agreed = dogovorjeno
date-was-answered = ti termini niso ustrezali
date-was-proposed = predlagani drugi termini
date-then = Potem
date-further = Nadaljnji termini: { $count }
date-past = Prejšnji termini: { $count }
date-suggested = Ponujeni termini
date-row = Termin { $place }
date-row-day = Dan
date-row-time = Čas
date-zone = Čas je v lastnem časovnem pasu, { $zone }. Vsak ga bere v svojem.
date-lacking = Potreben je vsaj en dan s časom.
date-send = Predlagaj
date-length = Kako dolgo
date-words = Beseda ali dve zraven, po želji
date-often = Kako pogosto
date-once = Enkrat
date-every-week = Vsak teden
date-every-fortnight = Vsaka dva tedna
date-every-month = Vsak mesec
date-how-many = Kolikokrat
date-skip = Brez praznikov
date-skip-help = Praznikov držav, iz katerih so vsi tukaj. Vsak termin se lahko premakne ali odpove posebej.
date-weekly = { $weeks ->
    [1] vsak teden
    [2] vsaka dva tedna
   *[other] vsakih { $weeks } tednov
  }, { $times } ×
date-monthly = { $months ->
    [1] vsak mesec
   *[other] vsakih { $months } mesecev
  }, { $times } ×
gathering-here-next = Naslednje skupno srečanje: { $when }
gathering-here-lobby = Preddverje je odprto; začetek { $when }
gathering-here-open = Vrata so odprta; srečanje od { $when }
gathering-here-lead = Kdo pride

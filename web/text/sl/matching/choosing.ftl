# ── preden je kdo izbran ──
begin-title = Kdo gre s kom
begin-lead = Najprej to, kar vsak mentoriranec išče, z njegovimi besedami, in zraven do trije mentorji, ki bi to lahko dali. Izbira se na roko ali pa se predlaga za vse. Nihče ne izve ničesar, preden je vprašan.
begin-no-mentees = V tem letu še ni mentorirancev.
begin-no-mentors = V tem letu še ni mentorjev.
begin-invite = Povabi ljudi
begin-nobody-told = Nihče še ni povedal, kaj išče ali kaj lahko da. Izbiranje se začne, ko nekateri to povedo.
begin-lead-begins = Začne, kdor vodi program; takrat so tu tudi ljudje tvoje organizacije.
begin = Začni
silent = O sebi še niso povedali ničesar, zato jih tu ni: { $names }
silent-write = Piši jim
earlier-title = Prej
earlier-asked = Vprašani pari: { $count }

# ── kako daleč je ──
needs-title-one-by-one = Kaj iščejo
needs-lead = Eno za drugim. Kdor je izbran, ostane; drugo se lahko predlaga.
standing = { $placed } od { $all } ima mentorja
standing-hand = na roko: { $count }
standing-found = predlagano: { $count }
standing-asked = Pari, ki jih sprašujemo: { $count }
propose-all = Predlagaj za vse
propose-others = Predlagaj za druge
propose-anew = Predlagaj na novo
look-at-all = Še enkrat poglej vse pare
proved = V celoti boljšega ni; to je dokazano.
not-proved = To je najboljše, kar je bilo najdeno; da boljšega ni, ni dokazano.
bound = To je najboljše, kar je bilo najdeno. Če je kaj boljšega, je boljše največ za { $percent } % ({ $points } točk).
kept = Od prej predlaganih parov jih je ostalo { $count } od { $all }.
stale = Odkar je bilo to predlagano, se je nekaj spremenilo: kar je kdo povedal ali kar je bilo izbrano. Predlagaj na novo, pa bo spet ustrezalo.
work-waiting = Začne se čez trenutek …
work-gathering = Zbira se, kar so vsi povedali …
work-scores = Gleda se, kako kdo s kom ustreza …
work-rules = Gleda se, česa ne sme biti …
work-optimum = Išče se najboljše za vse …
work-stability = Umirja se: kdo bi raje drug z drugim …
work-keeping = Gleda se, koliko stane obdržati pare …
work-reasons = Razlogi dobivajo besede …
work-cancel = Prekini iskanje
work-cancelled = Prekinjeno. Kar je bilo prej, je ostalo.
work-interrupted = Strežnik se je vmes ustavil. Nič ni izgubljeno; predlagaj še enkrat.
work-failed-died = Vmes se je prekinilo. Nič ni izgubljeno; predlagaj še enkrat.
work-failed-too_large = To je več ljudi, kot jih je mogoče povezati naenkrat. Določi nekatere na roko ali nekatere izpusti.
work-failed-too_long = Trajalo je predolgo. Z manj zahtevami ali z manj ljudmi naenkrat gre hitreje.
work-failed-nobody = Ni še koga povezati: potrebna sta mentoriranec in mentor, ki ima prostor.
work-failed-broken = Ni uspelo, in to po naši krivdi. Nič ni izgubljeno; povej tistemu, ki skrbi za strežnik.

# ── kaj so medtem naredili drugi in kdo se je premaknil ──
meanwhile-there = Nekdo je to medtem spremenil. { $what }, kakor je zdaj: { $now }.
meanwhile-mine = Tvoja želja je bila: { $mine }.
meanwhile-leave = Pusti, kakor je
meanwhile-take-mine = Vseeno moje
meanwhile-both = Nekdo je medtem spremenil nekaj drugega. To je najnovejše, in tvoje je v tem.
said-has = mentor: { $mentor }
said-never = nikoli skupaj: { $mentors }
said-nothing = nič ni odločeno
setting-yes = da
setting-no = ne
quotas-count = skupaj { $count }
moved = { $count ->
    [one] { $count } oseba ima zdaj nekoga drugega.
    [two] { $count } osebi imata zdaj nekoga drugega.
    [few] { $count } osebe imajo zdaj nekoga drugega.
   *[other] { $count } oseb ima zdaj nekoga drugega.
  }
moved-nobody = Vsi imajo tistega, ki so ga imeli prej.
move-nobody = { $mentee }: nikogar več, prej { $before }
move-instead = { $mentee }: { $after } namesto { $before }
move-now = { $mentee }: zdaj { $after }

# ── kar ne gre skupaj ──
conflict-title = To ne gre vse skupaj
conflict-lead = Opusti eno, pa bo drugo šlo.
conflict-people = Za koga gre: { $names }
conflict-matched = Brez tega bi mentorja lahko imelo { $count } od { $all }.
conflict-let-go = Opusti
demand-pin = { $mentee } in { $mentor }: obdržano v vsakem primeru
demand-chosen = { $mentee } in { $mentor }: izbrano na roko
demand-forbid = { $mentee } in { $mentor }: nikoli skupaj
demand-rule = Kaj mora veljati: { $rule }
demand-quota = { $country }: zahteva se { $wanted } parov iz dveh držav, ob drugem jih je mogočih največ { $reached }
demand-quota-all = Zahteva se { $wanted } parov iz dveh držav, ob drugem jih je mogočih največ { $reached }

# ── eno za drugim ──
needs-everybody = Vsi
needs-without = Samo tisti brez mentorja
needs-place = { $place } od { $all }
needs-before = Prejšnje
needs-next = Naslednje
needs-keys = Tipke: j in k ali puščice naprej in nazaj, 1 do 3 izbere, u vrne.
needs-nobody-left = Vsi imajo mentorja.
needs-all-placed = Vsi že imajo mentorja. Ni več nikogar, za kogar bi izbirali.
needs-none-here = Tu še ni nikogar, za kogar bi vedeli, kaj išče.
need-to-find = mentorja je treba najti
need-nobody = še nikogar
need-has-hand = { $mentor }, na roko
need-has-round = { $mentor }, predlagano
need-silent = Nič ni povedano z lastnimi besedami.
need-skills = Išče: { $skills }
options-title = { $mentee }: kdo bi lahko bil mentor
options-none-of-these = Nihče od teh
options-all-mentors = Poglej vse mentorje
options-others = Teh nikoli: pokaži druge
options-never = Nikoli skupaj: { $mentor }
options-no-reason = Nič posebnega ne govori v prid, razen da je mogoče.
options-why = Zakaj in koliko bi stalo
search-title = Vsi mentorji
search-no-mentors = V tem letu še ni mentorjev.
search-silent = še nič ni povedano
search-more = Še: { $count }. Najdejo se po imenu.

# ── mentorji, ki jih je treba najti ──
find-nobody = { $mentee }: noben mentor tu ne more. Mentorja je treba najti drugje ali pa mora kaj od tega popustiti:
find-no_seat = { $mentee }: tisti, ki bi lahko, nimajo več prostora. Mentorja je treba najti drugje ali pa se kdo drug premakne.
find-without = { $mentee }: kdor bi lahko, je bolj potreben komu drugemu. Mentorja je treba najti drugje ali izbrati na roko.
find-against = { $rule } ({ $count })
to-find-title = Mentorji, ki jih je treba najti
to-find-lead = Zanje tu ni pravega. Lahko se povabi kdo od zunaj; ko pove, kaj lahko da, se pokaže zgoraj.
to-find-wants = išče: { $skills }
to-find-look = Poglej
to-find-people = K ljudem
to-find-invite = Je kje kdo, ki bi ustrezal? Povabi to osebo kot mentorja.

# ── dva človeka ──
pair-state-hand = Gresta skupaj: izbrano na roko.
pair-state-pinned = Gresta skupaj: obdržano v vsakem primeru.
pair-state-round = Gresta skupaj: predlagano.
pair-state-forbidden = Nikoli ne gresta skupaj: tako je bilo rečeno.
pair-state-declined = Bila sta že vprašana, in bilo je: zdaj ne.
pair-state-ruled_out = Kakor je zdaj, ne moreta skupaj.
pair-state-open = Lahko bi šla skupaj.
pair-why = Kaj govori v prid
pair-caveats = Dobro je vedeti prej
pair-why-not = Zakaj ne
pair-change = Kaj bi to omogočilo
pair-force = Če gresta skupaj { $mentee } in { $mentor }
pair-forbid = Če ne gresta skupaj { $mentee } in { $mentor }
pair-choose = Izberi ta dva
pair-keep = Obdrži ta dva
pair-leave = Vseeno ni odločeno
pair-never = Ta dva nikoli
pair-allow = Vseeno dovoli
matching-forbidden = Rečeno je bilo, da ta dva nikoli ne gresta skupaj.
matching-pinned = { $mentee } je na roko že s kom drugim.
matching-lower_score = { $mentee }: kdo drug bolje ustreza.
matching-seat_worth_more = { $mentor } je drugje bolj potreben; koliko drugih bi se premaknilo: { $moved }.
matching-equally_good = Bilo bi enako dobro; eno od tega je bilo treba vzeti.
matching-declined = To je bilo že vprašano, in eden od njiju je rekel: zdaj ne.
matching-quota = Zahtevanih parov iz dveh držav bi bilo premalo.
matching-not_scored = V tuji tabeli ta dva nista navedena skupaj.
matching-change_language = Jezik, ki ga oba govorita dovolj dobro, ali manjša zahteva.
matching-change_hours = Več skupnih ur, kot jih je zdaj ({ $minutes } minut na teden), ali manjša zahteva.
matching-change_conflict_of_interest = Da smejo ljudje iz iste organizacije skupaj.
matching-change_excluded_by_mentee = { $mentee }: umakne, kar je bilo povedano ekipi.
matching-change_excluded_by_mentor = { $mentor }: umakne, kar je bilo povedano ekipi.
matching-change_wish_of_mentee = { $mentee }: zahteva manj.
matching-change_wish_of_mentor = { $mentor }: zahteva manj.
matching-change_not_scored = Vrstica za ta dva v tuji tabeli.
matching-change_forbidden = Da se spet dovoli.
rule-language = ni jezika, ki bi ga oba govorila dovolj dobro
rule-hours = premalo skupnih ur
rule-conflict_of_interest = iz iste organizacije
rule-excluded_by_mentee = mentoriranec je prosil, da se ne povežeta
rule-excluded_by_mentor = mentor je prosil, da se ne povežeta
rule-wish_of_mentee = ni to, kar mentoriranec potrebuje od mentorja
rule-wish_of_mentor = ni to, kar mentor potrebuje od mentoriranca
rule-not_scored = ni v tuji tabeli
cost-people = { $count ->
    [one] { $count } oseba manj bi imela mentorja.
    [two] { $count } osebi manj bi imeli mentorja.
    [few] { $count } osebe manj bi imele mentorja.
   *[other] { $count } oseb manj bi imelo mentorja.
  }
cost-people-more = { $count ->
    [one] { $count } oseba več bi imela mentorja.
    [two] { $count } osebi več bi imeli mentorja.
    [few] { $count } osebe več bi imele mentorja.
   *[other] { $count } oseb več bi imelo mentorja.
  }
cost-moves = { $count ->
    [one] Še { $count } oseba bi imela koga drugega.
    [two] Še { $count } osebi bi imeli koga drugega.
    [few] Še { $count } osebe bi imele koga drugega.
   *[other] Še { $count } oseb bi imelo koga drugega.
  }
cost-nothing = Nič ne stane: vsi drugi ostanejo, kjer so.
cost-fits-less = Njima bi ustrezalo malo manj, vsi drugi pa ostanejo, kjer so.
cost-fits-less-others = V celoti bi ustrezalo malo manj.
cost-not-proved = To je bilo najdeno; morda stane tudi manj.
two-title = Zakaj ta dva in zakaj ne?
two-lead = Za kateregakoli mentoriranca in kateregakoli mentorja: kaj govori v prid, kaj ne in kdo bi se premaknil.
two-mentee = Mentoriranec
two-mentor = Mentor

# ── za tiste, ki imajo radi številke ──
numbers-for = Za tiste, ki imajo radi številke
numbers-lead = Kar se tu spremeni, deluje takoj: pri treh mentorjih vsakega mentoriranca in pri tem, kar je predlagano za vse.
numbers-score = Točke tega para
numbers-best-for = Največ točk, ki jih lahko ima { $mentee }
numbers-force = Koliko točk skupaj stane, da gresta skupaj
numbers-forbid = Koliko točk skupaj stane, da ne gresta skupaj
numbers-percent = { $percent } %
weights-title = Kaj koliko šteje
weights-of-others = Odloča tuja tabela. Ko je odstranjena, to spet šteje.
weight-needs = Kar se išče, se lahko da
weight-disciplines = Skupna področja
weight-hours = Skupne ure
weight-language = Kako dobro se razumeta
weight-cross_country = Iz dveh držav
weight-learning = Tudi mentor se lahko kaj nauči
weight-mentee_ranking = Koga je navedel mentoriranec
weight-mentor_ranking = Koga je navedel mentor
weight-out = ne šteje nič
weight-of = { $value } od 10
rules-title = Kaj mora veljati za vsak par
setting-language_level = Oba govorita kakšen jezik vsaj
setting-overlap_minutes = Skupne ure v tednu
setting-conflict_of_interest = Nikoli dva iz iste organizacije
setting-exclusions = Nikoli s tistim, s katerim je kdo prosil, da ne bi bil
setting-wishes = Kaj eden potrebuje od drugega
language-level-0 = to ni pomembno
language-level-1 = nekaj besed (A1)
language-level-2 = preproste stvari (A2)
language-level-3 = dovolj za pogovor (B1)
language-level-4 = dobro (B2)
language-level-5 = zelo dobro (C1)
language-level-6 = kot svojega (C2)
overlap-none = to ni pomembno
overlap-minutes = vsaj { $minutes } minut
rule-count = { $rule }: parov { $pairs }, za { $alone } od njih edina ovira
aims-title = K čemu se stremi
setting-objective = Kaj je najboljše
objective-total = najboljše za vse skupaj
objective-fair = najboljše za tiste, ki jim malo kaj ustreza
objective-balanced = vmes med tem
objective-total-what = Čim več jih ima mentorja; nato največja vsota.
objective-fair-what = Čim več jih ima mentorja; nato najmanjše število točk čim večje; nato vsota.
objective-balanced-what = Čim več jih ima mentorja; nato točka več šteje tistim, ki jim malo kaj ustreza.
setting-stability_loss = Mir namesto vsote
stability-help = Toliko vsote se sme izgubiti, da je manj takih, ki bi raje drug z drugim.
stability-gain = Takih, ki bi raje drug z drugim: prej { $before }, zdaj { $after }.
stability-too-many = Preveč je parov, da bi iskali mir.
setting-keep = Obdrži prejšnje pare
keep-help = Za toliko točk več šteje par, ki je bil že predlagan. Krivulja spodaj pokaže, koliko to stane.
keep-of = točk: { $value }
setting-quotas = Pari iz dveh držav
quotas-title = Vsaj toliko parov iz dveh držav
quotas-none = Nič se ne zahteva.
quota-add = Zahtevaj
quota-remove = Izpusti
quota-met = jih je { $reached }, zahteva se { $wanted }
quota-count-all = parov iz dveh držav: { $count }
quota-count-mentee = { $country }: parov iz dveh držav { $count }, po mentorirancu
quota-count-either = { $country }: parov iz dveh držav { $count }, na katerikoli strani
quota-share-all = { $percent } % mentorirancev s kom iz druge države
quota-share-mentee = { $country }: { $percent } % mentorirancev s kom iz druge države
quota-share-either = { $country }, na katerikoli strani: { $percent } % s kom iz druge države
quota-country = Država
quota-any-country = vse skupaj
quota-scope = Čigava država
quota-scope-mentee = mentorirančeva
quota-scope-either = čigarkoli
quota-by = Šteje se kot
quota-by-count = število parov
quota-by-share = delež v odstotkih
quota-at-least = Vsaj
scores-title = Tabela točk od drugod
scores-there = V njej je parov { $pairs }, od { $least } do { $most } točk, in velja namesto zgornjega.
scores-remove = Odstrani jo
scores-csv = Prilepi jo sem
scores-help = Vrstice: mentoriranec, mentor, točke; ljudje po e-poštnem naslovu, celo število. Dva, ki nista navedena, ne moreta skupaj.
scores-file = Ali datoteka (CSV)
scores-put = Vzemi to tabelo

# ── kaj je nastalo ──
measures-title = Kaj je nastalo
measures-matched = ima mentorja
measures-total = točk skupaj
measures-smallest = najmanj točk
measures-fifth = vsak dvajseti ima največ
measures-made = Naredil { $engine } iz { $input }: iz istih dveh vedno nastane isto.
plot-first = Prvih { $count } od { $all }; v tabeli so vsi.
plot-none = nič
plot-shares = Točke vsake osebe in najboljše, kar bi lahko imela
plot-shares-what = Svetla črta je najboljše, kar bi katerikoli odgovor dal samo tej osebi.
plot-person = Mentoriranec
plot-got = Točke
plot-best = Najboljše mogoče
plot-blocking = Dva, ki bi raje drug z drugim
plot-blocking-what = Skupaj bi oba imela več točk kot s tistima, ki ju imata.
plot-blocking-before = pred umirjanjem
plot-blocking-now = zdaj
plot-which = Kaj
plot-pairs = Pari
plot-countries = Pari iz dveh držav
plot-countries-what = { $percent } % parov je iz dveh držav.
plot-two-countries = dve državi
plot-one-country = ena država ali ni znano
plot-languages = Jeziki
plot-languages-what = Jezik, ki ga dva skupaj najbolje govorita.
plot-language = Jezik
plot-load = Koliko prevzamejo mentorji
plot-load-what = Svetla črta je, za koliko jih imajo prostor.
plot-mentor = Mentor
plot-mentees = Mentoriranci
plot-seats = Prostor za
plot-keep = Koliko stane obdržati pare
plot-keep-what = Od prejšnjih parov bi jih bilo mogoče obdržati { $count }. Več ko je obdržanih, več točk stane.
plot-keep-points = Točke za obdržanje
plot-kept = Obdržani
plot-lost = Izgubljene točke
plot-fewer = Manj jih ima mentorja
plot-keep-dot = točk { $keep }: obdržani { $kept }, izgubljene { $lost }

# ── zadnji pogled in vprašanje ──
last-title = Vsi pari še enkrat
last-lead = Kdor je označen, je vprašan. Odstrani kljukico, pa ostane tu.
last-without = Za zdaj brez mentorja ({ $count }): { $names }
last-order-mentor_first = Najprej so vprašani mentorji. Vsak z besedami prebere, zakaj ustreza, in reče da, zdaj ne ali vpraša še kaj. Mentoriranec za to izve šele, ko njegov mentor reče da. Ko vsi rečejo da, se jim soba odpre sama.
last-order-together = Vsi so vprašani hkrati. Vsak z besedami prebere, zakaj ustreza, in reče da, zdaj ne ali vpraša še kaj. Ko vsi rečejo da, se jim soba odpre sama.
last-stale = Odkar je bilo to predlagano, se je nekaj spremenilo. Najprej predlagaj na novo, da nihče ne bo obljubljen dvakrat.
last-back = Nazaj k izbiranju
last-by-hand = Izbrano na roko.
ask-these = { $count ->
    [one] Vprašaj { $count } par
    [two] Vprašaj ta { $count } para
    [few] Vprašaj te { $count } pare
   *[other] Vprašaj teh { $count } parov
  }
asked-title = Zdaj jih sprašujemo
asked = { $count ->
    [one] Zdaj sprašujemo { $count } par.
    [two] Zdaj sprašujemo { $count } para.
    [few] Zdaj sprašujemo { $count } pare.
   *[other] Zdaj sprašujemo { $count } parov.
  }
asked-what = E-pošta jim je povedala, da jih čaka vprašanje, in nič več. Ko vsi iz para rečejo da, se jim soba odpre sama.
asked-how-it-stands = Poglej, kako kaže
asked-on = Naprej
stop = Končaj, ne da bi koga vprašali
stop-ask = Kar je tu izbrano in še ni vprašano, potem odpade. Kdor je že vprašan, ostane vprašan.

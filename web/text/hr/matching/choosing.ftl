# ── prije nego što je itko odabran ──
begin-title = Tko ide s kim
begin-lead = Najprije ono što svaka mentorirana osoba traži, njezinim riječima, i uz to do tri mentora koji bi to mogli dati. Bira se rukom ili se predlaže za sve. Nitko ništa ne saznaje prije pitanja.
begin-no-mentees = U ovoj godini još nema mentoriranih osoba.
begin-no-mentors = U ovoj godini još nema mentora.
begin-invite = Pozovi ljude
begin-nobody-told = Još nitko nije rekao što traži ili što može dati. Biranje počinje kad nekolicina to kaže.
begin-lead-begins = Počinje tko vodi program; tada su ovdje i ljudi tvoje organizacije.
begin = Počni
silent = O sebi još nisu ništa rekli, pa nisu ovdje: { $names }
silent-write = Piši im
earlier-title = Ranije
earlier-asked = Upitani parovi: { $count }

# ── dokle se stiglo ──
needs-title-one-by-one = Što traže
needs-lead = Jedno po jedno. Tko je odabran, ostaje; ostalo se može predložiti.
standing = { $placed } od { $all } ima mentora
standing-hand = rukom: { $count }
standing-found = predloženo: { $count }
standing-asked = Parovi koje se pita: { $count }
propose-all = Predloži za sve
propose-others = Predloži za ostale
propose-anew = Predloži iznova
look-at-all = Pogledaj još jednom sve parove
proved = U cjelini bolje ne postoji; to je dokazano.
not-proved = Ovo je najbolje što je nađeno; da bolje ne postoji, nije dokazano.
bound = Ovo je najbolje što je nađeno. Ako bolje postoji, bolje je najviše za { $percent } % ({ $points } bodova).
kept = Od ranije predloženih parova ostalo ih je { $count } od { $all }.
stale = Otkako je ovo predloženo nešto se promijenilo: ono što je netko rekao ili što je odabrano. Predloži iznova pa će opet odgovarati.
work-waiting = Počinje za koji trenutak …
work-gathering = Skuplja se što su svi rekli …
work-scores = Gleda se kako tko s kim odgovara …
work-rules = Gleda se što ne smije biti …
work-optimum = Traži se najbolje za sve …
work-stability = Smiruje se: tko bi radije jedno s drugim …
work-keeping = Gleda se koliko stoji zadržati parove …
work-reasons = Razlozi se stavljaju u riječi …
work-cancel = Prekini traženje
work-cancelled = Prekinuto. Ostalo je ono što je bilo prije.
work-interrupted = Poslužitelj je usred toga stao. Ništa nije izgubljeno; predloži još jednom.
work-failed-died = Prekinulo se usred posla. Ništa nije izgubljeno; predloži još jednom.
work-failed-too_large = Ovo je više ljudi nego što se može odjednom spojiti. Odredi neke rukom ili neke izostavi.
work-failed-too_long = Trajalo je predugo. S manje zahtjeva ili s manje ljudi odjednom ide brže.
work-failed-nobody = Još nema koga spojiti: treba mentorirana osoba i mentor koji ima mjesta.
work-failed-broken = Nije uspjelo, i to našom krivnjom. Ništa nije izgubljeno; reci onome tko održava poslužitelj.

# ── što su drugi u međuvremenu učinili i tko se pomaknuo ──
meanwhile-there = Netko je to u međuvremenu promijenio. { $what }, kako sada stoji: { $now }.
meanwhile-mine = Tvoja je želja bila: { $mine }.
meanwhile-leave = Ostavi kako stoji
meanwhile-take-mine = Ipak moje
meanwhile-both = Netko je u međuvremenu promijenio nešto drugo. Ovo je najnovije, i tvoje je u tome.
said-has = mentor: { $mentor }
said-never = nikad zajedno: { $mentors }
said-nothing = ništa nije odlučeno
setting-yes = da
setting-no = ne
quotas-count = ukupno { $count }
moved = { $count ->
    [one] { $count } osoba sada ima nekoga drugog.
    [few] { $count } osobe sada imaju nekoga drugog.
   *[other] { $count } osoba sada ima nekoga drugog.
  }
moved-nobody = Svi imaju onoga koga su imali i prije.
move-nobody = { $mentee }: više nikoga, prije { $before }
move-instead = { $mentee }: { $after } umjesto { $before }
move-now = { $mentee }: sada { $after }

# ── što ne može zajedno ──
conflict-title = Ovo ne može sve zajedno
conflict-lead = Odustani od jednoga pa će ostalo moći.
conflict-people = O kome je riječ: { $names }
conflict-matched = Bez toga bi mentora moglo imati { $count } od { $all }.
conflict-let-go = Odustani od toga
demand-pin = { $mentee } i { $mentor }: zadržano u svakom slučaju
demand-chosen = { $mentee } i { $mentor }: odabrano rukom
demand-forbid = { $mentee } i { $mentor }: nikad zajedno
demand-rule = Što mora vrijediti: { $rule }
demand-quota = { $country }: traže se parovi iz dviju država, njih { $wanted }, a uz ostalo ih je moguće najviše { $reached }
demand-quota-all = Traže se parovi iz dviju država, njih { $wanted }, a uz ostalo ih je moguće najviše { $reached }

# ── jedno po jedno ──
needs-everybody = Svi
needs-without = Samo oni bez mentora
needs-place = { $place } od { $all }
needs-before = Prethodno
needs-next = Sljedeće
needs-keys = Tipke: j i k ili strelice naprijed i natrag, 1 do 3 odabire, u vraća.
needs-nobody-left = Svi imaju mentora.
needs-all-placed = Svi već imaju mentora. Nema više za koga birati.
needs-none-here = Ovdje još nema nikoga za koga se zna što traži.
need-to-find = mentora treba naći
need-nobody = još nikoga
need-has-hand = { $mentor }, rukom
need-has-round = { $mentor }, predloženo
need-silent = Ništa nije rečeno vlastitim riječima.
need-skills = Traži: { $skills }
options-title = { $mentee }: tko bi mogao biti mentor
options-none-of-these = Nitko od ovih
options-all-mentors = Pogledaj sve mentore
options-others = Ove nikad: pokaži druge
options-never = Nikad zajedno: { $mentor }
options-no-reason = Ništa posebno ne govori u prilog, osim da je moguće.
options-why = Zašto i koliko bi stajalo
search-title = Svi mentori
search-no-mentors = U ovoj godini još nema mentora.
search-silent = još ništa nije rečeno
search-more = Još: { $count }. Nalaze se po imenu.

# ── mentori koje treba naći ──
find-nobody = { $mentee }: nijedan mentor ovdje ne može. Mentora treba naći drugdje ili nešto od ovoga mora popustiti:
find-no_seat = { $mentee }: oni koji bi mogli nemaju više mjesta. Mentora treba naći drugdje ili se netko drugi pomiče.
find-without = { $mentee }: tko bi mogao, potrebniji je nekome drugom. Mentora treba naći drugdje ili odabrati rukom.
find-against = { $rule } ({ $count })
to-find-title = Mentori koje treba naći
to-find-lead = Za njih ovdje nema pravoga. Može se pozvati netko izvana; kad kaže što može dati, pojavit će se gore.
to-find-wants = traži: { $skills }
to-find-look = Pogledaj
to-find-people = Do ljudi
to-find-invite = Ima li nekoga tko bi odgovarao? Pozovi tu osobu kao mentora.

# ── dvoje ljudi ──
pair-state-hand = Idu zajedno: odabrano rukom.
pair-state-pinned = Idu zajedno: zadržano u svakom slučaju.
pair-state-round = Idu zajedno: predloženo.
pair-state-forbidden = Nikad ne idu zajedno: tako je rečeno.
pair-state-declined = Već ih se pitalo, i bilo je: sada ne.
pair-state-ruled_out = Kako stvari stoje, ne mogu zajedno.
pair-state-open = Mogli bi zajedno.
pair-why = Što govori u prilog
pair-caveats = Dobro je znati unaprijed
pair-why-not = Zašto ne
pair-change = Što bi to omogućilo
pair-force = Ako zajedno idu { $mentee } i { $mentor }
pair-forbid = Ako zajedno ne idu { $mentee } i { $mentor }
pair-choose = Odaberi ovo dvoje
pair-keep = Zadrži ovo dvoje
pair-leave = Ipak nije odlučeno
pair-never = Ovo dvoje nikad
pair-allow = Ipak dopusti
matching-forbidden = Rečeno je da to dvoje nikad ne ide zajedno.
matching-pinned = { $mentee } je rukom već uz nekoga drugog.
matching-lower_score = { $mentee }: netko drugi bolje odgovara.
matching-seat_worth_more = { $mentor } je drugdje potrebniji; koliko bi se drugih pomaknulo: { $moved }.
matching-equally_good = Bilo bi jednako dobro; jedno je od toga trebalo uzeti.
matching-declined = Već se pitalo, i netko od to dvoje rekao je: sada ne.
matching-quota = Traženih parova iz dviju država bilo bi premalo.
matching-not_scored = U tuđoj tablici to dvoje nije navedeno zajedno.
matching-change_language = Jezik koji oboje govore dovoljno dobro, ili manji zahtjev.
matching-change_hours = Više zajedničkih sati nego što ih je sada ({ $minutes } minuta tjedno), ili manji zahtjev.
matching-change_conflict_of_interest = Da ljudi iz iste organizacije smiju zajedno.
matching-change_excluded_by_mentee = { $mentee }: povlači ono što je rečeno timu.
matching-change_excluded_by_mentor = { $mentor }: povlači ono što je rečeno timu.
matching-change_wish_of_mentee = { $mentee }: traži manje.
matching-change_wish_of_mentor = { $mentor }: traži manje.
matching-change_not_scored = Redak za to dvoje u tuđoj tablici.
matching-change_forbidden = Da se opet dopusti.
rule-language = nema jezika koji oboje govore dovoljno dobro
rule-hours = premalo zajedničkih sati
rule-conflict_of_interest = iz iste organizacije
rule-excluded_by_mentee = mentorirana osoba zamolila je da se ne spajaju
rule-excluded_by_mentor = mentor je zamolio da se ne spajaju
rule-wish_of_mentee = nije ono što mentorirana osoba treba od mentora
rule-wish_of_mentor = nije ono što mentor treba od mentorirane osobe
rule-not_scored = nije u tuđoj tablici
cost-people = { $count ->
    [one] { $count } osoba manje imala bi mentora.
    [few] { $count } osobe manje imale bi mentora.
   *[other] { $count } osoba manje imalo bi mentora.
  }
cost-people-more = { $count ->
    [one] { $count } osoba više imala bi mentora.
    [few] { $count } osobe više imale bi mentora.
   *[other] { $count } osoba više imalo bi mentora.
  }
cost-moves = { $count ->
    [one] Još { $count } osoba imala bi nekoga drugog.
    [few] Još { $count } osobe imale bi nekoga drugog.
   *[other] Još { $count } osoba imalo bi nekoga drugog.
  }
cost-nothing = Ne stoji ništa: svi ostali ostaju gdje jesu.
cost-fits-less = Njima bi odgovaralo malo manje, a svi ostali ostaju gdje jesu.
cost-fits-less-others = U cjelini bi odgovaralo malo manje.
cost-not-proved = To je nađeno; možda stoji i manje.
two-title = Zašto ovo dvoje, a zašto ne?
two-lead = Za bilo koju mentoriranu osobu i bilo kojeg mentora: što govori u prilog, što ne i tko bi se pomaknuo.
two-mentee = Mentorirana osoba
two-mentor = Mentor

# ── za one koji vole brojeve ──
numbers-for = Za one koji vole brojeve
numbers-lead = Što se ovdje promijeni, odmah djeluje: na tri mentora uz svaku mentoriranu osobu i na ono što je predloženo za sve.
numbers-score = Bodovi ovog para
numbers-best-for = Najviše bodova koje može imati { $mentee }
numbers-force = Koliko bodova ukupno stoji spojiti ih
numbers-forbid = Koliko bodova ukupno stoji razdvojiti ih
numbers-percent = { $percent } %
weights-title = Što koliko vrijedi
weights-of-others = Odlučuje tuđa tablica. Kad se ukloni, ovo opet vrijedi.
weight-needs = Ono što se traži može se dati
weight-disciplines = Zajednička područja
weight-hours = Zajednički sati
weight-language = Koliko se dobro razumiju
weight-cross_country = Iz dviju država
weight-learning = I mentor može nešto naučiti
weight-mentee_ranking = Koga je navela mentorirana osoba
weight-mentor_ranking = Koga je naveo mentor
weight-out = ne vrijedi ništa
weight-of = { $value } od 10
rules-title = Što mora vrijediti za svaki par
setting-language_level = Oboje govore neki jezik barem
setting-overlap_minutes = Zajednički sati u tjednu
setting-conflict_of_interest = Nikad dvoje iz iste organizacije
setting-exclusions = Nikad s onim s kim je netko zamolio da ne bude
setting-wishes = Što jedno od drugoga treba
language-level-0 = to nije važno
language-level-1 = nekoliko riječi (A1)
language-level-2 = jednostavne stvari (A2)
language-level-3 = dovoljno za razgovor (B1)
language-level-4 = dobro (B2)
language-level-5 = vrlo dobro (C1)
language-level-6 = kao svoj (C2)
overlap-none = to nije važno
overlap-minutes = barem { $minutes } minuta
rule-count = { $rule }: parova { $pairs }, a za njih { $alone } jedina zapreka
aims-title = Čemu se teži
setting-objective = Što je najbolje
objective-total = najbolje za sve zajedno
objective-fair = najbolje za one kojima malo toga odgovara
objective-balanced = između toga
objective-total-what = Što više njih ima mentora; zatim najveći zbroj.
objective-fair-what = Što više njih ima mentora; zatim najmanji broj bodova što veći; zatim zbroj.
objective-balanced-what = Što više njih ima mentora; zatim bod više vrijedi onima kojima malo toga odgovara.
setting-stability_loss = Mir umjesto zbroja
stability-help = Toliko se zbroja smije izgubiti da bude manje onih koji bi radije jedno s drugim.
stability-gain = Onih koji bi radije jedno s drugim: prije { $before }, sada { $after }.
stability-too-many = Previše je parova da bi se tražio mir.
setting-keep = Zadrži ranije parove
keep-help = Toliko bodova više vrijedi par koji je već bio predložen. Krivulja dolje pokazuje koliko to stoji.
keep-of = bodova: { $value }
setting-quotas = Parovi iz dviju država
quotas-title = Barem toliko parova iz dviju država
quotas-none = Ništa se ne traži.
quota-add = Zatraži
quota-remove = Izostavi
quota-met = ima ih { $reached }, traži se { $wanted }
quota-count-all = parova iz dviju država: { $count }
quota-count-mentee = { $country }: parova iz dviju država { $count }, po mentoriranoj osobi
quota-count-either = { $country }: parova iz dviju država { $count }, na bilo kojoj strani
quota-share-all = { $percent } % mentoriranih osoba s nekim iz druge države
quota-share-mentee = { $country }: { $percent } % mentoriranih osoba s nekim iz druge države
quota-share-either = { $country }, na bilo kojoj strani: { $percent } % s nekim iz druge države
quota-country = Država
quota-any-country = sve zajedno
quota-scope = Čija država
quota-scope-mentee = mentorirane osobe
quota-scope-either = bilo čija
quota-by = Broji se kao
quota-by-count = broj parova
quota-by-share = udio u postocima
quota-at-least = Barem
scores-title = Tablica bodova od drugdje
scores-there = U njoj je parova { $pairs }, od { $least } do { $most } bodova, i vrijedi umjesto onoga gore.
scores-remove = Izvadi je
scores-csv = Zalijepi je ovdje
scores-help = Redci: mentorirana osoba, mentor, bodovi; ljudi po adresi e-pošte, cijeli broj. Dvoje koji nisu navedeni ne mogu zajedno.
scores-file = Ili datoteka (CSV)
scores-put = Uzmi ovu tablicu

# ── što je ispalo ──
measures-title = Što je ispalo
measures-matched = ima mentora
measures-total = bodova ukupno
measures-smallest = najmanje bodova
measures-fifth = svaki dvadeseti ima najviše
measures-made = Izradio { $engine } iz { $input }: od istoga dvoga uvijek ispadne isto.
plot-first = Prvih { $count } od { $all }; u tablici su svi.
plot-none = ništa
plot-shares = Bodovi svake osobe i najbolje što je mogla imati
plot-shares-what = Svijetla je traka najbolje što bi bilo koji odgovor dao samo toj osobi.
plot-person = Mentorirana osoba
plot-got = Bodovi
plot-best = Najbolje moguće
plot-blocking = Dvoje koji bi radije jedno s drugim
plot-blocking-what = Oboje bi zajedno imali više bodova nego s onima koje imaju.
plot-blocking-before = prije smirivanja
plot-blocking-now = sada
plot-which = Što
plot-pairs = Parovi
plot-countries = Parovi iz dviju država
plot-countries-what = { $percent } % parova je iz dviju država.
plot-two-countries = dvije države
plot-one-country = jedna država ili nije poznato
plot-languages = Jezici
plot-languages-what = Jezik koji dvoje zajedno najbolje govori.
plot-language = Jezik
plot-load = Koliko mentori preuzimaju
plot-load-what = Svijetla je traka za koliko njih imaju mjesta.
plot-mentor = Mentor
plot-mentees = Mentorirane osobe
plot-seats = Mjesta za
plot-keep = Koliko stoji zadržati parove
plot-keep-what = Od ranijih parova moglo bi ih se zadržati { $count }. Što više zadržanih, to više bodova stoji.
plot-keep-points = Bodovi za zadržavanje
plot-kept = Zadržano
plot-lost = Izgubljeni bodovi
plot-fewer = Manje ih ima mentora
plot-keep-dot = bodova { $keep }: zadržano { $kept }, izgubljeno { $lost }

# ── posljednji pogled i pitanje ──
last-title = Svi parovi još jednom
last-lead = Tko je označen, toga se pita. Makni kvačicu pa ostaje ovdje.
last-without = Zasad bez mentora ({ $count }): { $names }
last-order-mentor_first = Najprije se pita mentore. Svatko riječima čita zašto odgovara i kaže da, sada ne ili traži više. Mentorirana osoba za to saznaje tek kad njezin mentor kaže da. Kad svi kažu da, soba im se otvara sama.
last-order-together = Sve se pita u isto vrijeme. Svatko riječima čita zašto odgovara i kaže da, sada ne ili traži više. Kad svi kažu da, soba im se otvara sama.
last-stale = Otkako je ovo predloženo nešto se promijenilo. Najprije predloži iznova, da nitko ne bude obećan dvaput.
last-back = Natrag na biranje
last-by-hand = Odabrano rukom.
ask-these = { $count ->
    [one] Pitaj { $count } par
    [few] Pitaj ova { $count } para
   *[other] Pitaj ovih { $count } parova
  }
asked-title = Sada ih se pita
asked = { $count ->
    [one] Sada se pita { $count } par.
    [few] Sada se pitaju { $count } para.
   *[other] Sada se pita { $count } parova.
  }
asked-what = E-pošta im je rekla da ih čeka pitanje, i ništa više. Kad svi iz para kažu da, soba im se otvara sama.
asked-how-it-stands = Pogledaj kako stoji
asked-on = Dalje
stop = Prekini, a da se nikoga ne pita
stop-ask = Što je ovdje odabrano, a još se nije pitalo, tada otpada. Tko je već upitan, ostaje upitan.

path-change = Spremeni
path-save = Shrani
path-remove = Odstrani
path-put-back = Vrni
path-more = Kaj se lahko naredi z: »{ $name }«
path-by = { $name }, { $when }
own-only-me = To tukaj bereš samo ti, nihče drug.
own-saved = Shranjeno.
own-saving = Se shranjuje …
own-waiting = Trenutno ni odgovora. Ostane tukaj in se shrani, takoj ko bo.

next-steps = Naslednji koraki
step-new = Nov korak
steps-empty = Ena stvar do naslednjega srečanja: kdo in, če pomaga, do kdaj.
path-steps-done = { $count ->
    [one] Narejeno: { $count }
    [two] Narejeno: { $count }
    [few] Narejeno: { $count }
   *[other] Narejeno: { $count }
  }
step-what = Kaj
step-who = Kdo
step-of-all = skupaj
step-until-when = Do kdaj, če je kak dan
step-until = do { $day }
step-done-by = narejeno · { $name }, { $when }
step-removed = Odstranjeno.

goals = Cilji
goal-new = Nov cilj
goals-empty = Kam to vodi: kmalu, spotoma, daleč. Cilj se sme spremeniti; tudi to je del poti.
goal-term = Kdaj
goal-term-short = Kmalu
goal-term-middle = Spotoma
goal-term-long = Daleč
goal-text = Cilj
goal-of = Čigav cilj
goal-of-all = vseh tukaj
goal-whose = Cilj: { $name }
goal-sign-question = Po čem bomo vedeli?
goal-why-question = Zakaj je pomembno?
goal-sign = Vedeli bomo po tem:
goal-why = Pomembno je, ker:
goal-was = Prej:
goal-reason = Ker:
goal-reason-question = Zakaj se spreminja?
goal-reached-question = Kaj je to omogočilo?
goal-state-open = traja
goal-state-reached = dosežen
goal-state-changed = spremenjen
goal-state-no_longer_needed = ne potrebujeva ga več
goal-to-open = Še traja
goal-to-reached = Dosežen
goal-to-changed = Spremenjen
goal-to-no_longer_needed = Ne potrebujeva ga več
goal-story = { $count ->
    [one] Kako se je spreminjal: { $count }
    [two] Kako se je spreminjal: { $count }
    [few] Kako se je spreminjal: { $count }
   *[other] Kako se je spreminjal: { $count }
  }
goal-remove = Odstrani z vsemi besedami
goal-remove-help = Nič od njega ne ostane, niti kako se je glasil prej. Cilj, ki ga ni več treba, lahko to preprosto pove.

our-agreement = Najin dogovor
agreement-offer = Predlog programa. Nič ne čaka nanj; dobro ga je enkrat predelati v pogovoru.
agreement-how = Manj lahko zahteva vsak tudi sam, takoj. Za več je potrebno soglasje vseh.
agreement-review = Minili so trije meseci ali več, odkar je bilo to predelano v pogovoru. Dober trenutek za nov pogled.
agreement-themes = O čem ne govorimo, razen če začne tisti, ki ga zadeva
agreement-ways = Kako si pišemo in se kličemo
agreement-quiet = Tihe ure, vsak po svoji uri
agreement-answer_days = V koliko dneh odgovorimo
agreement-confidence = Kaj ostane med nami
agreement-confidence-offer = Vse, kar je tu povedano, ostane tu. Če naj gre kaj ven, se prej strinjajo vsi. Meja: kadar je kdo v nevarnosti.
agreement-confidence-help = Če ostane prazno, stojijo tu besede programa.
agreement-own-themes = Kaj drugega, vsako v svoji vrstici
agreement-quiet-from = Od
agreement-quiet-to = Do
agreement-quiet-all-day = Tiho ves dan:
agreement-quiet-hours = od { $start } do { $end }
agreement-quiet-days = ves dan: { $days }
agreement-nothing = nič
agreement-days = { $count ->
    [one] v { $count } dnevu
    [two] v { $count } dneh
    [few] v { $count } dneh
   *[other] v { $count } dneh
  }
agreement-days-help = Vsako drugo število je predlog vsem.
agreement-form-help = Daljše tihe ure, ena tema več, o kateri ne govorimo, en način manj: to velja takoj. Vse drugo postane predlog.
agreement-proposal = Predlog: { $name }
agreement-waits = Čaka se še odgovor: { $names }
agreement-yes = Strinjam se
agreement-no = Raje ne
agreement-take-back = Umakni
agreement-talked = To je predelano v pogovoru
agreement-talked-again = To je znova predelano v pogovoru
agreement-talked-by = Predelano v pogovoru: { $name }, { $when }
theme-family = družina
theme-health = zdravje
theme-love = ljubezen in odnosi
theme-money = zasebni denar
theme-beliefs = vera in politika
theme-work_conflicts = spori v službi
way-room = tukaj v sobi
way-mail = e-pošta
way-phone = telefon
way-call = videoklic
way-texts = kratka sporočila
way-in_person = v živo
weekday-1 = ponedeljek
weekday-2 = torek
weekday-3 = sreda
weekday-4 = četrtek
weekday-5 = petek
weekday-6 = sobota
weekday-7 = nedelja

reflections = Pogled nazaj
reflection-offer = Sedem vprašanj, deset do trideset minut, med srečanji. Najprej zase; kaj bo deljeno, se izbere pozneje.
reflection-begin = Pogled nazaj: { $month }
reflection-enough = Dovolj za zdaj
reflection-go-on = Piši naprej
reflection-mine = { $count ->
    [one] Moji meseci: { $count }
    [two] Moji meseci: { $count }
    [few] Moji meseci: { $count }
   *[other] Moji meseci: { $count }
  }
reflection-share = Deli del tega
reflection-share-help = Izbrani odgovori gredo v sobo, kjer jih berejo vsi, ki so v njej. Drugo ostane samo pri tebi.
reflection-share-now = Deli označeno
reflection-shared = Deljeno tukaj
reflection-unshare = Umakni
own-words-back = { $months ->
    [one] Tvoje besede izpred { $months } meseca
    [two] Tvoje besede izpred { $months } mesecev
    [few] Tvoje besede izpred { $months } mesecev
   *[other] Tvoje besede izpred { $months } mesecev
  }
month-moment = Kateri trenutek tega meseca je ostal?
month-moved = Kaj se je premaknilo, pa čeprav malo?
month-harder = Kaj je bilo težje od pričakovanega in kaj je pomagalo?
month-differently = Kaj je videti drugače kot pred mesecem dni?
month-between = Kako je med nama: kaj dene dobro, kaj manjka?
month-goals = Ali cilji še ustrezajo? Kaj bi bilo bolje drugače in zakaj?
month-next = Kaj je vredno poskusiti naslednje ali prinesti na naslednje srečanje?

halfway = Na pol poti
halfway-offer = Pogled nazaj in naprej: kako so se cilji začeli, kaj je nastalo iz njih, naslednji trije koraki.
halfway-later = Na sredini programa, { $day }, je tu kartica za pogled nazaj in naprej.
halfway-now = Poglej zdaj
halfway-how = Najprej vsak zase, nato skupaj.
halfway-first = Začelo se je kot
halfway-today = Danes:
halfway-alone = Najprej odgovor zase
halfway-together = Piševa skupaj
halfway-change = Spremeni kartico
halfway-from-mine = Začni z mojimi odgovori
halfway-to-steps = Daj jih med naslednje korake
halfway-came = Kaj je nastalo iz ciljev, kaj se je spremenilo in zakaj?
halfway-works = Kaj nama pomaga in kaj manjka?
halfway-steps = Kateri trije koraki so naslednji?
halfway-next-steps = Naslednji trije koraki
halfway-step = Korak { $number }

timeline = Najina pot doslej
timeline-print = Natisni
moment-met = Srečanje
moment-goal = Cilj
moment-goal-open = Cilj še traja
moment-goal-changed = Cilj je spremenjen
moment-goal-reached = Cilj je dosežen
moment-goal-no_longer_needed = Cilj ni več potreben
moment-step = Korak je narejen
moment-pin = Na polici
moment-shared = Deljeno iz pogleda nazaj
moment-agreed = Dogovor je bil predelan v pogovoru
moment-halfway = Kartica na pol poti

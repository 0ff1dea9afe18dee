path-change = Promijeni
path-save = Spremi
path-remove = Ukloni
path-put-back = Vrati
path-more = Što se može s ovim: „{ $name }“
path-by = { $name }, { $when }
own-only-me = Ovo ovdje čitaš samo ti, nitko drugi.
own-saved = Sačuvano.
own-saving = Čuva se …
own-waiting = Trenutačno nema odgovora. Ostaje ovdje i bit će sačuvano čim ga bude.

next-steps = Sljedeći koraci
step-new = Novi korak
steps-empty = Jedna stvar do sljedećeg susreta: tko i, ako pomaže, do kada.
path-steps-done = { $count ->
    [one] Učinjeno: { $count }
    [few] Učinjeno: { $count }
   *[other] Učinjeno: { $count }
  }
step-what = Što
step-who = Tko
step-of-all = zajedno
step-until-when = Do kada, ako ima dana
step-until = do { $day }
step-done-by = učinjeno · { $name }, { $when }
step-removed = Uklonjeno.

goals = Ciljevi
goal-new = Novi cilj
goals-empty = Kamo to vodi: uskoro, putem, daleko. Cilj se smije promijeniti; i to je dio puta.
goal-term = Kada
goal-term-short = Uskoro
goal-term-middle = Putem
goal-term-long = Daleko
goal-text = Cilj
goal-of = Čiji cilj
goal-of-all = svih ovdje
goal-whose = Cilj: { $name }
goal-sign-question = Po čemu ćemo znati?
goal-why-question = Zašto je važno?
goal-sign = Znat ćemo po ovome:
goal-why = Važno je jer:
goal-was = Prije:
goal-reason = Zato što:
goal-reason-question = Zašto se mijenja?
goal-reached-question = Što je to omogućilo?
goal-state-open = traje
goal-state-reached = ostvaren
goal-state-changed = promijenjen
goal-state-no_longer_needed = više nam ne treba
goal-to-open = I dalje traje
goal-to-reached = Ostvaren
goal-to-changed = Promijenjen
goal-to-no_longer_needed = Više nam ne treba
goal-story = { $count ->
    [one] Kako se mijenjao: { $count }
    [few] Kako se mijenjao: { $count }
   *[other] Kako se mijenjao: { $count }
  }
goal-remove = Ukloni sa svim riječima
goal-remove-help = Ništa od njega ne ostaje, ni kako je glasio prije. Cilj koji više ne treba može to jednostavno i reći.

our-agreement = Naš dogovor
agreement-offer = Prijedlog programa. Ništa ne čeka na njega; dobro je jednom ga proći u razgovoru.
agreement-how = Manje može tražiti svatko i sam, odmah. Za više je potreban pristanak svih.
agreement-review = Prošla su tri mjeseca ili više otkako ste ovo prošli u razgovoru. Dobar trenutak da se opet pogleda.
agreement-themes = O čemu se ne govori, osim ako počne onaj koga se tiče
agreement-ways = Kako se javljamo jedni drugima
agreement-quiet = Mirni sati, svatko po svojem satu
agreement-answer_days = U koliko dana odgovaramo
agreement-confidence = Što ostaje među nama
agreement-confidence-offer = Sve što se ovdje kaže ostaje ovdje. Ako nešto treba izaći van, prvo pristaju svi. Granica: kad je netko u opasnosti.
agreement-confidence-help = Ako ostane prazno, ovdje stoje riječi programa.
agreement-own-themes = Nešto drugo, svako u svom retku
agreement-quiet-from = Od
agreement-quiet-to = Do
agreement-quiet-all-day = Mirno cijeli dan:
agreement-quiet-hours = od { $start } do { $end }
agreement-quiet-days = cijeli dan: { $days }
agreement-nothing = ništa
agreement-days = { $count ->
    [one] u roku od { $count } dana
    [few] u roku od { $count } dana
   *[other] u roku od { $count } dana
  }
agreement-days-help = Svaki drugi broj prijedlog je svima.
agreement-form-help = Duži mirni sati, jedna tema više o kojoj se ne govori, jedan način manje: to vrijedi odmah. Sve ostalo postaje prijedlog.
agreement-proposal = Prijedlog: { $name }
agreement-waits = Još se čeka odgovor: { $names }
agreement-yes = Pristajem
agreement-no = Radije ne
agreement-take-back = Povuci
agreement-talked = Prošli smo to u razgovoru
agreement-talked-again = Opet smo to prošli u razgovoru
agreement-talked-by = Prošlo u razgovoru: { $name }, { $when }
theme-family = obitelj
theme-health = zdravlje
theme-love = ljubav i veze
theme-money = privatni novac
theme-beliefs = vjera i politika
theme-work_conflicts = sukobi na poslu
way-room = ovdje u sobi
way-mail = e-pošta
way-phone = telefon
way-call = videopoziv
way-texts = kratke poruke
way-in_person = uživo
weekday-1 = ponedjeljak
weekday-2 = utorak
weekday-3 = srijeda
weekday-4 = četvrtak
weekday-5 = petak
weekday-6 = subota
weekday-7 = nedjelja

reflections = Pogled unatrag
reflection-offer = Sedam pitanja, deset do trideset minuta, između susreta. Najprije za sebe; što će se podijeliti, bira se poslije.
reflection-begin = Pogled unatrag: { $month }
reflection-enough = Dosta za sada
reflection-go-on = Nastavi pisati
reflection-mine = { $count ->
    [one] Moji mjeseci: { $count }
    [few] Moji mjeseci: { $count }
   *[other] Moji mjeseci: { $count }
  }
reflection-share = Podijeli dio toga
reflection-share-help = Odabrani odgovori idu u sobu, gdje ih čitaju svi koji su u njoj. Ostalo ostaje samo kod tebe.
reflection-share-now = Podijeli označeno
reflection-shared = Podijeljeno ovdje
reflection-unshare = Povuci
own-words-back = { $months ->
    [one] Tvoje riječi od prije { $months } mjeseca
    [few] Tvoje riječi od prije { $months } mjeseca
   *[other] Tvoje riječi od prije { $months } mjeseci
  }
month-moment = Koji je trenutak ovog mjeseca ostao?
month-moved = Što se pomaknulo, makar i malo?
month-harder = Što je bilo teže od očekivanog i što je pomoglo?
month-differently = Što izgleda drukčije nego prije mjesec dana?
month-between = Kako je među nama: što čini dobro, što nedostaje?
month-goals = Odgovaraju li ciljevi još? Što bi bilo bolje drukčije i zašto?
month-next = Što vrijedi isprobati sljedeće ili donijeti na sljedeći susret?

halfway = Na pola puta
halfway-offer = Pogled unatrag i naprijed: kako su ciljevi počeli, što je od njih postalo, sljedeća tri koraka.
halfway-later = Na sredini programa, { $day }, ovdje je kartica za pogled unatrag i naprijed.
halfway-now = Pogledaj sada
halfway-how = Najprije svatko za sebe, zatim zajedno.
halfway-first = Počelo je kao
halfway-today = Danas:
halfway-alone = Najprije odgovor za sebe
halfway-together = Pišemo zajedno
halfway-change = Promijeni karticu
halfway-from-mine = Počni od mojih odgovora
halfway-to-steps = Stavi ih među sljedeće korake
halfway-came = Što je postalo od ciljeva, što se promijenilo i zašto?
halfway-works = Što nam pomaže, a što nedostaje?
halfway-steps = Koja tri koraka slijede?
halfway-next-steps = Sljedeća tri koraka
halfway-step = Korak { $number }

timeline = Naš put dosad
timeline-print = Ispiši
moment-met = Susret
moment-goal = Cilj
moment-goal-open = Cilj i dalje traje
moment-goal-changed = Cilj je promijenjen
moment-goal-reached = Cilj je ostvaren
moment-goal-no_longer_needed = Cilj više ne treba
moment-step = Korak je učinjen
moment-pin = Stavljeno na policu
moment-shared = Podijeljeno iz pogleda unatrag
moment-agreed = Dogovor je prošao kroz razgovor
moment-halfway = Kartica na pola puta

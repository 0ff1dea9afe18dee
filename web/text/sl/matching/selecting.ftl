# Applications, as they are read and chosen.
selecting-choosing-title = Prijave
selecting-choosing-lead = Kar ni izbrano, se izbriše { $day }, z vsem, kar je bilo o tem zapisano.
selecting-choosing-list = Kdo se je prijavil
selecting-choosing-count = { $count ->
    [one] { $count } prijava
    [two] { $count } prijavi
    [few] { $count } prijave
   *[other] { $count } prijav
  }
selecting-choosing-none = Prijav še ni.
selecting-choosing-shown = Prikaži
selecting-choosing-all = Vse
selecting-choosing-unread = Še niso prebrali:
selecting-choosing-conflicts = { $count ->
    [one] { $count } oseba raje ne bi presojala
    [two] { $count } osebi raje ne bi presojali
    [few] { $count } osebe raje ne bi presojale
   *[other] { $count } oseb raje ne bi presojalo
  }
selecting-choosing-told = pismo je odšlo
selecting-choosing-outcome = Kaj odločamo
selecting-choosing-fixed = Pismo o tem je odšlo, zato tako ostane.
selecting-choosing-not-read-by = Raje ne bi presojali
selecting-outcome-none = ni odločeno
selecting-outcome-yes = da
selecting-outcome-reserve = rezerva
selecting-outcome-no = ne
selecting-leaning-yes = prej da
selecting-leaning-reserve = rezerva
selecting-leaning-no = prej ne
selecting-leaning-unsure = ne vem
selecting-conflict-begin = To prijavo naj presoja kdo drug
selecting-conflict-maybe = Tu navedena organizacija je videti kot vaša. Če je zato težko presojati, jo en dotik umakne z vašega seznama.
selecting-conflict-lead = Potem izgine z vašega seznama, z vsem, kar je o njej zapisano. Ekipa vidi razlog, ki se ga dotaknete, in nič drugega. Zakaj?
selecting-conflict-same-organisation = Ista organizacija
selecting-conflict-worked-together = Sodelovali smo
selecting-conflict-close = Bližnja oseba
selecting-conflict-other = Nekaj drugega
selecting-conflict-lift = Vendarle lahko bere
selecting-review-sent = poslano { $day }
selecting-review-files = Datoteke
selecting-review-kib = { $size } KB
selecting-review-leaning = Kam se nagibam
selecting-review-why = Zakaj, z mojimi besedami
selecting-review-who-reads = To bere ekipa, pa tudi drugi, ki berejo to prijavo, ko napišejo svoje. Oseba, ki se je prijavila, ne bere.
selecting-review-keep = Shrani
selecting-review-change = Shrani spremembo
selecting-review-noted = Zabeleženo, hvala.
selecting-review-others-wait = Kaj mislijo drugi, bo tu, ko napišete, kaj mislite vi.
selecting-review-others = Kaj mislijo drugi
selecting-review-mine = Kaj mislim
selecting-review-write = Moje mnenje
selecting-review-next = Naslednja
selecting-review-unread = za branje
selecting-review-read = odprto
selecting-review-written = napisano
selecting-reviews-title = Prijave za branje
selecting-reviews-lead = Ena za drugo, ob svojem času. Kaj o kateri mislijo drugi, se vidi, ko napišete, kaj mislite vi.
selecting-reviews-none = Ni ničesar za branje.
selecting-reviews-empty = Nič še ni prispelo.
selecting-reviews-count = še { $left } od { $all } za branje
selecting-reviews-purged = izbriše se { $day }, če ni izbrano
selecting-reviews-begin = Začni brati
selecting-reviews-go-on = Nadaljuj branje
selecting-reviews-all = Vse
selecting-reviews-place = { $place } od { $all }
selecting-reviews-done = To je bila zadnja. Hvala.
selecting-reviewers-title = Kdo bere
selecting-reviewers-lead = Vsak napiše, kaj misli, preden vidi, kaj mislijo drugi. Kdor koga predobro pozna, to prijavo umakne s svojega seznama.
selecting-reviewers-name = Prosi koga, naj bere
selecting-reviewers-none = Nihče še ni bil naprošen, da bere. Kdor vodi, tako ali tako bere.
selecting-reviewers-all-plain = bere vse prijave
selecting-reviewers-own-plain = bere tiste iz svoje države
selecting-reviewers-own = bere tiste iz države: { $country }
selecting-reviewers-written = napisano { $written } od { $all }
selecting-reviewers-remove = Ne bere več
selecting-reviewers-remove-whom = { $name }: ne bere več
selecting-reviewers-who = Kdo
selecting-reviewers-reach = Katere prijave
selecting-reviewers-ask = Prosi
selecting-interview-title = Pogovor
selecting-interview-asked = termini so predlagani
selecting-interview-chosen = termin je izbran
selecting-interview-none_suits = noben termin ne ustreza
selecting-interview-offer = Predlagaj termine
selecting-interview-others = Predlagaj druge termine
selecting-interview-take-back = Umakni
selecting-interview-lead = Dva ali trije termini po vaši uri ({ $mine }). Sporočilo prinese povezavo, za katero se berejo po uri osebe, ki se je prijavila ({ $theirs }), in se izbere eden.
selecting-interview-time = Termin { $number }
selecting-interview-minutes = Kako dolgo
selecting-interview-length = { $minutes } min
selecting-interview-place = Kako se pogovorimo
selecting-interview-place-help = Povezava do klica, telefonska številka ali naslov.
selecting-interview-send = Pošlji termine
selecting-letter-as-sent = Pismo
selecting-letter-own = Pismo, z lastnimi besedami
selecting-letter-as-all = Pismo, kakršno dobijo vsi
selecting-letter-edit-own = Druge besede za to osebo
selecting-letter-edit = Uredi
selecting-letter-back = Nazaj na običajne besede
selecting-letter-keep = Shrani pismo
selecting-letter-subject = Zadeva
selecting-outcome-letters = Pisma
selecting-outcome-letters-lead = Pripravljena so v vsakem jeziku, v katerem je kdo pisal. Spremenite, kar je treba povedati drugače; nič ne odide, dokler ne pošljete.
selecting-outcome-letters-none = Ko se kdo prijavi, so pisma tu.
selecting-outcome-letter-edited = urejeno
selecting-outcome-letter-people = { $count ->
    [0] zdaj nikomur
    [one] { $count } oseba
    [two] { $count } osebi
    [few] { $count } osebe
   *[other] { $count } oseb
  }
selecting-outcome-letter-around = Nad njim stoji ime osebe, pod njim naslov razpisa.
selecting-outcome-letter-own = z lastnimi besedami
selecting-outcome-letters-to = Kdo zdaj dobi pismo: { $count }
selecting-outcome-letters-undecided = Še ni odločeno, zato brez pisma: { $count }
selecting-outcome-letters-send = { $count ->
    [one] Pošlji { $count } pismo
    [two] Pošlji { $count } pismi
    [few] Pošlji { $count } pisma
   *[other] Pošlji { $count } pisem
  }
selecting-outcome-letters-ask = Odidejo takoj, vsako enkrat, in kar v njih stoji, ostane. Pisem: { $count }.
selecting-outcome-letters-leaving = Na poti: { $gone } od { $all }
selecting-outcome-letters-gone = Pisem, ki so odšla: { $count }
selecting-taking-in-title = Vključevanje
selecting-taking-in-lead = Kdor je dobil »da«, dobi vabilo in odtlej sodeluje; kar je odgovoril v prijavi, postane začetek lastnih besed tam.
selecting-taking-in-begin = Vključi
selecting-taking-in-waiting = na poti
selecting-taking-in-done = vabilo je poslano
selecting-taking-in-refused = ni mogoče
selecting-taking-in-invite = { $count ->
    [one] Povabi { $count } osebo
    [two] Povabi { $count } osebi
    [few] Povabi { $count } osebe
   *[other] Povabi { $count } oseb
  }
selecting-taking-in-organisation = Kdo skrbi zanje
selecting-taking-in-organisation-help = Velja za vse tukaj označene. Povezovanje ne predlaga dveh iz iste organizacije, dokler velja to pravilo.
selecting-taking-in-nobody = Nobena organizacija posebej
selecting-level-1 = A1: nekaj besed
selecting-level-2 = A2
selecting-level-3 = B1
selecting-level-4 = B2
selecting-level-5 = C1
selecting-level-6 = C2 ali lastni
selecting-outcome-letters-others = Pisma, ki jih zdaj nihče ne dobi

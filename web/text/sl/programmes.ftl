# ── programi, ki jih koordiniram ──
no-programme-yet = Tukaj še ni programa.
no-programme-of-mine = Ni programa, ki ga koordiniraš.
founding-how = Traja kakih dvajset minut: kdo vodi, od kdaj do kdaj, ekipa, ljudje. Vse se da spremeniti tudi pozneje in nihče ne izve ničesar, preden dobi vabilo.
found-another = Postavi še en program
found-now = Postavi program
found-after = Potem stoji pot do začetka kot sedem korakov. Pred zadnjim se ni nič začelo.
another-year = Še eno leto
year-draft = V pripravi
year-running = V teku
year-ended = Končano

lead-title = Kdo vodi
lead-help = Organizacija, ki odgovarja za program. Partnerji pridejo pozneje.
organisation = Organizacija
organisation-new = Druga organizacija
organisation-names = Ime organizacije
names-help = V vsakem jeziku in pisavi, v kateri naj ga ljudje berejo. Za začetek zadošča eno.
town = Kraj
country = Država
please-choose = Izberi
the-programme = Program
programme-names = Ime programa
first-day = Prvi dan
last-day = Zadnji dan

copy-from = Kot v
copy-nothing = začni od začetka
copy-help = Prevzamejo se organizacije, pomoč, zahvale, prve besede in minimumi; ljudje ne.
year-names = Posebno ime tega leta
year-names-help = Samo če se imenuje drugače kot program.
home-zone = Časovni pas programa
open-year = Pripravi to leto

# ── besede v več jezikih ──
line-add = Še v drugem jeziku
line-remove = Odstrani: { $language }

# ── kar lahko hkrati spreminjajo tudi drugi ──
go-on-to = Naprej: { $step }
change = Spremeni
change-whose = Spremeni: { $name }
leave-out = Izpusti
leave-out-whose = Izpusti: { $name }

# ── leto in njegovih sedem korakov ──
to-the-year = Na leto
places = Mesta tega leta
seven-steps = Sedem korakov
overview = Pregled
matching = Povezovanje
settings = Nastavitve
record = Spremembe
steps-title = Sedem korakov do začetka
steps-done = Narejeno: { $done } od { $all }
step-is-done = narejeno
step-begin = Odpri
step-programme = Program in partnerji
step-programme-what = Ime, prvi in zadnji dan, organizacije.
step-programme-left = { $count ->
    [one] Manjka še { $count } stvar.
    [two] Manjkata še { $count } stvari.
    [few] Manjkajo še { $count } stvari.
   *[other] Manjka še { $count } stvari.
  }
step-team = Ekipa
step-team-what = Kdo koordinira, kdo vodi srečanja, kdo je tu za zaščito.
step-team-left = { $count ->
    [one] Manjka še { $count } oseba.
    [two] Manjkata še { $count } osebi.
    [few] Manjkajo še { $count } osebe.
   *[other] Manjka še { $count } oseb.
  }
step-help = Pomoč
step-help-what = Oseba s telefonom, kaj se zgodi, ko nastopi tišina, prve besede.
step-help-left = { $count ->
    [one] Manjka še { $count } stvar.
    [two] Manjkata še { $count } stvari.
    [few] Manjkajo še { $count } stvari.
   *[other] Manjka še { $count } stvari.
  }
step-credits = Financerji
step-credits-what = Zahvale in izjave o odgovornosti, v jezikih, ki jih zahtevajo pogodbe.
step-credits-left = { $count ->
    [one] Manjka še { $count } stvar.
    [two] Manjkata še { $count } stvari.
    [few] Manjkajo še { $count } stvari.
   *[other] Manjka še { $count } stvari.
  }
calls = Pozivi
step-people = Ljudje
step-people-what = Mentorji in mentoriranci, eden po eden ali s seznama.
step-people-left = { $count ->
    [one] { $count } oseba še ni prišla.
    [two] { $count } osebi še nista prišli.
    [few] { $count } osebe še niso prišle.
   *[other] { $count } oseb še ni prišlo.
  }
step-rooms = Pari in skupine
step-rooms-what = Kdo dela s kom; vsak par dobi svojo sobo.
step-rooms-left = { $count ->
    [one] { $count } oseba še nima nikogar.
    [two] { $count } osebi še nimata nikogar.
    [few] { $count } osebe še nimajo nikogar.
   *[other] { $count } oseb še nima nikogar.
  }
step-start = Začetek
step-start-what = Od takrat je leto v teku, za vse, ki so v njem.
step-start-left = { $count ->
    [one] Pred tem je še { $count } korak.
    [two] Pred tem sta še { $count } koraka.
    [few] Pred tem so še { $count } koraki.
   *[other] Pred tem je še { $count } korakov.
  }
start-year = Začni leto
start-ask = Leto je od takrat v teku, njegov prvi dan je { $day }. Dokler ni nobenega para, se da vrniti.
start-now = Začni
not-yet = Še ne
you-do-not-see = Ničesar od tega, kar pišejo, ne vidiš.
you-do-not-see-why = Ekipa vidi, da soba obstaja, kdo je v njej in kar ji ljudje sami povedo. Nikoli nobene besede iz sobe, niti koliko in kdaj kdo piše.

the-year = Leto
least-meetings = Najmanj srečanj
least-gatherings = Najmanj skupnih srečanj
least-help = Za vsako osebo v celem letu; 0, če ni minimuma.

organisations = Organizacije
organisations-help = Ena vodi. Partnerji skrbijo za svoje ljudi.
organisation-add = Dodaj
take-in = Vključi
take-in-whose = Vključi: { $name }
partner-role = Kaj dela { $name }
partner-lead = vodi
partner-partner = partner
partner-handover = prevzema
partner-guest = gost
back-to-organisations = Nazaj na organizacije

help-title = Pomoč po telefonu
help-lead = To ime in številko vidijo vsi v tem letu, tudi kdor ne more vstopiti.
help-name = Ime
help-phone = Telefon
help-phone-help = S + in klicno številko države, na primer +386 31 123 456.
silence-title = Ko nastopi tišina
silence-lead = Trije previdni koraki, vsem povedani vnaprej. Strežnik šteje dneve in nihče ne gleda v sobo.
silence-on = Vprašaj, ko se v sobi dolgo nič ne reče
silence-on-help = Premor to za ta par izklopi.
silence-off = izklopljeno
silence-one = Najprej se vpraša eden od dveh
silence-both = Potem oba
silence-team = Potem izve ekipa, brez česar koli iz sobe
silence-days = Po toliko dneh
first-words-title = Prve besede v vsaki sobi
first-words-lead = Stojijo na vrhu vsake nove sobe, v jeziku tistega, ki jih bere.
first-words = Prve besede

credits-title = Financerji in kaj je treba o njih povedati
credits-lead = Stoji na vsem javnem in pod vsakim poročilom, tako da nihče ne more pozabiti.
credits-none = Zdaj ni treba navesti še nikogar. Če tako ostane, shrani, kakor je.
credit-add = Dodaj financerja
credit-of = { $number }. financer
funder = Ime financerja
credit-words = Zahvala
credit-words-help = Beseda za besedo, kot zahteva pogodba.
disclaimer = Izjava o odgovornosti
disclaimer-help = Lahko ostane prazno.
holds-from = Od
holds-until = Do
holds-help = Prazno: dokler se leto hrani.
move-up = Gor
move-up-what = Premakni gor: { $name }

# ── ljudje ──
role-coordinator-what = Postavi leto, vabi, sestavlja pare in izve, ko kdo želi pogovor.
role-facilitator-what = Vodi skupna srečanja in skupine ter je v njihovih sobah.
role-safeguarding-what = Nekdo, na kogar se lahko obrneš, ko nekaj ni v redu.
role-handover-what = Spremlja delo, da bi pozneje vodil tak program.
team-lead = Vsak od njih dobi vabilo. Dobro je, da koordinirata vsaj dva.
team-title = Kdo je v ekipi
people-lead = Vsak dobi eno vabilo po e-pošti, v svojem jeziku. Povezavo iz njega je mogoče posredovati tudi kako drugače.
people-title = Vsi v tem letu
people-none = Zdaj še ni nikogar.
people-count = { $count ->
    [one] { $count } oseba
    [two] { $count } osebi
    [few] { $count } osebe
   *[other] { $count } oseb
  }
awaited-count = { $count ->
    [one] { $count } še ni prišla
    [two] { $count } še nista prišli
    [few] { $count } še niso prišle
   *[other] { $count } še ni prišlo
  }
arrival-here = tukaj
arrival-gone = ni več tukaj
arrival-unopened = vabilo poslano, še ni odprto
arrival-opened = vabilo odprto, še ni končano
arrival-lapsed = vabilo je poteklo
arrival-unopened-days = { $days ->
    [0] vabilo poslano danes, še ni odprto
    [1] vabilo poslano včeraj, še ni odprto
    [one] vabilo poslano pred { $days } dnem, še ni odprto
    [two] vabilo poslano pred { $days } dnevoma, še ni odprto
    [few] vabilo poslano pred { $days } dnevi, še ni odprto
   *[other] vabilo poslano pred { $days } dnevi, še ni odprto
  }
arrival-opened-days = { $days ->
    [0] vabilo poslano danes, odprto, še ni končano
    [1] vabilo poslano včeraj, odprto, še ni končano
    [one] vabilo poslano pred { $days } dnem, odprto, še ni končano
    [two] vabilo poslano pred { $days } dnevoma, odprto, še ni končano
    [few] vabilo poslano pred { $days } dnevi, odprto, še ni končano
   *[other] vabilo poslano pred { $days } dnevi, odprto, še ni končano
  }
arrival-lapsed-days = { $days ->
    [0] vabilo je poteklo
    [1] vabilo poslano včeraj, je poteklo
    [one] vabilo poslano pred { $days } dnem, je poteklo
    [two] vabilo poslano pred { $days } dnevoma, je poteklo
    [few] vabilo poslano pred { $days } dnevi, je poteklo
   *[other] vabilo poslano pred { $days } dnevi, je poteklo
  }
find-person = Poišči po imenu
show-whom = Pokaži
everybody = vse
not-here-yet = še ni tukaj
all-organisations = vse
nobody-found = Nihče ne ustreza temu.
invited-at = Vabilo je šlo na
new-link = Nova povezava
new-link-help = Še enkrat gre po e-pošti, lahko pa se tukaj tudi kopira. Prejšnja povezava ne velja več.
end-part = Končaj sodelovanje
end-part-ask = { $name } ({ $role }) potem ne sodeluje več v tem letu. Sobe ostanejo drugim, ki so v njih.
end-part-now = Končaj
invite-one-lead = Vabilo pride po e-pošti. Povezavo iz njega je mogoče posredovati tudi kako drugače.
invite-list = Povabi s seznama
as-whom = V vlogi
brought-by = Pripelje
no-organisation = nobena organizacija
takes-part-now = že ima račun tukaj in od zdaj sodeluje.
invited-many = { $count ->
    [one] { $count } oseba zdaj sodeluje. Vabilo je na poti.
    [two] { $count } osebi zdaj sodelujeta. Vabili sta na poti.
    [few] { $count } osebe zdaj sodelujejo. Vabila so na poti.
   *[other] { $count } oseb zdaj sodeluje. Vabila so na poti.
  }

list-title = Povabi s seznama
list-lead = Seznam se najprej samo pregleda. Nihče ni povabljen pred naslednjim pritiskom.
list-paste = Sem prilepi seznam
list-columns = Po ena oseba v vrstici: ime, e-pošta, po želji še vloga, jezik, organizacija. Lahko naravnost iz preglednice.
list-file = Ali vzemi datoteko
list-other-file = Druga datoteka
list-defaults = Kjer seznam ničesar ne pove
list-defaults-help = Velja za vrstice brez svoje vloge, jezika ali organizacije.
list-look = Preglej seznam
list-looked = Kaj pravi seznam
list-good = { $count ->
    [0] Nobene vrstice ni mogoče sprejeti.
    [one] { $count } vrstica je prava.
    [two] { $count } vrstici sta pravi.
    [few] { $count } vrstice so prave.
   *[other] { $count } vrstic je pravih.
  }
list-bad = { $count ->
    [one] { $count } vrstice ni mogoče sprejeti.
    [two] { $count } vrstic ni mogoče sprejeti.
    [few] { $count } vrstic ni mogoče sprejeti.
   *[other] { $count } vrstic ni mogoče sprejeti.
  }
list-bad-title = Teh ni mogoče sprejeti
list-doubts-title = Poglej še enkrat te
list-plain = { $count ->
    [one] { $count } vrstica brez vprašanja
    [two] { $count } vrstici brez vprašanja
    [few] { $count } vrstice brez vprašanja
   *[other] { $count } vrstic brez vprašanja
  }
list-line = Vrstica { $line }
list-other = (vrstica { $line })
list-first = To je prvih { $count }.
list-nobody-yet = Nihče ni povabljen. Seznam se da popraviti in znova pregledati, ali pa te vrstice ostanejo zunaj.
list-without-now = Te vrstice ostanejo zunaj. Vse druge se da povabiti.
list-mend = Popravi seznam
list-without = { $count ->
    [one] Nadaljuj brez te { $count } vrstice
    [two] Nadaljuj brez teh { $count } vrstic
    [few] Nadaljuj brez teh { $count } vrstic
   *[other] Nadaljuj brez teh { $count } vrstic
  }
list-change = Nazaj na seznam
inviting-count = { $count ->
    [one] Pripravlja se { $count } vabilo …
    [two] Pripravljata se { $count } vabili …
    [few] Pripravljajo se { $count } vabila …
   *[other] Pripravlja se { $count } vabil …
  }
invite-count = { $count ->
    [one] Povabi { $count } osebo
    [two] Povabi obe osebi ({ $count })
    [few] Povabi vse { $count } osebe
   *[other] Povabi vseh { $count }
  }

# ── pari in skupine ──
pairing-title = Sestavi par
pairing-lead = Izberi mentorja in mentoriranca. Če jih je več, so majhna ekipa. Njihova soba se odpre takoj, s prvimi besedami v njej.
pairing-mentors = Mentorji brez para
pairing-mentees = Mentoriranci brez para
pairing-no-mentors = Tukaj nihče ne čaka.
pairing-no-mentees = Tukaj nihče ne čaka.
pairing-everybody = Pokaži tudi tiste, ki so že v paru
pairing-everybody-help = Na primer za mentorja, ki spremlja več ljudi.
pairing-chosen = Skupno sobo dobijo { $names }.
pairing-none-chosen = Izbran ni še nihče.
pairing-other-side = Zdaj nekdo z druge strani.
open-room = Odpri njihovo sobo
room-is-open = Soba je odprta: { $names }.
pairs-title = Pari
pairs-none = Parov še ni.
pairs-count = { $count ->
    [0] Noben ni v teku.
    [one] { $count } par dela.
    [two] { $count } para delata.
    [few] { $count } pari delajo.
   *[other] { $count } parov dela.
  }
pair-active = od: { $day }
pair-paused = premor od: { $day }
pair-stopped = prekinjeno: { $day }
pair-ended = končano: { $day }
pair-stopped-what = Eden od njiju je prekinil. Nikogar se ne sprašuje, zakaj. Zgoraj se da sestaviti nov par.
pair-ended-what = Končano je; njuna soba ostane, kakršna je bila. Zgoraj se da sestaviti nov par.
pair-not-mine = To lahko spremeni organizacija, ki vodi.
pair-pause = Premor
pair-pause-what = Med premorom se nikogar ne sprašuje, zakaj je tišina.
pair-resume = Nadaljuj
pair-add-mentor = Drugi mentor
pair-add-mentor-what = Sobo bere od zdaj, ničesar od prej.
pair-add-now = Vključi
pair-no-other-mentor = V tem letu še ni drugega mentorja.
pair-end = Končaj
pair-end-ask = Mentorstvo se konča: { $names }. Svojo sobo lahko še naprej berejo, dodati pa se ne da ničesar več.
pair-end-now = Končaj
groups-title = Skupine
groups-lead = Vsaka ima eno trajno sobo. Kdo je v njej, sledi iz tega, kdo sodeluje.
group-mentors-what = Mentorji med seboj.
group-mentees-what = Mentoriranci med seboj; nihče ni v obeh.
group-joint-what = Vsi mentorji in mentoriranci.
group-staff-what = Ekipa.
group-workshop-what = Za delavnice, odprto vsem v tem letu.
group-open = Odpri
group-open-which = Odpri: { $group }
group-is-open = odprta
group-go = Vstopi
group-go-to = Vstopi: { $group }

# ── kdo je kaj spremenil ──
record-title = Kdo je kaj spremenil
record-lead = Kdo, kaj in kdaj; nikoli nobene besede od tega, kar je kdo pisal.
record-none = Zgodilo se še ni nič.
record-earlier = Prejšnje
did-programme_founded = Program je bil postavljen
did-cohort_opened = Leto je bilo pripravljeno
did-cohort_changed = Leto je bilo spremenjeno
did-partners_changed = Organizacije leta so bile spremenjene
did-organisation_changed = Organizacija je bila spremenjena
did-enrolled = Od takrat sodeluje:
did-enrolment_ended = Ne sodeluje več:
did-invited_again = Poslana je bila nova povezava:
did-mentorship_opened = Sestavljen je bil par
did-mentorship_changed = Par je dobil premor, se nadaljuje ali je končan
did-mentorship_stopped = Par je prekinil nekdo iz njega
did-mentor_added = Pridružil se je drugi mentor:
did-group_opened = Odprta je bila skupina
did-member_added = Nekdo je vstopil v sobo:
did-member_removed = Nekdo je zapustil sobo:
did-report_opened = Odprta so bila pokazana sporočila
did-exported = Narejeno je bilo poročilo
did-open_call_changed = Odprti poziv je spremenjen
did-application_deleted = Prijava je izbrisana
did-reviewer-named = Nekdo je bil naprošen, da bere prijave
did-reviewer-removed = Nekdo ne bere več prijav
did-application-opened = Prijava je bila odprta
did-conflict-declared = Nekdo raje ne bi presojal prijave
did-conflict-lifted = Prijavo je vendarle mogoče presojati
did-application-decided = O prijavi je odločeno
did-interview-asked = Predlagani so bili termini za pogovor
did-letter-sent = Pismo je bilo poslano

# ── kaj vidi ekipa, iz tedna v teden ──
talks = Pogovori
letters = Obvestila
support = Podpora
dates = Datumi
needs-title = Ta teden čaka nate ({ $count })
needs-none-title = Ta teden nič ne čaka nate
needs-none = Nihče ni prosil za pogovor in noben korak ne čaka.
write-to-everyone = Piši vsem
need-talk = želi pogovor.
need-talk-do = K pogovorom
need-silence = Že dlje je tiho. Oba sta bila prej vprašana.
need-silence-do = K paru
need-no_date = { $count ->
    [one] { $count } par po enem tednu še nima prvega termina.
    [two] { $count } para po enem tednu še nimata prvega termina.
    [few] { $count } pari po enem tednu še nimajo prvega termina.
   *[other] { $count } parov po enem tednu še nima prvega termina.
  }
need-no_date-do = K parom
need-unopened = { $count ->
    [one] { $count } vabilo ni odprto.
    [two] { $count } vabili nista odprti.
    [few] { $count } vabila niso odprta.
   *[other] { $count } vabil ni odprtih.
  }
need-unopened-do = K ljudem
need-pulse = pove, kako gre: { $word }.
need-pulse-do = K paru
need-wish = želi več tega: { $level }.
need-wish-do = K podpori
need-matching = Pari so predlagani, vprašan pa še ni bil nihče.
need-matching-do = Poglej jih
need-step = Naslednji korak: { $step }
need-step-do = Odpri
answer-due = Odgovor do: { $day }
answer-was-due = Odgovor bi moral priti do: { $day }
no-next-dates = Noben datum ni načrtovan.
all-dates = Vsi datumi
pairs-change = Spremeni pare
pair-quiet = tiho
pair-last-met = zadnje srečanje: { $day }
pair-not-met = srečanja še ni bilo
pair-next-date = naslednje: { $when }
pair-no-next-date = ni termina
pair-of-least = { $met } od { $least }
numbers-title = Številke doslej
numbers-active = pari, ki delajo
numbers-paused = pari s premorom
numbers-stopped = prekinjeni pari
numbers-ended = končani pari
numbers-meetings = srečanja, ki so bila
numbers-hours = ure srečanj

office-talks-waiting = Želijo pogovor
office-talks-lead = To vidiš samo ti, od tretjega delovnega dne tudi namestnik. V sobi za to ne izve nihče.
office-talks-none = Nihče ne čaka na pogovor s tabo.
office-talks-taken = Za te skrbiš ti
office-talk-as-deputy = Najprej je bil vprašan nekdo drug, ki ni pravočasno odgovoril.
office-talk-take = Prevzamem
office-talk-take-whose = Prevzamem: { $name }
office-talk-over = Opravljeno
office-talk-over-whose = Opravljeno: { $name }
office-talk-over-ask = Prošnja za pogovor potem ne stoji več tukaj: { $name }.
office-matter-together = Kako se razumeta
office-matter-time = Kako najti čas
office-matter-work = Samo delo
office-matter-wellbeing = Kako je
office-matter-other = Nekaj drugega

letters-lead = Stoji na prvem zaslonu vseh in gre kot eno sporočilo po e-pošti. Odgovore dobi samo, kdor je pisal.
letter-write = Napiši obvestilo
letter-sent = Na poti je.
letters-before = Dosedanja obvestila
letters-none = Ni jih še.
letter-to = Komu
letter-of = Iz katere organizacije
letter-to-all = vsem
letter-to-mentors = mentorjem
letter-to-mentees = mentorirancem
letter-title = Naslov
letter-words = Besedilo
letter-languages = Vsak bere v svojem jeziku ali v najbližjem, ki je tukaj.
letter-look = Poglej, kako je videti
letter-look-title = Kako je videti
letter-goes-to = Komu: { $whom }
letter-how = Na prvi zaslon vsakega od njih in enkrat po e-pošti.
letter-send = Pošlji
letter-go-on = Piši naprej
letter-mailing = sporočila so na poti
letter-by = Piše
letter-answers = { $count ->
    [one] { $count } odgovor
    [two] { $count } odgovora
    [few] { $count } odgovori
   *[other] { $count } odgovorov
  }
letter-new = { $count ->
    [one] { $count } nov
    [two] { $count } nova
    [few] { $count } novi
   *[other] { $count } novih
  }
letter-no-answers = Odgovora še ni.
letter-answers-title = Odgovori
letter-answers-who = Bereš jih samo ti.
letter-take-back = Umakni
letter-take-back-ask = Potem ne stoji več na nikogaršnjem prvem zaslonu. Kar je šlo po e-pošti, ostane tam.

office-support-title = Podpora za vsakega mentoriranca
office-support-lead = Kaj je bilo za koga narejeno, v stavku, ki ga ta oseba tudi bere.
office-support-nobody = V tem letu še ni mentorirancev.
office-support-wishes = Želi več: { $levels }
office-support-count = { $count ->
    [0] še nič
    [one] { $count }-krat
    [two] { $count }-krat
    [few] { $count }-krat
   *[other] { $count }-krat
  }
office-support-give = Zapiši nekaj
office-support-save = Zapiši
office-support-words = Kaj je bilo narejeno
office-support-words-help = En stavek. Bere ga tudi oseba, za katero gre.
office-support-level = Vrsta
office-support-day = Dan
office-support-remove = Odstrani
office-support-remove-what = Odstrani: { $words }
office-support-remove-ask = Potem ne stoji ne tukaj ne pri tej osebi.

office-dates-title = Datumi tega leta
office-dates-lead = Po času pasu { $zone }; vsak jih bere v svojem.
office-dates-none = Datumov še ni. Predlog ima običajne in vsakega se da premakniti.
office-dates-propose = Predlagaj datume
office-dates-add = Dodaj datum
office-dates-no-day = dan še ni določen
office-date-kind = Kaj
office-date-whom = Za koga
office-date-for-all = za vse
office-date-day = Dan
office-date-time = Ura
office-date-time-help = V pasu { $zone }. Lahko ostane prazno.
office-date-names = Posebno ime
office-date-names-help = Lahko ostane prazno.
office-date-ready = Narejeno
office-date-minutes = Minut
office-date-place = Kje
office-date-in-call = v klicu
office-date-at-place = na kraju samem
office-date-address = Naslov
office-date-led-by = Vodi
office-date-nobody = še nihče
office-date-and = in
office-date-needs = Bere, kaj ljudje tam potrebujejo
office-date-needs-help = Največ dva človeka. Bereta samo onadva, in trideset dni pozneje se izbriše.
office-date-agenda = O čem bo
office-date-agenda-help = Ena stvar na vrstico, največ dvanajst. Teden prej pride na dnevni red svoje sobe.
office-date-off = Odpovedano
office-date-off-help = Ostane vidno, vsem povabljenim pa se sporoči.
office-date-who = Kdo pride
office-dates-told = Povabljenim se enkrat sporoči, kaj se je spremenilo.
office-dates-move = Premakni vse, kar še pride
office-dates-weeks = Tednov pozneje (z − prej)
office-dates-look = Poglej
office-dates-moved = Še ni shranjeno: poglej in shrani.
office-dates-holiday = { $day } je praznik: { $countries }.
sums = Seštevki

end-title = Konec leta
end-lead = Njegov zadnji dan je { $day }. Konec zapre sobe: vsi jih lahko še berejo in vzamejo s seboj, do dne, ki stoji v vsaki.
end-ask = Vsi pari in skupine tega leta se takrat končajo in v njihove sobe ni mogoče ničesar več pisati. Tega ni mogoče razveljaviti.
end-year = Končaj leto
back-to-draft = Nazaj v pripravo

library = Za branje
library-lead = Do trideset stvari, ki pomagajo, za vse, za mentorice in mentorje ali za mentorirance. Stojijo v njihovih sobah in od tam gredo na njihove police.
library-none = Tu še ni ničesar.
library-add = Dodaj nekaj
library-untitled = Še brez naslova
library-title = Naslov
library-link = Spletni naslov
library-link-help = Kje je. Brez njega je to, kar piše spodaj, stvar sama.
library-words = V nekaj besedah ali stvar sama
library-language = Jezik
library-author = Avtorstvo
library-licence = Licenca
library-licence-help = Kakor jo navaja lastnik, na primer CC BY-NC-SA 4.0. Brez nje je ni dovoljeno deliti naprej.
library-first = Prebrati pred prvim srečanjem
library-first-short = pred prvim srečanjem

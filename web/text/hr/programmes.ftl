# ── programi koje koordiniram ──
no-programme-yet = Ovdje još nema programa.
no-programme-of-mine = Nema programa koji koordiniraš.
founding-how = Traje dvadesetak minuta: tko vodi, od kada do kada, tim, ljudi. Sve se može mijenjati i kasnije, i nitko ništa ne saznaje prije nego što dobije poziv.
found-another = Postavi još jedan program
found-now = Postavi program
found-after = Nakon toga put do početka stoji kao sedam koraka. Prije posljednjega ništa nije počelo.
another-year = Još jedna godina
year-draft = U pripremi
year-running = U tijeku
year-ended = Završena

lead-title = Tko vodi
lead-help = Organizacija koja odgovara za program. Partneri dolaze kasnije.
organisation = Organizacija
organisation-new = Druga organizacija
organisation-names = Naziv organizacije
names-help = Na svakom jeziku i pismu na kojem ga ljudi trebaju čitati. Za početak je dovoljan jedan.
town = Mjesto
country = Država
please-choose = Odaberi
the-programme = Program
programme-names = Naziv programa
first-day = Prvi dan
last-day = Posljednji dan

copy-from = Kao u
copy-nothing = počni ispočetka
copy-help = Preuzimaju se organizacije, pomoć, zahvale, prve riječi i minimumi; ljudi ne.
year-names = Poseban naziv ove godine
year-names-help = Samo ako se zove drukčije od programa.
home-zone = Vremenska zona programa
open-year = Pripremi ovu godinu

# ── riječi na više jezika ──
line-add = I na drugom jeziku
line-remove = Ukloni: { $language }

# ── što i drugi mogu istodobno mijenjati ──
go-on-to = Dalje: { $step }
change = Izmijeni
change-whose = Izmijeni: { $name }
leave-out = Izostavi
leave-out-whose = Izostavi: { $name }

# ── godina i njezinih sedam koraka ──
to-the-year = Na godinu
places = Mjesta ove godine
seven-steps = Sedam koraka
overview = Pregled
matching = Spajanje
settings = Postavke
record = Izmjene
steps-title = Sedam koraka do početka
steps-done = Gotovo: { $done } od { $all }
step-is-done = gotovo
step-begin = Otvori
step-programme = Program i partneri
step-programme-what = Naziv, prvi i posljednji dan, organizacije.
step-programme-left = { $count ->
    [one] Nedostaje još { $count } stvar.
    [few] Nedostaju još { $count } stvari.
   *[other] Nedostaje još { $count } stvari.
  }
step-team = Tim
step-team-what = Tko koordinira, tko vodi susrete, tko je tu za zaštitu.
step-team-left = { $count ->
    [one] Nedostaje još { $count } osoba.
    [few] Nedostaju još { $count } osobe.
   *[other] Nedostaje još { $count } osoba.
  }
step-help = Pomoć
step-help-what = Osoba s telefonom, što se događa kad nastupi tišina, prve riječi.
step-help-left = { $count ->
    [one] Nedostaje još { $count } stvar.
    [few] Nedostaju još { $count } stvari.
   *[other] Nedostaje još { $count } stvari.
  }
step-credits = Financijeri
step-credits-what = Zahvale i ograde, na jezicima koje traže ugovori.
step-credits-left = { $count ->
    [one] Nedostaje još { $count } stvar.
    [few] Nedostaju još { $count } stvari.
   *[other] Nedostaje još { $count } stvari.
  }
calls = Pozivi
step-people = Ljudi
step-people-what = Mentori i mentorirane osobe, jedno po jedno ili s popisa.
step-people-left = { $count ->
    [one] { $count } osoba još nije stigla.
    [few] { $count } osobe još nisu stigle.
   *[other] { $count } osoba još nije stiglo.
  }
step-rooms = Parovi i grupe
step-rooms-what = Tko s kim radi; svaki par dobiva svoju sobu.
step-rooms-left = { $count ->
    [one] { $count } osoba još nema nikoga.
    [few] { $count } osobe još nemaju nikoga.
   *[other] { $count } osoba još nema nikoga.
  }
step-start = Početak
step-start-what = Od tada je godina u tijeku, za sve koji su u njoj.
step-start-left = { $count ->
    [one] Prije toga je još { $count } korak.
    [few] Prije toga su još { $count } koraka.
   *[other] Prije toga je još { $count } koraka.
  }
start-year = Započni godinu
start-ask = Godina je od tada u tijeku, a njezin prvi dan je { $day }. Dok nema nijednog para, može se vratiti.
start-now = Započni
not-yet = Još ne
you-do-not-see = Ništa od onoga što pišu ne vidiš.
you-do-not-see-why = Tim vidi da soba postoji, tko je u njoj i ono što mu ljudi sami kažu. Nikad nijednu riječ iz sobe, ni koliko i kada netko piše.

the-year = Godina
least-meetings = Najmanje susreta
least-gatherings = Najmanje zajedničkih susreta
least-help = Za svaku osobu u cijeloj godini; 0 ako nema minimuma.

organisations = Organizacije
organisations-help = Jedna vodi. Partneri brinu o svojim ljudima.
organisation-add = Dodaj
take-in = Uključi
take-in-whose = Uključi: { $name }
partner-role = Što radi { $name }
partner-lead = vodi
partner-partner = partner
partner-handover = preuzima
partner-guest = gost
back-to-organisations = Natrag na organizacije

help-title = Pomoć telefonom
help-lead = Ovo ime i broj vide svi u ovoj godini, i oni koji ne mogu ući.
help-name = Ime
help-phone = Telefon
help-phone-help = S + i pozivnim brojem države, na primjer +385 91 123 456.
silence-title = Kad nastupi tišina
silence-lead = Tri pažljiva koraka, svima najavljena. Poslužitelj broji dane, i nitko ne gleda u sobu.
silence-on = Pitaj kad se u sobi dugo ništa ne kaže
silence-on-help = Pauza to za taj par isključuje.
silence-off = isključeno
silence-one = Najprije se pita jedno od dvoje
silence-both = Zatim oboje
silence-team = Zatim se javlja timu, bez ičega iz sobe
silence-days = Nakon toliko dana
first-words-title = Prve riječi u svakoj sobi
first-words-lead = Stoje na vrhu svake nove sobe, na jeziku onoga tko ih čita.
first-words = Prve riječi

credits-title = Financijeri i što se o njima mora reći
credits-lead = Stoji na svemu javnom i ispod svakog izvještaja, pa nitko ne može zaboraviti.
credits-none = Još nikoga ne treba navesti. Ako tako i ostaje, spremi kako jest.
credit-add = Dodaj financijera
credit-of = { $number }. financijer
funder = Ime financijera
credit-words = Zahvala
credit-words-help = Od riječi do riječi, kako ugovor traži.
disclaimer = Ograda
disclaimer-help = Može ostati prazno.
holds-from = Od
holds-until = Do
holds-help = Prazno: dokle god se godina pamti.
move-up = Gore
move-up-what = Pomakni gore: { $name }

# ── ljudi ──
role-coordinator-what = Postavlja godinu, poziva, sastavlja parove i saznaje kad netko želi razgovor.
role-facilitator-what = Vodi zajedničke susrete i grupe, i član je njihovih soba.
role-safeguarding-what = Netko kome se možeš obratiti kad nešto nije u redu.
role-handover-what = Prati rad da bi kasnije vodio takav program.
team-lead = Svatko od njih dobiva poziv. Dobro je da koordinira barem dvoje.
team-title = Tko je u timu
people-lead = Svatko dobiva jedan poziv e-poštom, na svojem jeziku. Poveznica iz njega može se proslijediti i na bilo koji drugi način.
people-title = Svi u ovoj godini
people-none = Još nikoga nema.
people-count = { $count ->
    [one] { $count } osoba
    [few] { $count } osobe
   *[other] { $count } osoba
  }
awaited-count = { $count ->
    [one] { $count } još nije stigla
    [few] { $count } još nisu stigle
   *[other] { $count } još nije stiglo
  }
arrival-here = ovdje
arrival-gone = više nije ovdje
arrival-unopened = poziv poslan, još nije otvoren
arrival-opened = poziv otvoren, još nije dovršeno
arrival-lapsed = poziv je istekao
arrival-unopened-days = { $days ->
    [0] poziv poslan danas, još nije otvoren
    [1] poziv poslan jučer, još nije otvoren
    [one] poziv poslan prije { $days } dan, još nije otvoren
    [few] poziv poslan prije { $days } dana, još nije otvoren
   *[other] poziv poslan prije { $days } dana, još nije otvoren
  }
arrival-opened-days = { $days ->
    [0] poziv poslan danas, otvoren, još nije dovršeno
    [1] poziv poslan jučer, otvoren, još nije dovršeno
    [one] poziv poslan prije { $days } dan, otvoren, još nije dovršeno
    [few] poziv poslan prije { $days } dana, otvoren, još nije dovršeno
   *[other] poziv poslan prije { $days } dana, otvoren, još nije dovršeno
  }
arrival-lapsed-days = { $days ->
    [0] poziv je istekao
    [1] poziv poslan jučer, istekao je
    [one] poziv poslan prije { $days } dan, istekao je
    [few] poziv poslan prije { $days } dana, istekao je
   *[other] poziv poslan prije { $days } dana, istekao je
  }
find-person = Nađi po imenu
show-whom = Prikaži
everybody = sve
not-here-yet = još nije ovdje
all-organisations = sve
nobody-found = Nitko ne odgovara tome.
invited-at = Poziv je otišao na
new-link = Nova poveznica
new-link-help = Još jednom odlazi e-poštom, a može se i ovdje kopirati. Prijašnja poveznica više ne vrijedi.
end-part = Završi sudjelovanje
end-part-ask = { $name } ({ $role }) nakon toga više ne sudjeluje u ovoj godini. Sobe ostaju onima koji su još u njima.
end-part-now = Završi
invite-one-lead = Poziv stiže e-poštom. Poveznica iz njega može se proslijediti i na bilo koji drugi način.
invite-list = Pozovi s popisa
as-whom = U ulozi
brought-by = Dovodi
no-organisation = nijedna organizacija
takes-part-now = već ima račun ovdje i od sada sudjeluje.
invited-many = { $count ->
    [one] { $count } osoba sada sudjeluje. Poziv je na putu.
    [few] { $count } osobe sada sudjeluju. Pozivi su na putu.
   *[other] { $count } osoba sada sudjeluje. Pozivi su na putu.
  }

list-title = Pozovi s popisa
list-lead = Popis se najprije samo pregleda. Nitko nije pozvan prije sljedećeg pritiska.
list-paste = Ovdje zalijepi popis
list-columns = Po jedna osoba u retku: ime, e-pošta, a po želji i uloga, jezik, organizacija. Može ravno iz tablice.
list-file = Ili uzmi datoteku
list-other-file = Druga datoteka
list-defaults = Gdje popis ništa ne kaže
list-defaults-help = Vrijedi za retke bez svoje uloge, jezika ili organizacije.
list-look = Pregledaj popis
list-looked = Što kaže popis
list-good = { $count ->
    [0] Nijedan se redak ne može uzeti.
    [one] { $count } redak je u redu.
    [few] { $count } retka su u redu.
   *[other] { $count } redaka je u redu.
  }
list-bad = { $count ->
    [one] { $count } redak ne može se uzeti.
    [few] { $count } retka ne mogu se uzeti.
   *[other] { $count } redaka ne može se uzeti.
  }
list-bad-title = Ovi se ne mogu uzeti
list-doubts-title = Pogledaj još jednom ove
list-plain = { $count ->
    [one] { $count } redak bez pitanja
    [few] { $count } retka bez pitanja
   *[other] { $count } redaka bez pitanja
  }
list-line = Redak { $line }
list-other = (redak { $line })
list-first = Ovo je prvih { $count }.
list-nobody-yet = Nitko nije pozvan. Popis se može popraviti i ponovno pregledati, ili ovi retci ostaju izvan.
list-without-now = Ovi retci ostaju izvan. Svi ostali mogu se pozvati.
list-mend = Popravi popis
list-without = { $count ->
    [one] Nastavi bez tog { $count } retka
    [few] Nastavi bez ta { $count } retka
   *[other] Nastavi bez tih { $count } redaka
  }
list-change = Natrag na popis
inviting-count = { $count ->
    [one] Izrađuje se { $count } poziv …
    [few] Izrađuju se { $count } poziva …
   *[other] Izrađuje se { $count } poziva …
  }
invite-count = { $count ->
    [one] Pozovi { $count } osobu
    [few] Pozovi sve { $count } osobe
   *[other] Pozovi svih { $count }
  }

# ── parovi i grupe ──
pairing-title = Sastavi par
pairing-lead = Odaberi mentora i mentoriranu osobu. Više njih čini mali tim. Njihova se soba otvara odmah, s prvim riječima u njoj.
pairing-mentors = Mentori bez para
pairing-mentees = Mentorirane osobe bez para
pairing-no-mentors = Ovdje nitko ne čeka.
pairing-no-mentees = Ovdje nitko ne čeka.
pairing-everybody = Prikaži i one koji su već u paru
pairing-everybody-help = Na primjer za mentora koji prati više ljudi.
pairing-chosen = Zajedničku sobu dobivaju { $names }.
pairing-none-chosen = Još nitko nije odabran.
pairing-other-side = Sada netko s druge strane.
open-room = Otvori njihovu sobu
room-is-open = Soba je otvorena: { $names }.
pairs-title = Parovi
pairs-none = Još nema parova.
pairs-count = { $count ->
    [0] Nijedan nije u tijeku.
    [one] { $count } par radi.
    [few] { $count } para rade.
   *[other] { $count } parova radi.
  }
pair-active = od: { $day }
pair-paused = pauza od: { $day }
pair-stopped = prekinuto: { $day }
pair-ended = završeno: { $day }
pair-stopped-what = Jedno od njih je prekinulo. Nikoga se ne pita zašto. Iznad se može sastaviti novi par.
pair-ended-what = Završeno je; njihova soba ostaje kakva je bila. Iznad se može sastaviti novi par.
pair-not-mine = Ovo može mijenjati organizacija koja vodi.
pair-pause = Pauza
pair-pause-what = Dok traje pauza, nikoga se ne pita zašto je tišina.
pair-resume = Nastavi
pair-add-mentor = Drugi mentor
pair-add-mentor-what = Čita sobu od sada, ništa od prije.
pair-add-now = Uključi
pair-no-other-mentor = U ovoj godini još nema drugog mentora.
pair-end = Završi
pair-end-ask = Mentorstvo završava: { $names }. Svoju sobu i dalje mogu čitati, ali ništa se više ne može dodati.
pair-end-now = Završi
groups-title = Grupe
groups-lead = Svaka ima jednu trajnu sobu. Tko je u njoj, slijedi iz toga tko sudjeluje.
group-mentors-what = Mentori među sobom.
group-mentees-what = Mentorirane osobe među sobom; nitko nije u obje.
group-joint-what = Svi mentori i mentorirane osobe.
group-staff-what = Tim.
group-workshop-what = Za radionice, otvoreno svima u ovoj godini.
group-open = Otvori
group-open-which = Otvori: { $group }
group-is-open = otvorena
group-go = Uđi
group-go-to = Uđi: { $group }

# ── tko je što izmijenio ──
record-title = Tko je što izmijenio
record-lead = Tko, što i kada; nikad nijedna riječ od onoga što je netko pisao.
record-none = Još se ništa nije dogodilo.
record-earlier = Ranije
did-programme_founded = Program je postavljen
did-cohort_opened = Godina je pripremljena
did-cohort_changed = Godina je izmijenjena
did-partners_changed = Izmijenjene su organizacije godine
did-organisation_changed = Izmijenjena je organizacija
did-enrolled = Od tada sudjeluje:
did-enrolment_ended = Više ne sudjeluje:
did-invited_again = Poslana je nova poveznica:
did-mentorship_opened = Sastavljen je par
did-mentorship_changed = Par je pauziran, nastavljen ili završen
did-mentorship_stopped = Par je prekinuo netko iz njega
did-mentor_added = Pridružio se drugi mentor:
did-group_opened = Otvorena je grupa
did-member_added = Netko je ušao u sobu:
did-member_removed = Netko je izašao iz sobe:
did-report_opened = Otvorene su pokazane poruke
did-exported = Izrađen je izvještaj
did-open_call_changed = Otvoreni poziv je promijenjen
did-application_deleted = Prijava je izbrisana
did-reviewer-named = Netko je zamoljen da čita prijave
did-reviewer-removed = Netko više ne čita prijave
did-application-opened = Otvorena je prijava
did-conflict-declared = Netko radije ne bi sudio o prijavi
did-conflict-lifted = O prijavi se ipak može suditi
did-application-decided = O prijavi je odlučeno
did-interview-asked = Predloženi su termini za razgovor
did-letter-sent = Poslano je pismo

# ── što tim vidi, iz tjedna u tjedan ──
talks = Razgovori
letters = Obavijesti
support = Podrška
dates = Datumi
needs-title = Čeka na tebe ovaj tjedan ({ $count })
needs-none-title = Ovaj tjedan ništa ne čeka na tebe
needs-none = Nitko nije zatražio razgovor i nijedan korak ne čeka.
write-to-everyone = Piši svima
need-talk = želi razgovor.
need-talk-do = Na razgovore
need-silence = Već je dulje tiho. Oboje su prije toga pitani.
need-silence-do = Na par
need-no_date = { $count ->
    [one] { $count } par ni nakon tjedan dana nema prvi datum.
    [few] { $count } para ni nakon tjedan dana nemaju prvi datum.
   *[other] { $count } parova ni nakon tjedan dana nema prvi datum.
  }
need-no_date-do = Na parove
need-unopened = { $count ->
    [one] { $count } poziv nije otvoren.
    [few] { $count } poziva nisu otvorena.
   *[other] { $count } poziva nije otvoreno.
  }
need-unopened-do = Na ljude
need-pulse = kaže kako ide: { $word }.
need-pulse-do = Na par
need-wish = želi više ovoga: { $level }.
need-wish-do = Na podršku
need-matching = Parovi su predloženi, a još se nikoga nije pitalo.
need-matching-do = Pogledaj ih
need-step = Sljedeći korak: { $step }
need-step-do = Otvori
answer-due = Odgovor do: { $day }
answer-was-due = Odgovor je trebalo dati do: { $day }
no-next-dates = Nijedan datum nije planiran.
all-dates = Svi datumi
pairs-change = Izmijeni parove
pair-quiet = tiho
pair-last-met = zadnji susret: { $day }
pair-not-met = još nema susreta
pair-next-date = sljedeći: { $when }
pair-no-next-date = nema termina
pair-of-least = { $met } od { $least }
numbers-title = Brojke do sada
numbers-active = parovi koji rade
numbers-paused = parovi na pauzi
numbers-stopped = prekinuti parovi
numbers-ended = završeni parovi
numbers-meetings = održani susreti
numbers-hours = sati susreta

office-talks-waiting = Žele razgovor
office-talks-lead = Ovo vidiš samo ti, a od trećeg radnog dana i zamjena. U sobi za to nitko ne saznaje.
office-talks-none = Nitko ne čeka na razgovor s tobom.
office-talks-taken = O ovima vodiš računa
office-talk-as-deputy = Najprije je pitan netko drugi, tko nije na vrijeme odgovorio.
office-talk-take = Preuzimam
office-talk-take-whose = Preuzimam: { $name }
office-talk-over = Obavljeno
office-talk-over-whose = Obavljeno: { $name }
office-talk-over-ask = Želja za razgovor nakon toga više ne stoji ovdje: { $name }.
office-matter-together = Kako se slažu
office-matter-time = Kako naći vrijeme
office-matter-work = Sam rad
office-matter-wellbeing = Kako je
office-matter-other = Nešto drugo

letters-lead = Stoji na prvom ekranu svih i odlazi kao jedna poruka e-poštom. Odgovore dobiva samo tko je pisao.
letter-write = Napiši obavijest
letter-sent = Na putu je.
letters-before = Dosadašnje obavijesti
letters-none = Još ih nema.
letter-to = Kome
letter-of = Iz koje organizacije
letter-to-all = svima
letter-to-mentors = mentorima
letter-to-mentees = mentoriranim osobama
letter-title = Naslov
letter-words = Tekst
letter-languages = Svatko čita na svojem jeziku, ili na najbližem koji je ovdje.
letter-look = Pogledaj kako izgleda
letter-look-title = Kako izgleda
letter-goes-to = Kome: { $whom }
letter-how = Na prvi ekran svakoga od njih, i jednom e-poštom.
letter-send = Pošalji
letter-go-on = Nastavi pisati
letter-mailing = poruke su na putu
letter-by = Piše
letter-answers = { $count ->
    [one] { $count } odgovor
    [few] { $count } odgovora
   *[other] { $count } odgovora
  }
letter-new = { $count ->
    [one] { $count } nov
    [few] { $count } nova
   *[other] { $count } novih
  }
letter-no-answers = Još nema odgovora.
letter-answers-title = Odgovori
letter-answers-who = Čitaš ih samo ti.
letter-take-back = Povuci
letter-take-back-ask = Nakon toga ne stoji više ni na čijem prvom ekranu. Što je otišlo e-poštom, tamo ostaje.

office-support-title = Podrška za svaku mentoriranu osobu
office-support-lead = Što je za koga učinjeno, u rečenici koju čita i ta osoba.
office-support-nobody = U ovoj godini još nema mentoriranih osoba.
office-support-wishes = Želi više: { $levels }
office-support-count = { $count ->
    [0] još ništa
    [one] { $count } put
    [few] { $count } puta
   *[other] { $count } puta
  }
office-support-give = Zabilježi nešto
office-support-save = Zabilježi
office-support-words = Što je učinjeno
office-support-words-help = Jedna rečenica. Čita je i osoba o kojoj je riječ.
office-support-level = Vrsta
office-support-day = Dan
office-support-remove = Ukloni
office-support-remove-what = Ukloni: { $words }
office-support-remove-ask = Nakon toga ne stoji ni ovdje ni kod te osobe.

office-dates-title = Datumi ove godine
office-dates-lead = Po vremenu zone { $zone }; svatko ih čita u svojem.
office-dates-none = Još nema datuma. Prijedlog ima uobičajene, i svaki se može pomaknuti.
office-dates-propose = Predloži datume
office-dates-add = Dodaj datum
office-dates-no-day = dan još nije određen
office-date-kind = Što
office-date-whom = Za koga
office-date-for-all = za sve
office-date-day = Dan
office-date-time = Vrijeme
office-date-time-help = U zoni { $zone }. Može ostati prazno.
office-date-names = Poseban naziv
office-date-names-help = Može ostati prazno.
office-date-ready = Gotovo
office-date-minutes = Minuta
office-date-place = Gdje
office-date-in-call = u pozivu
office-date-at-place = na mjestu
office-date-address = Adresa
office-date-led-by = Vodi
office-date-nobody = još nitko
office-date-and = i
office-date-needs = Čita što ljudima ondje treba
office-date-needs-help = Najviše dvoje. Čitaju samo oni, i briše se trideset dana poslije.
office-date-agenda = O čemu je
office-date-agenda-help = Jedna stvar po retku, najviše dvanaest. Tjedan prije dolazi na dnevni red svoje sobe.
office-date-off = Otkazano
office-date-off-help = Ostaje vidljivo, a svima pozvanima javlja se.
office-date-who = Tko dolazi
office-dates-told = Pozvanima se jednom javlja što se promijenilo.
office-dates-move = Pomakni sve što tek dolazi
office-dates-weeks = Tjedana kasnije (s − ranije)
office-dates-look = Pogledaj
office-dates-moved = Još nije spremljeno: pogledaj i spremi.
office-dates-holiday = { $day } je praznik: { $countries }.
sums = Zbrojevi

end-title = Kraj godine
end-lead = Njezin posljednji dan je { $day }. Završetak zatvara sobe: svi ih još mogu čitati i ponijeti, do dana koji u svakoj piše.
end-ask = Svi parovi i grupe ove godine tada završavaju, i u njihove se sobe ništa više ne može pisati. Ovo se ne može vratiti.
end-year = Završi godinu
back-to-draft = Natrag u pripremu

library = Za čitanje
library-lead = Do trideset stvari koje pomažu, za sve, za mentorice i mentore ili za mentije. Stoje u njihovim sobama i odande idu na njihove police.
library-none = Ovdje još ništa nije stavljeno.
library-add = Dodaj nešto
library-untitled = Još bez naslova
library-title = Naslov
library-link = Adresa
library-link-help = Gdje se nalazi. Bez nje je ono što piše ispod sama stvar.
library-words = U nekoliko riječi, ili sama stvar
library-language = Jezik
library-author = Autorstvo
library-licence = Licencija
library-licence-help = Kako je vlasnik navodi, na primjer CC BY-NC-SA 4.0. Bez nje se ne smije dijeliti dalje.
library-first = Pročitati prije prvog susreta
library-first-short = prije prvog susreta

my-rooms = Moje sobe
find = Najdi v tej sobi
find-all = Najdi v vseh mojih sobah
skip = Na pogovor
to-my-rooms = K mojim sobam

greeting-morning = Dobro jutro, { $name }.
greeting-day = Dober dan, { $name }.
greeting-evening = Dober večer, { $name }.
greeting-calm = Tukaj je vse prebrano.
greeting-new = { $count ->
    [one] { $count } neprebrano sporočilo
    [two] { $count } neprebrani sporočili
    [few] { $count } neprebrana sporočila
   *[other] { $count } neprebranih sporočil
  }
no-rooms = Tukaj še ni nobene sobe.
no-rooms-next = Ko se sestavi par ali skupina, se njuna ali njihova soba sama pokaže tukaj. Do takrat ni treba storiti ničesar.
new-count = { $count ->
    [one] { $count } novo
    [two] { $count } novi
    [few] { $count } nova
   *[other] { $count } novih
  }
waits = čaka
begun = začeto
names-me = zame

kind-pair = najin atelje
kind-pair-name = Najin atelje
kind-team = naša ekipa
kind-team-name = Naša ekipa
kind-mentors = skupina mentorjev
kind-mentors-name = Skupina mentorjev
kind-mentees = skupina mentoriranih
kind-mentees-name = Skupina mentoriranih
kind-joint = vsi skupaj
kind-joint-name = Vsi skupaj
kind-workshop = delavnica
kind-workshop-name = Delavnica
kind-staff = ekipa programa
kind-staff-name = Ekipa programa

role-mentee = mentoriranec/ka
role-mentor = mentor/ica
role-facilitator = vodi
role-coordinator = koordinacija
role-guest = na obisku

offline = Ni povezave. Pisanje teče naprej, vse pa se pošlje, ko se povezava vrne.
offline-waiting = { $count ->
    [one] Ni povezave. Pisanje teče naprej; { $count } sporočilo čaka in se pošlje, ko se povezava vrne.
    [two] Ni povezave. Pisanje teče naprej; { $count } sporočili čakata in se pošljeta, ko se povezava vrne.
    [few] Ni povezave. Pisanje teče naprej; { $count } sporočila čakajo in se pošljejo, ko se povezava vrne.
   *[other] Ni povezave. Pisanje teče naprej; { $count } sporočil čaka in se pošlje, ko se povezava vrne.
  }

readers-short = Kdo bere
leave = Zapusti sobo
leave-ask = Odtlej iz te sobe sem ne prispe nič več, drugi pa preberejo en nevtralen stavek. Razlog ni potreben.
ending-removed = Ta soba je zdaj zate zaprta. Povedano ostane tistim, ki so v njej.
ending-left = Soba je zapuščena. Iz nje sem ne prispe nič več.
ending-unknown = Tukaj ni tvoje sobe.

room-places = Prostori v sobi
place-talk = Pogovor
place-meeting = Najino srečanje
place-path = Najina pot

talk = Pogovor
talk-not-here = Pogovora trenutno ni mogoče naložiti. Prispe, ko se povezava vrne.
talk-stale = Tako je bilo ob zadnjem obisku. Kar je novega, prispe s povezavo.
talk-empty = Tukaj še nihče ni ničesar napisal.
talk-empty-next = Prve besede ostanejo na začetku sobe. Dovolj je pozdrav.
talk-beginning = Začetek pogovora
talk-from-joining = Pogovor od dneva prihoda
earlier = Prejšnji pogovor
unread-line = Novo od tod
new-below = { $count ->
    [one] { $count } novo sporočilo
    [two] { $count } novi sporočili
    [few] { $count } nova sporočila
   *[other] { $count } novih sporočil
  }
to-newest = K najnovejšemu
to-unread = K prvemu neprebranemu ({ $count })
message-nowhere = Tega sporočila v tej sobi ni ali pa je iz časa pred prihodom vanjo.
message-unreachable = Tega sporočila trenutno ni mogoče naložiti. Prispe, ko se povezava vrne.
somebody = Nekdo

reply = Odgovori
quote = Citiraj
quote-gone = Teh besed tam ni več.
link-copied = Povezava do sporočila je kopirana.
link-not-copied = Kopiranje tukaj ni uspelo.
more = Več
react = Odzovi se
reactions = Odzivi
reaction-of = { $reaction }: { $names }
reaction-good = dobro
reaction-heart = od srca
reaction-glad = veselje
reaction-feast = slavje
reaction-applause = aplavz
reaction-thanks = hvala
reaction-idea = zamisel
reaction-thinking = razmišljam
edit = Spremeni
take-back = Umakni
delete = Izbriši
taken-back = To sporočilo je umaknjeno.
edited = spremenjeno
answers = Odgovor na:
earlier-message = prejšnje sporočilo
change-waits = sprememba je na poti
change-not-stored = Sprememba ni bila sprejeta.
taking-back = To sporočilo se umika.
taking-back-late = Umik je že na poti in ga ni več mogoče ustaviti.
not-taken-back = Sporočilo ni bilo umaknjeno.
keep-it = Obdrži ga
let-go = Naj ostane

sending = na poti
waits-for-network = čaka na povezavo
not-sent = Ni poslano.
write-here = Piši tukaj
send = Pošlji
save = Shrani
editing = Druge besede za to sporočilo
outbox-full = Preveč stvari čaka na pošiljanje. Besede ostanejo tukaj v polju.
letters-left = { $count ->
    [one] Prostora je še za { $count } znak
    [two] Prostora je še za { $count } znaka
    [few] Prostora je še za { $count } znake
   *[other] Prostora je še za { $count } znakov
  }
too-many-letters = { $count ->
    [one] { $count } znak preveč
    [two] { $count } znaka preveč
    [few] { $count } znaki preveč
   *[other] { $count } znakov preveč
  }

my-people = Moji ljudje
my-groups = Skupine
earlier-rooms = Prejšnje
about-mentoring = O tem mentorstvu
want-talk = Želim pogovor z ekipo
proposal-title = Predlog
team-sees = Kaj vidi ekipa
gathering = Skupno srečanje
support-title = Moja podpora
readers-keeper-for = Kdor skrbi za strežnik, za organizacijo { $organisation }, bi tehnično lahko prebral, kar je na njem shranjeno.
shown-title = Pokazana sporočila
reviews-page = Prijave za branje
selection-page = Prijave
changes-title = Kdo je kaj spremenil
alumni-title = Po programu
public-page-title = Moja javna stran
from-programme = Od programa

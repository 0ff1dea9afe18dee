my-rooms = Moje sobe
find = Nađi u ovoj sobi
find-all = Nađi u svim mojim sobama
skip = Prijeđi na razgovor
to-my-rooms = Na moje sobe

greeting-morning = Dobro jutro, { $name }.
greeting-day = Dobar dan, { $name }.
greeting-evening = Dobra večer, { $name }.
greeting-calm = Ovdje je sve pročitano.
greeting-new = { $count ->
    [one] { $count } nepročitana poruka
    [few] { $count } nepročitane poruke
   *[other] { $count } nepročitanih poruka
  }
no-rooms = Ovdje još nema nijedne sobe.
no-rooms-next = Čim se složi par ili grupa, njihova se soba sama pojavi ovdje. Do tada ne treba raditi ništa.
new-count = { $count ->
    [one] { $count } nova
    [few] { $count } nove
   *[other] { $count } novih
  }
waits = čeka
begun = započeto
names-me = za mene

kind-pair = naš atelje
kind-pair-name = Naš atelje
kind-team = naš tim
kind-team-name = Naš tim
kind-mentors = grupa mentora
kind-mentors-name = Grupa mentora
kind-mentees = grupa mentoriranih osoba
kind-mentees-name = Grupa mentoriranih osoba
kind-joint = svi zajedno
kind-joint-name = Svi zajedno
kind-workshop = radionica
kind-workshop-name = Radionica
kind-staff = tim programa
kind-staff-name = Tim programa

role-mentee = menti
role-mentor = mentor/ica
role-facilitator = vodi
role-coordinator = koordinacija
role-guest = u gostima

offline = Nema veze. Pisanje ide dalje, a sve se šalje čim se veza vrati.
offline-waiting = { $count ->
    [one] Nema veze. Pisanje ide dalje; { $count } poruka čeka i šalje se čim se veza vrati.
    [few] Nema veze. Pisanje ide dalje; { $count } poruke čekaju i šalju se čim se veza vrati.
   *[other] Nema veze. Pisanje ide dalje; { $count } poruka čeka i šalje se čim se veza vrati.
  }

readers-short = Tko čita
leave = Napusti sobu
leave-ask = Od tada iz ove sobe ovamo više ništa ne stiže, a ostali pročitaju jednu neutralnu rečenicu. Razlog nije potreban.
ending-removed = Ova je soba sada zatvorena za tebe. Ono što je rečeno ostaje onima koji su u njoj.
ending-left = Soba je napuštena. Iz nje ovamo više ništa ne stiže.
ending-unknown = Ovdje nema tvoje sobe.

room-places = Mjesta u sobi
place-talk = Razgovor
place-meeting = Naš susret
place-path = Naš put

talk = Razgovor
talk-not-here = Razgovor se trenutačno ne može učitati. Stiže čim se veza vrati.
talk-stale = Ovako je bilo pri zadnjem posjetu. Ono što je novo stiže s vezom.
talk-empty = Ovdje još nitko ništa nije napisao.
talk-empty-next = Prve riječi ostaju na početku sobe. Dovoljan je i pozdrav.
talk-beginning = Početak razgovora
talk-from-joining = Razgovor od dana dolaska
earlier = Raniji razgovor
unread-line = Novo odavde
new-below = { $count ->
    [one] { $count } nova poruka
    [few] { $count } nove poruke
   *[other] { $count } novih poruka
  }
to-newest = Na najnovije
to-unread = Na prvu nepročitanu ({ $count })
message-nowhere = Te poruke nema u ovoj sobi ili je iz vremena prije dolaska u nju.
message-unreachable = Ta se poruka trenutačno ne može učitati. Stiže čim se veza vrati.
somebody = Netko

reply = Odgovori
quote = Citiraj
quote-gone = Te riječi ondje više ne stoje.
link-copied = Poveznica na poruku je kopirana.
link-not-copied = Kopiranje ovdje nije uspjelo.
more = Još
react = Reagiraj
reactions = Reakcije
reaction-of = { $reaction }: { $names }
reaction-good = dobro
reaction-heart = od srca
reaction-glad = drago mi je
reaction-feast = slavlje
reaction-applause = pljesak
reaction-thanks = hvala
reaction-idea = ideja
reaction-thinking = razmišljam
edit = Izmijeni
take-back = Povuci
delete = Obriši
taken-back = Ova je poruka povučena.
edited = izmijenjeno
answers = Odgovor na:
earlier-message = ranija poruka
change-waits = izmjena je na putu
change-not-stored = Izmjena nije prihvaćena.
taking-back = Ova se poruka povlači.
taking-back-late = Već je na putu i više se ne može zadržati.
not-taken-back = Poruka nije povučena.
keep-it = Zadrži je
let-go = Neka ostane

sending = na putu
waits-for-network = čeka vezu
not-sent = Nije poslano.
write-here = Piši ovdje
send = Pošalji
save = Spremi
editing = Druge riječi za ovu poruku
outbox-full = Previše toga čeka na slanje. Riječi ostaju ovdje u polju.
letters-left = { $count ->
    [one] Ima mjesta za još { $count } znak
    [few] Ima mjesta za još { $count } znaka
   *[other] Ima mjesta za još { $count } znakova
  }
too-many-letters = { $count ->
    [one] { $count } znak previše
    [few] { $count } znaka previše
   *[other] { $count } znakova previše
  }

my-people = Moji ljudi
my-groups = Grupe
earlier-rooms = Ranije
about-mentoring = O ovom mentorstvu
want-talk = Želim razgovor s timom
proposal-title = Prijedlog
team-sees = Što tim vidi
gathering = Zajednički susret
support-title = Moja podrška
readers-keeper-for = Tko održava poslužitelj, za organizaciju { $organisation }, tehnički bi mogao pročitati ono što je na njemu pohranjeno.
shown-title = Pokazane poruke
reviews-page = Prijave za čitanje
selection-page = Prijave
changes-title = Tko je što mijenjao
alumni-title = Poslije programa
public-page-title = Moja javna stranica
from-programme = Od programa

sign-in-title = Dobro došli
sign-in-lead = Razgovor se nastavlja tamo gdje je stao.
sign-in-ended = Ovaj je posjet istekao pa je potrebno ući ponovno. Što je napisano, a još nije poslano, sačuvano je ovdje.
sign-in = Uđi
stay-signed-in = Ostani ovdje i sljedeći put
stay-help = Devedeset dana ovaj uređaj ništa ne pita. Bolje ne na uređaju kojim se služe i drugi.
show-typed = Prikaži upisano
mail-me-a-link = Bez lozinke: pošalji mi poveznicu
password-forgotten = Zaboravljena lozinka

link-title = Ulazak poveznicom
link-lead = Poveznica stiže e-poštom. Jedan dodir, i lozinka nije potrebna.
forgotten-title = Zaboravljena lozinka
forgotten-lead = Događa se. E-poštom stiže poveznica kojom se bira nova lozinka.
send-link = Pošalji poveznicu
send-link-again = Pošalji još jednom
link-sent = Ako je ova adresa ovdje poznata, poveznica je već na putu. Vrijedi jednom, { $minutes } minuta.
link-sent-help = Ništa ni nakon nekoliko minuta? Pogledaj i među neželjenom poštom i provjeri adresu.
back-to-door = Natrag

code-title = Još jedan korak
code-lead = Za ovaj račun potreban je i kôd.
code = Kôd iz aplikacije
code-help = Šest znamenki koje upravo pokazuje.
recovery-code = Rezervni kôd
recovery-code-help = Jedan od deset sačuvanih za dan bez aplikacije. Vrijedi jednom.
use-recovery-code = Aplikacija nije pri ruci: rezervni kôd
code-from-app = Kôd iz aplikacije

go-on = Nastavi
link-for = Za
link-other-here = Na ovom je uređaju sada:
link-dead-title = Ova poveznica više ne vrijedi
link-dead = Već je iskorištena, istekla je ili je poslana novija.
link-not-whole = Adresi ove stranice nedostaje posljednji dio. Otvori poveznicu još jednom, ravno iz poruke.
link-new-one = Nova stiže na istu e-poštu:
to-the-door = Na ulaz
to-the-rooms = U moje sobe

sign-in-link-title = Dobro došli ponovno
sign-in-link-lead = Ova poveznica vodi ravno unutra, bez lozinke. Vrijedi jednom.

reset-title = Nova lozinka
reset-lead = Ovom se poveznicom bira nova lozinka. Vrijedi jednom.
reset-choose-title = Odabir nove lozinke
reset-what = Na svim se uređajima time izlazi; na ovom se ulazi odmah.
new-password = Nova lozinka
reset-save = Spremi i uđi

invitation-title = Poziv
invitation-lead = Atelje je mirno mjesto za mentorstvo: dvoje, ili mala skupina, ovdje razgovaraju i čuvaju ono što su dogovorili. Ovaj je poziv za jednu osobu.
invitation-open = Pogledaj poziv
invitation-accept-title = Lijepo je što si ovdje
invitation-by = Šalje:
invitation-what = Što je napisano u sobi, čitaju samo oni koji su u njoj. Adresa e-pošte drugima se ne prikazuje.
invitation-anew = Ako je račun već otvoren, put vodi preko ulaza. Ako nije, zatraži novu poveznicu od osobe koja je poslala poziv; njoj je za to potreban jedan dodir.
password-optional = Lozinka, po želji
password-optional-help = Bez nje svaki put uvodi poveznica koja stiže e-poštom.

address-title = Nova adresa e-pošte
address-lead = Ova poveznica potvrđuje adresu. Do tada sve ostaje kako jest.
address-what = Odsad sve stiže na ovu adresu, i njome se ulazi.
address-confirm = Potvrdi ovu adresu
address-done-title = Adresa je potvrđena
address-done = Odsad sve stiže na nju.
address-anew = Nova se može zatražiti u „Moj račun”.

set-up-title = Prva osoba ovdje
set-up-lead = Ovaj je atelje još prazan. Tko prvi uđe, brine o njemu.
set-up = Otvori atelje
password-help = Najbolje je nekoliko riječi koje samo za tebe idu zajedno.

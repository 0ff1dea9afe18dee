email = E-pošta
password = Lozinka
one-moment = Trenutak …
no-answer = Odgovor nije stigao. Veza je možda nakratko prekinuta; pokušaj ponovno.
try-again = Pokušaj ponovno
close = Zatvori
cancel = Odustani
stay = Ostani

name = Ime, onako kako ga drugi čitaju

me = O meni
language = Jezik
zone = Vremenska zona
theme = Svjetlo
theme-device = kao na uređaju
theme-light = svijetlo
theme-dark = tamno
keys = Tipke
sign-out = Izađi
sign-out-unsent = { $count ->
    [one] Još { $count } poruka nije poslana. Izlazak je trajno briše s ovog uređaja.
    [few] Još { $count } poruke nisu poslane. Izlazak ih trajno briše s ovog uređaja.
   *[other] Još { $count } poruka nije poslano. Izlazak ih trajno briše s ovog uređaja.
  }
sign-out-anyway = Izađi i obriši

my-account = Moj račun
my-hours = Kad mogu
looking = Što tražim i što mogu dati
invitations = Pozivi
programmes = Programi
found = Postavi program
asked-for-talks = Žele razgovor
skip-rooms = Prijeđi na stranicu
copy = Kopiraj
copied = Kopirano.
not-copied = Ovaj preglednik to ne dopušta. Označi tekst i kopiraj ga ručno.

out-of-reach-title = Još nema veze
out-of-reach-lead = Čim se veza uspostavi, ova stranica sama nastavlja.
saving-data = Štedi podatke ovdje: slike dolaze kad ih dodirnem

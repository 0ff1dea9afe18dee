email = E-pošta
password = Geslo
one-moment = Trenutek …
no-answer = Odgovora ni bilo. Povezava je morda za hip prekinjena; poskusi znova.
try-again = Poskusi znova
close = Zapri
cancel = Prekliči
stay = Ostani

name = Ime, kakor ga berejo drugi

me = O meni
language = Jezik
zone = Časovni pas
theme = Svetloba
theme-device = kot na napravi
theme-light = svetlo
theme-dark = temno
keys = Tipke
sign-out = Izstop
sign-out-unsent = { $count ->
    [one] Še { $count } sporočilo ni poslano. Izstop ga s te naprave izbriše za vedno.
    [two] Še { $count } sporočili nista poslani. Izstop ju s te naprave izbriše za vedno.
    [few] Še { $count } sporočila niso poslana. Izstop jih s te naprave izbriše za vedno.
   *[other] Še { $count } sporočil ni poslanih. Izstop jih s te naprave izbriše za vedno.
  }
sign-out-anyway = Izstop in izbris

my-account = Moj račun
my-hours = Kdaj lahko
looking = Kaj iščem in kaj lahko dam
invitations = Vabila
programmes = Programi
found = Postavi program
asked-for-talks = Želijo pogovor
skip-rooms = Preskoči na stran
copy = Kopiraj
copied = Kopirano.
not-copied = Ta brskalnik tega ne dovoli. Označi besedilo in ga kopiraj ročno.

out-of-reach-title = Povezave še ni
out-of-reach-lead = Ko bo spet tu, se bo ta stran nadaljevala sama.
saving-data = Tukaj varčuj s podatki: slike pridejo, ko se jih dotaknem

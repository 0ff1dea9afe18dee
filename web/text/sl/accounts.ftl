sign-in-title = Dobrodošli
sign-in-lead = Pogovor se nadaljuje tam, kjer se je ustavil.
sign-in-ended = Ta obisk je potekel, zato je treba vstopiti znova. Kar je napisano in še ni poslano, je shranjeno tukaj.
sign-in = Vstop
email = E-pošta
password = Geslo
password-help = Najboljših je nekaj besed, ki sodijo skupaj samo zate.
one-moment = Trenutek …
no-answer = Odgovora ni bilo. Povezava je morda za hip prekinjena; poskusi znova.
try-again = Poskusi znova
close = Zapri
cancel = Prekliči
stay = Ostani

set-up-title = Prva oseba tukaj
set-up-lead = Ta atelje je še prazen. Kdor vstopi prvi, skrbi zanj.
set-up = Odpri atelje
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

out-of-reach-title = Povezave še ni
out-of-reach-lead = Ko bo spet tu, se bo ta stran nadaljevala sama.

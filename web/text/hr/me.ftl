name-and-language = Ime, jezik, svjetlo

change-address = Promjena adrese e-pošte
new-address = Nova adresa e-pošte
new-address-help = Na nju stiže poveznica. Dok se ne otvori, vrijedi sadašnja.
address-send = Pošalji poveznicu
address-pending = Čeka potvrdu iz poruke poslane na

present-password = Sadašnja lozinka
password-is-set = Lozinka postoji.
password-is-not-set = Nema je; uvodi poveznica koja stiže e-poštom.
change-password = Promjena lozinke
set-password = Odaberi
save-password = Spremi lozinku
password-changed = Od sada vrijedi nova lozinka.
end-others-too = Izađi na svim drugim uređajima
end-others-too-help = Najbolje ako je sadašnju možda saznao netko drugi.

codes-title = Kodovi pri ulasku
codes-off = Uz lozinku se može tražiti i kôd s telefona. Tko sazna lozinku, tada ipak ne ulazi.
codes-on = { $count ->
    [one] Uključeno. Preostao je { $count } rezervni kôd.
    [few] Uključeno. Preostala su { $count } rezervna koda.
   *[other] Uključeno. Preostalo je { $count } rezervnih kodova.
  }
codes-turn-on = Uključi
codes-turn-off = Isključi
codes-lead = Za to je potrebna aplikacija na telefonu koja pokazuje kodove, na primjer ona koja ondje čuva lozinke.
qr-lead = Neka aplikacija pročita ovu sliku.
qr-alt = Slika za kameru aplikacije
open-in-app = Ili otvori u aplikaciji na ovom uređaju
type-key = Ili upiši ovaj ključ u aplikaciju:
code-first-help = Šest znamenki koje aplikacija upravo pokazuje. Tek s njima je uključeno.
codes-are-on = Uključeno. Od sada se pri ulasku traži i kôd.
codes-are-off = Isključeno. Od sada je dovoljna lozinka.
codes-off-lead = Time prestaju vrijediti i rezervni kodovi.
new-recovery-codes = Novi rezervni kodovi
new-codes-lead = Stiže deset novih, a raniji više ne vrijede.
recovery-title = Rezervni kodovi
recovery-lead = Za dan bez telefona. Svaki vrijedi jednom. Prikazuju se samo sada: dobro im je mjesto na papiru ili među sačuvanim lozinkama.
recovery-kept = Sačuvani su na sigurnom mjestu
print = Ispiši
ready = Gotovo

where-signed-in = Gdje sam unutra
where-signed-in-help = Što djeluje nepoznato, može se prekinuti ovdje; prekida se odmah.
this-device = ovaj uređaj
last-used = Posljednji put:
stays-until = Ostaje do: { $day }.
lapses-by-itself = Istječe samo: { $day }.
unknown-device = Nepoznat uređaj
end-login = Izađi ondje
end-there = Izađi na uređaju { $device }
login-ended = Završeno: { $device }.
end-all-others = Izađi svugdje drugdje
others-ended = Svugdje drugdje je završeno.

mails-title = E-pošta o novostima
mails-unread = Javi mi kad poruka čeka nepročitana
mails-unread-help = Nikad ni riječ sadržaja. Poruke o ulasku stižu u svakom slučaju.

seen-title = Vidljivost u sobama
seen-hidden = Nikad ne pokazuj da sam ovdje
seen-hidden-help = Ni u jednoj sobi, što god u njoj bilo uključeno; tada se ne vidi ni tko je još tu.
seen-silent = Nikad ne pokazuj da pišem
mails-bulletins = Javi mi kada tim nešto objavi
mails-bulletins-help = Na prvoj stranici stoji u svakom slučaju.
mails-dates = Podsjeti me na susret dan prije
mails-times = Javi mi kad vremena za susret čekaju moj odgovor
mails-times-help = Najviše jedna takva pošta dnevno, a nijedna gdje mi to javi uređaj.
mails-dates-help = Ne na onaj koji stoji u mom kalendaru. Sat prije riječ dolazi u svakom slučaju.

calendar-title = Moj kalendar
calendar-invitations = Šalji mi pozivnice za moj kalendar
calendar-invitations-help = Susret jednim dodirom ulazi u vaš kalendar, u njemu se pomiče i iz njega nestaje kad se otkaže.
calendar-names = U nazivu reci s kim se srećem
calendar-names-help = Inače se zove samo susret. Gdje je i o čemu, nikad ne stoji ondje.
calendar-feed = Kalendar na koji se može pretplatiti pokazuje sve moje susrete, na adresi koju znam samo ja.
calendar-feed-begin = Napravi adresu
calendar-feed-again = Napravi drugu adresu
calendar-feed-end = Ukini je
calendar-feed-once = Kopirajte je sada: prikazuje se samo ovaj put. Tko je ima, vidi kad se srećete.
calendar-feed-since = Adresa postoji od: { $day }.

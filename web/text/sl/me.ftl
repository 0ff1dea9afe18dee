name-and-language = Ime, jezik, svetloba

change-address = Sprememba naslova e-pošte
new-address = Nov naslov e-pošte
new-address-help = Tja pride povezava. Dokler ni odprta, velja sedanji.
address-send = Pošlji povezavo
address-pending = Čaka na potrditev iz sporočila, poslanega na

present-password = Sedanje geslo
password-is-set = Geslo je nastavljeno.
password-is-not-set = Ni ga; noter pripelje povezava, ki pride po e-pošti.
change-password = Sprememba gesla
set-password = Izberi
save-password = Shrani geslo
password-changed = Odslej velja novo geslo.
end-others-too = Izstop na vseh drugih napravah
end-others-too-help = Najbolje, če sedanje morda pozna še kdo.

codes-title = Kode ob vstopu
codes-off = Poleg gesla se lahko zahteva tudi koda s telefona. Kdor izve geslo, tedaj vseeno ne vstopi.
codes-on = { $count ->
    [one] Vklopljeno. Ostala je { $count } rezervna koda.
    [two] Vklopljeno. Ostali sta { $count } rezervni kodi.
    [few] Vklopljeno. Ostale so { $count } rezervne kode.
   *[other] Vklopljeno. Ostalo je { $count } rezervnih kod.
  }
codes-turn-on = Vklopi
codes-turn-off = Izklopi
codes-lead = Za to je potrebna aplikacija na telefonu, ki kaže kode, na primer tista, ki tam hrani gesla.
qr-lead = Naj aplikacija prebere to sliko.
qr-alt = Slika za kamero aplikacije
open-in-app = Ali odpri v aplikaciji na tej napravi
type-key = Ali vtipkaj ta ključ v aplikacijo:
code-first-help = Šest števk, ki jih aplikacija kaže zdaj. Šele z njimi je vklopljeno.
codes-are-on = Vklopljeno. Odslej je ob vstopu potrebna tudi koda.
codes-are-off = Izklopljeno. Odslej zadostuje geslo.
codes-off-lead = S tem prenehajo veljati tudi rezervne kode.
new-recovery-codes = Nove rezervne kode
new-codes-lead = Pride deset novih, prejšnje pa ne veljajo več.
recovery-title = Rezervne kode
recovery-lead = Za dan brez telefona. Vsaka velja enkrat. Pokažejo se samo zdaj: dobro jim je na papirju ali med shranjenimi gesli.
recovery-kept = Shranjene so na varnem
print = Natisni
ready = Končano

where-signed-in = Kje sem noter
where-signed-in-help = Kar se zdi neznano, se lahko tukaj konča; konča se takoj.
this-device = ta naprava
last-used = Zadnjič:
stays-until = Ostane do: { $day }.
lapses-by-itself = Poteče samo: { $day }.
unknown-device = Neznana naprava
end-login = Izstop tam
end-there = Izstop na napravi { $device }
login-ended = Končano: { $device }.
end-all-others = Izstop povsod drugod
others-ended = Povsod drugod je končano.

mails-title = E-pošta o novostih
mails-unread = Piši mi, ko sporočilo čaka neprebrano
mails-unread-help = Nikoli niti beseda vsebine. Pošta o vstopu pride v vsakem primeru.

seen-title = Vidnost v sobah
seen-hidden = Nikoli ne pokaži, da sem tukaj
seen-hidden-help = V nobeni sobi, karkoli je v njej vklopljeno; takrat se ne vidi niti, kdo še je tukaj.
seen-silent = Nikoli ne pokaži, da pišem
mails-bulletins = Sporoči mi, ko ekipa kaj oznani
mails-bulletins-help = Na prvi strani je v vsakem primeru.
mails-dates = Spomni me na srečanje dan prej
mails-times = Sporoči mi, ko časi za srečanje čakajo na moj odgovor
mails-times-help = Največ eno tako sporočilo na dan in nobeno, kjer mi to pove naprava.
mails-dates-help = Ne na tisto, ki je v mojem koledarju. Uro prej beseda pride v vsakem primeru.

calendar-title = Moj koledar
calendar-invitations = Pošiljaj mi vabila za moj koledar
calendar-invitations-help = Srečanje gre z enim dotikom v vaš koledar, se v njem premakne in iz njega izgine, ko odpade.
calendar-names = V naslovu povej, s kom se srečam
calendar-names-help = Sicer se imenuje samo srečanje. Kje je in o čem, tam nikoli ne stoji.
calendar-feed = Koledar, na katerega se da naročiti, kaže vsa moja srečanja, na naslovu, ki ga vem samo jaz.
calendar-feed-begin = Naredi naslov
calendar-feed-again = Naredi drug naslov
calendar-feed-end = Ukini ga
calendar-feed-once = Kopirajte ga zdaj: pokaže se samo tokrat. Kdor ga ima, vidi, kdaj se srečate.
calendar-feed-since = Naslov je od: { $day }.

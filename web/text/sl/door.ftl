sign-in-title = Dobrodošli
sign-in-lead = Pogovor se nadaljuje tam, kjer se je ustavil.
sign-in-ended = Ta obisk je potekel, zato je treba vstopiti znova. Kar je napisano in še ni poslano, je shranjeno tukaj.
sign-in = Vstop
stay-signed-in = Ostani tukaj tudi naslednjič
stay-help = Devetdeset dni ta naprava ne sprašuje ničesar. Raje ne na napravi, ki jo uporabljajo tudi drugi.
show-typed = Pokaži vtipkano
mail-me-a-link = Brez gesla: pošlji mi povezavo
password-forgotten = Pozabljeno geslo

link-title = Vstop s povezavo
link-lead = Povezava pride po e-pošti. En dotik, in geslo ni potrebno.
forgotten-title = Pozabljeno geslo
forgotten-lead = Se zgodi. Po e-pošti pride povezava, s katero se izbere novo geslo.
send-link = Pošlji povezavo
send-link-again = Pošlji še enkrat
link-sent = Če je ta naslov tukaj znan, je povezava že na poti. Velja enkrat, { $minutes } minut.
link-sent-help = Tudi po nekaj minutah ni ničesar? Poglej še med neželeno pošto in preveri naslov.
back-to-door = Nazaj

code-title = Še en korak
code-lead = Za ta račun je potrebna tudi koda.
code = Koda iz aplikacije
code-help = Šest števk, ki jih kaže zdaj.
recovery-code = Rezervna koda
recovery-code-help = Ena od desetih, shranjenih za dan brez aplikacije. Velja enkrat.
use-recovery-code = Aplikacije ni pri roki: rezervna koda
code-from-app = Koda iz aplikacije

go-on = Naprej
link-for = Za
link-other-here = Na tej napravi je zdaj:
link-dead-title = Ta povezava ne velja več
link-dead = Je že porabljena, njen čas je potekel ali pa je bila poslana novejša.
link-not-whole = Naslovu te strani manjka zadnji del. Odpri povezavo še enkrat, naravnost iz sporočila.
link-new-one = Nova pride na isto e-pošto:
to-the-door = Na vhod
to-the-rooms = V moje sobe

sign-in-link-title = Ponovno dobrodošli
sign-in-link-lead = Ta povezava vodi naravnost noter, brez gesla. Velja enkrat.

reset-title = Novo geslo
reset-lead = S to povezavo se izbere novo geslo. Velja enkrat.
reset-choose-title = Izbira novega gesla
reset-what = S tem pride do izstopa na vseh napravah; na tej se vstopi takoj.
new-password = Novo geslo
reset-save = Shrani in vstopi

invitation-title = Vabilo
invitation-lead = Atelje je miren prostor za mentorstvo: dva človeka ali majhna skupina se tu pogovarjajo in hranijo, kar so se dogovorili. To vabilo je za eno osebo.
invitation-open = Poglej vabilo
invitation-accept-title = Lepo, da si tukaj
invitation-by = Pošilja:
invitation-what = Kar je napisano v sobi, berejo samo tisti, ki so v njej. Naslov e-pošte se drugim ne pokaže.
invitation-anew = Če je račun že odprt, vodi pot skozi vhod. Če ni, prosi za novo povezavo osebo, ki je poslala vabilo; zanjo je to en dotik.
password-optional = Geslo, po želji
password-optional-help = Brez njega vsakič pripelje noter povezava, ki pride po e-pošti.

address-title = Nov naslov e-pošte
address-lead = Ta povezava potrdi naslov. Do takrat vse ostane, kakor je.
address-what = Odslej vse prihaja na ta naslov in z njim se vstopa.
address-confirm = Potrdi ta naslov
address-done-title = Naslov je potrjen
address-done = Odslej vse prihaja nanj.
address-anew = Za novo je mogoče prositi v »Moj račun«.

set-up-title = Prva oseba tukaj
set-up-lead = Ta atelje je še prazen. Kdor vstopi prvi, skrbi zanj.
set-up = Odpri atelje
password-help = Najboljših je nekaj besed, ki sodijo skupaj samo zate.

invitation =
    .subject = { $inviter } te vabi v Atelje
    .lead = { $inviter } te vabi v Atelje, prostor, kjer se srečujejo in pogovarjajo mentorice, mentorji in mentoriranci.
    .button = Sprejmi vabilo
    .note = Povezava deluje enkrat in velja do: { $until }. Kdor jo ima, lahko vstopi, zato je ni dobro pošiljati naprej. Če je prišla po pomoti, ni treba storiti ničesar.

password_reset =
    .subject = Novo geslo za Atelje
    .lead = Tukaj je mogoče izbrati novo geslo. Do takrat velja sedanje.
    .button = Izberi novo geslo
    .note = Povezava deluje enkrat in velja do: { $until }. Če to ni tvoja želja, ni treba storiti ničesar: vse ostane, kakor je.

sign_in_link =
    .subject = Tvoja pot v Atelje
    .lead = S to povezavo vstopiš brez gesla.
    .button = Vstop
    .note = Povezava deluje enkrat in velja do: { $until }. Če to ni tvoja želja, ni treba storiti ničesar.

address_confirm =
    .subject = Je to tvoj naslov?
    .lead = V Ateljeju je ta naslov naveden kot nova e-pošta neke osebe. Ko je tukaj potrjen, zamenja dosedanjega.
    .button = Potrdi naslov
    .note = Povezava deluje enkrat in velja do: { $until }. Če to ni tvoja želja, ni treba storiti ničesar: vse ostane, kakor je.

address_changed =
    .subject = Tvoja e-pošta v Ateljeju je spremenjena
    .lead = Drug naslov e-pošte je zamenjal tega. Kdaj: { $at }.
    .note = Če to ni tvoja sprememba, takoj sporoči ekipi svojega programa.

password_changed =
    .subject = Tvoje geslo v Ateljeju je spremenjeno
    .lead = Izbrano je bilo novo geslo. Kdaj: { $at }.
    .note = Če to ni tvoja sprememba, takoj sporoči ekipi svojega programa.

second_factor_changed =
    .subject = Drugi korak pri vstopu je spremenjen
    .lead = Spremenjeno je, kar Atelje vpraša poleg gesla. Kdaj: { $at }.
    .note = Če to ni tvoja sprememba, takoj sporoči ekipi svojega programa.

unread =
    .subject = { $sender } ti piše
    .lead = { $sender } ti piše v Ateljeju. Kaj, je mogoče prebrati tam in samo tam.
    .button = Preberi in odgovori
    .note = Dokler ne prebereš, o tem ne pride nobeno pismo več.
    .stop = Brez nadaljnjih pisem o neprebranih sporočilih
    .stop-title = Pisma o neprebranih sporočilih
    .stop-lead = Kadar ti nekdo iz tvojega mentorskega para piše in to ostane neprebrano, ti kratko pismo to sporoči: kdo piše, nikoli kaj.

bulletin =
    .subject = { $title }
    .lead = { $author }, { $programme }: { $title }
    .button = Preberi in odgovori v Ateljeju
    .note = Odgovor tam doseže le eno osebo: { $author }.
    .stop = Brez nadaljnjih pisem z obvestili ekipe
    .stop-title = Pisma z obvestili ekipe
    .stop-lead = Kar ekipa tvojega programa objavi, stoji v Ateljeju in pride tudi po pošti.

alumni =
    .subject = { $programme }: ali še velja?
    .lead = Tvoje soglasje, da te ima ekipa programa { $programme } še naprej v mislih, velja leto dni in se kmalu izteče.
    .button = Poglej in odloči
    .note = Brez novega soglasja se konča: { $until }. Z njim gre tudi, kar je tam zapisano.

enrolled =
    .subject = Sodeluješ: { $programme }
    .lead = { $inviter } te vključuje v Ateljeju: { $programme }. Tvoj račun ostane, kakršen je.
    .button = Odpri Atelje
    .note = Odslej je to na tvoji prvi strani. Če je prišlo po pomoti, sporoči: { $inviter }.

welcome =
    .subject = Nova soba zate: { $programme }
    .lead = V Ateljeju te odslej čaka soba: { $programme }. V njej: { $people }.
    .button = Odpri sobo
    .note = Soba je na voljo odslej, dokler traja program. Če kaj ni prav, sporoči ekipi svojega programa.

talk_wanted =
    .subject = Nekdo si želi pogovora
    .lead = Nekdo iz tvojega programa si želi pogovora s tabo. Kdo in o čem, piše v Ateljeju, in samo tam.
    .button = Poglej in odgovori
    .note = Obljubljen je odgovor v dveh delovnih dneh.

report_received =
    .subject = Nekdo ti je pokazal sporočila
    .lead = Nekdo iz tvojega programa ti je pokazal sporočila, ker si oseba za zaščito. Prebrati jih je mogoče v Ateljeju, in samo tam.
    .button = Odpri
    .note = Nihče drug v ekipi ne ve za to.

quiet_one =
    .subject = Že nekaj časa je tiho
    .lead = V tvoji sobi že nekaj časa ni nič novega. Dovolj je kratka beseda; ali en dotik, da je vse v redu ali da pogovori tečejo drugje.
    .button = Odpri sobo
    .note = Tako je dogovorjeno na začetku. Če ostane tiho, naslednje vprašanje pride vsem v sobi, nato ekipa izve, da je tiho, in nič drugega.

quiet_all =
    .subject = Še vedno je tiho
    .lead = V tvoji sobi je še vedno tiho in to pismo je prišlo vsem v njej. Dovolj je kratka beseda; ali en dotik, da je vse v redu ali da pogovori tečejo drugje.
    .button = Odpri sobo
    .note = Tako je dogovorjeno na začetku. Če ostane tiho, ekipa nato izve, da je tiho, in nič drugega.

foot = Atelje, { $place }. Odgovorov na ta naslov nihče ne bere.

unwanted-title = Pisma iz Ateljeja
unwanted-stop = Naj ne prihajajo več
unwanted-stopped = Taka pisma ne prihajajo več.
unwanted-again = Naj spet prihajajo
unwanted-wanted = Od zdaj ta pisma spet prihajajo.
unwanted-unknown = Ta povezava ni cela. Najbolje jo je odpreti iz samega pisma.

# A person's public page.
page-programme = Del programa { $programme }.
page-until = Ta stran je tu do { $until }.
page-gone = Tukaj ni strani
page-gone-why = Prišla je do konca ali pa je njen naslov drugačen.

archive-title = Soba: { $people }
archive-made = Vse, kar je bilo mogoče prebrati v tej sobi, za: { $name }. Kdaj: { $at }. Čas: { $zone }.
archive-people = V sobi
archive-left = ni več tukaj
archive-first = Prve besede
archive-back = To sporočilo je umaknjeno.
archive-changed = spremenjeno: { $at }
archive-answers = Odgovor na:
archive-none = Tukaj ni bilo rečeno nič.
archive-emptied = Kar je bilo tukaj rečeno, je odstranjeno.
archive-keep = Tu so tudi besede drugih, izrečene v tej sobi in zanjo. Najbolje jih je skrbno hraniti.

shared-title = Deljeno s tabo
shared-lead = Ljudje iz neke sobe so se strinjali, da se nekaj iz nje prebere tukaj.
shared-open = Preberi
shared-noted = Kdor je delil, izve, da je bilo prebrano.
shared-reader = Za:
shared-scope = Uporabiti se sme za:
shared-until = Tukaj je mogoče prebrati do { $until }.
shared-gone = Tukaj ni ničesar več
shared-gone-why = Umaknjeno je, rok je potekel ali pa je naslov drugačen.

archive-kind-pins = Najina polica
archive-kind-meetings = Srečanja
archive-kind-agenda = O čem sva želela govoriti
archive-prompt-who = Kdo smo in kaj nas je pripeljalo sem
archive-prompt-wishes = Kaj si kdo želi od tega časa
archive-prompt-ways = Kako pogosto, kje in kako se srečujemo
archive-prompt-agreement = Naš dogovor: pet vprašanj
archive-prompt-next = Prvi majhen korak do naslednjič
archive-kind-calls = Kje sva se klicala
archive-kind-cards = Kartice
archive-kind-files = Datoteke
archive-kind-goals = Cilji
archive-kind-halfway = Na polovici poti
archive-kind-notes = Zapiski
archive-kind-reflections = Pogled nazaj
archive-kind-agreement = Najin dogovor
archive-kind-releases = Deljeno zunaj sobe
archive-kind-steps = Naslednji koraki
archive-kind-thanks = Hvala
archive-kind-led = Kako smo se tukaj pogovarjali
archive-kind-other = Tudi to je tukaj
archive-minutes = { $minutes } min
archive-own = Samo moje
archive-own-why = Tega ne bere nihče drug in tega ni v kopiji nikogar drugega.
archive-file = Datoteka
archive-note-talked = Pogovor
archive-note-decided = Odločeno
archive-note-next = Naslednji koraki
archive-note-open = Ostaja odprto

dates_agreed =
    .subject = { $more ->
        [0] Termin: { $start }
       *[other] Termini, prvi: { $start }
      }
    .lead = { $many ->
        [0] { $more ->
            [0] Srečanje: { $start }. Pride tudi: { $people }.
            [one] Srečanje: { $start } in še { $more }-krat. Pride tudi: { $people }.
            [two] Srečanje: { $start } in še { $more }-krat. Pride tudi: { $people }.
            [few] Srečanje: { $start } in še { $more }-krat. Pride tudi: { $people }.
           *[other] Srečanje: { $start } in še { $more }-krat. Pride tudi: { $people }.
          }
       *[other] { $more ->
            [0] Vabilo: { $people }, { $start }.
            [one] Vabilo: { $people }, { $start } in še { $more } termin.
            [two] Vabilo: { $people }, { $start } in še { $more } termina.
            [few] Vabilo: { $people }, { $start } in še { $more } termini.
           *[other] Vabilo: { $people }, { $start } in še { $more } terminov.
          }
      }
    .button = { $many ->
        [0] Odpri sobo
       *[other] Poglej
      }
    .note = { $many ->
        [0] Datoteka ob tem sporočilu ga doda v vaš koledar. Če čas vendarle ne ustreza, se v sobi lahko predlaga drug.
       *[other] Datoteka ob tem sporočilu ga doda v vaš koledar. Če ne morete priti, je za to dovolj en dotik.
      }

date_moved =
    .subject = Nov čas: { $start }
    .lead = { $many ->
        [0] { $more ->
            [0] Kar je moralo biti { $before }, bo { $start }. Pride tudi: { $people }.
           *[other] Kar je moralo biti { $before }, bo { $start }. Premaknjeni so tudi drugi: { $more }. Pride tudi: { $people }.
          }
       *[other] { $more ->
            [0] { $people }: namesto { $before } bo { $start }.
           *[other] { $people }: namesto { $before } bo { $start }. Premaknjeni so tudi drugi: { $more }.
          }
      }
    .button = { $many ->
        [0] Odpri sobo
       *[other] Poglej
      }
    .note = Datoteka ob tem sporočilu ga premakne v vašem koledarju.

date_cancelled =
    .subject = Odpovedano: { $start }
    .lead = { $many ->
        [0] { $more ->
            [0] Srečanje, ki je moralo biti { $start }, je odpovedano. Z: { $people }.
           *[other] Srečanje, ki je moralo biti { $start }, je odpovedano. Odpovedani so tudi drugi: { $more }. Z: { $people }.
          }
       *[other] { $more ->
            [0] Odpovedano: { $people }, { $start }.
           *[other] Odpovedano: { $people }, { $start }. Odpovedani so tudi drugi: { $more }.
          }
      }
    .button = { $many ->
        [0] Odpri sobo
       *[other] Poglej
      }
    .note = { $many ->
        [0] Datoteka ob tem sporočilu ga odstrani iz vašega koledarja. V sobi se lahko predlaga drug čas.
       *[other] Datoteka ob tem sporočilu ga odstrani iz vašega koledarja.
      }

date_without_you =
    .subject = Ne pričakujejo vas več: { $start }
    .lead = { $more ->
        [0] Srečanje bo brez vas: { $start }, { $people }.
       *[other] Srečanje bo brez vas: { $start }, { $people }. Brez vas bodo tudi druga: { $more }.
      }
    .button = Poglej
    .note = Datoteka ob tem sporočilu odstrani srečanje iz vašega koledarja.

date_declined =
    .subject = Ne pridete: { $start }
    .lead = { $more ->
        [0] Povedali ste, da ne pridete: { $start }, { $people }.
       *[other] Povedali ste, da ne pridete: { $start }, { $people }. Ne pridete niti na druga: { $more }.
      }
    .button = Poglej
    .note = Datoteka ob tem sporočilu odstrani srečanje iz vašega koledarja. Če vseeno pridete, je dovolj en dotik in srečanje se vrne.

# V lastnih koledarjih.
calendar-meeting = Srečanje
calendar-meeting-with = Srečanje: { $people }
calendar-kick-off = Uvodno srečanje
calendar-consultation = Skupinsko srečanje
calendar-midterm = Srečanje na pol poti
calendar-workshop = Delavnica
calendar-closing = Zaključno srečanje

date_ahead =
    .subject = { $start }: { $people }
    .lead = { $many ->
        [0] Srečanje: { $start }. Pride tudi: { $people }.
       *[other] { $people }: { $start }.
      }
    .button = { $many ->
        [0] Odpri sobo
       *[other] Poglej
      }
    .note = { $many ->
        [0] Če ne morete priti, je v sobi za to dovolj en dotik, brez razloga.
       *[other] Če ne morete priti, je za to dovolj en dotik, brez razloga.
      }
    .stop = Brez sporočil dan prej
    .stop-title = Sporočila dan prej
    .stop-lead = Dan pred srečanjem sporočilo spomni nanj, razen če je v vašem koledarju.

date_soon =
    .subject = Kmalu: { $start }
    .lead = { $many ->
        [0] Začne se: { $start }. Pride tudi: { $people }.
       *[other] Začne se: { $people }, { $start }.
      }
    .button = { $many ->
        [0] Odpri sobo
       *[other] Poglej
      }
    .note = { $many ->
        [0] Če zamujate, je v sobi za to dovolj en dotik.
       *[other] Vrata se odprejo četrt ure prej.
      }

date_asked =
    .subject = { $sender } predlaga čase za srečanje
    .lead = { $sender } predlaga čase za srečanje. En dotik sprejme enega od njih.
    .button = Poglej in odgovori
    .note = Če noben ne ustreza, se prav tako zlahka predlagajo drugi.
    .stop = Brez sporočil o predlaganih časih
    .stop-title = Sporočila o predlaganih časih
    .stop-lead = Kadar časi za srečanje čakajo na vaš odgovor, to sporoči kratko sporočilo.

# Več stvari v enem sporočilu.
daily =
    .subject = { $count ->
        [one] { $count } novica iz Ateljeja
        [two] { $count } novici iz Ateljeja
        [few] { $count } novice iz Ateljeja
       *[other] { $count } novic iz Ateljeja
      }
    .lead = Skupaj v enem sporočilu, da jih ni več kot eno na dan.

times_asked =
    .subject = Kdaj bi lahko: { $title }
    .lead = { $inviter } išče čas: { $title }
    .button = Povej, kdaj
    .note = Traja minuto; odgovori vseh skupaj naredijo datum.

# The page on which people without an account say when they could.
times-lead = Za vsak čas povejte, ali lahko pridete.
times-zone = Časi so v pasu
times-yes = Da
times-maybe = Če je treba
times-no = Ne
times-send = Pošlji
times-thanks = Hvala, zabeleženo je. Dokler ni nič odločeno, se da tu spremeniti.
times-changed = Medtem se sprašuje o drugih časih. Prosimo, odgovorite za te.
times-gone = Tu ni več na kaj odgovoriti
times-gone-why = Odločeno je ali pa je naslov drug.

sums-columns =
    .day = Dan
    .what = Kaj
    .minutes = Minut
    .where = Kje
    .country = Država
    .organisation = Organizacija
    .invited = Vseh povabljenih
    .came = Prišlo
    .confirmed = Potrditev
sums-in-person = v živo
sums-online = na daljavo

# On the way to a call.
call-gone = Ta povezava ne vodi v noben klic. V sobi je tista, ki velja zdaj.
call-away = Strežnik za klice se ne odziva. V sobi piše, kaj sta se dogovorila za to.

proposal_asked =
    .subject = { $programme }: predlog zate
    .lead = Ekipa programa { $programme } ti predlaga osebo za mentorstvo. Kdo je in zakaj, je mogoče prebrati v Ateljeju, in samo tam.
    .button = Oglej si v miru
    .note = Da, najprej vprašanje ali ne zdaj: vsak odgovor je v redu, za ne pa ni treba razloga.

proposal_waits =
    .subject = { $programme }: predlog čaka na odgovor
    .lead = Predlog programa { $programme } je odprt še kratek čas. Da, najprej vprašanje ali ne zdaj: vsak odgovor je v redu.
    .button = Poglej in odgovori
    .note = Brez odgovora se konča sam od sebe in nikomur se ne pove, zakaj.

proposal_answered =
    .subject = { $programme }: odgovor je tu
    .lead = Ekipa programa { $programme } je odgovorila na vprašanje o predlogu. Odgovor je mogoče prebrati v Ateljeju, in samo tam.
    .button = Preberi odgovor
    .note = Čas za razmislek je: vsaj dva dni.

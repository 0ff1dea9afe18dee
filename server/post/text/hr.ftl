invitation =
    .subject = { $inviter } te poziva u Atelje
    .lead = { $inviter } te poziva u Atelje, mjesto gdje se mentorice, mentori i mentiji susreću i razgovaraju.
    .button = Prihvati poziv
    .note = Poveznica radi jednom i vrijedi do: { $until }. Tko je ima, može ući, pa je najbolje ne slati je dalje. Ako je stigla greškom, nije potrebno učiniti ništa.

password_reset =
    .subject = Nova lozinka za Atelje
    .lead = Ovdje se bira nova lozinka. Dotad vrijedi sadašnja.
    .button = Odaberi novu lozinku
    .note = Poveznica radi jednom i vrijedi do: { $until }. Ako ovo nije tvoj zahtjev, nije potrebno učiniti ništa: sve ostaje kako jest.

sign_in_link =
    .subject = Tvoj put u Atelje
    .lead = Ovom se poveznicom ulazi bez lozinke.
    .button = Uđi
    .note = Poveznica radi jednom i vrijedi do: { $until }. Ako ovo nije tvoj zahtjev, nije potrebno učiniti ništa.

address_confirm =
    .subject = Je li ovo tvoja adresa?
    .lead = U Ateljeu je ova adresa navedena kao nečija nova e-pošta. Kad se ovdje potvrdi, zamijenit će dosadašnju.
    .button = Potvrdi adresu
    .note = Poveznica radi jednom i vrijedi do: { $until }. Ako ovo nije tvoj zahtjev, nije potrebno učiniti ništa: sve ostaje kako jest.

address_changed =
    .subject = Tvoja e-pošta u Ateljeu je promijenjena
    .lead = Druga adresa e-pošte zamijenila je ovu. Kada: { $at }.
    .note = Ako to nije tvoja promjena, odmah javi timu svojega programa.

password_changed =
    .subject = Tvoja lozinka u Ateljeu je promijenjena
    .lead = Odabrana je nova lozinka. Kada: { $at }.
    .note = Ako to nije tvoja promjena, odmah javi timu svojega programa.

second_factor_changed =
    .subject = Drugi korak pri ulasku je promijenjen
    .lead = Promijenjeno je ono što Atelje traži uz lozinku. Kada: { $at }.
    .note = Ako to nije tvoja promjena, odmah javi timu svojega programa.

unread =
    .subject = { $sender } ti piše
    .lead = { $sender } ti piše u Ateljeu. Što, može se pročitati ondje, i samo ondje.
    .button = Pročitaj i odgovori
    .note = Dok ne pročitaš, o tome više ne stiže nijedno pismo.
    .stop = Bez daljnjih pisama o nepročitanim porukama
    .stop-title = Pisma o nepročitanim porukama
    .stop-lead = Kad ti netko iz tvojega mentorskog para piše i to ostane nepročitano, kratko ti pismo to javi: tko piše, nikad što.

bulletin =
    .subject = { $title }
    .lead = { $author }, { $programme }: { $title }
    .button = Pročitaj i odgovori u Ateljeu
    .note = Odgovor ondje stiže samo jednoj osobi: { $author }.
    .stop = Bez daljnjih pisama s obavijestima tima
    .stop-title = Pisma s obavijestima tima
    .stop-lead = Što tim tvojega programa objavi, stoji u Ateljeu i stiže i pismom.

alumni =
    .subject = { $programme }: vrijedi li i dalje?
    .lead = Tvoj pristanak da te tim programa { $programme } i dalje ima na umu vrijedi godinu dana i uskoro istječe.
    .button = Pogledaj i odluči
    .note = Bez novoga pristanka završava: { $until }. S njim odlazi i ono što je ondje napisano.

enrolled =
    .subject = Sudjeluješ: { $programme }
    .lead = { $inviter } te uključuje u Ateljeu: { $programme }. Tvoj račun ostaje kakav jest.
    .button = Otvori Atelje
    .note = Od sada to stoji na tvojoj prvoj stranici. Ako je stiglo greškom, javi: { $inviter }.

welcome =
    .subject = Nova soba za tebe: { $programme }
    .lead = U Ateljeu te od sada čeka soba: { $programme }. U njoj: { $people }.
    .button = Otvori sobu
    .note = Soba je tu od sada, dok program traje. Ako nešto nije u redu, javi timu svog programa.

talk_wanted =
    .subject = Netko želi razgovor
    .lead = Netko iz tvog programa želi razgovor s tobom. Tko i o čemu, piše u Ateljeu, i samo ondje.
    .button = Pogledaj i odgovori
    .note = Obećan je odgovor u roku od dva radna dana.

report_received =
    .subject = Netko ti je pokazao poruke
    .lead = Netko iz tvog programa pokazao ti je poruke, jer si osoba za zaštitu. Mogu se pročitati u Ateljeu, i samo ondje.
    .button = Otvori
    .note = Nitko drugi iz tima za to ne zna.

quiet_one =
    .subject = Već je neko vrijeme tiho
    .lead = U vašoj sobi već neko vrijeme nema ničeg novog. Dovoljna je kratka riječ; ili jedan dodir da je sve u redu ili da razgovarate drugdje.
    .button = Otvori sobu
    .note = Tako je dogovoreno na početku. Ako ostane tiho, sljedeće pitanje stiže svima u sobi, a zatim tim doznaje da je tiho, i ništa drugo.

quiet_all =
    .subject = Još uvijek je tiho
    .lead = U vašoj je sobi još uvijek tiho, i ovo pismo stiglo je svima u njoj. Dovoljna je kratka riječ; ili jedan dodir da je sve u redu ili da razgovarate drugdje.
    .button = Otvori sobu
    .note = Tako je dogovoreno na početku. Ako ostane tiho, tim zatim doznaje da je tiho, i ništa drugo.

foot = Atelje, { $place }. Odgovore na ovu adresu nitko ne čita.

unwanted-title = Pisma iz Ateljea
unwanted-stop = Neka više ne stižu
unwanted-stopped = Takva pisma više ne stižu.
unwanted-again = Neka opet stižu
unwanted-wanted = Od sada ta pisma opet stižu.
unwanted-unknown = Ova poveznica nije cijela. Najbolje ju je otvoriti iz samoga pisma.

# A person's public page.
page-programme = Dio programa { $programme }.
page-until = Ova je stranica ovdje do { $until }
page-gone = Ovdje nema stranice
page-gone-why = Došla je do kraja, ili joj je adresa drukčija.

archive-title = Soba: { $people }
archive-made = Sve što se u ovoj sobi moglo pročitati, za: { $name }. Kada: { $at }. Vrijeme: { $zone }.
archive-people = U sobi
archive-left = više nije ovdje
archive-first = Prve riječi
archive-back = Ta je poruka povučena.
archive-changed = izmijenjeno: { $at }
archive-answers = Odgovor na:
archive-none = Ovdje ništa nije rečeno.
archive-emptied = Ono što je ovdje rečeno uklonjeno je.
archive-keep = Ovdje su i riječi drugih, izrečene u ovoj sobi i za nju. Najbolje ih je pažljivo čuvati.

shared-title = Podijeljeno s tobom
shared-lead = Ljudi iz jedne sobe pristali su da se nešto iz nje pročita ovdje.
shared-open = Pročitaj
shared-noted = Oni koji su podijelili doznat će da je pročitano.
shared-reader = Za:
shared-scope = Smije se koristiti za:
shared-until = Ovdje se može pročitati do { $until }
shared-gone = Ovdje više nema ničega
shared-gone-why = Povučeno je, rok je prošao ili je adresa drukčija.

archive-kind-pins = Naša polica
archive-kind-meetings = Susreti
archive-kind-agenda = O čemu smo htjeli razgovarati
archive-prompt-who = Tko smo i što je koga dovelo ovamo
archive-prompt-wishes = Što svatko želi od ovog vremena
archive-prompt-ways = Koliko često, gdje i kako se susrećemo
archive-prompt-agreement = Naš dogovor: pet pitanja
archive-prompt-next = Prvi mali korak do sljedećeg puta
archive-kind-calls = Gdje smo se zvali
archive-kind-cards = Kartice
archive-kind-files = Datoteke
archive-kind-goals = Ciljevi
archive-kind-halfway = Na pola puta
archive-kind-notes = Bilješke
archive-kind-reflections = Pogled unatrag
archive-kind-agreement = Naš dogovor
archive-kind-releases = Podijeljeno izvan sobe
archive-kind-steps = Sljedeći koraci
archive-kind-thanks = Hvala
archive-kind-led = Kako smo ovdje razgovarali
archive-kind-other = I ovo je ovdje
archive-minutes = { $minutes } min
archive-own = Samo moje
archive-own-why = Ovo ne čita nitko drugi i nema ga ni u čijoj drugoj kopiji.
archive-file = Datoteka
archive-note-talked = Razgovor
archive-note-decided = Odlučeno
archive-note-next = Sljedeći koraci
archive-note-open = Ostaje otvoreno

dates_agreed =
    .subject = { $more ->
        [0] Datum: { $start }
       *[other] Datumi, prvi: { $start }
      }
    .lead = { $many ->
        [0] { $more ->
            [0] Susret: { $start }. Dolazi i: { $people }.
            [one] Susret: { $start } i još { $more } put. Dolazi i: { $people }.
            [few] Susret: { $start } i još { $more } puta. Dolazi i: { $people }.
           *[other] Susret: { $start } i još { $more } puta. Dolazi i: { $people }.
          }
       *[other] { $more ->
            [0] Poziv: { $people }, { $start }.
            [one] Poziv: { $people }, { $start } i još { $more } datum.
            [few] Poziv: { $people }, { $start } i još { $more } datuma.
           *[other] Poziv: { $people }, { $start } i još { $more } datuma.
          }
      }
    .button = { $many ->
        [0] Otvori sobu
       *[other] Pogledaj
      }
    .note = { $many ->
        [0] Datoteka uz ovu poštu stavlja ga u vaš kalendar. Ako vrijeme ipak ne odgovara, u sobi se može predložiti drugo.
       *[other] Datoteka uz ovu poštu stavlja ga u vaš kalendar. Ako ne možete doći, za to je dovoljan jedan dodir.
      }

date_moved =
    .subject = Novo vrijeme: { $start }
    .lead = { $many ->
        [0] { $more ->
            [0] Što je trebalo biti { $before }, bit će { $start }. Dolazi i: { $people }.
           *[other] Što je trebalo biti { $before }, bit će { $start }. Premješteni su i drugi: { $more }. Dolazi i: { $people }.
          }
       *[other] { $more ->
            [0] { $people }: umjesto { $before } bit će { $start }.
           *[other] { $people }: umjesto { $before } bit će { $start }. Premješteni su i drugi: { $more }.
          }
      }
    .button = { $many ->
        [0] Otvori sobu
       *[other] Pogledaj
      }
    .note = Datoteka uz ovu poštu premješta ga u vašem kalendaru.

date_cancelled =
    .subject = Otkazano: { $start }
    .lead = { $many ->
        [0] { $more ->
            [0] Susret koji je trebao biti { $start } otkazan je. S kim: { $people }.
           *[other] Susret koji je trebao biti { $start } otkazan je. Otkazani su i drugi: { $more }. S kim: { $people }.
          }
       *[other] { $more ->
            [0] Otkazano: { $people }, { $start }.
           *[other] Otkazano: { $people }, { $start }. Otkazani su i drugi: { $more }.
          }
      }
    .button = { $many ->
        [0] Otvori sobu
       *[other] Pogledaj
      }
    .note = { $many ->
        [0] Datoteka uz ovu poštu briše ga iz vašeg kalendara. U sobi se može predložiti drugo vrijeme.
       *[other] Datoteka uz ovu poštu briše ga iz vašeg kalendara.
      }

date_without_you =
    .subject = Više vas se ne očekuje: { $start }
    .lead = { $more ->
        [0] Susret se održava bez vas: { $start }, { $people }.
       *[other] Susret se održava bez vas: { $start }, { $people }. Bez vas su i drugi: { $more }.
      }
    .button = Pogledaj
    .note = Datoteka uz ovu poštu briše susret iz vašeg kalendara.

date_declined =
    .subject = Ne dolazite: { $start }
    .lead = { $more ->
        [0] Rekli ste da ne dolazite: { $start }, { $people }.
       *[other] Rekli ste da ne dolazite: { $start }, { $people }. Ne dolazite ni na druge: { $more }.
      }
    .button = Pogledaj
    .note = Datoteka uz ovu poštu briše susret iz vašeg kalendara. Ako ipak dođete, dovoljan je jedan dodir i susret se vraća.

# U vlastitim kalendarima.
calendar-meeting = Susret
calendar-meeting-with = Susret: { $people }
calendar-kick-off = Početni susret
calendar-consultation = Zajednički razgovor
calendar-midterm = Susret na pola puta
calendar-workshop = Radionica
calendar-closing = Završni susret

date_ahead =
    .subject = { $start }: { $people }
    .lead = { $many ->
        [0] Susret: { $start }. Dolazi i: { $people }.
       *[other] { $people }: { $start }.
      }
    .button = { $many ->
        [0] Otvori sobu
       *[other] Pogledaj
      }
    .note = { $many ->
        [0] Ako ne možete doći, u sobi je za to dovoljan jedan dodir, bez razloga.
       *[other] Ako ne možete doći, za to je dovoljan jedan dodir, bez razloga.
      }
    .stop = Bez pošte dan prije
    .stop-title = Pošta dan prije
    .stop-lead = Dan prije susreta pošta podsjeća na njega, osim ako stoji u vašem kalendaru.

date_soon =
    .subject = Uskoro: { $start }
    .lead = { $many ->
        [0] Počinje: { $start }. Dolazi i: { $people }.
       *[other] Počinje: { $people }, { $start }.
      }
    .button = { $many ->
        [0] Otvori sobu
       *[other] Pogledaj
      }
    .note = { $many ->
        [0] Ako kasnite, u sobi je za to dovoljan jedan dodir.
       *[other] Vrata se otvaraju četvrt sata prije početka.
      }

date_asked =
    .subject = { $sender } predlaže vremena za susret
    .lead = { $sender } predlaže vremena za susret. Jedan dodir prihvaća jedno od njih.
    .button = Pogledaj i odgovori
    .note = Ako nijedno ne odgovara, jednako se lako predlože druga.
    .stop = Bez pošte o predloženim vremenima
    .stop-title = Pošta o predloženim vremenima
    .stop-lead = Kad vremena za susret čekaju vaš odgovor, to javlja kratka pošta.

# Više toga u jednoj pošti.
daily =
    .subject = { $count ->
        [one] { $count } novost iz Ateljea
        [few] { $count } novosti iz Ateljea
       *[other] { $count } novosti iz Ateljea
      }
    .lead = Zajedno u jednoj pošti, da ih ne bude više od jedne dnevno.

times_asked =
    .subject = Kada biste mogli: { $title }
    .lead = { $inviter } traži vrijeme: { $title }
    .button = Reci kada
    .note = Traje minutu; odgovori svih zajedno čine datum.

# The page on which people without an account say when they could.
times-lead = Za svako vrijeme recite možete li doći.
times-zone = Vremena su u zoni
times-yes = Da
times-maybe = Ako treba
times-no = Ne
times-send = Pošalji
times-thanks = Hvala, zabilježeno je. Dok ništa nije odlučeno, ovdje se može promijeniti.
times-changed = U međuvremenu se pita za druga vremena. Molimo odgovorite za ova.
times-gone = Ovdje se više nema na što odgovoriti
times-gone-why = Odlučeno je ili je adresa druga.

sums-columns =
    .day = Dan
    .what = Što
    .minutes = Minuta
    .where = Gdje
    .country = Zemlja
    .organisation = Organizacija
    .invited = Ukupno pozvano
    .came = Došlo
    .confirmed = Potvrda
sums-in-person = uživo
sums-online = na daljinu

# On the way to a call.
call-gone = Ova poveznica ne vodi ni u jedan poziv. U sobi stoji ona koja sada vrijedi.
call-away = Poslužitelj poziva ne odgovara. U sobi stoji što ste za to dogovorili.

proposal_asked =
    .subject = { $programme }: prijedlog za tebe
    .lead = Tim programa { $programme } predlaže ti osobu za mentorstvo. Tko je to i zašto može se pročitati u Ateljeu, i samo ondje.
    .button = Pogledaj u miru
    .note = Da, prvo pitanje ili ne sada: svaki je odgovor u redu, a za ne nije potreban razlog.

proposal_waits =
    .subject = { $programme }: prijedlog čeka odgovor
    .lead = Prijedlog programa { $programme } otvoren je još kratko. Da, prvo pitanje ili ne sada: svaki je odgovor u redu.
    .button = Pogledaj i odgovori
    .note = Bez odgovora završava sam od sebe i nikome se ne govori zašto.

proposal_answered =
    .subject = { $programme }: stigao je odgovor
    .lead = Tim programa { $programme } odgovorio je na pitanje o prijedlogu. Odgovor se može pročitati u Ateljeu, i samo ondje.
    .button = Pročitaj odgovor
    .note = Ima vremena za razmišljanje: barem dva dana.

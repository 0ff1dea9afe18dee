# Što se javlja osobama koje su se prijavile, i što se pita. U pismima stoje riječi tima; ove su za početak.
interview_asked =
    .subject = Termini za razgovor: { $title }
    .lead = Željeli bismo razgovarati o Vašoj prijavi i predlažemo termine: { $title }
    .button = Odaberi termin
    .note = Tko ima poveznicu, može odgovoriti umjesto Vas, pa je najbolje ne dijeliti je. Ako nijedan termin ne odgovara, dovoljan je jedan dodir.

interview_answered =
    .subject = Stigao je odgovor o razgovoru
    .lead = Netko je odgovorio kada može razgovarati. Tko i kada, može se pročitati u Ateljeu, i samo ondje.
    .button = Pogledaj
    .note = Odgovor se ondje može promijeniti dok termin ne prođe.

outcome =
    .subject = { $title }
    .lead = { $name },
    .note = Tim: { $call }

letter-yes =
    .title = { $title }: voljeli bismo da budete s nama
    .words =
        hvala na prijavi. Pažljivo smo je pročitali i bit će nam drago da budete s nama.

        Što slijedi: u sljedećoj poruci stiže Vaš ulaz u Atelje, mjesto na kojem se događa sve ostalo. Ako se u međuvremenu nešto promijenilo i ne možete sudjelovati, javite nam uskoro, da mjesto može dobiti netko drugi: { $contact }

        Veselimo se putu koji sada počinje.

letter-reserve =
    .title = { $title }: u pričuvi
    .words =
        hvala na prijavi. Pažljivo smo je pročitali i voljeli bismo da budete s nama. Trenutačno nemamo slobodno mjesto koje bismo Vam mogli ponuditi, pa Vas čuvamo u pričuvi.

        Ako se mjesto oslobodi, javit ćemo Vam odmah. Ako radije ne biste čekali, dovoljan je jedan redak, bez razloga: { $contact }

        Znamo da čekanje nije lako i hvala Vam na strpljenju.

letter-no =
    .title = { $title }: o Vašoj prijavi
    .words =
        hvala na prijavi, na vremenu i povjerenju koje je u njoj. Pažljivo smo je pročitali. Ovaj put Vam ne možemo ponuditi mjesto i žao nam je što Vam to moramo napisati.

        To je odluka o ovom pozivu, a ne sud o Vama ni o Vašem radu. Ako želite znati više o tome kako je do nje došlo, pišite nam i netko će Vam odgovoriti: { $contact }

        Ono što ste nam poslali briše se na dan koji Vam je bio rečen. Dobro ste došli i na sljedeće pozive.

# Stranica na kojoj se bira termin za razgovor.
interview-lead = Željeli bismo razgovarati o Vašoj prijavi. Molimo odaberite termin; do tada se ovdje može promijeniti.
interview-zone = Vremena su prema satu:
interview-which = Kada možemo razgovarati?
interview-none = Nijedan od ovih termina ne odgovara
interview-send = Pošalji
interview-thanks = Hvala, zabilježeno je.
interview-changed = U međuvremenu su predloženi drugi termini. Molimo odaberite među njima.
interview-over = Taj je termin prošao. Molimo odaberite drugi.
interview-gone = Ovdje više nema ničega na što bi trebalo odgovoriti
interview-gone-why = Povučeno je, ili je adresa druga.

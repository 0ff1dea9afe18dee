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

foot = Atelje, { $place }. Odgovorov na ta naslov nihče ne bere.
stop = Brez nadaljnjih pisem o neprebranih sporočilih

unwanted-title = Pisma o neprebranih sporočilih
unwanted-lead = Kadar ti nekdo iz tvojega mentorskega para piše in to ostane neprebrano, ti kratko pismo to sporoči: kdo piše, nikoli kaj.
unwanted-stop = Naj ne prihajajo več
unwanted-stopped = Taka pisma ne prihajajo več.
unwanted-again = Naj spet prihajajo
unwanted-wanted = Od zdaj ta pisma spet prihajajo.
unwanted-unknown = Ta povezava ni cela. Najbolje jo je odpreti iz samega pisma.

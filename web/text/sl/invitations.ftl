invite-title = Povabi nekoga
invite-lead = Vabilo pride po e-pošti. Povezavo iz njega je mogoče posredovati tudi kako drugače.
invite-name = Ime in priimek
invite-language = V katerem jeziku
invite = Naredi vabilo

pass-on-title = Vabilo je pripravljeno
pass-on-mailed = Po e-pošti je že na poti na
pass-on-words = Za osebno posredovanje, tako ali z drugimi besedami
pass-on-once = Ta povezava se pokaže samo zdaj. Če se izgubi, se nova naredi spodaj.
share = Deli
invite-another = Povabi še koga

open-invitations = Še niso tukaj
no-open-invitations = Vsi povabljeni so tukaj.
unopened-count = { $count ->
    [0] Vsa vabila so odprta.
    [one] { $count } vabilo še ni odprto.
    [two] { $count } vabili še nista odprti.
    [few] { $count } vabila še niso odprta.
   *[other] { $count } vabil še ni odprtih.
  }
came-count = { $count ->
    [one] { $count } oseba je že tukaj
    [two] { $count } osebi sta že tukaj
    [few] { $count } osebe so že tukaj
   *[other] { $count } oseb je že tukaj
  }
invitation-unopened = Še ni odprto
invitation-opened = Odprto, še ni končano
invitation-lapsed = Sedem dni je minilo
invitation-accepted = Je že tukaj
invitation-until = velja do: { $day }
invitation-renew = Nova povezava
invitation-renew-whose = Nova povezava za: { $name }
invitation-withdraw-whose = Umakni vabilo za: { $name }
invitation-leaving = se umika
invitation-keep = Vseeno obdrži

# To the invited person, in their own language, from the inviter.
invitation-words =
    Pozdravljeni, { $name }!

    { $inviter } pošilja vabilo v Atelje, miren prostor na spletu, kjer se mentorski pari in skupine pogovarjajo in hranijo, kar so se dogovorili. Ničesar ni treba nameščati.

    Ta povezava je samo za eno osebo, zato je ne kaže pošiljati naprej:
    { $link }

    Velja do: { $until }.

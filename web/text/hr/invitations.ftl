invite-title = Pozovi nekoga
invite-lead = Poziv stiže e-poštom. Poveznica iz njega može se proslijediti i na bilo koji drugi način.
invite-name = Ime i prezime
invite-language = Na kojem jeziku
invite = Napravi poziv

pass-on-title = Poziv je spreman
pass-on-mailed = E-poštom je već na putu na
pass-on-words = Za osobno prosljeđivanje, ovako ili drugim riječima
pass-on-once = Ova se poveznica prikazuje samo sada. Ako se izgubi, nova se izrađuje ispod.
share = Podijeli
invite-another = Pozovi još nekoga

open-invitations = Još nisu ovdje
no-open-invitations = Svi pozvani su ovdje.
unopened-count = { $count ->
    [0] Svi su pozivi otvoreni.
    [one] { $count } poziv još nije otvoren.
    [few] { $count } poziva još nisu otvorena.
   *[other] { $count } poziva još nije otvoreno.
  }
came-count = { $count ->
    [one] { $count } osoba je već ovdje
    [few] { $count } osobe su već ovdje
   *[other] { $count } osoba je već ovdje
  }
invitation-unopened = Još nije otvoreno
invitation-opened = Otvoreno, još nije dovršeno
invitation-lapsed = Sedam je dana prošlo
invitation-accepted = Već je ovdje
invitation-until = vrijedi do: { $day }
invitation-renew = Nova poveznica
invitation-renew-whose = Nova poveznica za: { $name }
invitation-withdraw-whose = Povuci poziv za: { $name }
invitation-leaving = povlači se
invitation-keep = Ipak zadrži

# To the invited person, in their own language, from the inviter.
invitation-words =
    Bok, { $name }!

    { $inviter } šalje poziv u Atelje, mirno mjesto na mreži gdje mentorski parovi i grupe razgovaraju i čuvaju ono što su dogovorili. Ništa ne treba instalirati.

    Ova je poveznica samo za jednu osobu, pa je ne treba slati dalje:
    { $link }

    Vrijedi do: { $until }.

our-shelf = Najina polica
put-on-shelf = Daj na polico
shelf-empty = Kaj naj bo vsem pri roki: povezava, zapisek, sporočilo iz pogovora.
shelf-done = { $count ->
    [one] Končano: { $count }
    [two] Končano: { $count }
    [few] Končano: { $count }
   *[other] Končano: { $count }
  }
pin-what = Kaj je to?
pin-is-link = Povezava
pin-is-note = Zapisek
pin-is-message = Sporočilo iz pogovora
pin-is-file = Datoteka iz sobe
pin-is-shared = Skupni zapisek
pin-link = Naslov
pin-link-help = Odpre se šele, ko se je kdo dotakne. Prej se nič ne prenese.
pin-note = Zapisek
pin-message-help = Sporočilo ostane tam, kjer je bilo izrečeno; polica vodi do njega. Če bo umaknjeno, ostane samo to, kar je zapisano tukaj.
pin-thing-help = Ostane tam, kjer je; polica vodi do tja. Če bo odstranjeno, ostane samo to, kar je zapisano tukaj.
pin-thing-gone = Tega, kamor je to vodilo, ni več tukaj.
pin-title = Naslov, če ga ima
pin-why = Čemu je, če to pomaga
pin-section = Razdelek, če jih je več
pin-section-help = Beseda, pod katero stvari sodijo, na primer »Za Kranj«.
pin-next = Za naslednje srečanje
pin-next-help = Takrat stoji med tem, o čemer bo tekla beseda na srečanju.
pin-for-next = naslednje srečanje
pin-put = Daj na polico
pin-save = Shrani
pin-change = Spremeni
pin-keep = Samo hrani
pin-done = Končano
pin-not-done = Vrni med ostalo
pin-remove = Vzemi s police
pin-removed = Vzeto s police.
pin-put-back = Vrni
pin-more = Kaj je mogoče s tem: »{ $name }«
pin-by = { $name }, { $when }
pin-moment = do tega mesta v pogovoru
pin-to-note = do zapiska

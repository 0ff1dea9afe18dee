our-shelf = Naša polica
put-on-shelf = Stavi na policu
shelf-empty = Što treba biti svima pri ruci: poveznica, bilješka, poruka iz razgovora.
shelf-done = { $count ->
    [one] Završeno: { $count }
    [few] Završeno: { $count }
   *[other] Završeno: { $count }
  }
pin-what = Što je to?
pin-is-link = Poveznica
pin-is-note = Bilješka
pin-is-message = Poruka iz razgovora
pin-is-file = Datoteka iz sobe
pin-is-shared = Zajednička bilješka
pin-link = Adresa
pin-link-help = Otvara se samo kad je netko dodirne. Prije toga ništa se ne preuzima.
pin-note = Bilješka
pin-message-help = Poruka ostaje tamo gdje je izrečena; polica vodi do nje. Ako bude povučena, ostaje samo ono što je ovdje napisano.
pin-thing-help = Ostaje tamo gdje jest; polica vodi do nje. Ako bude uklonjena, ostaje samo ono što je ovdje napisano.
pin-thing-gone = Onoga do čega je ovo vodilo više nema ovdje.
pin-title = Naslov, ako ga ima
pin-why = Čemu služi, ako to pomaže
pin-section = Odjeljak, ako ih je više
pin-section-help = Riječ pod koju stvari spadaju, na primjer „Za Kranj“.
pin-next = Za sljedeći susret
pin-next-help = Tada stoji među onim o čemu će biti riječi na susretu.
pin-for-next = sljedeći susret
pin-put = Stavi na policu
pin-save = Spremi
pin-change = Promijeni
pin-keep = Samo čuvaj
pin-done = Završeno
pin-not-done = Vrati među ostalo
pin-remove = Skini
pin-removed = Skinuto s police.
pin-put-back = Vrati
pin-more = Što se može s ovim: „{ $name }“
pin-by = { $name }, { $when }
pin-moment = do tog mjesta u razgovoru
pin-to-note = do bilješke

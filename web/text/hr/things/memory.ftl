key-find = nađi u ovoj sobi
find-words = Riječi
find-words-help = Dovoljan je početak riječi; pismo i kvačice ne igraju ulogu.
find-narrow = Tko, što, kada
find-by = Tko
find-anybody = bilo tko
find-what = Što
find-anything = bilo što
find-from = Od
find-to = Do
find-nothing = Ništa nije pronađeno. Manje riječi, ili samo početak jedne, nalazi više.
find-found = Pronađeno
find-earlier = Ranije
find-unreachable = Bez veze se ne može tražiti. Riječi ostaju ovdje.
find-messages = Poruke
kind-of-pins = Na polici
kind-of-dates = Termini
kind-of-meetings = Susreti
kind-of-agenda = O čemu razgovaramo
kind-of-calls = Poziv
kind-of-cards = Kartice
kind-of-notes = Bilješke
kind-of-files = Datoteke
kind-of-steps = Sljedeći koraci
kind-of-goals = Ciljevi
kind-of-agreement = Naš dogovor
kind-of-reflections = Osvrti
kind-of-thanks = Zahvale
find-kind-other = Također u ovoj sobi
meantime = U međuvremenu
away-named = Gdje se spominjem
away-said = U razgovoru
away-changed = promijenjeno
away-untitled = bez riječi
away-more = { $count ->
    [one] i još { $count }
    [few] i još { $count }
   *[other] i još { $count }
  }

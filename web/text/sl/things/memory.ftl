key-find = najdi v tej sobi
find-words = Besede
find-words-help = Zadošča začetek besede; pisava in strešice niso pomembne.
find-narrow = Kdo, kaj, kdaj
find-by = Kdo
find-anybody = kdor koli
find-what = Kaj
find-anything = kar koli
find-from = Od
find-to = Do
find-nothing = Ni zadetkov. Manj besed ali le začetek ene najde več.
find-found = Najdeno
find-earlier = Prejšnje
find-unreachable = Brez povezave iskanje ni mogoče. Besede ostanejo tukaj.
find-messages = Sporočila
kind-of-pins = Na polici
kind-of-dates = Termini
kind-of-meetings = Srečanja
kind-of-agenda = O čem govorimo
kind-of-calls = Klic
kind-of-cards = Kartice
kind-of-notes = Zapiski
kind-of-files = Datoteke
kind-of-steps = Naslednji koraki
kind-of-goals = Cilji
kind-of-agreement = Najin dogovor
kind-of-reflections = Razmisleki
kind-of-thanks = Zahvale
find-kind-other = Tudi v tej sobi
meantime = Medtem
away-named = Omembe
away-said = V pogovoru
away-changed = spremenjeno
away-untitled = brez besed
away-more = { $count ->
    [one] in še { $count }
    [two] in še { $count }
    [few] in še { $count }
   *[other] in še { $count }
  }

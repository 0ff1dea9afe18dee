copy-link = Kopiraj povezavo do sporočila
people-to-name = Osebe v tej sobi
people-found = { $count ->
    [one] { $count } ime
    [two] { $count } imeni
    [few] { $count } imena
   *[other] { $count } imen
  }
key-send = pošlji
key-line = nova vrstica
key-cancel = opusti odgovor ali spremembo
key-edit-last = v praznem polju: spremeni moje zadnje sporočilo
key-messages = v pogovoru: od sporočila do sporočila
key-reply = na sporočilu: odgovori
key-edit = na mojem sporočilu: spremeni
key-react = na sporočilu: odzovi se
key-quote = na sporočilu: citiraj
key-link = na sporočilu: kopiraj povezavo
key-mention = pri pisanju: omeni koga
key-help = pokaži te tipke

copy-link = Kopiraj poveznicu
people-to-name = Osobe u ovoj sobi
people-found = { $count ->
    [one] { $count } ime
    [few] { $count } imena
   *[other] { $count } imena
  }
key-send = pošalji
key-line = novi red
key-cancel = odustani od odgovora ili izmjene
key-edit-last = u praznom polju: izmijeni moju zadnju poruku
key-messages = u razgovoru: od poruke do poruke
key-reply = na poruci: odgovori
key-edit = na mojoj poruci: izmijeni
key-react = na poruci: reagiraj
key-quote = na poruci: citiraj
key-link = na poruci: kopiraj poveznicu
key-mention = pri pisanju: spomeni nekoga
key-help = pokaži ove tipke

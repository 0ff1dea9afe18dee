show-to-contact = Pokaži ove poruke osobi za zaštitu
show-which = Koje poruke?
show-to-whom = Kome?
show-reason = O čemu je riječ, ako pomaže reći
show-only-these = { $count ->
    [one] Pokazuje se točno ova { $count } poruka, onakva kakva je sada, s imenom osobe koja je pokazuje. Ništa prije nje i ništa poslije nje.
    [few] Pokazuju se točno ove { $count } poruke, onakve kakve su sada, s imenom osobe koja ih pokazuje. Ništa prije, između ni poslije njih.
   *[other] Pokazuje se točno ovih { $count } poruka, onakvih kakve su sada, s imenom osobe koja ih pokazuje. Ništa prije, između ni poslije njih.
  }
show-kept = Kopija se čuva do { $day }, i onda kad se riječi u međuvremenu povuku. Zatim se uklanja.
show-nobody-learns = Nitko drugi za to ne dozna: ni drugi u ovoj sobi, ni tim.
show-send = Pokaži
show-pick-one = Označi barem jednu poruku.
show-pick-fewer = Odjednom se može pokazati najviše { $most } poruka.
show-pick-contact = Izaberi osobu.
show-nobody = Poruke iz ove sobe nema kome pokazati: izvan nje nema osobe za zaštitu. Ostaje telefon.
shown-sent = { $name } sada ima poruke i dobiva e-poštu koja to javlja, bez njihovih riječi.
shown-follow = Pogledaj što je od toga bilo
report-received = Primljeno
report-looking = Razmatra se
report-closed = Zatvoreno
report-did-sent = pokazano
report-did-opened = otvoreno
report-did-looking = razmatra se
report-did-closed = zatvoreno
shown-none = Nijedna poruka nije nikome pokazana. Počinje se u izborniku poruke, u njezinoj sobi.
shown-none-to-me = Ništa ti nije pokazano. Kad ti netko pokaže poruke, stajat će ovdje, a javit će i e-pošta.
shown-by-me = { $count ->
    [one] Pokazana { $count } poruka
    [few] Pokazane { $count } poruke
   *[other] Pokazano { $count } poruka
  }
shown-to = Kome:
shown-nobody-left = Ova ih osoba više ne može pročitati. Mogu se pokazati nekome drugom.
shown-to-me = Pokazuje: { $name }
shown-count = { $count ->
    [one] { $count } poruka
    [few] { $count } poruke
   *[other] { $count } poruka
  }
shown-open = Otvori
shown-look = Razmatra se
shown-close = Zatvori
shown-until = Uklanja se { $day }

show-to-contact = Pokaži ta sporočila osebi za zaščito
show-which = Katera sporočila?
show-to-whom = Komu?
show-reason = Za kaj gre, če pomaga povedati
show-only-these = { $count ->
    [one] Pokaže se natanko to { $count } sporočilo, kakršno je zdaj, z imenom osebe, ki ga pokaže. Nič pred njim in nič za njim.
    [two] Pokažeta se natanko ti { $count } sporočili, kakršni sta zdaj, z imenom osebe, ki ju pokaže. Nič pred njima, vmes ali za njima.
    [few] Pokažejo se natanko ta { $count } sporočila, kakršna so zdaj, z imenom osebe, ki jih pokaže. Nič pred njimi, vmes ali za njimi.
   *[other] Pokaže se natanko teh { $count } sporočil, kakršna so zdaj, z imenom osebe, ki jih pokaže. Nič pred njimi, vmes ali za njimi.
  }
show-kept = Kopija se hrani do { $day }, tudi če so besede medtem umaknjene. Potem se odstrani.
show-nobody-learns = Nihče drug ne izve za to: ne drugi v tej sobi ne ekipa.
show-send = Pokaži
show-pick-one = Označi vsaj eno sporočilo.
show-pick-fewer = Naenkrat je mogoče pokazati največ { $most } sporočil.
show-pick-contact = Izberi osebo.
show-nobody = Sporočil iz te sobe ni komu pokazati: zunaj nje ni osebe za zaščito. Ostane telefon.
shown-sent = { $name } ima zdaj sporočila in dobi e-pošto, ki to pove, brez njihovih besed.
shown-follow = Poglej, kaj je iz tega nastalo
report-received = Prejeto
report-looking = Se obravnava
report-closed = Zaprto
report-did-sent = pokazano
report-did-opened = odprto
report-did-looking = se obravnava
report-did-closed = zaprto
shown-none = Nobeno sporočilo ni bilo nikomur pokazano. Začne se v meniju sporočila, v njegovi sobi.
shown-none-to-me = Nič ti ni bilo pokazano. Ko ti kdo pokaže sporočila, stojijo tukaj, to pa pove tudi e-pošta.
shown-by-me = { $count ->
    [one] Pokazano { $count } sporočilo
    [two] Pokazani { $count } sporočili
    [few] Pokazana { $count } sporočila
   *[other] Pokazanih { $count } sporočil
  }
shown-to = Komu:
shown-nobody-left = Ta oseba jih ne more več prebrati. Mogoče jih je pokazati komu drugemu.
shown-to-me = Pokaže: { $name }
shown-count = { $count ->
    [one] { $count } sporočilo
    [two] { $count } sporočili
    [few] { $count } sporočila
   *[other] { $count } sporočil
  }
shown-open = Odpri
shown-look = Se obravnava
shown-close = Zapri
shown-until = Odstrani se { $day }

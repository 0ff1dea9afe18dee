# A gathering, as who leads it and its team see it.
gathering-coming = pride: { $coming } od { $all }
gathering-comes = pride
gathering-cannot = ne more priti
gathering-unsaid = še ni sporočeno
gathering-others = še iz drugih organizacij: { $count }
gathering-led-by = Vodi: { $names }
gathering-open-door = Odpri vrata
gathering-door-when = Preddverje se odpre četrt ure prej; vrata se lahko odprejo od pol ure prej.
gathering-over = Je mimo.
gathering-off = Odpovedano je.
gathering-attendance = Kdo je prišel
gathering-attendance-lead = Z dotikom označi, kdo je prišel.
gathering-came = prišlo
gathering-took = Koliko minut je trajalo
gathering-save-attendance = Shrani, kdo je prišel
gathering-all-came = Vsi so prišli
gathering-confirmed = Potrditev: { $name }, { $when }
gathering-print = Natisni seznam za podpise
gathering-list = Seznam prisotnih
gathering-list-name = Ime
gathering-list-organisation = Organizacija
gathering-list-signature = Podpis
gathering-all-needs = Kaj ljudje tam potrebujejo
gathering-all-needs-lead = To bere samo, kdor je za to naveden. Izbriše se { $day }.
gathering-all-needs-none = Nihče ni sporočil, da kaj potrebuje.

# What a year came to.
sums-lead = Srečanja parov, kot so jih zapisali, in skupna srečanja, ko je zapisano, kdo je prišel.
sums-unconf = Minila, a ni zapisano, kdo je prišel: { $count }
sums-none = Ničesar še ni bilo.
sums-what = Kaj
sums-count = Koliko
sums-minutes = Minut
sums-remote = na daljavo
sums-place = v živo
sums-people = ljudi
sums-byorg = Po organizaciji
sums-bycountry = Po državi
sums-countries-others = Drugi, po državi; skupine, manjše od pet, stojijo skupaj ali jih ni.
sums-meetings = srečanj
sums-gatherings = skupnih srečanj
sums-pairs = { $least ->
    [0] Pari
   *[other] Pari, od najmanj srečanj: { $least }
  }
sums-persons = { $least ->
    [0] Ljudje
   *[other] Ljudje, od najmanj skupnih srečanj: { $least }
  }
sums-file = Seštevki kot datoteka (CSV)
sums-metof = { $least ->
    [0] { $met }
   *[other] { $met } od { $least }
  }
sums-nobody = brez organizacije
sums-together = skupaj
sums-meeting = Srečanja parov

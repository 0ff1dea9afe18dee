# A gathering, as who leads it and its team see it.
gathering-coming = dolazi: { $coming } od { $all }
gathering-comes = dolazi
gathering-cannot = ne može doći
gathering-unsaid = još nije javljeno
gathering-others = još iz drugih organizacija: { $count }
gathering-led-by = Vodi: { $names }
gathering-open-door = Otvori vrata
gathering-door-when = Predvorje se otvara četvrt sata prije; vrata se mogu otvoriti od pola sata prije.
gathering-over = Prošlo je.
gathering-off = Otkazano je.
gathering-attendance = Tko je došao
gathering-attendance-lead = Dodirom označi tko je došao.
gathering-came = došlo
gathering-took = Koliko je minuta trajalo
gathering-save-attendance = Spremi tko je došao
gathering-all-came = Svi su došli
gathering-confirmed = Potvrda: { $name }, { $when }
gathering-print = Ispiši popis za potpise
gathering-list = Popis sudionika
gathering-list-name = Ime
gathering-list-organisation = Organizacija
gathering-list-signature = Potpis
gathering-all-needs = Što ljudima ondje treba
gathering-all-needs-lead = Ovo čita samo tko je za to naveden. Briše se { $day }.
gathering-all-needs-none = Nitko nije javio da mu išta treba.

# What a year came to.
sums-lead = Susreti parova kako su ih zabilježili i zajednički susreti čim je zabilježeno tko je došao.
sums-unconf = Prošli, a nije zabilježeno tko je došao: { $count }
sums-none = Još ništa nije održano.
sums-what = Što
sums-count = Koliko
sums-minutes = Minuta
sums-remote = na daljinu
sums-place = uživo
sums-people = ljudi
sums-byorg = Po organizaciji
sums-bycountry = Po zemlji
sums-countries-others = Ostali, po zemlji; skupine manje od pet stoje zajedno ili ih nema.
sums-meetings = susreta
sums-gatherings = zajedničkih susreta
sums-pairs = { $least ->
    [0] Parovi
   *[other] Parovi, od najmanje susreta: { $least }
  }
sums-persons = { $least ->
    [0] Ljudi
   *[other] Ljudi, od najmanje zajedničkih susreta: { $least }
  }
sums-file = Zbrojevi kao datoteka (CSV)
sums-metof = { $least ->
    [0] { $met }
   *[other] { $met } od { $least }
  }
sums-nobody = bez organizacije
sums-together = zajedno
sums-meeting = Susreti parova

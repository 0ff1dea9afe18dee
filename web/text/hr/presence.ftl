here = { $count ->
    [one] { $names } je ovdje
    [few] { $names } su ovdje
   *[other] { $names } su ovdje
  }
here-many = { $count ->
    [one] Ovdje je { $count } osoba
    [few] Ovdje su { $count } osobe
   *[other] Ovdje je { $count } osoba
  }
away = { $count ->
    [one] { $names } je trenutačno drugdje
    [few] { $names } su trenutačno drugdje
   *[other] { $names } su trenutačno drugdje
  }
typing = { $count ->
    [one] { $names } piše …
    [few] { $names } pišu …
   *[other] { $names } pišu …
  }
typing-many = Više ljudi piše …
show-presence = Pokaži da sam ovdje
show-presence-what = Tko ovo uključi u ovoj sobi, vidi tko je ovdje i tko piše među onima koji su to također uključili.

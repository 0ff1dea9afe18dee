here = { $count ->
    [one] { $names } је овде
    [few] { $names } су овде
   *[other] { $names } су овде
  }
here-many = { $count ->
    [one] Овде је { $count } особа
    [few] Овде су { $count } особе
   *[other] Овде је { $count } особа
  }
away = { $count ->
    [one] { $names } је тренутно другде
    [few] { $names } су тренутно другде
   *[other] { $names } су тренутно другде
  }
typing = { $count ->
    [one] { $names } пише …
    [few] { $names } пишу …
   *[other] { $names } пишу …
  }
typing-many = Више људи пише …
show-presence = Покажи да сам овде
show-presence-what = Ко ово укључи у овој соби, види ко је овде и ко пише међу онима који су то такође укључили.

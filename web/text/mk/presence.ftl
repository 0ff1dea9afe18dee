here = { $count ->
    [one] { $names } е тука
   *[other] { $names } се тука
  }
here-many = { $count ->
    [one] Тука е { $count } лице
   *[other] Тука се { $count } луѓе
  }
away = { $count ->
    [one] { $names } моментално е на друго место
   *[other] { $names } моментално се на друго место
  }
typing = { $count ->
    [one] { $names } пишува …
   *[other] { $names } пишуваат …
  }
typing-many = Повеќе луѓе пишуваат …
show-presence = Покажи дека сум тука
show-presence-what = Кој ќе го вклучи ова во оваа соба, гледа кој е тука и кој пишува меѓу оние што исто така го вклучиле.

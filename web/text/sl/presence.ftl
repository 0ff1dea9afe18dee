here = { $count ->
    [one] { $names } je tukaj
    [two] { $names } sta tukaj
    [few] { $names } so tukaj
   *[other] { $names } so tukaj
  }
here-many = { $count ->
    [one] Tukaj je { $count } oseba
    [two] Tukaj sta { $count } osebi
    [few] Tukaj so { $count } osebe
   *[other] Tukaj je { $count } oseb
  }
away = { $count ->
    [one] { $names } je trenutno drugje
    [two] { $names } sta trenutno drugje
    [few] { $names } so trenutno drugje
   *[other] { $names } so trenutno drugje
  }
typing = { $count ->
    [one] { $names } piše …
    [two] { $names } pišeta …
    [few] { $names } pišejo …
   *[other] { $names } pišejo …
  }
typing-many = Več ljudi piše …
show-presence = Pokaži, da sem tukaj
show-presence-what = Kdor to vklopi v tej sobi, vidi, kdo je tukaj in kdo piše, med tistimi, ki so to prav tako vklopili.

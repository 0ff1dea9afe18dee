here = { $count ->
    [one] { $names } is here
   *[other] { $names } are here
  }
here-many = { $count ->
    [one] { $count } person is here
   *[other] { $count } people are here
  }
away = { $count ->
    [one] { $names } is away
   *[other] { $names } are away
  }
typing = { $count ->
    [one] { $names } is writing …
   *[other] { $names } are writing …
  }
typing-many = Several people are writing …
show-presence = Show that I am here
show-presence-what = Whoever turns this on in this room sees who is here and who is writing, of those who have turned it on too.

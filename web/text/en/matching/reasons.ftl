# Why two people fit, and what to know before; the codes are the engine's. `reader`: mentee, mentor, or other for the team.
reason-time-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
  }
reason-time-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
reason-needs_met = { $reader ->
    [mentee] You look for: { $skills }. This is what can be given.
    [mentor] Looked for is what you can give: { $skills }.
   *[other] Looked for and given: { $skills }.
  }
reason-disciplines_shared = { $reader ->
    [mentee] You both work here: { $disciplines }.
    [mentor] You both work here: { $disciplines }.
   *[other] Both work here: { $disciplines }.
  }
reason-hours_shared = { $reader ->
    [mentee] Your free hours meet, in a week: { $time }.
    [mentor] Your free hours meet, in a week: { $time }.
   *[other] Hours in common in a week: { $minutes } min.
  }
reason-language_shared = { $reader ->
    [mentee] A language in common: { $language }.
    [mentor] A language in common: { $language }.
   *[other] A language in common: { $language }, { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }.
  }
reason-two_countries = { $reader ->
    [mentee] From two countries, as the programme would like: { $mentee_country }, { $mentor_country }.
    [mentor] From two countries, as the programme would like: { $mentee_country }, { $mentor_country }.
   *[other] From two countries: { $mentee_country }, { $mentor_country }.
  }
reason-can_learn = { $reader ->
    [mentee] There is something that can be learned from you: { $skills }.
    [mentor] You would like to learn this, and can from each other: { $skills }.
   *[other] The mentor could learn in return: { $skills }.
  }
reason-needs_open = Looked for, and not given here: { $skills }.
reason-hours_unknown = { $reader ->
    [mentee] Hours are not known of everybody yet: the first time is to be found together.
    [mentor] Hours are not known of everybody yet: the first time is to be found together.
   *[other] Hours are not known of everybody.
  }
reason-no_language = { $reader ->
    [mentee] A language in which both feel at ease is not known yet.
    [mentor] A language in which both feel at ease is not known yet.
   *[other] No language that both speak at { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  } or better.
  }
reason-hours_too_few = { $reader ->
    [mentee] Your free hours hardly meet: { $time } in a week. It helps if somebody can make room.
    [mentor] Your free hours hardly meet: { $time } in a week. It helps if somebody can make room.
   *[other] Few hours in common in a week: { $minutes } min; wished for: { $needed } min.
  }
reason-conflict_of_interest = Both belong to one organisation.
reason-excluded_by_mentee = The mentee does not want to be brought together with this mentor.
reason-excluded_by_mentor = The mentor does not want to be brought together with this mentee.
reason-wish_of_mentee = The mentee wishes for: { $traits }.
reason-wish_of_mentor = The mentor wishes for: { $traits }.
reason-clocks_apart = Your clocks differ: { $time }.
reason-countries_apart = You live in different countries: meetings are calls, unless somebody travels.
reason-plain_language = The common language, { $language }, is not at home for everybody ({ $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }): plain words help.

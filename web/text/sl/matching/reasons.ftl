# Why two people fit, and what to know before; the codes are the engine's. `reader`: mentee, mentor, or other for the team.
reason-time-hours = { $count ->
    [one] { $count } ura
    [two] { $count } uri
    [few] { $count } ure
   *[other] { $count } ur
  }
reason-time-minutes = { $count ->
    [one] { $count } minuta
    [two] { $count } minuti
    [few] { $count } minute
   *[other] { $count } minut
  }
reason-needs_met = { $reader ->
    [mentee] Prav to, kar se išče, je mogoče dobiti: { $skills }.
    [mentor] Išče se prav to, kar je na voljo: { $skills }.
   *[other] Išče se in daje: { $skills }.
  }
reason-disciplines_shared = { $reader ->
    [mentee] Isto področje dela: { $disciplines }.
    [mentor] Isto področje dela: { $disciplines }.
   *[other] Isto področje dela: { $disciplines }.
  }
reason-hours_shared = { $reader ->
    [mentee] Prosti čas se ujema, na teden: { $time }.
    [mentor] Prosti čas se ujema, na teden: { $time }.
   *[other] Skupni čas na teden: { $minutes } min.
  }
reason-language_shared = { $reader ->
    [mentee] Skupni jezik: { $language }.
    [mentor] Skupni jezik: { $language }.
   *[other] Skupni jezik: { $language }, { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }.
  }
reason-two_countries = { $reader ->
    [mentee] Iz dveh držav, kot si program želi: { $mentee_country }, { $mentor_country }.
    [mentor] Iz dveh držav, kot si program želi: { $mentee_country }, { $mentor_country }.
   *[other] Iz dveh držav: { $mentee_country }, { $mentor_country }.
  }
reason-can_learn = { $reader ->
    [mentee] Nekaj se je mogoče naučiti tudi od tebe: { $skills }.
    [mentor] V zameno se je mogoče naučiti: { $skills }.
   *[other] Mentorska stran se v zameno lahko nauči: { $skills }.
  }
reason-needs_open = Išče se, tu pa se ne daje: { $skills }.
reason-hours_unknown = { $reader ->
    [mentee] Ure še niso znane od vseh: prvi termin se najde skupaj.
    [mentor] Ure še niso znane od vseh: prvi termin se najde skupaj.
   *[other] Ure niso znane od vseh.
  }
reason-no_language = { $reader ->
    [mentee] Jezik, v katerem je vsem lahko, še ni znan.
    [mentor] Jezik, v katerem je vsem lahko, še ni znan.
   *[other] Ni jezika, ki bi ga obe strani govorili na ravni { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  } ali bolje.
  }
reason-hours_too_few = { $reader ->
    [mentee] Prosti čas se komaj ujema: { $time } na teden. Pomaga, če lahko kdo naredi prostor.
    [mentor] Prosti čas se komaj ujema: { $time } na teden. Pomaga, če lahko kdo naredi prostor.
   *[other] Malo skupnega časa na teden: { $minutes } min; zaželeno: { $needed } min.
  }
reason-conflict_of_interest = Obe strani sta iz iste organizacije.
reason-excluded_by_mentee = Mentorirana oseba ne želi tega mentorja ali mentorice.
reason-excluded_by_mentor = Mentor ali mentorica ne želi te osebe.
reason-wish_of_mentee = Mentorirana oseba si želi: { $traits }.
reason-wish_of_mentor = Mentor ali mentorica si želi: { $traits }.
reason-clocks_apart = Uri se razlikujeta: { $time }.
reason-countries_apart = Živite v različnih državah: srečanja so klici, razen če kdo potuje.
reason-plain_language = Skupni jezik, { $language }, ni vsem domač ({ $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }): pomagajo preproste besede.

# Why two people fit, and what to know before; the codes are the engine's. `reader`: mentee, mentor, or other for the team.
reason-time-hours = { $count ->
    [one] { $count } sat
    [few] { $count } sata
   *[other] { $count } sati
  }
reason-time-minutes = { $count ->
    [one] { $count } minuta
    [few] { $count } minute
   *[other] { $count } minuta
  }
reason-needs_met = { $reader ->
    [mentee] Upravo ono što se traži može se dobiti: { $skills }.
    [mentor] Traži se upravo ono što je u ponudi: { $skills }.
   *[other] Traži se i daje: { $skills }.
  }
reason-disciplines_shared = { $reader ->
    [mentee] Isto područje rada: { $disciplines }.
    [mentor] Isto područje rada: { $disciplines }.
   *[other] Isto područje rada: { $disciplines }.
  }
reason-hours_shared = { $reader ->
    [mentee] Slobodno vrijeme se poklapa, tjedno: { $time }.
    [mentor] Slobodno vrijeme se poklapa, tjedno: { $time }.
   *[other] Zajedničko vrijeme tjedno: { $minutes } min.
  }
reason-language_shared = { $reader ->
    [mentee] Zajednički jezik: { $language }.
    [mentor] Zajednički jezik: { $language }.
   *[other] Zajednički jezik: { $language }, { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }.
  }
reason-two_countries = { $reader ->
    [mentee] Iz dvije zemlje, kako program i želi: { $mentee_country }, { $mentor_country }.
    [mentor] Iz dvije zemlje, kako program i želi: { $mentee_country }, { $mentor_country }.
   *[other] Iz dvije zemlje: { $mentee_country }, { $mentor_country }.
  }
reason-can_learn = { $reader ->
    [mentee] Nešto se može naučiti i od tebe: { $skills }.
    [mentor] Zauzvrat se može naučiti: { $skills }.
   *[other] Mentorska strana zauzvrat može naučiti: { $skills }.
  }
reason-needs_open = Traži se, a ovdje se ne daje: { $skills }.
reason-hours_unknown = { $reader ->
    [mentee] Vrijeme još nije poznato od svih: prvi termin naći ćete zajedno.
    [mentor] Vrijeme još nije poznato od svih: prvi termin naći ćete zajedno.
   *[other] Vrijeme nije poznato od svih.
  }
reason-no_language = { $reader ->
    [mentee] Još nije poznat jezik na kojem je svima lako.
    [mentor] Još nije poznat jezik na kojem je svima lako.
   *[other] Nema jezika koji oboje govore na razini { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  } ili boljoj.
  }
reason-hours_too_few = { $reader ->
    [mentee] Slobodno vrijeme jedva se poklapa: { $time } tjedno. Pomaže ako netko može napraviti mjesta.
    [mentor] Slobodno vrijeme jedva se poklapa: { $time } tjedno. Pomaže ako netko može napraviti mjesta.
   *[other] Malo zajedničkog vremena tjedno: { $minutes } min; željeno: { $needed } min.
  }
reason-conflict_of_interest = Oboje su iz iste organizacije.
reason-excluded_by_mentee = Mentorirana osoba ne želi ovog mentora ili mentoricu.
reason-excluded_by_mentor = Mentor ili mentorica ne želi ovu mentoriranu osobu.
reason-wish_of_mentee = Mentorirana osoba želi: { $traits }.
reason-wish_of_mentor = Mentor ili mentorica želi: { $traits }.
reason-clocks_apart = Satovi se razlikuju: { $time }.
reason-countries_apart = Živite u različitim zemljama: susreti su pozivi, osim ako netko ne putuje.
reason-plain_language = Zajednički jezik, { $language }, nije svima materinski ({ $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }): pomažu jednostavne riječi.

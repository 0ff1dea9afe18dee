# Why two people fit, and what to know before; the codes are the engine's. `reader`: mentee, mentor, or other for the team.
reason-time-hours = { $count ->
    [one] { $count } час
   *[other] { $count } часа
  }
reason-time-minutes = { $count ->
    [one] { $count } минута
   *[other] { $count } минути
  }
reason-needs_met = { $reader ->
    [mentee] Токму она што се бара може да се добие: { $skills }.
    [mentor] Се бара токму она што е во понудата: { $skills }.
   *[other] Се бара и се дава: { $skills }.
  }
reason-disciplines_shared = { $reader ->
    [mentee] Иста област на работа: { $disciplines }.
    [mentor] Иста област на работа: { $disciplines }.
   *[other] Иста област на работа: { $disciplines }.
  }
reason-hours_shared = { $reader ->
    [mentee] Слободното време се совпаѓа, неделно: { $time }.
    [mentor] Слободното време се совпаѓа, неделно: { $time }.
   *[other] Заедничко време неделно: { $minutes } min.
  }
reason-language_shared = { $reader ->
    [mentee] Заеднички јазик: { $language }.
    [mentor] Заеднички јазик: { $language }.
   *[other] Заеднички јазик: { $language }, { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }.
  }
reason-two_countries = { $reader ->
    [mentee] Од две земји, како што и сака програмата: { $mentee_country }, { $mentor_country }.
    [mentor] Од две земји, како што и сака програмата: { $mentee_country }, { $mentor_country }.
   *[other] Од две земји: { $mentee_country }, { $mentor_country }.
  }
reason-can_learn = { $reader ->
    [mentee] Нешто може да се научи и од тебе: { $skills }.
    [mentor] За возврат може да се научи: { $skills }.
   *[other] Менторската страна за возврат може да научи: { $skills }.
  }
reason-needs_open = Се бара, а тука не се дава: { $skills }.
reason-hours_unknown = { $reader ->
    [mentee] Времето сѐ уште не е познато од сите: првиот термин ќе го најдете заедно.
    [mentor] Времето сѐ уште не е познато од сите: првиот термин ќе го најдете заедно.
   *[other] Времето не е познато од сите.
  }
reason-no_language = { $reader ->
    [mentee] Сѐ уште не е познат јазик на кој на сите им е лесно.
    [mentor] Сѐ уште не е познат јазик на кој на сите им е лесно.
   *[other] Нема јазик што двете страни го говорат на ниво { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  } или подобро.
  }
reason-hours_too_few = { $reader ->
    [mentee] Слободното време одвај се совпаѓа: { $time } неделно. Помага ако некој може да направи место.
    [mentor] Слободното време одвај се совпаѓа: { $time } неделно. Помага ако некој може да направи место.
   *[other] Малку заедничко време неделно: { $minutes } min; посакувано: { $needed } min.
  }
reason-conflict_of_interest = Двете страни се од иста организација.
reason-excluded_by_mentee = Менторираната личност не го сака овој ментор или менторка.
reason-excluded_by_mentor = Менторот или менторката не ја сака оваа личност.
reason-wish_of_mentee = Менторираната личност сака: { $traits }.
reason-wish_of_mentor = Менторот или менторката сака: { $traits }.
reason-clocks_apart = Часовниците се разликуваат: { $time }.
reason-countries_apart = Живеете во различни земји: средбите се повици, освен ако некој не патува.
reason-plain_language = Заедничкиот јазик, { $language }, не е мајчин за сите ({ $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }): помагаат едноставни зборови.

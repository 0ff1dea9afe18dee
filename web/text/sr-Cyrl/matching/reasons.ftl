# Why two people fit, and what to know before; the codes are the engine's. `reader`: mentee, mentor, or other for the team.
reason-time-hours = { $count ->
    [one] { $count } сат
    [few] { $count } сата
   *[other] { $count } сати
  }
reason-time-minutes = { $count ->
    [one] { $count } минут
    [few] { $count } минута
   *[other] { $count } минута
  }
reason-needs_met = { $reader ->
    [mentee] Управо оно што се тражи може да се добије: { $skills }.
    [mentor] Тражи се управо оно што је у понуди: { $skills }.
   *[other] Тражи се и даје: { $skills }.
  }
reason-disciplines_shared = { $reader ->
    [mentee] Иста област рада: { $disciplines }.
    [mentor] Иста област рада: { $disciplines }.
   *[other] Иста област рада: { $disciplines }.
  }
reason-hours_shared = { $reader ->
    [mentee] Слободно време се поклапа, недељно: { $time }.
    [mentor] Слободно време се поклапа, недељно: { $time }.
   *[other] Заједничко време недељно: { $minutes } min.
  }
reason-language_shared = { $reader ->
    [mentee] Заједнички језик: { $language }.
    [mentor] Заједнички језик: { $language }.
   *[other] Заједнички језик: { $language }, { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }.
  }
reason-two_countries = { $reader ->
    [mentee] Из две земље, како програм и жели: { $mentee_country }, { $mentor_country }.
    [mentor] Из две земље, како програм и жели: { $mentee_country }, { $mentor_country }.
   *[other] Из две земље: { $mentee_country }, { $mentor_country }.
  }
reason-can_learn = { $reader ->
    [mentee] Нешто може да се научи и од тебе: { $skills }.
    [mentor] Заузврат може да се научи: { $skills }.
   *[other] Менторска страна заузврат може да научи: { $skills }.
  }
reason-needs_open = Тражи се, а овде се не даје: { $skills }.
reason-hours_unknown = { $reader ->
    [mentee] Време још није познато од свих: први термин наћи ћете заједно.
    [mentor] Време још није познато од свих: први термин наћи ћете заједно.
   *[other] Време није познато од свих.
  }
reason-no_language = { $reader ->
    [mentee] Још није познат језик на којем је свима лако.
    [mentor] Још није познат језик на којем је свима лако.
   *[other] Нема језика који обоје говоре на нивоу { $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  } или бољем.
  }
reason-hours_too_few = { $reader ->
    [mentee] Слободно време једва се поклапа: { $time } недељно. Помаже ако неко може да направи места.
    [mentor] Слободно време једва се поклапа: { $time } недељно. Помаже ако неко може да направи места.
   *[other] Мало заједничког времена недељно: { $minutes } min; жељено: { $needed } min.
  }
reason-conflict_of_interest = Обоје су из исте организације.
reason-excluded_by_mentee = Менти не жели овог ментора или менторку.
reason-excluded_by_mentor = Ментор или менторка не жели ову особу.
reason-wish_of_mentee = Менти жели: { $traits }.
reason-wish_of_mentor = Ментор или менторка жели: { $traits }.
reason-clocks_apart = Сатови се разликују: { $time }.
reason-countries_apart = Живите у различитим земљама: сусрети су позиви, осим ако неко не путује.
reason-plain_language = Заједнички језик, { $language }, није свима матерњи ({ $level ->
    [1] A1
    [2] A2
    [3] B1
    [4] B2
    [5] C1
   *[6] C2
  }): помажу једноставне речи.

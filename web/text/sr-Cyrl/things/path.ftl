path-change = Промени
path-save = Сачувај
path-remove = Уклони
path-put-back = Врати
path-more = Шта може с овим: „{ $name }“
path-by = { $name }, { $when }
own-only-me = Ово овде читаш само ти, нико други.
own-saved = Сачувано.
own-saving = Чува се …
own-waiting = Тренутно нема одговора. Остаје овде и биће сачувано чим га буде.

next-steps = Следећи кораци
step-new = Нови корак
steps-empty = Једна ствар до следећег сусрета: ко и, ако помаже, до када.
path-steps-done = { $count ->
    [one] Урађено: { $count }
    [few] Урађено: { $count }
   *[other] Урађено: { $count }
  }
step-what = Шта
step-who = Ко
step-of-all = заједно
step-until-when = До када, ако има дана
step-until = до { $day }
step-done-by = урађено · { $name }, { $when }
step-removed = Уклоњено.

goals = Циљеви
goal-new = Нови циљ
goals-empty = Куда то води: ускоро, успут, далеко. Циљ сме да се промени; и то је део пута.
goal-term = Када
goal-term-short = Ускоро
goal-term-middle = Успут
goal-term-long = Далеко
goal-text = Циљ
goal-of = Чији циљ
goal-of-all = свих овде
goal-whose = Циљ: { $name }
goal-sign-question = По чему ћемо знати?
goal-why-question = Зашто је важно?
goal-sign = Знаћемо по овоме:
goal-why = Важно је јер:
goal-was = Пре:
goal-reason = Зато што:
goal-reason-question = Зашто се мења?
goal-reached-question = Шта је то омогућило?
goal-state-open = траје
goal-state-reached = остварен
goal-state-changed = промењен
goal-state-no_longer_needed = више нам не треба
goal-to-open = И даље траје
goal-to-reached = Остварен
goal-to-changed = Промењен
goal-to-no_longer_needed = Више нам не треба
goal-story = { $count ->
    [one] Како се мењао: { $count }
    [few] Како се мењао: { $count }
   *[other] Како се мењао: { $count }
  }
goal-remove = Уклони са свим речима
goal-remove-help = Ништа од њега не остаје, ни како је гласио пре. Циљ који више не треба може то једноставно и да каже.

our-agreement = Наш договор
agreement-offer = Предлог програма. Ништа не чека на њега; добро је једном га проћи у разговору.
agreement-how = Мање може да тражи свако и сам, одмах. За више је потребан пристанак свих.
agreement-review = Прошла су три месеца или више откако сте ово прошли у разговору. Добар тренутак да се опет погледа.
agreement-themes = О чему се не говори, осим ако почне онај кога се тиче
agreement-ways = Како се јављамо једни другима
agreement-quiet = Мирни сати, свако по свом сату
agreement-answer_days = За колико дана одговарамо
agreement-confidence = Шта остаје међу нама
agreement-confidence-offer = Све што се овде каже остаје овде. Ако нешто треба да изађе напоље, прво пристају сви. Граница: кад је неко у опасности.
agreement-confidence-help = Ако остане празно, овде стоје речи програма.
agreement-own-themes = Нешто друго, свако у свом реду
agreement-quiet-from = Од
agreement-quiet-to = До
agreement-quiet-all-day = Мирно цео дан:
agreement-quiet-hours = од { $start } до { $end }
agreement-quiet-days = цео дан: { $days }
agreement-nothing = ништа
agreement-days = { $count ->
    [one] у року од { $count } дана
    [few] у року од { $count } дана
   *[other] у року од { $count } дана
  }
agreement-days-help = Сваки други број је предлог свима.
agreement-form-help = Дужи мирни сати, једна тема више о којој се не говори, један начин мање: то важи одмах. Све остало постаје предлог.
agreement-proposal = Предлог: { $name }
agreement-waits = Још се чека одговор: { $names }
agreement-yes = Пристајем
agreement-no = Радије не
agreement-take-back = Повуци
agreement-talked = Прошли смо то у разговору
agreement-talked-again = Опет смо то прошли у разговору
agreement-talked-by = Прошло у разговору: { $name }, { $when }
theme-family = породица
theme-health = здравље
theme-love = љубав и везе
theme-money = приватни новац
theme-beliefs = вера и политика
theme-work_conflicts = сукоби на послу
way-room = овде у соби
way-mail = е-пошта
way-phone = телефон
way-call = видео-позив
way-texts = кратке поруке
way-in_person = уживо
weekday-1 = понедељак
weekday-2 = уторак
weekday-3 = среда
weekday-4 = четвртак
weekday-5 = петак
weekday-6 = субота
weekday-7 = недеља

reflections = Поглед уназад
reflection-offer = Седам питања, десет до тридесет минута, између сусрета. Најпре за себе; шта ће се поделити, бира се после.
reflection-begin = Поглед уназад: { $month }
reflection-enough = Доста за сада
reflection-go-on = Настави да пишеш
reflection-mine = { $count ->
    [one] Моји месеци: { $count }
    [few] Моји месеци: { $count }
   *[other] Моји месеци: { $count }
  }
reflection-share = Подели део тога
reflection-share-help = Изабрани одговори иду у собу, где их читају сви који су у њој. Остало остаје само код тебе.
reflection-share-now = Подели означено
reflection-shared = Подељено овде
reflection-unshare = Повуци
own-words-back = { $months ->
    [one] Твоје речи од пре { $months } месеца
    [few] Твоје речи од пре { $months } месеца
   *[other] Твоје речи од пре { $months } месеци
  }
month-moment = Који је тренутак овог месеца остао?
month-moved = Шта се помакло, макар и мало?
month-harder = Шта је било теже од очекиваног и шта је помогло?
month-differently = Шта изгледа другачије него пре месец дана?
month-between = Како је међу нама: шта прија, шта недостаје?
month-goals = Да ли циљеви још одговарају? Шта би било боље другачије и зашто?
month-next = Шта вреди испробати следеће или донети на следећи сусрет?

halfway = На пола пута
halfway-offer = Поглед уназад и унапред: како су циљеви почели, шта је од њих постало, следећа три корака.
halfway-later = На средини програма, { $day }, овде је картица за поглед уназад и унапред.
halfway-now = Погледај сада
halfway-how = Најпре свако за себе, затим заједно.
halfway-first = Почело је као
halfway-today = Данас:
halfway-alone = Најпре одговор за себе
halfway-together = Пишемо заједно
halfway-change = Промени картицу
halfway-from-mine = Почни од мојих одговора
halfway-to-steps = Стави их међу следеће кораке
halfway-came = Шта је постало од циљева, шта се променило и зашто?
halfway-works = Шта нам помаже, а шта недостаје?
halfway-steps = Која три корака следе?
halfway-next-steps = Следећа три корака
halfway-step = Корак { $number }

timeline = Наш пут досад
timeline-print = Одштампај
moment-met = Сусрет
moment-goal = Циљ
moment-goal-open = Циљ и даље траје
moment-goal-changed = Циљ је промењен
moment-goal-reached = Циљ је остварен
moment-goal-no_longer_needed = Циљ више не треба
moment-step = Корак је урађен
moment-pin = Стављено на полицу
moment-shared = Подељено из погледа уназад
moment-agreed = Договор је прошао кроз разговор
moment-halfway = Картица на пола пута

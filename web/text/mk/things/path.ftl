path-change = Измени
path-save = Зачувај
path-remove = Отстрани
path-put-back = Врати
path-more = Што може да се направи со „{ $name }“
path-by = { $name }, { $when }
own-only-me = Ова овде го читаш само ти, никој друг.
own-saved = Зачувано.
own-saving = Се зачувува …
own-waiting = Сега нема одговор. Останува тука и ќе се зачува штом ќе има.

next-steps = Следни чекори
step-new = Нов чекор
steps-empty = Едно нешто до следната средба: кој и, ако помага, до кога.
path-steps-done = { $count ->
    [one] Направено: { $count }
   *[other] Направено: { $count }
  }
step-what = Што
step-who = Кој
step-of-all = заедно
step-until-when = До кога, ако има ден
step-until = до { $day }
step-done-by = направено · { $name }, { $when }
step-removed = Отстрането.

goals = Цели
goal-new = Нова цел
goals-empty = Каде води ова: наскоро, попат, далеку. Целта смее да се промени; и тоа е дел од патот.
goal-term = Кога
goal-term-short = Наскоро
goal-term-middle = Попат
goal-term-long = Далеку
goal-text = Целта
goal-of = Чија цел
goal-of-all = на сите овде
goal-whose = Цел на: { $name }
goal-sign-question = По што ќе знаеме?
goal-why-question = Зошто е важно?
goal-sign = Ќе знаеме по ова:
goal-why = Важно е затоа што:
goal-was = Порано:
goal-reason = Затоа што:
goal-reason-question = Зошто се менува?
goal-reached-question = Што го овозможи тоа?
goal-state-open = трае
goal-state-reached = остварена
goal-state-changed = променета
goal-state-no_longer_needed = повеќе не ни треба
goal-to-open = И натаму трае
goal-to-reached = Остварена
goal-to-changed = Променета
goal-to-no_longer_needed = Повеќе не ни треба
goal-story = { $count ->
    [one] Како се менувала: { $count }
   *[other] Како се менувала: { $count }
  }
goal-remove = Отстрани со сите зборови
goal-remove-help = Ништо не останува, ни како гласела порано. Цел што повеќе не треба може едноставно да го каже тоа.

our-agreement = Како се договоривме
agreement-offer = Предлог на програмата. Ништо не чека на него; добро е еднаш да се помине во разговор.
agreement-how = Помалку може да бара секој и сам, веднаш. За повеќе треба согласност од сите.
agreement-review = Поминаа три месеци или повеќе откако го поминавте ова во разговор. Добар момент повторно да се погледне.
agreement-themes = За што не се зборува, освен ако почне оној кого го засега
agreement-ways = Како си се јавуваме
agreement-quiet = Мирни часови, секој по својот часовник
agreement-answer_days = За колку дена одговараме
agreement-confidence = Што останува меѓу нас
agreement-confidence-offer = Сè што се кажува овде останува овде. Ако нешто треба да излезе надвор, прво се согласуваат сите. Границата: кога некој е во опасност.
agreement-confidence-help = Ако остане празно, тука стојат зборовите на програмата.
agreement-own-themes = Нешто друго, секое во свој ред
agreement-quiet-from = Од
agreement-quiet-to = До
agreement-quiet-all-day = Мирно цел ден:
agreement-quiet-hours = од { $start } до { $end }
agreement-quiet-days = цел ден: { $days }
agreement-nothing = ништо
agreement-days = { $count ->
    [one] во рок од { $count } ден
   *[other] во рок од { $count } дена
  }
agreement-days-help = Секој друг број е предлог до сите.
agreement-form-help = Подолги мирни часови, една тема повеќе за која не се зборува, еден начин помалку: тоа важи веднаш. Сè друго станува предлог.
agreement-proposal = Предлог: { $name }
agreement-waits = Уште се чека одговор: { $names }
agreement-yes = Се согласувам
agreement-no = Подобро не
agreement-take-back = Повлечи
agreement-talked = Го поминавме тоа во разговор
agreement-talked-again = Повторно го поминавме тоа во разговор
agreement-talked-by = Поминато во разговор: { $name }, { $when }
theme-family = семејство
theme-health = здравје
theme-love = љубов и врски
theme-money = приватни пари
theme-beliefs = вера и политика
theme-work_conflicts = судири на работа
way-room = овде во собата
way-mail = е-пошта
way-phone = телефон
way-call = видеоповик
way-texts = кратки пораки
way-in_person = во живо
weekday-1 = понеделник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четврток
weekday-5 = петок
weekday-6 = сабота
weekday-7 = недела

reflections = Поглед наназад
reflection-offer = Седум прашања, десет до триесет минути, меѓу средбите. Најпрво за себе; што ќе се сподели, се избира потоа.
reflection-begin = Поглед наназад: { $month }
reflection-enough = Доста за сега
reflection-go-on = Продолжи со пишување
reflection-mine = { $count ->
    [one] Моите месеци: { $count }
   *[other] Моите месеци: { $count }
  }
reflection-share = Сподели дел од тоа
reflection-share-help = Избраните одговори одат во собата, каде што ги читаат сите што се во неа. Другото останува само кај тебе.
reflection-share-now = Сподели го означеното
reflection-shared = Споделено овде
reflection-unshare = Повлечи
own-words-back = { $months ->
    [one] Твоите зборови од пред { $months } месец
   *[other] Твоите зборови од пред { $months } месеци
  }
month-moment = Кој момент од овој месец остана?
month-moved = Што се помрдна, макар и малку?
month-harder = Што беше потешко од очекуваното и што помогна?
month-differently = Што изгледа поинаку отколку пред еден месец?
month-between = Како е меѓу нас: што прави добро, што недостига?
month-goals = Дали целите сè уште одговараат? Што би било подобро поинаку и зошто?
month-next = Што вреди да се проба следно или да се донесе на следната средба?

halfway = На половина пат
halfway-offer = Поглед наназад и нанапред: како почнаа целите, што стана од нив, следните три чекори.
halfway-later = На средината на програмата, { $day }, овде има картичка за поглед наназад и нанапред.
halfway-now = Погледни сега
halfway-how = Најпрво секој за себе, потоа заедно.
halfway-first = Почна како
halfway-today = Денес:
halfway-alone = Најпрво одговор за себе
halfway-together = Пишуваме заедно
halfway-change = Измени ја картичката
halfway-from-mine = Почни од моите одговори
halfway-to-steps = Стави ги меѓу следните чекори
halfway-came = Што стана од целите, што се смени и зошто?
halfway-works = Што ни помага, а што недостига?
halfway-steps = Кои три чекори следуваат?
halfway-next-steps = Следните три чекори
halfway-step = Чекор { $number }

timeline = Нашиот пат досега
timeline-print = Отпечати
moment-met = Средба
moment-goal = Цел
moment-goal-open = Целта и натаму трае
moment-goal-changed = Целта е променета
moment-goal-reached = Целта е остварена
moment-goal-no_longer_needed = Целта повеќе не треба
moment-step = Чекорот е направен
moment-pin = Ставено на полицата
moment-shared = Споделено од погледот наназад
moment-agreed = Договорот помина низ разговор
moment-halfway = Картичката на половина пат

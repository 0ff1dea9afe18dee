dates-title = Следна средба
date-none = Уште нема договорен термин.
date-propose = Предложи три термини
date-another = Уште еден термин
date-there = { $name }: таму { $time }
date-clocks = Пред тоа се поместува часовникот. { $name }: таму ќе биде { $time }, а не { $usual } како дотогаш.
date-clocks-mine = Пред тоа се поместува часовникот. Овде е тоа { $time }, а не { $usual } како дотогаш.
date-proposes = { $name } предлага
date-waits = Предложено; се чека одговор: { $names }
date-take-back = Повлечи
date-others = Предложи други термини
date-none-suits = Ниеден не одговара
date-no-other = Засега нема друг термин
date-lapsed = Предложените термини поминаа.
date-put-away = Тргни
date-stands = Додека не се прифати друг, важи овој: { $when }
date-move = Помести
date-cannot-come = Не можам да дојдам
date-can-come = Сепак можам да дојдам
date-i-cannot = Не можам да дојдам. Другите го гледаат тоа овде; причина не треба.
date-absent = { $name } не може да дојде.
date-find-other = Најди друг термин
date-run-late = Доцнам отприлика
date-late = { $name } доцни околу { $minutes } мин
date-more = Повеќе за терминот { $when }
date-where = Каде ќе биде
date-call-off = Откажи
date-keep = Нека остане
date-reason = Накратко, зошто
date-reason-help = Само ако помага. Останува во оваа соба.
date-rest = И сите подоцнежни од оваа низа
date-did-not-take-place = откажано
date-did-you-meet = Дали се видовте?
date-did-not = Не: најди друг термин
date-story = Како дојде до овој термин
date-story-line = { $name } ({ $day }): { $what }
date-was-cancelled = откажано
date-was-moved = поместено; порано беше { $when }
date-was-agreed = договорено
date-was-answered = тие термини не одговараа
date-was-proposed = предложени други термини
date-then = Потоа
date-further = Понатамошни термини: { $count }
date-past = Поранешни термини: { $count }
date-suggested = Понудени термини
date-row = Термин { $place }
date-row-day = Ден
date-row-time = Време
date-zone = Времето е во сопствената временска зона, { $zone }. Секој го чита во својата.
date-lacking = Треба барем еден ден и време.
date-send = Предложи
date-length = Колку долго
date-words = Збор-два кон тоа, по желба
date-often = Колку често
date-once = Еднаш
date-every-week = Секоја недела
date-every-fortnight = Секои две недели
date-every-month = Секој месец
date-how-many = Колку пати
date-skip = Без државни празници
date-skip-help = Оние од земјите од кои доаѓате. Секој термин може да се помести или откаже засебно.
date-weekly = { $weeks ->
    [1] секоја недела
    [2] секои две недели
   *[other] секои { $weeks } недели
  }, { $times } ×
date-monthly = { $months ->
    [1] секој месец
   *[other] секои { $months } месеци
  }, { $times } ×
gathering-here-next = Следна заедничка средба: { $when }
gathering-here-lobby = Предворјето е отворено; почеток { $when }
gathering-here-open = Вратата е отворена; средба од { $when }
gathering-here-lead = Кој доаѓа

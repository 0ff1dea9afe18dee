dates-title = Следећи сусрет
date-none = Још нема договореног термина.
date-propose = Предложи три термина
date-another = Још један термин
date-there = { $name }: тамо { $time }
date-clocks = Пре тога се помера сат. { $name } ће видети { $time }, а не { $usual } као дотад.
date-clocks-mine = Пре тога се помера сат. Овде је то { $time }, а не { $usual } као дотад.
date-proposes = { $name } предлаже
date-waits = Предложено; чека се одговор: { $names }
date-take-back = Повуци
date-others = Предложи друге термине
date-none-suits = Ниједан не одговара
date-no-other = Засад нема другог термина
date-lapsed = Предложени термини су прошли.
date-put-away = Склони
date-stands = Док се не прихвати други, важи овај: { $when }
date-move = Помери
date-cannot-come = Не могу да дођем
date-can-come = Ипак могу да дођем
date-i-cannot = Не могу да дођем. Остали то овде виде; разлог није потребан.
date-absent = { $name } не може да дође.
date-find-other = Нађи други термин
date-run-late = Касним отприлике
date-late = { $name } касни око { $minutes } мин
date-more = Више о термину { $when }
date-where = Где ће бити
date-call-off = Откажи
date-keep = Нека остане
date-reason = Укратко, зашто
date-reason-help = Само ако помаже. Остаје у овој соби.
date-rest = И све касније из овог низа
date-did-not-take-place = отказано
date-did-you-meet = Да ли сте се видели?
date-did-not = Нисмо: нађи други термин
date-story = Како је дошло до овог термина
date-story-line = { $name } ({ $day }): { $what }
date-was-cancelled = отказано
date-was-moved = померено; пре је било { $when }
date-was-agreed = договорено
date-was-answered = ти термини нису одговарали
date-was-proposed = предложени други термини
date-then = Затим
date-further = Даљи термини: { $count }
date-past = Ранији термини: { $count }
date-suggested = Понуђени термини
date-row = Термин { $place }
date-row-day = Дан
date-row-time = Време
date-zone = Време је у сопственој временској зони, { $zone }. Свако га чита у својој.
date-lacking = Треба бар један дан и време.
date-send = Предложи
date-length = Колико дуго
date-words = Реч-две уз то, по жељи
date-often = Колико често
date-once = Једном
date-every-week = Сваке недеље
date-every-fortnight = Сваке друге недеље
date-every-month = Сваког месеца
date-how-many = Колико пута
date-skip = Без државних празника
date-skip-help = Оних из земаља из којих долазите. Сваки термин може да се помери или откаже засебно.
date-weekly = { $weeks ->
    [1] сваке недеље
    [2] сваке друге недеље
   *[other] на { $weeks } недеља
  }, { $times } ×
date-monthly = { $months ->
    [1] сваког месеца
   *[other] на { $months } месеци
  }, { $times } ×
gathering-here-next = Следећи заједнички сусрет: { $when }
gathering-here-lobby = Предворје је отворено; почетак { $when }
gathering-here-open = Врата су отворена; сусрет од { $when }
gathering-here-lead = Ко долази

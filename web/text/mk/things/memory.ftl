key-find = најди во оваа соба
find-words = Зборови
find-words-help = Доволен е почетокот на зборот; писмото и знаците не се важни.
find-narrow = Кој, што, кога
find-by = Кој
find-anybody = кој било
find-what = Што
find-anything = што било
find-from = Од
find-to = До
find-nothing = Ништо не е најдено. Помалку зборови, или само почетокот на еден, наоѓаат повеќе.
find-found = Најденото
find-earlier = Порано
find-unreachable = Без врска не може да се бара. Зборовите остануваат тука.
find-messages = Пораки
kind-of-pins = На полицата
kind-of-dates = Термини
kind-of-meetings = Средби
kind-of-agenda = За што зборуваме
kind-of-calls = Повикот
kind-of-cards = Картички
kind-of-notes = Записки
kind-of-files = Датотеки
kind-of-steps = Следни чекори
kind-of-goals = Цели
kind-of-agreement = Како се договоривме
kind-of-reflections = Осврти
kind-of-thanks = Благодарности
find-kind-other = Исто така во оваа соба
meantime = Во меѓувреме
away-named = Каде се спомнувам
away-said = Во разговорот
away-changed = променето
away-untitled = без зборови
away-more = { $count ->
    [one] и уште { $count }
   *[other] и уште { $count }
  }

key-find = нађи у овој соби
find-words = Речи
find-words-help = Довољан је почетак речи; писмо и квачице нису важни.
find-narrow = Ко, шта, када
find-by = Ко
find-anybody = било ко
find-what = Шта
find-anything = било шта
find-from = Од
find-to = До
find-nothing = Ништа није нађено. Мање речи, или само почетак једне, налази више.
find-found = Нађено
find-earlier = Раније
find-unreachable = Без везе не може да се тражи. Речи остају овде.
find-messages = Поруке
kind-of-pins = На полици
kind-of-dates = Термини
kind-of-meetings = Сусрети
kind-of-agenda = О чему разговарамо
kind-of-calls = Позив
kind-of-cards = Картице
kind-of-notes = Белешке
kind-of-files = Датотеке
kind-of-steps = Следећи кораци
kind-of-goals = Циљеви
kind-of-agreement = Наш договор
kind-of-reflections = Осврти
kind-of-thanks = Захвале
find-kind-other = Такође у овој соби
meantime = У међувремену
away-named = Где се помињем
away-said = У разговору
away-changed = промењено
away-untitled = без речи
away-more = { $count ->
    [one] и још { $count }
    [few] и још { $count }
   *[other] и још { $count }
  }

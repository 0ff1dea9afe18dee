# Applications, as they are read and chosen.
selecting-choosing-title = Пријави
selecting-choosing-lead = Она што не е избрано се брише { $day }, со сѐ што е запишано за тоа.
selecting-choosing-list = Кој се пријавил
selecting-choosing-count = { $count ->
    [one] { $count } пријава
   *[other] { $count } пријави
  }
selecting-choosing-none = Сѐ уште нема пријави.
selecting-choosing-shown = Прикажи
selecting-choosing-all = Сите
selecting-choosing-unread = Сѐ уште не прочитале:
selecting-choosing-conflicts = { $count ->
    [one] { $count } лице не сака да суди
   *[other] { $count } лица не сакаат да судат
  }
selecting-choosing-told = писмото замина
selecting-choosing-outcome = Што одлучуваме
selecting-choosing-fixed = Писмото за ова замина, па така и останува.
selecting-choosing-not-read-by = Не сакаат да судат
selecting-outcome-none = не е одлучено
selecting-outcome-yes = да
selecting-outcome-reserve = резерва
selecting-outcome-no = не
selecting-leaning-yes = повеќе да
selecting-leaning-reserve = резерва
selecting-leaning-no = повеќе не
selecting-leaning-unsure = не знам
selecting-conflict-begin = За оваа пријава нека суди некој друг
selecting-conflict-maybe = Организацијата наведена овде изгледа како Вашата. Ако поради тоа не е лесно да се суди, еден допир ја трга од Вашиот список.
selecting-conflict-lead = Тогаш исчезнува од Вашиот список, со сѐ што е запишано за неа. Тимот ја гледа причината што ќе ја допрете, и ништо друго. Зошто?
selecting-conflict-same-organisation = Иста организација
selecting-conflict-worked-together = Сме работеле заедно
selecting-conflict-close = Блиско лице
selecting-conflict-other = Нешто друго
selecting-conflict-lift = Сепак може да чита
selecting-review-sent = испратено { $day }
selecting-review-files = Датотеки
selecting-review-kib = { $size } KB
selecting-review-leaning = Кон што се наклонувам
selecting-review-why = Зошто, со мои зборови
selecting-review-who-reads = Ова го чита тимот, а и другите што ја читаат оваа пријава, откако ќе го напишат своето. Лицето што се пријавило не го чита.
selecting-review-keep = Зачувај
selecting-review-change = Зачувај ја промената
selecting-review-noted = Забележано, благодариме.
selecting-review-others-wait = Што мислат другите стои тука откако ќе напишете што мислите Вие.
selecting-review-others = Што мислат другите
selecting-review-mine = Што мислам
selecting-review-write = Моето мислење
selecting-review-next = Следна
selecting-review-unread = за читање
selecting-review-read = отворено
selecting-review-written = напишано
selecting-reviews-title = Пријави за читање
selecting-reviews-lead = Една по друга, во Ваше време. Што мислат другите за некоја се гледа откако ќе напишете што мислите Вие.
selecting-reviews-none = Нема ништо за читање.
selecting-reviews-empty = Сѐ уште ништо не пристигнало.
selecting-reviews-count = уште { $left } од { $all } за читање
selecting-reviews-purged = се брише { $day }, ако не е избрано
selecting-reviews-begin = Почни со читање
selecting-reviews-go-on = Продолжи со читање
selecting-reviews-all = Сите
selecting-reviews-place = { $place } од { $all }
selecting-reviews-done = Тоа беше последната. Благодариме.
selecting-reviewers-title = Кој чита
selecting-reviewers-lead = Секој пишува што мисли пред да види што мислат другите. Кој некого го познава предобро, ја трга таа пријава од својот список.
selecting-reviewers-name = Замоли некого да чита
selecting-reviewers-none = Сѐ уште никој не е замолен да чита. Кој води, и онака чита.
selecting-reviewers-all-plain = ги чита сите пријави
selecting-reviewers-own-plain = ги чита тие од својата земја
selecting-reviewers-own = ги чита тие од: { $country }
selecting-reviewers-written = напишано { $written } од { $all }
selecting-reviewers-remove = Веќе не чита
selecting-reviewers-remove-whom = { $name }: веќе не чита
selecting-reviewers-who = Кој
selecting-reviewers-reach = Кои пријави
selecting-reviewers-ask = Замоли
selecting-interview-title = Разговор
selecting-interview-asked = предложени се термини
selecting-interview-chosen = терминот е избран
selecting-interview-none_suits = ниту еден термин не одговара
selecting-interview-offer = Предложи термини
selecting-interview-others = Предложи други термини
selecting-interview-take-back = Повлечи
selecting-interview-lead = Два или три термина според Вашиот часовник ({ $mine }). Порака носи врска зад која се читаат според часовникот на лицето што се пријавило ({ $theirs }) и се избира еден.
selecting-interview-time = Термин { $number }
selecting-interview-minutes = Колку долго
selecting-interview-length = { $minutes } мин
selecting-interview-place = Како разговараме
selecting-interview-place-help = Врска до повик, телефонски број или адреса.
selecting-interview-send = Испрати ги термините
selecting-letter-as-sent = Писмото
selecting-letter-own = Писмото, со свои зборови
selecting-letter-as-all = Писмото, какво што го добиваат сите
selecting-letter-edit-own = Други зборови за ова лице
selecting-letter-edit = Уреди
selecting-letter-back = Назад на вообичаените зборови
selecting-letter-keep = Зачувај го писмото
selecting-letter-subject = Наслов
selecting-outcome-letters = Писма
selecting-outcome-letters-lead = Подготвени се на секој јазик на кој некој пишувал. Сменете што треба да се каже поинаку; ништо не заминува додека не испратите.
selecting-outcome-letters-none = Кога некој ќе се пријави, писмата се тука.
selecting-outcome-letter-edited = уредено
selecting-outcome-letter-people = { $count ->
    [0] сега никому
    [one] { $count } лице
   *[other] { $count } лица
  }
selecting-outcome-letter-around = Над него стои името на лицето, под него насловот на повикот.
selecting-outcome-letter-own = со свои зборови
selecting-outcome-letters-to = Кој сега добива писмо: { $count }
selecting-outcome-letters-undecided = Сѐ уште не е одлучено, па без писмо: { $count }
selecting-outcome-letters-send = { $count ->
    [one] Испрати { $count } писмо
   *[other] Испрати { $count } писма
  }
selecting-outcome-letters-ask = Заминуваат веднаш, секое еднаш, и што стои во нив, останува. Писма: { $count }.
selecting-outcome-letters-leaving = На пат: { $gone } од { $all }
selecting-outcome-letters-gone = Писма што заминале: { $count }
selecting-taking-in-title = Вклучување
selecting-taking-in-lead = Кој добил „да“, добива покана и оттогаш учествува; што е одговорено во пријавата, станува почеток на сопствените зборови таму.
selecting-taking-in-begin = Вклучи
selecting-taking-in-waiting = на пат
selecting-taking-in-done = поканата е испратена
selecting-taking-in-refused = не е можно
selecting-taking-in-invite = { $count ->
    [one] Покани { $count } лице
   *[other] Покани { $count } лица
  }
selecting-taking-in-organisation = Кој се грижи за нив
selecting-taking-in-organisation-help = Важи за сите означени тука. Поврзувањето не предлага двајца од иста организација, додека важи тоа правило.
selecting-taking-in-nobody = Ниту една организација посебно
selecting-level-1 = A1: неколку зборови
selecting-level-2 = A2
selecting-level-3 = B1
selecting-level-4 = B2
selecting-level-5 = C1
selecting-level-6 = C2 или сопствен
selecting-outcome-letters-others = Писма што сега никој не ги добива

# Applications, as they are read and chosen.
selecting-choosing-title = Пријаве
selecting-choosing-lead = Што није изабрано, брише се { $day }, са свиме што је о томе записано.
selecting-choosing-list = Ко се пријавио
selecting-choosing-count = { $count ->
    [one] { $count } пријава
    [few] { $count } пријаве
   *[other] { $count } пријава
  }
selecting-choosing-none = Још нема пријава.
selecting-choosing-shown = Прикажи
selecting-choosing-all = Све
selecting-choosing-unread = Још нису прочитали:
selecting-choosing-conflicts = { $count ->
    [one] { $count } особа радије не би судила
    [few] { $count } особе радије не би судиле
   *[other] { $count } особа радије не би судило
  }
selecting-choosing-told = писмо је отишло
selecting-choosing-outcome = Шта одлучујемо
selecting-choosing-fixed = Писмо о томе је отишло, па тако и остаје.
selecting-choosing-not-read-by = Радије не би судили
selecting-outcome-none = није одлучено
selecting-outcome-yes = да
selecting-outcome-reserve = резерва
selecting-outcome-no = не
selecting-leaning-yes = пре да
selecting-leaning-reserve = резерва
selecting-leaning-no = пре не
selecting-leaning-unsure = не знам
selecting-conflict-begin = Нека о овој пријави суди неко други
selecting-conflict-maybe = Организација која је овде наведена изгледа као Ваша. Ако због тога није лако судити, један додир је склања са Вашег списка.
selecting-conflict-lead = Тада нестаје са Вашег списка, са свиме што је о њој записано. Тим види разлог који додирнете, и ништа друго. Зашто?
selecting-conflict-same-organisation = Иста организација
selecting-conflict-worked-together = Радили смо заједно
selecting-conflict-close = Блиска особа
selecting-conflict-other = Нешто друго
selecting-conflict-lift = Ипак може да чита
selecting-review-sent = послато { $day }
selecting-review-files = Датотеке
selecting-review-kib = { $size } KB
selecting-review-leaning = Куда нагињем
selecting-review-why = Зашто, мојим речима
selecting-review-who-reads = То чита тим, а и други који читају ову пријаву, када напишу своје. Особа која се пријавила не чита.
selecting-review-keep = Сачувај
selecting-review-change = Сачувај промену
selecting-review-noted = Забележено, хвала.
selecting-review-others-wait = Шта мисле други, стоји овде када напишете шта мислите Ви.
selecting-review-others = Шта мисле други
selecting-review-mine = Шта мислим
selecting-review-write = Моје мишљење
selecting-review-next = Следећа
selecting-review-unread = за читање
selecting-review-read = отворено
selecting-review-written = написано
selecting-reviews-title = Пријаве за читање
selecting-reviews-lead = Једна за другом, у своје време. Шта о некој мисле други, види се када напишете шта мислите Ви.
selecting-reviews-none = Нема ничега за читање.
selecting-reviews-empty = Још ништа није стигло.
selecting-reviews-count = још { $left } од { $all } за читање
selecting-reviews-purged = брише се { $day }, ако није изабрано
selecting-reviews-begin = Почни да читаш
selecting-reviews-go-on = Настави да читаш
selecting-reviews-all = Све
selecting-reviews-place = { $place } од { $all }
selecting-reviews-done = То је била последња. Хвала.
selecting-reviewers-title = Ко чита
selecting-reviewers-lead = Свако напише шта мисли пре него што види шта мисле други. Ко некога предобро познаје, склони ту пријаву са свог списка.
selecting-reviewers-name = Замоли некога да чита
selecting-reviewers-none = Још нико није замољен да чита. Ко води, ионако чита.
selecting-reviewers-all-plain = чита све пријаве
selecting-reviewers-own-plain = чита оне из своје земље
selecting-reviewers-own = чита оне из земље: { $country }
selecting-reviewers-written = написано { $written } од { $all }
selecting-reviewers-remove = Више не чита
selecting-reviewers-remove-whom = { $name }: више не чита
selecting-reviewers-who = Ко
selecting-reviewers-reach = Које пријаве
selecting-reviewers-ask = Замоли
selecting-interview-title = Разговор
selecting-interview-asked = термини су предложени
selecting-interview-chosen = термин је изабран
selecting-interview-none_suits = ниједан термин не одговара
selecting-interview-offer = Предложи термине
selecting-interview-others = Предложи друге термине
selecting-interview-take-back = Повуци
selecting-interview-lead = Два или три термина по Вашем сату ({ $mine }). Порука доноси везу иза које се читају по сату особе која се пријавила ({ $theirs }) и бира један.
selecting-interview-time = Термин { $number }
selecting-interview-minutes = Колико дуго
selecting-interview-length = { $minutes } мин
selecting-interview-place = Како разговарамо
selecting-interview-place-help = Веза до позива, број телефона или адреса.
selecting-interview-send = Пошаљи термине
selecting-letter-as-sent = Писмо
selecting-letter-own = Писмо, сопственим речима
selecting-letter-as-all = Писмо, какво добијају сви
selecting-letter-edit-own = Друге речи за ову особу
selecting-letter-edit = Уреди
selecting-letter-back = Назад на уобичајене речи
selecting-letter-keep = Сачувај писмо
selecting-letter-subject = Наслов
selecting-outcome-letters = Писма
selecting-outcome-letters-lead = Спремна су на сваком језику на којем је ко писао. Промените шта треба рећи другачије; ништа не одлази док не пошаљете.
selecting-outcome-letters-none = Када се неко пријави, писма су овде.
selecting-outcome-letter-edited = уређено
selecting-outcome-letter-people = { $count ->
    [0] сада никоме
    [one] { $count } особа
    [few] { $count } особе
   *[other] { $count } особа
  }
selecting-outcome-letter-around = Изнад стоји име особе, испод назив позива.
selecting-outcome-letter-own = сопственим речима
selecting-outcome-letters-to = Ко сада добија писмо: { $count }
selecting-outcome-letters-undecided = Још није одлучено, па без писма: { $count }
selecting-outcome-letters-send = { $count ->
    [one] Пошаљи { $count } писмо
    [few] Пошаљи { $count } писма
   *[other] Пошаљи { $count } писама
  }
selecting-outcome-letters-ask = Одлазе одмах, свако једанпут, и шта у њима стоји, остаје. Писама: { $count }.
selecting-outcome-letters-leaving = На путу: { $gone } од { $all }
selecting-outcome-letters-gone = Писама која су отишла: { $count }
selecting-taking-in-title = Укључивање
selecting-taking-in-lead = Ко је добио „да“, добија позивницу и отад учествује; шта је одговорено у пријави, постаје почетак сопствених речи тамо.
selecting-taking-in-begin = Укључи
selecting-taking-in-waiting = на путу
selecting-taking-in-done = позивница је послата
selecting-taking-in-refused = није могуће
selecting-taking-in-invite = { $count ->
    [one] Позови { $count } особу
    [few] Позови { $count } особе
   *[other] Позови { $count } особа
  }
selecting-taking-in-organisation = Ко се о њима брине
selecting-taking-in-organisation-help = Важи за све овде означене. Упаривање не предлаже двоје из исте организације док важи то правило.
selecting-taking-in-nobody = Ниједна организација посебно
selecting-level-1 = A1: неколико речи
selecting-level-2 = A2
selecting-level-3 = B1
selecting-level-4 = B2
selecting-level-5 = C1
selecting-level-6 = C2 или сопствени
selecting-outcome-letters-others = Писма која сада нико не добија

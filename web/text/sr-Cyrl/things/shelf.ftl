our-shelf = Наша полица
put-on-shelf = Стави на полицу
shelf-empty = Шта треба да буде свима при руци: веза, белешка, порука из разговора.
shelf-done = { $count ->
    [one] Завршено: { $count }
    [few] Завршено: { $count }
   *[other] Завршено: { $count }
  }
pin-what = Шта је то?
pin-is-link = Веза
pin-is-note = Белешка
pin-is-message = Порука из разговора
pin-is-file = Датотека из собе
pin-is-shared = Заједничка белешка
pin-link = Адреса
pin-link-help = Отвара се само кад је неко додирне. Пре тога се ништа не преузима.
pin-note = Белешка
pin-message-help = Порука остаје тамо где је изречена; полица води до ње. Ако буде повучена, остаје само оно што је овде написано.
pin-thing-help = Остаје тамо где јесте; полица води до ње. Ако буде уклоњена, остаје само оно што је овде написано.
pin-thing-gone = Онога до чега је ово водило више нема овде.
pin-title = Наслов, ако га има
pin-why = Чему служи, ако то помаже
pin-section = Одељак, ако их је више
pin-section-help = Реч под коју ствари спадају, на пример „За Крањ“.
pin-next = За следећи сусрет
pin-next-help = Тада стоји међу оним о чему ће бити речи на сусрету.
pin-for-next = следећи сусрет
pin-put = Стави на полицу
pin-save = Сачувај
pin-change = Измени
pin-keep = Само чувај
pin-done = Завршено
pin-not-done = Врати међу остало
pin-remove = Скини
pin-removed = Скинуто с полице.
pin-put-back = Врати
pin-more = Шта се може с овим: „{ $name }“
pin-by = { $name }, { $when }
pin-moment = до тог места у разговору
pin-to-note = до белешке

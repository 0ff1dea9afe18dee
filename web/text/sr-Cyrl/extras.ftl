copy-link = Копирај адресу поруке
people-to-name = Особе у овој соби
people-found = { $count ->
    [one] { $count } име
    [few] { $count } имена
   *[other] { $count } имена
  }
key-send = пошаљи
key-line = нови ред
key-cancel = одустани од одговора или измене
key-edit-last = у празном пољу: измени моју последњу поруку
key-messages = у разговору: од поруке до поруке
key-reply = на поруци: одговори
key-edit = на мојој поруци: измени
key-react = на поруци: реагуј
key-quote = на поруци: цитирај
key-link = на поруци: копирај њену адресу
key-mention = при писању: помени некога
key-help = покажи ове тастере

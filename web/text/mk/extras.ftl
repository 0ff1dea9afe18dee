copy-link = Копирај ја адресата
people-to-name = Луѓето во оваа соба
people-found = { $count ->
    [one] { $count } име
   *[other] { $count } имиња
  }
key-send = испрати
key-line = нов ред
key-cancel = откажи одговор или измена
key-edit-last = во празно поле: измени ја мојата последна порака
key-messages = во разговорот: од порака до порака
key-reply = на порака: одговори
key-edit = на моја порака: измени
key-react = на порака: реагирај
key-quote = на порака: цитирај
key-link = на порака: копирај ја нејзината адреса
key-mention = при пишување: спомни некого
key-help = покажи ги овие копчиња

proposed-title = Предлог за тебе
proposed-look = Погледај на миру
proposed-until = отворено до: { $when }
proposed-waiting = Одговор је био: да. Сада се питају остали; кад сви кажу да, соба се отвара.
proposed-opened = Ваша соба је отворена
proposed-times = Погледај прве термине
proposed-over = Један предлог више није отворен. Тим тражи даље.

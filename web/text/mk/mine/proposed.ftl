proposed-title = Предлог за тебе
proposed-look = Погледни на мира
proposed-until = отворено до: { $when }
proposed-waiting = Одговорот беше: да. Сега се прашуваат другите; кога сите ќе кажат да, собата се отвора.
proposed-opened = Вашата соба е отворена
proposed-times = Погледни ги првите термини
proposed-over = Еден предлог повеќе не е отворен. Тимот бара понатаму.

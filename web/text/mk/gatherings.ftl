# A gathering, as who leads it and its team see it.
gathering-coming = доаѓаат: { $coming } од { $all }
gathering-comes = доаѓа
gathering-cannot = не може да дојде
gathering-unsaid = сè уште не е јавено
gathering-others = уште од други организации: { $count }
gathering-led-by = Води: { $names }
gathering-open-door = Отвори ја вратата
gathering-door-when = Предворјето се отвора четврт час порано; вратата може да се отвори од половина час порано.
gathering-over = Заврши.
gathering-off = Откажано е.
gathering-attendance = Кој дојде
gathering-attendance-lead = Со допир означи кој дојде.
gathering-came = дојдоа
gathering-took = Колку минути траеше
gathering-save-attendance = Зачувај кој дојде
gathering-all-came = Сите дојдоа
gathering-confirmed = Потврда: { $name }, { $when }
gathering-print = Испечати список за потписи
gathering-list = Список на присутни
gathering-list-name = Име
gathering-list-organisation = Организација
gathering-list-signature = Потпис
gathering-all-needs = Што им треба на луѓето таму
gathering-all-needs-lead = Ова го чита само кој е наведен за тоа. Се брише на { $day }.
gathering-all-needs-none = Никој не јавил дека му треба нешто.

# What a year came to.
sums-lead = Средбите на паровите како што ги забележале и заедничките средби штом е забележано кој дошол.
sums-unconf = Завршени, а не е забележано кој дошол: { $count }
sums-none = Сè уште ништо не е одржано.
sums-what = Што
sums-count = Колку
sums-minutes = Минути
sums-remote = од далечина
sums-place = во живо
sums-people = луѓе
sums-byorg = По организација
sums-bycountry = По земја
sums-countries-others = Другите, по земја; групи помали од пет стојат заедно или ги нема.
sums-meetings = средби
sums-gatherings = заеднички средби
sums-pairs = { $least ->
    [0] Парови
   *[other] Парови, од најмалку средби: { $least }
  }
sums-persons = { $least ->
    [0] Луѓе
   *[other] Луѓе, од најмалку заеднички средби: { $least }
  }
sums-file = Збирови како датотека (CSV)
sums-metof = { $least ->
    [0] { $met }
   *[other] { $met } од { $least }
  }
sums-nobody = без организација
sums-together = заедно
sums-meeting = Средби на паровите

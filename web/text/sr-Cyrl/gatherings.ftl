# A gathering, as who leads it and its team see it.
gathering-coming = долази: { $coming } од { $all }
gathering-comes = долази
gathering-cannot = не може да дође
gathering-unsaid = још није јављено
gathering-others = још из других организација: { $count }
gathering-led-by = Води: { $names }
gathering-open-door = Отвори врата
gathering-door-when = Предворје се отвара четврт сата пре; врата могу да се отворе од пола сата пре.
gathering-over = Прошло је.
gathering-off = Отказано је.
gathering-attendance = Ко је дошао
gathering-attendance-lead = Додиром означи ко је дошао.
gathering-came = дошло
gathering-took = Колико је минута трајало
gathering-save-attendance = Сачувај ко је дошао
gathering-all-came = Сви су дошли
gathering-confirmed = Потврда: { $name }, { $when }
gathering-print = Одштампај списак за потписе
gathering-list = Списак присутних
gathering-list-name = Име
gathering-list-organisation = Организација
gathering-list-signature = Потпис
gathering-all-needs = Шта људима тамо треба
gathering-all-needs-lead = Ово чита само ко је за то наведен. Брише се { $day }.
gathering-all-needs-none = Нико није јавио да му нешто треба.

# What a year came to.
sums-lead = Сусрети парова како су их забележили и заједнички сусрети чим је забележено ко је дошао.
sums-unconf = Прошли, а није забележено ко је дошао: { $count }
sums-none = Још ништа није одржано.
sums-what = Шта
sums-count = Колико
sums-minutes = Минута
sums-remote = на даљину
sums-place = уживо
sums-people = људи
sums-byorg = По организацији
sums-bycountry = По земљи
sums-countries-others = Остали, по земљи; групе мање од пет стоје заједно или их нема.
sums-meetings = сусрета
sums-gatherings = заједничких сусрета
sums-pairs = { $least ->
    [0] Парови
   *[other] Парови, од најмање сусрета: { $least }
  }
sums-persons = { $least ->
    [0] Људи
   *[other] Људи, од најмање заједничких сусрета: { $least }
  }
sums-file = Збирови као датотека (CSV)
sums-metof = { $least ->
    [0] { $met }
   *[other] { $met } од { $least }
  }
sums-nobody = без организације
sums-together = заједно
sums-meeting = Сусрети парова

invite-title = Позови некога
invite-lead = Позив стиже е-поштом. Веза из њега може се проследити и на било који други начин.
invite-name = Име и презиме
invite-language = На ком језику
invite = Направи позив

pass-on-title = Позив је спреман
pass-on-mailed = Е-поштом је већ на путу на
pass-on-words = За лично прослеђивање, овако или другим речима
pass-on-once = Ова веза се приказује само сада. Ако се изгуби, нова се прави испод.
share = Подели
invite-another = Позови још некога

open-invitations = Још нису овде
no-open-invitations = Сви позвани су овде.
unopened-count = { $count ->
    [0] Сви позиви су отворени.
    [one] { $count } позив још није отворен.
    [few] { $count } позива још нису отворена.
   *[other] { $count } позива још није отворено.
  }
came-count = { $count ->
    [one] { $count } особа је већ овде
    [few] { $count } особе су већ овде
   *[other] { $count } особа је већ овде
  }
invitation-unopened = Још није отворено
invitation-opened = Отворено, још није довршено
invitation-lapsed = Седам дана је прошло
invitation-accepted = Већ је овде
invitation-until = важи до: { $day }
invitation-renew = Нова веза
invitation-renew-whose = Нова веза за: { $name }
invitation-withdraw-whose = Повуци позив за: { $name }
invitation-leaving = повлачи се
invitation-keep = Ипак задржи

# To the invited person, in their own language, from the inviter.
invitation-words =
    Здраво, { $name }!

    { $inviter } шаље позив у Атеље, мирно место на мрежи где менторски парови и групе разговарају и чувају оно што су договорили. Ништа не треба инсталирати.

    Ова веза је само за једну особу, па је не треба слати даље:
    { $link }

    Важи до: { $until }.

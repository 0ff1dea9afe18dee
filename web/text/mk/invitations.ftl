invite-title = Покани некого
invite-lead = Поканата стигнува по е-пошта. Врската од неа може да се проследи и на кој било друг начин.
invite-name = Име и презиме
invite-language = На кој јазик
invite = Направи покана

pass-on-title = Поканата е подготвена
pass-on-mailed = По е-пошта е веќе на пат до
pass-on-words = За лично проследување, вака или со други зборови
pass-on-once = Оваа врска се покажува само сега. Ако се изгуби, нова се прави подолу.
share = Сподели
invite-another = Покани уште некого

open-invitations = Сè уште не се тука
no-open-invitations = Сите поканети се тука.
unopened-count = { $count ->
    [0] Сите покани се отворени.
    [one] { $count } покана сè уште не е отворена.
   *[other] { $count } покани сè уште не се отворени.
  }
came-count = { $count ->
    [one] { $count } лице е веќе тука
   *[other] { $count } лица се веќе тука
  }
invitation-unopened = Сè уште не е отворена
invitation-opened = Отворена, сè уште не е довршена
invitation-lapsed = Седумте дена поминаа
invitation-accepted = Веќе е тука
invitation-until = важи до: { $day }
invitation-renew = Нова врска
invitation-renew-whose = Нова врска за: { $name }
invitation-withdraw-whose = Повлечи ја поканата за: { $name }
invitation-leaving = се повлекува
invitation-keep = Сепак задржи

# To the invited person, in their own language, from the inviter.
invitation-words =
    Здраво, { $name }!

    { $inviter } испраќа покана за Ателје, мирно место на мрежата каде што менторски парови и групи разговараат и го чуваат она за што се договориле. Ништо не треба да се инсталира.

    Оваа врска е само за едно лице, па не треба да се праќа понатаму:
    { $link }

    Важи до: { $until }.

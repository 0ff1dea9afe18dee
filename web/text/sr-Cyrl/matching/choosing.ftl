# ── пре него што је ико изабран ──
begin-title = Ко иде с ким
begin-lead = Најпре оно што сваки менти тражи, својим речима, и уз то до три ментора који би то могли да дају. Бира се руком или се предлаже за све. Нико ништа не сазнаје пре питања.
begin-no-mentees = У овој години још нема ментија.
begin-no-mentors = У овој години још нема ментора.
begin-invite = Позови људе
begin-nobody-told = Још нико није рекао шта тражи или шта може да да. Бирање почиње кад неколико њих то каже.
begin-lead-begins = Почиње ко води програм; тада су овде и људи твоје организације.
begin = Почни
silent = О себи још нису ништа рекли, па нису овде: { $names }
silent-write = Пиши им
earlier-title = Раније
earlier-asked = Питани парови: { $count }

# ── докле се стигло ──
needs-title-one-by-one = Шта траже
needs-lead = Једно по једно. Ко је изабран, остаје; остало може да се предложи.
standing = { $placed } од { $all } има ментора
standing-hand = руком: { $count }
standing-found = предложено: { $count }
standing-asked = Парови које питамо: { $count }
propose-all = Предложи за све
propose-others = Предложи за остале
propose-anew = Предложи изнова
look-at-all = Погледај још једном све парове
proved = У целини боље не постоји; то је доказано.
not-proved = Ово је најбоље што је нађено; да боље не постоји, није доказано.
bound = Ово је најбоље што је нађено. Ако боље постоји, боље је највише за { $percent } % ({ $points } поена).
kept = Од раније предложених парова остало их је { $count } од { $all }.
stale = Откад је ово предложено нешто се променило: оно што је неко рекао или што је изабрано. Предложи изнова, па ће опет одговарати.
work-waiting = Почиње за који тренутак …
work-gathering = Скупља се шта су сви рекли …
work-scores = Гледа се како ко с ким одговара …
work-rules = Гледа се шта не сме бити …
work-optimum = Тражи се најбоље за све …
work-stability = Смирује се: ко би радије једно с другим …
work-keeping = Гледа се колико кошта задржати парове …
work-reasons = Разлози се стављају у речи …
work-cancel = Прекини тражење
work-cancelled = Прекинуто. Остало је оно што је било пре.
work-interrupted = Сервер је усред тога стао. Ништа није изгубљено; предложи још једном.
work-failed-died = Прекинуло се усред посла. Ништа није изгубљено; предложи још једном.
work-failed-too_large = Ово је више људи него што може да се упари одједном. Одреди неке руком или неке изостави.
work-failed-too_long = Трајало је предуго. С мање захтева или с мање људи одједном иде брже.
work-failed-nobody = Још нема кога упарити: треба менти и ментор који има места.
work-failed-broken = Није успело, и то нашом кривицом. Ништа није изгубљено; реци ономе ко одржава сервер.

# ── шта су други у међувремену урадили и ко се померио ──
meanwhile-there = Неко је то у међувремену променио. { $what }, како сада стоји: { $now }.
meanwhile-mine = Твоја жеља је била: { $mine }.
meanwhile-leave = Остави како стоји
meanwhile-take-mine = Ипак моје
meanwhile-both = Неко је у међувремену променио нешто друго. Ово је најновије, и твоје је у томе.
said-has = ментор: { $mentor }
said-never = никад заједно: { $mentors }
said-nothing = ништа није одлучено
setting-yes = да
setting-no = не
quotas-count = укупно { $count }
moved = { $count ->
    [one] { $count } особа сада има неког другог.
    [few] { $count } особе сада имају неког другог.
   *[other] { $count } особа сада има неког другог.
  }
moved-nobody = Сви имају оног кога су имали и пре.
move-nobody = { $mentee }: више никога, пре { $before }
move-instead = { $mentee }: { $after } уместо { $before }
move-now = { $mentee }: сада { $after }

# ── шта не може заједно ──
conflict-title = Ово не може све заједно
conflict-lead = Одустани од једног, па ће остало моћи.
conflict-people = О коме је реч: { $names }
conflict-matched = Без тога би ментора могло да има { $count } од { $all }.
conflict-let-go = Одустани од тога
demand-pin = { $mentee } и { $mentor }: задржано у сваком случају
demand-chosen = { $mentee } и { $mentor }: изабрано руком
demand-forbid = { $mentee } и { $mentor }: никад заједно
demand-rule = Шта мора да важи: { $rule }
demand-quota = { $country }: траже се парови из две државе, њих { $wanted }, а уз остало их је могуће највише { $reached }
demand-quota-all = Траже се парови из две државе, њих { $wanted }, а уз остало их је могуће највише { $reached }

# ── једно по једно ──
needs-everybody = Сви
needs-without = Само они без ментора
needs-place = { $place } од { $all }
needs-before = Претходно
needs-next = Следеће
needs-keys = Тастери: ј и к или стрелице напред и назад, 1 до 3 бира, у враћа.
needs-nobody-left = Сви имају ментора.
needs-all-placed = Сви већ имају ментора. Нема више за кога да се бира.
needs-none-here = Овде још нема никога за кога се зна шта тражи.
need-to-find = ментора треба наћи
need-nobody = још никога
need-has-hand = { $mentor }, руком
need-has-round = { $mentor }, предложено
need-silent = Ништа није речено својим речима.
need-skills = Тражи: { $skills }
options-title = { $mentee }: ко би могао да буде ментор
options-none-of-these = Нико од ових
options-all-mentors = Погледај све менторе
options-others = Ове никад: покажи друге
options-never = Никад заједно: { $mentor }
options-no-reason = Ништа посебно не говори у прилог, осим да је могуће.
options-why = Зашто и колико би коштало
search-title = Сви ментори
search-no-mentors = У овој години још нема ментора.
search-silent = још ништа није речено
search-more = Још: { $count }. Налазе се по имену.

# ── ментори које треба наћи ──
find-nobody = { $mentee }: ниједан ментор овде не може. Ментора треба наћи другде или нешто од овога мора да попусти:
find-no_seat = { $mentee }: они који би могли немају више места. Ментора треба наћи другде или се неко други помера.
find-without = { $mentee }: ко би могао, потребнији је неком другом. Ментора треба наћи другде или изабрати руком.
find-against = { $rule } ({ $count })
to-find-title = Ментори које треба наћи
to-find-lead = За њих овде нема правог. Може да се позове неко споља; кад каже шта може да да, појавиће се горе.
to-find-wants = тражи: { $skills }
to-find-look = Погледај
to-find-people = До људи
to-find-invite = Има ли неког ко би одговарао? Позови ту особу као ментора.

# ── двоје људи ──
pair-state-hand = Иду заједно: изабрано руком.
pair-state-pinned = Иду заједно: задржано у сваком случају.
pair-state-round = Иду заједно: предложено.
pair-state-forbidden = Никад не иду заједно: тако је речено.
pair-state-declined = Већ су питани, и било је: сада не.
pair-state-ruled_out = Како ствари стоје, не могу заједно.
pair-state-open = Могли би заједно.
pair-why = Шта говори у прилог
pair-caveats = Добро је знати унапред
pair-why-not = Зашто не
pair-change = Шта би то омогућило
pair-force = Ако заједно иду { $mentee } и { $mentor }
pair-forbid = Ако заједно не иду { $mentee } и { $mentor }
pair-choose = Изабери ово двоје
pair-keep = Задржи ово двоје
pair-leave = Ипак није одлучено
pair-never = Ово двоје никад
pair-allow = Ипак дозволи
matching-forbidden = Речено је да то двоје никад не иде заједно.
matching-pinned = { $mentee } је руком већ уз неког другог.
matching-lower_score = { $mentee }: неко други боље одговара.
matching-seat_worth_more = { $mentor } је другде потребнији; колико би се других померило: { $moved }.
matching-equally_good = Било би једнако добро; једно од тога је требало узети.
matching-declined = Већ је питано, и неко од то двоје рекао је: сада не.
matching-quota = Тражених парова из две државе било би премало.
matching-not_scored = У туђој табели то двоје није наведено заједно.
matching-change_language = Језик који обоје говоре довољно добро, или мањи захтев.
matching-change_hours = Више заједничких сати него што их је сада ({ $minutes } минута недељно), или мањи захтев.
matching-change_conflict_of_interest = Да људи из исте организације смеју заједно.
matching-change_excluded_by_mentee = { $mentee }: повлачи оно што је речено тиму.
matching-change_excluded_by_mentor = { $mentor }: повлачи оно што је речено тиму.
matching-change_wish_of_mentee = { $mentee }: тражи мање.
matching-change_wish_of_mentor = { $mentor }: тражи мање.
matching-change_not_scored = Ред за то двоје у туђој табели.
matching-change_forbidden = Да се опет дозволи.
rule-language = нема језика који обоје говоре довољно добро
rule-hours = премало заједничких сати
rule-conflict_of_interest = из исте организације
rule-excluded_by_mentee = менти је замолио да се не упарују
rule-excluded_by_mentor = ментор је замолио да се не упарују
rule-wish_of_mentee = није оно што менти треба од ментора
rule-wish_of_mentor = није оно што ментор треба од ментија
rule-not_scored = није у туђој табели
cost-people = { $count ->
    [one] { $count } особа мање имала би ментора.
    [few] { $count } особе мање имале би ментора.
   *[other] { $count } особа мање имало би ментора.
  }
cost-people-more = { $count ->
    [one] { $count } особа више имала би ментора.
    [few] { $count } особе више имале би ментора.
   *[other] { $count } особа више имало би ментора.
  }
cost-moves = { $count ->
    [one] Још { $count } особа имала би неког другог.
    [few] Још { $count } особе имале би неког другог.
   *[other] Још { $count } особа имало би неког другог.
  }
cost-nothing = Не кошта ништа: сви остали остају где јесу.
cost-fits-less = Њима би одговарало мало мање, а сви остали остају где јесу.
cost-fits-less-others = У целини би одговарало мало мање.
cost-not-proved = То је нађено; можда кошта и мање.
two-title = Зашто ово двоје, а зашто не?
two-lead = За било ког ментија и било ког ментора: шта говори у прилог, шта не и ко би се померио.
two-mentee = Менти
two-mentor = Ментор

# ── за оне који воле бројеве ──
numbers-for = За оне који воле бројеве
numbers-lead = Шта се овде промени, одмах делује: на три ментора уз сваког ментија и на оно што је предложено за све.
numbers-score = Поени овог пара
numbers-best-for = Највише поена које може да има { $mentee }
numbers-force = Колико поена укупно кошта упарити их
numbers-forbid = Колико поена укупно кошта раздвојити их
numbers-percent = { $percent } %
weights-title = Шта колико вреди
weights-of-others = Одлучује туђа табела. Кад се уклони, ово опет важи.
weight-needs = Оно што се тражи може да се да
weight-disciplines = Заједничке области
weight-hours = Заједнички сати
weight-language = Колико се добро разумеју
weight-cross_country = Из две државе
weight-learning = И ментор може нешто да научи
weight-mentee_ranking = Кога је навео менти
weight-mentor_ranking = Кога је навео ментор
weight-out = не вреди ништа
weight-of = { $value } од 10
rules-title = Шта мора да важи за сваки пар
setting-language_level = Обоје говоре неки језик барем
setting-overlap_minutes = Заједнички сати у недељи
setting-conflict_of_interest = Никад двоје из исте организације
setting-exclusions = Никад с оним с ким је неко замолио да не буде
setting-wishes = Шта једно од другог треба
language-level-0 = то није важно
language-level-1 = неколико речи (A1)
language-level-2 = једноставне ствари (A2)
language-level-3 = довољно за разговор (B1)
language-level-4 = добро (B2)
language-level-5 = врло добро (C1)
language-level-6 = као свој (C2)
overlap-none = то није важно
overlap-minutes = барем { $minutes } минута
rule-count = { $rule }: парова { $pairs }, а за њих { $alone } једина препрека
aims-title = Чему се тежи
setting-objective = Шта је најбоље
objective-total = најбоље за све заједно
objective-fair = најбоље за оне којима мало шта одговара
objective-balanced = између тога
objective-total-what = Што више њих има ментора; затим највећи збир.
objective-fair-what = Што више њих има ментора; затим најмањи број поена што већи; затим збир.
objective-balanced-what = Што више њих има ментора; затим поен више вреди онима којима мало шта одговара.
setting-stability_loss = Мир уместо збира
stability-help = Толико збира сме да се изгуби да буде мање оних који би радије једно с другим.
stability-gain = Оних који би радије једно с другим: пре { $before }, сада { $after }.
stability-too-many = Превише је парова да би се тражио мир.
setting-keep = Задржи раније парове
keep-help = Толико поена више вреди пар који је већ био предложен. Крива доле показује колико то кошта.
keep-of = поена: { $value }
setting-quotas = Парови из две државе
quotas-title = Барем толико парова из две државе
quotas-none = Ништа се не тражи.
quota-add = Затражи
quota-remove = Изостави
quota-met = има их { $reached }, тражи се { $wanted }
quota-count-all = парова из две државе: { $count }
quota-count-mentee = { $country }: парова из две државе { $count }, по ментију
quota-count-either = { $country }: парова из две државе { $count }, на било којој страни
quota-share-all = { $percent } % ментија с неким из друге државе
quota-share-mentee = { $country }: { $percent } % ментија с неким из друге државе
quota-share-either = { $country }, на било којој страни: { $percent } % с неким из друге државе
quota-country = Држава
quota-any-country = све заједно
quota-scope = Чија држава
quota-scope-mentee = ментијева
quota-scope-either = било чија
quota-by = Броји се као
quota-by-count = број парова
quota-by-share = удео у процентима
quota-at-least = Барем
scores-title = Табела поена са стране
scores-there = У њој је парова { $pairs }, од { $least } до { $most } поена, и важи уместо оног горе.
scores-remove = Извади је
scores-csv = Налепи је овде
scores-help = Редови: менти, ментор, поени; људи по адреси е-поште, цео број. Двоје који нису наведени не могу заједно.
scores-file = Или датотека (CSV)
scores-put = Узми ову табелу

# ── шта је испало ──
measures-title = Шта је испало
measures-matched = има ментора
measures-total = поена укупно
measures-smallest = најмање поена
measures-fifth = сваки двадесети има највише
measures-made = Израдио { $engine } из { $input }: од истог двога увек испадне исто.
plot-first = Првих { $count } од { $all }; у табели су сви.
plot-none = ништа
plot-shares = Поени сваке особе и најбоље што је могла да има
plot-shares-what = Светла трака је најбоље што би било који одговор дао само тој особи.
plot-person = Менти
plot-got = Поени
plot-best = Најбоље могуће
plot-blocking = Двоје који би радије једно с другим
plot-blocking-what = Обоје би заједно имали више поена него с онима које имају.
plot-blocking-before = пре смиривања
plot-blocking-now = сада
plot-which = Шта
plot-pairs = Парови
plot-countries = Парови из две државе
plot-countries-what = { $percent } % парова је из две државе.
plot-two-countries = две државе
plot-one-country = једна држава или није познато
plot-languages = Језици
plot-languages-what = Језик који двоје заједно најбоље говори.
plot-language = Језик
plot-load = Колико ментори преузимају
plot-load-what = Светла трака је за колико њих имају места.
plot-mentor = Ментор
plot-mentees = Ментији
plot-seats = Места за
plot-keep = Колико кошта задржати парове
plot-keep-what = Од ранијих парова могло би да се задржи { $count }. Што више задржаних, то више поена кошта.
plot-keep-points = Поени за задржавање
plot-kept = Задржано
plot-lost = Изгубљени поени
plot-fewer = Мање их има ментора
plot-keep-dot = поена { $keep }: задржано { $kept }, изгубљено { $lost }

# ── последњи поглед и питање ──
last-title = Сви парови још једном
last-lead = Ко је означен, тога питамо. Склони ознаку, па остаје овде.
last-without = Засад без ментора ({ $count }): { $names }
last-order-mentor_first = Најпре питамо менторе. Свако речима чита зашто одговара и каже да, сада не или тражи више. Менти за то сазнаје тек кад његов ментор каже да. Кад сви кажу да, соба им се отвара сама.
last-order-together = Све питамо у исто време. Свако речима чита зашто одговара и каже да, сада не или тражи више. Кад сви кажу да, соба им се отвара сама.
last-stale = Откад је ово предложено нешто се променило. Најпре предложи изнова, да нико не буде обећан двапут.
last-back = Назад на бирање
last-by-hand = Изабрано руком.
ask-these = { $count ->
    [one] Питај { $count } пар
    [few] Питај ова { $count } пара
   *[other] Питај ових { $count } парова
  }
asked-title = Сада их питамо
asked = { $count ->
    [one] Сада питамо { $count } пар.
    [few] Сада питамо { $count } пара.
   *[other] Сада питамо { $count } парова.
  }
asked-what = Е-пошта им је рекла да их чека питање, и ништа више. Кад сви из пара кажу да, соба им се отвара сама.
asked-how-it-stands = Погледај како стоји
asked-on = Даље
stop = Прекини, а да се нико не пита
stop-ask = Што је овде изабрано, а још није питано, тада отпада. Ко је већ питан, остаје питан.

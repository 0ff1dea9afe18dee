# ── пред некој да е избран ──
begin-title = Кој оди со кого
begin-lead = Најпрво она што секој менториран го бара, со свои зборови, и покрај тоа до тројца ментори што би можеле да го дадат. Се избира рачно или се предлага за сите. Никој не дознава ништо пред да биде прашан.
begin-no-mentees = Во оваа година сè уште нема менторирани.
begin-no-mentors = Во оваа година сè уште нема ментори.
begin-invite = Покани луѓе
begin-nobody-told = Сè уште никој не кажал што бара или што може да даде. Избирањето почнува кога некои ќе го кажат тоа.
begin-lead-begins = Почнува кој ја води програмата; тогаш се тука и луѓето од твојата организација.
begin = Почни
silent = За себе сè уште не кажале ништо, па не се тука: { $names }
silent-write = Пиши им
earlier-title = Порано
earlier-asked = Прашани парови: { $count }

# ── до каде е стигнато ──
needs-title-one-by-one = Што бараат
needs-lead = Едно по едно. Кој е избран, останува; другото може да се предложи.
standing = { $placed } од { $all } имаат ментор
standing-hand = рачно: { $count }
standing-found = предложено: { $count }
standing-asked = Парови што се прашуваат: { $count }
propose-all = Предложи за сите
propose-others = Предложи за останатите
propose-anew = Предложи одново
look-at-all = Погледни ги уште еднаш сите парови
proved = Во целина подобро не постои; тоа е докажано.
not-proved = Ова е најдоброто што е најдено; дека подобро не постои, не е докажано.
bound = Ова е најдоброто што е најдено. Ако постои подобро, подобро е најмногу за { $percent } % ({ $points } поени).
kept = Од порано предложените парови останале { $count } од { $all }.
stale = Откако е предложено ова, нешто се смени: она што некој го кажал или што е избрано. Предложи одново и пак ќе одговара.
work-waiting = Почнува за миг …
work-gathering = Се собира што кажале сите …
work-scores = Се гледа како кој со кого одговара …
work-rules = Се гледа што не смее да биде …
work-optimum = Се бара најдоброто за сите …
work-stability = Се смирува: кои повеќе би сакале еден со друг …
work-keeping = Се гледа колку чини да се задржат парови …
work-reasons = Причините се ставаат во зборови …
work-cancel = Прекини го барањето
work-cancelled = Прекинато. Останало она што беше порано.
work-interrupted = Серверот застана на средина. Ништо не е изгубено; предложи уште еднаш.
work-failed-died = Се прекина на средина. Ништо не е изгубено; предложи уште еднаш.
work-failed-too_large = Ова се повеќе луѓе отколку што може да се поврзат одеднаш. Одреди некои рачно или изостави некои.
work-failed-too_long = Траеше предолго. Со помалку барања или со помалку луѓе одеднаш оди побрзо.
work-failed-nobody = Сè уште нема кого да се поврзе: треба менториран и ментор што има место.
work-failed-broken = Не успеа, и тоа по наша вина. Ништо не е изгубено; кажи му на оној што го одржува серверот.

# ── што направиле другите во меѓувреме и кој се поместил ──
meanwhile-there = Некој го сменил тоа во меѓувреме. { $what }, како стои сега: { $now }.
meanwhile-mine = Твојата желба беше: { $mine }.
meanwhile-leave = Остави како што стои
meanwhile-take-mine = Сепак моето
meanwhile-both = Некој во меѓувреме сменил нешто друго. Ова е најновото, и твоето е во него.
said-has = оди со { $mentor }
said-never = никогаш со { $mentors }
said-nothing = ништо не е одлучено
setting-yes = да
setting-no = не
quotas-count = вкупно { $count }
moved = { $count ->
    [one] { $count } личност сега има некој друг.
   *[other] { $count } личности сега имаат некој друг.
  }
moved-nobody = Сите го имаат оној што го имале и порано.
move-nobody = { $mentee }: веќе никого, порано { $before }
move-instead = { $mentee }: { $after } наместо { $before }
move-now = { $mentee }: сега { $after }

# ── што не може заедно ──
conflict-title = Ова не може сè заедно
conflict-lead = Откажи се од едно, па другото ќе може.
conflict-people = За кого станува збор: { $names }
conflict-matched = Без тоа, ментор би можеле да имаат { $count } од { $all }.
conflict-let-go = Откажи се од тоа
demand-pin = { $mentee } во секој случај останува со { $mentor }
demand-chosen = { $mentee } и { $mentor }: избрано рачно
demand-forbid = { $mentee } и { $mentor }: никогаш заедно
demand-rule = Што мора да важи: { $rule }
demand-quota = { $country }: се бараат парови од две држави, { $wanted }, а покрај другото се можни најмногу { $reached }
demand-quota-all = Се бараат парови од две држави, { $wanted }, а покрај другото се можни најмногу { $reached }

# ── едно по едно ──
needs-everybody = Сите
needs-without = Само тие без ментор
needs-place = { $place } од { $all }
needs-before = Претходно
needs-next = Следно
needs-keys = Копчиња: ј и к или стрелките напред и назад, 1 до 3 избира, у враќа.
needs-nobody-left = Сите имаат ментор.
needs-all-placed = Сите веќе имаат ментор. Нема повеќе за кого да се избира.
needs-none-here = Тука сè уште нема никого за кого се знае што бара.
need-to-find = ментор треба да се најде
need-nobody = сè уште никого
need-has-hand = { $mentor }, рачно
need-has-round = { $mentor }, предложено
need-silent = Ништо не е кажано со свои зборови.
need-skills = Бара: { $skills }
options-title = Кој би можел со { $mentee }
options-none-of-these = Никој од овие
options-all-mentors = Погледни ги сите ментори
options-others = Овие никогаш: покажи други
options-never = Никогаш со { $mentor }
options-no-reason = Ништо посебно не зборува во прилог, освен дека е можно.
options-why = Зошто и колку би чинело
search-title = Сите ментори
search-no-mentors = Во оваа година сè уште нема ментори.
search-silent = сè уште ништо не е кажано
search-more = Уште: { $count }. Се наоѓаат по име.

# ── ментори што треба да се најдат ──
find-nobody = Ниту еден ментор тука не може со { $mentee }. Ментор треба да се најде на друго место, или нешто од ова мора да попушти:
find-no_seat = Тие што би можеле со { $mentee } немаат повеќе место. Ментор треба да се најде на друго место, или некој друг се поместува.
find-without = Кој би можел со { $mentee }, попотребен му е на некој друг. Ментор треба да се најде на друго место, или да се избере рачно.
find-against = { $rule } ({ $count })
to-find-title = Ментори што треба да се најдат
to-find-lead = За нив тука го нема вистинскиот. Може да се покани некој однадвор; кога ќе каже што може да даде, ќе се појави горе.
to-find-wants = бара: { $skills }
to-find-look = Погледни
to-find-people = Кај луѓето
to-find-invite = Има ли некој што би одговарал? Покани ја таа личност како ментор.

# ── двајца ──
pair-state-hand = Одат заедно: избрано рачно.
pair-state-pinned = Одат заедно: задржано во секој случај.
pair-state-round = Одат заедно: предложено.
pair-state-forbidden = Никогаш не одат заедно: така е кажано.
pair-state-declined = Веќе беа прашани, и беше: сега не.
pair-state-ruled_out = Како што стојат работите, не можат заедно.
pair-state-open = Би можеле заедно.
pair-why = Што зборува во прилог
pair-caveats = Добро е да се знае однапред
pair-why-not = Зошто не
pair-change = Што би го овозможило тоа
pair-force = Ако заедно одат { $mentee } и { $mentor }
pair-forbid = Ако заедно не одат { $mentee } и { $mentor }
pair-choose = Избери ги овие двајца
pair-keep = Задржи ги овие двајца
pair-leave = Сепак не е одлучено
pair-never = Овие двајца никогаш
pair-allow = Сепак дозволи
matching-forbidden = Кажано е дека овие двајца никогаш не одат заедно.
matching-pinned = { $mentee } рачно е веќе со некој друг.
matching-lower_score = { $mentee }: некој друг подобро одговара.
matching-seat_worth_more = { $mentor } е попотребен на друго место; колку други би се поместиле: { $moved }.
matching-equally_good = Би било еднакво добро; едно од тоа требаше да се земе.
matching-declined = Веќе е прашано, и еден од двајцата кажа: сега не.
matching-quota = Бараните парови од две држави би биле премалку.
matching-not_scored = Во туѓата табела овие двајца не се наведени заедно.
matching-change_language = Јазик што двајцата го зборуваат доволно добро, или помало барање.
matching-change_hours = Повеќе заеднички часови отколку што се сега ({ $minutes } минути неделно), или помало барање.
matching-change_conflict_of_interest = Луѓе од иста организација да смеат заедно.
matching-change_excluded_by_mentee = { $mentee }: го повлекува она што му е кажано на тимот.
matching-change_excluded_by_mentor = { $mentor }: го повлекува она што му е кажано на тимот.
matching-change_wish_of_mentee = { $mentee }: бара помалку.
matching-change_wish_of_mentor = { $mentor }: бара помалку.
matching-change_not_scored = Ред за овие двајца во туѓата табела.
matching-change_forbidden = Пак да се дозволи.
rule-language = нема јазик што двајцата го зборуваат доволно добро
rule-hours = премалку заеднички часови
rule-conflict_of_interest = од иста организација
rule-excluded_by_mentee = менторираната личност замолила да не се поврзуваат
rule-excluded_by_mentor = менторот замолил да не се поврзуваат
rule-wish_of_mentee = не е она што на менторираната личност ѝ треба од менторот
rule-wish_of_mentor = не е она што на менторот му треба од менторираната личност
rule-not_scored = не е во туѓата табела
cost-people = { $count ->
    [one] { $count } личност помалку би имала ментор.
   *[other] { $count } личности помалку би имале ментор.
  }
cost-people-more = { $count ->
    [one] { $count } личност повеќе би имала ментор.
   *[other] { $count } личности повеќе би имале ментор.
  }
cost-moves = { $count ->
    [one] Уште { $count } личност би имала некој друг.
   *[other] Уште { $count } личности би имале некој друг.
  }
cost-nothing = Не чини ништо: сите други остануваат каде што се.
cost-fits-less = Ним би им одговарало малку помалку, а сите други остануваат каде што се.
cost-fits-less-others = Во целина би одговарало малку помалку.
cost-not-proved = Тоа е најдено; можеби чини и помалку.
two-title = Зошто овие двајца, а зошто не?
two-lead = За кој било менториран и кој било ментор: што зборува во прилог, што не и кој би се поместил.
two-mentee = Менторирана личност
two-mentor = Ментор

# ── за оние што сакаат бројки ──
numbers-for = За оние што сакаат бројки
numbers-lead = Што ќе се смени тука, веднаш делува: на тројцата ментори кај секој менториран и на она што е предложено за сите.
numbers-score = Поени на овој пар
numbers-best-for = Најмногу поени што може да ги има { $mentee }
numbers-force = Колку поени вкупно чини да се поврзат
numbers-forbid = Колку поени вкупно чини да се раздвојат
numbers-percent = { $percent } %
weights-title = Што колку вреди
weights-of-others = Одлучува туѓа табела. Кога ќе се отстрани, ова пак важи.
weight-needs = Она што се бара може да се даде
weight-disciplines = Заеднички области
weight-hours = Заеднички часови
weight-language = Колку добро се разбираат
weight-cross_country = Од две држави
weight-learning = И менторот може да научи нешто
weight-mentee_ranking = Кого го навела менторираната личност
weight-mentor_ranking = Кого го навел менторот
weight-out = не вреди ништо
weight-of = { $value } од 10
rules-title = Што мора да важи за секој пар
setting-language_level = Двајцата зборуваат некој јазик барем
setting-overlap_minutes = Заеднички часови во неделата
setting-conflict_of_interest = Никогаш двајца од иста организација
setting-exclusions = Никогаш со оној со кого некој замолил да не биде
setting-wishes = Што му треба на едниот од другиот
language-level-0 = тоа не е важно
language-level-1 = неколку зборови (A1)
language-level-2 = едноставните работи (A2)
language-level-3 = доволно за разговор (B1)
language-level-4 = добро (B2)
language-level-5 = многу добро (C1)
language-level-6 = како свој (C2)
overlap-none = тоа не е важно
overlap-minutes = барем { $minutes } минути
rule-count = { $rule }: парови { $pairs }, а за { $alone } од нив единствена пречка
aims-title = Кон што се стреми
setting-objective = Што е најдобро
objective-total = најдоброто за сите заедно
objective-fair = најдоброто за оние на кои малку што им одговара
objective-balanced = меѓу тоа
objective-total-what = Што повеќе да имаат ментор; потоа најголемиот збир.
objective-fair-what = Што повеќе да имаат ментор; потоа најмалиот број поени што поголем; потоа збирот.
objective-balanced-what = Што повеќе да имаат ментор; потоа поен повеќе вреди за оние на кои малку што им одговара.
setting-stability_loss = Мир наместо збир
stability-help = Толку од збирот смее да се изгуби за да има помалку такви што повеќе би сакале еден со друг.
stability-gain = Такви што повеќе би сакале еден со друг: порано { $before }, сега { $after }.
stability-too-many = Премногу се парови за да се бара мир.
setting-keep = Задржи ги поранешните парови
keep-help = Толку поени повеќе вреди пар што веќе бил предложен. Кривата долу покажува колку чини тоа.
keep-of = поени: { $value }
setting-quotas = Парови од две држави
quotas-title = Барем толку парови од две држави
quotas-none = Ништо не се бара.
quota-add = Побарај
quota-remove = Изостави
quota-met = има { $reached }, се бараат { $wanted }
quota-count-all = парови од две држави: { $count }
quota-count-mentee = { $country }: парови од две држави { $count }, по менторираната личност
quota-count-either = { $country }: парови од две држави { $count }, на која било страна
quota-share-all = { $percent } % од менторираните со некој од друга држава
quota-share-mentee = { $country }: { $percent } % од менторираните со некој од друга држава
quota-share-either = { $country }, на која било страна: { $percent } % со некој од друга држава
quota-country = Држава
quota-any-country = сите заедно
quota-scope = Чија држава
quota-scope-mentee = на менторираната личност
quota-scope-either = која било
quota-by = Се брои како
quota-by-count = број парови
quota-by-share = удел во проценти
quota-at-least = Барем
scores-title = Табела со поени од друго место
scores-there = Во неа има { $pairs } парови, од { $least } до { $most } поени, и важи наместо она горе.
scores-remove = Извади ја
scores-csv = Залепи ја тука
scores-help = Редови: менторирана личност, ментор, поени; луѓето по адреса на е-пошта, цел број. Двајца што не се наведени не можат заедно.
scores-file = Или датотека (CSV)
scores-put = Земи ја оваа табела

# ── што испадна ──
measures-title = Што испадна
measures-matched = имаат ментор
measures-total = поени вкупно
measures-smallest = најмалку поени
measures-fifth = секој дваесетти има најмногу
measures-made = Изработено со { $engine } од { $input }: од истите две секогаш испаѓа исто.
plot-first = Првите { $count } од { $all }; во табелата се сите.
plot-none = ништо
plot-shares = Поените на секоја личност и најдоброто што можела да го има
plot-shares-what = Светлата лента е најдоброто што кој било одговор би ѝ го дал само на таа личност.
plot-person = Менторирана личност
plot-got = Поени
plot-best = Најдобро можно
plot-blocking = Двајца што повеќе би сакале еден со друг
plot-blocking-what = Двајцата заедно би имале повеќе поени отколку со тие што ги имаат.
plot-blocking-before = пред смирувањето
plot-blocking-now = сега
plot-which = Што
plot-pairs = Парови
plot-countries = Парови од две држави
plot-countries-what = { $percent } % од паровите се од две држави.
plot-two-countries = две држави
plot-one-country = една држава или не е познато
plot-languages = Јазици
plot-languages-what = Јазикот што двајцата заедно најдобро го зборуваат.
plot-language = Јазик
plot-load = Колку преземаат менторите
plot-load-what = Светлата лента е за колкумина имаат место.
plot-mentor = Ментор
plot-mentees = Менторирани
plot-seats = Место за
plot-keep = Колку чини да се задржат парови
plot-keep-what = Од поранешните парови би можеле да се задржат { $count }. Што повеќе задржани, толку повеќе поени чини.
plot-keep-points = Поени за задржување
plot-kept = Задржани
plot-lost = Изгубени поени
plot-fewer = Помалку имаат ментор
plot-keep-dot = поени { $keep }: задржани { $kept }, изгубени { $lost }

# ── последниот поглед и прашањето ──
last-title = Сите парови уште еднаш
last-lead = Кој е означен, тој се прашува. Тргни ја ознаката и останува тука.
last-without = Засега без ментор ({ $count }): { $names }
last-order-mentor_first = Најпрво се прашуваат менторите. Секој со зборови чита зошто одговара и кажува да, сега не или бара повеќе. Менторираната личност дознава дури кога нејзиниот ментор ќе каже да. Кога сите ќе кажат да, собата им се отвора сама.
last-order-together = Сите се прашуваат во исто време. Секој со зборови чита зошто одговара и кажува да, сега не или бара повеќе. Кога сите ќе кажат да, собата им се отвора сама.
last-stale = Откако е предложено ова, нешто се смени. Најпрво предложи одново, за никој да не биде ветен двапати.
last-back = Назад на избирањето
last-by-hand = Избрано рачно.
ask-these = { $count ->
    [one] Прашај го { $count } пар
   *[other] Прашај ги овие { $count } парови
  }
asked-title = Сега се прашуваат
asked = { $count ->
    [one] Сега се прашува { $count } пар.
   *[other] Сега се прашуваат { $count } парови.
  }
asked-what = Е-поштата им кажа дека ги чека прашање, и ништо повеќе. Кога сите од парот ќе кажат да, собата им се отвора сама.
asked-how-it-stands = Погледни како стои
asked-on = Натаму
stop = Прекини без да прашаш некого
stop-ask = Што е избрано тука, а сè уште не е прашано, тогаш отпаѓа. Кој е веќе прашан, останува прашан.

# ── програмите што ги координирам ──
no-programme-yet = Тука сè уште нема програма.
no-programme-of-mine = Нема програма што ја координираш.
founding-how = Трае дваесетина минути: кој води, од кога до кога, тимот, луѓето. Сè може да се менува и подоцна, и никој не дознава ништо пред да добие покана.
found-another = Постави уште една програма
found-now = Постави ја програмата
found-after = Потоа патот до почетокот стои како седум чекори. Пред последниот ништо не е почнато.
another-year = Уште една година
year-draft = Во подготовка
year-running = Во тек
year-ended = Завршена

lead-title = Кој води
lead-help = Организацијата што одговара за програмата. Партнерите доаѓаат подоцна.
organisation = Организација
organisation-new = Друга организација
organisation-names = Назив на организацијата
names-help = На секој јазик и писмо на кое луѓето треба да го читаат. За почеток е доволен еден.
town = Место
country = Држава
please-choose = Избери
the-programme = Програмата
programme-names = Назив на програмата
first-day = Прв ден
last-day = Последен ден

copy-from = Како во
copy-nothing = почни од почеток
copy-help = Се преземаат организациите, помошта, благодарностите, првите зборови и минимумите; луѓето не.
year-names = Посебен назив на оваа година
year-names-help = Само ако се вика поинаку од програмата.
home-zone = Временска зона на програмата
open-year = Подготви ја оваа година

# ── зборови на повеќе јазици ──
line-add = И на друг јазик
line-remove = Отстрани: { $language }

# ── она што и други можат истовремено да го менуваат ──
go-on-to = Понатаму: { $step }
change = Измени
change-whose = Измени: { $name }
leave-out = Изостави
leave-out-whose = Изостави: { $name }

# ── годината и нејзините седум чекори ──
to-the-year = Кон годината
places = Места на оваа година
seven-steps = Седум чекори
overview = Преглед
matching = Поврзување
settings = Поставки
record = Измени
steps-title = Седум чекори до почетокот
steps-done = Готово: { $done } од { $all }
step-is-done = готово
step-begin = Отвори
step-programme = Програма и партнери
step-programme-what = Назив, прв и последен ден, организации.
step-programme-left = { $count ->
    [one] Недостига уште { $count } работа.
   *[other] Недостигаат уште { $count } работи.
  }
step-team = Тим
step-team-what = Кој координира, кој ги води средбите, кој е тука за заштита.
step-team-left = { $count ->
    [one] Недостига уште { $count } лице.
   *[other] Недостигаат уште { $count } лица.
  }
step-help = Помош
step-help-what = Лице со телефон, што се случува кога ќе настапи тишина, први зборови.
step-help-left = { $count ->
    [one] Недостига уште { $count } работа.
   *[other] Недостигаат уште { $count } работи.
  }
step-credits = Финансиери
step-credits-what = Благодарности и огради, на јазиците што ги бараат договорите.
step-credits-left = { $count ->
    [one] Недостига уште { $count } работа.
   *[other] Недостигаат уште { $count } работи.
  }
calls = Повици
step-people = Луѓе
step-people-what = Ментори и менторирани, по еден или од список.
step-people-left = { $count ->
    [one] { $count } лице сè уште не дошло.
   *[other] { $count } лица сè уште не дошле.
  }
step-rooms = Парови и групи
step-rooms-what = Кој со кого работи; секој пар добива своја соба.
step-rooms-left = { $count ->
    [one] { $count } лице сè уште нема никого.
   *[other] { $count } лица сè уште немаат никого.
  }
step-start = Почеток
step-start-what = Оттогаш годината е во тек, за сите што се во неа.
step-start-left = { $count ->
    [one] Пред тоа е уште { $count } чекор.
   *[other] Пред тоа се уште { $count } чекори.
  }
start-year = Започни ја годината
start-ask = Годината оттогаш е во тек, а нејзиниот прв ден е { $day }. Додека нема ниту еден пар, може да се врати.
start-now = Започни
not-yet = Сè уште не
you-do-not-see = Ништо од она што го пишуваат не гледаш.
you-do-not-see-why = Тимот гледа дека собата постои, кој е во неа и она што луѓето сами ќе му го кажат. Никогаш ниту збор од соба, ни колку и кога некој пишува.

the-year = Годината
least-meetings = Најмалку средби
least-gatherings = Најмалку заеднички средби
least-help = За секое лице во целата година; 0 ако нема минимум.

organisations = Организации
organisations-help = Една води. Партнерите се грижат за своите луѓе.
organisation-add = Додај
take-in = Вклучи
take-in-whose = Вклучи: { $name }
partner-role = Што прави { $name }
partner-lead = води
partner-partner = партнер
partner-handover = презема
partner-guest = гостин
back-to-organisations = Назад кон организациите

help-title = Помош по телефон
help-lead = Ова име и број ги гледаат сите во оваа година, и оние што не можат да влезат.
help-name = Име
help-phone = Телефон
help-phone-help = Со + и повикувачкиот број на државата, на пример +389 70 123 456.
silence-title = Кога ќе настапи тишина
silence-lead = Три внимателни чекори, однапред кажани на сите. Серверот брои денови, и никој не гледа во соба.
silence-on = Прашај кога во собата долго ништо не се кажува
silence-on-help = Паузата го исклучува ова за тој пар.
silence-off = исклучено
silence-one = Најпрво се прашува едното од двете лица
silence-both = Потоа двете
silence-team = Потоа му се јавува на тимот, без ништо од собата
silence-days = По толку дена
first-words-title = Први зборови во секоја соба
first-words-lead = Стојат на врвот на секоја нова соба, на јазикот на оној што ги чита.
first-words = Први зборови

credits-title = Финансиери и што мора да се каже за нив
credits-lead = Стои на сè што е јавно и под секој извештај, па никој не може да заборави.
credits-none = Сè уште не треба никој да се наведе. Ако остане така, зачувај како што е.
credit-add = Додај финансиер
credit-of = { $number }. финансиер
funder = Име на финансиерот
credit-words = Благодарност
credit-words-help = Збор по збор, како што бара договорот.
disclaimer = Ограда
disclaimer-help = Може да остане празно.
holds-from = Од
holds-until = До
holds-help = Празно: додека се памети годината.
move-up = Нагоре
move-up-what = Помести нагоре: { $name }

# ── луѓе ──
role-coordinator-what = Ја поставува годината, кани, составува парови и дознава кога некој сака разговор.
role-facilitator-what = Води заеднички средби и групи, и е во нивните соби.
role-safeguarding-what = Некој кому можеш да му се обратиш кога нешто не е во ред.
role-handover-what = Ја следи работата за подоцна да води таква програма.
team-lead = Секој од нив добива покана. Добро е да координираат барем двајца.
team-title = Кој е во тимот
people-lead = Секој добива една покана по е-пошта, на својот јазик. Врската од неа може да се проследи и на кој било друг начин.
people-title = Сите во оваа година
people-none = Сè уште нема никого.
people-count = { $count ->
    [one] { $count } лице
   *[other] { $count } лица
  }
awaited-count = { $count ->
    [one] { $count } сè уште не дошло
   *[other] { $count } сè уште не дошле
  }
arrival-here = тука
arrival-gone = веќе не е тука
arrival-unopened = поканата е пратена, сè уште не е отворена
arrival-opened = поканата е отворена, сè уште не е довршено
arrival-lapsed = поканата истече
arrival-unopened-days = { $days ->
    [0] поканата е пратена денес, сè уште не е отворена
    [1] поканата е пратена вчера, сè уште не е отворена
    [one] поканата е пратена пред { $days } ден, сè уште не е отворена
   *[other] поканата е пратена пред { $days } дена, сè уште не е отворена
  }
arrival-opened-days = { $days ->
    [0] поканата е пратена денес, отворена, сè уште не е довршено
    [1] поканата е пратена вчера, отворена, сè уште не е довршено
    [one] поканата е пратена пред { $days } ден, отворена, сè уште не е довршено
   *[other] поканата е пратена пред { $days } дена, отворена, сè уште не е довршено
  }
arrival-lapsed-days = { $days ->
    [0] поканата истече
    [1] поканата е пратена вчера и истече
    [one] поканата е пратена пред { $days } ден и истече
   *[other] поканата е пратена пред { $days } дена и истече
  }
find-person = Најди по име
show-whom = Прикажи
everybody = сите
not-here-yet = сè уште не е тука
all-organisations = сите
nobody-found = Никој не одговара на тоа.
invited-at = Поканата отиде на
new-link = Нова врска
new-link-help = Уште еднаш оди по е-пошта, а може и тука да се копира. Поранешната врска веќе не важи.
end-part = Заврши го учеството
end-part-ask = { $name } ({ $role }) потоа веќе не учествува во оваа година. Собите им остануваат на оние што се уште во нив.
end-part-now = Заврши
invite-one-lead = Поканата стигнува по е-пошта. Врската од неа може да се проследи и на кој било друг начин.
invite-list = Покани од список
as-whom = Во улога
brought-by = Ја носи
no-organisation = ниту една организација
takes-part-now = веќе има профил тука и отсега учествува.
invited-many = { $count ->
    [one] { $count } лице сега учествува. Поканата е на пат.
   *[other] { $count } лица сега учествуваат. Поканите се на пат.
  }

list-title = Покани од список
list-lead = Списокот најпрво само се прегледува. Никој не е поканет пред следното притискање.
list-paste = Овде залепи го списокот
list-columns = По едно лице во ред: име, е-пошта, а по желба и улога, јазик, организација. Може право од табела.
list-file = Или земи датотека
list-other-file = Друга датотека
list-defaults = Каде што списокот не кажува ништо
list-defaults-help = Важи за редовите без своја улога, јазик или организација.
list-look = Прегледај го списокот
list-looked = Што кажува списокот
list-good = { $count ->
    [0] Ниту еден ред не може да се земе.
    [one] { $count } ред е во ред.
   *[other] { $count } реда се во ред.
  }
list-bad = { $count ->
    [one] { $count } ред не може да се земе.
   *[other] { $count } реда не можат да се земат.
  }
list-bad-title = Овие не можат да се земат
list-doubts-title = Погледни ги уште еднаш овие
list-plain = { $count ->
    [one] { $count } ред без прашање
   *[other] { $count } реда без прашање
  }
list-line = Ред { $line }
list-other = (ред { $line })
list-first = Ова се првите { $count }.
list-nobody-yet = Никој не е поканет. Списокот може да се поправи и повторно да се прегледа, или овие редови остануваат надвор.
list-without-now = Овие редови остануваат надвор. Сите други можат да се поканат.
list-mend = Поправи го списокот
list-without = { $count ->
    [one] Продолжи без тој { $count } ред
   *[other] Продолжи без тие { $count } реда
  }
list-change = Назад кон списокот
inviting-count = { $count ->
    [one] Се прави { $count } покана …
   *[other] Се прават { $count } покани …
  }
invite-count = { $count ->
    [one] Покани { $count } лице
   *[other] Покани ги сите { $count }
  }

# ── парови и групи ──
pairing-title = Состави пар
pairing-lead = Избери ментор и менторирано лице. Повеќемина се мал тим. Нивната соба се отвора веднаш, со првите зборови во неа.
pairing-mentors = Ментори без пар
pairing-mentees = Менторирани без пар
pairing-no-mentors = Тука никој не чека.
pairing-no-mentees = Тука никој не чека.
pairing-everybody = Прикажи ги и оние што се веќе во пар
pairing-everybody-help = На пример за ментор што следи повеќемина.
pairing-chosen = Заедничка соба добиваат { $names }.
pairing-none-chosen = Сè уште никој не е избран.
pairing-other-side = Сега некој од другата страна.
open-room = Отвори ја нивната соба
room-is-open = Собата е отворена: { $names }.
pairs-title = Парови
pairs-none = Сè уште нема парови.
pairs-count = { $count ->
    [0] Ниту еден не е во тек.
    [one] { $count } пар работи.
   *[other] { $count } пара работат.
  }
pair-active = од: { $day }
pair-paused = пауза од: { $day }
pair-stopped = прекинато: { $day }
pair-ended = завршено: { $day }
pair-stopped-what = Едното од нив го прекинало. Никој не се прашува зошто. Погоре може да се состави нов пар.
pair-ended-what = Завршено е; нивната соба останува каква што била. Погоре може да се состави нов пар.
pair-not-mine = Ова може да го менува организацијата што води.
pair-pause = Пауза
pair-pause-what = Додека трае паузата, никој не се прашува зошто е тишина.
pair-resume = Продолжи
pair-add-mentor = Втор ментор
pair-add-mentor-what = Ја чита собата отсега, ништо од порано.
pair-add-now = Вклучи
pair-no-other-mentor = Во оваа година сè уште нема друг ментор.
pair-end = Заврши
pair-end-ask = Менторството завршува: { $names }. Својата соба и понатаму можат да ја читаат, но веќе ништо не може да се додаде.
pair-end-now = Заврши
groups-title = Групи
groups-lead = Секоја има една трајна соба. Кој е во неа, следи од тоа кој учествува.
group-mentors-what = Менторите меѓу себе.
group-mentees-what = Менторираните меѓу себе; никој не е во двете.
group-joint-what = Сите ментори и менторирани.
group-staff-what = Тимот.
group-workshop-what = За работилници, отворено за сите во оваа година.
group-open = Отвори
group-open-which = Отвори: { $group }
group-is-open = отворена
group-go = Влези
group-go-to = Влези: { $group }

# ── кој што изменил ──
record-title = Кој што изменил
record-lead = Кој, што и кога; никогаш ниту збор од она што некој го напишал.
record-none = Сè уште ништо не се случило.
record-earlier = Поранешни
did-programme_founded = Програмата е поставена
did-cohort_opened = Годината е подготвена
did-cohort_changed = Годината е изменета
did-partners_changed = Изменети се организациите на годината
did-organisation_changed = Изменета е организација
did-enrolled = Оттогаш учествува:
did-enrolment_ended = Веќе не учествува:
did-invited_again = Пратена е нова врска:
did-mentorship_opened = Составен е пар
did-mentorship_changed = Пар е паузиран, продолжен или завршен
did-mentorship_stopped = Пар е прекинат од некого во него
did-mentor_added = Се придружи втор ментор:
did-group_opened = Отворена е група
did-member_added = Некој влегол во соба:
did-member_removed = Некој излегол од соба:
did-report_opened = Отворени се покажаните пораки
did-exported = Направен е извештај
did-open_call_changed = Отворениот повик е променет
did-application_deleted = Пријавата е избришана
did-reviewer-named = Некој е замолен да чита пријави
did-reviewer-removed = Некој веќе не чита пријави
did-application-opened = Отворена е пријава
did-conflict-declared = Некој не сака да суди за пријава
did-conflict-lifted = За пријавата сепак може да се суди
did-application-decided = За пријавата е одлучено
did-interview-asked = Предложени се термини за разговор
did-letter-sent = Испратено е писмо

# ── што гледа тимот, од недела во недела ──
talks = Разговори
letters = Известувања
support = Поддршка
dates = Датуми
needs-title = Те чека оваа недела ({ $count })
needs-none-title = Оваа недела ништо не те чека
needs-none = Никој не побарал разговор и ниту еден чекор не чека.
write-to-everyone = Пиши им на сите
need-talk = сака разговор.
need-talk-do = Кон разговорите
need-silence = Веќе подолго е тивко. Двете лица беа прашани пред тоа.
need-silence-do = Кон парот
need-no_date = { $count ->
    [one] { $count } пар нема прв датум ни по една недела.
   *[other] { $count } пара немаат прв датум ни по една недела.
  }
need-no_date-do = Кон паровите
need-unopened = { $count ->
    [one] { $count } покана не е отворена.
   *[other] { $count } покани не се отворени.
  }
need-unopened-do = Кон луѓето
need-pulse = кажува како оди: { $word }.
need-pulse-do = Кон парот
need-wish = сака повеќе од ова: { $level }.
need-wish-do = Кон поддршката
need-matching = Паровите се предложени, а сè уште никој не е прашан.
need-matching-do = Погледни ги
need-step = Следен чекор: { $step }
need-step-do = Отвори
answer-due = Одговор до: { $day }
answer-was-due = Одговорот требаше да дојде до: { $day }
no-next-dates = Ниту еден датум не е планиран.
all-dates = Сите датуми
pairs-change = Измени парови
pair-quiet = тивко
pair-last-met = последна средба: { $day }
pair-not-met = сè уште нема средба
pair-next-date = следна: { $when }
pair-no-next-date = нема термин
pair-of-least = { $met } од { $least }
numbers-title = Бројки досега
numbers-active = парови што работат
numbers-paused = парови на пауза
numbers-stopped = прекинати парови
numbers-ended = завршени парови
numbers-meetings = одржани средби
numbers-hours = часови средби

office-talks-waiting = Сакаат разговор
office-talks-lead = Ова го гледаш само ти, а од третиот работен ден и заменик. Во собата никој не дознава.
office-talks-none = Никој не чека разговор со тебе.
office-talks-taken = За овие се грижиш ти
office-talk-as-deputy = Најпрво беше прашан некој друг, кој не одговори навреме.
office-talk-take = Преземам
office-talk-take-whose = Преземам: { $name }
office-talk-over = Завршено
office-talk-over-whose = Завршено: { $name }
office-talk-over-ask = Желбата за разговор потоа веќе не стои тука: { $name }.
office-matter-together = Како се согласуваат
office-matter-time = Како да најдат време
office-matter-work = Самата работа
office-matter-wellbeing = Како е
office-matter-other = Нешто друго

letters-lead = Стои на првиот екран на сите и оди како една порака по е-пошта. Одговорите ги добива само кој пишувал.
letter-write = Напиши известување
letter-sent = На пат е.
letters-before = Досегашни известувања
letters-none = Сè уште ги нема.
letter-to = Кому
letter-of = Од која организација
letter-to-all = на сите
letter-to-mentors = на менторите
letter-to-mentees = на менторираните
letter-title = Наслов
letter-words = Текст
letter-languages = Секој чита на својот јазик, или на најблискиот што е тука.
letter-look = Погледни како изгледа
letter-look-title = Како изгледа
letter-goes-to = Кому: { $whom }
letter-how = На првиот екран на секого од нив, и еднаш по е-пошта.
letter-send = Прати
letter-go-on = Продолжи со пишување
letter-mailing = пораките се на пат
letter-by = Пишува
letter-answers = { $count ->
    [one] { $count } одговор
   *[other] { $count } одговори
  }
letter-new = { $count ->
    [one] { $count } нов
   *[other] { $count } нови
  }
letter-no-answers = Сè уште нема одговор.
letter-answers-title = Одговори
letter-answers-who = Ги читаш само ти.
letter-take-back = Повлечи
letter-take-back-ask = Потоа не стои веќе на ничиј прв екран. Што отишло по е-пошта, останува таму.

office-support-title = Поддршка за секое менторирано лице
office-support-lead = Што е направено за кого, во реченица што ја чита и тоа лице.
office-support-nobody = Во оваа година сè уште нема менторирани.
office-support-wishes = Сака повеќе: { $levels }
office-support-count = { $count ->
    [0] сè уште ништо
    [one] { $count } пат
   *[other] { $count } пати
  }
office-support-give = Запиши нешто
office-support-save = Запиши
office-support-words = Што е направено
office-support-words-help = Една реченица. Ја чита и лицето за кое станува збор.
office-support-level = Вид
office-support-day = Ден
office-support-remove = Отстрани
office-support-remove-what = Отстрани: { $words }
office-support-remove-ask = Потоа не стои ни тука ни кај тоа лице.

office-dates-title = Датуми на оваа година
office-dates-lead = Според времето во зоната { $zone }; секој ги чита во своето.
office-dates-none = Сè уште нема датуми. Предлогот ги има вообичаените, и секој може да се помести.
office-dates-propose = Предложи датуми
office-dates-add = Додај датум
office-dates-no-day = денот сè уште не е одреден
office-date-kind = Што
office-date-whom = За кого
office-date-for-all = за сите
office-date-day = Ден
office-date-time = Време
office-date-time-help = Во зоната { $zone }. Може да остане празно.
office-date-names = Посебен назив
office-date-names-help = Може да остане празно.
office-date-ready = Готово
office-date-minutes = Минути
office-date-place = Каде
office-date-in-call = во повик
office-date-at-place = на место
office-date-address = Адреса
office-date-led-by = Води
office-date-nobody = сè уште никој
office-date-and = и
office-date-needs = Чита што им треба на луѓето таму
office-date-needs-help = Најмногу двајца. Го читаат само тие, и се брише триесет дена потоа.
office-date-agenda = За што е
office-date-agenda-help = Една работа во ред, најмногу дванаесет. Една недела порано доаѓа на дневниот ред на својата соба.
office-date-off = Откажано
office-date-off-help = Останува видливо, а на сите поканети им се јавува.
office-date-who = Кој доаѓа
office-dates-told = На поканетите еднаш им се јавува што се сменило.
office-dates-move = Помести сè што допрва доаѓа
office-dates-weeks = Недели подоцна (со − порано)
office-dates-look = Погледни
office-dates-moved = Сè уште не е зачувано: погледни и зачувај.
office-dates-holiday = { $day } е празник: { $countries }.
sums = Збирови

end-title = Крај на годината
end-lead = Нејзиниот последен ден е { $day }. Завршувањето ги затвора собите: сите сè уште можат да ги читаат и да ги понесат, до денот што стои во секоја.
end-ask = Сите парови и групи на оваа година тогаш завршуваат, и во нивните соби веќе ништо не може да се пишува. Ова не може да се врати.
end-year = Заврши ја годината
back-to-draft = Назад во подготовка

library = За читање
library-lead = До триесет нешта што помагаат, за сите, за менторките и менторите или за ментите. Стојат во нивните соби и оттаму одат на нивните полици.
library-none = Тука сѐ уште ништо не е ставено.
library-add = Додај нешто
library-untitled = Сѐ уште без наслов
library-title = Наслов
library-link = Адреса
library-link-help = Каде се наоѓа. Без неа, она што пишува подолу е самото нешто.
library-words = Со неколку зборови, или самото нешто
library-language = Јазик
library-author = Авторство
library-licence = Лиценца
library-licence-help = Како што ја наведува сопственикот, на пример CC BY-NC-SA 4.0. Без неа не смее да се споделува понатаму.
library-first = Да се прочита пред првата средба
library-first-short = пред првата средба

# ── програми које координирам ──
no-programme-yet = Овде још нема програма.
no-programme-of-mine = Нема програма који координираш.
founding-how = Траје двадесетак минута: ко води, од када до када, тим, људи. Све може да се мења и касније, и нико ништа не сазнаје пре него што добије позив.
found-another = Постави још један програм
found-now = Постави програм
found-after = После тога пут до почетка стоји као седам корака. Пре последњег ништа није почело.
another-year = Још једна година
year-draft = У припреми
year-running = У току
year-ended = Завршена

lead-title = Ко води
lead-help = Организација која одговара за програм. Партнери долазе касније.
organisation = Организација
organisation-new = Друга организација
organisation-names = Назив организације
names-help = На сваком језику и писму на којем људи треба да га читају. За почетак је довољан један.
town = Место
country = Држава
please-choose = Изабери
the-programme = Програм
programme-names = Назив програма
first-day = Први дан
last-day = Последњи дан

copy-from = Као у
copy-nothing = почни из почетка
copy-help = Преузимају се организације, помоћ, захвалнице, прве речи и минимуми; људи не.
year-names = Посебан назив ове године
year-names-help = Само ако се зове другачије од програма.
home-zone = Временска зона програма
open-year = Припреми ову годину

# ── речи на више језика ──
line-add = И на другом језику
line-remove = Уклони: { $language }

# ── оно што и други могу у исто време да мењају ──
go-on-to = Даље: { $step }
change = Измени
change-whose = Измени: { $name }
leave-out = Изостави
leave-out-whose = Изостави: { $name }

# ── година и њених седам корака ──
to-the-year = На годину
places = Места ове године
seven-steps = Седам корака
overview = Преглед
matching = Упаривање
settings = Поставке
record = Измене
steps-title = Седам корака до почетка
steps-done = Готово: { $done } од { $all }
step-is-done = готово
step-begin = Отвори
step-programme = Програм и партнери
step-programme-what = Назив, први и последњи дан, организације.
step-programme-left = { $count ->
    [one] Недостаје још { $count } ствар.
    [few] Недостају још { $count } ствари.
   *[other] Недостаје још { $count } ствари.
  }
step-team = Тим
step-team-what = Ко координира, ко води сусрете, ко је ту за заштиту.
step-team-left = { $count ->
    [one] Недостаје још { $count } особа.
    [few] Недостају још { $count } особе.
   *[other] Недостаје још { $count } особа.
  }
step-help = Помоћ
step-help-what = Особа с телефоном, шта се дешава кад наступи тишина, прве речи.
step-help-left = { $count ->
    [one] Недостаје још { $count } ствар.
    [few] Недостају још { $count } ствари.
   *[other] Недостаје још { $count } ствари.
  }
step-credits = Финансијери
step-credits-what = Захвалнице и ограде, на језицима које траже уговори.
step-credits-left = { $count ->
    [one] Недостаје још { $count } ствар.
    [few] Недостају још { $count } ствари.
   *[other] Недостаје још { $count } ствари.
  }
calls = Позиви
step-people = Људи
step-people-what = Ментори и ментији, један по један или са списка.
step-people-left = { $count ->
    [one] { $count } особа још није стигла.
    [few] { $count } особе још нису стигле.
   *[other] { $count } особа још није стигло.
  }
step-rooms = Парови и групе
step-rooms-what = Ко с ким ради; сваки пар добија своју собу.
step-rooms-left = { $count ->
    [one] { $count } особа још нема никога.
    [few] { $count } особе још немају никога.
   *[other] { $count } особа још нема никога.
  }
step-start = Почетак
step-start-what = Од тада је година у току, за све који су у њој.
step-start-left = { $count ->
    [one] Пре тога је још { $count } корак.
    [few] Пре тога су још { $count } корака.
   *[other] Пре тога је још { $count } корака.
  }
start-year = Започни годину
start-ask = Година је од тада у току, а њен први дан је { $day }. Док нема ниједног пара, може да се врати.
start-now = Започни
not-yet = Још не
you-do-not-see = Ништа од онога што пишу не видиш.
you-do-not-see-why = Тим види да соба постоји, ко је у њој и оно што му људи сами кажу. Никад ниједну реч из собе, ни колико и када неко пише.

the-year = Година
least-meetings = Најмање сусрета
least-gatherings = Најмање заједничких сусрета
least-help = За сваку особу у целој години; 0 ако нема минимума.

organisations = Организације
organisations-help = Једна води. Партнери брину о својим људима.
organisation-add = Додај
take-in = Укључи
take-in-whose = Укључи: { $name }
partner-role = Шта ради { $name }
partner-lead = води
partner-partner = партнер
partner-handover = преузима
partner-guest = гост
back-to-organisations = Назад на организације

help-title = Помоћ телефоном
help-lead = Ово име и број виде сви у овој години, и они који не могу да уђу.
help-name = Име
help-phone = Телефон
help-phone-help = Са + и позивним бројем државе, на пример +381 60 123 456.
silence-title = Кад наступи тишина
silence-lead = Три пажљива корака, свима најављена. Сервер броји дане, и нико не гледа у собу.
silence-on = Питај кад се у соби дуго ништа не каже
silence-on-help = Пауза то за тај пар искључује.
silence-off = искључено
silence-one = Најпре се пита једно од двоје
silence-both = Затим обоје
silence-team = Затим се јавља тиму, без ичега из собе
silence-days = После толико дана
first-words-title = Прве речи у свакој соби
first-words-lead = Стоје на врху сваке нове собе, на језику онога ко их чита.
first-words = Прве речи

credits-title = Финансијери и шта о њима мора да се каже
credits-lead = Стоји на свему јавном и испод сваког извештаја, па нико не може да заборави.
credits-none = Још никога не треба навести. Ако тако и остаје, сачувај како јесте.
credit-add = Додај финансијера
credit-of = { $number }. финансијер
funder = Име финансијера
credit-words = Захвалница
credit-words-help = Од речи до речи, како уговор тражи.
disclaimer = Ограда
disclaimer-help = Може да остане празно.
holds-from = Од
holds-until = До
holds-help = Празно: докле год се година памти.
move-up = Горе
move-up-what = Помери горе: { $name }

# ── људи ──
role-coordinator-what = Поставља годину, позива, саставља парове и сазнаје кад неко жели разговор.
role-facilitator-what = Води заједничке сусрете и групе, и члан је њихових соба.
role-safeguarding-what = Неко коме можеш да се обратиш кад нешто није у реду.
role-handover-what = Прати рад да би касније водио такав програм.
team-lead = Свако од њих добија позив. Добро је да координира бар двоје.
team-title = Ко је у тиму
people-lead = Свако добија један позив е-поштом, на свом језику. Веза из њега може да се проследи и на било који други начин.
people-title = Сви у овој години
people-none = Још никога нема.
people-count = { $count ->
    [one] { $count } особа
    [few] { $count } особе
   *[other] { $count } особа
  }
awaited-count = { $count ->
    [one] { $count } још није стигла
    [few] { $count } још нису стигле
   *[other] { $count } још није стигло
  }
arrival-here = овде
arrival-gone = више није овде
arrival-unopened = позив послат, још није отворен
arrival-opened = позив отворен, још није довршено
arrival-lapsed = позив је истекао
arrival-unopened-days = { $days ->
    [0] позив послат данас, још није отворен
    [1] позив послат јуче, још није отворен
    [one] позив послат пре { $days } дан, још није отворен
    [few] позив послат пре { $days } дана, још није отворен
   *[other] позив послат пре { $days } дана, још није отворен
  }
arrival-opened-days = { $days ->
    [0] позив послат данас, отворен, још није довршено
    [1] позив послат јуче, отворен, још није довршено
    [one] позив послат пре { $days } дан, отворен, још није довршено
    [few] позив послат пре { $days } дана, отворен, још није довршено
   *[other] позив послат пре { $days } дана, отворен, још није довршено
  }
arrival-lapsed-days = { $days ->
    [0] позив је истекао
    [1] позив послат јуче, истекао је
    [one] позив послат пре { $days } дан, истекао је
    [few] позив послат пре { $days } дана, истекао је
   *[other] позив послат пре { $days } дана, истекао је
  }
find-person = Нађи по имену
show-whom = Прикажи
everybody = све
not-here-yet = још није овде
all-organisations = све
nobody-found = Нико не одговара томе.
invited-at = Позив је отишао на
new-link = Нова веза
new-link-help = Још једном одлази е-поштом, а може и овде да се копира. Ранија веза више не важи.
end-part = Заврши учешће
end-part-ask = { $name } ({ $role }) после тога више не учествује у овој години. Собе остају онима који су још у њима.
end-part-now = Заврши
invite-one-lead = Позив стиже е-поштом. Веза из њега може да се проследи и на било који други начин.
invite-list = Позови са списка
as-whom = У улози
brought-by = Доводи
no-organisation = ниједна организација
takes-part-now = већ има налог овде и од сада учествује.
invited-many = { $count ->
    [one] { $count } особа сада учествује. Позив је на путу.
    [few] { $count } особе сада учествују. Позиви су на путу.
   *[other] { $count } особа сада учествује. Позиви су на путу.
  }

list-title = Позови са списка
list-lead = Списак се најпре само прегледа. Нико није позван пре следећег притиска.
list-paste = Овде налепи списак
list-columns = По једна особа у реду: име, е-пошта, а по жељи и улога, језик, организација. Може право из табеле.
list-file = Или узми датотеку
list-other-file = Друга датотека
list-defaults = Где списак ништа не каже
list-defaults-help = Важи за редове без своје улоге, језика или организације.
list-look = Прегледај списак
list-looked = Шта каже списак
list-good = { $count ->
    [0] Ниједан ред не може да се узме.
    [one] { $count } ред је у реду.
    [few] { $count } реда су у реду.
   *[other] { $count } редова је у реду.
  }
list-bad = { $count ->
    [one] { $count } ред не може да се узме.
    [few] { $count } реда не могу да се узму.
   *[other] { $count } редова не може да се узме.
  }
list-bad-title = Ови не могу да се узму
list-doubts-title = Погледај још једном ове
list-plain = { $count ->
    [one] { $count } ред без питања
    [few] { $count } реда без питања
   *[other] { $count } редова без питања
  }
list-line = Ред { $line }
list-other = (ред { $line })
list-first = Ово је првих { $count }.
list-nobody-yet = Нико није позван. Списак може да се поправи и поново прегледа, или ови редови остају изван.
list-without-now = Ови редови остају изван. Сви остали могу да се позову.
list-mend = Поправи списак
list-without = { $count ->
    [one] Настави без тог { $count } реда
    [few] Настави без та { $count } реда
   *[other] Настави без тих { $count } редова
  }
list-change = Назад на списак
inviting-count = { $count ->
    [one] Прави се { $count } позив …
    [few] Праве се { $count } позива …
   *[other] Прави се { $count } позива …
  }
invite-count = { $count ->
    [one] Позови { $count } особу
    [few] Позови све { $count } особе
   *[other] Позови свих { $count }
  }

# ── парови и групе ──
pairing-title = Састави пар
pairing-lead = Изабери ментора и ментија. Више њих чине мали тим. Њихова соба се отвара одмах, с првим речима у њој.
pairing-mentors = Ментори без пара
pairing-mentees = Ментији без пара
pairing-no-mentors = Овде нико не чека.
pairing-no-mentees = Овде нико не чека.
pairing-everybody = Прикажи и оне који су већ у пару
pairing-everybody-help = На пример за ментора који прати више људи.
pairing-chosen = Заједничку собу добијају { $names }.
pairing-none-chosen = Још нико није изабран.
pairing-other-side = Сада неко с друге стране.
open-room = Отвори њихову собу
room-is-open = Соба је отворена: { $names }.
pairs-title = Парови
pairs-none = Још нема парова.
pairs-count = { $count ->
    [0] Ниједан није у току.
    [one] { $count } пар ради.
    [few] { $count } пара раде.
   *[other] { $count } парова ради.
  }
pair-active = од: { $day }
pair-paused = пауза од: { $day }
pair-stopped = прекинуто: { $day }
pair-ended = завршено: { $day }
pair-stopped-what = Једно од њих је прекинуло. Нико се не пита зашто. Изнад може да се састави нов пар.
pair-ended-what = Завршено је; њихова соба остаје каква је била. Изнад може да се састави нов пар.
pair-not-mine = Ово може да мења организација која води.
pair-pause = Пауза
pair-pause-what = Док траје пауза, нико се не пита зашто је тишина.
pair-resume = Настави
pair-add-mentor = Други ментор
pair-add-mentor-what = Чита собу од сада, ништа од раније.
pair-add-now = Укључи
pair-no-other-mentor = У овој години још нема другог ментора.
pair-end = Заврши
pair-end-ask = Менторство се завршава: { $names }. Своју собу и даље могу да читају, али ништа више не може да се дода.
pair-end-now = Заврши
groups-title = Групе
groups-lead = Свака има једну трајну собу. Ко је у њој, следи из тога ко учествује.
group-mentors-what = Ментори међу собом.
group-mentees-what = Ментији међу собом; нико није у обе.
group-joint-what = Сви ментори и ментији.
group-staff-what = Тим.
group-workshop-what = За радионице, отворено свима у овој години.
group-open = Отвори
group-open-which = Отвори: { $group }
group-is-open = отворена
group-go = Уђи
group-go-to = Уђи: { $group }

# ── ко је шта изменио ──
record-title = Ко је шта изменио
record-lead = Ко, шта и када; никад ниједна реч од онога што је неко писао.
record-none = Још се ништа није догодило.
record-earlier = Раније
did-programme_founded = Програм је постављен
did-cohort_opened = Година је припремљена
did-cohort_changed = Година је измењена
did-partners_changed = Измењене су организације године
did-organisation_changed = Измењена је организација
did-enrolled = Од тада учествује:
did-enrolment_ended = Више не учествује:
did-invited_again = Послата је нова веза:
did-mentorship_opened = Састављен је пар
did-mentorship_changed = Пар је паузиран, настављен или завршен
did-mentorship_stopped = Пар је прекинуо неко из њега
did-mentor_added = Придружио се други ментор:
did-group_opened = Отворена је група
did-member_added = Ушао је неко у собу:
did-member_removed = Изашао је неко из собе:
did-report_opened = Отворене су показане поруке
did-exported = Направљен је извештај
did-open_call_changed = Отворени позив је промењен
did-application_deleted = Пријава је избрисана
did-reviewer-named = Неко је замољен да чита пријаве
did-reviewer-removed = Неко више не чита пријаве
did-application-opened = Отворена је пријава
did-conflict-declared = Неко радије не би судио о пријави
did-conflict-lifted = О пријави се ипак може судити
did-application-decided = О пријави је одлучено
did-interview-asked = Предложени су термини за разговор
did-letter-sent = Послато је писмо

# ── шта тим види, из недеље у недељу ──
talks = Разговори
letters = Обавештења
support = Подршка
dates = Датуми
needs-title = Чека на тебе ове недеље ({ $count })
needs-none-title = Ове недеље ништа не чека на тебе
needs-none = Нико није затражио разговор и ниједан корак не чека.
write-to-everyone = Пиши свима
need-talk = жели разговор.
need-talk-do = На разговоре
need-silence = Већ дуже је тихо. Обоје су пре тога питани.
need-silence-do = На пар
need-no_date = { $count ->
    [one] { $count } пар ни после недељу дана нема први датум.
    [few] { $count } пара ни после недељу дана немају први датум.
   *[other] { $count } парова ни после недељу дана нема први датум.
  }
need-no_date-do = На парове
need-unopened = { $count ->
    [one] { $count } позив није отворен.
    [few] { $count } позива нису отворена.
   *[other] { $count } позива није отворено.
  }
need-unopened-do = На људе
need-pulse = каже како иде: { $word }.
need-pulse-do = На пар
need-wish = жели више овога: { $level }.
need-wish-do = На подршку
need-matching = Парови су предложени, а још нико није питан.
need-matching-do = Погледај их
need-step = Следећи корак: { $step }
need-step-do = Отвори
answer-due = Одговор до: { $day }
answer-was-due = Одговор је требало дати до: { $day }
no-next-dates = Ниједан датум није планиран.
all-dates = Сви датуми
pairs-change = Измени парове
pair-quiet = тихо
pair-last-met = последњи сусрет: { $day }
pair-not-met = још нема сусрета
pair-next-date = следећи: { $when }
pair-no-next-date = нема термина
pair-of-least = { $met } од { $least }
numbers-title = Бројеви до сада
numbers-active = парови који раде
numbers-paused = парови на паузи
numbers-stopped = прекинути парови
numbers-ended = завршени парови
numbers-meetings = одржани сусрети
numbers-hours = сати сусрета

office-talks-waiting = Желе разговор
office-talks-lead = Ово видиш само ти, а од трећег радног дана и замена. У соби за то нико не сазнаје.
office-talks-none = Нико не чека на разговор с тобом.
office-talks-taken = О овима водиш рачуна
office-talk-as-deputy = Најпре је питан неко други, ко није на време одговорио.
office-talk-take = Преузимам
office-talk-take-whose = Преузимам: { $name }
office-talk-over = Обављено
office-talk-over-whose = Обављено: { $name }
office-talk-over-ask = Жеља за разговор после тога више не стоји овде: { $name }.
office-matter-together = Како се слажу
office-matter-time = Како да нађу време
office-matter-work = Сам рад
office-matter-wellbeing = Како је
office-matter-other = Нешто друго

letters-lead = Стоји на првом екрану свих и одлази као једна порука е-поштом. Одговоре добија само ко је писао.
letter-write = Напиши обавештење
letter-sent = На путу је.
letters-before = Досадашња обавештења
letters-none = Још их нема.
letter-to = Коме
letter-of = Из које организације
letter-to-all = свима
letter-to-mentors = менторима
letter-to-mentees = ментијима
letter-title = Наслов
letter-words = Текст
letter-languages = Свако чита на свом језику, или на најближем који је овде.
letter-look = Погледај како изгледа
letter-look-title = Како изгледа
letter-goes-to = Коме: { $whom }
letter-how = На први екран свакога од њих, и једном е-поштом.
letter-send = Пошаљи
letter-go-on = Настави писање
letter-mailing = поруке су на путу
letter-by = Пише
letter-answers = { $count ->
    [one] { $count } одговор
    [few] { $count } одговора
   *[other] { $count } одговора
  }
letter-new = { $count ->
    [one] { $count } нов
    [few] { $count } нова
   *[other] { $count } нових
  }
letter-no-answers = Још нема одговора.
letter-answers-title = Одговори
letter-answers-who = Читаш их само ти.
letter-take-back = Повуци
letter-take-back-ask = После тога не стоји више ни на чијем првом екрану. Што је отишло е-поштом, тамо остаје.

office-support-title = Подршка за свакога ментија
office-support-lead = Шта је за кога учињено, у реченици коју чита и та особа.
office-support-nobody = У овој години још нема ментија.
office-support-wishes = Жели више: { $levels }
office-support-count = { $count ->
    [0] још ништа
    [one] { $count } пут
    [few] { $count } пута
   *[other] { $count } пута
  }
office-support-give = Забележи нешто
office-support-save = Забележи
office-support-words = Шта је учињено
office-support-words-help = Једна реченица. Чита је и особа о којој је реч.
office-support-level = Врста
office-support-day = Дан
office-support-remove = Уклони
office-support-remove-what = Уклони: { $words }
office-support-remove-ask = После тога не стоји ни овде ни код ментија.

office-dates-title = Датуми ове године
office-dates-lead = По времену зоне { $zone }; свако их чита у свом.
office-dates-none = Још нема датума. Предлог има уобичајене, и сваки може да се помери.
office-dates-propose = Предложи датуме
office-dates-add = Додај датум
office-dates-no-day = дан још није одређен
office-date-kind = Шта
office-date-whom = За кога
office-date-for-all = за све
office-date-day = Дан
office-date-time = Време
office-date-time-help = У зони { $zone }. Може да остане празно.
office-date-names = Посебан назив
office-date-names-help = Може да остане празно.
office-date-ready = Готово
office-date-minutes = Минута
office-date-place = Где
office-date-in-call = у позиву
office-date-at-place = на месту
office-date-address = Адреса
office-date-led-by = Води
office-date-nobody = још нико
office-date-and = и
office-date-needs = Чита шта људима тамо треба
office-date-needs-help = Највише двоје. Читају само они, и брише се тридесет дана после.
office-date-agenda = О чему је
office-date-agenda-help = Једна ствар у реду, највише дванаест. Недељу дана раније долази на дневни ред своје собе.
office-date-off = Отказано
office-date-off-help = Остаје видљиво, а свима позванима јавља се.
office-date-who = Ко долази
office-dates-told = Позванима се једном јавља шта се променило.
office-dates-move = Помери све што тек долази
office-dates-weeks = Недеља касније (са − раније)
office-dates-look = Погледај
office-dates-moved = Још није сачувано: погледај и сачувај.
office-dates-holiday = { $day } је празник: { $countries }.
sums = Збирови

end-title = Крај године
end-lead = Њен последњи дан је { $day }. Завршетак затвара собе: сви још могу да их читају и понесу, до дана који у свакој пише.
end-ask = Сви парови и групе ове године тада се завршавају, и у њихове собе ништа више не може да се пише. Ово не може да се врати.
end-year = Заврши годину
back-to-draft = Назад у припрему

library = За читање
library-lead = До тридесет ствари које помажу, за све, за менторке и менторе или за ментије. Стоје у њиховим собама и одатле иду на њихове полице.
library-none = Овде још ништа није стављено.
library-add = Додај нешто
library-untitled = Још без наслова
library-title = Наслов
library-link = Адреса
library-link-help = Где се налази. Без ње је оно што пише испод сама ствар.
library-words = У неколико речи, или сама ствар
library-language = Језик
library-author = Ауторство
library-licence = Лиценца
library-licence-help = Како је власник наводи, на пример CC BY-NC-SA 4.0. Без ње се не сме делити даље.
library-first = Прочитати пре првог сусрета
library-first-short = пре првог сусрета

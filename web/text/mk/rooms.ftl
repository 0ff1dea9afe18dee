my-rooms = Мои соби
find = Најди во оваа соба
find-all = Најди во сите мои соби
skip = Оди на разговорот
to-my-rooms = Кон моите соби

greeting-morning = Добро утро, { $name }.
greeting-day = Добар ден, { $name }.
greeting-evening = Добра вечер, { $name }.
greeting-calm = Тука сè е прочитано.
greeting-new = { $count ->
    [one] { $count } непрочитана порака
   *[other] { $count } непрочитани пораки
  }
no-rooms = Тука сè уште нема ниедна соба.
no-rooms-next = Штом ќе се состави пар или група, нивната соба сама се појавува тука. Дотогаш не треба да се прави ништо.
new-count = { $count ->
    [one] { $count } нова
   *[other] { $count } нови
  }
waits = чека
begun = започнато
names-me = за мене

kind-pair = нашето ателје
kind-pair-name = Нашето ателје
kind-team = нашиот тим
kind-team-name = Нашиот тим
kind-mentors = група ментори
kind-mentors-name = Група ментори
kind-mentees = група менторирани
kind-mentees-name = Група менторирани
kind-joint = сите заедно
kind-joint-name = Сите заедно
kind-workshop = работилница
kind-workshop-name = Работилница
kind-staff = тимот на програмата
kind-staff-name = Тимот на програмата

role-mentee = менти
role-mentor = ментор/ка
role-facilitator = води
role-coordinator = координација
role-guest = на гости

offline = Нема врска. Пишувањето продолжува, а сè се испраќа штом врската ќе се врати.
offline-waiting = { $count ->
    [one] Нема врска. Пишувањето продолжува; { $count } порака чека и се испраќа штом врската ќе се врати.
   *[other] Нема врска. Пишувањето продолжува; { $count } пораки чекаат и се испраќаат штом врската ќе се врати.
  }

readers-short = Кој чита
leave = Напушти ја собата
leave-ask = Оттогаш од оваа соба повеќе ништо не стигнува тука, а другите читаат една неутрална реченица. Не е потребна причина.
ending-removed = Оваа соба сега е затворена за тебе. Кажаното им останува на оние што се во неа.
ending-left = Собата е напуштена. Од неа повеќе ништо не стигнува тука.
ending-unknown = Тука нема твоја соба.

room-places = Места во собата
place-talk = Разговор
place-meeting = Нашата средба
place-path = Нашиот пат

talk = Разговор
talk-not-here = Разговорот моментално не може да се вчита. Стигнува штом врската ќе се врати.
talk-stale = Вака беше при последната посета. Новото стигнува со врската.
talk-empty = Тука сè уште никој ништо не напишал.
talk-empty-next = Првите зборови остануваат на почетокот на собата. Доволен е и поздрав.
talk-beginning = Почеток на разговорот
talk-from-joining = Разговорот од денот на доаѓањето
earlier = Поранешен разговор
unread-line = Ново оттука
new-below = { $count ->
    [one] { $count } нова порака
   *[other] { $count } нови пораки
  }
to-newest = Кон најновото
to-unread = До првата непрочитана ({ $count })
message-nowhere = Таа порака ја нема во оваа соба или е од времето пред доаѓањето во неа.
message-unreachable = Таа порака моментално не може да се вчита. Стигнува штом врската ќе се врати.
somebody = Некој

reply = Одговори
quote = Цитирај
quote-gone = Тие зборови веќе не се таму.
link-copied = Адресата на пораката е копирана.
link-not-copied = Копирањето овде не успеа.
more = Уште
react = Реагирај
reactions = Реакции
reaction-of = { $reaction }: { $names }
reaction-good = добро
reaction-heart = од срце
reaction-glad = мило ми е
reaction-feast = славје
reaction-applause = аплауз
reaction-thanks = благодарам
reaction-idea = идеја
reaction-thinking = размислувам
edit = Измени
take-back = Повлечи
delete = Избриши
taken-back = Оваа порака е повлечена.
edited = изменето
answers = Одговор на:
earlier-message = поранешна порака
change-waits = измената е на пат
change-not-stored = Измената не е прифатена.
taking-back = Оваа порака се повлекува.
taking-back-late = Веќе е на пат и повеќе не може да се задржи.
not-taken-back = Пораката не е повлечена.
keep-it = Задржи ја
let-go = Нека остане

sending = на пат
waits-for-network = чека врска
not-sent = Не е испратено.
write-here = Пиши тука
send = Испрати
save = Зачувај
editing = Други зборови за оваа порака
outbox-full = Премногу нешта чекаат на испраќање. Зборовите остануваат тука во полето.
letters-left = { $count ->
    [one] Има место за уште { $count } знак
   *[other] Има место за уште { $count } знаци
  }
too-many-letters = { $count ->
    [one] { $count } знак премногу
   *[other] { $count } знаци премногу
  }

my-people = Моите луѓе
my-groups = Групи
earlier-rooms = Порано
about-mentoring = За ова менторство
want-talk = Сакам разговор со тимот
proposal-title = Предлог
team-sees = Што гледа тимот
gathering = Заедничка средба
support-title = Мојата поддршка
readers-keeper-for = Кој го одржува серверот, за организацијата { $organisation }, технички би можел да го прочита она што е зачувано на него.
shown-title = Покажани пораки
reviews-page = Пријави за читање
selection-page = Пријави
changes-title = Кој што менувал
alumni-title = По програмата
public-page-title = Мојата јавна страница
from-programme = Од програмата

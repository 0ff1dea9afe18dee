my-rooms = Моје собе
find = Нађи у овој соби
find-all = Нађи у свим мојим собама
skip = Пређи на разговор
to-my-rooms = На моје собе

greeting-morning = Добро јутро, { $name }.
greeting-day = Добар дан, { $name }.
greeting-evening = Добро вече, { $name }.
greeting-calm = Овде је све прочитано.
greeting-new = { $count ->
    [one] { $count } непрочитана порука
    [few] { $count } непрочитане поруке
   *[other] { $count } непрочитаних порука
  }
no-rooms = Овде још нема ниједне собе.
no-rooms-next = Чим се састави пар или група, њихова соба се сама појави овде. До тада не треба радити ништа.
new-count = { $count ->
    [one] { $count } нова
    [few] { $count } нове
   *[other] { $count } нових
  }
waits = чека
begun = започето
names-me = за мене

kind-pair = наш атеље
kind-pair-name = Наш атеље
kind-team = наш тим
kind-team-name = Наш тим
kind-mentors = група ментора
kind-mentors-name = Група ментора
kind-mentees = група ментија
kind-mentees-name = Група ментија
kind-joint = сви заједно
kind-joint-name = Сви заједно
kind-workshop = радионица
kind-workshop-name = Радионица
kind-staff = тим програма
kind-staff-name = Тим програма

role-mentee = менти
role-mentor = ментор/ка
role-facilitator = води
role-coordinator = координација
role-guest = у гостима

offline = Нема везе. Писање иде даље, а све се шаље чим се веза врати.
offline-waiting = { $count ->
    [one] Нема везе. Писање иде даље; { $count } порука чека и шаље се чим се веза врати.
    [few] Нема везе. Писање иде даље; { $count } поруке чекају и шаљу се чим се веза врати.
   *[other] Нема везе. Писање иде даље; { $count } порука чека и шаље се чим се веза врати.
  }

readers-short = Ко чита
leave = Напусти собу
leave-ask = Од тада из ове собе овде више ништа не стиже, а остали прочитају једну неутралну реченицу. Разлог није потребан.
ending-removed = Ова соба је сада затворена за тебе. Оно што је речено остаје онима који су у њој.
ending-left = Соба је напуштена. Из ње овде више ништа не стиже.
ending-unknown = Овде нема твоје собе.

room-places = Места у соби
place-talk = Разговор
place-meeting = Наш сусрет
place-path = Наш пут

talk = Разговор
talk-not-here = Разговор тренутно не може да се учита. Стиже чим се веза врати.
talk-stale = Овако је било при последњој посети. Оно што је ново стиже с везом.
talk-empty = Овде још нико ништа није написао.
talk-empty-next = Прве речи остају на почетку собе. Довољан је и поздрав.
talk-beginning = Почетак разговора
talk-from-joining = Разговор од дана доласка
earlier = Ранији разговор
unread-line = Ново одавде
new-below = { $count ->
    [one] { $count } нова порука
    [few] { $count } нове поруке
   *[other] { $count } нових порука
  }
to-newest = На најновије
to-unread = На прву непрочитану ({ $count })
message-nowhere = Те поруке нема у овој соби, или је из времена пре доласка у њу.
message-unreachable = Та порука тренутно не може да се учита. Стиже чим се веза врати.
somebody = Неко

reply = Одговори
quote = Цитирај
quote-gone = Те речи више не стоје тамо.
link-copied = Адреса поруке је копирана.
link-not-copied = Копирање овде није успело.
more = Још
react = Реагуј
reactions = Реакције
reaction-of = { $reaction }: { $names }
reaction-good = добро
reaction-heart = од срца
reaction-glad = драго ми је
reaction-feast = славље
reaction-applause = аплауз
reaction-thanks = хвала
reaction-idea = идеја
reaction-thinking = размишљам
edit = Измени
take-back = Повуци
delete = Обриши
taken-back = Ова порука је повучена.
edited = измењено
answers = Одговор на:
earlier-message = ранија порука
change-waits = измена је на путу
change-not-stored = Измена није прихваћена.
taking-back = Ова порука се повлачи.
taking-back-late = Већ је на путу и више не може да се задржи.
not-taken-back = Порука није повучена.
keep-it = Задржи је
let-go = Нека остане

sending = на путу
waits-for-network = чека везу
not-sent = Није послато.
write-here = Пиши овде
send = Пошаљи
save = Сачувај
editing = Друге речи за ову поруку
outbox-full = Превише тога чека на слање. Речи остају овде у пољу.
letters-left = { $count ->
    [one] Има места за још { $count } знак
    [few] Има места за још { $count } знака
   *[other] Има места за још { $count } знакова
  }
too-many-letters = { $count ->
    [one] { $count } знак превише
    [few] { $count } знака превише
   *[other] { $count } знакова превише
  }

my-people = Моји људи
my-groups = Групе
earlier-rooms = Раније
about-mentoring = О овом менторству
want-talk = Желим разговор с тимом
proposal-title = Предлог
team-sees = Шта тим види
gathering = Заједнички сусрет
support-title = Моја подршка
readers-keeper-for = Ко одржава сервер, за организацију { $organisation }, технички би могао да прочита оно што је на њему сачувано.
shown-title = Показане поруке
reviews-page = Пријаве за читање
selection-page = Пријаве
changes-title = Ко је шта мењао
alumni-title = После програма
public-page-title = Моја јавна страница
from-programme = Од програма

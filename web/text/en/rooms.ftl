my-rooms = My rooms
find = Find in this room
find-all = Find in all my rooms
skip = Skip to the talk
to-my-rooms = To my rooms

greeting-morning = Good morning, { $name }.
greeting-day = Good day, { $name }.
greeting-evening = Good evening, { $name }.
greeting-calm = Everything here has been read.
greeting-new = { $count ->
    [one] { $count } unread message
   *[other] { $count } unread messages
  }
no-rooms = There is no room here yet.
no-rooms-next = Once a pair or a group is put together, its room appears here by itself. There is nothing to do until then.
new-count = { $count ->
    [one] { $count } new
   *[other] { $count } new
  }
waits = waits
begun = begun
names-me = mentions you

kind-pair = our atelje
kind-pair-name = Our atelje
kind-team = our team
kind-team-name = Our team
kind-mentors = mentors’ group
kind-mentors-name = Mentors’ group
kind-mentees = mentees’ group
kind-mentees-name = Mentees’ group
kind-joint = everybody together
kind-joint-name = Everybody together
kind-workshop = workshop
kind-workshop-name = Workshop
kind-staff = programme team
kind-staff-name = Programme team

role-mentee = mentee
role-mentor = mentor
role-facilitator = leads
role-coordinator = coordination
role-guest = guest

offline = No connection. Writing goes on, and everything is sent once it is back.
offline-waiting = { $count ->
    [one] No connection. Writing goes on; one message waits and is sent once it is back.
   *[other] No connection. Writing goes on; { $count } messages wait and are sent once it is back.
  }

readers-short = Who can read
leave = Leave this room
leave-ask = From then on nothing from this room arrives here any more, and the others read one neutral sentence. No reason is needed.
ending-removed = This room is closed for you now. What was said stays with those who are in it.
ending-left = You have left this room. Nothing from it arrives here any more.
ending-unknown = There is no room of yours here.

room-places = Places of the room
place-talk = Talk
place-meeting = Our meeting
place-path = Our path

talk = Talk
talk-not-here = The talk can’t be loaded at the moment. It comes as soon as the connection is back.
talk-stale = This is how it stood at the last visit. What is new comes with the connection.
talk-empty = Nobody has written here yet.
talk-empty-next = The first words stay at the beginning of the room. A greeting is enough.
talk-beginning = The beginning of the talk
talk-from-joining = The talk from the day of joining
earlier = Earlier talk
unread-line = New from here
new-below = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
  }
to-newest = To the newest
to-unread = To the first unread ({ $count })
message-nowhere = That message is not in this room, or was written before one came to it.
message-unreachable = That message can’t be loaded at the moment. It comes as soon as the connection is back.
somebody = Somebody

reply = Reply
quote = Quote
quote-gone = These words no longer stand there.
link-copied = The link to the message is copied.
link-not-copied = Copying did not work here.
more = More
react = React
reactions = Reactions
reaction-of = { $reaction }: { $names }
reaction-good = good
reaction-heart = from the heart
reaction-glad = glad
reaction-feast = celebration
reaction-applause = applause
reaction-thanks = thanks
reaction-idea = idea
reaction-thinking = thinking about it
edit = Change
take-back = Take back
delete = Delete
taken-back = This message was taken back.
edited = changed
answers = Answer to:
earlier-message = an earlier message
change-waits = the change is on its way
change-not-stored = The change was not accepted.
taking-back = This message is being taken back.
taking-back-late = It is already on its way and can’t be kept any more.
not-taken-back = The message was not taken back.
keep-it = Keep it
let-go = Never mind

sending = on its way
waits-for-network = waits for the connection
not-sent = Not sent.
write-here = Write here
send = Send
save = Save
editing = Other words for this message
outbox-full = Too much is waiting to be sent. The words stay here in the field.
letters-left = { $count ->
    [one] Room for { $count } more character
   *[other] Room for { $count } more characters
  }
too-many-letters = { $count ->
    [one] { $count } character too many
   *[other] { $count } characters too many
  }

my-people = My people
my-groups = Groups
earlier-rooms = Earlier
about-mentoring = About this mentoring
want-talk = I would like a talk with the team
proposal-title = A proposal
team-sees = What the team sees
gathering = Gathering
support-title = My support
readers-keeper-for = Whoever keeps the server, for { $organisation }, could technically read what is stored on it.
shown-title = Shown messages
reviews-page = Applications to read
selection-page = Applications
changes-title = Who changed what
alumni-title = Afterwards
public-page-title = My public page
from-programme = From the programme

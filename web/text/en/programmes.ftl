# ── the programmes that I coordinate ──
no-programme-yet = There is no programme here yet.
no-programme-of-mine = There is no programme here that you coordinate.
founding-how = It takes about twenty minutes: who leads it, from when to when, the team, the people. Everything can be changed later, and nobody is told of anything before they are invited.
found-another = Set up another programme
found-now = Set up the programme
found-after = The way to the start then stands there as seven steps. Nothing has begun before the last one.
another-year = Another year
year-draft = In preparation
year-running = Running
year-ended = Ended

lead-title = Who leads it
lead-help = The organisation that answers for the programme. Partners come later.
organisation = Organisation
organisation-new = Another organisation
organisation-names = Name of the organisation
names-help = In each language and script in which people should read it. One is enough to begin with.
town = Town
country = Country
please-choose = Please choose
the-programme = The programme
programme-names = Name of the programme
first-day = First day
last-day = Last day

copy-from = As in
copy-nothing = begin from nothing
copy-help = Organisations, help, credits, first words and minimums are taken over; none of the people.
year-names = A name of this year
year-names-help = Only if it is called differently from the programme.
home-zone = Time zone of the programme
open-year = Prepare this year

# ── words in several languages ──
line-add = In another language too
line-remove = Remove { $language }

# ── what others may change at the same time ──
go-on-to = On: { $step }
change = Change
change-whose = Change { $name }
leave-out = Leave out
leave-out-whose = Leave out { $name }

# ── a year and its seven steps ──
to-the-year = To the year
places = Places of this year
seven-steps = Seven steps
overview = Overview
matching = Matching
settings = Settings
record = Changes
steps-title = Seven steps to the start
steps-done = { $done } of { $all } are done
step-is-done = done
step-begin = Go there
step-programme = Programme and partners
step-programme-what = Name, first and last day, organisations.
step-programme-left = { $count ->
    [one] { $count } thing is still missing.
   *[other] { $count } things are still missing.
  }
step-team = Team
step-team-what = Who coordinates, who leads gatherings, who is there for protection.
step-team-left = { $count ->
    [one] { $count } person is still missing.
   *[other] { $count } people are still missing.
  }
step-help = Help
step-help-what = A person with a telephone, what happens when it goes quiet, first words.
step-help-left = { $count ->
    [one] { $count } thing is still missing.
   *[other] { $count } things are still missing.
  }
step-credits = Funders
step-credits-what = Credits and disclaimers, in the languages that the contracts ask for.
step-credits-left = { $count ->
    [one] { $count } thing is still missing.
   *[other] { $count } things are still missing.
  }
calls = Open calls
step-people = People
step-people-what = Mentors and mentees, one by one or from a list.
step-people-left = { $count ->
    [one] { $count } person has not come yet.
   *[other] { $count } people have not come yet.
  }
step-rooms = Pairs and groups
step-rooms-what = Who works with whom; each pair gets a room of its own.
step-rooms-left = { $count ->
    [one] { $count } person has nobody yet.
   *[other] { $count } people have nobody yet.
  }
step-start = Start
step-start-what = From then on the year counts as running, for everybody in it.
step-start-left = { $count ->
    [one] { $count } step comes before.
   *[other] { $count } steps come before.
  }
start-year = Start the year
start-ask = The year then counts as running, with { $day } as its first day. While there is no pair yet it can be put back.
start-now = Start now
not-yet = Not yet
you-do-not-see = You do not see anything they write.
you-do-not-see-why = The team sees that a room exists, who is in it, and what people tell it themselves. Never a word from a room, and not how much or when somebody writes.

the-year = The year
least-meetings = Meetings at least
least-gatherings = Gatherings at least
least-help = For each person in the whole year; 0 for no minimum.

organisations = Organisations
organisations-help = One leads. Partners look after their own people.
organisation-add = Add it
take-in = Take in
take-in-whose = Take in { $name }
partner-role = What { $name } does
partner-lead = leads
partner-partner = partner
partner-handover = takes over
partner-guest = guest
back-to-organisations = Back to the organisations

help-title = Help by telephone
help-lead = Everybody in this year sees this name and number, also who can’t come in.
help-name = Name
help-phone = Telephone
help-phone-help = With + and the country in front, such as +381 60 123 456.
silence-title = When it goes quiet
silence-lead = Three careful steps, told to everybody beforehand. The server counts days, and nobody looks into a room.
silence-on = Ask when nothing has been said in a room for long
silence-on-help = A pause turns it off for that pair.
silence-off = off
silence-one = First one of the two is asked
silence-both = Then both
silence-team = Then the team is told, without anything from the room
silence-days = After so many days
first-words-title = First words in each room
first-words-lead = They stand at the top of each new room, in the language of who reads them.
first-words = First words

credits-title = Funders and what has to be said of them
credits-lead = It stands on everything public and under every report, so that nobody can forget it.
credits-none = Nobody has to be named yet. If it stays so, save it as it is.
credit-add = Add a funder
credit-of = Funder { $number }
funder = Name of the funder
credit-words = Credit
credit-words-help = Word for word, as the contract asks for it.
disclaimer = Disclaimer
disclaimer-help = May stay empty.
holds-from = From
holds-until = Until
holds-help = Empty: for as long as the year is remembered.
move-up = Up
move-up-what = Move up { $name }

# ── people ──
role-coordinator-what = Sets the year up, invites, puts pairs together, is told when somebody wants a talk.
role-facilitator-what = Leads gatherings and groups, and is a member of their rooms.
role-safeguarding-what = Somebody to turn to when something is not right.
role-handover-what = Looks on in order to lead such a programme later.
team-lead = Each of them gets an invitation. It is good to be two who coordinate.
team-title = Who is in the team
people-lead = Each person gets one invitation by e-mail, in their language. Its link can be passed on in any other way too.
people-title = Everybody in this year
people-none = Nobody yet.
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
  }
awaited-count = { $count ->
    [one] { $count } has not come yet
   *[other] { $count } have not come yet
  }
arrival-here = here
arrival-gone = has left
arrival-unopened = invited, not opened yet
arrival-opened = opened, not finished yet
arrival-lapsed = the invitation has run out
arrival-unopened-days = { $days ->
    [0] invited today, not opened yet
    [one] invited yesterday, not opened yet
   *[other] invited { $days } days ago, not opened yet
  }
arrival-opened-days = { $days ->
    [0] invited today, opened, not finished yet
    [one] invited yesterday, opened, not finished yet
   *[other] invited { $days } days ago, opened, not finished yet
  }
arrival-lapsed-days = { $days ->
    [0] the invitation has run out
    [one] invited yesterday, the invitation has run out
   *[other] invited { $days } days ago, the invitation has run out
  }
find-person = Find by name
show-whom = Show
everybody = everybody
not-here-yet = not here yet
all-organisations = all
nobody-found = Nobody fits this.
invited-at = The invitation went to
new-link = New link
new-link-help = It goes out by e-mail once more and can be copied here. The earlier link does not work any more.
end-part = End their part
end-part-ask = { $name } ({ $role }) then no longer takes part in this year. Rooms stay with the others who are in them.
end-part-now = End it
invite-one-lead = The invitation goes by e-mail. Its link can be passed on in any other way too.
invite-list = Invite from a list
as-whom = As
brought-by = Brought by
no-organisation = no organisation
takes-part-now = has an account here already and takes part from now on.
invited-many = { $count ->
    [one] { $count } person takes part now. The invitation is on its way.
   *[other] { $count } people take part now. The invitations are on their way.
  }

list-title = Invite from a list
list-lead = First the list is only looked through. Nobody is invited before the next press.
list-paste = Paste the list here
list-columns = One person per line: name, e-mail, and if wanted role, language, organisation. Straight from a spreadsheet is fine.
list-file = Or take a file
list-other-file = Another one
list-defaults = Where the list says nothing
list-defaults-help = Holds for lines without a role, a language or an organisation of their own.
list-look = Look through the list
list-looked = What the list says
list-good = { $count ->
    [0] No line can be taken.
    [one] { $count } line is right.
   *[other] { $count } lines are right.
  }
list-bad = { $count ->
    [one] { $count } line can’t be taken.
   *[other] { $count } lines can’t be taken.
  }
list-bad-title = These can’t be taken
list-doubts-title = Please look once more at these
list-plain = { $count ->
    [one] { $count } line without a question
   *[other] { $count } lines without a question
  }
list-line = Line { $line }
list-other = (line { $line })
list-first = These are the first { $count }.
list-nobody-yet = Nobody has been invited. The list can be mended and looked through anew, or these lines stay out.
list-without-now = These lines stay out. All others can be invited.
list-mend = Mend the list
list-without = { $count ->
    [one] Go on without this line
   *[other] Go on without these { $count } lines
  }
list-change = Back to the list
inviting-count = { $count ->
    [one] { $count } invitation is being made …
   *[other] { $count } invitations are being made …
  }
invite-count = { $count ->
    [one] Invite { $count } person
   *[other] Invite all { $count }
  }

# ── pairs and groups ──
pairing-title = Put a pair together
pairing-lead = Choose a mentor and a mentee. More than one of each is a small team. Their room opens at once, with the first words in it.
pairing-mentors = Mentors without a pair
pairing-mentees = Mentees without a pair
pairing-no-mentors = Nobody is waiting here.
pairing-no-mentees = Nobody is waiting here.
pairing-everybody = Show those too who are in a pair already
pairing-everybody-help = For a mentor of several people, say.
pairing-chosen = { $names } get a room together.
pairing-none-chosen = Nobody is chosen yet.
pairing-other-side = Now somebody from the other side.
open-room = Open their room
room-is-open = The room is open: { $names }.
pairs-title = Pairs
pairs-none = No pair yet.
pairs-count = { $count ->
    [0] None is going on.
    [one] { $count } is going on.
   *[other] { $count } are going on.
  }
pair-active = since { $day }
pair-paused = paused since { $day }
pair-stopped = stopped { $day }
pair-ended = ended { $day }
pair-stopped-what = One of them has stopped it. Nobody is asked why. A new pair can be put together above.
pair-ended-what = It is over; its room stays as it was. A new pair can be put together above.
pair-not-mine = The organisation that leads can change this.
pair-pause = Pause
pair-pause-what = While it is paused nobody is asked why it is quiet.
pair-resume = Go on
pair-add-mentor = Second mentor
pair-add-mentor-what = Reads the room from now on, nothing from before.
pair-add-now = Take in
pair-no-other-mentor = There is no other mentor in this year yet.
pair-end = End
pair-end-ask = The mentorship of { $names } then ends. Their room stays readable for both, and nothing can be added.
pair-end-now = End it
groups-title = Groups
groups-lead = Each has one lasting room. Who is in it follows from who takes part.
group-mentors-what = Mentors among themselves.
group-mentees-what = Mentees among themselves; nobody is in both.
group-joint-what = All mentors and mentees.
group-staff-what = The team.
group-workshop-what = For workshops, open to everybody in this year.
group-open = Open
group-open-which = Open: { $group }
group-is-open = open
group-go = Go in
group-go-to = Go in: { $group }

# ── who changed what ──
record-title = Who changed what
record-lead = Who, what and when; never a word of what anybody wrote.
record-none = Nothing has happened yet.
record-earlier = Earlier ones
did-programme_founded = The programme was set up
did-cohort_opened = The year was prepared
did-cohort_changed = The year was changed
did-partners_changed = The organisations of the year were changed
did-organisation_changed = An organisation was changed
did-enrolled = Was taken in:
did-enrolment_ended = No longer takes part:
did-invited_again = Was sent a new link:
did-mentorship_opened = A pair was put together
did-mentorship_changed = A pair was paused, resumed or ended
did-mentorship_stopped = A pair was stopped by one of its people
did-mentor_added = A second mentor came:
did-group_opened = A group was opened
did-member_added = Came into a room:
did-member_removed = Left a room:
did-report_opened = Shown messages were opened
did-exported = A report was made
did-open_call_changed = An open call was changed
did-application_deleted = An application was deleted
did-reviewer-named = Somebody was asked to read applications
did-reviewer-removed = Somebody reads applications no more
did-application-opened = An application was opened
did-conflict-declared = Somebody would rather not judge an application
did-conflict-lifted = An application can be judged after all
did-application-decided = An application was decided
did-interview-asked = Times for an interview were proposed
did-letter-sent = A letter was sent

# ── what the team sees, week by week ──
talks = Talks
letters = Announcements
support = Support
dates = Dates
needs-title = Needs you this week ({ $count })
needs-none-title = Nothing needs you this week
needs-none = Nobody asked for a talk, and no step is waiting.
write-to-everyone = Write to everyone
need-talk = would like a talk.
need-talk-do = To the talks
need-silence = It has been quiet. Both were asked before.
need-silence-do = To the pair
need-no_date = { $count ->
    [one] { $count } pair has no first date after a week.
   *[other] { $count } pairs have no first date after a week.
  }
need-no_date-do = To the pairs
need-unopened = { $count ->
    [one] { $count } invitation has not been opened.
   *[other] { $count } invitations have not been opened.
  }
need-unopened-do = To the people
need-pulse = says how it is going: { $word }.
need-pulse-do = To the pair
need-wish = would like more: { $level }.
need-wish-do = To the support
need-matching = Pairs are proposed, and nobody has been asked yet.
need-matching-do = Look at them
need-step = Next step: { $step }
need-step-do = Go there
answer-due = An answer by { $day }
answer-was-due = An answer was due by { $day }
no-next-dates = No date is planned.
all-dates = All dates
pairs-change = Change pairs
pair-quiet = quiet
pair-last-met = last met: { $day }
pair-not-met = no meeting yet
pair-next-date = next: { $when }
pair-no-next-date = no date yet
pair-of-least = { $met } of { $least }
numbers-title = Numbers so far
numbers-active = pairs that go on
numbers-paused = pairs that pause
numbers-stopped = pairs that stopped
numbers-ended = pairs that ended
numbers-meetings = meetings held
numbers-hours = hours of meetings

office-talks-waiting = Would like a talk
office-talks-lead = Only you see this, and from the third working day on a deputy. In the room nobody learns of it.
office-talks-none = Nobody is waiting for a talk with you.
office-talks-taken = You take care of these
office-talk-as-deputy = Somebody else was asked first and has not answered in time.
office-talk-take = I take care of it
office-talk-take-whose = I take care of it: { $name }
office-talk-over = It is done
office-talk-over-whose = It is done: { $name }
office-talk-over-ask = The request of { $name } then stands here no more.
office-matter-together = How the two get on
office-matter-time = Finding time
office-matter-work = The work itself
office-matter-wellbeing = How they are
office-matter-other = Something else

letters-lead = It stands on everybody’s first screen and goes out as one e-mail. Answers reach the author alone.
letter-write = Write an announcement
letter-sent = It is on its way.
letters-before = Announcements so far
letters-none = None yet.
letter-to = To
letter-of = Of which organisation
letter-to-all = everybody
letter-to-mentors = mentors
letter-to-mentees = mentees
letter-title = Title
letter-words = Words
letter-languages = Everybody reads it in their own language, or in the nearest one that is here.
letter-look = See how it looks
letter-look-title = How it looks
letter-goes-to = To: { $whom }
letter-how = On the first screen of each of them, and once by e-mail.
letter-send = Send it
letter-go-on = Go on writing
letter-mailing = e-mails are on their way
letter-by = By
letter-answers = { $count ->
    [one] { $count } answer
   *[other] { $count } answers
  }
letter-new = { $count ->
    [one] { $count } new
   *[other] { $count } new
  }
letter-no-answers = No answer yet.
letter-answers-title = Answers
letter-answers-who = Only you read them.
letter-take-back = Take back
letter-take-back-ask = It then stands on nobody’s first screen any more. What has gone out by e-mail stays there.

office-support-title = Support for each mentee
office-support-lead = What was done for whom, in a sentence that they read too.
office-support-nobody = There is no mentee in this year yet.
office-support-wishes = Would like more: { $levels }
office-support-count = { $count ->
    [0] nothing yet
    [one] { $count } time
   *[other] { $count } times
  }
office-support-give = Write something down
office-support-save = Write it down
office-support-words = What was done
office-support-words-help = One sentence. The mentee reads it.
office-support-level = Level
office-support-day = Day
office-support-remove = Remove
office-support-remove-what = Remove: { $words }
office-support-remove-ask = It then stands neither here nor with the mentee.

office-dates-title = Dates of this year
office-dates-lead = In the time of { $zone }; everybody reads them in their own.
office-dates-none = No date is planned yet. A proposal has the usual ones, and each can be moved.
office-dates-propose = Propose dates
office-dates-add = Add a date
office-dates-no-day = day still open
office-date-kind = What
office-date-whom = For whom
office-date-for-all = for everybody
office-date-day = Day
office-date-time = Time
office-date-time-help = In { $zone }. May stay empty.
office-date-names = A name of its own
office-date-names-help = May stay empty.
office-date-ready = Done
office-date-minutes = Minutes
office-date-place = Where
office-date-in-call = in a call
office-date-at-place = at a place
office-date-address = Address
office-date-led-by = Led by
office-date-nobody = nobody yet
office-date-and = and
office-date-needs = Reads what people need there
office-date-needs-help = Two people at most. They alone read it, and it is deleted thirty days after.
office-date-agenda = What it is about
office-date-agenda-help = One thing a line, at most twelve. A week before it goes onto the agenda of its room.
office-date-off = Called off
office-date-off-help = It stays to be seen, and whoever was invited is told.
office-date-who = Who comes
office-dates-told = Whoever is invited is told of what has changed, once.
office-dates-move = Move all that is to come
office-dates-weeks = Weeks later (with − earlier)
office-dates-look = Look at it
office-dates-moved = Not saved yet: look, and save.
office-dates-holiday = { $day } is a holiday in { $countries }.
sums = Sums

end-title = The end of the year
end-lead = Its last day is { $day }. Ending closes the rooms: everybody can still read them, and take them along, until a day that stands in each.
end-ask = All pairs and groups of this year then end, and nothing more can be written in their rooms. This can’t be undone.
end-year = End the year
back-to-draft = Back into preparation

library = Things to read
library-lead = Up to thirty things that help, for all, for mentors or for mentees. They stand in their rooms, and from there go on their own shelves.
library-none = Nothing has been put here yet.
library-add = Add something
library-untitled = Without a title yet
library-title = Title
library-link = Address
library-link-help = Where it is. Without one, what is written below is the thing itself.
library-words = In a few words, or the thing itself
library-language = Written in
library-author = Author
library-licence = Licence
library-licence-help = As the owner names it, such as CC BY-NC-SA 4.0. Without one it is not free to be passed on.
library-first = To be read before the first meeting
library-first-short = before the first meeting

# The mails. Of each: the subject, what it is about, the button, and what to know besides.
invitation =
    .subject = { $inviter } invites you to Atelje
    .lead = { $inviter } would like to have you in Atelje, the place where mentors and mentees meet and talk.
    .button = Accept the invitation
    .note = The link works once, until { $until }. Whoever has it can come in, so it is best kept to yourself. If it came to you by mistake, nothing needs to be done.

password_reset =
    .subject = A new password for Atelje
    .lead = A new password can be chosen here. Until then the present one stays.
    .button = Choose a new password
    .note = The link works once, until { $until }. If this was not you, nothing needs to be done: all stays as it is.

sign_in_link =
    .subject = Your way into Atelje
    .lead = With this link you come in without a password.
    .button = Come in
    .note = The link works once, until { $until }. If this was not you, nothing needs to be done.

address_confirm =
    .subject = Is this your address?
    .lead = In Atelje this address was given as a person’s new e-mail. Once it is confirmed here, it takes the place of the former one.
    .button = Confirm the address
    .note = The link works once, until { $until }. If this was not you, nothing needs to be done: all stays as it is.

address_changed =
    .subject = Your e-mail in Atelje has changed
    .lead = Another e-mail address has taken the place of this one. When: { $at }.
    .note = If this was not you, please tell the team of your programme at once.

password_changed =
    .subject = Your password in Atelje has changed
    .lead = A new password was chosen. When: { $at }.
    .note = If this was not you, please tell the team of your programme at once.

second_factor_changed =
    .subject = The second step of coming in has changed
    .lead = What Atelje asks for besides the password was changed. When: { $at }.
    .note = If this was not you, please tell the team of your programme at once.

unread =
    .subject = { $sender } has written to you
    .lead = { $sender } has written to you in Atelje. What was written can be read there, and only there.
    .button = Read and answer
    .note = No further mail comes about this until you have read it.
    .stop = No more mails about unread messages
    .stop-title = Mails about unread messages
    .stop-lead = When your mentor or mentee has written and it stays unread, a short mail tells you so: who wrote, never what.

bulletin =
    .subject = { $title }
    .lead = { $author }, { $programme }: { $title }
    .button = Read and answer in Atelje
    .note = An answer there reaches one person alone: { $author }.
    .stop = No more mails with what the team announces
    .stop-title = Mails with what the team announces
    .stop-lead = What the team of your programme announces stands in Atelje, and comes by mail too.

alumni =
    .subject = { $programme }: does it still hold?
    .lead = That the team of { $programme } may keep you in mind holds for a year by your word, and that year is nearly over.
    .button = Look and decide
    .note = Unless you say it again, it ends: { $until }. What you wrote there goes with it.

enrolled =
    .subject = You take part: { $programme }
    .lead = { $inviter } has added you in Atelje: { $programme }. Your account stays as it is.
    .button = Open Atelje
    .note = It stands on your first page from now on. If it came to you by mistake, please tell: { $inviter }.

welcome =
    .subject = A room for you: { $programme }
    .lead = In Atelje there is a room for you now: { $programme }. Also in it: { $people }.
    .button = Open the room
    .note = It is there from now on, for as long as the programme lasts. If something is not right, please tell the team of your programme.

talk_wanted =
    .subject = Somebody would like a talk
    .lead = Somebody in your programme would like a talk with you. Who it is and what it is about can be read in Atelje, and only there.
    .button = Look and answer
    .note = They were told that an answer comes within two working days.

report_received =
    .subject = Somebody has shown you messages
    .lead = Somebody in your programme has shown you messages, since you are the person to turn to when somebody needs protection. They can be read in Atelje, and only there.
    .button = Open them
    .note = Nobody else of the team knows of it.

quiet_one =
    .subject = It has been quiet for a while
    .lead = Nothing new has been said in your room for a while. A short word there is enough; or one tap that all is well, or that you talk elsewhere.
    .button = Open the room
    .note = This was agreed at the start. If it stays quiet, everybody in the room is asked next, and then the team hears that it is quiet, and nothing else.

quiet_all =
    .subject = It is still quiet
    .lead = It is still quiet in your room, and everybody in it has got this mail. A short word there is enough; or one tap that all is well, or that you talk elsewhere.
    .button = Open the room
    .note = This was agreed at the start. If it stays quiet, the team hears next that it is quiet, and nothing else.

foot = Atelje, { $place }. Nobody reads answers to this address.

# The page behind that link.
unwanted-title = Mails from Atelje
unwanted-stop = No more of these mails
unwanted-stopped = No such mail comes any more.
unwanted-again = Have them again
unwanted-wanted = From now on these mails come again.
unwanted-unknown = This link is not whole. It is best opened from the mail itself.

# A person's public page.
page-programme = A part of { $programme }.
page-until = This page is here until { $until }.
page-gone = There is no page here
page-gone-why = It has come to its end, or its address is another one.

# What a person takes along of a room, as a page of their own.
archive-title = Room: { $people }
archive-made = All that could be read in this room, for { $name }: { $at }. Times: { $zone }.
archive-people = In the room
archive-left = not here any more
archive-first = First words
archive-back = That message was taken back.
archive-changed = changed: { $at }
archive-answers = Answer to:
archive-none = Nothing was said here.
archive-emptied = What was said here has been removed.
archive-keep = Here are also words of others, said in this room and for it. They are best kept with care.

shared-title = Shared with you
shared-lead = The people of a room have agreed that you may read something of it.
shared-open = Read it
shared-noted = That it was read is told to those who shared it.
shared-reader = For:
shared-scope = To be used for:
shared-until = It can be read here until { $until }.
shared-gone = There is nothing here any more
shared-gone-why = It was taken back, its last day is past, or the address is another one.

archive-kind-pins = Our shelf
archive-kind-meetings = Meetings
archive-kind-agenda = What we wanted to talk about
archive-prompt-who = Who we are, and what has brought each of us here
archive-prompt-wishes = What each of us would like from this time
archive-prompt-ways = How often, where and how we meet
archive-prompt-agreement = Our agreement: five questions
archive-prompt-next = A first small step until next time
archive-kind-calls = Where we called each other
archive-kind-cards = Cards
archive-kind-files = Files
archive-kind-goals = Goals
archive-kind-halfway = Half-way
archive-kind-notes = Notes
archive-kind-reflections = Looking back
archive-kind-agreement = Our agreement
archive-kind-releases = Shared outside
archive-kind-steps = Next steps
archive-kind-thanks = Thanks
archive-kind-led = How we talked here
archive-kind-other = Also kept here
archive-minutes = { $minutes } min
archive-own = Mine alone
archive-own-why = Nobody else reads this, and it is in nobody else’s copy.
archive-file = The file
archive-note-talked = Talked about
archive-note-decided = Decided
archive-note-next = Next steps
archive-note-open = Left open

dates_agreed =
    .subject = { $more ->
        [0] A date: { $start }
       *[other] Dates from { $start } on
      }
    .lead = { $many ->
        [0] { $more ->
            [0] You meet: { $start }. Also there: { $people }.
            [one] You meet: { $start }, and { $more } more time. Also there: { $people }.
           *[other] You meet: { $start }, and { $more } more times. Also there: { $people }.
          }
       *[other] { $more ->
            [0] You are invited: { $people }, { $start }.
            [one] You are invited: { $people }, { $start }, and to { $more } more date.
           *[other] You are invited: { $people }, { $start }, and to { $more } more dates.
          }
      }
    .button = { $many ->
        [0] Open the room
       *[other] Look
      }
    .note = { $many ->
        [0] The file that comes with this mail puts it into your calendar. If the time does not suit after all, another one can be proposed in the room.
       *[other] The file that comes with this mail puts it into your calendar. If you cannot come, one tap says so.
      }

date_moved =
    .subject = Moved to { $start }
    .lead = { $many ->
        [0] { $more ->
            [0] What was to be { $before } will be { $start }. Also there: { $people }.
           *[other] What was to be { $before } will be { $start }. Others are moved too: { $more }. Also there: { $people }.
          }
       *[other] { $more ->
            [0] { $people } was to be { $before } and will be { $start }.
           *[other] { $people } was to be { $before } and will be { $start }. Others are moved too: { $more }.
          }
      }
    .button = { $many ->
        [0] Open the room
       *[other] Look
      }
    .note = The file that comes with this mail moves it in your calendar.

date_cancelled =
    .subject = It is off: { $start }
    .lead = { $many ->
        [0] { $more ->
            [0] What was to be { $start } is off. With: { $people }.
           *[other] What was to be { $start } is off. Others are off too: { $more }. With: { $people }.
          }
       *[other] { $more ->
            [0] { $people } is off: { $start }.
           *[other] { $people } is off: { $start }. Others are off too: { $more }.
          }
      }
    .button = { $many ->
        [0] Open the room
       *[other] Look
      }
    .note = { $many ->
        [0] The file that comes with this mail takes it out of your calendar. Another time can be proposed in the room.
       *[other] The file that comes with this mail takes it out of your calendar.
      }

date_without_you =
    .subject = You are no longer expected: { $start }
    .lead = { $more ->
        [0] It takes place without you: { $start }, { $people }.
       *[other] It takes place without you: { $start }, { $people }. So do others: { $more }.
      }
    .button = Look
    .note = The file that comes with this mail takes it out of your calendar.

date_declined =
    .subject = You do not come: { $start }
    .lead = { $more ->
        [0] You have said that you do not come: { $start }, { $people }.
       *[other] You have said that you do not come: { $start }, { $people }. Nor to others: { $more }.
      }
    .button = Look
    .note = The file that comes with this mail takes it out of your calendar. If you come after all, one tap says so, and it comes back.

# In people's own calendars.
calendar-meeting = Meeting
calendar-meeting-with = Meeting: { $people }
calendar-kick-off = Kick-off
calendar-consultation = Consultation
calendar-midterm = Half-way meeting
calendar-workshop = Workshop
calendar-closing = Closing

date_ahead =
    .subject = { $start }: { $people }
    .lead = { $many ->
        [0] You meet: { $start }. Also there: { $people }.
       *[other] { $people }: { $start }.
      }
    .button = { $many ->
        [0] Open the room
       *[other] Look
      }
    .note = { $many ->
        [0] If you cannot come, one tap in the room says so, without a reason.
       *[other] If you cannot come, one tap says so, without a reason.
      }
    .stop = No more mails on the day before
    .stop-title = Mails on the day before
    .stop-lead = A day before a date a mail reminds you of it, unless it stands in your calendar.

date_soon =
    .subject = Soon: { $start }
    .lead = { $many ->
        [0] It begins: { $start }. Also there: { $people }.
       *[other] It begins: { $people }, { $start }.
      }
    .button = { $many ->
        [0] Open the room
       *[other] Look
      }
    .note = { $many ->
        [0] If you are late, one tap in the room says so.
       *[other] The door opens a quarter of an hour before.
      }

date_asked =
    .subject = { $sender } proposes times to meet
    .lead = { $sender } has proposed times to meet. One tap accepts one of them.
    .button = Look and answer
    .note = If none of them suits, others can be proposed as easily.
    .stop = No more mails about proposed times
    .stop-title = Mails about proposed times
    .stop-lead = When times to meet wait for your answer, a short mail says so.

# Several things that come as one mail.
daily =
    .subject = { $count ->
        [one] { $count } thing from Atelje
       *[other] { $count } things from Atelje
      }
    .lead = Together in one mail, so that there is at most one a day.

times_asked =
    .subject = When could you: { $title }
    .lead = { $inviter } is looking for a time: { $title }
    .button = Say when you could
    .note = It takes a minute; everybody’s answers together make the date.

# The page on which people without an account say when they could.
times-lead = Please say of each time whether you could come.
times-zone = Times are those of
times-yes = Yes
times-maybe = If need be
times-no = No
times-send = Send
times-thanks = Thank you, it is noted. It can be changed here as long as nothing is decided.
times-changed = Meanwhile other times are asked about. Please say it of these.
times-gone = There is nothing to answer here any more
times-gone-why = It is decided, or the address is another one.

sums-columns =
    .day = Day
    .what = What
    .minutes = Minutes
    .where = Where
    .country = Country
    .organisation = Organisation
    .invited = Invited in all
    .came = Came
    .confirmed = Confirmed by
sums-in-person = in person
sums-online = online

# On the way to a call.
call-gone = This link leads to no call. Look in the room for the one that counts now.
call-away = The call server does not answer. In the room stands what you agreed on for that.

proposal_asked =
    .subject = { $programme }: a proposal for you
    .lead = The team of { $programme } proposes somebody to you for the mentorship. Who it is and why can be read in Atelje, and only there.
    .button = Look at it in peace
    .note = Yes, a question first, or not now: each of them is right, and a no needs no reason.

proposal_waits =
    .subject = { $programme }: a proposal waits for your answer
    .lead = The proposal of { $programme } is open for a little while yet. Yes, a question first, or not now: each of them is right.
    .button = Look and answer
    .note = Without an answer it ends by itself, and nobody is told why.

proposal_answered =
    .subject = { $programme }: your question is answered
    .lead = The team of { $programme } has answered your question about the proposal. The answer can be read in Atelje, and only there.
    .button = Read the answer
    .note = There is time to think about it: two days at least.

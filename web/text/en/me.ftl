name-and-language = Name, language, light

change-address = Change the e-mail address
new-address = New e-mail address
new-address-help = A link goes there. Until it is opened, the present one stays.
address-send = Send the link
address-pending = Waiting to be confirmed from the mail sent to

present-password = Present password
password-is-set = A password is set.
password-is-not-set = There is none; a link by e-mail leads in.
change-password = Change the password
set-password = Choose one
save-password = Save the password
password-changed = The new password holds from now on.
end-others-too = Sign out on all other devices
end-others-too-help = Best if somebody else may know the present one.

codes-title = Codes when coming in
codes-off = Besides the password, a code from the phone can be asked for. Whoever learns the password then still does not come in.
codes-on = { $count ->
    [one] On. { $count } recovery code is left.
   *[other] On. { $count } recovery codes are left.
  }
codes-turn-on = Turn on
codes-turn-off = Turn off
codes-lead = Needed for it: an app on the phone that shows codes, such as the one that keeps the passwords there.
qr-lead = Let the app read this picture.
qr-alt = Picture for the camera of the app
open-in-app = Or open it in the app on this device
type-key = Or type this key into the app:
code-first-help = The six digits that the app shows now. Only with them is it turned on.
codes-are-on = On. From now on a code is asked for when coming in.
codes-are-off = Off. From now on the password alone is enough.
codes-off-lead = The recovery codes end with it.
new-recovery-codes = New recovery codes
new-codes-lead = Ten new ones come, and the earlier ones do not work any more.
recovery-title = Recovery codes
recovery-lead = For the day without the phone. Each works once. They are shown only now: on paper or among the kept passwords they are well placed.
recovery-kept = They are kept in a safe place
print = Print
ready = Ready

where-signed-in = Where I am signed in
where-signed-in-help = What looks unfamiliar can be ended here; it ends at once.
this-device = this device
last-used = Last used:
stays-until = Stays signed in until { $day }.
lapses-by-itself = Ends by itself: { $day }.
unknown-device = Unknown device
end-login = Sign out there
end-there = Sign out on { $device }
login-ended = Signed out: { $device }.
end-all-others = Sign out everywhere else
others-ended = Signed out everywhere else.

mails-title = E-mails
mails-unread = Write to me when a message waits unread
mails-unread-help = Never a word of its content. Mails about signing in come in any case.

seen-title = Being seen in rooms
seen-hidden = Never show that I am here
seen-hidden-help = In no room, whatever is turned on there; who else is here is not shown then either.
seen-silent = Never show that I am writing
mails-bulletins = Write to me when the team announces something
mails-bulletins-help = It stands on the first screen in any case.
mails-dates = Remind me of a date on the day before
mails-times = Write to me when times to meet wait for my answer
mails-times-help = At most one such mail a day, and none where a device tells me.
mails-dates-help = Not of one that stands in my calendar. An hour before, a word comes in any case.

calendar-title = My calendar
calendar-invitations = Send me invitations for my calendar
calendar-invitations-help = A date goes into your calendar with one tap, moves there when it moves, and leaves it when it is off.
calendar-names = Say in its title with whom I meet
calendar-names-help = Else it is only called a meeting. Where it is, and what about, never stands there.
calendar-feed = An address for calendar programs shows all my dates; only I know it.
calendar-feed-begin = Make the address
calendar-feed-again = Make another address
calendar-feed-end = End it
calendar-feed-once = Copy it now: it is shown this once. Whoever has it sees when you meet.
calendar-feed-since = There is an address since { $day }.

sign-in-title = Welcome
sign-in-lead = The talk goes on where it was left.
sign-in-ended = This visit has ended, so please come in again. What was written and not yet sent is kept here.
sign-in = Come in
stay-signed-in = Stay signed in on this device
stay-help = For 90 days nothing is asked here. Better not on a device that others use too.
show-typed = Show what is typed
mail-me-a-link = Without a password: mail me a link
password-forgotten = Password forgotten

link-title = In by a link
link-lead = A link comes by e-mail. One tap on it, and no password is needed.
forgotten-title = Password forgotten
forgotten-lead = That happens. A link comes by e-mail, and with it a new password can be chosen.
send-link = Send the link
send-link-again = Send it once more
link-sent = If this address is known here, a link is on its way. It works once, for { $minutes } minutes.
link-sent-help = Nothing there after a few minutes? Please look among the unwanted mail too, and check the address.
back-to-door = Back

code-title = One more step
code-lead = For this account a code is asked for too.
code = Code from the app
code-help = The six digits that it shows now.
recovery-code = Recovery code
recovery-code-help = One of the ten that were kept for the day without the app. It works once.
use-recovery-code = The app is not at hand: use a recovery code
code-from-app = Use the code from the app

go-on = Go on
link-for = For
link-other-here = On this device now:
link-dead-title = This link does not work any more
link-dead = It was used already, its time is over, or a newer one was sent.
link-not-whole = The address of this page lacks its last part. Please open the link once more, straight from the message.
link-new-one = A new one comes to the same e-mail:
to-the-door = To the entrance
to-the-rooms = To my rooms

sign-in-link-title = Welcome back
sign-in-link-lead = This link leads straight in, without a password. It works once.

reset-title = A new password
reset-lead = This link is for choosing a new password. It works once.
reset-choose-title = Choose a new password
reset-what = All devices are signed out by it; this one goes straight in.
new-password = New password
reset-save = Save and come in

invitation-title = An invitation
invitation-lead = Atelje is a quiet place for mentoring: two people, or a small group, talk here and keep what they agreed on. This invitation is for one person.
invitation-open = See the invitation
invitation-accept-title = Good to have you here
invitation-by = From:
invitation-what = What is written in a room is read only by those who are in it. The e-mail address is not shown to the others.
invitation-anew = Been here before? Then the entrance is the way. Otherwise ask whoever sent the invitation for a new link; that takes them one tap.
password-optional = Password, if wanted
password-optional-help = Without one, a link by e-mail leads in each time.

address-title = A new e-mail address
address-lead = This link confirms an address. Until then everything stays as it was.
address-what = From now on everything goes to this address, and it is the one to come in with.
address-confirm = Confirm this address
address-done-title = The address is confirmed
address-done = From now on everything goes there.
address-anew = A new one can be asked for in “My account”.

set-up-title = The first person here
set-up-lead = This atelje is still empty. Whoever comes in first looks after it.
set-up = Open the atelje
password-help = A few words that belong together only for you are best.

email = E-mail
password = Password
one-moment = One moment …
no-answer = No answer came. The connection may be gone for a moment; please try again.
try-again = Try again
close = Close
cancel = Cancel
stay = Stay

name = Name, as others read it

me = About me
language = Language
zone = Time zone
theme = Light
theme-device = as on this device
theme-light = light
theme-dark = dark
keys = Keys
sign-out = Leave
sign-out-unsent = { $count ->
    [one] One message has not been sent yet. Leaving now removes it from this device for good.
   *[other] { $count } messages have not been sent yet. Leaving now removes them from this device for good.
  }
sign-out-anyway = Leave and remove

my-account = My account
my-hours = My hours
looking = What I look for and give
invitations = Invitations
programmes = Programmes
found = Set up the programme
asked-for-talks = Would like a talk
skip-rooms = Skip to the page
copy = Copy
copied = Copied.
not-copied = This browser does not allow it. Please mark the text and copy it by hand.

out-of-reach-title = No connection yet
out-of-reach-lead = As soon as it is there, this page goes on by itself.
saving-data = Save data here: pictures come when I tap on them

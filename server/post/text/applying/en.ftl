# What a call asks, until its team says it otherwise.
ask-title = { $programme }: open call
ask-country = In which country do you live and work?
ask-languages = Which languages can we work with you in, and how well?
    .hint = Name every language in which you could talk about your work for an hour.
ask-about = What do you do?
    .hint = A few sentences are enough: what, where, with whom, since when.
ask-need = What would you like to be able to do after these months?
    .hint = As concrete as you can: one or two things are better than ten.
ask-goals = How would you notice that it was worth it?
ask-give = What can you give to somebody who is earlier on the way?
    .hint = What you know, have tried, have failed at; whom you know.
ask-disciplines = Which fields do you work in?
ask-wanted = What would you like to learn?
ask-given = What can others learn from you?
ask-link = A link to your work
    .hint = If there is one.
ask-work = Something to show
    .hint = A portfolio, a text, a picture, a recording: whatever says more than words here.
ask-access = What do you need in order to take part?
    .hint = An interpreter, a place without stairs, times that suit, a quiet room, help with costs: whatever it is. It is no part of the choice.

# Mails to who answers a call, at their own address: never what they wrote.
application_begun =
    .subject = Your application: { $title }
    .lead = You have begun to answer this call: { $title }. With the link you come back to it, on any device, until { $deadline }.
    .button = Go on
    .note = Whoever has the link can read and change it, so it is best kept to yourself. Nobody else reads it until you send it. If this was not you, nothing needs to be done: what is not sent is deleted.

application_sent =
    .subject = It has arrived: { $title }
    .lead = Your application has arrived: { $title }. Behind the link is your copy, as it is read; until { $deadline } it can still be changed there.
    .button = Look at my copy
    .note = What you wrote is not in this mail, so that it lies in no mailbox for longer than you were told. Whoever has the link can read it, so it is best kept to yourself.

application_link =
    .subject = Your link: { $title }
    .lead = Somebody asked for the link to your application: { $title }. Here it is.
    .button = Open it
    .note = Earlier links go on working. If this was not you, nothing needs to be done.

application_withdrawn =
    .subject = It is deleted: { $title }
    .lead = Your application was taken back and deleted, with its files: { $title }.
    .note = The links to it lead nowhere any more. If this was not you, please tell the team of the call.

call_extended =
    .subject = More time: { $title }
    .lead = There is more time for everybody: { $title }. What you have begun can be sent until { $deadline }.
    .button = Go on
    .note = Nothing of what you wrote has changed. Whoever has the link can read it, so it is best kept to yourself.

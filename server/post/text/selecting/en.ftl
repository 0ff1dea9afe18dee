# What applicants are told, and asked. In the letters stand the team's own words; these are to begin with.
interview_asked =
    .subject = Times for an interview: { $title }
    .lead = We would like to talk with you about your application, and propose times for it: { $title }
    .button = Choose a time
    .note = Whoever has the link can answer for you, so it is best kept to yourself. If none of the times suits, one tap says so.

interview_answered =
    .subject = There is an answer about an interview
    .lead = Somebody has answered when they could talk with you. Who and when can be read in Atelje, and only there.
    .button = Look
    .note = It can be said otherwise there as long as the time has not come.

outcome =
    .subject = { $title }
    .lead = { $name },
    .note = The team: { $call }

letter-yes =
    .title = { $title }: we would like to have you with us
    .words =
        thank you for your application. We have read it with care, and we would be glad to have you with us.

        What comes next: another mail brings your way into Atelje, the place where everything else happens. If something has changed meanwhile and you can’t take part, please write to us soon, so that somebody else can have the place: { $contact }

        We look forward to the way that begins now.

letter-reserve =
    .title = { $title }: in reserve
    .words =
        thank you for your application. We have read it with care, and we would like to have you with us. At the moment we have no free place to offer you, so we keep you in reserve.

        If a place becomes free, we write to you at once. If you would rather not wait, a line is enough, without a reason: { $contact }

        We know that waiting is not easy, and thank you for your patience.

letter-no =
    .title = { $title }: about your application
    .words =
        thank you for your application, and for the time and the trust that are in it. We have read it with care. This time we can’t offer you a place, and we are sorry to have to write this to you.

        It is a decision about this call, and no judgement of you or of your work. If you would like to know more about how it came to it, write to us, and somebody will answer you: { $contact }

        What you sent us is deleted on the day that you were told. You are welcome to apply to later calls.

# The page on which applicants choose a time for an interview.
interview-lead = We would like to talk with you about your application. Please choose a time; it can be changed here until then.
interview-zone = Times are those of
interview-which = When can we talk?
interview-none = None of these times suits
interview-send = Send
interview-thanks = Thank you, it is noted.
interview-changed = Meanwhile other times are proposed. Please choose among these.
interview-over = This time is over. Please choose another one.
interview-gone = There is nothing to answer here any more
interview-gone-why = It was taken back, or the address is another one.

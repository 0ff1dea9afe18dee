# Applications, as they are read and chosen.
selecting-choosing-title = Applications
selecting-choosing-lead = What was not chosen is deleted on { $day }, with everything that was written about it.
selecting-choosing-list = Who applied
selecting-choosing-count = { $count ->
    [one] { $count } application
   *[other] { $count } applications
  }
selecting-choosing-none = Nobody has applied yet.
selecting-choosing-shown = Show
selecting-choosing-all = All
selecting-choosing-unread = Not read yet:
selecting-choosing-conflicts = { $count ->
    [one] { $count } person would rather not judge it
   *[other] { $count } people would rather not judge it
  }
selecting-choosing-told = the letter has left
selecting-choosing-outcome = What we decide
selecting-choosing-fixed = The letter about this has left, so it stays.
selecting-choosing-not-read-by = Would rather not judge this
selecting-outcome-none = not decided
selecting-outcome-yes = yes
selecting-outcome-reserve = reserve
selecting-outcome-no = no
selecting-leaning-yes = rather yes
selecting-leaning-reserve = reserve
selecting-leaning-no = rather no
selecting-leaning-unsure = not sure
selecting-conflict-begin = I would rather not judge this one
selecting-conflict-maybe = The organisation named here looks like yours. If that makes it hard to judge, one tap takes it off your list.
selecting-conflict-lead = It then disappears from your list, with all that was written about it. The team sees the reason that you tap, and nothing else. Why?
selecting-conflict-same-organisation = Same organisation
selecting-conflict-worked-together = We have worked together
selecting-conflict-close = Close to me
selecting-conflict-other = Something else
selecting-conflict-lift = Let them read it after all
selecting-review-sent = sent { $day }
selecting-review-files = Files
selecting-review-kib = { $size } KB
selecting-review-leaning = Where I lean
selecting-review-why = Why, in my own words
selecting-review-who-reads = The team reads this, and so do the others who read this application, once they have written their own. The applicant does not.
selecting-review-keep = Keep it
selecting-review-change = Keep the change
selecting-review-noted = Noted, thank you.
selecting-review-others-wait = What the others think comes here once you have written what you think.
selecting-review-others = What the others think
selecting-review-mine = What I think
selecting-review-write = Write what I think
selecting-review-next = Next
selecting-review-unread = to read
selecting-review-read = opened
selecting-review-written = written
selecting-reviews-title = Applications to read
selecting-reviews-lead = One after the other, in your own time. You see what others think of one once you have written what you think.
selecting-reviews-none = There is nothing for you to read.
selecting-reviews-empty = Nothing has come in yet.
selecting-reviews-count = { $left } of { $all } still to read
selecting-reviews-purged = deleted on { $day }, unless chosen
selecting-reviews-begin = Begin to read
selecting-reviews-go-on = Go on reading
selecting-reviews-all = All of them
selecting-reviews-place = { $place } of { $all }
selecting-reviews-done = That was the last one. Thank you.
selecting-reviewers-title = Who reads
selecting-reviewers-lead = Each writes what they think before seeing what the others think. Whoever knows somebody too well takes that application off their own list.
selecting-reviewers-name = Ask somebody to read
selecting-reviewers-none = Nobody was asked to read yet. Who leads reads all the same.
selecting-reviewers-all-plain = reads all applications
selecting-reviewers-own-plain = reads those of the own country
selecting-reviewers-own = reads those from: { $country }
selecting-reviewers-written = { $written } of { $all } written
selecting-reviewers-remove = Reads no more
selecting-reviewers-remove-whom = { $name }: reads no more
selecting-reviewers-who = Who
selecting-reviewers-reach = Which applications
selecting-reviewers-ask = Ask
selecting-interview-title = Interview
selecting-interview-asked = times are proposed
selecting-interview-chosen = a time is chosen
selecting-interview-none_suits = none of the times suits
selecting-interview-offer = Propose times
selecting-interview-others = Propose other times
selecting-interview-take-back = Take back
selecting-interview-lead = Two or three times by your own clock ({ $mine }). A mail brings the applicant a link, where they read them by theirs ({ $theirs }) and choose.
selecting-interview-time = Time { $number }
selecting-interview-minutes = How long
selecting-interview-length = { $minutes } min
selecting-interview-place = How we talk
selecting-interview-place-help = A link to a call, a telephone number or an address.
selecting-interview-send = Send the times
selecting-letter-as-sent = The letter
selecting-letter-own = The letter, in words of its own
selecting-letter-as-all = The letter, as all get it
selecting-letter-edit-own = Other words for this person
selecting-letter-edit = Edit
selecting-letter-back = Back to the usual words
selecting-letter-keep = Keep the letter
selecting-letter-subject = Subject
selecting-outcome-letters = Letters
selecting-outcome-letters-lead = They are there in every language of those who applied. Change what should be said differently; nothing leaves before you send it.
selecting-outcome-letters-none = Once somebody has applied, the letters are here.
selecting-outcome-letter-edited = edited
selecting-outcome-letter-people = { $count ->
    [0] nobody now
    [one] { $count } person
   *[other] { $count } people
  }
selecting-outcome-letter-around = Above it stands the person’s name, below it the name of the call.
selecting-outcome-letter-own = in words of its own
selecting-outcome-letters-to = Who gets a letter now: { $count }
selecting-outcome-letters-undecided = Not decided yet, so without a letter: { $count }
selecting-outcome-letters-send = { $count ->
    [one] Send { $count } letter
   *[other] Send { $count } letters
  }
selecting-outcome-letters-ask = They leave at once, each one time, and what they say stays. Letters: { $count }.
selecting-outcome-letters-leaving = On their way: { $gone } of { $all }
selecting-outcome-letters-gone = Letters that have left: { $count }
selecting-taking-in-title = Bringing in
selecting-taking-in-lead = Whoever was told a yes gets an invitation and takes part from then on; what they answered becomes the beginning of their own words there.
selecting-taking-in-begin = Bring in
selecting-taking-in-waiting = on the way
selecting-taking-in-done = invited
selecting-taking-in-refused = not possible
selecting-taking-in-invite = { $count ->
    [one] Invite { $count } person
   *[other] Invite { $count } people
  }
selecting-taking-in-organisation = Who looks after them
selecting-taking-in-organisation-help = It holds for everybody ticked here. As long as its rule says so, matching keeps two of the same organisation apart.
selecting-taking-in-nobody = No organisation in particular
selecting-level-1 = A1: a few words
selecting-level-2 = A2
selecting-level-3 = B1
selecting-level-4 = B2
selecting-level-5 = C1
selecting-level-6 = C2, or one’s own
selecting-outcome-letters-others = The letters that nobody gets now

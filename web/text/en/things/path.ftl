path-change = Change
path-save = Save
path-remove = Remove
path-put-back = Put back
path-more = What can be done with “{ $name }”
path-by = { $name }, { $when }
own-only-me = Only you read this here, nobody else.
own-saved = Kept.
own-saving = Being kept …
own-waiting = No answer just now. It stays here and is kept as soon as there is one.

next-steps = Next steps
step-new = A new step
steps-empty = One thing until the next meeting: who does it, and until when if that helps.
path-steps-done = { $count ->
    [one] Done: { $count }
   *[other] Done: { $count }
  }
step-what = What
step-who = Who
step-of-all = together
step-until-when = Until, if there is a day
step-until = until { $day }
step-done-by = done · { $name }, { $when }
step-removed = Removed.

goals = Goals
goal-new = A new goal
goals-empty = Where it should lead: soon, on the way, far ahead. A goal may change; that is a part of the way.
goal-term = When
goal-term-short = Soon
goal-term-middle = On the way
goal-term-long = Far ahead
goal-text = The goal
goal-of = Whose goal
goal-of-all = of all here
goal-whose = Goal of: { $name }
goal-sign-question = How will we know?
goal-why-question = Why does it matter?
goal-sign = We will know by:
goal-why = It matters because:
goal-was = Before:
goal-reason = Because:
goal-reason-question = Why does it change?
goal-reached-question = What made it possible?
goal-state-open = goes on
goal-state-reached = reached
goal-state-changed = changed
goal-state-no_longer_needed = no longer needed
goal-to-open = Goes on
goal-to-reached = Reached
goal-to-changed = Changed
goal-to-no_longer_needed = No longer needed
goal-story = { $count ->
    [one] How it changed: { $count }
   *[other] How it changed: { $count }
  }
goal-remove = Remove with all its words
goal-remove-help = Nothing of it stays, not how it was before either. A goal that is no longer needed can simply say so.

our-agreement = Our agreement
agreement-offer = The programme’s suggestion. Nothing waits for it; it is good to talk it through once.
agreement-how = Less can be asked by one alone, at once. More needs everybody’s yes.
agreement-review = You talked this through three months ago or more. A good moment to look at it again.
agreement-themes = Off the table, unless the one it concerns begins with it
agreement-ways = How we reach each other
agreement-quiet = Quiet hours, by each one’s own clock
agreement-answer_days = Days within which we answer
agreement-confidence = What stays between us
agreement-confidence-offer = Everything said here stays here. If something is to go outside, all agree first. The limit: when somebody is in danger.
agreement-confidence-help = Left empty, the programme’s words stand here.
agreement-own-themes = Other things, one on each line
agreement-quiet-from = From
agreement-quiet-to = To
agreement-quiet-all-day = Quiet all day on:
agreement-quiet-hours = { $start } to { $end }
agreement-quiet-days = all day: { $days }
agreement-nothing = nothing
agreement-days = { $count ->
    [one] within { $count } day
   *[other] within { $count } days
  }
agreement-days-help = Any other number is a proposal to all.
agreement-form-help = Longer quiet hours, one thing more off the table, one way less: that holds at once. Everything else becomes a proposal.
agreement-proposal = Proposed: { $name }
agreement-waits = Still to answer: { $names }
agreement-yes = I agree
agreement-no = Better not
agreement-take-back = Take it back
agreement-talked = We talked it through
agreement-talked-again = We talked it through again
agreement-talked-by = Talked through: { $name }, { $when }
theme-family = family
theme-health = health
theme-love = love and relationships
theme-money = private money
theme-beliefs = faith and politics
theme-work_conflicts = quarrels at work
way-room = here in the room
way-mail = mail
way-phone = telephone
way-call = video call
way-texts = short messages
way-in_person = in person
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday

reflections = Looking back
reflection-offer = Seven questions, ten to thirty minutes, between meetings. For oneself first; what is to be shared is chosen afterwards.
reflection-begin = Look back on { $month }
reflection-enough = Enough for now
reflection-go-on = Go on writing
reflection-mine = { $count ->
    [one] My months: { $count }
   *[other] My months: { $count }
  }
reflection-share = Share some of it
reflection-share-help = Chosen answers go into the room, where everybody who is in it reads them. The rest stays with you alone.
reflection-share-now = Share what is ticked
reflection-shared = Shared here
reflection-unshare = Take back
own-words-back = { $months ->
    [one] A month ago you wrote
   *[other] { $months } months ago you wrote
  }
month-moment = Which moment of this month has stayed?
month-moved = What has moved, however little?
month-harder = What was harder than expected, and what helped?
month-differently = What looks different from a month ago?
month-between = How is it between us: what does good, what is missing?
month-goals = Do the goals still fit? What would be better otherwise, and why?
month-next = What is worth trying next, or bringing to the next meeting?

halfway = Half-way
halfway-offer = A look back and ahead: how the goals began, what became of them, the next three steps.
halfway-later = In the middle of the programme, { $day }, there is a card here to look back and ahead.
halfway-now = Look at it now
halfway-how = First each alone, then together.
halfway-first = It began as
halfway-today = Today:
halfway-alone = Answer for myself first
halfway-together = Write together
halfway-change = Change the card
halfway-from-mine = Begin with what I wrote
halfway-to-steps = Put them among the next steps
halfway-came = What has come of the goals, what changed and why?
halfway-works = What helps us, and what is missing?
halfway-steps = Which three steps come next?
halfway-next-steps = The next three steps
halfway-step = Step { $number }

timeline = Our way so far
timeline-print = Print
moment-met = We met
moment-goal = A goal
moment-goal-open = A goal goes on
moment-goal-changed = A goal changed
moment-goal-reached = A goal is reached
moment-goal-no_longer_needed = A goal is no longer needed
moment-step = A step is done
moment-pin = Put on the shelf
moment-shared = Shared from looking back
moment-agreed = The agreement was talked through
moment-halfway = The half-way card

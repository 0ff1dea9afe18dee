dates-title = Next meeting
date-none = You have no date yet.
date-propose = Propose three times
date-another = Another date
date-there = { $name }: { $time } there
date-clocks = Clocks are changed before then. { $name } will see { $time }, not { $usual } as before.
date-clocks-mine = Clocks are changed before then. Here it is { $time }, not { $usual } as before.
date-proposes = { $name } proposes
date-waits = Proposed; waits for an answer: { $names }
date-take-back = Take back
date-others = Propose other times
date-none-suits = None of these suits
date-no-other = No other time for now
date-lapsed = The proposed times are over.
date-put-away = Put away
date-stands = Until another time is accepted, this one stands: { $when }
date-move = Move
date-cannot-come = I cannot come
date-can-come = I can come after all
date-i-cannot = I cannot come. The others see it here; a reason is not needed.
date-absent = { $name } cannot come.
date-find-other = Find another time
date-run-late = I am running late by about
date-late = { $name }: about { $minutes } min late
date-more = More about { $when }
date-where = Where it will be
date-call-off = Call off
date-keep = Keep it
date-reason = In a few words, why
date-reason-help = Only if it helps. It stays in this room.
date-rest = And all later ones of this series
date-did-not-take-place = called off
date-did-you-meet = Did you meet?
date-did-not = We did not: find another time
date-story = How it came to this date
date-story-line = { $name } ({ $day }): { $what }
date-was-cancelled = called off
date-was-moved = agreed to move; before it was { $when }
date-was-agreed = agreed
date-was-answered = these times did not suit
date-was-proposed = other times proposed
date-then = Then
date-further = Further dates: { $count }
date-past = Earlier dates: { $count }
date-suggested = Times to take
date-row = Time { $place }
date-row-day = Day
date-row-time = Time
date-zone = Times are those of your own time zone, { $zone }. Each of the others reads them in theirs.
date-lacking = Choose at least one day and time.
date-send = Propose
date-length = How long
date-words = A line to go with it, if you like
date-often = How often
date-once = Once
date-every-week = Every week
date-every-fortnight = Every two weeks
date-every-month = Every month
date-how-many = How many times
date-skip = Leave public holidays out
date-skip-help = Those of the countries that you come from. Every date can be moved or called off alone.
date-weekly = { $weeks ->
    [1] every week
    [2] every two weeks
   *[other] every { $weeks } weeks
  }, { $times } ×
date-monthly = { $months ->
    [1] every month
   *[other] every { $months } months
  }, { $times } ×
gathering-here-next = Next gathering here: { $when }
gathering-here-lobby = The lobby is open: { $when }
gathering-here-open = The door is open: { $when }
gathering-here-lead = Who comes

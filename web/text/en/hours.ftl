hours-lead = When I can usually meet. It helps where a time for several people is looked for; nobody needs it in order to propose a time.
hours-seen = Nobody else sees this page. Where a time is looked for, others see only whether I am free then.
hours-week = The usual week
hours-way = How to enter the hours
hours-draw = Draw
hours-type = Type
hours-draw-help = Draw over the half hours that suit, and once more over what does not. A finger holds for a moment first. With keys: arrows, Shift to take in more, the space bar to add or take away, Delete to take away.
hours-undo = Undo
hours-partly = { $half }, in part
hours-added = Added: { $what }
hours-removed = Taken away: { $what }
hours-no-time = no time
hours-from = From
hours-to = To
hours-add = Add times
hours-add-on = Add times: { $day }
hours-remove = Remove { $times } ({ $day })
hours-reversed = The end has to come after the beginning. What passes midnight ends at 00:00 and goes on in the next day.
hours-copy = Copy a day to others
hours-copy-from = From this day
hours-copy-to = To these
hours-copy-do = Copy
hours-zone = Time zone of these hours
hours-others = Days unlike the others
hours-others-help = A day off, a journey, other hours: this stands in place of the usual week.
hours-other-first = First day
hours-other-last = Last day, if there are more
hours-other-add = Add
hours-other-remove = Remove
hours-other-remove-these = Remove: { $days }
hours-holidays = No time on public holidays of
hours-holidays-none = no country
hours-meanwhile = These hours were changed meanwhile on another device. What was entered here still stands above, and can be saved over it. The newest is:
hours-forget = Delete my hours

busy-title = My calendars
busy-lead = They say when I am busy. Only from when to when is kept, never what, where or with whom; nobody else sees these times.
busy-file = Bring a calendar file (.ics)
busy-from-file = From a file
busy-read = { $count ->
    [one] Read { $when }: one time is taken until { $until }.
   *[other] Read { $when }: { $count } times are taken until { $until }.
  }
busy-left-out = { $count ->
    [one] One item in it could not be understood.
   *[other] { $count } items in it could not be understood.
  }
busy-address = Or the address of a calendar
busy-address-help = It begins with https:// or webcal://, and is read again every six hours. It is not shown again here.
busy-address-add = Read it
fault-off = This server reads no addresses any more. What was read before still holds.
fault-address = It leads to something that is no address of a calendar.
fault-name = There is no server with this name. Check the address.
fault-private = It leads into a private network, which is never asked.
fault-late = There was no answer in time. It is tried again.
fault-large = It is larger than 5 MB. A file can be larger.
fault-packed = The answer came in a form that is not read here.
fault-redirects = It leads on and on.
fault-connection = Its server could not be reached safely. It is tried again.
fault-answer = Its server gives no calendar at this address. It may have been changed.
fault-none = What stands there is no calendar.
fault-cut_off = Its end was missing. It is tried again.
fault-too_much = It holds more than can be read.

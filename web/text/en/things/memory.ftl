key-find = find in this room
find-words = Words
find-words-help = The beginning of a word is enough; script and accents make no difference.
find-narrow = By whom, what, when
find-by = By whom
find-anybody = anybody
find-what = What
find-anything = anything
find-from = From
find-to = To
find-nothing = Nothing was found. Fewer words, or only the beginning of one, find more.
find-found = What was found
find-earlier = Earlier ones
find-unreachable = Nothing can be looked for without a connection. The words stay here.
find-messages = Messages
kind-of-pins = On the shelf
kind-of-dates = Dates
kind-of-meetings = Meetings
kind-of-agenda = What we talk about
kind-of-calls = The call
kind-of-cards = Cards
kind-of-notes = Notes
kind-of-files = Files
kind-of-steps = Next steps
kind-of-goals = Goals
kind-of-agreement = Our agreement
kind-of-reflections = Reflections
kind-of-thanks = Thanks
find-kind-other = Also in this room
meantime = In the meantime
away-named = Where I am mentioned
away-said = In the talk
away-changed = changed
away-untitled = without words
away-more = { $count ->
    [one] and { $count } more
   *[other] and { $count } more
  }

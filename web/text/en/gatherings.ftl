# A gathering, as who leads it and its team see it.
gathering-coming = coming: { $coming } of { $all }
gathering-comes = coming
gathering-cannot = cannot come
gathering-unsaid = has not said
gathering-others = { $count } more from other organisations
gathering-led-by = Led by { $names }
gathering-open-door = Open the door
gathering-door-when = The lobby opens a quarter of an hour before; the door can be opened from half an hour before on.
gathering-over = It is over.
gathering-off = It was called off.
gathering-attendance = Who came
gathering-attendance-lead = Tap who came.
gathering-came = came
gathering-took = Minutes that it took
gathering-save-attendance = Save who came
gathering-all-came = Everybody came
gathering-confirmed = Confirmed by { $name }, { $when }
gathering-print = Print the list for signatures
gathering-list = Attendance list
gathering-list-name = Name
gathering-list-organisation = Organisation
gathering-list-signature = Signature
gathering-all-needs = What people need there
gathering-all-needs-lead = Only who is named for it reads this. It is deleted on { $day }.
gathering-all-needs-none = Nobody has said that they need anything.

# What a year came to.
sums-lead = Meetings of pairs as they noted them, and gatherings once somebody has said who came.
sums-unconf = Over, and nobody has said who came: { $count }
sums-none = Nothing was held yet.
sums-what = What
sums-count = How many
sums-minutes = Minutes
sums-remote = online
sums-place = in person
sums-people = people
sums-byorg = By organisation
sums-bycountry = By country
sums-countries-others = The others, by country; groups of fewer than five stand together or are left out.
sums-meetings = meetings
sums-gatherings = gatherings
sums-pairs = { $least ->
    [0] Pairs
   *[other] Pairs, of at least { $least } meetings
  }
sums-persons = { $least ->
    [0] People
   *[other] People, of at least { $least } gatherings
  }
sums-file = Sums as a file (CSV)
sums-metof = { $least ->
    [0] { $met }
   *[other] { $met } of { $least }
  }
sums-nobody = brought in by nobody
sums-together = together
sums-meeting = Meetings of pairs

# ── before anybody is chosen ──
begin-title = Who goes with whom
begin-lead = What each mentee looks for comes first, in their own words, with up to three mentors who could give it. You choose by hand, or let it be proposed for all. Nobody hears of it before you ask them.
begin-no-mentees = There are no mentees in this year yet.
begin-no-mentors = There are no mentors in this year yet.
begin-invite = Invite people
begin-nobody-told = Nobody has told yet what they look for or can give. Choosing begins once some have.
begin-lead-begins = Who leads the programme begins; then the people of your organisation are here too.
begin = Begin
silent = Told nothing of themselves yet, and so not here: { $names }
silent-write = Write to them
earlier-title = Earlier
earlier-asked = Pairs asked: { $count }

# ── how far it is ──
needs-title-one-by-one = What they look for
needs-lead = One after the other. Whom you choose stays; the rest can be proposed.
standing = { $placed } of { $all } have a mentor
standing-hand = by hand: { $count }
standing-found = proposed: { $count }
standing-asked = Pairs that are being asked: { $count }
propose-all = Propose for all
propose-others = Propose for the others
propose-anew = Propose anew
look-at-all = Look at all pairs once more
proved = As a whole nothing better exists; that is proved.
not-proved = This is the best that was found; that nothing better exists is not proved.
bound = This is the best that was found. Something better, if it exists, is better by { $percent } % at most ({ $points } points).
kept = Of the pairs proposed before, { $count } of { $all } stayed.
stale = Since this was proposed something has changed: what somebody told, or what was chosen. Propose anew, and it will fit again.
work-waiting = It begins in a moment …
work-gathering = Gathering what everybody has told …
work-scores = Looking how each fits with each …
work-rules = Looking what must not be …
work-optimum = Finding the best for all …
work-stability = Calming: who would rather have each other …
work-keeping = Looking what it costs to keep pairs …
work-reasons = Putting the reasons into words …
work-cancel = Stop looking
work-cancelled = Stopped. What was there before is still there.
work-interrupted = The server went away in the middle. Nothing is lost; propose once more.
work-failed-died = It broke off in the middle. Nothing is lost; propose once more.
work-failed-too_large = These are more people than can be brought together at once. Fix some by hand, or leave some out.
work-failed-too_long = It took too long. Fewer demands, or fewer people at once, make it shorter.
work-failed-nobody = There is nobody to bring together yet: it takes a mentee and a mentor with room.
work-failed-broken = It could not be done, and that is our fault. Nothing is lost; tell whoever keeps the server.

# ── what others did meanwhile, and what moved ──
meanwhile-there = Somebody else changed this meanwhile. { $what }, as it stands now: { $now }.
meanwhile-mine = You wanted: { $mine }.
meanwhile-leave = Leave it as it stands
meanwhile-take-mine = Mine after all
meanwhile-both = Somebody else changed other things meanwhile. What you see is the newest, and yours is in it.
said-has = goes with { $mentor }
said-never = never with { $mentors }
said-nothing = nothing decided
setting-yes = yes
setting-no = no
quotas-count = { $count } in all
moved = { $count ->
    [one] One has somebody else now.
   *[other] { $count } have somebody else now.
  }
moved-nobody = Everybody has whom they had before.
move-nobody = { $mentee }: nobody any more, before { $before }
move-instead = { $mentee }: { $after } instead of { $before }
move-now = { $mentee }: now { $after }

# ── what cannot hold together ──
conflict-title = This cannot all hold together
conflict-lead = Let go of one of these, and the others can.
conflict-people = Those in question: { $names }
conflict-matched = Without this, { $count } of { $all } could have a mentor.
conflict-let-go = Let go of it
demand-pin = { $mentee } is kept with { $mentor }
demand-chosen = { $mentee } was chosen for { $mentor } by hand
demand-forbid = { $mentee } never goes with { $mentor }
demand-rule = What has to hold: { $rule }
demand-quota = { $country }: { $wanted } pairs of two countries are asked for, at most { $reached } are possible beside the rest
demand-quota-all = { $wanted } pairs of two countries are asked for, at most { $reached } are possible beside the rest

# ── one by one ──
needs-everybody = All of them
needs-without = Only those without a mentor
needs-place = { $place } of { $all }
needs-before = The one before
needs-next = The next one
needs-keys = Keys: j and k or arrows go on and back, 1 to 3 choose, u takes back.
needs-nobody-left = Everybody has a mentor.
needs-all-placed = Everybody has a mentor already. Nobody is left to be chosen for.
needs-none-here = Nobody is here yet of whom is known what they look for.
need-to-find = a mentor has to be found
need-nobody = nobody yet
need-has-hand = { $mentor }, by hand
need-has-round = { $mentor }, proposed
need-silent = Nothing told in own words.
need-skills = Looks for: { $skills }
options-title = Who could go with { $mentee }
options-none-of-these = None of these
options-all-mentors = Look at all mentors
options-others = Never these: show others
options-never = Never with { $mentor }
options-no-reason = Nothing speaks for it but that it is possible.
options-why = Why, and what it would cost
search-title = All mentors
search-no-mentors = There are no mentors in this year yet.
search-silent = told nothing yet
search-more = More: { $count }. Type a name to find them.

# ── mentors to be found ──
find-nobody = No mentor here can go with { $mentee }. A mentor has to be found elsewhere, or one of these has to give:
find-no_seat = Those who could go with { $mentee } have no room left. A mentor has to be found elsewhere, or somebody else moves.
find-without = Whoever could go with { $mentee } is needed more by somebody else. A mentor has to be found elsewhere, or choose by hand.
find-against = { $rule } ({ $count })
to-find-title = Mentors to be found
to-find-lead = For them nobody here is the one. Somebody from outside can be invited; once they have told what they can give, they appear above.
to-find-wants = looks for: { $skills }
to-find-look = Look
to-find-people = To the people
to-find-invite = Do you know somebody who would fit? Invite them as a mentor.

# ── two people ──
pair-state-hand = They go together: chosen by hand.
pair-state-pinned = They go together: kept in any case.
pair-state-round = They go together: proposed.
pair-state-forbidden = They never go together: so it was said.
pair-state-declined = They were asked before, and it was not now.
pair-state-ruled_out = They cannot go together as things stand.
pair-state-open = They could go together.
pair-why = What speaks for it
pair-caveats = To know before
pair-why-not = Why not
pair-change = What would make it possible
pair-force = If { $mentee } goes with { $mentor }
pair-forbid = If { $mentee } does not go with { $mentor }
pair-choose = Choose these two
pair-keep = Keep these two
pair-leave = Not decided after all
pair-never = Never these two
pair-allow = Allow it after all
matching-forbidden = It was said that the two never go together.
matching-pinned = { $mentee } is with somebody else by hand.
matching-lower_score = Somebody else fits { $mentee } better.
matching-seat_worth_more = { $mentor } is needed more elsewhere; others who would move: { $moved }.
matching-equally_good = It would be just as good; one of two had to be taken.
matching-declined = It was asked before, and one of the two said: not now.
matching-quota = The pairs of two countries that are asked for would be too few.
matching-not_scored = The table of others does not list these two together.
matching-change_language = A language that both speak well enough, or less asked of it.
matching-change_hours = More hours in common than the { $minutes } minutes a week there are, or fewer asked for.
matching-change_conflict_of_interest = People of one organisation being allowed to go together.
matching-change_excluded_by_mentee = { $mentee } taking back what was said to the team.
matching-change_excluded_by_mentor = { $mentor } taking back what was said to the team.
matching-change_wish_of_mentee = { $mentee } asking for less.
matching-change_wish_of_mentor = { $mentor } asking for less.
matching-change_not_scored = A line for the two in the table of others.
matching-change_forbidden = It being allowed again.
rule-language = no language that both speak well enough
rule-hours = too few hours in common
rule-conflict_of_interest = of the same organisation
rule-excluded_by_mentee = the mentee asked not to be brought together
rule-excluded_by_mentor = the mentor asked not to be brought together
rule-wish_of_mentee = not what the mentee needs the mentor to be
rule-wish_of_mentor = not what the mentor needs the mentee to be
rule-not_scored = not in the table of others
cost-people = { $count ->
    [one] One person fewer would have a mentor.
   *[other] { $count } people fewer would have a mentor.
  }
cost-people-more = { $count ->
    [one] One person more would have a mentor.
   *[other] { $count } people more would have a mentor.
  }
cost-moves = { $count ->
    [one] One other would have somebody else.
   *[other] { $count } others would have somebody else.
  }
cost-nothing = It costs nothing: everybody else stays as they are.
cost-fits-less = They would fit a little less, and everybody else stays as they are.
cost-fits-less-others = As a whole it would fit a little less.
cost-not-proved = This is what was found; it may cost less.
two-title = Why these two, and why not?
two-lead = For any mentee and any mentor: what speaks for it, what does not, and who would move.
two-mentee = Mentee
two-mentor = Mentor

# ── for those who like numbers ──
numbers-for = For those who like numbers
numbers-lead = What is changed here acts at once: in the three mentors of each mentee, and in what was proposed for all.
numbers-score = Score of the two
numbers-best-for = Best score that { $mentee } can have
numbers-force = Points that bringing them together costs in all
numbers-forbid = Points that keeping them apart costs in all
numbers-percent = { $percent } %
weights-title = What counts how much
weights-of-others = A table of others decides. Take it out, and this counts again.
weight-needs = What is looked for can be given
weight-disciplines = Disciplines in common
weight-hours = Hours in common
weight-language = How well they understand each other
weight-cross_country = From two countries
weight-learning = The mentor can learn something too
weight-mentee_ranking = Whom the mentee named
weight-mentor_ranking = Whom the mentor named
weight-out = counts nothing
weight-of = { $value } of 10
rules-title = What has to hold for every pair
setting-language_level = Both speak some language at least
setting-overlap_minutes = Hours in common in a week
setting-conflict_of_interest = Never two of the same organisation
setting-exclusions = Never with whom somebody asked not to be
setting-wishes = What one needs the other to be
language-level-0 = this does not matter
language-level-1 = a few words (A1)
language-level-2 = the simple things (A2)
language-level-3 = enough for a talk (B1)
language-level-4 = well (B2)
language-level-5 = very well (C1)
language-level-6 = as their own (C2)
overlap-none = this does not matter
overlap-minutes = at least { $minutes } minutes
rule-count = { $rule }: { $pairs } pairs, for { $alone } of them the only thing against
aims-title = What is aimed at
setting-objective = What is best
objective-total = the best for all together
objective-fair = the best for whom little fits
objective-balanced = between the two
objective-total-what = As many as can have a mentor; then the largest sum.
objective-fair-what = As many as can have a mentor; then the smallest score as large as it can be; then the sum.
objective-balanced-what = As many as can have a mentor; then a point counts more for whom little fits.
setting-stability_loss = Calm for sum
stability-help = So much of the sum may go, so that fewer two people would both rather have each other.
stability-gain = Two who would both rather have each other: { $before } before, { $after } now.
stability-too-many = These are too many pairs to look for calm in.
setting-keep = Keep pairs of before
keep-help = So many points a pair counts more when it was proposed before. The curve below shows what that costs.
keep-of = { $value } points
setting-quotas = Pairs of two countries
quotas-title = At least so many pairs of two countries
quotas-none = Nothing is asked for.
quota-add = Ask for one
quota-remove = Leave out
quota-met = { $reached } there, { $wanted } asked for
quota-count-all = { $count } pairs of two countries
quota-count-mentee = { $country }: { $count } pairs of two countries, by the mentee’s
quota-count-either = { $country }: { $count } pairs of two countries, on either side
quota-share-all = { $percent } % of the mentees with somebody from another country
quota-share-mentee = { $country }: { $percent } % of its mentees with somebody from another country
quota-share-either = { $country }, on either side: { $percent } % with somebody from another country
quota-country = Country
quota-any-country = all together
quota-scope = Whose country
quota-scope-mentee = the mentee’s
quota-scope-either = either one’s
quota-by = Counted as
quota-by-count = a number of pairs
quota-by-share = a share in percent
quota-at-least = At least
scores-title = A table of scores from elsewhere
scores-there = It has { $pairs } pairs, from { $least } to { $most } points, and counts instead of what stands above.
scores-remove = Take it out
scores-csv = Paste it here
scores-help = Lines of mentee, mentor, score: people by e-mail address, a whole number each. Two who are not listed cannot go together.
scores-file = Or a file (CSV)
scores-put = Take this table

# ── what came of it ──
measures-title = What came of it
measures-matched = have a mentor
measures-total = points in all
measures-smallest = the smallest score
measures-fifth = one in twenty has at most
measures-made = Made by { $engine } from { $input }: the same two always give the same.
plot-first = The first { $count } of { $all }; the table has all.
plot-none = none
plot-shares = Each one’s score, and the best that they could have had
plot-shares-what = The light bar is the best that any answer could have given this person alone.
plot-person = Mentee
plot-got = Score
plot-best = Best possible
plot-blocking = Two who would both rather have each other
plot-blocking-what = Both would score more with each other than with whom they have.
plot-blocking-before = before calming
plot-blocking-now = now
plot-which = Which
plot-pairs = Pairs
plot-countries = Pairs of two countries
plot-countries-what = { $percent } % of the pairs are of two countries.
plot-two-countries = two countries
plot-one-country = one country, or not known
plot-languages = Languages
plot-languages-what = The language that the two speak best together.
plot-language = Language
plot-load = What mentors take on
plot-load-what = The light bar is how many they have room for.
plot-mentor = Mentor
plot-mentees = Mentees
plot-seats = Room for
plot-keep = What keeping pairs costs
plot-keep-what = Of the pairs of before, { $count } could be kept. More kept costs more points.
plot-keep-points = Points for keeping
plot-kept = Kept
plot-lost = Points lost
plot-fewer = Fewer placed
plot-keep-dot = { $keep } points: { $kept } kept, { $lost } lost

# ── the last look, and asking ──
last-title = All pairs once more
last-lead = Whoever is ticked is asked. Take the tick away, and they stay here.
last-without = Without a mentor for now ({ $count }): { $names }
last-order-mentor_first = Mentors are asked first. Each reads in words why it fits, and says yes, not now, or asks for more. A mentee hears of it only once their mentor has said yes. When all have said yes, their room opens by itself.
last-order-together = All are asked at the same time. Each reads in words why it fits, and says yes, not now, or asks for more. When all have said yes, their room opens by itself.
last-stale = Since this was proposed something has changed. Propose anew first, so that nobody is promised twice.
last-back = Back to choosing
last-by-hand = Chosen by hand.
ask-these = { $count ->
    [one] Ask this pair
   *[other] Ask these { $count } pairs
  }
asked-title = They are being asked
asked = { $count ->
    [one] One pair is being asked now.
   *[other] { $count } pairs are being asked now.
  }
asked-what = A mail told them that there is something to answer, and nothing more. When all of a pair have said yes, their room opens by itself.
asked-how-it-stands = See how it stands
asked-on = Go on
stop = Stop without asking anybody
stop-ask = What was chosen here and not asked yet is then dropped. Who was asked already stays asked.

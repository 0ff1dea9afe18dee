"""Rounds: who might go with whom, chosen by hand, by the engine, or both. What people told the team of themselves, and
what follows from it: level L2. For who coordinates alone; nothing here is shown to the people it is about."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L1, L2, OPEN
from server.contract.programmes import Version
from server.contract.proposals import ProposalOrder
from server.contract.views import Person

Objective = Literal["total", "fair", "balanced"]
QuotaScope = Literal["mentee", "either"]
RoundState = Literal["open", "released", "closed"]
WorkState = Literal["none", "waiting", "running", "done", "cancelled", "interrupted", "failed"]
WorkFault = Literal["died", "too_large", "too_long", "nobody", "broken"]
WorkStage = Literal["waiting", "gathering", "scores", "rules", "optimum", "stability", "keeping", "reasons"]
PairState = Literal["hand", "pinned", "round", "forbidden", "declined", "ruled_out", "open"]
ToFind = Literal["nobody", "no_seat", "without"]

QUOTAS, LOCKS, SCORES = 60, 2_000, 100_000
Weight = Annotated[int, Meta(ge=0, le=10)]
Country = Annotated[str, Meta(pattern=r"\A[A-Z]{2}\Z")]
Percent = Annotated[int, Meta(ge=0, le=100)]
Count = Annotated[int, Meta(ge=0, le=100_000)]


class RoundRules(msgspec.Struct, frozen=True):
    """What has to hold of every pair. `language_level`: both speak some language at least so well, 1 to 6 for A1 to C2,
    0 asks for none. `overlap_minutes`: so many minutes of a typical week in common, 0 asks for none.
    `conflict_of_interest`: nobody goes with somebody of the same organisation. `exclusions`: whom one of them does not
    want. `wishes`: what one of them needs the other to be."""

    language_level: Annotated[Annotated[int, Meta(ge=0, le=6)], L2] = 3
    overlap_minutes: Annotated[Annotated[int, Meta(ge=0, le=10_080)], L2] = 60
    conflict_of_interest: Annotated[bool, L2] = True
    exclusions: Annotated[bool, L2] = True
    wishes: Annotated[bool, L2] = True


class RoundWeights(msgspec.Struct, frozen=True):
    """What makes a pair good, against each other; 0 leaves one out."""

    needs: Annotated[Weight, L2] = 4
    disciplines: Annotated[Weight, L2] = 2
    hours: Annotated[Weight, L2] = 2
    language: Annotated[Weight, L2] = 1
    cross_country: Annotated[Weight, L2] = 0
    learning: Annotated[Weight, L2] = 1
    mentee_ranking: Annotated[Weight, L2] = 2
    mentor_ranking: Annotated[Weight, L2] = 1


class RoundQuota(msgspec.Struct, frozen=True):
    """At least so many pairs of two countries: a number, or a share in percent of the mentees who count. `country`: of
    those whose mentee (`mentee`) or one of whom (`either`) is from there; none counts all."""

    country: Annotated[Country | None, L2] = None
    min_cross_pairs: Annotated[Count | None, L2] = None
    min_share: Annotated[Percent | None, L2] = None
    scope: Annotated[QuotaScope, L2] = "mentee"


class RoundSettings(msgspec.Struct, frozen=True):
    """`objective`: the largest sum; the smallest score as large as can be, then the sum; or balanced, so that a point
    counts more for whom little fits. As many mentees as possible have a mentor in each. `stability_loss`: so much of
    the sum, in thousandths, may go so that fewer two people would both rather have each other. `keep`: points that a
    pair of the answer before counts more."""

    objective: Annotated[Objective, L2] = "total"
    rules: Annotated[RoundRules, L2] = RoundRules()
    weights: Annotated[RoundWeights, L2] = RoundWeights()
    quotas: Annotated[Annotated[tuple[RoundQuota, ...], Meta(max_length=QUOTAS)], L2] = ()
    stability_loss: Annotated[Annotated[int, Meta(ge=0, le=50)], L2] = 0
    keep: Annotated[Percent, L2] = 10


class RoundPair(msgspec.Struct, frozen=True):
    """Two people, by id."""

    mentee: Annotated[Id, L0]
    mentor: Annotated[Id, L0]


Pairs = Annotated[tuple[RoundPair, ...], Meta(max_length=LOCKS)]


class NewRound(msgspec.Struct, frozen=True):
    command_id: Annotated[CommandId, OPEN]
    settings: Annotated[RoundSettings, L2] = RoundSettings()


class SetRoundSettings(msgspec.Struct, frozen=True):
    version: Annotated[Version, OPEN]
    settings: Annotated[RoundSettings, L2]


class SetRoundLocks(msgspec.Struct, frozen=True):
    """All of them: what is not listed is none any more. `chosen`: by hand, also where a rule of the round speaks
    against it (never against what one of the two excludes); `pin`: to be kept by the engine; `forbid`: never. Somebody
    who coordinates for a partner says those of their own people; all others stay."""

    version: Annotated[Version, OPEN]
    pin: Annotated[Pairs, L2] = ()
    forbid: Annotated[Pairs, L2] = ()
    chosen: Annotated[Pairs, L2] = ()


class SetRoundScores(msgspec.Struct, frozen=True):
    """Scores of others instead of our own: lines of `mentee,mentor,score`, by id or e-mail address, a whole number
    each; empty goes back to our own. Who is not listed together cannot go together."""

    version: Annotated[Version, OPEN]
    csv: Annotated[str, L2] = ""


class StartRoundWork(msgspec.Struct, frozen=True):
    version: Annotated[Version, OPEN]


class ReleaseRound(msgspec.Struct, frozen=True):
    """Make proposals of pairs of the answer `run`, or of all, and of what was chosen by hand; `run` is 0 where there is
    no answer yet. `order`, `days`: as of a proposal that is made by hand. All of it happens, or nothing."""

    command_id: Annotated[CommandId, OPEN]
    version: Annotated[Version, OPEN]
    run: Annotated[Annotated[int, Meta(ge=0)], OPEN]
    pairs: Annotated[Pairs, L2] = ()
    all: Annotated[bool, L2] = False
    order: Annotated[ProposalOrder, L2] = "mentor_first"
    days: Annotated[int, L2] = 5


# ── what is shown ─────────────────────────────────────────────────────────────────────────────────────────────────────


class PairReason(msgspec.Struct, frozen=True):
    """Why, or why not: a code with its parameters; the words are made where it is read. `shared`: both people would
    read the same; else it is for who coordinates alone."""

    code: Annotated[str, L2]
    parameters: Annotated[dict[str, str | int | tuple[str, ...]], L2]
    shared: Annotated[bool, L2]


class RoundWork(msgspec.Struct, frozen=True):
    """What the engine is doing. `step` of `steps`. `fault`: why it failed; `nobody`: there is nobody to solve it for.
    `interrupted`: the server went away in the middle, twice. `run`: the newest answer that there is."""

    state: Annotated[WorkState, OPEN]
    stage: Annotated[WorkStage, OPEN] = "waiting"
    step: Annotated[int, OPEN] = 0
    steps: Annotated[int, OPEN] = 0
    fault: Annotated[WorkFault | None, OPEN] = None
    asked_at: Annotated[int | None, L1] = None
    asked_by: Annotated[Person | None, L0] = None
    run: Annotated[int, OPEN] = 0


class MatchedPair(msgspec.Struct, frozen=True):
    """`how`: chosen by hand, pinned, released already, or found. `kept`: it was in the answer before. `breaks`:
    rules of the round that a choice by hand overrode."""

    mentee: Annotated[Person, L0]
    mentor: Annotated[Person, L0]
    score: Annotated[int, L2]
    how: Annotated[Literal["hand", "pinned", "released", "round"], L2]
    kept: Annotated[bool, L2]
    breaks: Annotated[tuple[str, ...], L2] = ()


class PersonShare(msgspec.Struct, frozen=True):
    """`best`: the best that any answer could have given this mentee alone; none where nobody may go with them.
    `choices`: with how many they may go."""

    person: Annotated[Person, L0]
    score: Annotated[int | None, L2]
    best: Annotated[int | None, L2]
    choices: Annotated[int, L2]


class MentorLoad(msgspec.Struct, frozen=True):
    """`capacity`: seats that are free in this round."""

    person: Annotated[Person, L0]
    mentees: Annotated[int, L2]
    capacity: Annotated[int, L2]


class RuleCount(msgspec.Struct, frozen=True):
    """How many pairs of all that can be thought of a rule speaks against, and against how many it is the only one."""

    rule: Annotated[str, L2]
    pairs: Annotated[int, L2]
    alone: Annotated[int, L2]


class RoundMeasures(msgspec.Struct, frozen=True):
    """`blocking_pairs`: two who both would score more with each other than with whom they have. `languages`: by tag, in
    how many pairs it is the language that both speak best."""

    matched: Annotated[int, L2]
    mentees: Annotated[int, L2]
    mentors: Annotated[int, L2]
    seats: Annotated[int, L2]
    total: Annotated[int, L2]
    smallest: Annotated[int | None, L2]
    fifth_percentile: Annotated[int | None, L2]
    blocking_pairs: Annotated[int, L2]
    cross_country: Annotated[int, L2]
    languages: Annotated[dict[str, int], L2]


class QuotaMet(msgspec.Struct, frozen=True):
    """`wanted` pairs of it, and how many there are. In a conflict `reached` is the most that there can be beside the
    other demands of it."""

    quota: Annotated[int, L2]
    wanted: Annotated[int, L2]
    reached: Annotated[int, L2]


class KeepPoint(msgspec.Struct, frozen=True):
    """With `keep` points: how many pairs of the answer before stay, and what the answer is then."""

    keep: Annotated[int, L2]
    kept: Annotated[int, L2]
    matched: Annotated[int, L2]
    total: Annotated[int, L2]


class StabilityGain(msgspec.Struct, frozen=True):
    """What the loss of the sum bought. `searched`: false where there are too many pairs to look."""

    searched: Annotated[bool, L2]
    blocking_before: Annotated[int, L2]
    total_before: Annotated[int, L2]


class ConflictDemand(msgspec.Struct, frozen=True):
    """A pin, something forbidden, a choice by hand, a quota by its place, or a rule by its name."""

    kind: Annotated[Literal["pin", "forbid", "chosen", "quota", "rule"], L2]
    mentee: Annotated[Person | None, L0] = None
    mentor: Annotated[Person | None, L0] = None
    quota: Annotated[QuotaMet | None, L2] = None
    rule: Annotated[str | None, L2] = None


class RoundConflict(msgspec.Struct, frozen=True):
    """Demands that cannot hold together; without any one of them the others can. `people`: whose seats, or missing
    pairs, stand in the way. `matched`: how many mentees can have a mentor with the conflict set aside."""

    demands: Annotated[tuple[ConflictDemand, ...], L2]
    people: Annotated[tuple[Person, ...], L0]
    matched: Annotated[int, L2]


class RoundResult(msgspec.Struct, frozen=True):
    """An answer, or the conflict for which there is none. `proved`: nothing better exists; else no answer is larger
    than `bound`. Scores are in `unit` parts of a point. `engine`, `input`: which engine made it, of what: the same two
    give the same answer, to the byte. Somebody who coordinates for a partner sees pairs of their own people, and no
    figures of all."""

    run: Annotated[int, OPEN]
    made_at: Annotated[int, L1]
    engine: Annotated[str, OPEN]
    input: Annotated[str, OPEN]
    unit: Annotated[int, OPEN]
    proved: Annotated[bool, L2]
    bound: Annotated[int | None, L2]
    pairs: Annotated[tuple[MatchedPair, ...], L2]
    shares: Annotated[tuple[PersonShare, ...], L2]
    loads: Annotated[tuple[MentorLoad, ...], L2]
    measures: Annotated[RoundMeasures | None, L2]
    ruled_out: Annotated[tuple[RuleCount, ...], L2]
    quotas: Annotated[tuple[QuotaMet, ...], L2]
    kept: Annotated[int, L2]
    could_be_kept: Annotated[int, L2]
    curve: Annotated[tuple[KeepPoint, ...], L2]
    stability: Annotated[StabilityGain | None, L2]
    conflict: Annotated[RoundConflict | None, L2]


class LockedPair(msgspec.Struct, frozen=True):
    mentee: Annotated[Person, L0]
    mentor: Annotated[Person, L0]


class RoundScores(msgspec.Struct, frozen=True):
    """Of others, instead of our own."""

    pairs: Annotated[int, L2]
    least: Annotated[int, L2]
    most: Annotated[int, L2]


class Round(msgspec.Struct, frozen=True):
    """`stale`: people, hours, settings or locks are other ones than those of the answer. `silent`: who takes part and
    has told nothing of themself yet, and so is not in it. `lead`: I may change its settings, start it, and end it."""

    id: Annotated[str, OPEN]
    cohort: Annotated[str, OPEN]
    state: Annotated[RoundState, L1]
    made_at: Annotated[int, L1]
    made_by: Annotated[Person, L0]
    settings: Annotated[RoundSettings, L2]
    pin: Annotated[tuple[LockedPair, ...], L2]
    forbid: Annotated[tuple[LockedPair, ...], L2]
    chosen: Annotated[tuple[LockedPair, ...], L2]
    released: Annotated[tuple[LockedPair, ...], L2]
    scores: Annotated[RoundScores | None, L2]
    mentees: Annotated[int, L2]
    mentors: Annotated[int, L2]
    silent: Annotated[tuple[Person, ...], L0]
    work: Annotated[RoundWork, L1]
    result: Annotated[RoundResult | None, L2]
    stale: Annotated[bool, L2]
    lead: Annotated[bool, OPEN]
    version: Annotated[int, OPEN]


class RoundCard(msgspec.Struct, frozen=True):
    id: Annotated[str, OPEN]
    state: Annotated[RoundState, L1]
    made_at: Annotated[int, L1]
    made_by: Annotated[Person, L0]
    work: Annotated[WorkState, L1]
    released: Annotated[int, L2]


class Rounds(msgspec.Struct, frozen=True):
    """Of a run, the newest first."""

    rounds: Annotated[tuple[RoundCard, ...], L2]


class WhichNeeds(msgspec.Struct, frozen=True):
    """From which mentee on, in the order of their ids, and how many; `without`: those alone who have no mentor yet."""

    start: Annotated[Count, OPEN] = 0
    count: Annotated[Annotated[int, Meta(ge=1, le=100)], OPEN] = 50
    without: Annotated[bool, OPEN] = False


class PossibleMentor(msgspec.Struct, frozen=True):
    """`seats`: that nobody has been chosen for by hand. `caveats`: what to know before."""

    mentor: Annotated[Person, L0]
    score: Annotated[int, L2]
    seats: Annotated[int, L2]
    reasons: Annotated[tuple[PairReason, ...], L2]
    caveats: Annotated[tuple[PairReason, ...], L2]


class MenteeNeed(msgspec.Struct, frozen=True):
    """`mentor`: chosen by hand, or found. `to_find`: a mentor has to be found elsewhere: nobody may go with this
    mentee; whoever may has no seat left; or the answer has none for them. `against`: rules that speak against
    everybody else, with how many mentors each."""

    mentee: Annotated[Person, L0]
    need: Annotated[str, L2]
    goals: Annotated[str, L2]
    skills: Annotated[tuple[str, ...], L2]
    mentor: Annotated[Person | None, L0]
    how: Annotated[Literal["hand", "pinned", "round"] | None, L2]
    possible: Annotated[tuple[PossibleMentor, ...], L2]
    to_find: Annotated[ToFind | None, L2]
    against: Annotated[dict[str, int], L2]


class RoundNeeds(msgspec.Struct, frozen=True):
    """`of`: how many there are in all; `left`: without a mentor; `to_find`: of these, for how many one has to be found
    elsewhere."""

    needs: Annotated[tuple[MenteeNeed, ...], L2]
    start: Annotated[int, OPEN]
    of: Annotated[int, L2]
    left: Annotated[int, L2]
    to_find: Annotated[int, L2]


class PairMove(msgspec.Struct, frozen=True):
    """A mentee who would have somebody else, or nobody."""

    mentee: Annotated[Person, L0]
    before: Annotated[Person | None, L0]
    after: Annotated[Person | None, L0]


class PairCost(msgspec.Struct, frozen=True):
    """Exact, where `proved`: so many mentees fewer with a mentor, so many parts of a point less in all, and who would
    move."""

    people: Annotated[int, L2]
    points: Annotated[int, L2]
    moves: Annotated[tuple[PairMove, ...], L2]
    proved: Annotated[bool, L2]


class PairPage(msgspec.Struct, frozen=True):
    """`score`: none where a rule speaks against the two. `parts`: each criterion's part of the score, in thousandths.
    `best`: that the mentee could have had with anybody. `why`, `caveats`: what speaks for the two, and what to know
    before; `why_not`: why they are not together; `change`: what would make it possible. `force`, `forbid`: what it
    costs to have the two together, or apart; none where that is so already, or cannot be."""

    mentee: Annotated[Person, L0]
    mentor: Annotated[Person, L0]
    state: Annotated[PairState, L2]
    score: Annotated[int | None, L2]
    unit: Annotated[int, OPEN]
    best: Annotated[int | None, L2]
    parts: Annotated[dict[str, int], L2]
    why: Annotated[tuple[PairReason, ...], L2]
    caveats: Annotated[tuple[PairReason, ...], L2]
    why_not: Annotated[tuple[PairReason, ...], L2]
    change: Annotated[tuple[PairReason, ...], L2]
    force: Annotated[PairCost | None, L2]
    forbid: Annotated[PairCost | None, L2]

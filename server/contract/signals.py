"""What people choose to tell the team of their programme, what the team notes of its support, and the team's first
screen. Nothing here comes from what is said in a room; when it became quiet there is told to its members alone."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from server.contract.commands import CommandId, Id
from server.contract.levels import L0, L1, L2, L4, OPEN, OWN
from server.contract.programmes import (
    Arrival,
    CohortState,
    EnrolmentRole,
    Help,
    MentorshipRole,
    MentorshipState,
    StepName,
)
from server.contract.views import Person

TeamRole = Literal["coordinator", "facilitator", "safeguarding"]
Matter = Literal["together", "time", "work", "wellbeing", "other"]
"""What a talk with the team is wanted about, and all that is told of it: how we get on; finding hours; the work itself;
how I am; something else."""
TalkState = Literal["waiting", "taken", "over"]
PulseWord = Literal["flowing", "fine", "uneven", "stuck", "hard"]
SupportLevel = Literal["mentoring", "education", "networking", "promotion", "team"]
SignOfLifeKind = Literal["well", "elsewhere"]
NeedKind = Literal["talk", "silence", "no_date", "unopened", "pulse", "wish", "question", "matching", "step"]

# ── a talk with the team ──────────────────────────────────────────────────────────────────────────────────────────────


class TeamMember(msgspec.Struct, frozen=True):
    """One of the team. `organisation_names`: whom they work for, empty where nobody brought them in. `photo`: the mark
    of their picture, as `Photos` has it."""

    person: Annotated[Person, L0]
    roles: Annotated[tuple[TeamRole, ...], L0]
    organisation_names: Annotated[dict[str, str], L0]
    photo: Annotated[str | None, L0] = None


class MyTeam(msgspec.Struct, frozen=True):
    """Whom I may ask for a talk: those of the team who are in none of my rooms with a mentor or a mentee. `help`: whom
    to ring up when it can't wait."""

    people: Annotated[tuple[TeamMember, ...], L0]
    help: Annotated[Help | None, L0]


class AskForTalk(msgspec.Struct, frozen=True):
    """I would like a talk. Nobody hears of it but the one asked, and from the third working day on a deputy."""

    command_id: Annotated[CommandId, OPEN]
    to: Annotated[Id, L2]
    matter: Annotated[Matter, L2]


class MyTalk(msgspec.Struct, frozen=True):
    """A talk that I asked for. `asked_at`: ms. `answer_by`: the second working day after it; from `deputy_from` on, the
    day after that, the deputy sees it too. `deputy`: None where nobody else may be asked; then there is the telephone.
    `taken_by`: who has said that they take care of it. `nobody_left`: neither of them can answer any more; there is the
    telephone, and one may ask somebody else."""

    id: Annotated[str, L2]
    cohort: Annotated[str, L0]
    to: Annotated[Person, L2]
    matter: Annotated[Matter, L2]
    state: Annotated[TalkState, L2]
    asked_at: Annotated[int, L2]
    answer_by: Annotated[date, L2]
    deputy: Annotated[Person | None, L2]
    deputy_from: Annotated[date | None, L2]
    taken_by: Annotated[Person | None, L2]
    nobody_left: Annotated[bool, L2]


class MyTalks(msgspec.Struct, frozen=True):
    """The newest first. What was taken back is not among them."""

    talks: Annotated[tuple[MyTalk, ...], L2]


class AskedTalk(msgspec.Struct, frozen=True):
    """Somebody would like a talk with me. `as_deputy`: they asked somebody else, who has not answered in time.
    `roles`: the asker's in the run."""

    id: Annotated[str, L2]
    person: Annotated[Person, L2]
    roles: Annotated[tuple[EnrolmentRole, ...], L0]
    matter: Annotated[Matter, L2]
    state: Annotated[TalkState, L2]
    asked_at: Annotated[int, L2]
    answer_by: Annotated[date, L2]
    as_deputy: Annotated[bool, L2]


class AskedTalks(msgspec.Struct, frozen=True):
    """What waits for me, the earliest date first; then what I have taken. Nobody else of the team sees these."""

    talks: Annotated[tuple[AskedTalk, ...], L2]


# ── how is it going, and silence ──────────────────────────────────────────────────────────────────────────────────────


class Pulse(msgspec.Struct, frozen=True):
    """The question of this month. `month`: its first day, counted from the start of the run. `asked`: it is open and
    has no answer yet; `word`: mine, None for "not this time" and for no answer, which nobody is told."""

    month: Annotated[date, L1]
    asked: Annotated[bool, OWN]
    word: Annotated[PulseWord | None, L2]


class SetPulse(msgspec.Struct, frozen=True):
    """Answer this month's question, or say it anew. `word`: None for "not this time"."""

    month: Annotated[date, L1]
    word: Annotated[PulseWord | None, L2]


class Care(msgspec.Struct, frozen=True):
    """What comes of it when nothing is said in a room any more, as agreed at the start.

    `steps`: the days, in the run's own zone, on which one of us is asked, then all of us, then the team hears that it
    is quiet, if nobody says anything until then. `done`: how many of them have come. `asks_me`: I am asked now.
    `said`: what one of us said instead, while it counts.
    """

    mentorship: Annotated[str, L0]
    room: Annotated[str, L0]
    people: Annotated[tuple[Person, ...], L0]
    steps: Annotated[tuple[date, date, date], L4]
    done: Annotated[int, L4]
    asks_me: Annotated[bool, OWN]
    said: Annotated[SignOfLifeKind | None, L4]


class RunSignals(msgspec.Struct, frozen=True):
    """Of a run that goes on. `pulse`: None for who is not asked, and in the first six days of each of its months.
    `care`: of my mentorships that go on, where the run has agreed on it."""

    cohort: Annotated[str, L0]
    pulse: Annotated[Pulse | None, L2]
    care: Annotated[tuple[Care, ...], L0]


class MySignals(msgspec.Struct, frozen=True):
    """What I am asked, and what would be told of my silence. The newest run first."""

    runs: Annotated[tuple[RunSignals, ...], L0]


class SignOfLife(msgspec.Struct, frozen=True):
    """All is well, or we talk elsewhere: it counts as if something were said today. The team is not told of it."""

    kind: Annotated[SignOfLifeKind, L4]


# ── support ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Support(msgspec.Struct, frozen=True):
    """Something that was done for a mentee, in a sentence that they read too."""

    id: Annotated[str, OPEN]
    level: Annotated[SupportLevel, L0]
    day: Annotated[date, L1]
    words: Annotated[str, L0]
    by: Annotated[Person, L0]


class MenteeSupport(msgspec.Struct, frozen=True):
    """`given`: the newest day first. `wishes`: levels of which they would like more."""

    person: Annotated[Person, L0]
    organisation: Annotated[str | None, L0]
    given: Annotated[tuple[Support, ...], L0]
    wishes: Annotated[tuple[SupportLevel, ...], L2]


class CohortSupport(msgspec.Struct, frozen=True):
    """Every mentee of the run; for a partner, its own."""

    mentees: Annotated[tuple[MenteeSupport, ...], L0]


class GiveSupport(msgspec.Struct, frozen=True):
    """Write down something that was done for a mentee. Their wish for this level is fulfilled by it. `words`: one line,
    up to 300 letters."""

    command_id: Annotated[CommandId, OPEN]
    person: Annotated[Id, L0]
    level: Annotated[SupportLevel, L0]
    day: Annotated[date, L1]
    words: Annotated[str, L0]


class RunSupport(msgspec.Struct, frozen=True):
    """What was done for me in a run, and of which levels I would like more."""

    cohort: Annotated[str, L0]
    given: Annotated[tuple[Support, ...], L0]
    wishes: Annotated[tuple[SupportLevel, ...], L2]


class MySupport(msgspec.Struct, frozen=True):
    """Of every run in which I am a mentee, the newest first."""

    runs: Annotated[tuple[RunSupport, ...], L0]


class WishSupport(msgspec.Struct, frozen=True):
    """I would like more of this, or not any more. Who runs the programme for my organisation sees it."""

    cohort: Annotated[Id, L0]
    level: Annotated[SupportLevel, L2]
    wished: Annotated[bool, L2]


# ── what the team sees ────────────────────────────────────────────────────────────────────────────────────────────────


class Need(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that waits for me.

    `talk`: somebody asked me for a talk, `id`, to be answered by `due`. `silence`: it is quiet in the mentorship `id`
    of `people`. `no_date`: `count` mentorships have never met, and have no date after a week. `unopened`: `count`
    people whose invitation was not opened yet, or has lapsed. `pulse`: one of `people` said `word`. `wish`: the mentee
    in `people` would like more of `level`. `question`: one of `people` has asked something of the proposal `id`.
    `matching`: pairs were found in the round `id`, and nobody was asked. `step`: the next `step` of setting a draft up,
    which waits for `count` more.
    """

    kind: Annotated[NeedKind, L2]
    id: Annotated[str | None, L2] = None
    people: Annotated[tuple[Person, ...], L2] = ()
    count: Annotated[int, L0] = 0
    due: Annotated[date | None, L2] = None
    word: Annotated[PulseWord | None, L2] = None
    level: Annotated[SupportLevel | None, L2] = None
    step: Annotated[StepName | None, L0] = None


class PairPerson(msgspec.Struct, frozen=True):
    """`pulse`: their newest word, of this month or the one before; None where they gave none and where they are not
    mine to ask."""

    person: Annotated[Person, L0]
    role: Annotated[MentorshipRole, L0]
    organisation: Annotated[str | None, L0]
    pulse: Annotated[PulseWord | None, L2]


class Pair(msgspec.Struct, frozen=True):
    """A mentorship as the team sees it. `since`: ms, of its state. `quiet`: the third of the agreed steps has come.
    `met`: how many meetings its people recorded; `last_met`: the day of the last of them; `next_date`: when they
    agreed to meet next, ms."""

    id: Annotated[str, L0]
    people: Annotated[tuple[PairPerson, ...], L0]
    state: Annotated[MentorshipState, L2]
    since: Annotated[int, L2]
    quiet: Annotated[bool, L2]
    met: Annotated[int, L1]
    last_met: Annotated[date | None, L1]
    next_date: Annotated[int | None, L1]


class Numbers(msgspec.Struct, frozen=True):
    """`people`: by role, those who take part; `mentorships`: by state. Zeros are left out. `meetings`: held in all of
    them, for so many `minutes`."""

    people: Annotated[dict[EnrolmentRole, int], L0]
    mentorships: Annotated[dict[MentorshipState, int], L2]
    meetings: Annotated[int, L1]
    minutes: Annotated[int, L1]


class TeamOverview(msgspec.Struct, frozen=True):
    """A coordinator's first screen: for the lead of the whole run; for a partner of its own people. `lead`: I
    coordinate it for the lead. `pairs`: those that go on first, the newest first."""

    cohort: Annotated[str, L0]
    state: Annotated[CohortState, L0]
    lead: Annotated[bool, OPEN]
    needs: Annotated[tuple[Need, ...], L2]
    pairs: Annotated[tuple[Pair, ...], L2]
    numbers: Annotated[Numbers, L2]


class SeenPart(msgspec.Struct, frozen=True):
    """My part in the run as the team has it."""

    role: Annotated[EnrolmentRole, L0]
    organisation_names: Annotated[dict[str, str], L0]
    arrival: Annotated[Arrival, L0]


class SeenOfMe(msgspec.Struct, frozen=True):
    """What the team sees of me, found by the same question as its own screen.

    `team`: who sees it; `pairs_team`: who sees of it `pairs` alone, because they coordinate for whoever else is in one
    of them. `talks`: whom I asked for a talk is told to that person, and on this page of mine.
    `organisation_names`: of who leads the run. `wishes`, `given`: of my support. `came`: to how many gatherings; the
    run wants at least `least_gatherings`, and `least_meetings` of each pair, 0 for none.
    """

    cohort: Annotated[str, L0]
    organisation_names: Annotated[dict[str, str], L0]
    team: Annotated[tuple[Person, ...], L0]
    pairs_team: Annotated[tuple[Person, ...], L0]
    parts: Annotated[tuple[SeenPart, ...], L0]
    pairs: Annotated[tuple[Pair, ...], L2]
    pulse: Annotated[PulseWord | None, L2]
    given: Annotated[tuple[Support, ...], L0]
    wishes: Annotated[tuple[SupportLevel, ...], L2]
    came: Annotated[int, L1]
    least_meetings: Annotated[int, L0]
    least_gatherings: Annotated[int, L0]
    talks: Annotated[tuple[MyTalk, ...], L2]

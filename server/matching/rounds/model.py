"""A round: what its coordinators say, what the engine is asked, and what it answers. Frozen, and written as JSON."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from server.contract.rounds import RoundSettings
from server.matching.model import Pair as Pair

Settings = RoundSettings
State = Literal["open", "released", "closed"]
WorkState = Literal["none", "waiting", "running", "done", "cancelled", "interrupted", "failed"]
Fault = Literal["died", "too_large", "too_long", "nobody", "broken"]
How = Literal["hand", "pinned", "round"]

OWN_UNIT = 100
"""Parts of a point in which our own scores count; scores of others count in whole points."""


class Locks(msgspec.Struct, frozen=True):
    pin: frozenset[Pair] = frozenset()
    forbid: frozenset[Pair] = frozenset()
    chosen: frozenset[Pair] = frozenset()

    @property
    def every(self) -> frozenset[Pair]:
        return self.pin | self.forbid | self.chosen


class Work(msgspec.Struct, frozen=True):
    """`id`: of one order; `version`: of the round that it is for; `node`, `until` (ms): who works on it, and until when
    nobody else may; `tries`: how often it was begun."""

    state: WorkState = "none"
    id: str = ""
    version: int = 0
    asked_by: str = ""
    asked_at: int = 0
    node: str | None = None
    until: int = 0
    tries: int = 0
    stage: str = "waiting"
    step: int = 0
    steps: int = 0
    fault: Fault | None = None


ScoreRows = tuple[tuple[str, str, int], ...]
"""Mentee, mentor, score."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Of others. `rows` as JSON: they may be many, and who only counts them does not read them."""

    pairs: int
    least: int
    most: int
    digest: str
    written: bytes

    @property
    def rows(self) -> ScoreRows:
        return msgspec.json.decode(self.written, type=ScoreRows)


@dataclass(frozen=True, slots=True)
class Round:
    """`run`: of the newest answer; 0 before any. Times in ms."""

    id: str
    cohort: str
    state: State
    made_by: str
    made_at: int
    settings: Settings
    locks: Locks
    released: frozenset[Pair]
    work: Work
    run: int = 0
    version: int = 1


# ── what the engine is asked ──────────────────────────────────────────────────────────────────────────────────────────


class Entrant(msgspec.Struct, frozen=True, array_like=True):
    """Somebody of the round, without a name: all that decides who goes with whom. Lists are sorted. `slots`: a bit for
    each quarter of an hour of the typical week; None where they gave no hours."""

    id: str
    country: str | None = None
    organisation: str | None = None
    languages: tuple[tuple[str, int], ...] = ()
    skills: tuple[str, ...] = ()
    disciplines: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    ranking: tuple[tuple[str, ...], ...] = ()
    slots: bytes | None = None
    capacity: int = 1


class Asked(msgspec.Struct, frozen=True):
    """All that an answer depends on. `declined`: pairs of which one said no when it was proposed; `previous`: of the
    answer before; `scores`: of others, instead of our own."""

    mentees: tuple[Entrant, ...]
    mentors: tuple[Entrant, ...]
    settings: Settings
    pin: tuple[Pair, ...] = ()
    forbid: tuple[Pair, ...] = ()
    chosen: tuple[Pair, ...] = ()
    declined: tuple[Pair, ...] = ()
    previous: tuple[Pair, ...] = ()
    scores: ScoreRows | None = None
    seed: str = ""


# ── what it answers ───────────────────────────────────────────────────────────────────────────────────────────────────


class Said(msgspec.Struct, frozen=True):
    """A reason. `readers`: mentee, mentor, coordinator."""

    code: str
    parameters: dict[str, str | int | tuple[str, ...]] = {}
    readers: tuple[str, ...] = ()

    @property
    def shared(self) -> bool:
        return {"mentee", "mentor"} <= set(self.readers)


class Found(msgspec.Struct, frozen=True):
    mentee: str
    mentor: str
    score: int
    how: How
    kept: bool
    breaks: tuple[str, ...] = ()
    reasons: tuple[Said, ...] = ()


class Share(msgspec.Struct, frozen=True, array_like=True):
    mentee: str
    score: int | None
    best: int | None
    choices: int


class Load(msgspec.Struct, frozen=True, array_like=True):
    mentor: str
    mentees: int
    capacity: int


class RuledOut(msgspec.Struct, frozen=True, array_like=True):
    rule: str
    pairs: int
    alone: int


class Reached(msgspec.Struct, frozen=True, array_like=True):
    quota: int
    wanted: int
    reached: int


class Point(msgspec.Struct, frozen=True, array_like=True):
    keep: int
    kept: int
    matched: int
    total: int


class Calmed(msgspec.Struct, frozen=True, array_like=True):
    searched: bool
    blocking_before: int
    total_before: int


class Demanded(msgspec.Struct, frozen=True):
    kind: Literal["pin", "forbid", "chosen", "quota", "rule"]
    pair: Pair | None = None
    quota: Reached | None = None
    rule: str | None = None


class Clash(msgspec.Struct, frozen=True):
    demands: tuple[Demanded, ...]
    people: tuple[str, ...]
    matched: int


class Figures(msgspec.Struct, frozen=True):
    matched: int
    mentees: int
    mentors: int
    seats: int
    total: int
    smallest: int | None
    fifth_percentile: int | None
    blocking_pairs: int
    cross_country: int
    languages: dict[str, int]


class Outcome(msgspec.Struct, frozen=True):
    """Of a problem: the same bytes for the same problem, whatever order it was told in."""

    engine: str
    input: str
    unit: int
    proved: bool
    bound: int | None
    pairs: tuple[Found, ...]
    shares: tuple[Share, ...]
    loads: tuple[Load, ...]
    figures: Figures | None
    ruled_out: tuple[RuledOut, ...]
    quotas: tuple[Reached, ...]
    could_be_kept: int
    curve: tuple[Point, ...]
    calmed: Calmed | None
    clash: Clash | None


class Result(msgspec.Struct, frozen=True):
    """An outcome as it is stored. `version`: of the round that it is for; `stamp`: of what people had said of
    themselves then."""

    run: int
    made_at: int
    version: int
    stamp: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Written:
    """A result as it is stored: for thousands of people reading it takes a moment."""

    run: int
    made_at: int
    version: int
    stamp: str
    outcome: bytes

    def read(self) -> Result:
        read = msgspec.json.decode(self.outcome, type=Outcome)
        return Result(self.run, self.made_at, self.version, self.stamp, read)


# ── questions about one answer ────────────────────────────────────────────────────────────────────────────────────────


class Move(msgspec.Struct, frozen=True, array_like=True):
    mentee: str
    before: str | None
    after: str | None


class Cost(msgspec.Struct, frozen=True):
    people: int
    points: int
    moves: tuple[Move, ...]
    proved: bool


class Explained(msgspec.Struct, frozen=True):
    state: Literal["hand", "pinned", "round", "forbidden", "declined", "ruled_out", "open"]
    score: int | None
    unit: int
    best: int | None
    parts: dict[str, int]
    why: tuple[Said, ...]
    caveats: tuple[Said, ...]
    why_not: tuple[Said, ...]
    change: tuple[Said, ...]
    force: Cost | None
    forbid: Cost | None


class Possible(msgspec.Struct, frozen=True):
    mentor: str
    score: int
    seats: int
    reasons: tuple[Said, ...]
    caveats: tuple[Said, ...]


class Needed(msgspec.Struct, frozen=True):
    mentee: str
    mentor: str | None
    how: How | None
    possible: tuple[Possible, ...]
    to_find: Literal["nobody", "no_seat", "without"] | None
    against: dict[str, int]


class Needs(msgspec.Struct, frozen=True):
    needs: tuple[Needed, ...]
    of: int
    left: int
    to_find: int

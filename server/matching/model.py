"""What a matching is asked to solve, and what it answers: frozen, without arrays, in words of the programme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

ENGINE = "1"
"""Goes up when the same problem may get another answer; stored with each round."""

Pair = tuple[str, str]
"""Ids of a mentee and a mentor."""


@dataclass(frozen=True, slots=True)
class Mentee:
    id: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mentor:
    id: str
    country: str | None = None
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class ScoredPair:
    mentee: str
    mentor: str
    score: int


@dataclass(frozen=True, slots=True)
class Quota:
    """At least so many pairs of two countries, of those whose mentee (or either side) is from `country`; None counts
    all."""

    country: str | None
    min_cross_pairs: int
    either: bool = False


class Aim(StrEnum):
    """What is made as good as it can be, in the order given."""

    CARDINALITY = "cardinality"
    """As many mentees as possible have a mentor."""
    MIN = "min"
    """The smallest score is as large as possible."""
    TOTAL = "total"
    LEXIMIN = "leximin"
    """The smallest score is as large as possible, then the second smallest, and so on."""
    BALANCED = "balanced"
    """The total of a concave measure: a point counts more for whom little fits."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Ids are unique within a side; locks, quotas and pairs name people of it."""

    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    pairs: tuple[ScoredPair, ...]
    """What is not listed cannot be."""
    pin: frozenset[Pair] = frozenset()
    forbid: frozenset[Pair] = frozenset()
    quotas: tuple[Quota, ...] = ()
    objective: tuple[Aim, ...] = (Aim.CARDINALITY, Aim.TOTAL)
    seed: str = ""
    """Decides among answers that are equally good."""


@dataclass(frozen=True, slots=True)
class Edits:
    """What has happened since the earlier answer."""

    withdrawn: frozenset[str] = frozenset()
    forbid: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Preferences:
    """Of both sides: the place of each acceptable person of the other side, 0 first, equal numbers equally good."""

    of_mentees: Mapping[str, Mapping[str, int]]
    of_mentors: Mapping[str, Mapping[str, int]]
    capacity: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Answer:
    pairs: tuple[ScoredPair, ...]
    """Sorted by mentee."""
    proved: bool
    """Nothing better exists in the order of the objective."""
    bound: int | None = None
    """Where it is not proved: no answer has a larger total (of the last aim) than this."""

    @property
    def cardinality(self) -> int:
        return len(self.pairs)

    @property
    def total(self) -> int:
        return sum(pair.score for pair in self.pairs)

    @property
    def minimum(self) -> int | None:
        return min((pair.score for pair in self.pairs), default=None)


@dataclass(frozen=True, slots=True)
class Demand:
    """One of the things that together cannot be: a lock, or a quota by its place in the list."""

    kind: str
    """pin, forbid, quota"""
    pair: Pair | None = None
    quota: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Demands that cannot hold together; without any one of them the others can."""

    demands: tuple[Demand, ...]
    people: tuple[str, ...]
    """Whose capacity, or missing pairs, stand in the way."""
    at_most: dict[int, int] = field(default_factory=dict)
    """What each quota in the conflict can reach when the others in it hold, by the quota's place."""
    cardinality: int = 0
    """How many mentees can have a mentor when the conflict is set aside."""


class Infeasible(Exception):
    """No answer keeps every lock and quota."""

    def __init__(self, conflict: Conflict) -> None:
        super().__init__("infeasible")
        self.conflict = conflict

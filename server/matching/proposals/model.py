"""A proposal as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from server.matching.reasons import Reason

Role = Literal["mentee", "mentor"]
Order = Literal["mentor_first", "together"]
State = Literal["asking_mentors", "asking_mentees", "asking_all", "opened", "declined", "expired", "taken_back"]
Says = Literal["waiting", "yes", "not_now"]
ReasonClass = Literal["time", "not_fitting", "other_plans", "none"]
"""Why not now, as far as somebody wants to say; `none` where they said nothing of it."""

Seat = tuple[str, Role]
Why = Mapping[tuple[str, str], Sequence[Reason]]
"""By mentee and mentor: why they fit, and what to know before."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One of the people of a proposal. `asked_at`, `said_at`: ms; who was not asked yet knows nothing of it, and never
    will if it ends before."""

    person: str
    role: Role
    asked_at: int | None = None
    says: Says = "waiting"
    said_at: int | None = None
    reason: ReasonClass | None = None


@dataclass(frozen=True, slots=True)
class PairReasons:
    mentee: str
    mentor: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """`round`: in which it was found, None for one that was made by hand; `days`: for how long each is asked.
    `expires_at`, `remind_at`: ms, of those who are asked now; `remind_at` is None once they were reminded. `ended_at`:
    when it was opened or came to nothing. `mentorship`: what it became."""

    id: str
    cohort: str
    round: str | None
    made_by: str
    made_at: int
    order: Order
    days: int
    people: tuple[Asked, ...]
    reasons: tuple[PairReasons, ...]
    state: State
    expires_at: int
    remind_at: int | None
    ended_at: int | None = None
    mentorship: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Question:
    """A line of what a person of a proposal and the team say to each other before a yes. `person`: whose thread it is;
    `by`: who wrote it, `person` themself or one of the team; `at`: ms."""

    id: str
    proposal: str
    person: str
    by: str
    at: int
    text: str

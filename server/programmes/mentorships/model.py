"""What a decision about mentorships needs to know of their run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from server.programmes.model import CohortState, MentorshipRole, PartnerRole

Seat = tuple[str, MentorshipRole]
"""A person, and what they are in a mentorship."""


@dataclass(frozen=True, slots=True)
class Run:
    """`programme_names`, `first_words`: by language tag."""

    id: str
    state: CohortState
    programme_names: Mapping[str, str]
    first_words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Coordinator:
    """`organisation`: for whom they do it, None for nobody of the run; `part`: what that one does in the run."""

    person: str
    organisation: str | None
    part: PartnerRole | None


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is so in a run of the people whom somebody wants in a mentorship: `enrolled`, with the organisation that
    brought them in, and `taken`: the mentees whose mentorship goes on."""

    enrolled: Mapping[Seat, str | None]
    taken: Collection[str]

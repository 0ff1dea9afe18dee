"""What a mentee looks for, and what a mentor can give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Role = Literal["mentee", "mentor"]


@dataclass(frozen=True, slots=True)
class Profile:
    """Of one person in one part of a run. `skills`, `back`, `disciplines`, `traits`, `requires` are keys of the run's
    terms. What stands on a person's own page elsewhere is not repeated here: their hours, zone and organisation."""

    cohort: str
    person: str
    role: Role
    need: str = ""
    """A mentee's: what they want to be able to do. A mentor's: what they can give."""
    goals: str = ""
    skills: tuple[str, ...] = ()
    """Wanted by a mentee, given by a mentor."""
    back: tuple[str, ...] = ()
    """What a mentor could learn from a mentee; what a mentor would like to learn."""
    disciplines: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    """Traits that the other one must have."""
    languages: Mapping[str, int] = field(default_factory=dict)
    """By language (`sr`, `mk` …): 1 is A1, 6 is C2 or one's own."""
    country: str | None = None
    """ISO 3166, two letters."""
    capacity: int = 1
    """How many mentees a mentor takes."""
    for_team: str = ""
    """What only the team reads: with whom it would not go well, and whatever else it should know."""
    excludes: tuple[str, ...] = ()
    """People of the other side with whom they are not to be brought together; only the team reads them."""
    ranking: tuple[tuple[str, ...], ...] = ()
    """People of the other side, best first, in one tuple equally good; only the team reads it."""
    version: int = 1
    """1 as long as nothing was said."""
    said_by: str | None = None
    """Who wrote it last: the person, or somebody of the team for them."""
    said_at: int = 0
    """ms."""

"""A mentorship in which it may become quiet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from server.programmes.model import MentorshipRole

SignOfLifeKind = Literal["well", "elsewhere"]
Days = tuple[int, int, int]
"""After so many days of silence one is asked, then all, then the team hears of it."""


@dataclass(frozen=True, slots=True)
class Steps:
    """What has come of the care so far. `step`: 0 for nothing, up to 3. `told_at` (ms): when that step came. `asked`:
    whom the first one asked. `said`, `said_at` (ms): what one of them said instead of a word in the room."""

    step: int = 0
    told_at: int | None = None
    asked: tuple[str, ...] = ()
    said: SignOfLifeKind | None = None
    said_at: int | None = None


@dataclass(frozen=True, slots=True)
class Watched:
    """An active mentorship of a run that has agreed on care. `since`: ms, of its state. `start`: of the run."""

    id: str
    cohort: str
    room: str
    people: Mapping[str, MentorshipRole]
    since: int
    start: date
    home_zone: str
    days: Days
    steps: Steps

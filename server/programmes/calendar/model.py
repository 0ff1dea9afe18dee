"""A run's dates, and what is needed to know whose they are."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from server.contract.calendar import PlannedDate


@dataclass(frozen=True, slots=True)
class RunDates:
    """`start`, `end`: the run's first and last day in its home `zone`. `version`: 1 before anything was planned."""

    cohort: str
    programme_names: Mapping[str, str]
    start: date
    end: date
    zone: str
    version: int
    dates: tuple[PlannedDate, ...]


@dataclass(frozen=True, slots=True)
class MyRun:
    """One that a person takes part in, with their roles there."""

    run: RunDates
    roles: Collection[str]

"""A room of a run that has ended, or the run itself, as what is left to do about it is decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`purge_at`: ms, from when its content may go; the beginning of the day `purge_on` where the run is at home."""

    room: str
    cohort: str
    purge_on: date
    purge_at: int

    @property
    def is_run(self) -> bool:
        """What people told the team of it goes on that day, whether it had rooms or not."""
        return self.room == self.cohort

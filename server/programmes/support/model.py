"""What was done for a mentee."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

SupportLevel = Literal["mentoring", "education", "networking", "promotion", "team"]
LEVELS: tuple[SupportLevel, ...] = ("mentoring", "education", "networking", "promotion", "team")


@dataclass(frozen=True, slots=True)
class Support:
    """`person`: the mentee; `given_by`: who wrote it down."""

    id: str
    cohort: str
    person: str
    level: SupportLevel
    day: date
    words: str
    given_by: str

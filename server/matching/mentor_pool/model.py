"""Mentors who may be asked again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from server.matching.profiles.model import Profile


@dataclass(frozen=True, slots=True)
class Willing:
    """By their own word, until the end of the day `until`. `profile`: what they could give when they said so.
    `organisation`: with whom they came then; None for none."""

    programme: str
    person: str
    until: date
    said_at: int
    profile: Profile
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """Whether they would be a mentor in this run. `says`: None as long as they have not answered."""

    cohort: str
    person: str
    by: str
    at: int
    says: bool | None = None

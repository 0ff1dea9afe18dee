"""What is summed up, and the sums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["meeting", "kick_off", "consultation", "midterm", "workshop", "closing"]


@dataclass(frozen=True, slots=True)
class Came:
    """Who was there, and where they came from on that day: the organisation, and its country (ISO 3166)."""

    person: str
    organisation: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting of a mentorship, or a gathering whose attendance was confirmed, by `confirmed_by`. `invited`: how many;
    of a meeting all who were there."""

    kind: Kind
    day: date
    minutes: int
    in_person: bool
    people: tuple[Came, ...]
    invited: int
    confirmed_by: str | None


@dataclass(frozen=True, slots=True)
class KindSum:
    """`people`: how often somebody was there."""

    kind: Kind
    count: int
    minutes: int
    online: int
    in_person: int
    people: int


@dataclass(frozen=True, slots=True)
class GroupSum:
    """Of an organisation or a country, or of several that are too small to stand alone. `people`: those who were there
    at least once; `meetings`, `gatherings`: with at least one of them, `minutes` in all."""

    keys: tuple[str, ...]
    people: int
    meetings: int
    gatherings: int
    minutes: int

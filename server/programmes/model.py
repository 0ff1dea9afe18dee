"""Who offers mentoring, one run of it, who takes part, and what two or more of them agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

PartnerRole = Literal["lead", "partner", "handover", "guest"]
EnrolmentRole = Literal["mentee", "mentor", "coordinator", "facilitator", "safeguarding", "handover", "alumna"]
MentorshipRole = Literal["mentee", "mentor"]
MentorshipState = Literal["active", "paused", "ended"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """`names`: by language tag, in the organisation's own order. `country`: ISO 3166, two letters; `zone`: IANA."""

    id: str
    names: Mapping[str, str]
    town: str
    country: str
    zone: str


@dataclass(frozen=True, slots=True)
class Programme:
    """What one or more organisations offer year after year."""

    id: str
    names: Mapping[str, str]
    lead: str


@dataclass(frozen=True, slots=True)
class Cohort:
    """One run of a programme. `start` is its first day in the home zone."""

    id: str
    programme: str
    start: date
    weeks: int
    home_zone: str
    least_meetings: int
    least_gatherings: int


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person's part in a cohort; a person may have several. `organisation`: who brought them in, if one did."""

    person: str
    cohort: str
    role: EnrolmentRole
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Mentorship:
    """Usually a pair, sometimes a mentor with a small team. `room` is the id of the room that it lives in.

    `people`: person id -> role. `opened_at`: milliseconds since 1970, UTC.
    """

    id: str
    cohort: str
    room: str
    people: Mapping[str, MentorshipRole]
    opened_at: int
    state: MentorshipState = "active"

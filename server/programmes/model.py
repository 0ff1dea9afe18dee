"""Who offers mentoring, one run of it, who takes part, and what two or more of them agreed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

PartnerRole = Literal["lead", "partner", "handover", "guest"]
EnrolmentRole = Literal["mentee", "mentor", "coordinator", "facilitator", "safeguarding", "handover", "alumna"]
MentorshipRole = Literal["mentee", "mentor"]
CohortState = Literal["draft", "running", "ended"]
MentorshipState = Literal["active", "paused", "stopped", "ended"]


@dataclass(frozen=True, slots=True)
class Organisation:
    """`names`: by language tag, in the organisation's own order. `country`: ISO 3166, two letters; `zone`: IANA.

    `added_by`: the person who did; None for what came along with the demo and the like.
    """

    id: str
    names: Mapping[str, str]
    town: str
    country: str
    zone: str
    version: int = 1
    added_by: str | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """What one or more organisations offer year after year."""

    id: str
    names: Mapping[str, str]
    lead: str
    version: int = 1


@dataclass(frozen=True, slots=True)
class Help:
    """Whom everybody in a run may ring up."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class Cohort:
    """One run of a programme. `start` is its first day in the home zone, `end` its last. Without `names` it is called
    as its programme.

    `silence_days`: after so many days of silence the person, both, the team hear of it; None for no such care.
    `first_words`: by language tag, what stands at the top of each new room.
    """

    id: str
    programme: str
    start: date
    end: date
    home_zone: str
    least_meetings: int
    least_gatherings: int
    state: CohortState = "running"
    names: Mapping[str, str] = field(default_factory=dict)
    help: Help | None = None
    silence_days: tuple[int, int, int] | None = None
    first_words: Mapping[str, str] = field(default_factory=dict)
    version: int = 1


@dataclass(frozen=True, slots=True)
class Credit:
    """What has to be said of a funder on everything public, by language tag. `starts`, `ends`: days on which it holds;
    None for as long as the run is remembered."""

    funder: str
    words: Mapping[str, str]
    disclaimer: Mapping[str, str]
    starts: date | None = None
    ends: date | None = None


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

    `people`: person id -> role. `opened_at`, `since` (of its state): milliseconds since 1970, UTC.
    """

    id: str
    cohort: str
    room: str
    people: Mapping[str, MentorshipRole]
    opened_at: int
    state: MentorshipState = "active"
    since: int = 0
    version: int = 1

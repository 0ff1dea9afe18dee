"""What there is to be seen of a run, and how much of it somebody sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from server.programmes.model import CohortState, EnrolmentRole, Help, MentorshipRole, MentorshipState


@dataclass(frozen=True, slots=True)
class Run:
    """`lead`: the organisation that leads it, with its names by language tag."""

    id: str
    lead: str
    lead_names: Mapping[str, str]
    start: date
    end: date
    home_zone: str
    state: CohortState
    help: Help | None
    silence_days: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Part:
    """A person's part in a run, and who brought them in."""

    person: str
    role: EnrolmentRole
    organisation: str | None
    organisation_names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose rows somebody sees: everybody's, those of one organisation's people, or a single person's."""

    organisation: str | None = None
    person: str | None = None


EVERYBODY = Scope()


@dataclass(frozen=True, slots=True)
class SeenPerson:
    """Of a mentorship. `own`: what they said of themself is in the scope."""

    person: str
    role: MentorshipRole
    organisation: str | None


@dataclass(frozen=True, slots=True)
class SeenMentorship:
    """`since`: ms, of its state. `quiet`: the last of the agreed steps has come, and was not taken back on
    the day after a sign of life. `met`: how often, for `minutes` in all, the last time on `last_met`."""

    id: str
    people: tuple[SeenPerson, ...]
    state: MentorshipState
    since: int
    quiet: bool
    met: int
    minutes: int
    last_met: date | None


@dataclass(frozen=True, slots=True)
class Sight:
    """What the team sees of a run within a scope. `words`: each person's newest word of this month or the one before;
    `wishes`: of which support they would like more."""

    parts: tuple[Part, ...]
    mentorships: tuple[SeenMentorship, ...]
    words: Mapping[str, str]
    wishes: Mapping[str, tuple[str, ...]]

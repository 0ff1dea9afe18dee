"""A date as it is known outside of its room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Kind = Literal["meeting", "kick_off", "consultation", "midterm", "workshop", "closing"]
"""A mentorship's own, or one that a programme has for many."""
Place = Literal["call", "telephone", "address"]
State = Literal["agreed", "cancelled"]
Answer = Literal["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE"]
"""As calendars say it (RFC 5545 PARTSTAT)."""


@dataclass(frozen=True, slots=True)
class Guest:
    """`organisation`, `country` (ISO 3166): where the person came from when they were invited, for the sums of later
    years; None where nobody brought them in. `came`: None until somebody has said so."""

    person: str
    organisation: str | None = None
    country: str | None = None
    answer: Answer = "NEEDS-ACTION"
    came: bool | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """`start`: ms since 1970 UTC, `minutes` long. `wall` is what the clock of `zone` showed for it when the rules of
    `tz_release` held: when rules change, that is what was agreed on.

    `item`: which date of the `room` it is, None where it is none of a room's. `names` (by language) and `address`: of
    what a programme has for many; a mentorship's place never leaves its room. `id` is the UID of calendars and
    `revision` their SEQUENCE, which rises when time, length or place change, when it is called off, and when somebody
    comes to it later. `asked_at`: the revision at which its time and place were last said; answers to an earlier one
    are none.
    """

    id: str
    kind: Kind
    start: int
    minutes: int
    zone: str
    wall: datetime
    tz_release: str
    place: Place
    cohort: str | None = None
    mentorship: str | None = None
    room: str | None = None
    item: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    state: State = "agreed"
    revision: int = 0
    asked_at: int = 0
    guests: tuple[Guest, ...] = ()

    @property
    def end(self) -> int:
        """ms."""
        return self.start + self.minutes * 60_000


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an appointment: `before` is None for a new one. Both have their guests."""

    before: Appointment | None
    after: Appointment

    @property
    def moved(self) -> bool:
        return self.before is not None and self.before.start != self.after.start

    @property
    def called_off(self) -> bool:
        return self.after.state == "cancelled" and (self.before is None or self.before.state == "agreed")

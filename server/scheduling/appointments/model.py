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
    years; None where nobody brought them in. `came`: None until somebody has said so.

    `known_start` (ms), `known_at`: the time that they were told last, and the revision that it was of; 0 where they
    know of no time, or that it is off, and -1 where no mail has told them of any. `told_by`: the mail that did."""

    person: str
    organisation: str | None = None
    country: str | None = None
    answer: Answer = "NEEDS-ACTION"
    came: bool | None = None
    known_start: int = 0
    known_at: int = -1
    told_by: str | None = None

    @property
    def expects_it(self) -> bool:
        """They may know of it, and have not said that they don't come."""
        return self.known_start != 0 and self.answer != "DECLINED"


@dataclass(frozen=True, slots=True)
class Appointment:
    """`start`: ms since 1970 UTC, `minutes` long. `wall` is what the clock of `zone` showed for it when the rules of
    `tz_release` held: when rules change, that is what was agreed on.

    `item`: which date of the `room` it is, None where it is none of a room's. `names` (by language) and `address`: of
    what a programme has for many; a mentorship's place never leaves its room. `id` is the UID of calendars and
    `revision` their SEQUENCE, which rises when time, length or place change, when it is called off, and when somebody
    comes to it later. `asked_at`: the revision at which its time and place were last said; answers to an earlier one
    are none. `ended_at`: the highest revision by which it ended in somebody's calendar while it takes place for others;
    -1 where that was never so.

    What is for many is often read with a few of its `guests`: what is done with it concerns these alone then.
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
    ended_at: int = -1
    guests: tuple[Guest, ...] = ()

    @property
    def end(self) -> int:
        """ms."""
        return self.start + self.minutes * 60_000


@dataclass(frozen=True, slots=True)
class Change:
    """What became of an appointment: `before` is None for a new one. Both have their guests, or a few of them."""

    before: Appointment | None
    after: Appointment

    @property
    def moved(self) -> bool:
        return self.before is not None and self.before.start != self.after.start

    @property
    def called_off(self) -> bool:
        return self.after.state == "cancelled" and (self.before is None or self.before.state == "agreed")

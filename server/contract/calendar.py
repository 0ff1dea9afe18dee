"""The dates that a run has for everybody: plans of the team, known before anybody meets."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import Id
from server.contract.levels import L0, L1, L2, OPEN
from server.contract.programmes import Version, Words
from server.contract.views import Person

DateKind = Literal["kick_off", "consultation", "midterm", "workshop", "closing"]
DateFor = Literal["all", "mentors", "mentees", "staff"]
Time = Annotated[str, Meta(pattern=r"\A([01][0-9]|2[0-3]):[0-5][0-9]\Z")]
"""Of day, as 18:00."""

NAME_LIMIT = 120
ADDRESS_LIMIT = 300
POINT_LIMIT = 200
Door = Literal["closed", "lobby", "open", "over", "off"]
"""Of a gathering: the lobby opens a quarter of an hour before, the door when somebody who leads it opens it, or at the
start; `off`: it was called off."""


class PlannedDate(msgspec.Struct, frozen=True):
    """`day` and `time` are those of the run's home zone; without a time it is that day. Without names of its own it is
    called by its kind; each has up to 120 letters.

    With a time it is a gathering of `minutes`, in a call or at an `address` (up to 300 letters). `id`: the server's;
    who plans sends it back, so that it stays the same one when it moves, and leaves it out for a new one. `led_by`,
    `needs_to`: people of the team; the latter alone read what somebody needs at a place. `agenda`: what it is about, up
    to 200 letters each; a week before it goes onto the agenda of its room, once, and is the room's own from then on.
    """

    kind: Annotated[DateKind, L1]
    whom: Annotated[DateFor, L1]
    day: Annotated[date, L1]
    time: Annotated[Time | None, L1] = None
    names: Annotated[Words, L1] = {}
    id: Annotated[Id | None, OPEN] = None
    minutes: Annotated[Annotated[int, Meta(ge=10, le=1_440)], L1] = 90
    place: Annotated[Literal["call", "address"], L1] = "call"
    address: Annotated[str, L1] = ""
    led_by: Annotated[Annotated[tuple[Id, ...], Meta(max_length=5)], L1] = ()
    needs_to: Annotated[Annotated[tuple[Id, ...], Meta(max_length=2)], L1] = ()
    called_off: Annotated[bool, L1] = False
    agenda: Annotated[Annotated[tuple[str, ...], Meta(max_length=12)], L1] = ()


class DayOff(msgspec.Struct, frozen=True):
    """A planned day that is a holiday, by the law of these countries (ISO 3166) of the run's organisations."""

    day: Annotated[date, L1]
    countries: Annotated[tuple[str, ...], L0]


class Calendar(msgspec.Struct, frozen=True):
    """All dates of a run, by day. `zone`: the home zone."""

    zone: Annotated[str, L0]
    version: Annotated[int, OPEN]
    dates: Annotated[tuple[PlannedDate, ...], L1]
    days_off: Annotated[tuple[DayOff, ...], L1]


class MovedBy(msgspec.Struct, frozen=True):
    """`weeks`: earlier where it is below zero."""

    weeks: Annotated[Annotated[int, Meta(ge=-52, le=52)], OPEN] = 0


class SetCalendar(msgspec.Struct, frozen=True):
    """All of them, in any order. No day is more than 60 days before the run's first or after its last."""

    version: Annotated[Version, OPEN]
    dates: Annotated[Annotated[tuple[PlannedDate, ...], Meta(max_length=100)], L1]


class MyDate(msgspec.Struct, frozen=True):
    """A date that is for me. `at`: ms, its time; None where only the day is planned. `zone`: whose day it is.

    `gathering`: its id once I am invited to it, and then `coming`: what I said, None for nothing yet. `room`: where it
    is, if I am in there. `leads`: I may open its door. `sees`: I may see its page as the team does. `needs_to`: who
    would read what I need at a place; `need`: what I told them.
    """

    cohort: Annotated[str, L0]
    programme_names: Annotated[dict[str, str], L0]
    kind: Annotated[DateKind, L1]
    whom: Annotated[DateFor, L1]
    names: Annotated[dict[str, str], L1]
    day: Annotated[date, L1]
    at: Annotated[int | None, L1]
    zone: Annotated[str, L0]
    minutes: Annotated[int, L1]
    place: Annotated[Literal["call", "address"], L1]
    address: Annotated[str, L1]
    called_off: Annotated[bool, L1]
    gathering: Annotated[str | None, OPEN]
    door: Annotated[Door, L1]
    coming: Annotated[bool | None, L1]
    room: Annotated[str | None, L0]
    leads: Annotated[bool, OPEN]
    sees: Annotated[bool, OPEN]
    needs_to: Annotated[tuple[Person, ...], L0]
    need: Annotated[str, L2]


class MyCalendar(msgspec.Struct, frozen=True):
    """From today on, the next first, at most 50."""

    dates: Annotated[tuple[MyDate, ...], L1]

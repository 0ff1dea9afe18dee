"""The meetings of a room on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L0, L1, L4, OPEN
from server.contract.things import Added, Changed, Removed, ThingCommand

MEETINGS = 300
"""Meetings of a room, those that are over too."""
ADDRESS, REASON = 300, 500
"""Code points."""
LONGEST = 720
"""Minutes of a meeting, and of its clock."""
CORRECTED_DAYS = 14
"""So long after it was recorded a meeting can be corrected."""
RECORDED_DAYS = 366
"""A meeting of so many days ago can still be recorded."""

Place = Literal["call", "telephone", "address"]
Manner = Literal["call", "telephone", "in_person"]
"""How people met."""
MeetingState = Literal["open", "held", "closed"]
"""It goes on; it took place; nothing of it is left to do."""
Turn = Literal["start", "pause", "resume", "extend", "stop"]


class Meeting(Added, frozen=True):
    """A meeting. What was recorded of it (`day`, `minutes`, `manner`) is null while it is open; the team sees these
    three, and nothing else of it.

    `address`: where, or under which number; free words. `ends_at`: when its clock ends, in ms of the server's time,
    null while none runs; `left`: what a clock that stands has left, in ms; `point`: of the agenda, which the clock is
    for. `held_by`, `held_at` (ms): who recorded it, and when.
    """

    state: Annotated[MeetingState, L1]
    place: Annotated[Place, L4]
    address: Annotated[str, L4]
    ends_at: Annotated[int | None, L4]
    left: Annotated[int | None, L4]
    point: Annotated[int | None, L4]
    day: Annotated[date | None, L1]
    minutes: Annotated[int | None, L1]
    manner: Annotated[Manner | None, L1]
    held_by: Annotated[str | None, L0]
    held_at: Annotated[int | None, L4]


class MeetingChanged(Changed, frozen=True):
    """A meeting goes on, its clock is turned, or what was recorded is corrected: that has a reason, be it an empty one,
    and what stood there before is kept."""

    state: Annotated[MeetingState | UnsetType, L1] = UNSET
    place: Annotated[Place | UnsetType, L4] = UNSET
    address: Annotated[str | UnsetType, L4] = UNSET
    ends_at: Annotated[int | UnsetType | None, L4] = UNSET
    left: Annotated[int | UnsetType | None, L4] = UNSET
    point: Annotated[int | UnsetType | None, L4] = UNSET
    day: Annotated[date | UnsetType, L1] = UNSET
    minutes: Annotated[int | UnsetType, L1] = UNSET
    manner: Annotated[Manner | UnsetType, L1] = UNSET
    held_by: Annotated[str | UnsetType, L0] = UNSET
    held_at: Annotated[int | UnsetType, L4] = UNSET
    reason: Annotated[str | UnsetType, L4] = UNSET


class MeetingRemoved(Removed, frozen=True):
    """There was no such meeting."""


class OpenMeeting(ThingCommand, frozen=True, omit_defaults=True):
    """A meeting begins. `address`: where, or under which number."""

    place: Annotated[Place, L4] = "call"
    address: Annotated[str, L4] = ""


class PlaceMeeting(ThingCommand, frozen=True, omit_defaults=True):
    """Say where an open meeting is."""

    item: Annotated[Offset, L4]
    place: Annotated[Place, L4]
    address: Annotated[str, L4] = ""


class TurnClock(ThingCommand, frozen=True, omit_defaults=True):
    """Turn the clock of an open meeting. `minutes`: of the start, or by which it is extended. `point`: of the agenda,
    which it is started for."""

    item: Annotated[Offset, L4]
    turn: Annotated[Turn, L4]
    minutes: Annotated[int, L4] = 0
    point: Annotated[Offset | None, L4] = None


class HoldMeeting(ThingCommand, frozen=True, omit_defaults=True):
    """We met: the open meeting, or, without `item`, one that nobody opened. `again`: another one on a day that has one
    already."""

    day: Annotated[date, L1]
    minutes: Annotated[int, L1]
    manner: Annotated[Manner, L1]
    item: Annotated[Offset | None, L4] = None
    again: Annotated[bool, OPEN] = False


class CorrectMeeting(ThingCommand, frozen=True, omit_defaults=True):
    """Correct what was recorded, what is given of it, in the 14 days after it was."""

    item: Annotated[Offset, L4]
    day: Annotated[date | None, L1] = None
    minutes: Annotated[int | None, L1] = None
    manner: Annotated[Manner | None, L1] = None
    reason: Annotated[str, L4] = ""


class CloseMeeting(ThingCommand, frozen=True, omit_defaults=True):
    """Nothing of a meeting that was held is left to do. What stays open of the agenda stands there for the next."""

    item: Annotated[Offset, L4]


class RemoveMeeting(ThingCommand, frozen=True, omit_defaults=True):
    """We did not meet: an open one was opened by mistake, or one was recorded that did not take place, in the 14 days
    after it was."""

    item: Annotated[Offset, L4]

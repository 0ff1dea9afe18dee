"""When a country changes its clocks, what was agreed on is what the clock showed: dates that are to come are computed
anew with the rules of a new release, and whoever's date moves in UTC is told like of any other move.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from server.flows import guests
from server.flows.appointments import settle
from server.rooms.reads import item_of
from server.rooms.service import Rooms
from server.rooms.things.dates import DATES
from server.rooms.things.dates.contract import DateChanged
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import TZ_RELEASE, Appointment
from server.scheduling.zones import UnknownZone, instant
from server.unit_of_work import UnitOfWork, Writer

AT_ONCE = 50
"""In one transaction."""

Instant = Callable[[str, datetime, int], datetime]
"""Zone, wall clock and fold to UTC."""


@dataclass(frozen=True, slots=True)
class ClockRules:
    writer: Writer[Any]
    rooms: Rooms

    async def look_again(self) -> None:
        """Once a server has started, with whatever rules it has come with."""
        while await self.writer.run(partial(apply_some, rooms=self.rooms)) == AT_ONCE:
            pass


def apply_some(unit: UnitOfWork, rooms: Rooms, release: str = TZ_RELEASE, instant: Instant = instant) -> int:
    """How many dates were of another release and are of this one now."""
    found = appointments.of_other_rules(unit.connection, release, unit.now, AT_ONCE)
    rooms.lock(unit, {one.room for one in found if one.room is not None})
    moving = [one for one in found if _is_for_many(one) and _start(one, instant) != one.start]
    for cohort in sorted({one.cohort for one in moving if one.cohort is not None}):
        guests.expect_all(unit, cohort, None)
    there = appointments.locked(unit.connection, [one.id for one in found], ())
    for one in there.values():
        if one.tz_release == release or one.state == "cancelled":
            # Another node has dealt with it meanwhile.
            continue
        start = _start(one, instant)
        if start == one.start:
            appointments.keep_release(unit.connection, one.id, release)
        else:
            _move(unit, rooms, one, start, release)
    return len(found)


def _start(one: Appointment, instant: Instant) -> int:
    """ms. A zone that is not there any more leaves the moment what it was."""
    try:
        return int(instant(one.zone, one.wall.replace(fold=0), one.wall.fold).timestamp() * 1000)
    except UnknownZone:
        return one.start


def _move(unit: UnitOfWork, rooms: Rooms, one: Appointment, start: int, release: str) -> None:
    if one.cohort is not None and _is_for_many(one):
        guests.revise(unit, one.cohort, [(one, replace(one, start=start, tz_release=release))], None)
        return
    whole = appointments.by_id(unit.connection, one.id)
    assert whole is not None
    if one.room is not None and one.item is not None and item_of(unit.connection, one.room, DATES, one.item):
        rooms.arrange(unit, one.room, DateChanged(one.item, at=start, reason=""))
    settle(unit, [(whole, replace(whole, start=start, tz_release=release))], None)


def _is_for_many(one: Appointment) -> bool:
    return one.kind != "meeting" and one.cohort is not None

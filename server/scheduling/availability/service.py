"""The use cases of hours and of calendars that say when somebody is busy. Never commits: the writer does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import numpy as np

from server.database import Connection
from server.errors import Refused
from server.scheduling.apart import is_large as is_large
from server.scheduling.apart import read_apart
from server.scheduling.appointments import store as appointments
from server.scheduling.availability import rules, store
from server.scheduling.availability.model import Availability as Availability
from server.scheduling.availability.model import Calendar as Calendar
from server.scheduling.availability.model import Fault as Fault
from server.scheduling.availability.model import Said as Said
from server.scheduling.availability.rules import Unread as Unread
from server.scheduling.availability.rules import clock as clock
from server.scheduling.availability.rules import failed as failed
from server.scheduling.availability.rules import spans as spans
from server.scheduling.availability.rules import week as week
from server.scheduling.availability.store import Stored as Stored
from server.scheduling.availability.store import calendars_of as calendars_of
from server.scheduling.availability.store import change_calendar as change_calendar
from server.scheduling.availability.store import remove_calendar as remove_calendar
from server.scheduling.availability.store import said as said
from server.scheduling.availability.store import said_by as said_by
from server.scheduling.availability.store import stored_of as stored_of
from server.scheduling.availability.store import take_back as take_back
from server.scheduling.availability.store import versions as versions
from server.scheduling.content_lines import CalendarRefused
from server.scheduling.intervals import NONE, Intervals, union
from server.unit_of_work import UnitOfWork

LEASE = 10 * 60_000
"""ms, for which a calendar that is being read is nobody else's: longer than reading can take."""


async def read(calendar: Calendar, file: bytes, zone: str, now: int) -> Calendar:
    """What it says of the coming year. `zone`: the person's. Takes some seconds for the longest. Raises Unread,
    UnknownZone, OSError where no process can be started for a large one."""
    try:
        found = await read_apart(file, zone, *rules.coming(now))
    except CalendarRefused as refused:
        raise rules.unread(refused) from None
    return rules.understood(calendar, found, now)


def say(unit: UnitOfWork, person: str, said: Said) -> Said:
    """Raises Refused zone_unknown, country_unknown, year_unlikely, changed_meanwhile."""
    rules.check_zone(said.zone)
    rules.check_country(said.country)
    rules.check_days(said.exceptions)
    if not store.put(unit.connection, person, said, unit.now):
        raise Refused("changed_meanwhile")
    return said


@dataclass(frozen=True, slots=True)
class Heard:
    """All that is known of people's time between `start` and `end` (seconds since 1970), as it is stored: read at once,
    and made into something only where that is needed. Appointments in ms."""

    start: int
    end: int
    said: Sequence[store.Stored]
    appointments: Sequence[tuple[str, int, int]]
    calendars: Sequence[tuple[str, bytes]]


def hear(connection: Connection, people: store.People, start: int, end: int) -> Heard:
    return Heard(
        start,
        end,
        store.stored_of(connection, people),
        sorted(appointments.busy(connection, people, start * 1000, end * 1000)),
        store.busy_of(connection, people, start * 1000),
    )


def understood(heard: Heard) -> dict[str, Availability]:
    """By person, as far as anything is known. Busy is who has another date then, or whose calendar says so."""
    day = timedelta(days=1)
    first = datetime.fromtimestamp(heard.start, UTC).date() - day
    last = datetime.fromtimestamp(heard.end, UTC).date() + day
    said = {stored[0]: store.said(stored) for stored in heard.said}
    busy: defaultdict[str, list[Intervals]] = defaultdict(list)
    for person, begins, ends in heard.appointments:
        busy[person].append(np.array([(begins // 1000, -(-ends // 1000))], np.int64))
    for person, stored_busy in heard.calendars:
        found = store.spans_of(stored_busy)
        busy[person].append(found[(found[:, 0] < heard.end) & (found[:, 1] > heard.start)])
    return {
        person: Availability(
            rules.hours_of(said[person], first, last) if person in said else None,
            union(np.concatenate([NONE, *busy[person]])),
        )
        for person in said.keys() | busy.keys()
    }


def hours_of(connection: Connection, people: Collection[str], start: int, end: int) -> dict[str, Availability]:
    """Of all of them, between `start` and `end` (seconds since 1970)."""
    known = understood(hear(connection, people, start, end))
    return {person: known.get(person, Availability()) for person in people}


def check_room(connection: Connection, person: str, calendar: str) -> None:
    """For one more calendar, unless it takes the place of another. Raises Refused too_many_calendars."""
    known = store.calendars_of(connection, person)
    if len(known) >= rules.CALENDARS and all(one.id != calendar for one in known):
        raise Refused("too_many_calendars", limit=rules.CALENDARS)


def put_calendar(unit: UnitOfWork, calendar: Calendar) -> None:
    """A new one, or in place of the one with its id. Raises Refused too_many_calendars."""
    check_room(unit.connection, calendar.person, calendar.id)
    store.put_calendar(unit.connection, calendar)


def take_due(unit: UnitOfWork, limit: int) -> list[Calendar]:
    """To be read now, by who takes them alone."""
    found = store.due(unit.connection, unit.now, limit)
    for one in found:
        store.change_calendar(unit.connection, replace(one, due_at=unit.now + LEASE))
    return found

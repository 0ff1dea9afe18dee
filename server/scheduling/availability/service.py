"""The use cases of hours and of calendars that say when somebody is busy. Never commits: the writer does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from server.database import Connection
from server.errors import Refused
from server.scheduling.appointments import store as appointments
from server.scheduling.availability import rules, store
from server.scheduling.availability.model import Availability as Availability
from server.scheduling.availability.model import Calendar as Calendar
from server.scheduling.availability.model import Fault as Fault
from server.scheduling.availability.model import Said as Said
from server.scheduling.availability.rules import Unread as Unread
from server.scheduling.availability.rules import clock as clock
from server.scheduling.availability.rules import failed as failed
from server.scheduling.availability.rules import read as read
from server.scheduling.availability.rules import spans as spans
from server.scheduling.availability.rules import week as week
from server.scheduling.availability.store import calendars_of as calendars_of
from server.scheduling.availability.store import change_calendar as change_calendar
from server.scheduling.availability.store import forget as forget
from server.scheduling.availability.store import remove_calendar as remove_calendar
from server.scheduling.availability.store import said_by as said_by
from server.scheduling.availability.store import take_back as take_back
from server.scheduling.intervals import intervals
from server.unit_of_work import UnitOfWork

LEASE = 10 * 60_000
"""ms, for which a calendar that is being read is nobody else's: longer than reading can take."""


def say(unit: UnitOfWork, person: str, said: Said) -> Said:
    """Raises Refused zone_unknown, country_unknown, year_unlikely, changed_meanwhile."""
    rules.check_zone(said.zone)
    rules.check_country(said.country)
    rules.check_days(said.exceptions)
    if not store.put(unit.connection, person, said, unit.now):
        raise Refused("changed_meanwhile")
    return said


def hours_of(connection: Connection, people: Collection[str], start: int, end: int) -> dict[str, Availability]:
    """Of all of them, between `start` and `end` (seconds since 1970). Busy is who has another date then, or whose
    calendar says so."""
    day = timedelta(days=1)
    first, last = datetime.fromtimestamp(start, UTC).date() - day, datetime.fromtimestamp(end, UTC).date() + day
    said = store.said_by(connection, people)
    busy: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for person, begins, ends in appointments.busy(connection, people, start * 1000, end * 1000):
        busy[person].append((begins // 1000, -(-ends // 1000)))
    for person, found in store.busy_of(connection, people, start * 1000):
        busy[person] += [(a, b) for a, b in found.tolist() if a < end and b > start]
    return {
        person: Availability(
            rules.hours_of(said[person], first, last) if person in said else None, intervals(busy[person])
        )
        for person in people
    }


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

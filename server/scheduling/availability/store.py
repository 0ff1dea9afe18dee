"""All SQL of people's hours and calendars. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import msgspec
import numpy as np
from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from server.scheduling.availability.model import Calendar, Said
from server.scheduling.availability.tables import busy_calendar, person_hours
from server.scheduling.intervals import Intervals

_weekly = msgspec.json.Decoder(tuple[tuple[tuple[int, int], ...], ...]).decode
_exceptions = msgspec.json.Decoder(dict[date, tuple[tuple[int, int], ...]]).decode


People = Collection[str] | Select[tuple[str]]
"""Their ids, or what finds them: hundreds of ids cost more to send than to find."""
Stored = tuple[str, str, str, str, str | None, int]
"""Who, their zone, week, exceptions, country and version, as they are stored."""


def said_by(connection: Connection, people: Collection[str]) -> dict[str, Said]:
    """By those who have said any."""
    return {stored[0]: said(stored) for stored in stored_of(connection, people)}


def stored_of(connection: Connection, people: People) -> list[Stored]:
    c = person_hours.c
    found = select(c.person, c.zone, c.weekly, c.exceptions, c.country, c.version)
    rows = connection.execute(found.where(c.person.in_(people)).order_by(c.person)).all()
    return [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows]


def said(stored: Stored) -> Said:
    _, zone, weekly, exceptions, country, version = stored
    return Said(zone, _weekly(weekly), _exceptions(exceptions), country, version)


def versions(connection: Connection, people: People) -> dict[str, int]:
    """Of hours, by those who have said any."""
    found = select(person_hours.c.person, person_hours.c.version).where(person_hours.c.person.in_(people))
    return {row[0]: row[1] for row in connection.execute(found)}


def put(connection: Connection, person: str, said: Said, now: int) -> bool:
    """Whether the version before was the newest one."""
    written = {
        "zone": said.zone,
        "weekly": msgspec.json.encode(said.weekly).decode(),
        "exceptions": msgspec.json.encode(said.exceptions).decode(),
        "country": said.country,
        "version": said.version,
        "changed_at": now,
    }
    mine = (person_hours.c.person == person, person_hours.c.version == said.version - 1)
    if connection.execute(update(person_hours).where(*mine).values(**written)).rowcount:
        return True
    if said.version != 2 or said_by(connection, [person]):
        return False
    connection.execute(insert(person_hours).values(person=person, **written))
    return True


def take_back(connection: Connection, person: str) -> None:
    connection.execute(delete(person_hours).where(person_hours.c.person == person))


# ── calendars ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def calendars_of(connection: Connection, person: str) -> list[Calendar]:
    """The one that was added first comes first."""
    mine = select(busy_calendar).where(busy_calendar.c.person == person)
    rows = connection.execute(mine.order_by(busy_calendar.c.added_at, busy_calendar.c.id))
    return [_calendar(row) for row in rows]


def busy_of(connection: Connection, people: People, start: int) -> list[tuple[str, bytes]]:
    """What calendars say that were read beyond `start` (ms), as it is stored."""
    found = select(busy_calendar.c.person, busy_calendar.c.busy).order_by(busy_calendar.c.person, busy_calendar.c.id)
    theirs = (busy_calendar.c.person.in_(people), busy_calendar.c.until > start)
    return [(row[0], row[1]) for row in connection.execute(found.where(*theirs)).all()]


def put_calendar(connection: Connection, one: Calendar) -> None:
    """In place of the one that has its id."""
    if not change_calendar(connection, one):
        connection.execute(insert(busy_calendar).values(person=one.person, id=one.id, **_values(one)))


def change_calendar(connection: Connection, one: Calendar) -> bool:
    """Whether it is there."""
    which = (busy_calendar.c.person == one.person, busy_calendar.c.id == one.id)
    return bool(connection.execute(update(busy_calendar).where(*which).values(**_values(one))).rowcount)


def remove_calendar(connection: Connection, person: str, calendar: str) -> None:
    mine = (busy_calendar.c.person == person, busy_calendar.c.id == calendar)
    connection.execute(delete(busy_calendar).where(*mine))


def due(connection: Connection, now: int, limit: int) -> list[Calendar]:
    waiting = select(busy_calendar).where(busy_calendar.c.due_at <= now)
    return [_calendar(row) for row in connection.execute(waiting.order_by(busy_calendar.c.due_at).limit(limit))]


def _calendar(row: Row[Any]) -> Calendar:
    return Calendar(**{**row._mapping, "busy": spans_of(row.busy)})


def _values(one: Calendar) -> dict[str, Any]:
    return {
        "address": one.address,
        "busy": one.busy.astype("<i8").tobytes(),
        "left_out": one.left_out,
        "read_at": one.read_at,
        "until": one.until,
        "fault": one.fault,
        "faults": one.faults,
        "due_at": one.due_at,
        "added_at": one.added_at,
    }


def spans_of(stored: bytes) -> Intervals:
    return np.frombuffer(stored, "<i8").astype(np.int64).reshape(-1, 2)

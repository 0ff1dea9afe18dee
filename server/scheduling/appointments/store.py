"""All SQL of appointments. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from server.scheduling.appointments.model import Appointment, Guest
from server.scheduling.appointments.tables import appointment, appointment_guest

_names = msgspec.json.Decoder(dict[str, str]).decode


def by_id(connection: Connection, appointment_id: str) -> Appointment | None:
    return next(iter(_appointments(connection, appointment.c.id == appointment_id)), None)


def by_ids(connection: Connection, ids: Collection[str]) -> dict[str, Appointment]:
    """Those that there are."""
    return {one.id: one for one in _appointments(connection, appointment.c.id.in_(ids))}


def locked(connection: Connection, ids: Collection[str]) -> dict[str, Appointment]:
    """As `by_ids`, and nobody else changes them until the commit: who writes what follows from what was read asks so,
    after the rooms that it needs are locked."""
    which = select(appointment.c.id).where(appointment.c.id.in_(ids)).order_by(appointment.c.id)
    connection.execute(which.with_for_update())
    return by_ids(connection, ids)


def of_item(connection: Connection, room: str, item: int) -> Appointment | None:
    """Which a date of a room has become."""
    which = (appointment.c.room_key == room) & (appointment.c.item == item)
    return next(iter(_appointments(connection, which)), None)


def of_person(connection: Connection, person: str, since: int, until: int) -> list[Appointment]:
    """Those that a person is invited to, that end after `since` and begin before `until` (ms), by start; those that
    were called off too."""
    mine = select(appointment_guest.c.appointment_id).where(appointment_guest.c.person == person)
    end = appointment.c.start + appointment.c.minutes * 60_000
    return _appointments(connection, appointment.c.id.in_(mine) & (end > since) & (appointment.c.start < until))


def of_cohort(connection: Connection, cohort: str) -> list[Appointment]:
    """What a run has for many and the meetings of its mentorships, by start."""
    return _appointments(connection, appointment.c.cohort_id == cohort)


def of_rooms(connection: Connection, rooms: Collection[str], since: int) -> list[Appointment]:
    """Of these rooms, agreed on, that are not over at `since` (ms), by start."""
    end = appointment.c.start + appointment.c.minutes * 60_000
    which = appointment.c.room_key.in_(rooms) & (appointment.c.state == "agreed") & (end > since)
    return _appointments(connection, which)


def dates_of(connection: Connection, cohort: str, now: int) -> dict[str, tuple[int, int | None]]:
    """By mentorship of the run: how many dates were agreed on in all, and the next one's start (ms)."""
    agreed = (appointment.c.cohort_id == cohort, appointment.c.kind == "meeting", appointment.c.state == "agreed")
    coming = func.min(appointment.c.start).filter(appointment.c.start + appointment.c.minutes * 60_000 > now)
    found = select(appointment.c.mentorship_id, func.count(), coming).where(*agreed)
    rows = connection.execute(found.group_by(appointment.c.mentorship_id))
    return {row[0]: (row[1], row[2]) for row in rows if row[0] is not None}


def of_other_rules(connection: Connection, release: str, now: int, limit: int) -> list[Appointment]:
    """Some that are to come and whose start was computed by other rules than those of this release."""
    ids = select(appointment.c.id).where(appointment.c.tz_release != release, appointment.c.state == "agreed")
    some = ids.where(appointment.c.start > now).order_by(appointment.c.start, appointment.c.id).limit(limit)
    return _appointments(connection, appointment.c.id.in_(connection.execute(some).scalars().all()))


def keep_release(connection: Connection, appointment_id: str, release: str) -> None:
    """By its rules the start is what it was."""
    connection.execute(update(appointment).where(appointment.c.id == appointment_id).values(tz_release=release))


def busy(connection: Connection, people: Collection[str], since: int, until: int) -> list[tuple[str, int, int]]:
    """Of these people, when (ms) they are at what they have agreed on, as far as it touches [since, until)."""
    end = appointment.c.start + appointment.c.minutes * 60_000
    found = (
        select(appointment_guest.c.person, appointment.c.start, end)
        .join(appointment, appointment.c.id == appointment_guest.c.appointment_id)
        .where(appointment.c.state == "agreed", appointment.c.start < until, end > since)
        .where(appointment_guest.c.person.in_(people), appointment_guest.c.answer != "DECLINED")
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(found)]


def _appointments(connection: Connection, which: ColumnElement[bool]) -> list[Appointment]:
    """Two statements, however many they are."""
    rows = connection.execute(select(appointment).where(which).order_by(appointment.c.start, appointment.c.id)).all()
    guests: defaultdict[str, list[Guest]] = defaultdict(list)
    if rows:
        ids = select(appointment.c.id).where(which)
        found = select(appointment_guest).where(appointment_guest.c.appointment_id.in_(ids))
        for row in connection.execute(found.order_by(appointment_guest.c.person)):
            guests[row.appointment_id].append(Guest(row.person, row.organisation_id, row.country, row.answer, row.came))
    return [_appointment(row, guests[row.id]) for row in rows]


def _appointment(row: Row[Any], guests: list[Guest]) -> Appointment:
    return Appointment(
        id=row.id,
        kind=row.kind,
        start=row.start,
        minutes=row.minutes,
        zone=row.zone,
        wall=datetime.fromisoformat(row.wall).replace(fold=row.fold),
        tz_release=row.tz_release,
        place=row.place,
        cohort=row.cohort_id,
        mentorship=row.mentorship_id,
        room=row.room_key,
        item=row.item,
        names=_names(row.names),
        address=row.address,
        state=row.state,
        revision=row.revision,
        asked_at=row.asked_at,
        guests=tuple(guests),
    )


def put(connection: Connection, one: Appointment, now: int, *, known: bool) -> None:
    """Writes it as it is, with its guests."""
    values = _values(one, now)
    if known:
        connection.execute(update(appointment).where(appointment.c.id == one.id).values(**values))
        connection.execute(delete(appointment_guest).where(appointment_guest.c.appointment_id == one.id))
    else:
        connection.execute(insert(appointment).values(id=one.id, **values))
    add_guests(connection, one.id, one.guests)


def _values(one: Appointment, now: int) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "start": one.start,
        "minutes": one.minutes,
        "zone": one.zone,
        "wall": one.wall.replace(fold=0).isoformat(),
        "fold": one.wall.fold,
        "tz_release": one.tz_release,
        "place": one.place,
        "cohort_id": one.cohort,
        "mentorship_id": one.mentorship,
        "room_key": one.room,
        "item": one.item,
        "names": msgspec.json.encode(one.names).decode(),
        "address": one.address,
        "state": one.state,
        "revision": one.revision,
        "asked_at": one.asked_at,
        "changed_at": now,
    }


def set_attendance(connection: Connection, appointment_id: str, people: Mapping[str, bool | None]) -> None:
    """Of guests."""
    for said in (True, False, None):
        theirs = [person for person, came in people.items() if came is said]
        which = (appointment_guest.c.appointment_id == appointment_id, appointment_guest.c.person.in_(theirs))
        if theirs:
            connection.execute(update(appointment_guest).where(*which).values(came=said))


def add_guests(connection: Connection, appointment_id: str, guests: Collection[Guest]) -> None:
    """Who came without having been invited."""
    rows = [_guest_row(appointment_id, guest) for guest in guests]
    if rows:
        connection.execute(insert(appointment_guest), rows)


def _guest_row(appointment_id: str, guest: Guest) -> dict[str, Any]:
    return {
        "appointment_id": appointment_id,
        "person": guest.person,
        "organisation_id": guest.organisation,
        "country": guest.country,
        "answer": guest.answer,
        "came": guest.came,
    }


def forget_person(connection: Connection, person: str) -> None:
    """They are a guest of nothing any more."""
    connection.execute(delete(appointment_guest).where(appointment_guest.c.person == person))

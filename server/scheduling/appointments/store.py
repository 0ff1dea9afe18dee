"""All SQL of appointments. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, func, insert, select, update

from server.scheduling.appointments.model import Appointment, Guest
from server.scheduling.appointments.tables import appointment, appointment_guest

_names = msgspec.json.Decoder(dict[str, str]).decode


def by_id(connection: Connection, appointment_id: str) -> Appointment | None:
    return next(iter(_appointments(connection, appointment.c.id == appointment_id)), None)


def by_ids(connection: Connection, ids: Collection[str]) -> dict[str, Appointment]:
    """Those that there are."""
    return {one.id: one for one in _appointments(connection, appointment.c.id.in_(ids))}


def locked(
    connection: Connection, ids: Collection[str], people: Collection[str] | None = None
) -> dict[str, Appointment]:
    """As `by_ids`, and nobody else changes them until the commit: who writes what follows from what was read asks so,
    after the rooms that it needs are locked. With all their guests, or with these `people` alone."""
    which = select(appointment.c.id).where(appointment.c.id.in_(ids)).order_by(appointment.c.id)
    connection.execute(which.with_for_update())
    return {one.id: one for one in _appointments(connection, appointment.c.id.in_(ids), people)}


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
    """Of these rooms, agreed on, that are not over at `since` (ms), by start; without guests."""
    end = appointment.c.start + appointment.c.minutes * 60_000
    which = appointment.c.room_key.in_(rooms) & (appointment.c.state == "agreed") & (end > since)
    return _appointments(connection, which, ())


def dates_of(connection: Connection, cohort: str, now: int) -> dict[str, tuple[int, int | None]]:
    """By mentorship of the run: how many dates were agreed on in all, and the next one's start (ms)."""
    agreed = (appointment.c.cohort_id == cohort, appointment.c.kind == "meeting", appointment.c.state == "agreed")
    coming = func.min(appointment.c.start).filter(appointment.c.start + appointment.c.minutes * 60_000 > now)
    found = select(appointment.c.mentorship_id, func.count(), coming).where(*agreed)
    rows = connection.execute(found.group_by(appointment.c.mentorship_id))
    return {row[0]: (row[1], row[2]) for row in rows if row[0] is not None}


def of_other_rules(connection: Connection, release: str, now: int, limit: int) -> list[Appointment]:
    """Some that are to come and whose start was computed by other rules than those of this release; without guests."""
    ids = select(appointment.c.id).where(appointment.c.tz_release != release, appointment.c.state == "agreed")
    some = ids.where(appointment.c.start > now).order_by(appointment.c.start, appointment.c.id).limit(limit)
    return _appointments(connection, appointment.c.id.in_(connection.execute(some).scalars().all()), ())


def keep_release(connection: Connection, appointment_id: str, release: str) -> None:
    """By its rules the start is what it was."""
    connection.execute(update(appointment).where(appointment.c.id == appointment_id).values(tz_release=release))


def busy(
    connection: Connection, people: Collection[str] | Select[tuple[str]], since: int, until: int
) -> list[tuple[str, int, int]]:
    """Of these people, when (ms) they are at what they have agreed on, as far as it touches [since, until)."""
    end = appointment.c.start + appointment.c.minutes * 60_000
    found = (
        select(appointment_guest.c.person, appointment.c.start, end)
        .join(appointment, appointment.c.id == appointment_guest.c.appointment_id)
        .where(appointment.c.state == "agreed", appointment.c.start < until, end > since)
        .where(appointment_guest.c.person.in_(people), appointment_guest.c.answer != "DECLINED")
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(found).all()]


def _appointments(
    connection: Connection, which: ColumnElement[bool], people: Collection[str] | None = None
) -> list[Appointment]:
    """Two statements, however many they are. With all guests, or with these `people` alone."""
    rows = connection.execute(select(appointment).where(which).order_by(appointment.c.start, appointment.c.id)).all()
    guests: defaultdict[str, list[Guest]] = defaultdict(list)
    if rows and (people is None or people):
        ids = select(appointment.c.id).where(which)
        found = select(appointment_guest).where(appointment_guest.c.appointment_id.in_(ids))
        theirs = found if people is None else found.where(appointment_guest.c.person.in_(people))
        for row in connection.execute(theirs.order_by(appointment_guest.c.person)):
            guests[row.appointment_id].append(_guest(row))
    return [_appointment(row, guests[row.id]) for row in rows]


def _guest(row: Row[Any]) -> Guest:
    facts = (row.person, row.organisation_id, row.country, row.answer, row.came)
    return Guest(*facts, row.known_start, row.known_at, row.told_by)


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
        ended_at=row.ended_at,
        guests=tuple(guests),
    )


def put(connection: Connection, one: Appointment, now: int, *, known: bool) -> None:
    """Writes it as it is, without its guests."""
    values = _values(one, now)
    if known:
        connection.execute(update(appointment).where(appointment.c.id == one.id).values(**values))
    else:
        connection.execute(insert(appointment).values(id=one.id, **values))


def put_guests(connection: Connection, changes: Collection[tuple[Appointment | None, Appointment]]) -> None:
    """Of each pair the second's in the place of the first's; other guests stay as they are. Three statements, however
    many they are."""
    gone, new, changed = list[dict[str, Any]](), list[dict[str, Any]](), list[dict[str, Any]]()
    for before, after in changes:
        were = {} if before is None else {guest.person: guest for guest in before.guests}
        are = {guest.person: guest for guest in after.guests}
        gone += [{"of": after.id, "whose": person} for person in were.keys() - are.keys()]
        new += [_guest_row(after.id, are[person]) for person in sorted(are.keys() - were.keys())]
        changed += [
            {"of": after.id, "whose": person} | _guest_row(after.id, guest)
            for person, guest in are.items()
            if person in were and were[person] != guest
        ]
    if gone:
        connection.execute(delete(appointment_guest).where(*_THIS_GUEST), gone)
    if changed:
        kept: dict[str, Any] = {
            name: bindparam(name) for name in changed[0].keys() - {"of", "whose", "appointment_id", "person"}
        }
        connection.execute(update(appointment_guest).where(*_THIS_GUEST).values(**kept), changed)
    if new:
        connection.execute(insert(appointment_guest), new)


_THIS_GUEST = (appointment_guest.c.appointment_id == bindparam("of"), appointment_guest.c.person == bindparam("whose"))


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
        "ended_at": one.ended_at,
        "changed_at": now,
    }


# ── what its guests were told ─────────────────────────────────────────────────────────────────────────────────────────


def guests_in(connection: Connection, ids: Collection[str]) -> set[str]:
    """Whoever is a guest of any of them."""
    found = select(appointment_guest.c.person).where(appointment_guest.c.appointment_id.in_(ids)).distinct()
    return set(connection.execute(found).scalars())


def mails_that_told(ids: Collection[str]) -> Select[tuple[str]]:
    """Finds the mails that told of these, to whomever: of a large run there are thousands."""
    told_by = appointment_guest.c.told_by
    return select(told_by).where(appointment_guest.c.appointment_id.in_(ids), told_by.is_not(None))


def told_by(connection: Connection, mails: Collection[str], people: Collection[str]) -> dict[str, Appointment]:
    """What these mails told these people, each with those whom they told it."""
    theirs = (appointment_guest.c.person.in_(people), appointment_guest.c.told_by.in_(mails))
    ids = set(connection.execute(select(appointment_guest.c.appointment_id).where(*theirs)).scalars())
    there = locked(connection, ids, people) if ids else {}
    return {
        id: replace(one, guests=tuple(guest for guest in one.guests if guest.told_by in mails))
        for id, one in there.items()
    }


def keep_told_by(connection: Connection, told: Collection[tuple[str, str, Sequence[str]]]) -> None:
    """Each mail, its reader, and what it tells."""
    rows = [{"mail": mail, "whose": person, "of": id} for mail, person, ids in told for id in ids]
    if rows:
        connection.execute(update(appointment_guest).where(*_THIS_GUEST).values(told_by=bindparam("mail")), rows)


# ── who came ──────────────────────────────────────────────────────────────────────────────────────────────────────────


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
        "known_start": guest.known_start,
        "known_at": guest.known_at,
        "told_by": guest.told_by,
    }

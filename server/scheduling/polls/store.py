"""All SQL of searches for a time. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, delete, func, insert, select, update

from server.scheduling.polls.model import Answers, Guest, Poll, Says
from server.scheduling.polls.tables import poll, poll_answer, poll_guest

_starts = msgspec.json.Decoder(tuple[int, ...]).decode


def add(connection: Connection, one: Poll) -> None:
    connection.execute(insert(poll).values(id=one.id, **_values(one)))
    rows = [
        {
            "poll_id": one.id,
            "id": guest.id,
            "part": guest.part,
            "person": guest.person,
            "name": guest.name,
            "email": guest.email,
            "language": guest.language,
        }
        for guest in one.guests
    ]
    connection.execute(insert(poll_guest), rows)


def _values(one: Poll) -> dict[str, Any]:
    return {
        "cohort_id": one.cohort,
        "made_by": one.made_by,
        "made_at": one.made_at,
        "title": one.title,
        "kind": one.kind,
        "whom": one.whom,
        "minutes": one.minutes,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "since": one.since,
        "until": one.until,
        "zone": one.zone,
        "at_least": one.at_least,
        "sessions": one.sessions,
        "meetings": one.meetings,
        "every": one.every,
        "state": one.state,
        "asked": msgspec.json.encode(one.asked).decode(),
        "decided": msgspec.json.encode(one.decided).decode(),
        "version": one.version,
    }


def put(connection: Connection, one: Poll) -> bool:
    """What is so now, its guests aside; whether the version before was the newest one."""
    before = (poll.c.id == one.id, poll.c.version == one.version - 1)
    return bool(connection.execute(update(poll).where(*before).values(**_values(one))).rowcount)


def find(connection: Connection, poll_id: str) -> Poll | None:
    return next(iter(_polls(connection, poll.c.id == poll_id)), None)


def of_cohort(connection: Connection, cohort: str) -> list[Poll]:
    """The newest first."""
    return _polls(connection, poll.c.cohort_id == cohort)


def count(connection: Connection, cohort: str) -> int:
    return connection.execute(select(func.count()).where(poll.c.cohort_id == cohort)).scalar_one()


def asking(connection: Connection, person: str) -> list[Poll]:
    """Those that wait for the person's answer, or have it and are open still."""
    mine = select(poll_guest.c.poll_id).where(poll_guest.c.person == person)
    return _polls(connection, poll.c.id.in_(mine) & (poll.c.state == "asking"))


def _polls(connection: Connection, which: ColumnElement[bool]) -> list[Poll]:
    """Two statements, however many they are."""
    rows = connection.execute(select(poll).where(which).order_by(poll.c.made_at.desc(), poll.c.id)).all()
    guests: defaultdict[str, list[Guest]] = defaultdict(list)
    if rows:
        found = select(poll_guest).where(poll_guest.c.poll_id.in_([row.id for row in rows]))
        for row in connection.execute(found.order_by(poll_guest.c.id)).all():
            guests[row.poll_id].append(Guest(row.id, row.part, row.person, row.name, row.email, row.language))
    return [_poll(row, guests[row.id]) for row in rows]


def _poll(row: Row[Any], guests: list[Guest]) -> Poll:
    return Poll(
        id=row.id,
        cohort=row.cohort_id,
        made_by=row.made_by,
        made_at=row.made_at,
        title=row.title,
        kind=row.kind,
        whom=row.whom,
        minutes=row.minutes,
        first=date.fromisoformat(row.first),
        last=date.fromisoformat(row.last),
        since=row.since,
        until=row.until,
        zone=row.zone,
        at_least=row.at_least,
        sessions=row.sessions,
        guests=tuple(guests),
        state=row.state,
        asked=_starts(row.asked),
        decided=_starts(row.decided),
        version=row.version,
        meetings=row.meetings,
        every=row.every,
    )


def people_of(poll_id: str) -> Select[tuple[str]]:
    """Finds who of its guests has an account."""
    return select(poll_guest.c.person).where(poll_guest.c.poll_id == poll_id, poll_guest.c.person.is_not(None))


def answers(connection: Connection, poll_id: str) -> Answers:
    said: defaultdict[str, dict[int, Says]] = defaultdict(dict)
    for row in connection.execute(select(poll_answer).where(poll_answer.c.poll_id == poll_id)):
        said[row.guest_id][row.start] = row.says
    return said


def answer(connection: Connection, poll_id: str, guest: str, said: Mapping[int, Says]) -> None:
    """Instead of whatever the guest said before."""
    theirs = (poll_answer.c.poll_id == poll_id, poll_answer.c.guest_id == guest)
    connection.execute(delete(poll_answer).where(*theirs))
    rows = [{"poll_id": poll_id, "guest_id": guest, "start": start, "says": says} for start, says in said.items()]
    if rows:
        connection.execute(insert(poll_answer), rows)


def remove_guest(connection: Connection, poll_id: str, guest: str) -> None:
    """With what they said."""
    connection.execute(delete(poll_answer).where(poll_answer.c.poll_id == poll_id, poll_answer.c.guest_id == guest))
    connection.execute(delete(poll_guest).where(poll_guest.c.poll_id == poll_id, poll_guest.c.id == guest))


def remove(connection: Connection, poll_id: str) -> None:
    for table in (poll_answer, poll_guest):
        connection.execute(delete(table).where(table.c.poll_id == poll_id))
    connection.execute(delete(poll).where(poll.c.id == poll_id))


def made_before(connection: Connection, at: int) -> list[str]:
    return list(connection.execute(select(poll.c.id).where(poll.c.made_at < at)).scalars())

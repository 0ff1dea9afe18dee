"""All SQL of the care for silence. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, cast

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, select

from server.database import statement
from server.programmes.care.model import Days, SignOfLifeKind, Steps, Watched
from server.programmes.care.tables import care
from server.programmes.model import MentorshipRole
from server.programmes.tables import cohort, mentorship, mentorship_person


def watched(connection: Connection) -> list[Watched]:
    """Every active mentorship of the runs that go on and have agreed on care."""
    return _watched(connection, [])


def watched_of(connection: Connection, person: str) -> list[Watched]:
    """Those that the person is in."""
    mine = select(mentorship_person.c.mentorship_id).where(mentorship_person.c.person == person)
    return _watched(connection, [mentorship.c.id.in_(mine)])


def watched_one(connection: Connection, mentorship_id: str) -> Watched | None:
    return next(iter(_watched(connection, [mentorship.c.id == mentorship_id])), None)


def _watched(connection: Connection, which: list[ColumnElement[bool]]) -> list[Watched]:
    """One statement: a row for each of their people."""
    goes_on = (mentorship.c.state == "active", cohort.c.state == "running", cohort.c.silence_days.is_not(None))
    rows = connection.execute(
        select(
            mentorship.c.id,
            mentorship.c.cohort_id,
            mentorship.c.room_key,
            mentorship.c.since,
            cohort.c.start,
            cohort.c.home_zone,
            cohort.c.silence_days,
            *(care.c[name] for name in ("step", "told_at", "asked", "said", "said_at")),
            mentorship_person.c.person,
            mentorship_person.c.role,
        )
        .join(cohort, cohort.c.id == mentorship.c.cohort_id)
        .join(mentorship_person, mentorship_person.c.mentorship_id == mentorship.c.id)
        .outerjoin(care, care.c.mentorship_id == mentorship.c.id)
        .where(*goes_on, *which)
        .order_by(mentorship.c.opened_at, mentorship.c.id, mentorship_person.c.person)
    )
    by_id: defaultdict[str, list[Any]] = defaultdict(list)
    for row in rows:
        by_id[row.id].append(row)
    return [_one(found) for found in by_id.values()]


def _one(rows: list[Any]) -> Watched:
    row = rows[0]
    people: dict[str, MentorshipRole] = {one.person: one.role for one in rows}
    days = msgspec.json.decode(row.silence_days, type=Days)
    start = date.fromisoformat(row.start)
    return Watched(row.id, row.cohort_id, row.room_key, people, row.since, start, row.home_zone, days, _steps(row))


def _steps(row: Row[Any]) -> Steps:
    if row.step is None:
        return Steps()
    asked = msgspec.json.decode(row.asked, type=tuple[str, ...])
    return Steps(row.step, row.told_at, asked, cast(SignOfLifeKind | None, row.said), row.said_at)


_TAKE = statement(
    "INSERT INTO care (mentorship_id, step, told_at, asked) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (mentorship_id) DO UPDATE "
    "SET step = excluded.step, told_at = excluded.told_at, asked = excluded.asked "
    "WHERE care.step = ? RETURNING mentorship_id"
)


def set_step(
    connection: Connection, mentorship_id: str, *, was: int, step: int, told_at: int | None, asked: tuple[str, ...]
) -> bool:
    """False when another node was there first."""
    row = (mentorship_id, step, told_at, msgspec.json.encode(asked).decode(), was)
    return connection.exec_driver_sql(_TAKE.on(connection), row).first() is not None


_SAY = statement(
    "INSERT INTO care (mentorship_id, step, told_at, asked, said, said_at) VALUES (?, 0, NULL, '[]', ?, ?) "
    "ON CONFLICT (mentorship_id) DO UPDATE SET said = excluded.said, said_at = excluded.said_at"
)
"""The steps stay until they are taken back, as after a word in the room."""


def say(connection: Connection, mentorship_id: str, kind: SignOfLifeKind, at: int) -> None:
    connection.exec_driver_sql(_SAY.on(connection), (mentorship_id, kind, at))


def forget(connection: Connection, cohort_id: str) -> None:
    """All of a run."""
    theirs = select(mentorship.c.id).where(mentorship.c.cohort_id == cohort_id)
    connection.execute(delete(care).where(care.c.mentorship_id.in_(theirs)))

"""All SQL of the alumni. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, delete, func, or_, select, update

from server.database import statement
from server.programmes.alumni.model import Past, Wish
from server.programmes.alumni.tables import alumna
from server.programmes.store import read_words, written
from server.programmes.tables import cohort, enrolment, programme


def past_of(connection: Connection, person: str, programme_id: str | None = None) -> list[Past]:
    """The programmes that they took part in, or that one of them. One that they agreed to something in is there even
    when the team has ended their part since: they can take it back."""
    over = case((or_(cohort.c.state == "ended", enrolment.c.role == "alumna"), 1), else_=0)
    found = (
        select(programme.c.id, programme.c.names, func.max(over))
        .join(cohort, cohort.c.programme_id == programme.c.id)
        .join(enrolment, enrolment.c.cohort_id == cohort.c.id)
        .where(enrolment.c.person == person)
        .group_by(programme.c.id, programme.c.names)
        .order_by(programme.c.id)
    )
    agreed = (
        select(programme.c.id, programme.c.names)
        .join(alumna, alumna.c.programme_id == programme.c.id)
        .where(alumna.c.person == person)
    )
    if programme_id is not None:
        found, agreed = found.where(programme.c.id == programme_id), agreed.where(programme.c.id == programme_id)
    past = {row[0]: Past(row[0], read_words(row[1]), bool(row[2])) for row in connection.execute(found)}
    for row in connection.execute(agreed):
        past.setdefault(row[0], Past(row[0], read_words(row[1]), ended=False))
    return list(past.values())


def wishes_of(connection: Connection, person: str, now: int) -> list[Wish]:
    return _wishes(connection, alumna.c.person == person, alumna.c.expires_at > now)


def found_in(connection: Connection, programmes: Collection[str], now: int, limit: int) -> list[Wish]:
    """Who wants to be found there."""
    return _wishes(
        connection, alumna.c.programme_id.in_(programmes), alumna.c.found, alumna.c.expires_at > now, limit=limit
    )


def to_ask(connection: Connection, now: int, before: int, limit: int) -> list[Wish]:
    """Those that end before a time and were not asked about, the first to end first."""
    return _wishes(
        connection,
        alumna.c.expires_at > now,
        alumna.c.expires_at <= before,
        alumna.c.asked_at.is_(None),
        limit=limit,
    )


def _wishes(connection: Connection, *which: ColumnElement[bool], limit: int | None = None) -> list[Wish]:
    found = select(alumna).where(*which).order_by(alumna.c.expires_at, alumna.c.programme_id, alumna.c.person)
    return [_wish(row) for row in connection.execute(found.limit(limit))]


def _wish(row: Row[Any]) -> Wish:
    return Wish(
        programme=row.programme_id,
        person=row.person,
        found=bool(row.found),
        mentor_again=bool(row.mentor_again),
        offers=read_words(row.offers),
        expires_at=row.expires_at,
        asked=row.asked_at is not None,
    )


_PUT = statement(
    "INSERT INTO alumna (programme_id, person, found, mentor_again, offers, expires_at, asked_at) "
    "VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (programme_id, person) DO UPDATE SET found = excluded.found, "
    "mentor_again = excluded.mentor_again, offers = excluded.offers, expires_at = excluded.expires_at, asked_at = NULL"
)


def put(connection: Connection, one: Wish) -> None:
    values = (one.programme, one.person, one.found, one.mentor_again, written(one.offers), one.expires_at)
    connection.exec_driver_sql(_PUT.on(connection), values)


def remove(connection: Connection, programme_id: str, person: str) -> None:
    connection.execute(delete(alumna).where(alumna.c.programme_id == programme_id, alumna.c.person == person))


def remove_over(connection: Connection, now: int) -> None:
    connection.execute(delete(alumna).where(alumna.c.expires_at <= now))


def is_any_over(connection: Connection, now: int) -> bool:
    return connection.execute(select(alumna.c.person).where(alumna.c.expires_at <= now).limit(1)).first() is not None


def ask(connection: Connection, programme_id: str, person: str, before: int, now: int) -> bool:
    """False when somebody has asked already, or there is nothing to ask about any more: it may have been said anew."""
    theirs = (alumna.c.programme_id == programme_id, alumna.c.person == person)
    open_one = (*theirs, alumna.c.asked_at.is_(None), alumna.c.expires_at <= before)
    return connection.execute(update(alumna).where(*open_one).values(asked_at=now)).rowcount > 0


def coordinated(connection: Connection, person: str) -> set[str]:
    """Programmes of which they coordinate a run."""
    found = select(cohort.c.programme_id).join(enrolment, enrolment.c.cohort_id == cohort.c.id)
    return set(
        connection.execute(found.where(enrolment.c.person == person, enrolment.c.role == "coordinator")).scalars()
    )


def names_of(connection: Connection, programmes: Collection[str]) -> dict[str, dict[str, str]]:
    """By language, by programme."""
    rows = connection.execute(select(programme.c.id, programme.c.names).where(programme.c.id.in_(programmes)))
    return {row[0]: read_words(row[1]) for row in rows}

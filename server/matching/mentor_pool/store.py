"""All SQL of mentors who may be asked again. Plain functions of a connection."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from server.matching.mentor_pool.model import Asked, Willing
from server.matching.mentor_pool.tables import mentor_pool, pool_invitation
from server.matching.profiles.model import Profile

_profile = msgspec.json.Decoder(Profile).decode


def of_programme(connection: Connection, programme: str, today: date) -> list[Willing]:
    """Whose word still holds, by person."""
    return _willing(connection, mentor_pool.c.programme_id == programme, mentor_pool.c.until >= today.isoformat())


def of_person(connection: Connection, person: str) -> list[Willing]:
    return _willing(connection, mentor_pool.c.person == person)


def _willing(connection: Connection, *which: ColumnElement[bool]) -> list[Willing]:
    rows = connection.execute(select(mentor_pool).where(*which).order_by(mentor_pool.c.person)).all()
    return [
        Willing(
            row.programme_id,
            row.person,
            date.fromisoformat(row.until),
            row.said_at,
            _profile(row.profile),
            row.organisation_id,
        )
        for row in rows
    ]


def put(connection: Connection, one: Willing) -> None:
    """In place of what they said before."""
    remove(connection, one.programme, one.person)
    connection.execute(
        insert(mentor_pool).values(
            programme_id=one.programme,
            person=one.person,
            until=one.until.isoformat(),
            said_at=one.said_at,
            organisation_id=one.organisation,
            profile=msgspec.json.encode(one.profile).decode(),
        )
    )


def remove(connection: Connection, programme: str, person: str) -> None:
    theirs = (mentor_pool.c.programme_id == programme, mentor_pool.c.person == person)
    connection.execute(delete(mentor_pool).where(*theirs))


def remove_over(connection: Connection, today: date) -> None:
    connection.execute(delete(mentor_pool).where(mentor_pool.c.until < today.isoformat()))


# ── who was asked ─────────────────────────────────────────────────────────────────────────────────────────────────────


def asked_of(connection: Connection, cohort: str) -> list[Asked]:
    return _asked(connection, pool_invitation.c.cohort_id == cohort)


def waiting_for(connection: Connection, person: str) -> list[Asked]:
    return _asked(connection, (pool_invitation.c.person == person) & pool_invitation.c.says.is_(None))


def find(connection: Connection, cohort: str, person: str) -> Asked | None:
    which = (pool_invitation.c.cohort_id == cohort) & (pool_invitation.c.person == person)
    return next(iter(_asked(connection, which)), None)


def _asked(connection: Connection, which: ColumnElement[bool]) -> list[Asked]:
    rows = connection.execute(select(pool_invitation).where(which).order_by(pool_invitation.c.invited_at))
    return [_one(row) for row in rows]


def _one(row: Row[Any]) -> Asked:
    return Asked(row.cohort_id, row.person, row.invited_by, row.invited_at, row.says)


def ask(connection: Connection, one: Asked) -> None:
    connection.execute(
        insert(pool_invitation).values(cohort_id=one.cohort, person=one.person, invited_by=one.by, invited_at=one.at)
    )


def answer(connection: Connection, cohort: str, person: str, says: bool) -> bool:
    """False where they have answered already."""
    which = (pool_invitation.c.cohort_id == cohort, pool_invitation.c.person == person)
    open_one = (*which, pool_invitation.c.says.is_(None))
    return bool(connection.execute(update(pool_invitation).where(*open_one).values(says=says)).rowcount)

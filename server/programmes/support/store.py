"""All SQL of support. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select

from server.database import statement
from server.programmes.support.model import LEVELS, Support, SupportLevel
from server.programmes.support.tables import support, support_wish


def add(connection: Connection, one: Support) -> None:
    connection.execute(
        insert(support).values(
            id=one.id,
            cohort_id=one.cohort,
            person=one.person,
            level=one.level,
            day=one.day.isoformat(),
            words=one.words,
            given_by=one.given_by,
        )
    )


def by_id(connection: Connection, support_id: str) -> Support | None:
    return next(iter(_given(connection, support.c.id == support_id)), None)


def remove(connection: Connection, support_id: str) -> None:
    connection.execute(delete(support).where(support.c.id == support_id))


def given_in(connection: Connection, cohort_id: str, people: Collection[str]) -> dict[str, list[Support]]:
    """By mentee, the newest day first."""
    found: defaultdict[str, list[Support]] = defaultdict(list)
    for one in _given(connection, support.c.cohort_id == cohort_id, support.c.person.in_(people)):
        found[one.person].append(one)
    return found


def given_to(connection: Connection, person: str) -> dict[str, list[Support]]:
    """By run, the newest day first."""
    found: defaultdict[str, list[Support]] = defaultdict(list)
    for one in _given(connection, support.c.person == person):
        found[one.cohort].append(one)
    return found


def _given(connection: Connection, *which: ColumnElement[bool]) -> list[Support]:
    rows = connection.execute(select(support).where(*which).order_by(support.c.day.desc(), support.c.id.desc()))
    return [_support(row) for row in rows]


def _support(row: Row[Any]) -> Support:
    day = date.fromisoformat(row.day)
    return Support(row.id, row.cohort_id, row.person, row.level, day, row.words, row.given_by)


_WISH = statement(
    "INSERT INTO support_wish (cohort_id, person, level, wished_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"
)


def wish(connection: Connection, cohort_id: str, person: str, level: SupportLevel, now: int) -> None:
    connection.exec_driver_sql(_WISH.on(connection), (cohort_id, person, level, now))


def end_wish(connection: Connection, cohort_id: str, person: str, level: SupportLevel) -> None:
    theirs = (support_wish.c.cohort_id == cohort_id, support_wish.c.person == person, support_wish.c.level == level)
    connection.execute(delete(support_wish).where(*theirs))


def wishes_of(connection: Connection, person: str) -> dict[str, tuple[SupportLevel, ...]]:
    """By run, in the order of the levels."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    mine = select(support_wish.c.cohort_id, support_wish.c.level).where(support_wish.c.person == person)
    for cohort_id, level in connection.execute(mine):
        found[cohort_id].add(level)
    return {cohort_id: tuple(one for one in LEVELS if one in levels) for cohort_id, levels in found.items()}


def forget_wishes(connection: Connection, cohort_id: str) -> None:
    """All of a run. What was done stays: it is the programme's own account of itself."""
    connection.execute(delete(support_wish).where(support_wish.c.cohort_id == cohort_id))

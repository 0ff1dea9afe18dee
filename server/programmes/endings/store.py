"""All SQL of what is left to do about the rooms of runs that have ended. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, delete, insert, literal, select, union_all, update

from server.programmes.circles.tables import circle, circle_change
from server.programmes.endings.model import Unfinished
from server.programmes.endings.tables import unfinished
from server.programmes.tables import cohort, mentorship


def dates_of_run(connection: Connection, cohort_id: str) -> tuple[date, str]:
    """Its last day and its home zone."""
    row = connection.execute(select(cohort.c.end, cohort.c.home_zone).where(cohort.c.id == cohort_id)).one()
    return date.fromisoformat(row[0]), row[1]


def end_mentorships(connection: Connection, cohort_id: str, at: int) -> None:
    going_on = (mentorship.c.cohort_id == cohort_id, mentorship.c.state.in_(("active", "paused")))
    ended = {"state": "ended", "since": at, "version": mentorship.c.version + 1}
    connection.execute(update(mentorship).where(*going_on).values(ended))


def add_rooms_of_run(connection: Connection, cohort_id: str, purge_on: date, purge_at: int, now: int) -> None:
    """In one statement, however many there are, and the run itself, which may have none; and nobody is brought into a
    group any more."""
    dates = (literal(now), literal(purge_on.isoformat()), literal(purge_at))
    known = [
        select(table.c.room_key, table.c.cohort_id, *dates).where(table.c.cohort_id == cohort_id)
        for table in (mentorship, circle)
    ]
    known.append(select(cohort.c.id, cohort.c.id, *dates).where(cohort.c.id == cohort_id))
    columns = ["room_key", "cohort_id", "due_at", "purge_on", "purge_at"]
    connection.execute(insert(unfinished).from_select(columns, union_all(*known)))
    connection.execute(delete(circle_change).where(circle_change.c.cohort_id == cohort_id))


def is_due(connection: Connection, now: int) -> bool:
    return (
        connection.execute(select(unfinished.c.room_key).where(unfinished.c.due_at <= now).limit(1)).first() is not None
    )


def due(connection: Connection, now: int, limit: int) -> list[Unfinished]:
    """Some rooms with something to do, for this transaction alone."""
    found = select(unfinished).where(unfinished.c.due_at <= now).order_by(unfinished.c.due_at, unfinished.c.room_key)
    rows = connection.execute(found.limit(limit).with_for_update(skip_locked=True))
    return [Unfinished(row.room_key, row.cohort_id, date.fromisoformat(row.purge_on), row.purge_at) for row in rows]


def set_due(connection: Connection, room_key: str, due_at: int | None) -> None:
    connection.execute(update(unfinished).where(unfinished.c.room_key == room_key).values(due_at=due_at))


def purge_days(connection: Connection, room_keys: Collection[str]) -> dict[str, date]:
    """By room, of those whose run has ended."""
    found = select(unfinished.c.room_key, unfinished.c.purge_on).where(unfinished.c.room_key.in_(room_keys))
    return {row[0]: date.fromisoformat(row[1]) for row in connection.execute(found)}

"""All SQL of the monthly question. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, delete, select, tuple_

from server.database import statement
from server.programmes.pulse.tables import pulse

_ANSWER = statement(
    "INSERT INTO pulse (cohort_id, month, person, word) VALUES (?, ?, ?, ?) "
    "ON CONFLICT (cohort_id, month, person) DO UPDATE SET word = excluded.word"
)


def answer(connection: Connection, cohort_id: str, month: date, person: str, word: str | None) -> None:
    connection.exec_driver_sql(_ANSWER.on(connection), (cohort_id, month.isoformat(), person, word))


def answers(
    connection: Connection, person: str, asked: Collection[tuple[str, date]]
) -> dict[tuple[str, date], str | None]:
    """What the person has answered of these questions (run, month)."""
    if not asked:
        return {}
    wanted = [(cohort_id, month.isoformat()) for cohort_id, month in asked]
    mine = select(pulse.c.cohort_id, pulse.c.month, pulse.c.word).where(pulse.c.person == person)
    rows = connection.execute(mine.where(tuple_(pulse.c.cohort_id, pulse.c.month).in_(wanted)))
    return {(row.cohort_id, date.fromisoformat(row.month)): row.word for row in rows}


def forget(connection: Connection, cohort_id: str) -> None:
    """All of a run."""
    connection.execute(delete(pulse).where(pulse.c.cohort_id == cohort_id))

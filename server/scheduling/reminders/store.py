"""All SQL of reminders. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, bindparam, delete, insert, select, tuple_

from server.scheduling.reminders.model import Reminder
from server.scheduling.reminders.tables import reminder


def put(connection: Connection, known: Collection[tuple[str, str]], planned: Sequence[Reminder]) -> None:
    """Instead of whatever was planned for these appointments and people."""
    if known:
        theirs = (reminder.c.appointment_id == bindparam("of"), reminder.c.person == bindparam("whose"))
        connection.execute(delete(reminder).where(*theirs), [{"of": id, "whose": person} for id, person in known])
    rows = [
        {"appointment_id": one.appointment, "person": one.person, "ahead": one.ahead, "due_at": one.due_at}
        for one in planned
    ]
    if rows:
        connection.execute(insert(reminder), rows)


def is_due(connection: Connection, now: int) -> bool:
    return connection.execute(select(reminder.c.person).where(reminder.c.due_at <= now).limit(1)).first() is not None


def take(connection: Connection, now: int, limit: int) -> list[Reminder]:
    """Some of those that are due, the oldest first; they are gone with the commit, so that each is said once, by
    whichever node."""
    key = (reminder.c.appointment_id, reminder.c.person, reminder.c.ahead)
    due = select(*key, reminder.c.due_at).where(reminder.c.due_at <= now).order_by(reminder.c.due_at, *key).limit(limit)
    found = [Reminder(*row) for row in connection.execute(due.with_for_update(skip_locked=True))]
    if found:
        taken = [(one.appointment, one.person, one.ahead) for one in found]
        connection.execute(delete(reminder).where(tuple_(*key).in_(taken)))
    return found

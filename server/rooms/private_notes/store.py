"""All SQL of private notes. Each function takes the author, and finds nothing of anybody else."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, delete, func, select

from server.database import statement
from server.rooms.tables import private_note, room


class PrivateRow(NamedTuple):
    """Times in ms."""

    id: str
    room: str
    text: bytes
    made_at: int
    changed_at: int


_SAVE = statement(
    'INSERT INTO private_note (person, id, room_id, "text", made_at, changed_at) VALUES (?, ?, ?, ?, ?, ?) '
    'ON CONFLICT (person, id) DO UPDATE SET "text" = excluded."text", changed_at = excluded.changed_at'
)


def _of(person: str) -> Select[Any]:
    columns = (private_note.c.id, room.c.key, private_note.c.text, private_note.c.made_at, private_note.c.changed_at)
    return select(*columns).join(room, room.c.id == private_note.c.room_id).where(private_note.c.person == person)


def notes_of(connection: Connection, person: str) -> list[PrivateRow]:
    """The one that was changed last comes first."""
    rows = connection.execute(_of(person).order_by(private_note.c.changed_at.desc(), private_note.c.id))
    return [PrivateRow(*row) for row in rows]


def note_of(connection: Connection, person: str, id: str) -> PrivateRow | None:
    row = connection.execute(_of(person).where(private_note.c.id == id)).first()
    return None if row is None else PrivateRow(*row)


def how_many(connection: Connection, person: str, room_id: int) -> int:
    mine = (private_note.c.person == person, private_note.c.room_id == room_id)
    return connection.execute(select(func.count()).select_from(private_note).where(*mine)).scalar_one()


def save(connection: Connection, person: str, id: str, room_id: int, text: bytes, now: int) -> None:
    connection.exec_driver_sql(_SAVE.on(connection), (person, id, room_id, text, now, now))


def remove(connection: Connection, person: str, id: str) -> bool:
    """False when there is no such note of theirs."""
    mine = delete(private_note).where(private_note.c.person == person, private_note.c.id == id)
    return connection.execute(mine).rowcount > 0

"""All SQL of notes that writes, and the reads that the writer needs. Their room's head is locked by then."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from server.database import statement
from server.rooms.notes.rules import NOTHING
from server.rooms.tables import note, note_entry


class NoteRow(NamedTuple):
    """A note's log as it stands. `stamp`: of its newest entry. `written`: bytes behind the floor."""

    id: int
    offset: int
    floor: int
    stamp: str
    written: int
    compacted_at: int


_ADD = statement(
    'INSERT INTO note_entry (note_id, "offset", at, actor, kind, command_id, body) VALUES (?, ?, ?, ?, ?, ?, ?)'
)
_RAISE = statement('UPDATE note SET "offset" = ?, stamp = ?, written = written + ? WHERE id = ?')
_ROW = statement('SELECT id, "offset", floor, stamp, written, compacted_at FROM note WHERE room_id = ? AND item = ?')


def row_of(connection: Connection, room_id: int, item: int, now: int) -> NoteRow:
    """Its log, which begins here if nobody has written yet."""
    row = connection.exec_driver_sql(_ROW.on(connection), (room_id, item)).first()
    if row is None:
        begun = {"offset": 0, "floor": 0, "stamp": "", "written": 0, "compacted_at": now, "document": NOTHING}
        new = insert(note).values(room_id=room_id, item=item, **begun).returning(note.c.id)
        return NoteRow(connection.execute(new).scalar_one(), 0, 0, "", 0, now)
    return NoteRow(*row)


def parts_of(connection: Connection, note_id: int) -> list[bytes]:
    """What the note consists of: the document, and the updates behind its floor, in their order."""
    document = connection.execute(select(note.c.document).where(note.c.id == note_id)).scalar_one()
    written = select(note_entry.c.body).where(note_entry.c.note_id == note_id, note_entry.c.kind == "note_written")
    return [document, *connection.execute(written.order_by(note_entry.c.offset)).scalars()]


def earlier(connection: Connection, note_id: int, actor: str, command_id: str) -> int | None:
    """The offset of the entry that a command made, as long as it is kept."""
    of_command = (note_entry.c.command_id == command_id, note_entry.c.actor == actor)
    return connection.execute(select(note_entry.c.offset).where(note_entry.c.note_id == note_id, *of_command)).scalar()


def append(
    connection: Connection,
    row: NoteRow,
    at: int,
    actor: str | None,
    kind: str,
    command_id: str,
    body: bytes,
    stamp: str,
) -> NoteRow:
    """One entry. Gives the row as it is then."""
    offset = row.offset + 1
    connection.exec_driver_sql(_ADD.on(connection), (row.id, offset, at, actor, kind, command_id, body))
    connection.exec_driver_sql(_RAISE.on(connection), (offset, stamp, len(body), row.id))
    return row._replace(offset=offset, stamp=stamp, written=row.written + len(body))


def compact(connection: Connection, row: NoteRow, document: bytes, now: int) -> None:
    """Lay the note down as one whole and raise its floor. The newest entry stays, so that a node that has missed it
    still sees that there is one."""
    floor = row.offset - 1
    connection.execute(delete(note_entry).where(note_entry.c.note_id == row.id, note_entry.c.offset <= floor))
    laid_down = {"document": document, "floor": floor, "written": 0, "compacted_at": now}
    connection.execute(update(note).where(note.c.id == row.id).values(**laid_down))

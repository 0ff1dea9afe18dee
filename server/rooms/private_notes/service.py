"""Private notes: written, read and removed by their author. Never commits: the writer does."""

from __future__ import annotations

import re

from server.contract.notes import PRIVATE_NOTE_LIMIT, PrivateNote, PrivateNotes, SetPrivateNote
from server.database import Connection
from server.errors import Refused
from server.policy import Verb
from server.rooms.own import check_open, own_room
from server.rooms.private_notes import store
from server.rooms.private_notes.store import PrivateRow
from server.rooms.things.words import clean_long
from server.unit_of_work import UnitOfWork

NOTES = 200
"""Of a person in a room."""

_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def mine(connection: Connection, person: str) -> PrivateNotes:
    return PrivateNotes(tuple(_shown(row) for row in store.notes_of(connection, person)))


def put(unit: UnitOfWork, person: str, id: str, wanted: SetPrivateNote) -> PrivateNote:
    """Write a note, or other words in it. Raises Refused: not_found, room_closed, text_too_long, text_not_allowed,
    changed_meanwhile, too_many_private_notes."""
    if not _ID.fullmatch(id):
        raise Refused("not_found")
    connection = unit.connection
    head = own_room(connection, wanted.room, person, Verb.DRAFT)
    check_open(connection, head)
    text = clean_long(wanted.text, PRIVATE_NOTE_LIMIT).encode()
    before = store.note_of(connection, person, id)
    if before is None:
        if store.how_many(connection, person, head.room_id) >= NOTES:
            raise Refused("too_many_private_notes", limit=NOTES)
    elif before.room != wanted.room:
        raise Refused("not_found")
    elif before.text == text:
        return _shown(before)
    elif before.changed_at != wanted.changed_at:
        raise Refused("changed_meanwhile", now=_shown(before))
    # Two changes within a millisecond are still two.
    now = unit.now if before is None else max(unit.now, before.changed_at + 1)
    store.save(connection, person, id, head.room_id, text, now)
    if before is not None:
        unit.erases = True
    return PrivateNote(id, wanted.room, text.decode(), now if before is None else before.made_at, now)


def remove(unit: UnitOfWork, person: str, id: str) -> None:
    """Once more changes nothing."""
    unit.erases = store.remove(unit.connection, person, id) or unit.erases


def _shown(row: PrivateRow) -> PrivateNote:
    return PrivateNote(row.id, row.room, row.text.decode(), row.made_at, row.changed_at)

"""Shared notes and private ones, at their doors."""

from __future__ import annotations

from server.contract.commands import Accepted, Done
from server.contract.notes import NoteSnapshot, WriteNote
from server.database import Connection
from server.errors import Refused
from server.rooms.notes import reads
from server.rooms.notes.codec import item_of
from server.rooms.notes.service import Notes
from server.rooms.private_notes import service as private
from server.rooms.service import Rooms
from server.rooms.things.notes import NoteChanged
from server.unit_of_work import UnitOfWork


def write(unit: UnitOfWork, rooms: Rooms, notes: Notes, person: str, command: WriteNote) -> Accepted:
    """Write in a shared note. When it is laid down as one whole, the room's log tells so. Raises Refused."""
    written = notes.write(unit, person, command)
    if written.laid_down:
        rooms.arrange(unit, command.room, NoteChanged(command.item, checkpoint=unit.now))
    return Accepted(written.offset)


def shared(epoch: str, connection: Connection, person: str, room: str, item: str) -> NoteSnapshot:
    """A shared note as it is. Raises Refused not_found for everybody but those who may read it."""
    found = reads.snapshot(connection, room, item_of(item), person)
    if found is None:
        raise Refused("not_found")
    return NoteSnapshot(epoch, *found)


def remove_private(unit: UnitOfWork, person: str, id: str) -> Done:
    private.remove(unit, person, id)
    return Done()

"""How far a person has read: kept for themself alone, and told to their other devices."""

from __future__ import annotations

from server.contract.commands import Done, MarkRead
from server.inbox.codec import read_notice
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork


def mark_read(unit: UnitOfWork, rooms: Rooms, person: str, command: MarkRead) -> Done:
    """Raises Refused."""
    number = rooms.mark_read(unit, person, command)
    if number is not None:
        unit.announce(read_notice(person, command.room, number))
    return Done()

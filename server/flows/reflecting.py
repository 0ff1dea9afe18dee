"""A member's own pages in a room: read and written by their author, and by nobody else."""

from __future__ import annotations

from server.contract.commands import Done
from server.contract.reflections import OwnPages, SaveAnswer
from server.database import Connection
from server.rooms.reflections import service
from server.unit_of_work import UnitOfWork


def mine(connection: Connection, person: str, room: str) -> OwnPages:
    """Raises Refused not_found for everybody but members."""
    return OwnPages(service.pages_of(connection, person, room))


def save(unit: UnitOfWork, person: str, room: str, told: SaveAnswer) -> Done:
    """Raises Refused: not_found, room_closed, bad_request, text_too_long, text_not_allowed."""
    service.save_answer(unit, person, room, told)
    return Done()

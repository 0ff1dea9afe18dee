"""Who shows in a room that they are here: its members, each for themselves."""

from __future__ import annotations

from server.contract.commands import Done, ShowPresence
from server.policy import Verb
from server.presence import service as presence
from server.rooms.service import own_room
from server.unit_of_work import UnitOfWork


def show_presence(unit: UnitOfWork, person: str, command: ShowPresence) -> Done:
    """Raises Refused not_found for everybody but members."""
    own_room(unit.connection, command.room, person, Verb.SHOW_PRESENCE)
    presence.switch(unit, person, command.room, on=command.on)
    return Done()

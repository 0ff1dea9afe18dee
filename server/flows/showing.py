"""Who shows in a room that they are here: its members, each for themselves."""

from __future__ import annotations

from server.contract.commands import Done, ShowPresence
from server.policy import Verb
from server.presence import service as presence
from server.rooms.own import check_open, own_room
from server.unit_of_work import UnitOfWork


def show_presence(unit: UnitOfWork, person: str, command: ShowPresence) -> Done:
    """Raises Refused not_found for everybody but members, room_closed where nothing more comes from anybody."""
    head = own_room(unit.connection, command.room, person, Verb.SHOW_PRESENCE)
    if command.on:
        check_open(unit.connection, head)
    presence.switch(unit, person, command.room, on=command.on)
    return Done()

"""Who is in a room: asked by the people who run its programme, decided in the transaction that writes it."""

from __future__ import annotations

from server.accounts.service import person_exists
from server.contract.commands import Accepted, AddMember, RemoveMember
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.programmes.service import managers_of
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork


def manage(unit: UnitOfWork, rooms: Rooms, actor: str, command: AddMember | RemoveMember) -> Accepted:
    """Add or remove a member. Raises Refused; for who does not run the programme the room does not exist."""
    managers = managers_of(unit.connection, command.room)
    if not may(Actor(actor), Verb.MANAGE, RoomSubject(members=(), managers=managers)):
        raise Refused("not_found")
    if isinstance(command, AddMember) and not person_exists(unit.connection, command.person):
        raise Refused("person_not_found")
    return rooms.execute(unit, RoomCommand(actor, command, digest(command), managers))

"""Who is in a room: asked by the people who run its programme or by the members, decided in the transaction that writes
it, and told to whom it concerns."""

from __future__ import annotations

from server.accounts.service import person_exists
from server.contract.commands import Accepted, AddMember, LeaveRoom, OpenPast, RemoveMember
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.presence import service as presence
from server.programmes.service import is_enrolled, managers_of
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork


def manage(unit: UnitOfWork, rooms: Rooms, actor: str, command: AddMember | RemoveMember) -> Accepted:
    """Add or remove a member. Raises Refused; for who does not run the programme the room does not exist, and for who
    does, nobody outside of the programme."""
    managers = managers_of(unit.connection, command.room)
    if not may(Actor(actor), Verb.MANAGE, RoomSubject(members=(), managers=managers)):
        raise Refused("not_found")
    accepted, after = rooms.carry_out(unit, RoomCommand(actor, command, digest(command), managers))
    if after is None:
        return accepted
    # Behind it, as a no takes back the whole unit: who asks again gets the answer of then, whoever is enrolled by now.
    if isinstance(command, AddMember) and not _may_be_added(unit, command):
        raise Refused("person_not_found")
    presence.forget(unit, command.person, command.room)
    unit.tell(command.person, "room_joined" if isinstance(command, AddMember) else "room_left", command.room)
    return accepted


def _may_be_added(unit: UnitOfWork, command: AddMember) -> bool:
    enrolled = is_enrolled(unit.connection, command.room, command.person)
    return enrolled and person_exists(unit.connection, command.person)


def leave(unit: UnitOfWork, rooms: Rooms, actor: str, command: LeaveRoom) -> Accepted:
    """Leave a room oneself. Raises Refused."""
    accepted, after = rooms.carry_out(unit, RoomCommand(actor, command, digest(command)))
    if after is not None:
        presence.forget(unit, actor, command.room)
        unit.tell(actor, "room_left", command.room)
    return accepted


def open_past(unit: UnitOfWork, rooms: Rooms, actor: str, command: OpenPast) -> Accepted:
    """Agree that a later member reads the past; they hear of it when it opens. Raises Refused."""
    accepted, after = rooms.carry_out(unit, RoomCommand(actor, command, digest(command)))
    if after is not None and after.members[command.person].floor == 0:
        unit.tell(command.person, "room_changed", command.room)
    return accepted

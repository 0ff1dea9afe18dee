"""What those who lead a group do in it: decided and written as an act that everybody there reads, and carried out in
the same transaction."""

from __future__ import annotations

from server.contract.commands import Accepted
from server.errors import Refused
from server.flows import circles
from server.flows.dates import follow_members
from server.presence import service as presence
from server.rooms import reads
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.rooms.things.files.contract import FileRemoved
from server.rooms.things.led.contract import (
    BringBack,
    DropHidden,
    HideMessage,
    LedAct,
    ReturnMessage,
    TakeFileAway,
    TakeOut,
)
from server.unit_of_work import UnitOfWork

Command = HideMessage | ReturnMessage | DropHidden | TakeFileAway | TakeOut | BringBack


def lead(unit: UnitOfWork, rooms: Rooms, actor: str, command: Command) -> Accepted:
    """Raises Refused."""
    accepted, state = rooms.carry_out(unit, RoomCommand(actor, command, digest(command)))
    if state is None:
        return accepted
    match command:
        case HideMessage():
            rooms.withhold(unit, command.room, actor, command.message)
        case ReturnMessage():
            rooms.give_back(unit, command.room, actor, _act(unit, command).message or 0)
        case DropHidden():
            rooms.let_go(unit, command.room, _act(unit, command).message or 0)
        case TakeFileAway():
            rooms.arrange(unit, command.room, FileRemoved(command.file))
        case TakeOut():
            rooms.change_members(unit, command.room, gone=[command.person])
            circles.leave(unit, command.room, command.person)
            _tell(unit, command.person, command.room, "room_left")
        case BringBack():
            act = _act(unit, command)
            if act.role is None or not circles.come_back(unit, command.room, act.person):
                raise Refused("person_not_found")
            rooms.change_members(unit, command.room, joined={act.person: act.role})
            _tell(unit, act.person, command.room, "room_joined")
    return accepted


def _act(unit: UnitOfWork, command: ReturnMessage | DropHidden | BringBack) -> LedAct:
    act = reads.led_act(unit.connection, command.room, command.item)
    assert act is not None
    return act


def _tell(unit: UnitOfWork, person: str, room: str, kind: str) -> None:
    presence.forget(unit, person, room)
    follow_members(unit, room)
    unit.tell(person, kind, room)

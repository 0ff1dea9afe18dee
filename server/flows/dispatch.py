"""The one way of a command into the product, from whichever door: decode, allowance, a place in the writer's queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from math import ceil
from typing import Any, Protocol

import msgspec

from server.catalogue.table import COMMANDS
from server.contract.commands import (
    AddMember,
    EditMessage,
    LeaveRoom,
    MarkRead,
    OpenPast,
    PostMessage,
    React,
    RemoveMember,
    SaveDraft,
    ShowPresence,
    Unreact,
    WithdrawMessage,
)
from server.contract.notes import WriteNote
from server.contract.things import ThingCommand
from server.errors import Refused
from server.flows import dates, leading, meetings, membership, notes, reading, showing
from server.flows.allowance import Allowance
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.notes.service import Notes
from server.rooms.service import Rooms
from server.rooms.things.dates.contract import (
    AcceptTime,
    CancelDate,
    CanCome,
    CannotCome,
    DropTimes,
    MoveDate,
    PlaceDate,
    ProposeTimes,
    RunLate,
)
from server.rooms.things.led.contract import BringBack, DropHidden, HideMessage, ReturnMessage, TakeFileAway, TakeOut
from server.rooms.things.meeting.contract import CorrectMeeting, HoldMeeting, RemoveMeeting
from server.unit_of_work import Outcome, UnitOfWork, Writer, answer_into

Answer = Callable[[Outcome], None]
"""Takes a struct of the contract, a Refused, or an unexpected exception."""

_decoders = {name: msgspec.json.Decoder(command.data) for name, command in COMMANDS.items()}


class MethodUnknown(Exception):
    """There is no such command."""


class DirectWriter(Protocol):
    """What commands need of the writer."""

    def append(self, command: RoomCommand, answer: Answer, sender: str) -> None: ...

    def submit(self, unit: Callable[[UnitOfWork], Any], answer: Answer) -> None: ...


class Dispatch:
    """`allowance` is None when limits are off (benchmarks on loopback); `writing` is the one of shared notes, where who
    types sends something five times a second."""

    def __init__(
        self,
        writer: Writer[RoomCommand],
        rooms: Rooms,
        allowance: Allowance | None,
        writing: Allowance | None = None,
    ) -> None:
        self._writer: DirectWriter = writer
        self._rooms = rooms
        self._notes = Notes()
        self._allowance = allowance
        self._writing = writing

    def call(self, person: str, method: str, data: bytes, answer: Answer) -> None:
        """Never blocks. Raises MethodUnknown, Refused, and what `UNREADABLE` names; everything that the
        writer decides comes through `answer`."""
        decoder = _decoders.get(method)
        if decoder is None:
            raise MethodUnknown(method)
        command = decoder.decode(data)
        _check_allowance(self._writing if isinstance(command, WriteNote) else self._allowance, person)
        match command:
            case HoldMeeting() | CorrectMeeting() | RemoveMeeting():
                met = command
                self._writer.submit(lambda unit: meetings.record(unit, self._rooms, person, met), answer)
            case (
                ProposeTimes()
                | AcceptTime()
                | MoveDate()
                | PlaceDate()
                | DropTimes()
                | CancelDate()
                | CannotCome()
                | CanCome()
                | RunLate()
            ):
                arranged = command
                self._writer.submit(lambda unit: dates.arrange(unit, self._rooms, person, arranged), answer)
            case HideMessage() | ReturnMessage() | DropHidden() | TakeFileAway() | TakeOut() | BringBack():
                led = command
                self._writer.submit(lambda unit: leading.lead(unit, self._rooms, person, led), answer)
            case PostMessage() | EditMessage() | WithdrawMessage() | React() | Unreact() | ThingCommand():
                self._writer.append(RoomCommand(person, command, digest(command)), answer, person)
            case AddMember() | RemoveMember():
                managed = command
                self._writer.submit(lambda unit: membership.manage(unit, self._rooms, person, managed), answer)
            case LeaveRoom():
                left = command
                self._writer.submit(lambda unit: membership.leave(unit, self._rooms, person, left), answer)
            case OpenPast():
                agreed = command
                self._writer.submit(lambda unit: membership.open_past(unit, self._rooms, person, agreed), answer)
            case SaveDraft():
                saved = command
                self._writer.submit(lambda unit: self._rooms.save_draft(unit, person, saved), answer)
            case MarkRead():
                marked = command
                self._writer.submit(lambda unit: reading.mark_read(unit, self._rooms, person, marked), answer)
            case WriteNote():
                written = command
                self._writer.submit(lambda unit: notes.write(unit, self._rooms, self._notes, person, written), answer)
            case ShowPresence():
                switched = command
                self._writer.submit(lambda unit: showing.show_presence(unit, person, switched), answer)
            case _:
                raise MethodUnknown(method)

    async def run(self, person: str, method: str, data: bytes) -> msgspec.Struct:
        """As `call`, waiting. Raises what the command raises."""
        future: asyncio.Future[msgspec.Struct] = asyncio.get_running_loop().create_future()
        self.call(person, method, data, answer_into(future))
        return await future


def _check_allowance(allowance: Allowance | None, person: str) -> None:
    """Raises Refused too_fast."""
    if allowance is None:
        return
    wait = allowance.take(person)
    if wait:
        raise Refused("too_fast", seconds=ceil(wait))

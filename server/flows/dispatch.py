"""The one way of a command into the product, from whichever door: decode, allowance, a place in the writer's queue."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from math import ceil
from typing import Any, Protocol

import msgspec

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
from server.contract.table import COMMANDS
from server.errors import Refused
from server.flows import membership, reading, showing
from server.flows.allowance import Allowance
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
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
    """`allowance` is None when limits are off (benchmarks on loopback)."""

    def __init__(self, writer: Writer[RoomCommand], rooms: Rooms, allowance: Allowance | None) -> None:
        self._writer: DirectWriter = writer
        self._rooms = rooms
        self._allowance = allowance

    def call(self, person: str, method: str, data: bytes, answer: Answer) -> None:
        """Never blocks. Raises MethodUnknown, Refused, and what `UNREADABLE` names; everything that the
        writer decides comes through `answer`."""
        decoder = _decoders.get(method)
        if decoder is None:
            raise MethodUnknown(method)
        command = decoder.decode(data)
        self._check_allowance(person)
        match command:
            case PostMessage() | EditMessage() | WithdrawMessage() | React() | Unreact():
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

    def _check_allowance(self, person: str) -> None:
        if self._allowance is None:
            return
        wait = self._allowance.take(person)
        if wait:
            raise Refused("too_fast", seconds=ceil(wait))

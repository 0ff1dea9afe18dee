"""Rooms without a server around them: empty tables, the real writer, and ears for what it announces."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from typing import Any, TypeVar

from sqlalchemy import Table

from server.contract.commands import (
    Accepted,
    AddMember,
    EditMessage,
    LeaveRoom,
    MarkRead,
    OpenPast,
    PostMessage,
    Quote,
    React,
    RemoveMember,
    Unreact,
    WithdrawMessage,
)
from server.contract.entries import FoundingMember
from server.contract.things import ThingCommand
from server.database import Database, open_database
from server.errors import Refused
from server.inbox.service import write_told
from server.publication import Announcement, Publication
from server.rooms import reads, tables
from server.rooms.codec import digest
from server.rooms.model import Command, RoomCommand
from server.rooms.search import tables as search_tables
from server.rooms.service import Rooms, open_room
from server.rooms.things.files.contract import AddFile
from server.unit_of_work import Outcome, UnitOfWork, Writer

T = TypeVar("T")

MANAGER = "mira"
"""Runs the programme of every room here, and is a member of none."""

TABLES = [table for of in (tables, search_tables) for table in vars(of).values() if isinstance(table, Table)]


class Ears:
    """An announcer that remembers what it heard, and when: `log` has what happened in order."""

    def __init__(self) -> None:
        self.heard: list[Announcement] = []
        self.log: list[str] = []

    @property
    def publications(self) -> list[Publication]:
        return [one for one in self.heard if isinstance(one, Publication)]

    def stage(self, announcements: Sequence[Announcement]) -> None:
        self.heard.extend(announcements)
        self.log.append(f"stage {len(announcements)}")

    def flush(self) -> None:
        self.log.append("flush")


@dataclass(slots=True)
class House:
    database: Database
    rooms: Rooms = field(default_factory=Rooms)
    ears: Ears = field(default_factory=Ears)
    now: int = 1_000_000
    tick: int = 1_000
    """Time goes on with each transaction."""
    ids: count[int] = field(default_factory=count)

    def clock(self) -> int:
        self.now += self.tick
        return self.now

    def writer(self, rooms: Rooms | None = None) -> Writer[RoomCommand]:
        return Writer(self.database.writer, rooms or self.rooms, self.ears, self.clock, write_told)

    async def open(self, key: str = "r", *founders: str) -> None:
        members = [FoundingMember(person, "mentor") for person in founders or ("ana", "bor")]
        (outcome,) = await self.commit(lambda unit: open_room(unit, key, "pair", members, self.id()))
        assert outcome is None

    async def commit(self, *works: RoomCommand | Callable[[UnitOfWork], Any]) -> list[Outcome]:
        """Everything in one batch of one writer, which ends with it: appends as they are, functions as units."""
        writer = self.writer()
        outcomes: list[Outcome] = [None] * len(works)
        for place, work in enumerate(works):
            answer = partial(outcomes.__setitem__, place)
            if isinstance(work, RoomCommand):
                writer.append(work, answer)
            else:
                writer.submit(work, answer)
        writer.start()
        await writer.close()
        return outcomes

    async def ask(self, *works: RoomCommand | Callable[[UnitOfWork], Any]) -> list[int | str | None]:
        """As `commit`, in short: the offset, or the code of the refusal."""
        return [short(outcome) for outcome in await self.commit(*works)]

    async def read(self, query: Callable[..., T], *arguments: Any) -> T:
        return await self.database.read(lambda connection: query(connection, *arguments))

    async def entries(self, person: str, since: int = 0, key: str = "r") -> list[Publication] | None:
        opened = await self.read(reads.open_log, key, person, since)
        assert opened is not None
        return opened.publications

    async def snapshot(self, person: str, key: str = "r") -> reads.Snapshot:
        found = await self.read(reads.snapshot, key, person)
        assert found is not None
        return found

    def id(self) -> str:
        return f"c{next(self.ids)}"

    # Commands, each with an id of its own unless one is given.

    def post(
        self,
        actor: str,
        text: str,
        reply_to: int | None = None,
        quote: Quote | None = None,
        *,
        id: str = "",
        key: str = "r",
    ) -> RoomCommand:
        return asked(actor, PostMessage(key, id or self.id(), text, reply_to, quote))

    def bring(self, actor: str, name: str = "a.pdf", *, key: str = "r") -> RoomCommand:
        return asked(actor, AddFile(key, self.id(), name, 9, "application/pdf", "0" * 16))

    def edit(self, actor: str, message: int, text: str, *, id: str = "", key: str = "r") -> RoomCommand:
        return asked(actor, EditMessage(key, id or self.id(), message, text))

    def withdraw(self, actor: str, message: int, *, id: str = "", key: str = "r") -> RoomCommand:
        return asked(actor, WithdrawMessage(key, id or self.id(), message))

    def react(self, actor: str, message: int, emoji: str, *, id: str = "", key: str = "r") -> RoomCommand:
        return asked(actor, React(key, id or self.id(), message, emoji))

    def unreact(self, actor: str, message: int, emoji: str, *, id: str = "", key: str = "r") -> RoomCommand:
        return asked(actor, Unreact(key, id or self.id(), message, emoji))

    def read_to(self, person: str, number: int, *, key: str = "r") -> Callable[[UnitOfWork], Any]:
        return lambda unit: self.rooms.mark_read(unit, person, MarkRead(key, number))

    def leave(self, actor: str, *, key: str = "r") -> RoomCommand:
        return asked(actor, LeaveRoom(key, self.id()))

    def open_past(self, actor: str, person: str, *, key: str = "r") -> RoomCommand:
        return asked(actor, OpenPast(key, self.id(), person))

    def add(self, person: str, *, by: str = MANAGER, key: str = "r", id: str = "") -> RoomCommand:
        return asked(by, AddMember(key, id or self.id(), person, "guest"), (MANAGER,))

    def remove(self, person: str, *, by: str = MANAGER, key: str = "r", id: str = "") -> RoomCommand:
        return asked(by, RemoveMember(key, id or self.id(), person), (MANAGER,))


def asked(actor: str, command: Command | ThingCommand, managers: tuple[str, ...] = ()) -> RoomCommand:
    return RoomCommand(actor, command, digest(command), managers)


def short(outcome: Outcome) -> int | str | None:
    match outcome:
        case Accepted(offset):
            return offset
        case Refused():
            return str(outcome.code)
        case Exception():
            raise outcome
        case _:
            return None


@contextlib.asynccontextmanager
async def open_house(url: str) -> AsyncIterator[House]:
    database = open_database(url)
    try:
        yield House(database)
    finally:
        await database.close()

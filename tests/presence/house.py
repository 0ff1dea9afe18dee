"""Presence without a server around it: nodes of one process on one database, with readers that are only named."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from typing import Any

import msgspec

from server.database import Database, open_database
from server.presence.memory import MemoryBoard, MemoryWall
from server.presence.service import Ports, Presence, forget, switch
from server.publication import Announcement, Notice, Showing
from server.unit_of_work import UnitOfWork, Writer
from tests.rooms.house import Ears

Heard = tuple[str, str]
"""What, and of whom."""


class Node:
    """`told` is what was pushed here: to whom, what, of whom. `readers` are subscriptions: room, person, client."""

    def __init__(self, house: House) -> None:
        self.told: list[tuple[frozenset[str], str, str]] = []
        self.readers: list[tuple[str, str, str]] = []
        self._house = house
        ports = Ports(self.hear, house.notify, lambda room: [(who, by) for r, who, by in self.readers if r == room])
        key, board = b"k" * 32, MemoryBoard(house.wall)
        self.board = board
        self.presence = Presence(board, house.database, house.writer, key, house.clock, ports, lambda: house.now)

    def hear(self, notice: Notice) -> None:
        assert notice.audience is not None, "nobody else may hear of it"
        whose = "" if notice.info is None else notice.info.person
        data: dict[str, Any] = msgspec.json.decode(notice.data) if notice.data else {}
        what = str(data.get("people") or data.get("kind") or notice.kind)
        if notice.info is not None and notice.info.about:
            what += " away"
        self.told.append((notice.audience, what, whose))

    async def heard(self, person: str = "") -> list[Heard]:
        """What came since the last look; with `person` what is for them."""
        await self._house.settle()
        told, self.told = self.told, []
        return [(what, whose) for audience, what, whose in told if not person or person in audience]

    def arrive(self, person: str, client: str = "", room: str = "r") -> None:
        client = client or person
        self.readers.append((room, person, client))
        self.presence.arrived(room, person, client)

    def depart(self, person: str, client: str = "", room: str = "r", *, deliberate: bool = False) -> None:
        client = client or person
        self.readers.remove((room, person, client))
        self.presence.departed(room, person, client, deliberate=deliberate)

    async def here(self, person: str, room: str = "r") -> dict[str, bool]:
        """Who is here for this person, and whether they are away."""
        found = await self.presence.here(room, person)
        assert all(client == info.client for client, info in found.items())
        return {info.person: bool(info.about) for info in found.values()}


class House:
    """`hints` tells whether nodes hear of choices that were made on another one."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.now = 0.0
        self.hints = True
        self.wall = MemoryWall()
        self.ears = Ears()
        self.ears_at = 0
        self.writer: Writer[Any] = Writer(database.writer, _NoLane(), self.ears, self.clock)
        self.nodes = [Node(self), Node(self)]

    def clock(self) -> int:
        return int(self.now * 1000) + 1_000_000

    def notify(self, notice: Notice) -> None:
        for node in self.nodes:
            node.hear(notice)

    async def show(self, person: str, *, on: bool = True, room: str = "r") -> None:
        await self.run(lambda unit: switch(unit, person, room, on=on))

    async def forget(self, person: str, room: str = "r") -> None:
        await self.run(lambda unit: forget(unit, person, room))

    async def run(self, work: Any) -> None:
        await self.writer.run(work)
        self.announce()

    def announce(self) -> None:
        """What was committed, to the first node at once and to the other one by a hint."""
        heard: Sequence[Announcement] = self.ears.heard[self.ears_at :]
        self.ears_at = len(self.ears.heard)
        for one in heard:
            if isinstance(one, Showing):
                for node in self.nodes if self.hints else self.nodes[:1]:
                    node.presence.show(one)

    async def settle(self) -> None:
        """Everything that goes on by itself has gone on."""
        for _ in range(6):
            await asyncio.sleep(0)

    async def wait(self, seconds: float) -> None:
        self.now += seconds
        for node in self.nodes:
            node.presence.tick()
        await self.settle()


class _NoLane:
    def commit(self, unit: UnitOfWork, commands: Sequence[Any]) -> list[Any]:
        raise AssertionError


@contextlib.asynccontextmanager
async def open_house(url: str) -> AsyncIterator[House]:
    database = open_database(url)
    try:
        house = House(database)
        house.writer.start()
        for node in house.nodes:
            await node.board.start(node.presence.seen)
        yield house
        await house.writer.close()
    finally:
        await database.close()

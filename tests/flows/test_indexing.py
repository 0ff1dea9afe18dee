"""What was said can be found within a second, also after a restart; what was taken back leaves the file by itself."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text as sql

from server.flows.indexing import Indexing
from server.rooms.model import RoomCommand
from server.rooms.service import Rooms
from server.unit_of_work import Writer, answer_into
from tests.rooms.house import House, open_house
from tests.waiting import until

WORD = "zlatorog"


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    async with open_house(database_url) as house:
        await house.open()
        yield house


@contextlib.asynccontextmanager
async def followed(house: House) -> AsyncIterator[Writer[RoomCommand]]:
    """A node's writer with its follower."""
    heard: list[Indexing] = []

    def worded(changed: frozenset[int], erased: bool) -> None:
        heard[0].worded(changed, erased)

    rooms = Rooms(worded=worded)
    writer = house.writer(rooms)
    heard.append(Indexing(house.database, writer))
    writer.start()
    running = asyncio.create_task(heard[0].run())
    yield writer
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await writer.close()


async def say(writer: Writer[RoomCommand], command: RoomCommand) -> None:
    answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
    writer.append(command, answer_into(answer))
    await answer


async def is_kept(house: House, words: int) -> None:
    async with asyncio.timeout(20):
        while await house.read(lambda c: c.execute(sql("SELECT count(*) FROM search_words")).scalar_one()) != words:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_a_node_follows_what_it_commits_and_what_an_earlier_one_has_left(house: House) -> None:
    # Nobody followed this.
    await house.ask(house.post("ana", "pre"))
    async with followed(house) as writer:
        await is_kept(house, 1)
        await say(writer, house.post("bor", "posle"))
        await is_kept(house, 2)
        await say(writer, house.withdraw("bor", 3))
        await is_kept(house, 1)
    async with followed(house) as writer:
        await say(writer, house.post("bor", "opet"))
        await is_kept(house, 2)


async def test_what_is_taken_back_leaves_every_byte_while_the_server_runs(sqlite_url: str) -> None:
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    files = [file, file.with_name(file.name + "-wal")]

    def holds() -> bool:
        return any(WORD.encode() in one.read_bytes().lower() for one in files if one.exists())

    async with open_house(sqlite_url) as house:
        await house.open()
        async with followed(house) as writer:
            await say(writer, house.post("ana", f"Zdravo, {WORD}!"))
            await say(writer, house.post("bor", "Ostaje"))
            await is_kept(house, 2)
            assert holds()
            await say(writer, house.withdraw("ana", 2))
            await until(lambda: not holds(), 40)
            await is_kept(house, 1)

"""A room that is closed stays as it was: nothing is added, and who wrote something can still take it back."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from server.contract.entries import FoundingMember
from server.database import Connection
from server.rooms import reads, tables
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.service import Rooms, open_room
from tests.rooms.house import House, open_house
from tests.rooms.oracle import readable


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    async with open_house(database_url) as house:
        await house.open()
        await house.ask(house.post("ana", "Zdravo"), house.react("bor", 2, "👍"))
        yield house


async def close(house: House, id: str = "close") -> None:
    await house.commit(lambda unit: house.rooms.close(unit, "r", "stopped", id))


async def test_a_closed_room_takes_nothing_more_and_gives_back_what_was_said(house: House) -> None:
    await close(house)
    asked = (
        house.post("bor", "Still there?"),
        house.edit("ana", 2, "Zdravo!"),
        house.react("ana", 2, "👏"),
        house.unreact("bor", 2, "👍"),
        house.add("vesna"),
    )
    assert await house.ask(*asked) == ["room_closed"] * len(asked)
    assert await house.ask(house.withdraw("ana", 2), house.leave("bor"), house.remove("ana")) == [5, None, None]


async def test_who_does_not_read_it_is_not_told_that_it_is_closed(house: House) -> None:
    await close(house)
    assert await house.ask(house.post("vesna", "Hello?"), house.add("goran", by="vesna")) == ["not_found", "not_found"]


async def test_the_entry_is_the_servers_and_says_why_once(house: House) -> None:
    await close(house)
    await close(house, "again")
    entries = await house.entries("bor", 3)
    assert entries is not None
    (entry,) = [readable(one.data) for one in entries]
    assert (entry["kind"], entry.get("actor"), entry["body"]) == ("room_closed", None, {"reason": "stopped"})
    assert house.ears.publications[-1].data == entries[0].data
    assert (await house.snapshot("ana")).state.closed == "stopped"
    assert [card.closed for card in await house.read(reads.cards, "ana")] == ["stopped"]


async def test_a_node_that_knew_it_open_finds_it_closed(house: House) -> None:
    other = Rooms()
    await house.commit(lambda unit: other.close(unit, "r", "ended", "close"))
    assert await house.ask(house.post("bor", "Still there?")) == ["room_closed"]


async def test_a_rebuilding_finds_it_closed_again(house: House) -> None:
    await close(house)

    def rebuilt(connection: Connection) -> str | None:
        for room_id in room_ids(connection):
            rebuild_room(connection, room_id)
        return connection.execute(select(tables.room.c.closed)).scalar_one()

    assert await house.database.write_once(rebuilt) == "stopped"
    assert (await house.snapshot("ana")).state.closed == "stopped"


async def test_first_words_stand_above_whatever_floor(house: House) -> None:
    words = {"sl": "Dobrodošla.", "mk": "Добредојде."}
    await house.commit(
        lambda unit: open_room(unit, "w", "pair", [FoundingMember("ana", "mentor")], "w1", first_words=words)
    )
    await house.ask(house.post("ana", "Zdravo", key="w"), house.add("vesna", key="w"))
    for person in ("ana", "vesna"):
        assert (await house.snapshot(person, "w")).first_words == words
    assert (await house.snapshot("ana")).first_words == {}

"""Who is told that somebody has spoken: members who are connected, each once a second and room."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from server.fanout.memory import MemoryBus, MemoryFanout
from server.fanout.port import Hint, PeopleHint
from server.flows.unread_notices import HINT_PEOPLE, NOTICES_AT_ONCE, UnreadNotices
from server.publication import Notice
from server.rooms.service import Rooms
from tests.rooms.house import House, open_house
from tests.waiting import until


class Ears:
    """A node on which some people are connected; `heard` lists (person, room, talk, mentioned)."""

    def __init__(self, bus: MemoryBus, *here: str) -> None:
        self.fanout = MemoryFanout(bus)
        self.here = {f"person:{person}" for person in here}
        self.deliveries: list[Sequence[Notice]] = []
        self.hints: list[Hint] = []
        self.unread = UnreadNotices(self.fanout, self.here.__contains__, self.deliveries.append)

    async def start(self) -> None:
        await self.fanout.start(self.hear)

    def hear(self, hint: Hint) -> None:
        self.hints.append(hint)
        assert isinstance(hint, PeopleHint)
        self.unread.hear(hint.notices)

    @property
    def heard(self) -> set[tuple[Any, ...]]:
        found = []
        for one in (notice for some in self.deliveries for notice in some):
            told = json.loads(one.data)
            assert told.pop("kind") == "unread"
            found.append((one.channel.removeprefix("person:"), *told.values()))
        assert len(set(found)) == len(found), "twice"
        return set(found)


async def spoken(house: House, ears: Ears) -> None:
    house.rooms = Rooms(ears.unread.spoken)
    await house.open("r", "ana", "bor", "vesna")
    await house.open("s", "ana", "goran")
    await ears.unread.tell()
    assert ears.deliveries == []


async def test_a_second_of_talk_is_one_notice_for_each_member_who_is_here(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        ears = Ears(MemoryBus(), "ana", "bor", "goran", "mira")
        await spoken(house, ears)
        await house.ask(
            *(house.post("ana", str(n)) for n in range(9)), house.post("goran", "@[ana] @[goran] @[bor]?", key="s")
        )
        await house.ask(house.react("bor", 2, "👍"), house.edit("ana", 3, "3"), house.withdraw("ana", 2))
        await ears.unread.tell()
        # Vesna is not connected, Mira no member; who spoke alone in a room is told nothing of it.
        assert ears.heard == {("bor", "r", 9, False), ("ana", "s", 1, True)}
        await ears.unread.tell()
        assert len(ears.heard) == 2


async def test_who_spoke_among_others_is_told_of_the_others(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        ears = Ears(MemoryBus(), "ana", "bor", "vesna")
        await spoken(house, ears)
        await house.ask(house.post("ana", "One"), house.post("bor", "Two, @[vesna]"))
        await house.ask(house.post("ana", "Three"))
        await ears.unread.tell()
        assert ears.heard == {("ana", "r", 3, False), ("bor", "r", 3, False), ("vesna", "r", 3, True)}


async def test_who_was_taken_out_meanwhile_is_told_nothing(sqlite_url: str) -> None:
    async with open_house(sqlite_url) as house:
        ears = Ears(MemoryBus(), "bor", "vesna")
        await spoken(house, ears)
        await house.ask(house.post("ana", "One"))
        await house.ask(house.remove("bor"))
        await ears.unread.tell()
        assert ears.heard == {("vesna", "r", 1, False)}


async def test_what_was_undone_is_told_to_nobody(sqlite_url: str) -> None:
    def undone(unit: Any) -> None:
        house.rooms.execute(unit, house.post("ana", "One"))
        raise ZeroDivisionError

    async with open_house(sqlite_url) as house:
        ears = Ears(MemoryBus(), "bor", "vesna")
        await spoken(house, ears)
        await house.commit(undone)
        await ears.unread.tell()
        assert ears.deliveries == []


async def test_other_nodes_hear_of_a_second_in_few_hints(sqlite_url: str) -> None:
    many = [f"u{number}" for number in range(2 * HINT_PEOPLE + 10)]
    async with open_house(sqlite_url) as house:
        bus = MemoryBus()
        here, there = Ears(bus, *many[: NOTICES_AT_ONCE + 1]), Ears(bus, many[0], many[-1], "ana")
        await here.start()
        await there.start()
        await spoken(house, here)
        await house.open("hall", *many)
        await house.ask(*(house.post(many[0], str(n), key="hall") for n in range(50)), house.post("ana", "One"))
        await here.unread.tell()
        await until(lambda: len(there.heard) == 1)
        assert there.heard == {(many[-1], "hall", 50, False)}
        assert len(there.hints) <= 4
        assert {person for person, *_ in here.heard} == set(many[1 : NOTICES_AT_ONCE + 1])
        assert [len(some) for some in here.deliveries] == [NOTICES_AT_ONCE]

"""A person's own log: in order, whole or not at all, and no longer than is of use; on both databases."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select

from server.contract.entries import PersonKind
from server.errors import Refused
from server.flows import channels
from server.inbox import reads
from server.inbox.reads import Opened
from server.inbox.store import ENTRIES_KEPT
from server.inbox.tables import inbox_entry, inbox_head
from server.unit_of_work import UnitOfWork
from tests.rooms.house import House, open_house


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    async with open_house(database_url) as house:
        yield house


async def told(house: House, *people: str, kind: PersonKind = "room_joined", about: str | None = "r") -> None:
    def unit(unit: UnitOfWork) -> None:
        for person in people:
            unit.tell(person, kind, about)

    await house.ask(unit)


async def test_each_person_has_offsets_of_their_own(house: House) -> None:
    await told(house, "bor", "ana", "ana")
    at = house.now
    await told(house, "ana", kind="logins_changed", about=None)
    heard = [(one.channel, one.offset) for one in house.ears.publications]
    assert heard == [("person:ana", 1), ("person:bor", 1), ("person:ana", 2)]
    opened = await house.read(reads.open_log, "ana", 0)
    assert opened.top == 2
    assert opened.publications is not None
    assert [json.loads(one.data) for one in opened.publications] == [
        {"kind": "room_joined", "at": at, "id": "r"},
        {"kind": "logins_changed", "at": house.now},
    ]
    assert opened.publications == [one for one in house.ears.publications if one.channel == "person:ana"]
    assert await house.read(reads.open_log, "ana", 2) == await house.read(reads.open_log, "ana", None) == Opened(2, [])


async def test_who_was_never_told_anything_costs_no_row_and_stands_at_nothing(house: House) -> None:
    assert await house.read(reads.open_log, "ana", None) == await house.read(reads.open_log, "ana", 0) == Opened(0, [])
    assert await house.read(reads.open_log, "ana", 7) == Opened(0, None)
    assert await house.read(lambda c: c.execute(select(func.count()).select_from(inbox_head)).scalar()) == 0


async def test_what_is_undone_was_never_told(house: House) -> None:
    def undone(unit: UnitOfWork) -> None:
        unit.tell("ana", "room_left", "r")
        raise Refused("unavailable")

    await house.ask(undone)
    assert house.ears.heard == []
    assert await house.read(reads.open_log, "ana", None) == Opened(0, [])


async def test_only_the_newest_entries_are_kept_and_who_is_further_behind_begins_anew(house: House) -> None:
    def many(unit: UnitOfWork) -> None:
        for number in range(ENTRIES_KEPT + 10):
            unit.tell("ana", "room_changed", f"r{number}")

    await house.ask(many)
    top = ENTRIES_KEPT + 10
    whole = await house.read(reads.open_log, "ana", 10)
    assert [one.offset for one in whole.publications or ()] == list(range(11, top + 1))
    assert await house.read(reads.open_log, "ana", 9) == Opened(top, None)
    assert await house.read(reads.open_log, "ana", top + 1) == Opened(top, None)
    assert await house.read(lambda c: c.execute(select(func.count()).select_from(inbox_entry)).scalar()) == ENTRIES_KEPT


async def test_the_logs_of_rooms_and_people_are_found_by_their_channels(house: House) -> None:
    await house.open()
    await told(house, "ana", "bor")
    heads = await house.read(channels.heads_of, ["room:r", "person:ana", "person:iva", "room:none", "note:r", ""])
    assert heads == {"room:r": 1, "person:ana": 1}
    assert [one.offset for one in await house.read(channels.entries_after, "person:bor", 0, 9)] == [1]
    assert [one.offset for one in await house.read(channels.entries_after, "room:r", 0, 9)] == [1]


@pytest.mark.parametrize("channel", ["person:bor", "person:", "person", "Person:ana", "person:ana\n", "person:nobody"])
async def test_nobody_elses_log_can_be_opened(house: House, channel: str) -> None:
    await told(house, "ana", "bor")
    assert await house.read(channels.open_log, channel, "ana", None) is None
    assert await house.read(channels.open_log, "person:ana", "ana", None) == channels.Opened(1, [])

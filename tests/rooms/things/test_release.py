"""Two keys: nothing is open before all agree, whoever comes or goes ends it, and each withdraws it alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from server.rooms import reads
from server.rooms.tables import entry
from server.rooms.things.release.contract import AgreeToRelease, ProposeRelease, ReleaseChanged, WithdrawRelease
from server.rooms.things.release.rules import is_readable
from tests.rooms.house import House, asked

TODAY = date(1970, 1, 1)
"""In a house time begins with the first day."""


def propose(house: House, actor: str = "ana", **fields: Any) -> Any:
    given = {"words": "Three sketches", "scope": "the yearbook", "reader": "its editor", "until": TODAY}
    return asked(actor, ProposeRelease("r", house.id(), **(given | fields)))


def agree(house: House, actor: str, item: int) -> Any:
    return asked(actor, AgreeToRelease("r", house.id(), item))


def withdraw(house: House, actor: str, item: int) -> Any:
    return asked(actor, WithdrawRelease("r", house.id(), item))


async def kept(house: House, person: str = "ana") -> list[dict[str, Any]]:
    return msgspec.json.decode((await house.snapshot(person)).things.get("releases", b"[]"))


async def readable(house: House, item: int) -> bool:
    found = await house.read(reads.released, "r", item)
    return found is not None and is_readable(found[0], found[1].members, house.now)


async def test_it_is_open_when_the_last_one_agrees_and_never_before(house: House) -> None:
    assert await house.ask(propose(house), agree(house, "ana", 2)) == [2, 3]
    assert not await readable(house, 2), "whoever proposes it has one key"
    assert await house.ask(agree(house, "bor", 2)) == [4]
    (one,) = await kept(house)
    assert (one["body"]["state"], one["body"]["agreed"]) == ("open", ["ana", "bor"])
    assert await readable(house, 2)
    house.now += 86_400_000
    assert not await readable(house, 2), "its last day is past"
    assert await house.ask(agree(house, "bor", 2)) == ["release_over"]


async def test_whoever_comes_or_goes_ends_it(house: House) -> None:
    await house.ask(propose(house), agree(house, "bor", 2), propose(house))
    await house.ask(house.add("vesna"))
    assert not await readable(house, 2), "who came has not agreed"
    assert await house.ask(agree(house, "bor", 4), agree(house, "vesna", 2)) == ["release_lapsed", "item_not_found"]
    await house.ask(propose(house, "bor"))
    offset = (await kept(house))[-1]["id"]
    await house.ask(agree(house, "ana", offset), house.remove("vesna"))
    assert await house.ask(agree(house, "ana", offset)) == ["release_lapsed"], "taking out who said no opens nothing"
    assert not await readable(house, offset)


async def test_whose_words_they_are_has_to_be_there(house: House) -> None:
    await house.ask(house.add("vesna"), house.post("vesna", "Mine"), house.post("ana", "Taken back"))
    await house.ask(house.withdraw("ana", 4))
    assert await house.ask(propose(house, message=3), propose(house, message=4), propose(house, message=99)) == [
        6,
        "message_withdrawn",
        "message_not_found",
    ]
    await house.ask(house.remove("vesna"))
    assert await house.ask(propose(house, message=3)) == ["author_has_left"]
    await house.ask(house.remove("bor"))
    assert await house.ask(propose(house)) == ["nobody_to_agree"]


async def test_either_withdraws_it_alone_and_nothing_stays_that_nobody_read(house: House) -> None:
    await house.ask(propose(house, words="Canary"), agree(house, "bor", 2))
    assert await house.ask(withdraw(house, "bor", 2)) == [4]
    assert await kept(house) == []
    rows = await house.read(lambda connection: list(connection.execute(entry.select())))
    assert all(b"Canary" not in (row.body or b"") for row in rows)


async def test_what_was_read_stays_written_down_and_can_be_read_no_more(house: House) -> None:
    await house.ask(propose(house), agree(house, "bor", 2))
    await house.commit(lambda unit: house.rooms.arrange(unit, "r", ReleaseChanged(2, read_at=unit.now)))
    assert await house.ask(withdraw(house, "bor", 2), withdraw(house, "ana", 2)) == [5, "release_over"]
    (one,) = await kept(house)
    assert one["body"]["state"] == "withdrawn"
    assert one["body"]["read_at"] == house.now - 1_000
    assert not await readable(house, 2)
    assert [one.offset for one in house.ears.publications] == [1, 2, 3, 4, 5]


async def test_in_a_closed_room_it_can_still_be_taken_away(house: House) -> None:
    await house.ask(propose(house), agree(house, "bor", 2))
    await house.commit(lambda unit: house.rooms.close(unit, "r", "ended", "close"))
    await house.commit(lambda unit: house.rooms.arrange(unit, "r", ReleaseChanged(2, read_at=unit.now)))
    assert await readable(house, 2)
    assert await house.ask(propose(house), agree(house, "ana", 2), withdraw(house, "bor", 2)) == [
        "room_closed",
        "room_closed",
        6,
    ]
    assert await kept(house) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"words": " "}, "text_empty"),
        ({"words": "x" * 8_001}, "text_too_long"),
        ({"words": "a\x00"}, "text_not_allowed"),
        ({"reader": ""}, "text_empty"),
        ({"scope": "x" * 201}, "text_too_long"),
        ({"until": TODAY - timedelta(days=1)}, "until_invalid"),
        ({"until": TODAY + timedelta(days=367)}, "until_invalid"),
        ({"until": datetime.max.replace(tzinfo=UTC).date()}, "until_invalid"),
    ],
)
async def test_what_cannot_be_proposed(house: House, fields: dict[str, Any], code: str) -> None:
    assert await house.ask(propose(house, **fields)) == [code]

"""The standing call of a room: set by either, and what is there when it does not work."""

from __future__ import annotations

from typing import Any

import msgspec

from server.rooms.things.call.contract import RemoveCall, SetCall, TellTrouble
from tests.rooms.house import House, asked

LINK = "https://meet.example.org/a-room"


def put(house: House, actor: str = "ana", **fields: Any) -> Any:
    return asked(actor, SetCall("r", house.id(), **fields))


async def calls(house: House, person: str = "ana") -> list[dict[str, Any]]:
    found = (await house.snapshot(person)).things
    return [one["body"] for one in msgspec.json.decode(found.get("calls", b"[]"))]


async def test_there_is_one_call_also_when_two_set_it_at_once(house: House) -> None:
    assert await house.ask(
        put(house, link=LINK), put(house, "bor", link="https://zoom.us/j/1", fallback="Telephone")
    ) == [
        2,
        3,
    ]
    (call,) = await calls(house)
    assert (call["link"], call["fallback"]) == ("https://zoom.us/j/1", "Telephone")
    assert await house.ask(put(house, link="")) == [4]
    assert await house.ask(put(house, fallback="")) == ["text_empty"]


async def test_who_says_that_it_does_not_work_tells_the_other_until_there_is_another_link(house: House) -> None:
    await house.ask(put(house, link=LINK, fallback="+386 40 000 000"))
    assert await house.ask(asked("bor", TellTrouble("r", house.id(), 2))) == [3]
    (call,) = await calls(house)
    assert (call["trouble_by"], call["trouble_at"], call["fallback"]) == ("bor", house.now, "+386 40 000 000")
    assert house.ears.publications[-1].offset == 3
    await house.ask(put(house, fallback="Signal"))
    assert (await calls(house))[0]["trouble_by"] == "bor"
    await house.ask(put(house, link=LINK + "-2"))
    assert (await calls(house))[0]["trouble_by"] is None
    await house.ask(
        asked("bor", TellTrouble("r", house.id(), 2)), asked("bor", TellTrouble("r", house.id(), 2, over=True))
    )
    assert (await calls(house))[0]["trouble_at"] is None


async def test_a_call_that_is_taken_away_was_never_there(house: House) -> None:
    await house.ask(put(house, link=LINK), put(house, link=LINK + "-2"), asked("bor", RemoveCall("r", house.id(), 2)))
    assert await calls(house) == []
    assert all(b"meet.example.org" not in one.data for one in await house.entries("ana") or [])


async def test_who_comes_later_sets_one_for_all_and_sees_none_of_before(house: House) -> None:
    await house.ask(put(house, link=LINK), house.add("vesna"), put(house, "vesna", link=LINK + "-2"))
    assert [call["link"] for call in await calls(house, "vesna")] == [LINK + "-2"]
    await house.ask(put(house, link=LINK + "-3"))
    assert [call["link"] for call in await calls(house)] == [LINK, LINK + "-3"]


async def test_what_is_no_call_is_refused(house: House) -> None:
    bad: list[tuple[dict[str, Any], str]] = [
        ({}, "text_empty"),
        ({"link": " ", "fallback": "\n"}, "text_empty"),
        ({"link": "javascript:alert(1)"}, "link_not_allowed"),
        ({"link": "https://meet.example@evil.example/"}, "link_not_allowed"),
        ({"fallback": "x" * 301}, "text_too_long"),
        ({"fallback": "nul\0"}, "text_not_allowed"),
    ]
    outcomes = await house.ask(*(put(house, **fields) for fields, _ in bad))
    assert outcomes == [code for _, code in bad]

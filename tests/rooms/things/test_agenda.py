"""What stands on the agenda, in whose order, and what is left of it for the next meeting."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from server.rooms.things.agenda.contract import AddPoint, ChangePoint, FinishPoint, MovePoint, RemovePoint
from server.rooms.things.meeting.contract import CloseMeeting, HoldMeeting, OpenMeeting
from tests.rooms.house import House, asked
from tests.rooms.things.test_meeting import NOW, TODAY, open_with


@pytest.fixture(autouse=True)
async def pair(house: House) -> None:
    house.now = NOW
    await open_with(house, "p", "pair", [("nika", "mentee"), ("blaga", "mentor")])


def add(house: House, actor: str, title: str, **fields: Any) -> Any:
    return asked(actor, AddPoint("p", house.id(), title, **fields))


def move(house: House, actor: str, item: int, after: int | None = None) -> Any:
    return asked(actor, MovePoint("p", house.id(), item, after))


async def points(house: House) -> list[dict[str, Any]]:
    found = msgspec.json.decode((await house.snapshot("nika", "p")).things.get("agenda", b"[]"))
    return sorted(found, key=lambda point: str(point["body"]["rank"]))


async def test_both_add_and_the_mentee_orders(house: House) -> None:
    assert await house.ask(
        add(house, "nika", "Budget", minutes=20, brings="nika"),
        add(house, "blaga", " Light "),
        add(house, "blaga", "Kranj"),
    ) == [2, 3, 4]
    assert await house.ask(move(house, "blaga", 4), move(house, "nika", 4), move(house, "nika", 2, 3)) == [
        "mentee_orders",
        5,
        6,
    ]
    assert [(one["id"], one["body"]["title"]) for one in await points(house)] == [
        (4, "Kranj"),
        (3, "Light"),
        (2, "Budget"),
    ]
    assert await house.ask(asked("blaga", ChangePoint("p", house.id(), 2, minutes=0, brings="blaga"))) == [7]
    assert [(one["body"]["minutes"], one["body"]["brings"]) for one in await points(house)][-1] == (0, "blaga")


async def test_what_is_not_done_stands_there_when_the_meeting_is_over(house: House) -> None:
    await house.ask(add(house, "nika", "Budget"), add(house, "nika", "Light"), asked("nika", OpenMeeting("p", "m")))
    await house.ask(
        asked("blaga", FinishPoint("p", house.id(), 2, meeting=4)),
        asked("nika", HoldMeeting("p", house.id(), TODAY, 60, "call", 4)),
        asked("nika", CloseMeeting("p", house.id(), 4)),
        asked("nika", OpenMeeting("p", house.id())),
    )
    assert [(one["body"]["title"], one["body"]["done"], one["body"]["meeting"]) for one in await points(house)] == [
        ("Budget", True, 4),
        ("Light", False, None),
    ]
    await house.ask(asked("nika", FinishPoint("p", house.id(), 2, done=False, meeting=4)))
    assert [one["body"]["meeting"] for one in await points(house)] == [None, None]


async def test_what_is_no_topic_is_refused(house: House) -> None:
    bad: list[tuple[dict[str, Any], str]] = [
        ({"title": " "}, "text_empty"),
        ({"title": "x" * 201}, "text_too_long"),
        ({"title": "x", "minutes": -1}, "minutes_unlikely"),
        ({"title": "x", "minutes": 241}, "minutes_unlikely"),
        ({"title": "x", "brings": "stranger"}, "not_a_member"),
    ]
    outcomes = await house.ask(*(add(house, "nika", **fields) for fields, _ in bad))
    assert outcomes == [code for _, code in bad]


async def test_a_topic_that_is_taken_off_is_nowhere_any_more(house: House) -> None:
    await house.ask(add(house, "nika", "Canary"), asked("blaga", RemovePoint("p", house.id(), 2)))
    assert await points(house) == []
    assert all(b"Canary" not in one.data for one in await house.entries("nika", key="p") or [])

"""A date from its proposal on: who may accept it, what stands while it is being moved, who comes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest

from server.contract.commands import Role
from server.rooms.things.dates.contract import (
    AcceptTime,
    CancelDate,
    CanCome,
    CannotCome,
    DropTimes,
    MoveDate,
    PlaceDate,
    ProposeTimes,
    Repeats,
    RunLate,
)
from tests.rooms.house import House, asked
from tests.rooms.things.test_meeting import open_with

HOUR = 3_600_000
DAY = 24 * HOUR
NOW = int(datetime(2026, 11, 3, 18, 0, tzinfo=UTC).timestamp() * 1000)
FIRST, SECOND, THIRD = NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY


@pytest.fixture(autouse=True)
def evening(house: House) -> None:
    house.now, house.tick = NOW, 1


async def body(house: House) -> dict[str, Any]:
    items = msgspec.json.decode((await house.snapshot("ana")).things.get("dates", b"[]"))
    return dict(items[-1]["body"])


def propose(house: House, *starts: int, actor: str = "ana", minutes: int = 60, **fields: Any) -> Any:
    return asked(actor, ProposeTimes("r", house.id(), starts or (FIRST, SECOND), minutes, "Europe/Skopje", **fields))


def accept(house: House, start: int = FIRST, actor: str = "bor") -> Any:
    return asked(actor, AcceptTime("r", house.id(), 2, start))


def move(house: House, *starts: int, actor: str = "bor", reason: str = "") -> Any:
    return asked(actor, MoveDate("r", house.id(), 2, starts, reason))


async def test_one_proposes_and_the_other_accepts_with_one_tap(house: House) -> None:
    assert await house.ask(propose(house, SECOND, FIRST, place="address", address="At the mill")) == [2]
    asked_for = await body(house)
    assert (asked_for["state"], asked_for["at"], asked_for["offers"]) == ("asked", None, [FIRST, SECOND])
    assert await house.ask(accept(house, actor="ana"), accept(house, THIRD), accept(house)) == [
        "own_times",
        "time_not_offered",
        3,
    ]
    agreed = await body(house)
    assert (agreed["state"], agreed["at"], agreed["offers"], agreed["address"]) == ("agreed", FIRST, [], "At the mill")
    assert await house.ask(accept(house, SECOND)) == ["changed_meanwhile"]


async def test_what_was_agreed_stands_until_another_time_is_accepted(house: House) -> None:
    await house.ask(propose(house), accept(house))
    assert await house.ask(move(house, FIRST, THIRD), move(house, THIRD, reason="I am ill")) == ["time_twice", 4]
    moving = await body(house)
    assert (moving["state"], moving["at"], moving["offers"], moving["asked_by"]) == ("agreed", FIRST, [THIRD], "bor")
    assert await house.ask(asked("ana", DropTimes("r", house.id(), 2))) == [5]
    assert (await body(house))["at"] == FIRST
    await house.ask(move(house, THIRD))
    assert await house.ask(accept(house, THIRD, actor="ana")) == [7]
    assert (await body(house))["at"] == THIRD
    history = msgspec.json.decode((await house.snapshot("ana")).things["dates"])[0]["history"]
    assert "I am ill" in [earlier["reason"] for earlier in history]


async def test_times_that_suit_nobody_leave_no_date(house: House) -> None:
    await house.ask(propose(house))
    assert await house.ask(asked("bor", DropTimes("r", house.id(), 2))) == [3]
    assert (await body(house))["state"] == "cancelled"
    assert await house.ask(asked("bor", DropTimes("r", house.id(), 2)), accept(house)) == ["changed_meanwhile"] * 2


async def test_who_cannot_come_says_so_with_one_tap_and_may_come_after_all(house: House) -> None:
    await house.ask(propose(house), accept(house))
    assert await house.ask(asked("bor", CannotCome("r", house.id(), 2))) == [4]
    alone = await body(house)
    assert (alone["state"], alone["absent"]) == ("cancelled", ["bor"])
    assert await house.ask(asked("ana", CanCome("r", house.id(), 2)), asked("bor", CanCome("r", house.id(), 2))) == [
        "changed_meanwhile",
        5,
    ]
    again = await body(house)
    assert (again["state"], again["absent"]) == ("agreed", [])


async def test_of_three_two_meet_all_the_same(house: House) -> None:
    await house.ask(house.add("vesna"), propose(house))
    item = 3
    await house.ask(asked("bor", AcceptTime("r", house.id(), item, FIRST)))
    await house.ask(asked("vesna", CannotCome("r", house.id(), item)))
    assert (await body(house))["state"] == "agreed"
    await house.ask(asked("bor", CannotCome("r", house.id(), item)))
    assert (await body(house))["state"] == "cancelled"


async def test_who_could_not_come_at_one_time_is_asked_again_of_another(house: House) -> None:
    await house.ask(house.add("vesna"), propose(house))
    await house.ask(asked("bor", AcceptTime("r", house.id(), 3, FIRST)), asked("vesna", CannotCome("r", house.id(), 3)))
    await house.ask(asked("bor", MoveDate("r", house.id(), 3, (THIRD,))))
    assert (await body(house))["absent"] == ["vesna"], "of the time that stands"
    await house.ask(asked("ana", AcceptTime("r", house.id(), 3, THIRD)))
    moved = await body(house)
    assert (moved["at"], moved["absent"], moved["state"]) == (THIRD, [], "agreed")


async def test_what_somebody_called_off_stays_so_whoever_can_come_after_all(house: House) -> None:
    await house.ask(house.add("vesna"), propose(house))
    await house.ask(asked("bor", AcceptTime("r", house.id(), 3, FIRST)))
    await house.ask(asked("vesna", CannotCome("r", house.id(), 3)), asked("ana", CancelDate("r", house.id(), 3)))
    assert await house.ask(asked("vesna", CanCome("r", house.id(), 3))) == ["changed_meanwhile"]
    assert (await body(house))["state"] == "cancelled"


async def test_running_late_is_said_shortly_before_and_taken_back(house: House) -> None:
    await house.ask(propose(house), accept(house))
    late = asked("ana", RunLate("r", house.id(), 2, 10))
    assert await house.ask(late) == ["late_too_early"]
    house.now = FIRST - HOUR
    assert await house.ask(asked("ana", RunLate("r", house.id(), 2, 10))) == [4]
    assert (await body(house))["late"] == [{"person": "ana", "minutes": 10}]
    await house.ask(asked("ana", RunLate("r", house.id(), 2, 0)))
    assert (await body(house))["late"] == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"starts": (NOW - 1,)}, "time_over"),
        ({"starts": (FIRST, FIRST)}, "time_twice"),
        ({"starts": (NOW + 800 * DAY,)}, "time_far"),
        ({"minutes": 4}, "minutes_unlikely"),
        ({"minutes": 481}, "minutes_unlikely"),
        ({"words": "x" * 501}, "text_too_long"),
        ({"repeats": Repeats(0, 0, 3)}, "series_unclear"),
        ({"repeats": Repeats(1, 1, 3)}, "series_unclear"),
    ],
)
async def test_what_is_no_proposal(house: House, fields: dict[str, Any], code: str) -> None:
    others = {name: value for name, value in fields.items() if name != "starts"}
    assert await house.ask(propose(house, *fields.get("starts", (FIRST,)), **others)) == [code]
    assert (await house.snapshot("ana")).things == {}


async def test_what_is_over_is_changed_no_more(house: House) -> None:
    await house.ask(propose(house), accept(house))
    house.now = FIRST + HOUR
    for command in (
        MoveDate("r", house.id(), 2, (THIRD,)),
        CancelDate("r", house.id(), 2),
        CannotCome("r", house.id(), 2),
        PlaceDate("r", house.id(), 2, "telephone"),
        RunLate("r", house.id(), 2, 5),
    ):
        assert await house.ask(asked("ana", command)) == ["time_over"]


async def test_a_time_that_is_over_is_accepted_no_more(house: House) -> None:
    await house.ask(propose(house))
    house.now = FIRST
    assert await house.ask(accept(house), accept(house, SECOND)) == ["time_over", 3]


async def test_only_so_many_proposals_wait_at_once(house: House) -> None:
    assert await house.ask(*(propose(house) for _ in range(6))) == [2, 3, 4, 5, 6, "too_many_items"]


async def test_in_a_group_who_leads_it_proposes(house: House) -> None:
    people: list[tuple[str, Role]] = [("aida", "facilitator"), ("ana", "mentor"), ("bor", "mentor")]
    await open_with(house, "g", "mentors", people)

    def times(actor: str) -> Any:
        return asked(actor, ProposeTimes("g", house.id(), (FIRST,), 60, "UTC"))

    assert await house.ask(times("ana"), times("aida")) == ["led_by_others", 2]
    assert await house.ask(asked("bor", AcceptTime("g", house.id(), 2, FIRST))) == [3]

"""A meeting from its opening to its end, its clock, and what may be corrected for how long."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
import pytest

from server.contract.commands import Kind, Role
from server.contract.entries import FoundingMember
from server.rooms.service import open_room
from server.rooms.things.meeting.contract import (
    CloseMeeting,
    CorrectMeeting,
    HoldMeeting,
    OpenMeeting,
    PlaceMeeting,
    RemoveMeeting,
    TurnClock,
)
from tests.rooms.house import House, asked

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
NOW = int(datetime(2026, 11, 3, 18, 0, tzinfo=UTC).timestamp() * 1000)
TODAY = date(2026, 11, 3)


@pytest.fixture(autouse=True)
def evening(house: House) -> None:
    house.now, house.tick = NOW, 1


async def meetings(house: House) -> list[dict[str, Any]]:
    return msgspec.json.decode((await house.snapshot("ana")).things.get("meetings", b"[]"))  # type: ignore[no-any-return]


async def body(house: House) -> dict[str, Any]:
    return dict((await meetings(house))[-1]["body"])


def open_(house: House, actor: str = "ana", **fields: Any) -> Any:
    return asked(actor, OpenMeeting("r", house.id(), **fields))


def turn(house: House, turned: Any, minutes: int = 0, actor: str = "bor", **fields: Any) -> Any:
    return asked(actor, TurnClock("r", house.id(), 2, turned, minutes, **fields))


def record(house: House, actor: str = "ana", item: int | None = 2, day: date = TODAY, **fields: Any) -> Any:
    return asked(actor, HoldMeeting("r", house.id(), day, fields.pop("minutes", 60), "call", item, **fields))


def correct(house: House, actor: str = "bor", **fields: Any) -> Any:
    return asked(actor, CorrectMeeting("r", house.id(), 2, **fields))


async def test_either_opens_it_either_records_it_either_closes_it(house: House) -> None:
    assert await house.ask(open_(house, place="address", address=" Galerija  7 ")) == [2]
    now = await body(house)
    assert (now["state"], now["place"], now["address"], now["ends_at"]) == ("open", "address", "Galerija 7", None)
    assert await house.ask(open_(house, "bor")) == ["meeting_open"]
    assert await house.ask(record(house, "bor"), asked("ana", CloseMeeting("r", house.id(), 2))) == [3, 4]
    now = await body(house)
    assert (now["state"], now["day"], now["minutes"], now["manner"], now["held_by"]) == (
        "closed",
        "2026-11-03",
        60,
        "call",
        "bor",
    )
    assert await house.ask(open_(house, "bor")) == [5]


async def test_a_meeting_that_nobody_opened_is_recorded_once_also_when_both_tap(house: House) -> None:
    assert await house.ask(record(house, "ana", None), record(house, "bor", None)) == [2, "meeting_recorded"]
    assert await house.ask(record(house, "bor", None, again=True)) == [3]
    yesterday = TODAY - timedelta(days=1)
    assert await house.ask(record(house, "bor", None, yesterday)) == [4]
    assert [one["body"]["place"] for one in await meetings(house)] == ["call"] * 3


async def test_each_corrects_for_fourteen_days_and_what_stood_there_stays_to_be_seen(house: House) -> None:
    await house.ask(open_(house), record(house))
    assert await house.ask(
        correct(house, minutes=45, reason=" We began  late "), correct(house, "ana", minutes=50)
    ) == [
        4,
        5,
    ]
    (meeting,) = await meetings(house)
    assert (meeting["body"]["minutes"], meeting["body"]["held_by"]) == (50, "ana")
    assert [(one["by"], one["reason"], one["was"]) for one in meeting["history"]] == [
        ("bor", "We began late", {"minutes": 60}),
        ("ana", "", {"minutes": 45}),
    ]
    assert await house.ask(asked("bor", CloseMeeting("r", house.id(), 2)), correct(house, manner="in_person")) == [6, 7]
    house.now = NOW + 14 * DAY - 5
    assert await house.ask(correct(house, minutes=40)) == [8]
    house.now = NOW + 14 * DAY + 5
    assert await house.ask(correct(house, minutes=30), asked("ana", RemoveMeeting("r", house.id(), 2))) == [
        "correction_over",
        "correction_over",
    ]


async def test_a_meeting_that_was_none_goes_with_all_that_was_said_of_it(house: House) -> None:
    await house.ask(open_(house, address="Canary"), asked("bor", RemoveMeeting("r", house.id(), 2)))
    assert await meetings(house) == []
    assert all(b"Canary" not in one.data for one in await house.entries("ana") or [])


async def test_a_clock_runs_stands_goes_on_is_extended_and_stopped(house: House) -> None:
    async def clock() -> tuple[int | None, int | None, int | None]:
        now = await body(house)
        return now["ends_at"] and now["ends_at"] - house.now, now["left"], now["point"]

    await house.ask(open_(house))
    await house.ask(turn(house, "start", 10, point=9))
    assert await clock() == (10 * MINUTE, None, 9)
    house.now += 4 * MINUTE - 1
    assert await house.ask(turn(house, "pause"), turn(house, "pause", actor="ana")) == [4, "changed_meanwhile"]
    assert await clock() == (None, 6 * MINUTE, 9)
    await house.ask(turn(house, "extend", 5))
    house.now += 60 * MINUTE
    await house.ask(turn(house, "resume"))
    assert await clock() == (11 * MINUTE, None, 9)
    house.now += 20 * MINUTE
    await house.ask(turn(house, "extend", 5))
    assert await clock() == (5 * MINUTE, None, 9)
    await house.ask(turn(house, "stop"))
    assert await clock() == (None, None, None)
    assert await house.ask(turn(house, "extend", 5), turn(house, "resume"), turn(house, "start")) == [
        "changed_meanwhile",
        "changed_meanwhile",
        "minutes_unlikely",
    ]


async def test_what_is_recorded_stops_the_clock_and_turns_it_no_more(house: House) -> None:
    await house.ask(open_(house), turn(house, "start", 10), record(house))
    assert (await body(house))["ends_at"] is None
    assert (
        await house.ask(
            turn(house, "start", 10),
            record(house, day=TODAY - timedelta(days=1)),
            asked("bor", PlaceMeeting("r", house.id(), 2, "telephone")),
        )
        == ["changed_meanwhile"] * 3
    )


async def test_what_is_no_meeting_is_refused(house: House) -> None:
    bad: list[tuple[dict[str, Any], str]] = [
        ({"minutes": 0}, "minutes_unlikely"),
        ({"minutes": 721}, "minutes_unlikely"),
        ({"day": TODAY + timedelta(days=2)}, "day_unlikely"),
        ({"day": TODAY - timedelta(days=400)}, "day_unlikely"),
        ({"day": date(1, 1, 1)}, "day_unlikely"),
        ({"day": date(9999, 12, 31)}, "day_unlikely"),
        ({"item": 9}, "item_not_found"),
    ]
    outcomes = await house.ask(*(record(house, **({"item": None} | fields)) for fields, _ in bad))
    assert outcomes == [code for _, code in bad]
    assert await meetings(house) == []


async def test_in_a_group_who_leads_it_opens_the_meeting(house: House) -> None:
    people: list[tuple[str, Role]] = [("aida", "facilitator"), ("ana", "mentor")]
    await open_with(house, "g", "mentors", people)
    assert await house.ask(asked("ana", OpenMeeting("g", house.id())), asked("aida", OpenMeeting("g", house.id()))) == [
        "led_by_others",
        2,
    ]


async def open_with(house: House, key: str, kind: Kind, people: list[tuple[str, Role]]) -> None:
    members = [FoundingMember(person, role) for person, role in people]
    await house.commit(lambda unit: open_room(unit, key, kind, members, house.id()))

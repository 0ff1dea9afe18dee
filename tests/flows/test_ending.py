"""The end of a run on both databases: rooms close part by part, stay to be read, and are emptied on the day that was
shown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import LargeBinary, Table, select

from server.flows.ending import AT_ONCE, LATER, Finishing, finish_some
from server.presence.tables import presence_room
from server.programmes.endings.rules import DAYS_KEPT, beginning, purge_day
from server.programmes.endings.tables import unfinished
from server.programmes.model import Enrolment
from server.programmes.service import enrol
from server.programmes.tables import mentorship
from server.rooms import tables
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork
from tests.flows.office import COORDINATOR, NOW, RUN, Killed, Office
from tests.flows.test_pairing import pair, room_of, say

PURGE = date(2027, 10, 1)
"""180 days after the last day of the run."""


def test_a_room_is_kept_from_the_last_day_or_from_when_it_was_ended_later() -> None:
    assert purge_day(NOW, date(2027, 4, 4), "Europe/Belgrade") == PURGE
    assert (purge_day(NOW, date(2026, 10, 1), "Europe/Belgrade") - date(2026, 11, 18)).days == DAYS_KEPT
    # Midnight, with and without summer time.
    assert beginning(date(2027, 10, 1), "Europe/Belgrade") == 1_822_341_600_000
    assert beginning(date(2027, 1, 1), "Europe/Belgrade") == 1_798_758_000_000


async def end(office: Office) -> None:
    page = await office.get(COORDINATOR, f"/cohorts/{RUN}")
    await office.put(COORDINATOR, f"/cohorts/{RUN}/state", {"version": page["version"], "state": "ended"})


async def finish(office: Office) -> None:
    product = office.product
    await Finishing(office.database, product.writer, Rooms(), lambda: office.clock.now).finish_all()


async def a_life(office: Office) -> tuple[str, str, str]:
    """Rooms of a pair that goes on, of one that was stopped, and of a group, with something said in each."""
    pairs = [await pair(office, seats) for seats in ("nika+ines", "zvezda+goran")]
    group = (await office.post(COORDINATOR, f"/cohorts/{RUN}/circles", {"kind": "joint"}))["room"]
    for room in (pairs[0]["room"], pairs[1]["room"], group):
        await say(office, "nika" if room != pairs[1]["room"] else "zvezda", room)
    await office.post("ines", "/rpc/room.draft", {"room": pairs[0]["room"], "text": "Zdravo Nika"})
    await office.post("ines", "/rpc/room.read", {"room": pairs[0]["room"], "number": 1})
    await office.post("ines", "/rpc/room.show_presence", {"room": pairs[0]["room"], "on": True})
    await office.post("zvezda", f"/mentorships/{pairs[1]['id']}/stop")
    return pairs[0]["room"], pairs[1]["room"], group


async def test_the_rooms_of_a_run_close_stay_and_are_emptied(either_office: Office) -> None:
    office = either_office
    going, stopped, group = await a_life(office)
    await end(office)
    await finish(office)
    assert sorted(row.state for row in await office.rows(mentorship)) == ["ended", "stopped"]
    for person, room, reason in (("nika", going, "ended"), ("zvezda", stopped, "stopped"), ("nika", group, "ended")):
        found = await room_of(office, person, room)
        assert (found["closed"], found["purge_on"], found["emptied"]) == (reason, PURGE.isoformat(), False)
        assert [message["text"] for message in found["messages"]] == ["Zdravo"]
        assert await say(office, person, room) == "room_closed"
    cards = (await office.get("nika", "/rooms"))["rooms"]
    assert {card["purge_on"] for card in cards} == {PURGE.isoformat()}
    assert await office.rows(presence_room) == []
    office.clock.now = beginning(PURGE, "Europe/Belgrade") - 1
    # Half a year later everybody signs in anew.
    office.tokens.clear()
    await finish(office)
    assert (await room_of(office, "nika", going))["messages"]
    office.clock.now += 1
    await finish(office)
    for person, room in (("nika", going), ("zvezda", stopped), ("nika", group)):
        found = await room_of(office, person, room)
        assert (found["talk"], found["messages"], found["draft"], found["emptied"]) == (0, [], "", True)
    assert [row.due_at for row in await office.rows(unfinished)] == [None] * 4
    assert not await anything_said(office)
    before = await room_of(office, "nika", going)
    await office.unit(lambda unit: rebuilt(unit.connection))
    assert await room_of(office, "nika", going) == before


def rebuilt(connection: Any) -> None:
    for id in room_ids(connection):
        rebuild_room(connection, id)


async def anything_said(office: Office) -> list[Any]:
    """Whatever content any table of the rooms holds but the words of the programme and who came and went."""
    columns = [
        column
        for table in vars(tables).values()
        if isinstance(table, Table)
        for column in table.c
        if isinstance(column.type, LargeBinary) or "Content" in repr(column.type)
    ]
    found = []
    for column in columns:
        values = await office.read(lambda c, column=column: c.execute(select(column)).scalars().all())  # type: ignore[misc]
        found += [value for value in values if value and b"Zdravo" in bytes(value)]
    return found


async def test_a_kill_in_the_middle_loses_no_step_and_takes_none_twice(office: Office) -> None:
    def crowd(unit: UnitOfWork) -> None:
        for number in range(AT_ONCE + 2):
            enrol(unit, Enrolment(f"m{number:02}", RUN, "mentee"))

    await office.unit(crowd)
    for number in range(AT_ONCE + 2):
        await pair(office, f"m{number:02}+ines")
    await end(office)
    rooms = Rooms()

    def killed(unit: UnitOfWork) -> None:
        assert finish_some(unit, rooms) == AT_ONCE
        raise Killed

    with pytest.raises(Killed):
        await office.unit(killed)
    await finish(office)
    await finish(office)
    entries = await office.rows(tables.entry)
    assert sum(entry.kind == "room_closed" for entry in entries) == AT_ONCE + 2
    office.clock.now = beginning(PURGE, "Europe/Belgrade")
    with pytest.raises(Killed):
        await office.unit(killed)
    await finish(office)
    await finish(office)
    entries = await office.rows(tables.entry)
    assert sum(entry.kind == "room_emptied" for entry in entries) == AT_ONCE + 2


async def test_a_room_that_fails_holds_up_none_of_the_others(
    either_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = either_office
    bad, good = [(await pair(office, seats))["room"] for seats in ("nika+ines", "zvezda+goran")]
    await end(office)
    close = Rooms.close

    def fails(rooms: Rooms, unit: UnitOfWork, key: str, *rest: Any) -> bool:
        done = close(rooms, unit, key, *rest)
        if key == bad:
            raise Killed
        return done

    with monkeypatch.context() as patched:
        patched.setattr(Rooms, "close", fails)
        await finish(office)
    closed = [(await room_of(office, who, room))["closed"] for who, room in (("nika", bad), ("zvezda", good))]
    assert closed == [None, "ended"]
    office.clock.now += LATER
    await finish(office)
    assert (await room_of(office, "nika", bad))["closed"] == "ended"


async def test_what_was_said_in_a_long_talk_goes_in_parts(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("server.rooms.service.ERASED_AT_ONCE", 2)
    one = await pair(office)
    for _ in range(5):
        await say(office, "nika", one["room"])
    rooms = Rooms()
    steps = [await office.unit(lambda unit: rooms.empty(unit, one["room"])) for _ in range(3)]
    assert steps == [False, False, True]
    assert not await anything_said(office)
    assert (await room_of(office, "nika", one["room"]))["messages"] == []

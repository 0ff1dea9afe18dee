"""What the team learns of a meeting: the day, the minutes and the manner, as its people record and correct it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from server.programmes.meetings.tables import held_meeting
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, RUN, Office, copy_founded, open_office
from tests.flows.test_care import cared
from tests.flows.test_pairing import pair

OVERVIEW, SEEN = f"/cohorts/{RUN}/overview", f"/cohorts/{RUN}/seen"


async def ask(office: Office, person: str, method: str, room: str, id: str = "", **fields: Any) -> Any:
    return await office.ask(person, "POST", f"/rpc/{method}", {"room": room, "command_id": id or office.id(), **fields})


async def record(office: Office, person: str, room: str, day: str, minutes: int = 60, **fields: Any) -> Any:
    return await ask(office, person, "room.hold_meeting", room, day=day, minutes=minutes, manner="call", **fields)


async def met(office: Office, person: str, path: str = OVERVIEW) -> list[tuple[int, str | None]]:
    return [(one["met"], one["last_met"]) for one in (await office.get(person, path))["pairs"]]


async def counted(office: Office) -> list[tuple[str, int, str]]:
    return sorted((row.day, row.minutes, row.manner) for row in await office.rows(held_meeting))


async def test_the_team_counts_what_is_recorded_and_as_it_is_corrected(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika+blagica"))["room"]
    assert await met(office, COORDINATOR) == [(0, None)]
    first = await record(office, "nika", room, "2026-11-03", id="one", again=True)
    assert (await record(office, "nika", room, "2026-11-03", id="one", again=True)).json() == first.json()
    item = first.json()["offset"]
    await record(office, "blagica", room, "2026-11-17", 45)
    again = await record(office, "blagica", room, "2026-11-17", 45)
    assert again.json()["code"] == "meeting_recorded"
    for viewer, path in ((COORDINATOR, OVERVIEW), (COLLEAGUE, OVERVIEW), ("nika", SEEN), ("blagica", SEEN)):
        assert await met(office, viewer, path) == [(2, "2026-11-17")], viewer
    numbers = (await office.get(COORDINATOR, OVERVIEW))["numbers"]
    assert (numbers["meetings"], numbers["minutes"]) == (2, 105)
    await ask(
        office, "blagica", "room.correct_meeting", room, item=item, minutes=90, manner="in_person", reason="Canary"
    )
    assert await counted(office) == [("2026-11-03", 90, "in_person"), ("2026-11-17", 45, "call")]
    assert (await ask(office, "nika", "room.remove_meeting", room, item=item)).status_code == 200
    assert await counted(office) == [("2026-11-17", 45, "call")]


async def test_an_open_meeting_is_nothing_to_the_team_until_it_was_held(office: Office) -> None:
    room = (await pair(office))["room"]
    item = (await ask(office, "ines", "room.open_meeting", room, place="address", address="Canary")).json()["offset"]
    assert await counted(office) == []
    await record(office, "nika", room, "2026-11-18", item=item)
    assert await counted(office) == [("2026-11-18", 60, "call")]


async def test_who_is_not_in_the_room_records_nothing_of_it(office: Office) -> None:
    room = (await pair(office))["room"]
    for person in (COORDINATOR, "djordje"):
        assert (await record(office, person, room, "2026-11-18")).json()["code"] == "not_found"
    assert await counted(office) == []


async def test_who_meets_is_not_silent(office: Office) -> None:
    room = (await pair(office))["room"]
    office.clock.now += 10 * DAY
    await record(office, "nika", room, "2026-11-28")
    assert (await cared(office, "ines"))["steps"][0] == "2026-12-12"


# ── the call ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_link_of_the_own_call_server_is_made_for_members_and_is_new_each_time(
    founded_file: Path, tmp_path: Path
) -> None:
    url = copy_founded(founded_file, tmp_path)
    async with open_office(url, tmp_path, ATELJE_CALL_SERVER="https://meet.example.org/rooms") as office:
        room = (await pair(office))["room"]
        offers = [await office.get("nika", f"/rooms/{room}/call") for _ in range(2)]
        assert [one["server"] for one in offers] == ["meet.example.org"] * 2
        assert all(
            re.fullmatch(r"https://meet\.example\.org/rooms/([a-z2-9]{4}-){5}[a-z2-9]{4}", one["link"])
            for one in offers
        )
        assert offers[0]["link"] != offers[1]["link"]
        assert await office.refused(COORDINATOR, "GET", f"/rooms/{room}/call") == "not_found"
        assert (await ask(office, "nika", "room.set_call", room, link=offers[0]["link"])).status_code == 200


async def test_without_a_call_server_there_is_no_link_and_everybody_is_told_the_time(office: Office) -> None:
    room = (await pair(office))["room"]
    assert await office.get("ines", f"/rooms/{room}/call") == {"server": None, "link": None}
    assert await office.get("", "/clock") == {"now": office.clock.now}

"""When people can usually meet, as they say it, and what follows for a stretch of time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from server.scheduling.availability import service as availability
from server.scheduling.hours import free
from tests.flows.office import Office
from tests.flows.test_dates import SOON, agreed
from tests.flows.test_pairing import pair

WEEK = [[["17:00", "20:00"]], [], [], [], [], [], [["09:00", "12:00"], ["22:00", "24:00"]]]

FRIDAYS_TOO = [*WEEK[:4], [["17:00", "20:00"]], *WEEK[5:]]


async def say(office: Office, person: str, **fields: Any) -> Any:
    said = {"version": 1, "zone": "Europe/Skopje", "weekly": WEEK} | fields
    return await office.put(person, "/me/hours", said)


def at(day: str, hour: int) -> int:
    return int(datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=UTC).timestamp())


async def test_hours_are_said_changed_and_taken_back(either_office: Office) -> None:
    office = either_office
    before = await office.get("nika", "/me/hours")
    assert (before["version"], before["weekly"], before["zone"]) == (1, [[]] * 7, "Europe/Belgrade")
    said = await say(office, "nika", exceptions={"2026-12-24": [], "2026-12-30": [["10:00", "11:00"]]}, country="SI")
    assert (said["version"], said["weekly"], said["country"]) == (2, WEEK, "SI")
    assert await office.get("nika", "/me/hours") == said
    assert await office.refused("nika", "PUT", "/me/hours", {**said, "version": 1}) == "changed_meanwhile"
    merged = await say(office, "nika", version=2, weekly=[[["10:00", "12:00"], ["09:00", "10:30"]], *[[]] * 6])
    assert merged["weekly"][0] == [["09:00", "12:00"]]
    await office.done("nika", "DELETE", "/me/hours")
    assert (await office.get("nika", "/me/hours"))["version"] == 1
    assert (await office.get("blagica", "/me/hours"))["version"] == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"zone": "Europe/../etc"}, "zone_unknown"),
        ({"zone": "Central European Standard Time"}, "zone_unknown"),
        ({"weekly": [[["20:00", "17:00"]], *[[]] * 6]}, "hours_reversed"),
        ({"weekly": [[["17:00", "17:00"]], *[[]] * 6]}, "hours_reversed"),
        ({"weekly": [[["17:00", "24:01"]], *[[]] * 6]}, "hours_invalid"),
        ({"weekly": [[["5pm", "20:00"]], *[[]] * 6]}, "hours_invalid"),
        ({"country": "XX"}, "country_unknown"),
        ({"exceptions": {"1900-01-01": []}}, "year_unlikely"),
        ({"exceptions": {"9999-12-31": []}}, "year_unlikely"),
        ({"weekly": [[]] * 6}, "bad_request"),
        ({"weekly": [[["01:00", "02:00"]] * 13, *[[]] * 6]}, "bad_request"),
    ],
)
async def test_what_are_no_hours(office: Office, fields: dict[str, Any], code: str) -> None:
    said = {"version": 1, "zone": "Europe/Skopje", "weekly": WEEK} | fields
    assert await office.refused("nika", "PUT", "/me/hours", said) == code
    assert (await office.get("nika", "/me/hours"))["version"] == 1


async def test_an_old_name_of_a_zone_stays_what_it_was(office: Office) -> None:
    """Renamed zones are names still: who said one is not asked again."""
    assert (await say(office, "nika", zone="Europe/Kiev"))["zone"] == "Europe/Kiev"


async def test_what_follows_for_some_weeks(office: Office) -> None:
    """A holiday is no time unless the person says so of that day; another date is in the way; unknown is None."""
    await say(office, "nika", country="SI", weekly=FRIDAYS_TOO, exceptions={"2026-12-26": [["10:00", "11:00"]]})
    room = (await pair(office, "nika+blagica"))["room"]
    await agreed(office, room, SOON)
    start, end = at("2026-11-16", 0), at("2027-01-04", 0)
    found = await office.read(lambda one: availability.hours_of(one, ["nika", "blagica", "ines"], start, end))
    assert found["ines"].hours is None
    assert found["blagica"].busy.tolist() == found["nika"].busy.tolist() == [[SOON // 1000, SOON // 1000 + 3600]]
    hours = found["nika"].hours
    assert hours is not None
    said_free = free(hours, start, end).tolist()
    days = [datetime.fromtimestamp(begin, UTC).date().isoformat() for begin, _ in said_free]
    assert days.count("2026-12-27") == 2, "a Sunday as usual"
    assert [days.count(day) for day in ("2026-12-18", "2026-12-25", "2027-01-01")] == [1, 0, 0], "holidays"
    assert at("2026-12-26", 9) in [begin for begin, _ in said_free], "that holiday has hours of its own"
    assert days.count("2026-12-26") == 1

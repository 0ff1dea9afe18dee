"""S3: every wall time of every zone of the region through both switches of 2026 and 2027, against another library."""

from __future__ import annotations

import shutil
import zoneinfo
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib import resources
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from server.scheduling import zones
from server.scheduling.hours import Hours, free
from server.scheduling.intervals import intervals
from server.scheduling.zones import UnknownZone, instant, is_skipped, stretches, zone
from tests.scheduling.oracle import naive, seconds, shown

EUROPE = """
Athens Belgrade Berlin Bratislava Brussels Bucharest Budapest Chisinau Istanbul Kyiv Lisbon Ljubljana London Madrid
Paris Podgorica Prague Rome Sarajevo Skopje Sofia Stockholm Tirane Vienna Warsaw Zagreb Zurich
"""
REGION = (
    *(f"Europe/{city}" for city in EUROPE.split()),
    "Atlantic/Azores",
    "Atlantic/Madeira",
    "America/New_York",
    "America/Sao_Paulo",
    "UTC",
)

DISTINCT = sorted({(resources.files("tzdata") / "zoneinfo" / name).read_bytes(): name for name in REGION}.values())
"""Many are one: Ljubljana, Podgorica, Sarajevo, Skopje and Zagreb are Belgrade, byte for byte."""

SWITCHES = ("2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31")
AMERICAN = ("2026-03-08", "2026-11-01", "2027-03-14", "2027-11-07")


def days(name: str) -> tuple[str, ...]:
    return SWITCHES + AMERICAN if name == "America/New_York" else SWITCHES


@pytest.mark.parametrize("name", DISTINCT)
def test_every_wall_time_of_a_switch_is_the_moment_that_another_library_shows_it(name: str) -> None:
    for day in days(name):
        moments = moments_of_minutes(name, day)
        midnight = naive(day)
        for minute in range(24 * 60):
            wall = midnight + timedelta(minutes=minute)
            first, second = instant(name, wall).timestamp(), instant(name, wall, 1).timestamp()
            found = moments[minute]
            assert is_skipped(name, wall) == (not found)
            if found:
                assert [first, second] == [found[0], found[-1]]
            else:
                # As if the clock had not been put forward yet.
                assert first == moments[minute - 60][0] + 3600


def moments_of_minutes(name: str, day: str) -> dict[int, list[int]]:
    """Of each minute of that day, all moments at which a clock shows it. Clocks change on full hours in all of them."""
    moments = defaultdict(list)
    beginning = seconds(f"{day}T00:00Z")
    for quarter in range(beginning - 15 * 3600, beginning + 39 * 3600, 15 * 60):
        since = (shown(name, quarter) - naive(day)) // timedelta(minutes=1)
        for minute in range(15):
            moments[since + minute].append(quarter + minute * 60)
    return moments


@pytest.mark.parametrize("name", DISTINCT)
def test_every_quarter_of_an_hour_of_hours_is_free_when_another_library_shows_it(name: str) -> None:
    """Every second quarter of the day as hours, then the others: nothing is found twice, nothing is lost."""
    for day in days(name):
        start = seconds(f"{day}T00:00Z") - 86_400
        quarters = moments_of_minutes(name, day)
        for first in (0, 15):
            every_second = tuple((minute, minute + 15) for minute in range(first, 24 * 60, 30))
            hours = Hours(name, exceptions={naive(day).date(): every_second})
            shown_then = intervals((at, at + 15 * 60) for minute, _ in every_second for at in quarters[minute])
            assert np.array_equal(free(hours, start, start + 3 * 86_400), shown_then)


def test_a_night_in_belgrade_is_three_hours_long_in_spring_and_five_in_autumn() -> None:
    hours = Hours("Europe/Belgrade", ((),) * 6 + (((60, 300),),))

    def spans(day: str) -> Iterator[list[int]]:
        start = seconds(f"{day}T00:00Z") - 86_400
        return iter(free(hours, start, start + 3 * 86_400).tolist())

    assert list(spans("2027-03-28")) == [[seconds("2027-03-28T00:00Z"), seconds("2027-03-28T03:00Z")]]
    assert list(spans("2027-10-31")) == [[seconds("2027-10-30T23:00Z"), seconds("2027-10-31T04:00Z")]]


@pytest.mark.parametrize(
    ("name", "wall", "fold", "utc"),
    [
        ("Europe/Belgrade", "2027-03-28T02:30", 0, "2027-03-28T01:30Z"),
        ("Europe/Belgrade", "2027-10-31T02:30", 0, "2027-10-31T00:30Z"),
        ("Europe/Belgrade", "2027-10-31T02:30", 1, "2027-10-31T01:30Z"),
        ("Europe/Lisbon", "2027-10-31T01:30", 0, "2027-10-31T00:30Z"),
        ("Europe/Lisbon", "2027-03-23T18:00", 0, "2027-03-23T18:00Z"),
        ("Europe/Lisbon", "2027-03-30T18:00", 0, "2027-03-30T17:00Z"),
        ("America/Sao_Paulo", "2027-10-31T18:00", 0, "2027-10-31T21:00Z"),
    ],
)
def test_a_wall_time_has_the_moment_that_calendars_give_it(name: str, wall: str, fold: int, utc: str) -> None:
    assert instant(name, naive(wall), fold) == datetime.fromisoformat(utc)


def test_stretches_of_all_zones_have_no_holes_and_the_offsets_that_another_library_knows() -> None:
    start, end = seconds("2027-01-01T00:00Z"), seconds("2028-01-01T00:00Z")
    files = {(resources.files("tzdata") / "zoneinfo" / name).read_bytes(): name for name in zones.names()}
    for name in files.values():
        parts = stretches(name, start, end)
        assert (parts[0].start, parts[-1].end) == (start, end)
        assert all(one.end == other.start for one, other in pairwise(parts))
        for part in parts:
            for at in (part.start, part.end - 1):
                assert shown(name, at) - datetime.fromtimestamp(at, UTC).replace(tzinfo=None) == timedelta(
                    seconds=part.offset
                )


@pytest.mark.parametrize(
    "name",
    ["Europe/../etc", "../../etc/passwd", "/etc/localtime", "Europe/Belgrad", "europe/belgrade", "", "Factory",
     "US/Pacific-New", "Central European Standard Time", "Europe", "Europe/Belgrade\0", "localtime", "Europe/"],
)  # fmt: skip
def test_what_is_no_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone):
        zone(name)


def test_renamed_zones_keep_their_old_names() -> None:
    for old, new in (
        ("Europe/Kiev", "Europe/Kyiv"),
        ("Asia/Calcutta", "Asia/Kolkata"),
        ("Asia/Rangoon", "Asia/Yangon"),
    ):
        wall = naive("2027-07-01T12:00")
        assert instant(old, wall) == instant(new, wall)


def test_what_the_machine_knows_of_time_zones_changes_nothing(tmp_path: Path) -> None:
    wrong = tmp_path / "Europe" / "Belgrade"
    wrong.parent.mkdir()
    with resources.as_file(resources.files("tzdata") / "zoneinfo" / "America" / "New_York") as other:
        shutil.copy(other, wrong)
    path = zoneinfo.TZPATH
    try:
        for machine in ((str(tmp_path),), ()):
            zoneinfo.reset_tzpath(machine)
            for kept in (zone, zones._year):
                kept.cache_clear()
            zoneinfo.ZoneInfo.clear_cache()
            assert instant("Europe/Belgrade", naive("2027-07-01T12:00")).hour == 10
            assert [part.offset for part in stretches("Europe/Belgrade", 1_800_000_000, 1_810_000_000)] == [3600, 7200]
    finally:
        zoneinfo.reset_tzpath(path)
        zoneinfo.ZoneInfo.clear_cache()

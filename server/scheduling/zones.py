"""Time zones from the pinned tzdata package alone.

`ZoneInfo("Europe/Chisinau")` asks the machine first, and machines differ: so two servers, or a server and the command
line, would give one person two times. Here every zone is read from the package, whatever the machine has.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from importlib import metadata, resources
from zoneinfo import ZoneInfo

VERSION = metadata.version("tzdata")
"""Of the rules, such as "2026.6". Whoever stores an expanded time stores this beside it."""

FIRST_YEAR, LAST_YEAR = 1973, 2100
"""Until 1972 there were offsets with odd seconds; what rules will hold after 2100 nobody knows."""

DAY = 86_400


class UnknownZone(ValueError):
    """Not a name in the pinned database: mistyped, a path, removed, or of another system."""


@cache
def names() -> frozenset[str]:
    """Links such as Europe/Kiev and Asia/Calcutta are names too."""
    listed = (resources.files("tzdata") / "zones").read_text(encoding="ascii").split()
    return frozenset(listed) - {"Factory", "localtime", "posixrules"}


@cache
def zone(name: str) -> ZoneInfo:
    """Raises UnknownZone. The list of names decides, so no name is ever a path to somewhere else."""
    if name not in names():
        raise UnknownZone(name)
    with (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def instant(name: str, wall: datetime, fold: int = 0) -> datetime:
    """What the clock on the wall says, as UTC.

    A time that a clock skips is taken as if it had not been put forward yet (02:30 is shown as 03:30); of a time that
    comes twice, the first one is meant unless `fold` is 1: RFC 5545 3.3.5 and PEP 495 say the same.
    """
    return wall.replace(tzinfo=zone(name), fold=fold).astimezone(UTC)


def wall_clock(name: str, at: datetime) -> datetime:
    """What the clock on the wall says at an aware time: naive, `fold` set when it is the second time it says so."""
    return at.astimezone(zone(name)).replace(tzinfo=None)


def is_skipped(name: str, wall: datetime) -> bool:
    """No clock in that zone ever shows it."""
    return wall_clock(name, instant(name, wall)) != wall.replace(fold=0)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Between two changes of the clock. Seconds since 1970; the end is not part of it. Wall clock = UTC + offset."""

    start: int
    end: int
    offset: int


def stretches(name: str, start: int, end: int) -> tuple[Stretch, ...]:
    """That touch [start, end), without holes, in order. Seconds since 1970."""
    first, last = (datetime.fromtimestamp(at, UTC).year for at in (start, max(start, end - 1)))
    found = [stretch for year in range(first, last + 1) for stretch in _year(name, year)]
    return tuple(stretch for stretch in found if stretch.start < end and start < stretch.end)


@lru_cache(maxsize=4096)
def _year(name: str, year: int) -> tuple[Stretch, ...]:
    """Looks at every day and then for the second of the change: no zone changes twice within one day."""
    there = zone(name)

    def offset(at: int) -> int:
        return _seconds(datetime.fromtimestamp(at, there).utcoffset())

    beginning, end = (int(datetime(y, 1, 1, tzinfo=UTC).timestamp()) for y in (year, year + 1))
    found = []
    since, before = beginning, offset(beginning)
    for day in range(beginning, end, DAY):
        last = min(day + DAY, end) - 1
        if (after := offset(last)) != before:
            change = _first_second(offset, day, last, after)
            found.append(Stretch(since, change, before))
            since, before = change, after
    return (*found, Stretch(since, end, before))


def _first_second(offset: Callable[[int], int], low: int, high: int, after: int) -> int:
    while low < high:
        middle = (low + high) // 2
        if offset(middle) == after:
            high = middle
        else:
            low = middle + 1
    return low


def _seconds(offset: timedelta | None) -> int:
    assert offset is not None
    return int(offset.total_seconds())

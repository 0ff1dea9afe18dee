"""The slow and simple way to the same answers: one minute after the other, with another library's time zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache

import numpy as np
import pytz

from server.scheduling.grid import Grid
from server.scheduling.hours import Hours
from server.scheduling.intervals import Intervals, intervals

MINUTE = 60


def shown(zone: str, at: int) -> datetime:
    """What the clock shows: pytz has rules, files and arithmetic of its own."""
    return _zone(zone).fromutc(datetime.fromtimestamp(at, UTC).replace(tzinfo=None)).replace(tzinfo=None)


@cache
def _zone(name: str) -> pytz.BaseTzInfo:
    return pytz.timezone(name)


def free_by_minutes(hours: Hours, start: int, end: int, busy: Intervals) -> Intervals:
    found = []
    for at in range(start, end, MINUTE):
        wall = shown(hours.zone, at)
        minute = wall.hour * 60 + wall.minute
        inside = any(begin <= minute < finish for begin, finish in hours.on(wall.date()))
        if inside and not any(first <= at < last for first, last in busy):
            found.append((at, at + MINUTE))
    return intervals(found)


def can_come(grid: Grid, free: Sequence[Intervals]) -> np.ndarray:
    return np.array(
        [
            [
                any(first <= grid.at(n) and grid.at(n) + grid.length <= last for first, last in spans)
                for n in range(grid.count)
            ]
            for spans in free
        ],
        dtype=np.bool_,
    ).reshape(len(free), grid.count)


def seconds(text: str) -> int:
    """Of "2027-03-28T01:00Z"."""
    return int(datetime.fromisoformat(text).timestamp())


def minutes_of(day: datetime, days: int) -> list[int]:
    first = int(day.replace(tzinfo=UTC).timestamp())
    return list(range(first, first + days * 86_400, MINUTE))


def naive(text: str) -> datetime:
    return datetime.fromisoformat(text)


def after(wall: datetime, minutes: int) -> datetime:
    return wall + timedelta(minutes=minutes)

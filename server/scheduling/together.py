"""The first times at which a few people can all meet, each on a day of its own. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import reduce

from server.scheduling.availability.model import Availability
from server.scheduling.hours import free
from server.scheduling.intervals import intersection
from server.scheduling.zones import wall_clock

STEP = 30 * 60
"""Seconds: a meeting begins on the hour or half past."""


def first_common(
    people: Sequence[Availability], start: int, end: int, minutes: int, zone: str, count: int
) -> list[int]:
    """Starts (seconds since 1970) from `start` to `end` of meetings that long; the first of each day, by the wall clock
    of `zone`. None where somebody gave no hours: of them nothing is known."""
    given = [(one.hours, one.busy) for one in people if one.hours is not None]
    if len(given) < len(people) or not given:
        return []
    common = reduce(intersection, [free(hours, start, end, busy) for hours, busy in given])
    found: dict[str, int] = {}
    for at in _starts([(int(a), int(b)) for a, b in common.tolist()], minutes * 60):
        found.setdefault(wall_clock(zone, datetime.fromtimestamp(at, UTC)).date().isoformat(), at)
    return list(found.values())[:count]


def _starts(spans: Sequence[tuple[int, int]], length: int) -> Iterator[int]:
    for begins, ends in spans:
        yield from range(-(-begins // STEP) * STEP, ends - length + 1, STEP)

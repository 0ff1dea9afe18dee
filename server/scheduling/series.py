"""A meeting again and again: at the same time on one wall, holidays skipped, single ones moved or left out.

The wall clock of `zone` rules. So for people of other zones the time on their wall moves when not all clocks are
changed on one day; `clock_moves` says for whom, when, and whose clock was changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from server.scheduling.zones import instant, wall_clock

MOST = 200
"""Meetings of one series: four years of weekly ones."""


@dataclass(frozen=True, slots=True)
class Series:
    """Every so many weeks, or every so many months on the same weekday of it: the third Tuesday, the last Friday.

    An exception is named by the day that the series had meant: the wall time to which the meeting was moved, or None
    where it was left out. A day in `skipped` has none; it still counts as one of `times`, unless `make_up` is set.
    """

    zone: str
    first: datetime
    minutes: int
    times: int
    every_weeks: int = 1
    every_months: int = 0
    exceptions: Mapping[date, datetime | None] = field(default_factory=dict)
    skipped: Collection[date] = ()
    make_up: bool = False


@dataclass(frozen=True, slots=True)
class Occurrence:
    """`day` names it for ever, wherever it was moved. An hour is an hour, in the night of a change too."""

    day: date
    start: datetime
    end: datetime
    moved: bool = False


def occurrences(series: Series) -> list[Occurrence]:
    """A time that the clock skips that night is shown an hour later: a series loses no meeting to it."""
    found: list[Occurrence] = []
    counted = 0
    for number in range(MOST * 2):
        if counted >= min(series.times, MOST):
            break
        day = _day(series, number)
        if day in series.skipped and day not in series.exceptions:
            counted += not series.make_up
            continue
        counted += 1
        wall = series.exceptions.get(day, datetime.combine(day, series.first.time()))
        if wall is None:
            continue
        start = instant(series.zone, wall)
        found.append(Occurrence(day, start, start + timedelta(minutes=series.minutes), day in series.exceptions))
    return sorted(found, key=lambda occurrence: occurrence.start)


def _day(series: Series, number: int) -> date:
    first = series.first.date()
    if not series.every_months:
        return first + timedelta(weeks=number * series.every_weeks)
    months = first.year * 12 + first.month - 1 + number * series.every_months
    month = date(months // 12, months % 12 + 1, 1)
    same_weekday = month + timedelta((first.weekday() - month.weekday()) % 7)
    weeks = (first.day - 1) // 7
    if weeks == 4:
        # The fifth one is the last one: not every month has five.
        fifth = same_weekday + timedelta(weeks=4)
        return fifth if fifth.month == month.month else fifth - timedelta(weeks=1)
    return same_weekday + timedelta(weeks=weeks)


@dataclass(frozen=True, slots=True)
class ClockMove:
    """From that meeting on somebody's wall shows another time. `changed`: whose clocks were changed meanwhile."""

    day: date
    zone: str
    before: time
    after: time
    changed: tuple[str, ...]


def clock_moves(series: Series, zones: Collection[str], within: Sequence[Occurrence] | None = None) -> list[ClockMove]:
    """Meetings that somebody has moved by hand say so themselves, and are left out here."""
    regular = [one for one in (occurrences(series) if within is None else within) if not one.moved]
    everybody = sorted({series.zone, *zones})
    found = []
    for earlier, later in pairwise(regular):
        changed = tuple(zone for zone in everybody if _offset(zone, earlier.start) != _offset(zone, later.start))
        for zone in everybody:
            before, after = (wall_clock(zone, one.start).time().replace(fold=0) for one in (earlier, later))
            if before != after:
                found.append(ClockMove(later.day, zone, before, after, changed))
    return found


def _offset(zone: str, at: datetime) -> timedelta:
    return wall_clock(zone, at).replace(tzinfo=at.tzinfo, fold=0) - at

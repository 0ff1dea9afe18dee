"""A person's weekly hours: rules on the wall clock of one zone, expanded to UTC for a stretch of time.

Free is every moment at which the clock on that person's wall shows a time inside the hours. So nobody is ever offered a
time that their own clock puts outside their hours, on the days of a clock change neither: Sunday 01:00 to 05:00 in
Belgrade lasts three hours on the day the clock is put forward and five on the day it is put back, and what falls into
the hour that is skipped is no time at all. `docs/decisions/0011-hours-are-moments.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from server.scheduling.intervals import NONE, Intervals, difference, union
from server.scheduling.zones import DAY, stretches

EPOCH = date(1970, 1, 1)
END_OF_DAY = 24 * 60

Span = tuple[int, int]
"""Minutes since midnight on the wall, end exclusive: (17 * 60, 20 * 60); a day ends at 1440."""


@dataclass(frozen=True, slots=True)
class Hours:
    """`weekly` holds seven days from Monday on. An exception replaces what its local date has; `()` is no time."""

    zone: str
    weekly: tuple[tuple[Span, ...], ...] = ((),) * 7
    exceptions: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)

    def on(self, day: date) -> tuple[Span, ...]:
        special = self.exceptions.get(day)
        return self.weekly[day.weekday()] if special is None else special


def free(hours: Hours, start: int, end: int, busy: Intervals = NONE) -> Intervals:
    """Within [start, end), seconds since 1970, without what is busy."""
    shown = _on_the_wall(hours, start, end)
    if not len(shown):
        return NONE
    parts = []
    for stretch in stretches(hours.zone, start, end):
        low, high = max(start, stretch.start), min(end, stretch.end)
        parts.append(np.clip(shown - stretch.offset, low, high))
    return difference(union(np.concatenate(parts)), busy)


def _on_the_wall(hours: Hours, start: int, end: int) -> Intervals:
    """Of every local date that may touch [start, end): zones are at most 14 hours from UTC."""
    days = np.arange(start // DAY - 1, (end - 1) // DAY + 2)
    special = {number: spans for day, spans in hours.exceptions.items() if (number := (day - EPOCH).days) in days}
    if special:
        days = days[~np.isin(days, list(special))]
    weekday = (days + EPOCH.weekday()) % 7
    spans = [
        (days[weekday == number, None] * END_OF_DAY + np.array(span)) * 60
        for number, theirs in enumerate(hours.weekly)
        for span in theirs
    ]
    spans += [(np.array([span]) + number * END_OF_DAY) * 60 for number, theirs in special.items() for span in theirs]
    return np.concatenate(spans) if spans else NONE

"""The hours of a typical week of a stretch of time: for who asks whether two people can meet at all, and how long.

A week is told on the wall clock of one zone, the run's: 672 quarters of an hour from Monday 00:00. People of one
country then have the same week in winter and in summer, although UTC moves under it. Where somebody's clock moves
against that wall within the stretch (or not, when it does), they have several weeks, and only what is free in each
of them counts: whoever is promised an hour in common has it from the first day to the last. Exceptions, holidays and
dates are of single days, and no part of a typical week.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import numpy as np

from server.scheduling.hours import Hours, free
from server.scheduling.zones import instant, stretches

QUARTER = 15 * 60
SLOTS = 7 * 96
LASTS = 28
"""Days: the clocks of Europe and of America differ for a week or two from what they do all year, and nobody plans a
year by those."""


def weeks(home: str, zones: Iterable[str], first: date, last: date) -> tuple[date, ...]:
    """Mondays, one for each way in which the zones stand to `home` for four weeks or more between the two days; at
    least one. Weeks in which a clock changes are none of them."""
    zones = sorted({home, *zones})
    lasting: dict[tuple[int, ...], list[date]] = {}
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        stand = _stand(home, zones, monday)
        if stand is not None:
            lasting.setdefault(stand, []).append(monday)
        monday += timedelta(days=7)
    if not lasting:
        return (first - timedelta(days=first.weekday()),)
    long = [found for found in lasting.values() if len(found) * 7 >= LASTS]
    return tuple(sorted(found[0] for found in long or [max(lasting.values(), key=len)]))


def _stand(home: str, zones: list[str], monday: date) -> tuple[int, ...] | None:
    """Seconds that each clock is before the one at home; None where one changes in this week."""
    start = int(instant(home, datetime.combine(monday, time())).timestamp())
    offsets = []
    for zone in zones:
        found = stretches(zone, start, start + 7 * 86_400)
        if len(found) > 1:
            return None
        offsets.append(found[0].offset)
    at_home = offsets[zones.index(home)]
    return tuple(offset - at_home for offset in offsets)


def slots(home: str, hours: Hours, mondays: Iterable[date]) -> frozenset[int]:
    """Quarters of an hour that are free as a whole in each of these weeks."""
    usual = replace(hours, exceptions={})
    marks = np.ones(SLOTS, dtype=np.bool_)
    for monday in mondays:
        start = int(instant(home, datetime.combine(monday, time())).timestamp())
        week = np.zeros(SLOTS, dtype=np.bool_)
        for begin, end in free(usual, start, start + SLOTS * QUARTER).tolist():
            week[-(-(begin - start) // QUARTER) : (end - start) // QUARTER] = True
        marks &= week
    return frozenset(np.flatnonzero(marks).tolist())

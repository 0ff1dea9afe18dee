"""The quiet hours that follow from a room's agreement."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from server.contract.things import Item
from server.rooms.things.agreement.contract import QuietHours
from server.rooms.things.kind import is_untouched

DAY = 24 * 60
"""Minutes."""


def quiet_hours(agreements: Collection[Item[Any]]) -> tuple[QuietHours, ...]:
    """What holds in a room, by the items of its agreement: none where nobody has said anything of it, or of its draft.
    Who came later may have begun one of their own; then all of them hold together."""
    return tuple(item.body.quiet for item in agreements if not is_untouched(item))


def is_quiet(quiet: QuietHours, moment: datetime) -> bool:
    """Whether nobody is to be reached. `moment` is by the clock of whom it concerns."""
    return moment.isoweekday() in quiet.days or moment.hour * 60 + moment.minute in nightly(quiet)


def nightly(quiet: QuietHours) -> frozenset[int]:
    """The minutes of a day, counted from midnight, that are quiet on every day."""
    start, end = _minute(quiet.start), _minute(quiet.end)
    return frozenset(minute % DAY for minute in range(start, end if start <= end else end + DAY))


def covers(wide: QuietHours, narrow: QuietHours) -> bool:
    """Whether every moment that is quiet by `narrow` is so by `wide` too."""
    if len(set(wide.days)) == 7:
        return True
    return set(narrow.days) <= set(wide.days) and nightly(narrow) <= nightly(wide)


def _minute(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])

"""A zone's clock written for calendars: a VTIMEZONE with one rule for each of its two changes a year.

Made from the pinned zones, for the years of a meeting. Each onset is the wall time before the change (RFC 5545 3.6.5),
and a rule has no end: so old programs and strict ones read it alike. Where the years follow no rule, as where clocks
follow the moon, each change is written by itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from server.scheduling.recurrence import DAYS
from server.scheduling.zones import Stretch, stretches, zone

YEARS = 4
"""That have to follow one rule, for it to be one."""


@dataclass(frozen=True, slots=True)
class Change:
    """`wall`: what the clock showed when it was changed. Offsets from UTC in seconds."""

    wall: datetime
    before: int
    after: int


def vtimezone(name: str, year: int) -> Timezone:
    """Right from the year before `year` to two years after it, at least. Raises UnknownZone."""
    first, last = (int(datetime(y, 1, 1, tzinfo=UTC).timestamp()) for y in (year - 1, year - 1 + YEARS))
    parts = _joined(stretches(zone(name).key, first, last))
    written = Timezone()
    written.add("TZID", name)
    changes = [
        Change(
            datetime.fromtimestamp(later.start + earlier.offset, UTC).replace(tzinfo=None), earlier.offset, later.offset
        )
        for earlier, later in pairwise(parts)
    ]
    if not changes:
        written.add_component(_observance(name, Change(datetime(1970, 1, 1), parts[0].offset, parts[0].offset), None))  # noqa: DTZ001
        return written
    rules = _rules(changes)
    for change in changes if rules is None else [one for one in changes if one.wall.year == changes[0].wall.year]:
        written.add_component(_observance(name, change, None if rules is None else rules[change.after]))
    if rules is None:
        # What held before the first change.
        earliest = Change(changes[0].wall - timedelta(days=366), changes[0].before, changes[0].before)
        written.add_component(_observance(name, earliest, None))
    return written


def _joined(parts: tuple[Stretch, ...]) -> list[Stretch]:
    """A stretch ends with its year; one that goes on is one."""
    joined: list[Stretch] = []
    for part in parts:
        if joined and joined[-1].offset == part.offset:
            joined[-1] = Stretch(joined[-1].start, part.end, part.offset)
        else:
            joined.append(part)
    return joined


def _rules(changes: list[Change]) -> dict[int, dict[str, object]] | None:
    """By the offset that each change leads to; None where some year follows another rule."""
    kinds: dict[int, list[Change]] = defaultdict(list)
    for change in changes:
        kinds[change.after].append(change)
    if len(kinds) != 2 or any(len(kind) != YEARS for kind in kinds.values()):
        return None
    found = {}
    for after, kind in kinds.items():
        place = _place(kind)
        if place is None:
            return None
        found[after] = {"FREQ": "YEARLY", "BYMONTH": kind[0].wall.month, "BYDAY": place}
    return found


def _place(kind: list[Change]) -> str | None:
    """Such as -1SU, when all of them are on that weekday of their month, at the same time of day."""
    if len({(one.wall.month, one.wall.weekday(), one.wall.time(), one.before) for one in kind}) > 1:
        return None
    weekday = DAYS[kind[0].wall.weekday()]
    if all((one.wall + timedelta(days=7)).month != one.wall.month for one in kind):
        return f"-1{weekday}"
    numbers = {(one.wall.day - 1) // 7 + 1 for one in kind}
    return f"{numbers.pop()}{weekday}" if len(numbers) == 1 else None


def _observance(name: str, change: Change, rule: dict[str, object] | None) -> TimezoneStandard | TimezoneDaylight:
    moment = datetime.fromtimestamp((change.wall.replace(tzinfo=UTC).timestamp()) - change.before, UTC)
    shown = moment.astimezone(zone(name))
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("DTSTART", change.wall)
    part.add("TZOFFSETFROM", timedelta(seconds=change.before))
    part.add("TZOFFSETTO", timedelta(seconds=change.after))
    part.add("TZNAME", shown.tzname() or name)
    if rule is not None:
        part.add("RRULE", rule)
    return part

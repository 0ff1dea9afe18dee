"""Which clock a TZID of a calendar means.

In this order: a name of the pinned database, also at the end of a path (`/mozilla.org/20050126_1/Europe/Berlin`); a
name of Windows; the name in X-LIC-LOCATION; what the calendar's own VTIMEZONE says. Else it is nobody's clock.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from server.scheduling.content_lines import Component
from server.scheduling.recurrence import RuleRefused, read_rule, walls
from server.scheduling.zones import UnknownZone, instant, wall_clock, zone

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - the start of UTC, without saying so


def seconds(wall: datetime) -> int:
    return (wall - EPOCH) // timedelta(seconds=1)


class Clock(Protocol):
    def to_utc(self, wall: datetime) -> int: ...
    def to_wall(self, at: int) -> datetime: ...


@dataclass(frozen=True, slots=True)
class NamedClock:
    name: str

    def to_utc(self, wall: datetime) -> int:
        return seconds(instant(self.name, wall).replace(tzinfo=None))

    def to_wall(self, at: int) -> datetime:
        return wall_clock(self.name, (EPOCH + timedelta(seconds=at)).replace(tzinfo=UTC)).replace(fold=0)


@dataclass(frozen=True, slots=True)
class Observance:
    """From each of the onsets on, walls of the time before, `after` is the offset from UTC. Seconds."""

    before: int
    after: int
    onsets: Callable[[int], list[datetime]]
    """Of one year, and the one before."""


@dataclass(frozen=True, slots=True)
class OwnClock:
    """What a VTIMEZONE says; used only where the name says nothing, because senders' rules are often old."""

    observances: tuple[Observance, ...]

    def to_utc(self, wall: datetime) -> int:
        return seconds(wall) - self._offset(wall)

    def to_wall(self, at: int) -> datetime:
        utc = EPOCH + timedelta(seconds=at)
        offsets = {offset for one in self.observances for offset in (one.before, one.after)}
        shown = [utc + timedelta(seconds=offset) for offset in sorted(offsets)]
        return next((wall for wall in shown if self.to_utc(wall) == at), shown[0])

    def _offset(self, wall: datetime) -> int:
        """Of two times the first one; a time that is skipped as if the clock had not been put forward yet."""
        past = [
            (onset, one.after)
            for one in self.observances
            for onset in one.onsets(wall.year)
            if onset + timedelta(seconds=max(0, one.after - one.before)) <= wall
        ]
        return max(past)[1] if past else self.observances[0].before


def clock(name: str, own: Mapping[str, Component]) -> Clock | None:
    """`own` are the calendar's VTIMEZONEs by their TZID."""
    if (known := _known(name)) is not None:
        return NamedClock(known)
    described = own.get(name)
    if described is None:
        return None
    place = described.first("X-LIC-LOCATION")
    if place is not None and (known := _known(place.value)) is not None:
        return NamedClock(known)
    return _own_clock(described)


def _known(name: str) -> str | None:
    name = name.strip()
    parts = name.split("/")
    # Europe/Belgrade has two parts, America/Argentina/Salta three.
    for candidate in (name, WINDOWS_TO_OLSON.get(name), "/".join(parts[-3:]), "/".join(parts[-2:])):
        if candidate is not None:
            try:
                return zone(candidate).key
            except UnknownZone:
                continue
    return None


def _own_clock(described: Component) -> OwnClock | None:
    observances = []
    for part in described.parts:
        before, after = (_offset(part, name) for name in ("TZOFFSETFROM", "TZOFFSETTO"))
        start = part.first("DTSTART")
        if before is None or after is None or start is None or part.broken:
            return None
        try:
            observances.append(Observance(before, after, _onsets(part, _wall(start.value))))
        except (ValueError, RuleRefused):
            return None
    return OwnClock(tuple(observances)) if observances else None


def _onsets(part: Component, start: datetime) -> Callable[[int], list[datetime]]:
    rule_line = part.first("RRULE")
    rule = read_rule(rule_line.value, start, lambda text: _wall(text.rstrip("Z"))) if rule_line else None
    single = [start, *(_wall(text) for line in part.every("RDATE") for text in line.value.split(",")[:500])]
    kept: dict[int, list[datetime]] = {}

    def onsets(year: int) -> list[datetime]:
        if year not in kept and len(kept) < 400:
            low, high = (
                start.replace(year=max(year - 1, 1), month=1, day=1),
                start.replace(year=min(year + 1, 9999), month=1, day=1),
            )
            found = walls(rule, start, low, high) if rule else []
            # The last one before counts for all years after it.
            older = [wall for wall in single if wall < high]
            if rule is not None and rule.until is not None and rule.until < low:
                older += walls(rule, start, rule.until - timedelta(days=400), rule.until + timedelta(days=1))
            kept[year] = [*found, *older]
        return kept.get(year, single)

    onsets(2000)
    return onsets


def _wall(text: str) -> datetime:
    return datetime.strptime(text.strip().rstrip("Z"), "%Y%m%dT%H%M%S" if "T" in text else "%Y%m%d")  # noqa: DTZ007


_OFFSET = re.compile(r"([+-])(\d\d)(\d\d)(\d\d)?", re.ASCII)


def _offset(part: Component, name: str) -> int | None:
    line = part.first(name)
    found = _OFFSET.fullmatch(line.value) if line else None
    if found is None or int(found[2]) > 23:
        return None
    size = int(found[2]) * 3600 + int(found[3]) * 60 + int(found[4] or 0)
    return -size if found[1] == "-" else size

"""Which hours can be said, and what they mean for some days; what becomes of a calendar that is read. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from server.errors import Refused
from server.scheduling.availability.model import Calendar, Fault, Said
from server.scheduling.content_lines import CalendarRefused
from server.scheduling.days_off import UnknownCountry, days_off
from server.scheduling.hours import END_OF_DAY, Hours, Span
from server.scheduling.reading import Reading
from server.scheduling.zones import FIRST_YEAR, LAST_YEAR, names

SPANS, EXCEPTIONS = 12, 400
"""At most, of a day; days that are unlike the others."""
CALENDARS = 5
"""Of one person."""
DAY = 86_400_000
"""ms."""
LOOKS_AHEAD = 366 * DAY
READ_AGAIN, TRY_AGAIN = DAY // 4, DAY // 24
_TIME = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9])")


def minutes(time: str) -> int:
    """Since midnight; 24:00 is the end of the day. Raises Refused hours_invalid."""
    found = _TIME.fullmatch(time)
    at = END_OF_DAY + 1 if found is None else int(found[1]) * 60 + int(found[2])
    if at > END_OF_DAY:
        raise Refused("hours_invalid")
    return at


def clock(at: int) -> str:
    return f"{at // 60:02}:{at % 60:02}"


def spans(given: Iterable[tuple[str, str]]) -> tuple[Span, ...]:
    """In order, what overlaps or touches as one. Raises Refused hours_invalid, hours_reversed."""
    merged: list[Span] = []
    for start, end in sorted((minutes(start), minutes(end)) for start, end in given):
        if start >= end:
            raise Refused("hours_reversed")
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def check_zone(zone: str) -> None:
    """Raises Refused zone_unknown."""
    if zone not in names():
        raise Refused("zone_unknown")


def check_country(country: str | None) -> None:
    """Raises Refused country_unknown."""
    if country is not None:
        try:
            days_off(country, date(2026, 1, 1), date(2026, 1, 1))
        except UnknownCountry:
            raise Refused("country_unknown") from None


def check_days(days: Iterable[date]) -> None:
    """Raises Refused year_unlikely."""
    if any(not FIRST_YEAR < day.year < LAST_YEAR for day in days):
        raise Refused("year_unlikely")


def hours_of(said: Said, first: date, last: date) -> Hours:
    """From `first` to `last`: what a person said of a day goes before a holiday."""
    off: Mapping[date, tuple[Span, ...]] = {}
    if said.country is not None:
        off = dict.fromkeys(days_off(said.country, first, last), ())
    return Hours(said.zone, said.weekly, {**off, **said.exceptions})


def week(days: Sequence[Iterable[tuple[str, str]]]) -> tuple[tuple[Span, ...], ...]:
    """Seven days from Monday on. Raises Refused as `spans`."""
    return tuple(spans(day) for day in days)


_FAULTS: Mapping[str, Fault] = {"no_calendar": "none", "unfinished": "cut_off"}


class Unread(Exception):
    """A calendar that says nothing, and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def coming(now: int) -> tuple[int, int]:
    """Of which time (seconds) a calendar is read."""
    return (now - DAY) // 1000, (now + LOOKS_AHEAD) // 1000


def unread(refused: CalendarRefused) -> Unread:
    return Unread(_FAULTS.get(str(refused), "too_much"))


def understood(calendar: Calendar, found: Reading, now: int) -> Calendar:
    """What it says of the time that is `coming` takes the place of what it said before."""
    return replace(
        calendar,
        busy=found.busy,
        left_out=sum(found.left_out.values()),
        read_at=now,
        until=now + LOOKS_AHEAD,
        fault=None,
        faults=0,
        due_at=None if calendar.address is None else now + READ_AGAIN,
    )


def failed(calendar: Calendar, fault: Fault, now: int) -> Calendar:
    """What it said before stays; it is tried again, less and less often."""
    wait = min(TRY_AGAIN << min(calendar.faults, 5), DAY)
    return replace(calendar, fault=fault, faults=calendar.faults + 1, due_at=now + wait)

"""Which dates a run can have, which it usually has, and for whom each is. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from server.contract.calendar import ADDRESS_LIMIT, NAME_LIMIT, POINT_LIMIT, DateFor, PlannedDate
from server.errors import Refused
from server.months import months_later
from server.programmes.words import by_language, clean_line

MARGIN = timedelta(days=60)
"""Before the first day and after the last: a preparation, a last celebration."""
APART = timedelta(days=6)
"""What is proposed leaves so much between a workshop and whatever is for everybody."""
LEAST_FOR_QUARTERS = timedelta(days=56)
STAFF = frozenset(("coordinator", "facilitator", "safeguarding"))
"""Roles that see all dates: they hold them."""


def checked(dates: Sequence[PlannedDate], start: date, end: date, team: Collection[str]) -> tuple[PlannedDate, ...]:
    """By day, with words cleaned. Raises Refused dates_outside, not_of_the_team, language_unknown, text_…"""
    for one in dates:
        check_day(start, end, one.day)
        if not {*one.led_by, *one.needs_to} <= set(team):
            raise Refused("not_of_the_team")
    return in_order([_cleaned(one) for one in dates])


def check_day(start: date, end: date, day: date) -> None:
    """Whether the run can have a date then. Raises Refused dates_outside."""
    least, most = start - MARGIN, end + MARGIN
    if not least <= day <= most:
        raise Refused("dates_outside", day=str(day), least=str(least), most=str(most))


def _cleaned(one: PlannedDate) -> PlannedDate:
    return replace(
        one,
        names=by_language(one.names, NAME_LIMIT, clean_line),
        address=clean_line(one.address, ADDRESS_LIMIT) if one.address.strip() else "",
        agenda=tuple(clean_line(point, POINT_LIMIT) for point in one.agenda if point.strip()),
        led_by=tuple(dict.fromkeys(one.led_by)),
        needs_to=tuple(dict.fromkeys(one.needs_to)),
    )


def in_order(dates: Collection[PlannedDate]) -> tuple[PlannedDate, ...]:
    return tuple(sorted(dates, key=lambda one: (one.day, one.time or "", one.kind, one.whom)))


# ── what is usual ─────────────────────────────────────────────────────────────────────────────────────────────────────


def proposal(start: date, end: date) -> tuple[PlannedDate, ...]:
    """The kick-off on the first day, the middle, the closing on the last; consultations of mentors and of mentees at
    each quarter; a workshop a month. On the weekday of the first day, so that people can keep it free."""
    midterm = _on_weekday(start, start + (end - start) / 2)
    for_all = [
        PlannedDate("kick_off", "all", start),
        PlannedDate("midterm", "all", midterm),
        PlannedDate("closing", "all", end),
    ]
    dates = [*for_all] if midterm not in (start, end) else [for_all[0], for_all[2]]
    if end - start >= LEAST_FOR_QUARTERS:
        dates += _consultations(start, end)
    dates += [one for one in _workshops(start, end) if not any(abs(one.day - other.day) < APART for other in for_all)]
    return in_order(dates)


def _consultations(start: date, end: date) -> Iterator[PlannedDate]:
    both: tuple[DateFor, ...] = ("mentors", "mentees")
    for quarter in (1, 2, 3):
        day = _on_weekday(start, start + (end - start) * quarter / 4)
        yield from (PlannedDate("consultation", whom, day) for whom in both)


def _workshops(start: date, end: date) -> Iterator[PlannedDate]:
    for months in count(1):
        day = _on_weekday(start, months_later(start, months))
        if day >= end:
            return
        yield PlannedDate("workshop", "all", day)


def moved(dates: Collection[PlannedDate], weeks: int, today: date) -> tuple[PlannedDate, ...]:
    """What is still to come, all by as much."""
    by = timedelta(weeks=weeks)
    return in_order([replace(one, day=one.day + by) if one.day > today else one for one in dates])


def _on_weekday(start: date, near: date) -> date:
    """The nearest day of the start's weekday."""
    weeks = round((near - start).days / 7)
    return start + timedelta(weeks=weeks)


# ── whose, and when ───────────────────────────────────────────────────────────────────────────────────────────────────


def is_for(one: PlannedDate, roles: Collection[str]) -> bool:
    if STAFF & set(roles):
        return True
    match one.whom:
        case "all":
            return True
        case "mentors":
            return "mentor" in roles
        case "mentees":
            return "mentee" in roles
        case _:
            return False


def moment(one: PlannedDate, zone: str) -> int | None:
    """ms; None where only the day is planned."""
    if one.time is None:
        return None
    here = datetime.combine(one.day, time.fromisoformat(one.time), ZoneInfo(zone))
    return int(here.timestamp() * 1000)

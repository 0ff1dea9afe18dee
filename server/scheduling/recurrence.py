"""Which days and times a rule of RFC 5545 means, on the wall clock, between two walls.

Written for rules of strangers: the work is bounded by the days between the start of the series and the end of what is
asked for, never by what a rule says. A rule without COUNT is not even followed from its start. Rules that come more
often than daily are refused; nobody's appointments have them.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST = 5_000
"""Times that one rule may have within what is asked for."""

LONGEST = 150 * 366
"""Days over which a rule with COUNT is followed."""


class RuleRefused(ValueError):
    """Its text is a word: `malformed`, `too_often` or `too_many`."""


@dataclass(frozen=True, slots=True)
class Rule:
    """As in RFC 5545 3.3.10. `until` is a wall time of the series' own zone, included."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    by_month: frozenset[int] = frozenset()
    by_week: frozenset[int] = frozenset()
    by_year_day: frozenset[int] = frozenset()
    by_month_day: frozenset[int] = frozenset()
    by_day: frozenset[tuple[int, int]] = frozenset()
    """Which one (0: each) of which weekday (0: Monday)."""
    times: tuple[time, ...] = ()
    positions: frozenset[int] = frozenset()
    week_start: int = 0


# ── reading a rule ────────────────────────────────────────────────────────────────────────────────────────────────────

_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_BOUNDS = {
    "BYMONTH": (1, 12),
    "BYWEEKNO": (1, 53),
    "BYYEARDAY": (1, 366),
    "BYMONTHDAY": (1, 31),
    "BYSETPOS": (1, 366),
    "BYHOUR": (0, 23),
    "BYMINUTE": (0, 59),
    "BYSECOND": (0, 59),
}
_NEGATIVE = {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYSETPOS"}


def read_rule(text: str, start: datetime, until: Callable[[str], datetime]) -> Rule:
    """`until` reads the value of UNTIL as a wall time of the series. Raises RuleRefused."""
    parts: dict[str, str] = {}
    for part in text.upper().strip().rstrip(";").split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in parts:
            raise RuleRefused("malformed")
        parts[name] = value
    frequency = parts.get("FREQ", "")
    if frequency in ("SECONDLY", "MINUTELY", "HOURLY"):
        raise RuleRefused("too_often")
    if frequency not in _PERIODS or parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise RuleRefused("malformed")
    numbers = {name: _numbers(name, parts.get(name)) for name in _BOUNDS}
    days = _days(parts.get("BYDAY"))
    if (frequency in ("DAILY", "WEEKLY") or numbers["BYWEEKNO"]) and any(number for number, _ in days):
        raise RuleRefused("malformed")
    interval, count = _natural(parts.get("INTERVAL", "1")), _natural(parts["COUNT"]) if "COUNT" in parts else None
    clock = [
        sorted(numbers[name]) or [usual]
        for name, usual in (("BYHOUR", start.hour), ("BYMINUTE", start.minute), ("BYSECOND", start.second))
    ]
    if len(clock[0]) * len(clock[1]) * len(clock[2]) > 24:
        raise RuleRefused("too_often")
    if parts.get("WKST", "MO") not in DAYS:
        raise RuleRefused("malformed")
    return _with_the_start(
        Rule(
            frequency,
            interval,
            count,
            until(parts["UNTIL"]) if "UNTIL" in parts else None,
            by_month=numbers["BYMONTH"],
            by_week=numbers["BYWEEKNO"] if frequency == "YEARLY" else frozenset(),
            by_year_day=numbers["BYYEARDAY"],
            by_month_day=numbers["BYMONTHDAY"],
            by_day=days,
            times=tuple(time(h, m, s) for h in clock[0] for m in clock[1] for s in clock[2]),
            positions=numbers["BYSETPOS"],
            week_start=DAYS.index(parts.get("WKST", "MO")),
        ),
        start,
    )


def _with_the_start(rule: Rule, start: datetime) -> Rule:
    """What a rule leaves open, its start says."""
    if rule.by_week or rule.by_year_day or rule.by_month_day or rule.by_day:
        if rule.by_week and not (rule.by_year_day or rule.by_month_day or rule.by_day):
            return replace(rule, by_day=frozenset({(0, start.weekday())}))
        return rule
    match rule.frequency:
        case "WEEKLY":
            return replace(rule, by_day=frozenset({(0, start.weekday())}))
        case "MONTHLY":
            return replace(rule, by_month_day=frozenset({start.day}))
        case "YEARLY":
            return replace(
                rule, by_month=rule.by_month or frozenset({start.month}), by_month_day=frozenset({start.day})
            )
        case _:
            return rule


def _numbers(name: str, text: str | None) -> frozenset[int]:
    if text is None:
        return frozenset()
    low, high = _BOUNDS[name]
    found = set()
    for part in text.split(","):
        if not re.fullmatch(r"[+-]?\d{1,3}", part, re.ASCII):
            raise RuleRefused("malformed")
        number = int(part)
        # Second 60 is that of a leap second, which no clock here has.
        number = 59 if name == "BYSECOND" and number == 60 else number
        if not (low <= number <= high or (name in _NEGATIVE and low <= -number <= high)):
            raise RuleRefused("malformed")
        found.add(number)
    return frozenset(found)


def _days(text: str | None) -> frozenset[tuple[int, int]]:
    found = set()
    for part in text.split(",") if text else ():
        day = _DAY.fullmatch(part)
        if day is None or abs(int(day[1] or 0)) > 53:
            raise RuleRefused("malformed")
        found.add((int(day[1] or 0), DAYS.index(day[2])))
    return frozenset(found)


def _natural(text: str) -> int:
    if not re.fullmatch(r"\d{1,9}", text, re.ASCII) or int(text) < 1:
        raise RuleRefused("malformed")
    return int(text)


# ── following it ──────────────────────────────────────────────────────────────────────────────────────────────────────


def walls(
    rule: Rule, start: datetime, low: datetime, high: datetime, spend: Callable[[int], None] = lambda _days: None
) -> list[datetime]:
    """In [low, high), in order; `start` itself counts even where the rule does not mean it. Raises RuleRefused.

    `spend` is told how much was looked at, about one for each four days, and may raise what it likes.
    """
    if rule.until is not None and rule.until < high:
        high = rule.until + timedelta(seconds=1)
    found = [start] if low <= start < high else []
    counted = 1
    for period in _periods(rule, start, low if rule.count is None else start, high):
        spend(1 + (period[1] - period[0]).days // 4)
        for wall in _within(rule, period):
            if wall <= start:
                continue
            if wall >= high or (rule.count is not None and counted >= rule.count):
                return found
            counted += 1
            if wall >= low:
                found.append(wall)
                if len(found) > MOST:
                    raise RuleRefused("too_many")
    return found


Period = tuple[date, date]
"""First day, and the day after the last one."""


def _periods(rule: Rule, start: datetime, low: datetime, high: datetime) -> Iterator[Period]:
    """From the one in which `low` falls until `high`; only every `interval`th one, counted from that of the start."""
    if (high.date() - max(start, low).date()).days > LONGEST:
        raise RuleRefused("too_many")
    first = _PERIODS[rule.frequency](start.date(), rule.week_start)
    wanted = _PERIODS[rule.frequency](max(start, low).date(), rule.week_start)
    # One period earlier, because a week may belong to the year before.
    number = max(0, (wanted - first) // rule.interval * rule.interval - rule.interval)
    while True:
        try:
            begin, end = _bounds(rule, first + number)
        except (ValueError, OverflowError):
            return  # After the year 9999.
        if begin >= high.date() + timedelta(days=7):
            return
        yield begin, end
        number += rule.interval


_PERIODS: dict[str, Callable[[date, int], int]] = {
    "DAILY": lambda day, _start: day.toordinal(),
    "WEEKLY": lambda day, start: (day.toordinal() - 1 - start) // 7,
    "MONTHLY": lambda day, _start: day.year * 12 + day.month - 1,
    "YEARLY": lambda day, _start: day.year,
}


def _bounds(rule: Rule, number: int) -> Period:
    match rule.frequency:
        case "DAILY":
            begin = date.fromordinal(number)
            return begin, begin + timedelta(days=1)
        case "WEEKLY":
            begin = date.fromordinal(number * 7 + 1 + rule.week_start)
            return begin, begin + timedelta(days=7)
        case "MONTHLY":
            begin = date(number // 12, number % 12 + 1, 1)
            return begin, date((number + 1) // 12, (number + 1) % 12 + 1, 1)
        case _:
            if rule.by_week:
                return _first_week(number, rule.week_start), _first_week(number + 1, rule.week_start)
            return date(number, 1, 1), date(number + 1, 1, 1)


def _first_week(year: int, week_start: int) -> date:
    """The first day of the first week that has four days in the year."""
    fourth = date(year, 1, 4)
    return fourth - timedelta(days=(fourth.weekday() - week_start) % 7)


def _within(rule: Rule, period: Period) -> Iterator[datetime]:
    begin, end = period
    days = [day for number in range((end - begin).days) if _fits(rule, day := begin + timedelta(days=number), period)]
    if not rule.positions:
        yield from (datetime.combine(day, at) for day in days for at in rule.times)
        return
    every = [datetime.combine(day, at) for day in days for at in rule.times]
    wanted = {position - 1 if position > 0 else len(every) + position for position in rule.positions}
    yield from (wall for number, wall in enumerate(every) if number in wanted)


def _fits(rule: Rule, day: date, period: Period) -> bool:
    if rule.by_month and day.month not in rule.by_month:
        return False
    if rule.by_week:
        begin, end = period
        week, weeks = (day - begin).days // 7 + 1, (end - begin).days // 7
        if week not in rule.by_week and week - weeks - 1 not in rule.by_week:
            return False
    if rule.by_month_day:
        length = calendar.monthrange(day.year, day.month)[1]
        if day.day not in rule.by_month_day and day.day - length - 1 not in rule.by_month_day:
            return False
    if rule.by_year_day:
        length = 366 if calendar.isleap(day.year) else 365
        number = day.timetuple().tm_yday
        if number not in rule.by_year_day and number - length - 1 not in rule.by_year_day:
            return False
    return not rule.by_day or _is_weekday(rule, day)


def _is_weekday(rule: Rule, day: date) -> bool:
    weekday = day.weekday()
    if (0, weekday) in rule.by_day:
        return True
    if not any(wanted == weekday for _, wanted in rule.by_day):
        return False
    if rule.frequency == "MONTHLY" or rule.by_month:
        number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    else:
        number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    return ((number - 1) // 7 + 1, weekday) in rule.by_day or (-((length - number) // 7 + 1), weekday) in rule.by_day

"""When somebody is busy, from their calendar: intervals only. What they do, where and with whom is never looked at.

The rules, for everything that a calendar may hold:

- Cancelled, transparent (`TRANSP:TRANSPARENT`) and, as Outlook says it, `FREE` entries take no time; tentative ones do.
- Whole days last from midnight to midnight in `zone`, the person's own.
- Times without a zone, or with one that nobody knows, are those of the calendar (X-WR-TIMEZONE), else the person's.
- An entry without end takes no time when it has a time, and its day when it has none.
- The length of an entry given by its end or in hours is kept to the second on the night of a clock change; one given in
  days or weeks is a length on the wall.
- A repeated time that the clock skips that night is taken an hour later, as people's programs show it: rather busy than
  not.
- 24:00 is the next day's midnight. Years before 1 and after 9999 are none.
- Rules that come more often than daily, and entries whose times follow no grammar, are left out and counted by reason.
- What is too large, too deep, too much or cut off is refused as a whole: half a calendar would make people look free.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.scheduling.calendar_clocks import Clock, NamedClock, clock
from server.scheduling.content_lines import CalendarRefused, Component, Property, components
from server.scheduling.intervals import Intervals, intervals
from server.scheduling.recurrence import Rule, RuleRefused, read_rule, walls

MOST_LOOKS = 150_000
"""That the rules of one calendar together may cost: some seconds. See `recurrence.walls`."""

DATE_LOOKS = 3
"""Of them what each date costs that an entry names besides its rules, or leaves out."""

MOST_INTERVALS = 50_000
MINUTE = 60


@dataclass(frozen=True, slots=True)
class Reading:
    """`busy` in whole minutes, rounded outwards. `left_out`: how many entries for which reason."""

    busy: Intervals
    read: int
    left_out: Mapping[str, int]


class _Unreadable(ValueError):
    """One entry. Its text is the reason."""


@dataclass(frozen=True, slots=True)
class _Length:
    """`days` on the wall, then `seconds` in UTC."""

    days: int
    seconds: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """`wall` on `clock`. `whole_day`: it has no time of day."""

    uid: str
    revision: int
    clock: Clock
    wall: datetime
    whole_day: bool
    length: _Length
    takes_time: bool
    rules: tuple[Rule, ...]
    more: tuple[tuple[datetime, _Length | None], ...]
    without: frozenset[datetime]
    without_days: frozenset[datetime]
    replaces: datetime | None
    and_later: bool


def read_busy(file: bytes, zone: str, start: int, end: int) -> Reading:
    """Within [start, end), seconds since 1970. Raises CalendarRefused, and UnknownZone for the person's own."""
    left_out: Counter[str] = Counter()
    found: list[tuple[int, int]] = []
    read = 0
    effort = _Effort()
    for calendar in components(file):
        clocks = _Clocks(calendar, zone)
        entries = []
        for part in calendar.parts:
            try:
                if part.name == "VFREEBUSY":
                    found += _free_busy(part, clocks)
                    read += 1
                elif part.name == "VEVENT":
                    effort.spend(DATE_LOOKS * _dates_beside(part))
                    entries.append(_entry(part, clocks))
                    read += 1
            except _Unreadable as reason:
                left_out[str(reason)] += 1
        for series in _by_series(entries):
            try:
                found += _times(series, start, end, effort)
            except (_Unreadable, RuleRefused) as reason:
                left_out[str(reason)] += len(series)
                read -= len(series)
            if len(found) > MOST_INTERVALS:
                raise CalendarRefused("too_many")
    clipped = ((max(a // MINUTE * MINUTE, start), min(-(-b // MINUTE) * MINUTE, end)) for a, b in found)
    return Reading(intervals(span for span in clipped if span[0] < span[1]), read, dict(left_out))


class _Effort:
    def __init__(self) -> None:
        self.left = MOST_LOOKS

    def spend(self, looks: int) -> None:
        self.left -= looks
        if self.left < 0:
            raise CalendarRefused("too_many")


class _Clocks:
    """Of one calendar, each found once."""

    def __init__(self, calendar: Component, zone: str) -> None:
        self._own = {
            name.value: part for part in calendar.parts if part.name == "VTIMEZONE" and (name := part.first("TZID"))
        }
        self.persons: Clock = NamedClock(zone)
        self._found: dict[str, Clock | None] = {}
        usual = calendar.first("X-WR-TIMEZONE")
        self.usual = (self._clock(usual.value) if usual else None) or self.persons

    def named(self, name: str) -> Clock:
        return self._clock(name) or self.usual

    def _clock(self, name: str) -> Clock | None:
        if name not in self._found:
            self._found[name] = clock(name, self._own)
        return self._found[name]


UTC_CLOCK = NamedClock("UTC")


def _dates_beside(part: Component) -> int:
    return sum(1 + line.value.count(",") for line in part.properties if line.name in ("EXDATE", "RDATE"))


# ── one entry ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _entry(part: Component, clocks: _Clocks) -> _Entry:
    first = part.first("DTSTART")
    if part.broken or first is None:
        raise _Unreadable("malformed")
    its_clock, wall, whole_day = _time(first, first.value, clocks)

    def on_its_wall(line: Property, text: str) -> tuple[datetime, bool]:
        other, time, day_only = _time(line, text, clocks)
        return (time if day_only or whole_day else its_clock.to_wall(other.to_utc(time))), day_only

    def until(text: str) -> datetime:
        time, day_only = on_its_wall(Property("UNTIL", {}, text), text)
        return time + timedelta(days=1, seconds=-1) if day_only else time

    replaced = part.first("RECURRENCE-ID")
    without = [on_its_wall(line, text) for line in part.every("EXDATE") for text in line.value.split(",") if text]
    return _Entry(
        uid=part.first("UID").value if part.first("UID") else "",  # type: ignore[union-attr]
        revision=int(part.word("SEQUENCE")) if re.fullmatch(r"\d{1,9}", part.word("SEQUENCE"), re.ASCII) else 0,
        clock=its_clock,
        wall=wall,
        whole_day=whole_day,
        length=_length(part, its_clock, wall, whole_day, clocks),
        takes_time=not (
            part.word("STATUS") == "CANCELLED"
            or part.word("TRANSP") == "TRANSPARENT"
            or part.word("X-MICROSOFT-CDO-BUSYSTATUS") == "FREE"
        ),
        rules=tuple(_rule(line.value, wall, until) for line in part.every("RRULE")),
        more=tuple(
            _more(line, text, clocks, on_its_wall)
            for line in part.every("RDATE")
            for text in line.value.split(",")
            if text
        ),
        without=frozenset(time for time, day_only in without if not day_only or whole_day),
        without_days=frozenset(time for time, day_only in without if day_only),
        replaces=on_its_wall(replaced, replaced.value)[0] if replaced else None,
        and_later=replaced is not None and replaced.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
    )


def _rule(text: str, wall: datetime, until: Callable[[str], datetime]) -> Rule:
    try:
        return read_rule(text, wall, until)
    except RuleRefused as refused:
        raise _Unreadable(str(refused)) from None


_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?", re.ASCII)


def _time(line: Property, text: str, clocks: _Clocks) -> tuple[Clock, datetime, bool]:
    """The clock, the wall, and whether it is a day without a time."""
    found = _DATE.fullmatch(text.strip().upper())
    if found is None:
        raise _Unreadable("malformed")
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        midnight = datetime(year, month, day)  # noqa: DTZ001 - a wall
        if hour == 24 and not minute and not second:
            wall = midnight + timedelta(days=1)
        else:
            wall = midnight.replace(hour=hour, minute=minute, second=min(second, 59))
    except (ValueError, OverflowError):
        raise _Unreadable("no_such_time") from None
    if not 1 < wall.year < 9999:
        # Their zones would lead out of the calendar.
        raise _Unreadable("no_such_time")
    if found[4] is None:
        return clocks.persons, wall, True
    if found[7]:
        return UTC_CLOCK, wall, False
    name = line.parameters.get("TZID")
    return (clocks.named(name) if name else clocks.usual), wall, False


_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?", re.ASCII
)


def _duration(text: str) -> _Length:
    found = _DURATION.fullmatch(text.strip().upper())
    if found is None or not any(found.groups()[1:]):
        raise _Unreadable("malformed")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if found[1] == "-":
        raise _Unreadable("ends_before_it_starts")
    return _Length(weeks * 7 + days, hours * 3600 + minutes * 60 + seconds)


def _length(part: Component, its_clock: Clock, wall: datetime, whole_day: bool, clocks: _Clocks) -> _Length:
    if (last := part.first("DTEND")) is not None:
        other, end, day_only = _time(last, last.value, clocks)
        if whole_day or day_only:
            days = (end.date() - wall.date()).days
            if days < 0:
                raise _Unreadable("ends_before_it_starts")
            # Some programs write the same day twice for one whole day.
            return _Length(max(days, 1), 0)
        seconds = other.to_utc(end) - its_clock.to_utc(wall)
        if seconds < 0:
            raise _Unreadable("ends_before_it_starts")
        return _Length(0, seconds)
    if (duration := part.first("DURATION")) is not None:
        return _duration(duration.value)
    return _Length(1, 0) if whole_day else _Length(0, 0)


def _more(
    line: Property, text: str, clocks: _Clocks, on_its_wall: Callable[[Property, str], tuple[datetime, bool]]
) -> tuple[datetime, _Length | None]:
    """A further time, or a period with a length of its own."""
    first, _, rest = text.partition("/")
    wall, _day_only = on_its_wall(line, first)
    return wall, _period(line, first, rest, clocks) if rest else None


def _period(line: Property, first: str, rest: str, clocks: _Clocks) -> _Length:
    """`rest` is a length, or an end."""
    if rest.lstrip("+-").upper().startswith("P"):
        return _duration(rest)
    (start_clock, start, _), (end_clock, end, _) = (_time(line, one, clocks) for one in (first, rest))
    return _Length(0, max(end_clock.to_utc(end) - start_clock.to_utc(start), 0))


def _free_busy(part: Component, clocks: _Clocks) -> Iterator[tuple[int, int]]:
    if part.broken:
        raise _Unreadable("malformed")
    for line in part.every("FREEBUSY"):
        if line.parameters.get("FBTYPE", "BUSY").upper() == "FREE":
            continue
        for text in line.value.split(","):
            first, _, rest = text.partition("/")
            its_clock, wall, _ = _time(line, first, clocks)
            yield _span(its_clock, wall, _period(line, first, rest, clocks))


# ── and all its times ─────────────────────────────────────────────────────────────────────────────────────────────────


def _by_series(entries: Iterable[_Entry]) -> list[list[_Entry]]:
    """Entries of one UID belong together; of those that say they are the same one, the last word counts."""
    series: dict[object, dict[object, _Entry]] = defaultdict(dict)
    for number, entry in enumerate(entries):
        one = series[entry.uid or number]
        before = one.get(entry.replaces)
        if before is None or before.revision <= entry.revision:
            one[entry.replaces] = entry
    return [list(one.values()) for one in series.values()]


def _times(series: list[_Entry], start: int, end: int, effort: _Effort) -> list[tuple[int, int]]:
    whole = next((one for one in series if one.replaces is None), None)
    single = [one for one in series if one is not whole and one.takes_time]
    found = [_span(one.clock, one.wall, one.length) for one in single]
    if whole is None:
        return found
    changed = {whole.clock.to_utc(one.replaces): one for one in series if one.replaces is not None}
    later = [(at, changed[at]) for at in sorted(changed) if changed[at].and_later]
    for wall, length in _walls(whole, start, end, effort):
        at = whole.clock.to_utc(wall)
        if at in changed:
            continue
        model, moved = whole, timedelta(0)
        for since, one in later:
            if since < at:
                model, moved = one, one.wall - one.clock.to_wall(since)
        if model.takes_time:
            found.append(
                _span(
                    model.clock, (wall if model is whole else model.clock.to_wall(at)) + moved, length or model.length
                )
            )
    return found


def _walls(entry: _Entry, start: int, end: int, effort: _Effort) -> list[tuple[datetime, _Length | None]]:
    """Of a whole series, those that may reach into [start, end)."""
    margin = timedelta(days=min(entry.length.days + entry.length.seconds // 86_400 + 2, 4000))
    low, high = entry.clock.to_wall(start) - margin, entry.clock.to_wall(end) + timedelta(days=2)
    # A moved part of a series may have been moved far.
    far = timedelta(days=31)
    times = {entry.wall}.union(*(walls(rule, entry.wall, low - far, high + far, effort.spend) for rule in entry.rules))
    more = [(wall, length) for wall, length in entry.more if low <= wall < high]
    return [
        (wall, length)
        for wall, length in [*((wall, None) for wall in sorted(times)), *more]
        if wall not in entry.without
        and not (entry.without_days and wall.replace(hour=0, minute=0, second=0) in entry.without_days)
    ]


def _span(its_clock: Clock, wall: datetime, length: _Length) -> tuple[int, int]:
    begin = its_clock.to_utc(wall)
    try:
        after = its_clock.to_utc(wall + timedelta(days=length.days)) if length.days else begin
    except OverflowError:
        raise _Unreadable("no_such_time") from None
    return begin, after + length.seconds

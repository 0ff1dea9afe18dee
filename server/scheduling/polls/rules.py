"""Which searches there can be, and what is found: who can come when, and which sessions reach the most people. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import numpy as np
import numpy.typing as npt

from server.errors import Refused
from server.months import months_later
from server.scheduling import choice
from server.scheduling.availability.model import Availability
from server.scheduling.grid import Grid
from server.scheduling.group import (
    BUSY,
    FREE,
    OUTSIDE,
    Candidate,
    Quorum,
    States,
    Wake,
    candidate,
    candidates,
    states,
    strains,
    wake,
)
from server.scheduling.hours import Hours
from server.scheduling.polls.model import Answers, Every, Guest, Poll, Says
from server.scheduling.zones import LAST_YEAR, instant, stretches, wall_clock

STEP = 30 * 60
"""Seconds between two starts that are looked at."""
POLLS = 40
"""That a run keeps at once: whoever looks at them reads all of them."""
DAYS, GUESTS, OUTSIDERS, ASKED, SESSIONS, MEETINGS = 92, 300, 50, 8, 6, 12
APART: Mapping[Every, int] = {"week": 7, "fortnight": 14, "month": 28}
"""Days from which the times of a meeting of a series are taken, at most: so no two are taken from the same ones."""
SHORTEST, LONGEST = 15, 480
"""Minutes."""
SHOWN = 12
"""Of the best times."""
ANYTIME = ((0, 24 * 60),)
_VALUE: Mapping[Says, int] = {"yes": FREE, "maybe": OUTSIDE, "no": BUSY}


def check(one: Poll, today: date) -> None:
    """Raises Refused poll_days, poll_hours, minutes_unlikely, poll_guests, poll_series."""
    if not (today <= one.first <= one.last and (one.last - one.first).days < DAYS) or one.last.year >= LAST_YEAR:
        raise Refused("poll_days", days=DAYS)
    if not SHORTEST <= one.minutes <= LONGEST:
        raise Refused("minutes_unlikely", limit=LONGEST)
    if not 0 <= one.since < one.until <= 24 * 60 or one.until - one.since < one.minutes:
        raise Refused("poll_hours")
    people = [guest.person or guest.email for guest in one.guests]
    outside = sum(guest.person is None for guest in one.guests)
    if not 2 <= len(people) <= GUESTS or len(set(people)) < len(people) or outside > OUTSIDERS:
        raise Refused("poll_guests", limit=GUESTS)
    if not 0 <= one.at_least <= len(people) or not 1 <= one.sessions <= SESSIONS:
        raise Refused("poll_guests", limit=GUESTS)
    if one.meetings != 1:
        _check_series(one)


def _check_series(one: Poll) -> None:
    """Everybody comes to each: so it is not one thing in several sessions too."""
    apart = APART[one.every]
    if not 1 <= one.meetings <= MEETINGS or one.sessions > 1 or (one.last - one.first).days >= apart:
        raise Refused("poll_series", limit=MEETINGS, days=apart)
    if windows(one)[-1][1].year >= LAST_YEAR:
        raise Refused("poll_days", days=DAYS)


def windows(one: Poll) -> list[tuple[date, date]]:
    """First and last day of each meeting of the series; of one alone, its own."""
    return [(_later(one, one.first, number), _later(one, one.last, number)) for number in range(one.meetings)]


def _later(one: Poll, day: date, number: int) -> date:
    """A day of the first meeting, for the one of this number."""
    if one.every == "month":
        return months_later(day, number)
    return day + timedelta(APART[one.every] * number)


MAILED, MAILED_OUTSIDE = 3, 6
"""Within a day: mails to one address about one search, and about all searches to one without an account."""


def check_mailed(mailed: Collection[tuple[str, str | None]], one: Poll) -> None:
    """`mailed`: within the last day, to which address, about which search. Raises Refused poll_asked_often."""
    outside = {guest.email for guest in one.guests if guest.person is None}
    about_it = Counter(address for address, about in mailed if about == one.id)
    if any(count >= MAILED for count in about_it.values()):
        raise Refused("poll_asked_often", limit=MAILED)
    about_all = Counter(address for address, _ in mailed)
    if any(about_all[address] >= MAILED_OUTSIDE for address in outside):
        raise Refused("poll_asked_often", limit=MAILED_OUTSIDE)


def check_asked(one: Poll, starts: Sequence[int], now: int) -> tuple[int, ...]:
    """Raises Refused time_over, time_twice, time_not_offered."""
    asked = tuple(sorted(set(starts)))
    if len(asked) < len(starts):
        raise Refused("time_twice")
    limit = max(ASKED, one.meetings)
    if not 1 <= len(asked) <= limit:
        raise Refused("poll_asked", limit=limit)
    if asked[0] <= now:
        raise Refused("time_over")
    return asked


# ── what is found ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Found:
    """`best`: the numbers in a candidate are those of the poll's guests; `unknown`: guests of whom nothing is known.
    `sessions`: starts (ms) that reach `covered` guests together; `proved`: none reach more. `heat`: by day, how many
    are free at each of the poll's full hours."""

    best: tuple[Candidate, ...]
    unknown: tuple[int, ...]
    sessions: tuple[int, ...]
    covered: int
    proved: bool
    heat: tuple[tuple[date, tuple[int, ...]], ...]


def look_at(one: Poll, start: int, there: Mapping[str, Availability], answers: Answers) -> Candidate | None:
    """One start (ms) alone, whatever it is worth; None where the poll does not look. As `look`."""
    try:
        day = wall_clock(one.zone, datetime.fromtimestamp(start / 1000, UTC)).date()
    except (ValueError, OverflowError, OSError):
        return None
    if not any(first <= day <= last for first, last in windows(one)):
        return None
    seen = see(one, (day, day), there, answers)
    if start % 1000 or start // 1000 not in seen.starts:
        return None
    place = seen.starts.index(start // 1000)
    return candidate(seen.starts, seen.table, seen.strain, list(quorums(one)), place)


@dataclass(frozen=True, slots=True)
class Seen:
    """Who can come when: a row for each guest, a column for each start (seconds) between two days at which the poll
    looks, and which `allowed` tells among those of the grid. `strain` as in `group.strains`."""

    there: Wake
    allowed: npt.NDArray[np.bool_]
    starts: Sequence[int]
    table: States
    strain: npt.NDArray[np.int32]


def look(one: Poll, there: Mapping[str, Availability], answers: Answers, *, exact: bool = True) -> Found:
    """`there`: by person. An answer goes before what hours tell. Who has neither is unknown: never free, and in
    nobody's way. `exact`: several sessions are searched for until they are proved, or too much was tried."""
    seen = see(one, (one.first, one.last), there, answers)
    together = _sessions(one, seen.table, seen.starts, choice.EFFORT if exact else 0)
    return Found(
        best=tuple(candidates(seen.there.grid, seen.table, seen.strain, list(quorums(one)), SHOWN, seen.starts)),
        unknown=unknown(one, there, answers),
        heat=tuple(_heat(one, seen.table, seen.starts)),
        sessions=tuple(seen.starts[number] * 1000 for number in together.starts),
        covered=together.covered,
        proved=together.proved,
    )


def see(one: Poll, days: tuple[date, date], there: Mapping[str, Availability], answers: Answers) -> Seen:
    grid = _grid(one, *days)
    allowed = _allowed(one, grid)
    known = [there.get(guest.person or "", Availability()) for guest in one.guests]
    hours = [theirs.hours or Hours("UTC", (ANYTIME,) * 7) for theirs in known]
    awake = wake(grid, hours)
    table = states(awake, [theirs.busy for theirs in known])
    for number in (number for number, theirs in enumerate(known) if theirs.hours is None):
        table[number] = np.where(table[number] == BUSY, BUSY, OUTSIDE)
    for number, guest in enumerate(one.guests):
        for start, says in answers.get(guest.id, {}).items():
            place = (start // 1000 - grid.start) // grid.step
            if grid.at(place) * 1000 == start and 0 <= place < grid.count:
                table[number, place] = _VALUE[says]
    starts = [grid.at(int(number)) for number in np.flatnonzero(allowed)]
    return Seen(awake, allowed, starts, table[:, allowed], strains(awake)[:, allowed])


def unknown(one: Poll, there: Mapping[str, Availability], answers: Answers) -> tuple[int, ...]:
    """Guests of whom nothing is known."""
    return tuple(
        number
        for number, guest in enumerate(one.guests)
        if there.get(guest.person or "", Availability()).hours is None and not answers.get(guest.id)
    )


def _grid(one: Poll, first: date, last: date) -> Grid:
    """From the first day's midnight on the poll's wall to the last one's."""
    start = int(instant(one.zone, datetime.combine(first, time())).timestamp())
    end = int(instant(one.zone, datetime.combine(last + timedelta(days=1), time())).timestamp())
    return Grid(start, end, STEP, one.minutes * 60)


def _allowed(one: Poll, grid: Grid) -> npt.NDArray[np.bool_]:
    """Starts whose whole session lies within the poll's hours, on its wall clock."""
    starts = grid.start + np.arange(grid.count) * grid.step
    allowed = np.zeros(grid.count, np.bool_)
    for stretch in stretches(one.zone, grid.start, grid.end):
        begins = (starts + stretch.offset) // 60 % (24 * 60)
        inside = (one.since <= begins) & (begins + one.minutes <= one.until)
        allowed |= inside & (stretch.start <= starts) & (starts < stretch.end)
    return allowed


def quorums(one: Poll) -> Iterator[Quorum]:
    by_part = {part: [n for n, guest in enumerate(one.guests) if guest.part == part] for part in ("needed", "one_of")}
    if by_part["needed"]:
        yield Quorum(frozenset(by_part["needed"]), len(by_part["needed"]))
    if by_part["one_of"]:
        yield Quorum(frozenset(by_part["one_of"]), 1)
    if one.at_least:
        yield Quorum(frozenset(range(len(one.guests))), one.at_least)


def _sessions(one: Poll, table: States, starts: Sequence[int], effort: int) -> choice.Choice:
    """Several, so that most can come to one of them; for one alone the best time is the answer."""
    if one.sessions == 1 or not starts:
        return choice.Choice((), 0, proved=True)
    apart = -(-one.minutes * 60 // STEP)
    return choice.most(table == FREE, one.sessions, apart, effort)


def _heat(one: Poll, table: States, starts: Sequence[int]) -> Iterator[tuple[date, tuple[int, ...]]]:
    free = (table == FREE).sum(axis=0)
    by_day: dict[date, dict[int, int]] = {}
    for number, start in enumerate(starts):
        wall = wall_clock(one.zone, datetime.fromtimestamp(start, UTC))
        if wall.minute == 0:
            by_day.setdefault(wall.date(), {})[wall.hour] = int(free[number])
    columns = hours_of(one)
    for day, cells in sorted(by_day.items()):
        yield day, tuple(cells.get(hour, 0) for hour in columns)


def hours_of(one: Poll) -> list[int]:
    """The full hours at which a session can begin: the columns of the heat map."""
    return [hour for hour in range(24) if one.since <= hour * 60 and hour * 60 + one.minutes <= one.until]


def guest_of(one: Poll, person: str) -> Guest | None:
    return next((guest for guest in one.guests if guest.person == person), None)

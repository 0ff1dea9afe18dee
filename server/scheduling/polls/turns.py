"""The times of a series: whoever is asked to come outside of their hours takes turns. Pure.

Of each meeting those starts count to which everybody can come who has to, and which the fewest cannot come to at all.
Among them one is chosen for each, so that the person who bears most over the whole series bears as little as possible
(`server.scheduling.sharing`). Who has to be there need not be within their hours: else it would always be the others
who get up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import numpy as np
import numpy.typing as npt

from server.scheduling.availability.model import Availability
from server.scheduling.group import BUSY, OUTSIDE, gaps
from server.scheduling.hours import Hours
from server.scheduling.polls.model import Answers, Poll
from server.scheduling.polls.rules import Seen, quorums, see, unknown, windows
from server.scheduling.sharing import EFFORT, share
from server.scheduling.zones import wall_clock

OTHERS = 5
"""That a date can be swapped for."""
LOOKED_AT = 40
"""Starts of one meeting among which turns are shared: no other is better for anybody, or they ask the least of all."""

Why = Literal["early", "late", "between", "other_day", "if_need_be"]
"""Before one's hours of that day, after them, between them, on a day without any; or what one said."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """A guest, by number, who would come outside of their hours. `strain`: minutes, those at night threefold."""

    guest: int
    strain: int
    why: Why


@dataclass(frozen=True, slots=True)
class Turn:
    """A start (ms), and for whom it is not within their hours, or not to be had at all."""

    start: int
    beyond: tuple[Beyond, ...]
    busy: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Turns:
    """Of each meeting the proposed time and then the next best ones, with all the others staying as they are proposed;
    none where nobody who has to come can. `unknown`: guests of whom nothing is known. `proved`: turns cannot be shared
    better."""

    meetings: tuple[tuple[Turn, ...], ...]
    unknown: tuple[int, ...]
    proved: bool


@dataclass(frozen=True, slots=True)
class _Meeting:
    """`fit`: columns of `seen` to which everybody can come who has to; `away`: how many cannot come to each of them;
    `asked`: what each asks of each guest; `far`: how far it is from the hours of those, in minutes of all together."""

    seen: Seen
    fit: npt.NDArray[np.int64]
    away: npt.NDArray[np.int64]
    asked: npt.NDArray[np.int32]
    far: npt.NDArray[np.int64]


def take_turns(one: Poll, there: Mapping[str, Availability], answers: Answers, *, exact: bool = True) -> Turns:
    """As `rules.look`, for a series."""
    silent = unknown(one, there, answers)
    meetings = [_meeting(one, see(one, days, there, answers), silent) for days in windows(one)]
    held = [meeting for meeting in meetings if len(meeting.fit)]
    if not held:
        return Turns(((),) * one.meetings, silent, proved=True)
    worth = [_worth(meeting) for meeting in held]
    tables = [meeting.asked[:, some.columns] for meeting, some in zip(held, worth, strict=True)]
    shared = share(tables, EFFORT if exact else 0)
    chosen = [int(some.columns[start]) for some, start in zip(worth, shared.starts, strict=True)]
    hours = [there.get(guest.person or "", Availability()).hours for guest in one.guests]
    orders = iter(
        [column, *_next_best(meeting, column, np.array(shared.borne, np.int64))]
        for meeting, column in zip(held, _alike(one, held, chosen), strict=True)
    )
    return Turns(
        tuple(
            tuple(_turn(one, meeting, column, hours, set(silent)) for column in next(orders))
            if len(meeting.fit)
            else ()
            for meeting in meetings
        ),
        silent,
        shared.proved and all(some.whole for some in worth),
    )


def _meeting(one: Poll, seen: Seen, silent: Sequence[int]) -> _Meeting:
    can = seen.table != BUSY
    fits = np.ones(can.shape[1], np.bool_)
    for quorum in quorums(one):
        fits &= can[sorted(quorum.people)].sum(axis=0) >= quorum.at_least
    fit = np.flatnonzero(fits)
    # What is said "if need be" is asked of somebody, whatever their hours are.
    said = np.where(seen.strain > 0, seen.strain, one.minutes)
    asked = np.where(seen.table == OUTSIDE, said, 0)[:, fit]
    asked[list(silent)] = 0
    far = np.where(asked > 0, gaps(seen.there)[:, seen.allowed][:, fit], 0).sum(axis=0)
    return _Meeting(seen, fit, (~can).sum(axis=0)[fit], asked.astype(np.int32), far)


@dataclass(frozen=True, slots=True)
class _Worth:
    """Columns of `asked` among which it is chosen. `whole`: no other one could be better."""

    columns: npt.NDArray[np.int64]
    whole: bool


def _worth(meeting: _Meeting) -> _Worth:
    """Without those that more people cannot come to, and those that ask as much or more of everybody than another."""
    least = np.flatnonzero(meeting.away == meeting.away.min())
    asked = meeting.asked[:, least]
    order = np.lexsort((least, asked.max(axis=0), asked.sum(axis=0)))
    kept: list[int] = []
    # The cheapest first: nothing that comes later can be better than what is kept, for everybody.
    for column in order:
        if len(kept) > LOOKED_AT:
            break
        if not kept or not (asked[:, kept] <= asked[:, column, None]).all(axis=0).any():
            kept.append(int(column))
    return _Worth(least[sorted(kept[:LOOKED_AT])], whole=len(kept) <= LOOKED_AT)


def _alike(one: Poll, meetings: Sequence[_Meeting], chosen: Sequence[int]) -> list[int]:
    """Of those that ask the same of everybody, what is nearest to their hours; of these the weekday and time that the
    most meetings can have, then the first: what comes again at the same hour is kept in mind."""
    same = [_same(meeting, at) for meeting, at in zip(meetings, chosen, strict=True)]
    keys = [
        [_weekday_and_time(one, meeting, int(column)) for column in columns]
        for meeting, columns in zip(meetings, same, strict=True)
    ]
    often = Counter(key for each in keys for key in set(each))
    return [
        int(columns[min(range(len(columns)), key=lambda at: (-often[each[at]], each[at], at))])
        for columns, each in zip(same, keys, strict=True)
    ]


def _same(meeting: _Meeting, column: int) -> npt.NDArray[np.int64]:
    alike = (meeting.asked == meeting.asked[:, column, None]).all(axis=0) & (meeting.away == meeting.away[column])
    return np.flatnonzero(alike & (meeting.far == meeting.far[alike].min()))


def _weekday_and_time(one: Poll, meeting: _Meeting, column: int) -> tuple[int, int]:
    wall = wall_clock(one.zone, datetime.fromtimestamp(meeting.seen.starts[int(meeting.fit[column])], UTC))
    return wall.weekday(), wall.hour * 60 + wall.minute


def _next_best(meeting: _Meeting, chosen: int, borne: npt.NDArray[np.int64]) -> Iterator[int]:
    """While the other meetings stay as they are."""
    after = (borne - meeting.asked[:, chosen])[:, None] + meeting.asked
    order = np.lexsort((meeting.fit, meeting.far, after.sum(axis=0), after.max(axis=0), meeting.away))
    yield from [int(column) for column in order if column != chosen][:OTHERS]


def _turn(one: Poll, meeting: _Meeting, column: int, hours: Sequence[Hours | None], silent: set[int]) -> Turn:
    place = int(meeting.fit[column])
    start = meeting.seen.starts[place]
    states = meeting.seen.table[:, place]
    beyond = tuple(
        Beyond(int(guest), int(meeting.asked[guest, column]), _why(hours[int(guest)], start, one.minutes))
        for guest in np.flatnonzero(states == OUTSIDE)
        if int(guest) not in silent
    )
    return Turn(start * 1000, beyond, tuple(int(guest) for guest in np.flatnonzero(states == BUSY)))


def _why(hours: Hours | None, start: int, minutes: int) -> Why:
    """By the clock of whoever it is."""
    if hours is None:
        return "if_need_be"
    wall = wall_clock(hours.zone, datetime.fromtimestamp(start, UTC))
    begins = wall.hour * 60 + wall.minute
    spans = sorted(hours.on(wall.date()))
    if not spans:
        return "other_day"
    if begins < spans[0][0]:
        return "early"
    if begins + minutes > spans[-1][1]:
        return "late"
    return "if_need_be" if any(since <= begins and begins + minutes <= until for since, until in spans) else "between"

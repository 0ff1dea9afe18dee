"""A time for a group: who has to come, of whom how many are enough, and who would have to come outside their hours.

Everything that may be required is one thing, a `Quorum`: all of some people, one of several facilitators, n of m, at
least k of everybody. Whoever is in none is welcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from server.scheduling.grid import Grid, possible
from server.scheduling.hours import Hours, free
from server.scheduling.intervals import Intervals, difference, intervals

BUSY, OUTSIDE, FREE = 0, 1, 2
States = npt.NDArray[np.int8]
"""People × starts: busy, not busy but outside their hours, free."""

NIGHT = (22 * 60, 7 * 60)
NIGHT_WEIGHT = 3
"""A minute between 22:00 and 07:00 is as hard as so many outside one's hours by day."""


@dataclass(frozen=True, slots=True)
class Quorum:
    """So many of these people, given by their numbers."""

    people: frozenset[int]
    at_least: int


def required(people: Sequence[int]) -> Quorum:
    return Quorum(frozenset(people), len(set(people)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """`missing` of 0 meets every quorum with people who are free; those in `outside` could come outside their hours."""

    start: int
    missing: int
    free: tuple[int, ...]
    outside: tuple[int, ...]
    busy: tuple[int, ...]
    strain: int


def states(grid: Grid, people: Sequence[Hours], busy: Sequence[Intervals]) -> States:
    whole = intervals([(grid.start, grid.end)])
    inside = [free(hours, grid.start, grid.end, taken) for hours, taken in zip(people, busy, strict=True)]
    within = possible(grid, inside)
    awake = possible(grid, [difference(whole, taken) for taken in busy])
    return within.astype(np.int8) + awake


def strains(grid: Grid, people: Sequence[Hours]) -> npt.NDArray[np.int32]:
    """People × starts: minutes of the session outside one's hours, those at night threefold. 0 inside."""
    night = Hours("", (((0, NIGHT[1]), (NIGHT[0], 24 * 60)),) * 7)
    whole = intervals([(grid.start, grid.end)])
    rows = []
    for hours in people:
        outside = difference(whole, free(hours, grid.start, grid.end))
        dark = free(Hours(hours.zone, night.weekly), grid.start, grid.end)
        at_night = difference(outside, difference(whole, dark))
        rows.append(_minutes(grid, outside) + (NIGHT_WEIGHT - 1) * _minutes(grid, at_night))
    return np.array(rows, np.int32).reshape(len(people), grid.count)


def _minutes(grid: Grid, spans: Intervals) -> npt.NDArray[np.int64]:
    """Of each session that lie in the spans."""

    def until(at: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Seconds of the spans before each time."""
        if not len(spans):
            return np.zeros_like(at)
        before = np.concatenate(([0], np.cumsum(spans[:, 1] - spans[:, 0])))
        number = np.searchsorted(spans[:, 0], at, side="right")
        last = spans[np.maximum(number - 1, 0)]
        return before[number] - np.where(number > 0, np.maximum(last[:, 1] - at, 0), 0)

    starts = grid.start + np.arange(grid.count) * grid.step
    return (until(starts + grid.length) - until(starts)) // 60


def candidates(
    grid: Grid,
    table: States,
    strain: npt.NDArray[np.int32],
    quorums: Sequence[Quorum],
    limit: int = 20,
    starts: Sequence[int] | None = None,
) -> list[Candidate]:
    """The best first: what meets the quorums, then what most people can come to, then what the fewest cannot come to at
    all, then what costs others least.

    Where nothing meets them, those stand first that lack the fewest people. Nobody who is required is ever busy.
    """
    columns = table.shape[1]
    if not columns:
        return []
    # Where only some starts of the grid are looked at, `starts` says which the columns are.
    times = [grid.at(number) for number in range(columns)] if starts is None else starts
    missing = np.zeros(columns, np.int64)
    lost = np.zeros(columns, np.bool_)
    for quorum in quorums:
        rows = table[sorted(quorum.people)]
        missing += np.maximum(quorum.at_least - (rows == FREE).sum(axis=0), 0)
        lost |= (rows != BUSY).sum(axis=0) < quorum.at_least
    come = (table == FREE).sum(axis=0)
    cost = np.where(table == OUTSIDE, strain, 0).sum(axis=0)
    away = (table == BUSY).sum(axis=0)
    order = np.lexsort((np.arange(columns), cost, away, -come, missing))
    return [
        Candidate(
            times[int(start)],
            int(missing[start]),
            free=_who(table[:, start] == FREE),
            outside=_who(table[:, start] == OUTSIDE),
            busy=_who(table[:, start] == BUSY),
            strain=int(cost[start]),
        )
        for start in order[~lost[order]][:limit]
    ]


def _who(rows: npt.NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(number) for number in np.flatnonzero(rows))


def heat(table: States) -> list[int]:
    """How many are free at each start."""
    return [int(count) for count in (table == FREE).sum(axis=0)]

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
from server.scheduling.intervals import Intervals, intersection

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


@dataclass(frozen=True, slots=True)
class Wake:
    """When people's hours are, within a grid, and when it is night for them."""

    grid: Grid
    hours: tuple[Intervals, ...]
    nights: tuple[Intervals, ...]


def wake(grid: Grid, people: Sequence[Hours]) -> Wake:
    """What everything else is made from; night is the same for all of a zone."""
    dark = ((0, NIGHT[1]), (NIGHT[0], 24 * 60))
    nights = {zone: free(Hours(zone, (dark,) * 7), grid.start, grid.end) for zone in {one.zone for one in people}}
    return Wake(
        grid,
        tuple(free(hours, grid.start, grid.end) for hours in people),
        tuple(nights[hours.zone] for hours in people),
    )


def states(there: Wake, busy: Sequence[Intervals]) -> States:
    """Free is who is not busy while it is within their hours."""
    awake = possible(there.grid, [_without(there.grid, taken) for taken in busy]).view(np.int8)
    return awake + awake * possible(there.grid, there.hours).view(np.int8)


def _without(grid: Grid, busy: Intervals) -> Intervals:
    """The rest of the grid's time."""
    edges = np.concatenate(([grid.start], busy.ravel(), [grid.end])).reshape(-1, 2)
    return edges[edges[:, 0] < edges[:, 1]]


def strains(there: Wake) -> npt.NDArray[np.int32]:
    """People × starts: minutes of the session outside one's hours, those at night threefold. 0 inside."""
    rows = np.zeros((len(there.hours), there.grid.count), np.int32)
    for number, (hours, night) in enumerate(zip(there.hours, there.nights, strict=True)):
        inside, dark = _seconds(there.grid, hours), _seconds(there.grid, night)
        dark_inside = _seconds(there.grid, intersection(hours, night))
        rows[number] = (there.grid.length - inside + (NIGHT_WEIGHT - 1) * (dark - dark_inside)) // 60
    return rows


def _seconds(grid: Grid, spans: Intervals) -> npt.NDArray[np.int64]:
    """Of each session that lie in the spans."""
    if not len(spans):
        return np.zeros(grid.count, np.int64)
    # How much of them is over by a moment grows within them and stands still between them.
    edges = spans.ravel()
    over = np.zeros(len(edges), np.int64)
    over[1::2] = np.cumsum(spans[:, 1] - spans[:, 0])
    over[2::2] = over[1:-1:2]
    starts = grid.start + np.arange(grid.count) * grid.step
    both = np.interp(np.concatenate((starts, starts + grid.length)), edges, over)
    return np.rint(both[grid.count :] - both[: grid.count]).astype(np.int64)


def gaps(there: Wake) -> npt.NDArray[np.int32]:
    """People × starts: minutes from the session to the nearest of one's hours, before or after it; 0 where they touch,
    and where one has none at all."""
    starts = there.grid.start + np.arange(there.grid.count) * there.grid.step
    rows = np.zeros((len(there.hours), there.grid.count), np.int32)
    for number, hours in enumerate(there.hours):
        if len(hours):
            following = np.searchsorted(hours[:, 0], starts, side="right")
            before = starts - hours[np.maximum(following - 1, 0), 1]
            after = hours[np.minimum(following, len(hours) - 1), 0] - (starts + there.grid.length)
            before = np.where(following > 0, before, after)
            after = np.where(following < len(hours), after, before)
            rows[number] = np.maximum(np.minimum(before, after), 0) // 60
    return rows


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
    return [candidate(times, table, strain, quorums, int(start)) for start in order[~lost[order]][:limit]]


def candidate(
    starts: Sequence[int], table: States, strain: npt.NDArray[np.int32], quorums: Sequence[Quorum], number: int
) -> Candidate:
    """The start of this number alone."""
    column = table[:, number]
    missing = sum(max(one.at_least - int((column[sorted(one.people)] == FREE).sum()), 0) for one in quorums)
    return Candidate(
        starts[number],
        missing,
        free=_who(column == FREE),
        outside=_who(column == OUTSIDE),
        busy=_who(column == BUSY),
        strain=int(np.where(column == OUTSIDE, strain[:, number], 0).sum()),
    )


def _who(rows: npt.NDArray[np.bool_]) -> tuple[int, ...]:
    return tuple(int(number) for number in np.flatnonzero(rows))


def heat(table: States) -> list[int]:
    """How many are free at each start."""
    return [int(count) for count in (table == FREE).sum(axis=0)]

"""Which starts on a grid are possible for whom: the one table from which all group questions are answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from server.scheduling.intervals import NONE, Intervals

Possible = npt.NDArray[np.bool_]
"""People × starts."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Starts every `step` from `start` on, each with `length` until `end`. Seconds; `start` and `end` since 1970."""

    start: int
    end: int
    step: int
    length: int

    @property
    def count(self) -> int:
        return max(0, (self.end - self.length - self.start) // self.step + 1)

    def at(self, number: int) -> int:
        return self.start + number * self.step


def possible(grid: Grid, free: Sequence[Intervals]) -> Possible:
    """Exact for any length and step: a start counts where the whole of [start, start + length) is free."""
    width = grid.count + 1
    edges = np.zeros(len(free) * width, np.int8)
    first, last, person = _runs(grid, free)
    np.add.at(edges, person * width + first, 1)
    np.add.at(edges, person * width + last + 1, -1)
    return edges.reshape(len(free), width)[:, :-1].cumsum(axis=1, dtype=np.int8).view(np.bool_)


def attendance(grid: Grid, free: Sequence[Intervals]) -> npt.NDArray[np.int64]:
    """How many can come to each start: the sums of `possible`, without making it."""
    first, last, _ = _runs(grid, free)
    changes = np.bincount(first, minlength=grid.count + 1) - np.bincount(last + 1, minlength=grid.count + 1)
    return np.cumsum(changes[:-1])


Numbers = npt.NDArray[np.int64]


def _runs(grid: Grid, free: Sequence[Intervals]) -> tuple[Numbers, Numbers, Numbers]:
    """First and last start that fits into each span, and whose it is."""
    spans = np.concatenate(free) if free else NONE
    person = np.repeat(np.arange(len(free)), [len(one) for one in free])
    first = np.maximum(-((grid.start - spans[:, 0]) // grid.step), 0)
    last = np.minimum((spans[:, 1] - grid.length - grid.start) // grid.step, grid.count - 1)
    fits = first <= last
    return first[fits], last[fits], person[fits]


def minutes_in_common(free: Sequence[Intervals], start: int, end: int) -> npt.NDArray[np.int64]:
    """People × people, whole minutes within [start, end)."""
    clipped = [np.clip(spans, start, end) - start for spans in free]
    # The coarsest grid on which nothing is rounded: usually a quarter of an hour.
    step = int(np.gcd.reduce(np.concatenate([spans.ravel() for spans in clipped] + [np.array([end - start])])))
    cells = np.zeros((len(free), (end - start) // step), np.float32)
    for person, spans in enumerate(clipped):
        for first, last in spans // step:
            cells[person, first:last] = 1
    common: npt.NDArray[np.int64] = np.rint(cells @ cells.T).astype(np.int64)
    return common * step // 60

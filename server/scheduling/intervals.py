"""Sets of time as arrays of shape (n, 2) of whole seconds since 1970: start inclusive, end exclusive.

Unless said otherwise they are sorted, and neither overlap nor touch.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Intervals = npt.NDArray[np.int64]

NONE: Intervals = np.empty((0, 2), np.int64)
NONE.flags.writeable = False


def intervals(pairs: Iterable[tuple[int, int]]) -> Intervals:
    """Of any pairs, in any order, overlapping or empty."""
    listed = list(pairs)
    return union(np.array(listed, np.int64)) if listed else NONE


def union(rough: Intervals) -> Intervals:
    """Sorted and merged; what is empty or backwards is left out."""
    rough = rough[rough[:, 0] < rough[:, 1]]
    if not len(rough):
        return NONE
    rough = rough[np.argsort(rough[:, 0], kind="stable")]
    reach = np.maximum.accumulate(rough[:, 1])
    first = np.concatenate(([True], rough[1:, 0] > reach[:-1]))
    last = np.concatenate((first[1:], [True]))
    return np.column_stack((rough[first, 0], reach[last]))


def intersection(one: Intervals, other: Intervals) -> Intervals:
    if not len(one) or not len(other):
        return NONE
    low = np.searchsorted(other[:, 1], one[:, 0], side="right")
    high = np.searchsorted(other[:, 0], one[:, 1], side="left")
    many = np.maximum(high - low, 0)
    of_one = np.repeat(np.arange(len(one)), many)
    of_other = np.arange(len(of_one)) - np.repeat(np.cumsum(many) - many, many) + np.repeat(low, many)
    return np.column_stack(
        (
            np.maximum(one[of_one, 0], other[of_other, 0]),
            np.minimum(one[of_one, 1], other[of_other, 1]),
        )
    )


def difference(one: Intervals, other: Intervals) -> Intervals:
    if not len(one) or not len(other):
        return one
    low, high = min(one[0, 0], other[0, 0]) - 1, max(one[-1, 1], other[-1, 1]) + 1
    rest = np.column_stack((np.concatenate(([low], other[:, 1])), np.concatenate((other[:, 0], [high]))))
    return intersection(one, rest)


def seconds(of: Intervals) -> int:
    return int((of[:, 1] - of[:, 0]).sum())

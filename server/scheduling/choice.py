"""Several sessions of the same thing: so that the most people can come to one of them, or so few that everybody can.

A start is a column: the set of people who can come. Columns that are equal to, or part of, another one are never
needed. What is left is small enough to be searched exactly. Limits are counted in nodes of the search, never in
seconds, so that the same question has the same answer everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack, vstack

from server.scheduling.grid import Possible

EFFORT = 2_000_000
"""Nodes of a search times the size of its table: some seconds, where the table is largest. It cannot be stopped, and
whoever ends the server waits for it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`starts` are numbers of columns, ascending. `proved`: no other choice does better."""

    starts: tuple[int, ...]
    covered: int
    proved: bool


def most(possible: Possible, sessions: int, apart: int = 1, effort: int = EFFORT) -> Choice:
    """At most so many starts, of which the most people can come to at least one.

    When fewer do it, the rest are those that most people can come to, so that some have a choice: each at least `apart`
    columns from the others, or left out. `effort` 0: what is found at once.
    """
    columns, originals = _worth(possible)
    if not len(originals) or sessions < 1:
        return Choice((), 0, proved=True)
    attainable = int(columns.any(axis=1).sum())
    chosen = _exchanged(columns, _greedy(columns, sessions))
    covered, proved = _covered(columns, chosen), True
    if covered < attainable and sessions > 1:
        better, proved = (
            _search_most(columns, sessions, covered, 1 + effort // columns.size) if effort else (None, False)
        )
        if better is not None:
            chosen, covered = better, _covered(columns, better)
    return Choice(_filled_up(possible, [int(originals[column]) for column in chosen], sessions, apart), covered, proved)


def fewest(possible: Possible, effort: int = EFFORT) -> Choice:
    """As few starts as possible, so that everybody who can come to any can come to one of them."""
    columns, originals = _worth(possible)
    if not len(originals):
        return Choice((), 0, proved=True)
    attainable = int(columns.any(axis=1).sum())
    chosen = _greedy(columns, len(originals))
    proved = True
    if len(chosen) > 1:
        better, proved = _search_fewest(columns, len(chosen) - 1, 1 + effort // columns.size)
        chosen = better or chosen
    return Choice(tuple(sorted(int(originals[column]) for column in chosen)), attainable, proved)


def _worth(possible: Possible) -> tuple[Possible, npt.NDArray[np.int64]]:
    """Without columns that another one holds wholly; and the first start that each stands for."""
    packed = np.packbits(possible, axis=0)
    _, first = np.unique(packed, axis=1, return_index=True)
    first = np.sort(first)
    columns = possible[:, first]
    size = columns.sum(axis=0)
    as_numbers = columns.astype(np.float32)
    # Column a is part of b where they share as many people as a has. Equal ones are gone already.
    shared = as_numbers.T @ as_numbers
    within = shared >= size[:, None]
    np.fill_diagonal(within, val=False)
    kept = ~within.any(axis=1) & (size > 0)
    return columns[:, kept], first[kept]


def _covered(columns: Possible, chosen: Sequence[int]) -> int:
    return int(columns[:, list(chosen)].any(axis=1).sum())


def _greedy(columns: Possible, sessions: int) -> list[int]:
    """Each time what adds most; the earliest of equals. Ends when nothing adds anybody."""
    left = np.ones(len(columns), np.bool_)
    chosen: list[int] = []
    for _ in range(sessions):
        gain = columns[left].sum(axis=0)
        best = int(gain.argmax())
        if not gain[best]:
            break
        chosen.append(best)
        left &= ~columns[:, best]
    return chosen


def _exchanged(columns: Possible, chosen: list[int]) -> list[int]:
    """Replaces one at a time, as long as that covers more."""
    best = _covered(columns, chosen)
    improved = True
    while improved:
        improved = False
        for place in range(len(chosen)):
            others = chosen[:place] + chosen[place + 1 :]
            left: npt.NDArray[np.bool_] = np.logical_not(columns[:, others].any(axis=1))
            gain = columns[left].sum(axis=0)
            candidate = int(gain.argmax())
            reached = len(left) - int(left.sum()) + int(gain[candidate])
            if reached > best:
                chosen, best, improved = [*others, candidate], reached, True
    return chosen


def _filled_up(possible: Possible, starts: list[int], sessions: int, apart: int) -> tuple[int, ...]:
    size = possible.sum(axis=0)
    for start in np.argsort(-size, kind="stable"):
        if len(starts) >= sessions or not size[start]:
            break
        if all(abs(int(start) - other) >= apart for other in starts):
            starts.append(int(start))
    return tuple(sorted(starts))


def _search_most(columns: Possible, sessions: int, covered: int, nodes: int) -> tuple[list[int] | None, bool]:
    """Better than `covered`, or None; and whether that is certain."""
    rows, weight = np.unique(columns, axis=0, return_counts=True)
    people, starts = rows.shape
    # One variable for each start (taken or not), one for each kind of person (can come or not, between is of no use).
    reach = hstack([csr_array(rows.astype(np.float64)), -eye_array(people)])
    taken = np.concatenate((np.ones(starts), np.zeros(people)))
    value = np.concatenate((np.zeros(starts), weight))
    result = milp(
        -value,
        constraints=[
            LinearConstraint(reach, lb=0),
            LinearConstraint(csr_array(np.vstack((taken, value))), lb=[0, covered + 1], ub=[sessions, np.inf]),
        ],
        bounds=Bounds(0, 1),
        integrality=np.concatenate((np.ones(starts), np.zeros(people))),
        options={"node_limit": nodes, "mip_rel_gap": 0},
    )
    return _chosen(result.x, starts), result.status in (_OPTIMAL, _INFEASIBLE)


def _search_fewest(columns: Possible, at_most: int, nodes: int) -> tuple[list[int] | None, bool]:
    rows = np.unique(columns[columns.any(axis=1)], axis=0)
    starts = rows.shape[1]
    everybody = csr_array(rows.astype(np.float64))
    number = csr_array(np.ones((1, starts)))
    result = milp(
        np.ones(starts),
        constraints=LinearConstraint(
            vstack([everybody, number]),
            lb=np.concatenate((np.ones(len(rows)), [0])),
            ub=np.concatenate((np.full(len(rows), np.inf), [at_most])),
        ),
        bounds=Bounds(0, 1),
        integrality=np.ones(starts),
        options={"node_limit": nodes, "mip_rel_gap": 0},
    )
    return _chosen(result.x, starts), result.status in (_OPTIMAL, _INFEASIBLE)


_OPTIMAL, _INFEASIBLE = 0, 2


def _chosen(x: npt.NDArray[np.float64] | None, starts: int) -> list[int] | None:
    return None if x is None else [int(column) for column in np.flatnonzero(x[:starts] > 0.5)]

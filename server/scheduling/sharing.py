"""A series that suits nobody's hours all the time: who is asked to get up early, or stay up late, takes turns.

For every meeting of the series there are some possible starts, each with what it costs each person (minutes outside
their hours). Chosen is one start a meeting so that the person who bears most bears as little as possible; then so that
all together bear as little as possible.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, hstack, vstack

EFFORT = 2_000_000
"""Nodes of a search times the size of its table: some seconds, where the table is largest."""
LARGEST = 20_000
"""Numbers in a table that is searched exactly: beyond it the first node alone takes too long."""


@dataclass(frozen=True, slots=True)
class Shared:
    """`starts`: the number of the chosen start of each meeting. `borne`: what each person bears in all. `proved`: no
    other choice does better."""

    starts: tuple[int, ...]
    borne: tuple[int, ...]
    proved: bool


def share(strains: Sequence[npt.NDArray[np.int32]], effort: int = EFFORT) -> Shared:
    """One array of shape (people, starts) for each meeting; every meeting has a start, and there are people.
    `effort` 0: what is found at once."""
    chosen = _exchanged(strains, _in_turn(strains))
    most, total = _cost(strains, chosen)
    proved = total == 0
    if not proved and effort:
        better, proved = _search(strains, most, total, effort)
        chosen = min((better or chosen, chosen), key=lambda one: _cost(strains, one))
    return Shared(tuple(chosen), tuple(_borne(strains, chosen).tolist()), proved)


# ── one after the other, and one against another ──────────────────────────────────────────────────────────────────────


def _in_turn(strains: Sequence[npt.NDArray[np.int32]]) -> list[int]:
    """One meeting after the other, each time what leaves the person who bears most with the least."""
    borne = np.zeros(len(strains[0]), np.int64)
    chosen = []
    for table in strains:
        best = _best(borne[:, None] + table)
        chosen.append(best)
        borne += table[:, best]
    return chosen


def _exchanged(strains: Sequence[npt.NDArray[np.int32]], chosen: list[int]) -> list[int]:
    """Replaces one at a time, as long as that is better."""
    borne, cost = _borne(strains, chosen), _cost(strains, chosen)
    improved = True
    while improved:
        improved = False
        for place, table in enumerate(strains):
            others = borne - table[:, chosen[place]]
            other = _best(others[:, None] + table)
            after = others + table[:, other]
            if (int(after.max()), int(after.sum())) < cost:
                chosen[place], borne, cost, improved = other, after, (int(after.max()), int(after.sum())), True
    return chosen


def _best(after: npt.NDArray[np.int64]) -> int:
    """The first of the columns in which the person who bears most bears least, and all together least."""
    return int(np.lexsort((after.sum(axis=0), after.max(axis=0)))[0])


def _borne(strains: Sequence[npt.NDArray[np.int32]], chosen: Sequence[int]) -> npt.NDArray[np.int64]:
    borne = np.zeros(len(strains[0]), np.int64)
    for table, start in zip(strains, chosen, strict=True):
        borne += table[:, start]
    return borne


def _cost(strains: Sequence[npt.NDArray[np.int32]], chosen: Sequence[int]) -> tuple[int, int]:
    borne = _borne(strains, chosen)
    return int(borne.max()), int(borne.sum())


# ── exactly ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _search(
    strains: Sequence[npt.NDArray[np.int32]], most: int, total: int, effort: int
) -> tuple[list[int] | None, bool]:
    """Something at least as good as what costs (`most`, `total`), if it was found; and whether nothing is better."""
    sizes = [table.shape[1] for table in strains]
    columns = np.concatenate(strains, axis=1).astype(np.float64)
    # Whoever is hit alike by every start needs one row; who is never hit, none.
    rows = np.unique(columns[columns.any(axis=1)], axis=0)
    if rows.size > LARGEST:
        return None, False
    people, count = rows.shape
    meeting = np.repeat(np.arange(len(sizes)), sizes)
    # Which start belongs to which meeting, and the last variable: what the person bears who bears most.
    one_each = hstack([coo_array((np.ones(count), (meeting, np.arange(count)))), csr_array((len(sizes), 1))])
    below = hstack([csr_array(rows), csr_array(-np.ones((people, 1)))])
    constraints = LinearConstraint(
        vstack([one_each, below]),
        lb=np.concatenate((np.ones(len(sizes)), np.full(people, -np.inf))),
        ub=np.concatenate((np.ones(len(sizes)), np.zeros(people))),
    )

    def least(of: npt.NDArray[np.float64], bound: int) -> Any:
        return milp(
            of,
            constraints=constraints,
            bounds=Bounds(0, np.concatenate((np.ones(count), [bound]))),
            integrality=np.concatenate((np.ones(count), [0])),
            options={"node_limit": 1 + effort // rows.size, "mip_rel_gap": 0},
        )

    first = least(np.concatenate((np.zeros(count), [1])), most)
    bound = most if first.x is None else min(most, round(first.x[-1]))
    second = least(np.concatenate((columns.sum(axis=0), [0])), bound)
    found = first.x if second.x is None else second.x
    if found is None:
        return None, False
    chosen = [int(part.argmax()) for part in np.split(found[:-1], np.cumsum(sizes)[:-1])]
    return chosen, first.status == _OPTIMAL and second.status == _OPTIMAL


_OPTIMAL = 0

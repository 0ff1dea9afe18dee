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

NODES = 2_000


@dataclass(frozen=True, slots=True)
class Shared:
    """`starts`: the number of the chosen start of each meeting. `borne`: what each person bears in all."""

    starts: tuple[int, ...]
    borne: tuple[int, ...]
    proved: bool


def share(strains: Sequence[npt.NDArray[np.int32]], nodes: int = NODES) -> Shared:
    """One array of shape (people, starts) for each meeting; every meeting has at least one start."""
    sizes = [table.shape[1] for table in strains]
    columns = np.concatenate(strains, axis=1).astype(np.float64)
    people, count = columns.shape
    meeting = np.repeat(np.arange(len(sizes)), sizes)
    # Which start belongs to which meeting, and the last variable: what the person bears who bears most.
    one_each = hstack([coo_array((np.ones(count), (meeting, np.arange(count)))), csr_array((len(sizes), 1))])
    below = hstack([csr_array(columns), csr_array(-np.ones((people, 1)))])
    rows = LinearConstraint(
        vstack([one_each, below]),
        lb=np.concatenate((np.ones(len(sizes)), np.full(people, -np.inf))),
        ub=np.concatenate((np.ones(len(sizes)), np.zeros(people))),
    )
    high = np.concatenate((np.ones(count), [np.inf]))

    def least(of: npt.NDArray[np.float64]) -> Any:
        return milp(
            of,
            constraints=rows,
            bounds=Bounds(0, high),
            integrality=np.concatenate((np.ones(count), [0])),
            options={"node_limit": nodes, "mip_rel_gap": 0},
        )

    first = least(np.concatenate((np.zeros(count), [1])))
    if first.x is None:
        chosen = _in_turn(strains)
        return Shared(tuple(chosen), _borne(strains, chosen), proved=False)
    high[-1] = round(first.x[-1])
    second = least(np.concatenate((columns.sum(axis=0), [0])))
    x = first.x if second.x is None else second.x
    chosen = [int(part.argmax()) for part in np.split(x[:-1], np.cumsum(sizes)[:-1])]
    return Shared(tuple(chosen), _borne(strains, chosen), proved=first.status == 0 and second.status == 0)


def _in_turn(strains: Sequence[npt.NDArray[np.int32]]) -> list[int]:
    """One meeting after the other, each time what leaves the person who bears most with the least."""
    borne = np.zeros(len(strains[0]), np.int64)
    chosen = []
    for table in strains:
        after = borne[:, None] + table
        best = int(np.lexsort((after.sum(axis=0), after.max(axis=0)))[0])
        chosen.append(best)
        borne = after[:, best]
    return chosen


def _borne(strains: Sequence[npt.NDArray[np.int32]], chosen: Sequence[int]) -> tuple[int, ...]:
    return tuple(
        sum(int(table[person, start]) for table, start in zip(strains, chosen, strict=True))
        for person in range(len(strains[0]))
    )

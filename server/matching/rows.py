"""The best assignment under further rows (quotas, a total that may not be lost): at least so much of something counted.

Rows break what makes an assignment easy. So each row gets a multiplier, the assignment is solved with the gains that
follow, and every such solution bounds what is possible (Lagrange). The bound's own slacks then tell arcs that no better
answer uses; a MILP over the few that are left finds the best, or proves that there is none. All limits are counted in
steps and nodes, never in seconds: the same input takes the same way everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csr_array, vstack

from server.matching.assignment import Assignment, Face, NoAssignment, TooLarge, assign
from server.matching.graph import Graph, Numbers

FINE = 64
"""Multipliers are whole numbers of a 64th of a point."""
STEPS = 60
NODES = 2_000
ARCS_FOR_PROOF = 40_000
"""Above this a proof would take minutes: the answer comes with its bound instead."""


@dataclass(frozen=True, slots=True)
class Row:
    """The sum of `counts` (one per arc of the graph) over the chosen arcs is at least `at_least`."""

    counts: Numbers
    at_least: int

    def of(self, arcs: Numbers) -> int:
        return int(self.counts[arcs].sum())

    def kept(self, arcs: Numbers) -> bool:
        return self.of(arcs) >= self.at_least


@dataclass(frozen=True, slots=True)
class Bounded:
    arcs: Numbers
    value: int
    bound: int
    """No answer is larger; equal to `value` where that is proved."""
    left: Face
    """Every answer of the value `bound`, if there is one, uses these arcs alone."""


def maximise(graph: Graph, face: Face, gain: Numbers, rows: Sequence[Row]) -> Bounded:
    """The largest sum of gains (one per arc of the graph). Raises NoAssignment."""
    free = assign(graph, face, gain[face.arcs])
    if all(row.kept(free.arcs) for row in rows):
        return Bounded(free.arcs, free.value, free.value, free.face if not rows else face)
    if not holds(graph, face, rows):
        raise NoAssignment
    search = _Search(graph, face, gain, rows)
    search.run()
    return search.proved()


def holds(graph: Graph, face: Face, rows: Sequence[Row]) -> bool:
    """Whether any assignment within the face keeps all rows. Raises NoAssignment where the face itself is empty."""
    weights = np.ones(len(rows), dtype=np.int64)
    for _ in range(8):
        gain = sum(
            (weight * row.counts for weight, row in zip(weights.tolist(), rows, strict=True)),
            start=np.zeros(graph.arcs, dtype=np.int64),
        )
        best = assign(graph, face, gain[face.arcs])
        if all(row.kept(best.arcs) for row in rows):
            return True
        if best.value < sum(weight * row.at_least for weight, row in zip(weights.tolist(), rows, strict=True)):
            # Even all together cannot be reached: no assignment reaches each.
            return False
        for number, row in enumerate(rows):
            weights[number] += max(row.at_least - row.of(best.arcs), 0)
    return _solve(graph, face, np.zeros(graph.arcs, dtype=np.int64), rows, nodes=None) is not None


def best_by_search(graph: Graph, face: Face, gain: Numbers, rows: Sequence[Row]) -> Numbers:
    """Without multipliers: where little is left to choose from, or rows hold the gains so tight that no multiplier
    fits. Raises NoAssignment."""
    found = _solve(graph, face, gain, rows, nodes=None)
    if found is None or found[0] is None:
        raise NoAssignment
    return found[0]


class _Search:
    """Multipliers by cutting planes: every assignment seen is a line under which the bound cannot fall."""

    def __init__(self, graph: Graph, face: Face, gain: Numbers, rows: Sequence[Row]) -> None:
        self.graph, self.face, self.gain, self.rows = graph, face, gain, rows
        # All values are multiples of it, so bounds may be too.
        self.unit = max(int(np.gcd.reduce(gain[face.arcs])), 1) if len(face.arcs) else 1
        self.reach = 4 * (int(np.abs(gain[face.arcs]).max(initial=1)) + 1)
        self.best: Numbers | None = None
        self.value = -(2**62)
        self.bound: int | None = None
        self.exactly = 2**62
        self.at_bound: Assignment | None = None
        self.lines: list[tuple[int, list[int]]] = []

    def run(self) -> None:
        seen = set()
        multipliers = [0] * len(self.rows)
        for _ in range(STEPS):
            while tuple(multipliers) in seen:
                if not self._farther(multipliers):
                    return
                multipliers = self._next()
            seen.add(tuple(multipliers))
            try:
                self._look(multipliers)
            except TooLarge:
                # Only if multipliers are so far out; what was seen before them still stands.
                if self.bound is None:
                    raise
                return
            if self.bound is not None and self.bound <= self.value:
                return
            multipliers = self._next()

    def _look(self, multipliers: list[int]) -> None:
        gain = FINE * self.gain + sum(m * row.counts for m, row in zip(multipliers, self.rows, strict=True))
        found = assign(self.graph, self.face, gain[self.face.arcs])
        surplus = [row.of(found.arcs) - row.at_least for row in self.rows]
        value = int(self.gain[found.arcs].sum())
        self.lines.append((value, surplus))
        if min(surplus) >= 0 and value > self.value:
            self.best, self.value = found.arcs, value
        bound = (FINE * value + sum(m * s for m, s in zip(multipliers, surplus, strict=True))) // FINE
        if self.bound is None or bound < self.exactly:
            self.bound, self.exactly, self.at_bound = bound // self.unit * self.unit, bound, found

    def _next(self) -> list[int]:
        """Where the lines seen so far allow the lowest bound."""
        width = len(self.rows)
        lines = np.array([[*surplus, -1.0] for _, surplus in self.lines])
        values = np.array([-value for value, _ in self.lines], dtype=np.float64)
        ranges = [(0.0, float(self.reach))] * width + [(None, None)]
        result = linprog([*[0.0] * width, 1.0], A_ub=lines, b_ub=values, bounds=ranges, method="highs")
        assert result.status == 0, result.message
        return [round(FINE * multiplier) for multiplier in result.x[:width]]

    def _farther(self, multipliers: list[int]) -> bool:
        """Whether a multiplier stands at the end of its range, which then is made longer."""
        if max(multipliers) < FINE * self.reach or self.reach > 2**30:
            return False
        self.reach *= 8
        return True

    def proved(self) -> Bounded:
        assert self.bound is not None
        assert self.at_bound is not None
        if self.value >= self.bound:
            return Bounded(self.best_arcs, self.value, self.value, self._left(self.exactly - self.value))
        left = self._left(self.exactly - self.value) if self.best is not None else self.face
        if len(left.arcs) > ARCS_FOR_PROOF and self.best is not None:
            return Bounded(self.best_arcs, self.value, self.bound, left)
        better = _solve(self.graph, left, self.gain, self.rows, NODES)
        if better is None:
            assert self.best is not None
            return Bounded(self.best_arcs, self.value, self.value, left)
        arcs, bound = better
        if arcs is not None and (value := int(self.gain[arcs].sum())) > self.value:
            self.best, self.value = arcs, value
        bound = max(min(bound, self.bound), self.value)
        return Bounded(self.best_arcs, self.value, bound, left)

    @property
    def best_arcs(self) -> Numbers:
        if self.best is None:
            raise NoAssignment
        return self.best

    def _left(self, gap: int) -> Face:
        """Arcs that an answer within `gap` of the bound may use."""
        assert self.at_bound is not None
        return self.face.keeping(self.at_bound.slack <= FINE * (gap + 1))


def _solve(
    graph: Graph, face: Face, gain: Numbers, rows: Sequence[Row], nodes: int | None
) -> tuple[Numbers | None, int] | None:
    """The best arcs by branch and bound (None where the nodes did not suffice to find any), and the bound; None where
    there is no answer at all."""
    arcs = face.arcs
    if not len(arcs):
        empty = not face.placed.any() and not face.filled.any() and all(row.at_least <= 0 for row in rows)
        return (arcs, 0) if empty else None
    ones, column = np.ones(len(arcs)), np.arange(len(arcs))
    seats = csr_array((ones, (graph.mentee[arcs], column)), shape=(len(graph.mentees), len(arcs)))
    loads = csr_array((ones, (graph.mentor[arcs], column)), shape=(len(graph.mentors), len(arcs)))
    counted = csr_array(np.array([row.counts[arcs] for row in rows], dtype=np.float64).reshape(len(rows), len(arcs)))
    least = np.concatenate(
        (face.placed, np.where(face.filled, graph.capacity, 0), [row.at_least for row in rows])
    ).astype(np.float64)
    utmost: NDArray[np.float64] = np.concatenate(
        (np.ones(len(graph.mentees)), graph.capacity, np.full(len(rows), np.inf))
    ).astype(np.float64)
    options: dict[str, float] = {"mip_rel_gap": 0.0}
    if nodes is not None:
        options["node_limit"] = nodes
    result = milp(
        -gain[arcs].astype(np.float64),
        constraints=LinearConstraint(vstack([seats, loads, counted], format="csc"), least, utmost),
        bounds=Bounds(0, 1),
        integrality=np.ones(len(arcs)),
        options=options,
    )
    if result.status == 2:
        return None
    bound = int(np.floor(-result.mip_dual_bound + 1e-6)) if result.mip_dual_bound is not None else 2**62
    if result.x is None:
        return None, bound
    chosen = arcs[np.round(result.x) == 1]
    assert all(row.kept(chosen) for row in rows), "the solver rounded a row away"
    return chosen, bound

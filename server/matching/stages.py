"""One aim after the other: each is pursued among the answers that are best for those before it.

Without rows these answers are a face (see `server/matching/assignment.py`), and nothing has to be searched. With rows
the face is tried first; only where no answer of it keeps the rows is the aim searched under them, and its value becomes
one more row.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from server.matching.assignment import Face, NoAssignment, assign, covers
from server.matching.graph import Graph, Marks, Numbers, tie_weights
from server.matching.model import Aim, Pair
from server.matching.rows import Row, best_by_search, holds, maximise

BALANCE = 1_000_000
"""What the best score weighs under `balanced`."""
COARSE = 16
"""Bits that tie weights lose under rows: what a MILP adds up has to stay exact."""


@dataclass(frozen=True, slots=True)
class Stage:
    """The answers that are left."""

    face: Face
    rows: tuple[Row, ...] = ()
    unproved: Numbers | None = None
    """An answer, where the best one for some aim is not known."""
    bound: int | None = None
    """Of the first aim that is not proved."""


@dataclass(frozen=True, slots=True)
class Solved:
    arcs: Numbers
    proved: bool
    bound: int | None


def pinned(graph: Graph, face: Face, pins: frozenset[Pair]) -> Face:
    """Raises NoAssignment for a pin of a pair that cannot be, or a mentee pinned twice."""
    if not pins:
        return face
    mentee_at = {name: number for number, name in enumerate(graph.mentees)}
    mentor_at = {name: number for number, name in enumerate(graph.mentors)}
    only = {mentee_at[mentee]: mentor_at[mentor] for mentee, mentor in pins}
    if len(only) < len(pins):
        raise NoAssignment
    must = np.full(len(graph.mentees), -1, dtype=np.int64)
    must[list(only)] = list(only.values())
    wanted = must[graph.mentee[face.arcs]]
    met = wanted == graph.mentor[face.arcs]
    if np.count_nonzero(met) < len(pins):
        raise NoAssignment
    return Face(face.arcs[(wanted < 0) | met], face.placed | (must >= 0), face.filled)


def solve(graph: Graph, stage: Stage, objective: Sequence[Aim], seed: str) -> Solved:
    """The one best answer: of equal ones that which the ids and the seed decide. Raises NoAssignment, TooLarge."""
    for aim in objective:
        stage = pursue(graph, stage, aim)
    if stage.unproved is not None:
        return Solved(stage.unproved, False, stage.bound)
    return Solved(_one(graph, stage, seed), True, None)


def _one(graph: Graph, stage: Stage, seed: str) -> Numbers:
    weights = tie_weights(graph, stage.face.arcs, seed)
    if not stage.rows:
        return assign(graph, stage.face, weights).arcs
    of_all = np.zeros(graph.arcs, dtype=np.int64)
    of_all[stage.face.arcs] = weights >> COARSE
    return best_by_search(graph, stage.face, of_all, stage.rows)


def pursue(graph: Graph, stage: Stage, aim: Aim) -> Stage:
    """All answers that are best for this aim, of those that are left. Raises NoAssignment."""
    match aim:
        case Aim.MIN:
            freely, under_rows = _smallest_as_large_as_possible, _smallest_under_rows
        case Aim.LEXIMIN:
            freely, under_rows = _leximin, _leximin_under_rows
        case _:
            return best_of(graph, stage, gains(graph, aim))
    face = freely(graph, stage.face)
    if not stage.rows or holds(graph, face, stage.rows):
        return replace(stage, face=face)
    return under_rows(graph, stage)


def best_of(graph: Graph, stage: Stage, gain: Numbers) -> Stage:
    """All answers with the largest sum of gains (one per arc of the graph), of those that are left."""
    freely = assign(graph, stage.face, gain[stage.face.arcs]).face
    if not stage.rows or holds(graph, freely, stage.rows):
        return replace(stage, face=freely)
    return _best_under_rows(graph, stage, gain)


def gains(graph: Graph, aim: Aim) -> Numbers:
    """Of each arc."""
    match aim:
        case Aim.CARDINALITY:
            return np.ones(graph.arcs, dtype=np.int64)
        case Aim.BALANCED:
            return concave(graph)
        case _:
            return graph.score


def concave(graph: Graph) -> Numbers:
    """1 - exp(-s / two fifths of the best score): what lifts a poor pair counts more than what lifts a good one.

    A steeper curve lifts the poorest no higher and costs several times as much of the total."""
    return concave_of(graph.score)


STEEPEST = 16.0
"""A score far below zero weighs no more than this many scales: beyond it no number is exact."""


def concave_of(scores: Numbers) -> Numbers:
    """Of each score, beside the best of them."""
    scale = max(int(scores.max(initial=1)), 1) * 2 / 5
    # One by one, in the C library's double: numpy's own exp differs in the last bit from processor to processor, and
    # rounding to a millionth hides what is left.
    unlike, at = np.unique(scores, return_inverse=True)
    values = [round(BALANCE * -math.expm1(min(-score / scale, STEEPEST))) for score in unlike.tolist()]
    return np.array(values, dtype=np.int64)[at]


def _smallest_as_large_as_possible(graph: Graph, face: Face) -> Face:
    score = graph.score[face.arcs]
    if not (face.placed.any() or face.filled.any()):
        # Nobody has to be placed: the best single pair has the largest smallest score.
        return face.keeping(score == score.max(initial=-(2**62)))
    return face.keeping(score >= _threshold(graph, face, (), np.zeros(len(score), dtype=np.bool_)))


def _threshold(graph: Graph, face: Face, rows: Sequence[Row], always: Marks) -> int:
    """The largest score so that arcs below it are not needed, but for those that are kept `always`."""
    score = graph.score[face.arcs]
    levels = np.unique(score[~always])
    low, high = 0, len(levels)
    # levels[low] always works (it is what is there); levels[high] does not, or is beyond the last.
    while high - low > 1:
        middle = (low + high) // 2
        kept = face.keeping(always | (score >= levels[middle]))
        if covers(graph, kept) and (not rows or holds(graph, kept, rows)):
            low = middle
        else:
            high = middle
    return int(levels[low]) if len(levels) else 0


def _leximin(graph: Graph, face: Face) -> Face:
    """Few pairs of the lowest score, then few of the next: the sorted scores are as large as they can be."""
    face = assign(graph, face, np.ones(len(face.arcs), dtype=np.int64)).face
    done = -(2**62)
    while True:
        score = graph.score[face.arcs]
        if not (score > done).any() or not (face.placed.any() or face.filled.any()):
            return face
        level = _threshold(graph, face, (), score <= done)
        face = face.keeping((score <= done) | (score >= level))
        face = assign(graph, face, -(graph.score[face.arcs] == level).astype(np.int64)).face
        done = level


def _best_under_rows(graph: Graph, stage: Stage, gain: Numbers) -> Stage:
    best = maximise(graph, stage.face, gain, stage.rows)
    rows = (*stage.rows, Row(gain, best.value))
    if best.value == best.bound:
        return Stage(best.left, rows, stage.unproved, stage.bound)
    return Stage(stage.face, rows, best.arcs, stage.bound if stage.unproved is not None else best.bound)


def _smallest_under_rows(graph: Graph, stage: Stage) -> Stage:
    score = graph.score[stage.face.arcs]
    level = _threshold(graph, stage.face, stage.rows, np.zeros(len(score), dtype=np.bool_))
    return replace(stage, face=stage.face.keeping(score >= level))


def _leximin_under_rows(graph: Graph, stage: Stage) -> Stage:
    stage = pursue(graph, stage, Aim.CARDINALITY)
    done = -(2**62)
    while (graph.score[stage.face.arcs] > done).any():
        score = graph.score[stage.face.arcs]
        level = _threshold(graph, stage.face, stage.rows, score <= done)
        kept = replace(stage, face=stage.face.keeping((score <= done) | (score >= level)))
        stage = _best_under_rows(graph, kept, -(graph.score == level).astype(np.int64))
        done = level
    return stage

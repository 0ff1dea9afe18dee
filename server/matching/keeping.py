"""A re-run that keeps what it can: the most earlier pairs for each loss of the total that is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, Decimal

import numpy as np

from server.matching.assignment import whole
from server.matching.graph import Graph, Numbers, graph
from server.matching.model import Aim, Answer, Edits, Pair, Problem
from server.matching.quotas import rows
from server.matching.rows import Row
from server.matching.solving import check
from server.matching.stages import Stage, best_of, pinned, pursue, solve


@dataclass(frozen=True, slots=True)
class Kept:
    """A point of the curve."""

    max_loss_percent: Decimal
    answer: Answer
    kept: tuple[Pair, ...]
    """Earlier pairs that are in the answer."""
    possible: int
    """Earlier pairs that still could be in one."""


def edited(problem: Problem, edits: Edits) -> Problem:
    """Without those who withdrew, and their locks."""
    gone = edits.withdrawn
    return replace(
        problem,
        mentees=tuple(one for one in problem.mentees if one.id not in gone),
        mentors=tuple(one for one in problem.mentors if one.id not in gone),
        pairs=tuple(pair for pair in problem.pairs if not {pair.mentee, pair.mentor} & gone),
        pin=frozenset(pair for pair in problem.pin if not {*pair} & gone),
        forbid=frozenset(pair for pair in problem.forbid | edits.forbid if not {*pair} & gone),
    )


def keep(problem: Problem, previous: frozenset[Pair], losses: Sequence[Decimal]) -> tuple[Kept, ...]:
    """For each allowed loss of the best total, in percent of it: as many mentees as possible have a mentor, the loss is
    not larger, as many earlier pairs as possible stay, and then the total is as large as it can be.

    Raises Infeasible, TooLarge."""
    drawn = graph(problem)
    check(problem, drawn)
    stage = Stage(pinned(drawn, whole(drawn), problem.pin), rows(problem, drawn))
    full = pursue(drawn, stage, Aim.CARDINALITY)
    best = solve(drawn, full, [Aim.TOTAL], problem.seed)
    total = int(drawn.score[best.arcs].sum())
    stays = _stays(drawn, previous)
    return tuple(_point(drawn, full, loss, total, stays, problem.seed) for loss in losses)


def _point(drawn: Graph, full: Stage, loss: Decimal, total: int, stays: Numbers, seed: str) -> Kept:
    least = int((total - abs(total) * loss / 100).to_integral_value(ROUND_CEILING))
    if least == total:
        stage = pursue(drawn, full, Aim.TOTAL)
    else:
        stage = replace(full, rows=(*full.rows, Row(drawn.score, least)))
    # In points, so that a multiplier between them and scores need not be smaller than multipliers can be.
    stage = best_of(drawn, stage, stays * (int(np.abs(drawn.score).max(initial=0)) + 1))
    solved = solve(drawn, stage, [Aim.TOTAL], seed)
    kept = solved.arcs[stays[solved.arcs] == 1]
    return Kept(
        loss,
        Answer(drawn.scored(solved.arcs), solved.proved, solved.bound),
        tuple(drawn.pair(arc) for arc in np.sort(kept).tolist()),
        int(stays.sum()),
    )


def _stays(drawn: Graph, previous: frozenset[Pair]) -> Numbers:
    """1 at each arc of an earlier pair."""
    stays = np.zeros(drawn.arcs, dtype=np.int64)
    mentee_at = {name: number for number, name in enumerate(drawn.mentees)}
    mentor_at = {name: number for number, name in enumerate(drawn.mentors)}
    width = len(drawn.mentors)
    keys = [mentee_at[mentee] * width + mentor_at[mentor] for mentee, mentor in previous
            if mentee in mentee_at and mentor in mentor_at]  # fmt: skip
    stays[np.isin(drawn.mentee * width + drawn.mentor, keys)] = 1
    return stays

"""What it would cost to force a pair, or to forbid one: exact, by solving again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from server.matching.model import Answer, Infeasible, Pair, Problem
from server.matching.solving import answer


@dataclass(frozen=True, slots=True)
class WhatIf:
    """None where no answer keeps every lock and quota with it."""

    pair: Pair
    forced: Answer | None
    forbidden: Answer | None


def what_if(problem: Problem, pairs: Iterable[Pair]) -> tuple[WhatIf, ...]:
    """Raises TooLarge."""
    return tuple(
        WhatIf(
            pair,
            _or_none(replace(problem, pin=problem.pin | {pair})),
            _or_none(replace(problem, forbid=problem.forbid | {pair})),
        )
        for pair in pairs
    )


def _or_none(problem: Problem) -> Answer | None:
    try:
        return answer(problem)
    except Infeasible:
        return None


@dataclass(frozen=True, slots=True)
class Move:
    mentee: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Swap:
    """What forcing a pair changes: exact, and who moves for it."""

    pair: Pair
    cardinality: int
    """Fewer mentees with a mentor."""
    total: int
    """Points that the total loses."""
    moves: tuple[Move, ...]
    """Of the pair's own mentee first, then of all others who get another mentor or none."""
    proved: bool


def swap(problem: Problem, answered: Answer, pair: Pair) -> Swap:
    """Raises Infeasible, naming what the pair cannot be together with; TooLarge."""
    forced = answer(replace(problem, pin=problem.pin | {pair}))
    before = {one.mentee: one.mentor for one in answered.pairs}
    after = {one.mentee: one.mentor for one in forced.pairs}
    moved = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    order = sorted(moved, key=lambda name: (name != pair[0], name))
    return Swap(
        pair,
        answered.cardinality - forced.cardinality,
        answered.total - forced.total,
        tuple(Move(name, before.get(name), after.get(name)) for name in order),
        answered.proved and forced.proved,
    )

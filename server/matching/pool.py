"""All people of a round become a graph: every pair that may be, or, of very many, those that can matter.

What is left out of a large graph is looked at again with the prices of the answer: a pair that could better it, or be
part of an equally good one, is put in. So leaving out saves time, and no answer for cardinality, then total, depends
on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from server.matching.assignment import Assignment, Face, assign, whole
from server.matching.graph import Graph, Marks, Numbers
from server.matching.model import Pair
from server.matching.scoring import RULES, Block, Scores, Whole
from server.matching.stages import pinned

ALL = 100_000
"""So many pairs are all kept."""
BEST_OF_MENTEE = 50
BEST_OF_MENTOR = 20
AT_ONCE = 2_000_000


Arcs = tuple[Whole, Whole, Whole]


@dataclass(frozen=True, slots=True)
class Counted:
    """Pairs that a hard rule rules out: in all, and alone (no other rule would)."""

    pairs: int
    alone: int


@dataclass(frozen=True, slots=True)
class Pairs:
    """All that may be, sorted by mentee, then mentor. In 32 bits, but scores of others' making: there may be tens of
    millions."""

    mentee: Whole
    mentor: Whole
    score: Whole | Numbers

    def __len__(self) -> int:
        return len(self.score)

    def slices(self) -> Iterator[slice]:
        for first in range(0, len(self), AT_ONCE):
            yield slice(first, first + AT_ONCE)


@dataclass(frozen=True, slots=True)
class Pool:
    scores: Scores
    pairs: Pairs = field(repr=False)
    ruled_out: dict[str, Counted]

    @property
    def best(self) -> Numbers:
        """Of each mentee: the best score that anybody could have given them, -1 where nobody may go with them."""
        best = np.full(len(self.scores.mentees), -1, dtype=np.int64)
        np.maximum.at(best, self.pairs.mentee, self.pairs.score)
        return best

    @property
    def choices(self) -> Numbers:
        """Of each mentee: with how many mentors they may go."""
        return np.bincount(self.pairs.mentee, minlength=len(self.scores.mentees))


def pool(scores: Scores, forbid: frozenset[Pair] = frozenset(), allow: frozenset[Pair] = frozenset()) -> Pool:
    """Every pair that may be; how many each rule forbids. Forbidden pairs break no rule, and are left out; allowed ones
    are in, whatever rule they break."""
    found, codes = [], np.zeros(2 ** len(RULES), dtype=np.int64)
    named = [(pair, pair in allow) for pair in sorted(forbid | allow)]
    named_at = [(scores.mentee_at[mentee], scores.mentor_at[mentor], may) for (mentee, mentor), may in named]
    for block in scores.blocks():
        code = _code(block)
        codes += np.bincount(code.ravel(), minlength=len(codes))
        possible = code == 0
        for mentee_at, mentor_at, may in named_at:
            if block.first <= mentee_at < block.first + len(possible):
                possible[mentee_at - block.first, mentor_at] = may
        found.append(_scored(scores, block, *np.nonzero(possible)))
    mentee, mentor, score = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return Pool(scores, Pairs(mentee, mentor, score), _counted(codes))


def _code(block: Block) -> NDArray[np.uint8]:
    """The rules that each pair breaks, a bit for each."""
    code = np.zeros(block.minutes.shape, dtype=np.uint8)
    for name, marks in block.broken.items():
        code |= marks.view(np.uint8) << np.uint8(RULES.index(name))
    return code


def _counted(codes: Numbers) -> dict[str, Counted]:
    every = np.arange(len(codes))
    return {
        name: Counted(int(codes[every >> bit & 1 == 1].sum()), int(codes[1 << bit])) for bit, name in enumerate(RULES)
    }


def _scored(
    scores: Scores, block: Block, row: NDArray[np.intp], column: NDArray[np.intp]
) -> tuple[Whole, Whole, Whole]:
    score = scores.score(row + block.first, column, block.minutes[row, column])
    return (row + block.first).astype(np.int32), column.astype(np.int32), score


def draw(pool: Pool, pins: frozenset[Pair] = frozenset(), needed: Iterable[Pair] = ()) -> Graph:
    """The graph of the pool; of a large one without the pairs that play no part.

    `needed` pairs (an earlier answer) are in it if they may be. Raises NoAssignment, TooLarge."""
    pairs = pool.pairs
    if len(pairs) <= ALL:
        return whole_graph(pool)
    kept = _best(pairs) | _among(pool, [*pins, *needed])
    while True:
        graph = _graph(pool, np.flatnonzero(kept))
        added, stricter = _priced_in(pool, _cardinality_then_total(graph, pinned(graph, whole(graph), pins)), pins)
        if not stricter:
            return _graph(pool, np.flatnonzero(kept | added))
        kept |= added


def _best(pairs: Pairs) -> Marks:
    """The best so many of each mentee and of each mentor. Keys are unique: it never matters how equals are sorted."""
    kept = np.zeros(len(pairs), dtype=np.bool_)
    for person, other, count in (
        (pairs.mentee, pairs.mentor, BEST_OF_MENTEE),
        (pairs.mentor, pairs.mentee, BEST_OF_MENTOR),
    ):
        order = np.argsort((person.astype(np.int64) << 42) - (pairs.score.astype(np.int64) << 21) + other)
        sorted_people = person[order]
        first = np.searchsorted(sorted_people, sorted_people)
        kept[order[np.arange(len(order)) - first < count]] = True
    return kept


def _among(pool: Pool, named: Iterable[Pair]) -> Marks:
    kept = np.zeros(len(pool.pairs), dtype=np.bool_)
    width = len(pool.scores.mentors)
    at = pool.scores
    keys = [at.mentee_at[mentee] * width + at.mentor_at[mentor] for mentee, mentor in named
            if mentee in at.mentee_at and mentor in at.mentor_at]  # fmt: skip
    for piece in pool.pairs.slices():
        kept[piece] = np.isin(pool.pairs.mentee[piece].astype(np.int64) * width + pool.pairs.mentor[piece], keys)
    return kept


def _cardinality_then_total(graph: Graph, face: Face) -> tuple[Assignment, int]:
    """In one run: one more pair counts more than all scores; and how much it counts."""
    one_more = len(graph.mentees) * (int(np.abs(graph.score).max(initial=0)) + 1)
    return assign(graph, face, graph.score[face.arcs] + one_more), one_more


def _priced_in(pool: Pool, best: tuple[Assignment, int], pins: frozenset[Pair]) -> tuple[Marks, bool]:
    """Pairs that at these prices are as good for their mentee as what they have; and whether one is better."""
    assignment, one_more = best
    pairs = pool.pairs
    free = np.ones(len(pool.scores.mentees), dtype=np.bool_)
    free[[pool.scores.mentee_at[mentee] for mentee, _ in pins]] = False
    good = np.zeros(len(pairs), dtype=np.bool_)
    kept = np.zeros(len(pairs), dtype=np.bool_)
    for piece in pairs.slices():
        mentee, mentor = pairs.mentee[piece], pairs.mentor[piece]
        left = pairs.score[piece] + one_more - assignment.price[mentor] - assignment.worth[mentee]
        good[piece] = (left >= 0) & free[mentee]
        kept[piece] = (left > 0) & free[mentee]
    return good, bool(kept.any())


def whole_graph(pool: Pool) -> Graph:
    """With every pair of it."""
    return _graph(pool, np.arange(len(pool.pairs)))


def _graph(pool: Pool, at: Numbers) -> Graph:
    scores, pairs = pool.scores, pool.pairs
    return Graph(
        tuple(one.id for one in scores.mentees),
        tuple(one.id for one in scores.mentors),
        np.array([one.capacity for one in scores.mentors], dtype=np.int64),
        pairs.mentee[at].astype(np.int64),
        pairs.mentor[at].astype(np.int64),
        pairs.score[at].astype(np.int64),
    )

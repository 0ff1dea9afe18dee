"""The problem as arrays, in an order that depends on ids alone: the order of the input changes nothing after this."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from server.matching.model import Pair, Problem, ScoredPair

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Graph:
    """Possible pairs are arcs, sorted by mentee, then mentor (as numbers in the sorted lists of ids)."""

    mentees: tuple[str, ...]
    mentors: tuple[str, ...]
    capacity: Numbers
    """Of each mentor."""
    mentee: Numbers
    """Of each arc."""
    mentor: Numbers
    score: Numbers

    @property
    def arcs(self) -> int:
        return len(self.score)

    def pair(self, arc: int) -> Pair:
        return self.mentees[self.mentee[arc]], self.mentors[self.mentor[arc]]

    def scored(self, arcs: Numbers) -> tuple[ScoredPair, ...]:
        return tuple(ScoredPair(*self.pair(arc), int(self.score[arc])) for arc in np.sort(arcs).tolist())


def graph(problem: Problem) -> Graph:
    """Forbidden pairs are left out; pins and quotas are not in it."""
    mentors = sorted(problem.mentors, key=lambda one: one.id)
    mentee_ids = sorted(one.id for one in problem.mentees)
    mentee_at = {name: number for number, name in enumerate(mentee_ids)}
    mentor_at = {one.id: number for number, one in enumerate(mentors)}
    possible = [pair for pair in problem.pairs if (pair.mentee, pair.mentor) not in problem.forbid]
    mentee = np.array([mentee_at[pair.mentee] for pair in possible], dtype=np.int64)
    mentor = np.array([mentor_at[pair.mentor] for pair in possible], dtype=np.int64)
    score = np.array([pair.score for pair in possible], dtype=np.int64)
    order = np.lexsort((mentor, mentee))
    return Graph(
        tuple(mentee_ids),
        tuple(one.id for one in mentors),
        np.array([one.capacity for one in mentors], dtype=np.int64),
        mentee[order],
        mentor[order],
        score[order],
    )


TIE_BITS = 36
"""Wide enough that two answers hardly ever weigh the same, narrow enough that sums over 50 000 people stay exact."""


def tie_weights(graph: Graph, arcs: Numbers, seed: str) -> Numbers:
    """A weight for each of these arcs that only the ids and the seed decide: which of equal answers is taken."""
    weights = np.empty(len(arcs), dtype=np.int64)
    for number, arc in enumerate(arcs.tolist()):
        mentee, mentor = graph.pair(arc)
        digest = blake2b(f"{len(mentee)} {mentee} {mentor} {seed}".encode(), digest_size=8).digest()
        weights[number] = int.from_bytes(digest, "big") >> (64 - TIE_BITS)
    return weights

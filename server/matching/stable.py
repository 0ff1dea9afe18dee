"""Stable matchings from preferences with ties: no two people prefer each other strictly to what they have.

With ties they differ in size, and a largest one is hard to find. Deferred acceptance after Király (Linear time local
approximation algorithm for maximum stable marriage, 2013) never finds less than two thirds of it: a mentee prefers, of
equally good mentors, one with an empty seat; a mentor who could have been spared for such a one is left again; and whom
everybody has refused asks everybody once more and then comes before equally good ones. Where that is less than what
could be at most, branch and bound looks for more, and says whether it has proved that there is none.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

from server.matching.assignment import most, whole
from server.matching.blocking import blocking
from server.matching.graph import Graph, Numbers
from server.matching.model import Pair, Preferences

NODES = 5_000
ARCS_FOR_PROOF = 6_000


@dataclass(frozen=True, slots=True)
class Ranked:
    """Pairs that both accept, with each one's place on the other's list."""

    graph: Graph
    of_mentee: Numbers
    of_mentor: Numbers


@dataclass(frozen=True, slots=True)
class Stable:
    pairs: tuple[Pair, ...]
    proved: bool
    """No stable matching is larger."""
    bound: int
    """None has more pairs than this."""


def ranked(preferences: Preferences) -> Ranked:
    mentees, mentors = sorted(preferences.of_mentees), sorted(preferences.of_mentors)
    mentor_at = {name: number for number, name in enumerate(mentors)}
    arcs = [
        (row, mentor_at[name], place, preferences.of_mentors[name][mentee])
        for row, mentee in enumerate(mentees)
        for name, place in sorted(preferences.of_mentees[mentee].items())
        if mentee in preferences.of_mentors[name]
    ]
    mentee, mentor, of_mentee, of_mentor = np.array(arcs, dtype=np.int64).reshape(-1, 4).T
    capacity = np.array([preferences.capacity[name] for name in mentors], dtype=np.int64)
    nothing = np.zeros(len(arcs), dtype=np.int64)
    return Ranked(Graph(tuple(mentees), tuple(mentors), capacity, mentee, mentor, nothing), of_mentee, of_mentor)


def largest_stable(ranked: Ranked) -> Stable:
    graph = ranked.graph
    arcs = _Asking(ranked).run()
    bound = most(graph, whole(graph))
    if len(arcs) < bound and graph.arcs <= ARCS_FOR_PROOF:
        more, bound = _searched(ranked)
        if more is not None and len(more) > len(arcs):
            arcs = more
        bound = max(bound, len(arcs))
    assert not blocking(graph, arcs, ranked.of_mentee, ranked.of_mentor).any(), "what was found is not stable"
    return Stable(tuple(graph.pair(arc) for arc in np.sort(arcs).tolist()), len(arcs) == bound, bound)


def count_blocking(ranked: Ranked, pairs: Iterable[Pair]) -> int:
    """Of any matching, also one with pairs that somebody does not accept: these count as nothing."""
    graph = ranked.graph
    chosen = {*pairs}
    arcs = [arc for arc in range(graph.arcs) if graph.pair(arc) in chosen]
    marks = blocking(graph, np.array(arcs, dtype=np.int64), ranked.of_mentee, ranked.of_mentor)
    return int(marks.sum())


class _Asking:
    """Mentees ask, seats answer; each seat is one that all would rank as its mentor."""

    def __init__(self, ranked: Ranked) -> None:
        graph = ranked.graph
        self.graph = graph
        count = np.minimum(np.bincount(graph.mentor, minlength=len(graph.mentors)), graph.capacity)
        first = np.cumsum(count) - count
        self.seats = [range(int(at), int(at + of)) for at, of in zip(first, count, strict=True)]
        self.holds: list[int] = [-1] * int(count.sum())
        """The arc of whom each seat has, or -1."""
        self.place: list[int] = ranked.of_mentee.tolist()
        self.rank: list[int] = ranked.of_mentor.tolist()
        self.mentor: list[int] = graph.mentor.tolist()
        self.mentee: list[int] = graph.mentee.tolist()
        self.arcs: list[list[int]] = [[] for _ in graph.mentees]
        for arc, mentee in enumerate(self.mentee):
            self.arcs[mentee].append(arc)
        self.refused: list[set[tuple[int, int]]] = [set() for _ in graph.mentees]
        """(arc, seat) that have said no, in this round of asking."""
        self.again = [False] * len(graph.mentees)

    def run(self) -> Numbers:
        waiting = deque(range(len(self.graph.mentees)))
        while waiting:
            mentee = waiting.popleft()
            asked = self._next(mentee)
            if asked is None:
                if not self.again[mentee]:
                    self.again[mentee] = True
                    self.refused[mentee].clear()
                    waiting.append(mentee)
                continue
            sent_away = self._ask(*asked)
            if sent_away is not None:
                waiting.append(sent_away)
        return np.array(sorted(arc for arc in self.holds if arc >= 0), dtype=np.int64)

    def _next(self, mentee: int) -> tuple[int, int] | None:
        """The best that has not refused; of equally good ones an empty seat."""
        best = None
        for arc in self.arcs[mentee]:
            for seat in self.seats[self.mentor[arc]]:
                if (arc, seat) not in self.refused[mentee]:
                    key = (self.place[arc], self.holds[seat] >= 0, arc, seat)
                    best = key if best is None or key < best else best
        return None if best is None else (best[2], best[3])

    def _ask(self, arc: int, seat: int) -> int | None:
        """Who has to ask on, if anybody."""
        held = self.holds[seat]
        if held < 0:
            self.holds[seat] = arc
            return None
        other = self.mentee[held]
        if self._could_go(held, seat):
            # Not refused: they may ask this seat again once there is no empty one for them.
            self.holds[seat] = arc
            return other
        mentee = self.mentee[arc]
        better = (self.rank[arc], not self.again[mentee]) < (self.rank[held], not self.again[other])
        if not better:
            self.refused[mentee].add((arc, seat))
            return mentee
        self.holds[seat] = arc
        self.refused[other].add((held, seat))
        return other

    def _could_go(self, held: int, seat: int) -> bool:
        """Whether whom the seat has would be as content with an empty one that has not refused them."""
        mentee = self.mentee[held]
        return any(
            self.place[arc] == self.place[held] and self.holds[other] < 0 and (arc, other) not in self.refused[mentee]
            for arc in self.arcs[mentee]
            for other in self.seats[self.mentor[arc]]
            if other != seat
        )


def _searched(ranked: Ranked) -> tuple[Numbers | None, int]:
    """A largest stable matching, if the nodes suffice, and the bound."""
    graph = ranked.graph
    arcs = graph.arcs
    ones, column = np.ones(arcs), np.arange(arcs)
    seats = csr_array((ones, (graph.mentee, column)), shape=(len(graph.mentees), arcs))
    loads = csr_array((ones, (graph.mentor, column)), shape=(len(graph.mentors), arcs))
    # For each pair: either the mentee has one who is as good, or all seats are taken by such (Kwanashie and Manlove).
    rows: list[Numbers] = []
    columns: list[Numbers] = []
    values: list[Numbers] = []
    of_mentee = [np.flatnonzero(graph.mentee == number) for number in range(len(graph.mentees))]
    of_mentor = [np.flatnonzero(graph.mentor == number) for number in range(len(graph.mentors))]
    for arc in range(arcs):
        mine, theirs = of_mentee[graph.mentee[arc]], of_mentor[graph.mentor[arc]]
        mine = mine[ranked.of_mentee[mine] <= ranked.of_mentee[arc]]
        theirs = theirs[ranked.of_mentor[theirs] <= ranked.of_mentor[arc]]
        columns += [mine, theirs]
        values += [np.full(len(mine), graph.capacity[graph.mentor[arc]]), np.ones(len(theirs), dtype=np.int64)]
        rows.append(np.full(len(mine) + len(theirs), arc))
    contents = (np.concatenate(values).astype(np.float64), (np.concatenate(rows), np.concatenate(columns)))
    content = csr_array(contents, shape=(arcs, arcs))
    least = np.concatenate((np.zeros(len(graph.mentees) + len(graph.mentors)), graph.capacity[graph.mentor]))
    utmost = np.concatenate((np.ones(len(graph.mentees)), graph.capacity, np.full(arcs, np.inf)))
    result = milp(
        -ones,
        constraints=LinearConstraint(vstack([seats, loads, content], format="csc"), least, utmost),
        bounds=Bounds(0, 1),
        integrality=ones,
        options={"mip_rel_gap": 0.0, "node_limit": NODES},
    )
    bound = int(np.floor(-result.mip_dual_bound + 1e-6)) if result.mip_dual_bound is not None else 2**62
    return (None if result.x is None else np.flatnonzero(np.round(result.x) == 1)), bound

"""The best assignment of mentees to seats, and its proof: prices of seats that no mentee would rather pay elsewhere.

Theory. A mentee takes one seat or none, a mentor has `capacity` seats; each arc has a gain, staying without costs
nothing and brings nothing. An assignment is best if and only if prices p >= 0 of the mentors exist so that (1) each
mentee has what is best for them at these prices, (2) a mentor with an empty seat has the price 0. The same prices
then serve for all best assignments: these are exactly the ones that use only arcs at which (1) is an equality
("tight"), give a mentor to every mentee for whom staying without is not tight, and fill every mentor whose price is
not 0. That set is a `Face`, and the next aim is pursued within it: no aim ever has to be weighed against the one
before.

The assignment itself is found in floating point, by scipy; the prices are integers, so what they prove does not depend
on rounding.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching, min_weight_full_bipartite_matching

from server.matching.graph import Graph, Marks, Numbers

EXACT = 2**51
"""Integers up to here, and a few sums of them, are exact in floating point."""
FAR = 2**60
"""A price that nobody pays: of seats that are full in every assignment whatever they cost."""


class NoAssignment(Exception):
    """Not everybody who must have a seat, or every seat that must be taken, can be served."""


class TooLarge(Exception):
    """Gains so large, or people so many, that the answer could not be exact."""


@dataclass(frozen=True, slots=True)
class Face:
    """Assignments among which the next aim may choose."""

    arcs: Numbers
    """Numbers of the arcs that may be used, ascending."""
    placed: Marks
    """Mentees who must have a mentor."""
    filled: Marks
    """Mentors all of whose seats must be taken."""

    def keeping(self, kept: Marks) -> Face:
        return Face(self.arcs[kept], self.placed, self.filled)


@dataclass(frozen=True, slots=True)
class Assignment:
    arcs: Numbers
    """Numbers of the chosen arcs, ascending."""
    value: int
    face: Face
    """All assignments of the same value within the face that was asked for."""
    slack: Numbers
    """What choosing each arc of that face would lose at least (0 where it is tight)."""
    price: Numbers
    """Of a seat at each mentor, in gain."""
    worth: Numbers
    """What is left to each mentee: the gain of what they have, less its price."""


def whole(graph: Graph) -> Face:
    return Face(
        np.arange(graph.arcs, dtype=np.int64),
        np.zeros(len(graph.mentees), dtype=np.bool_),
        np.zeros(len(graph.mentors), dtype=np.bool_),
    )


def assign(graph: Graph, face: Face, gain: Numbers) -> Assignment:
    """The assignment within the face with the largest sum of gains (one per arc of the face).

    Raises NoAssignment, TooLarge."""
    cost, alone = _costs(graph, face, gain)
    chosen = _cheapest(graph, face, cost, alone)
    return _proved(graph, face, gain, cost, alone, chosen)


def covers(graph: Graph, face: Face) -> bool:
    """Whether an assignment within the face exists. Whom one assignment can place, and which seats another can fill,
    a third one does both (Mendelsohn and Dulmage)."""
    for people, seats in ((face.placed, None), (None, face.filled)):
        if people is not None and people.any():
            used = people[graph.mentee[face.arcs]]
            wanted = int(people.sum())
        elif seats is not None and seats.any():
            used = seats[graph.mentor[face.arcs]]
            wanted = int(graph.capacity[seats].sum())
        else:
            continue
        if _most(graph, face.arcs[used]) < wanted:
            return False
    return True


def most(graph: Graph, face: Face) -> int:
    """How many mentees can have a mentor at all."""
    return _most(graph, face.arcs)


def _most(graph: Graph, arcs: Numbers) -> int:
    if not len(arcs):
        return 0
    arc, column, seats = _seats(graph, arcs)
    shape = (len(graph.mentees), seats)
    matrix = csr_matrix((np.ones(len(arc), dtype=np.int8), (graph.mentee[arcs][arc], column)), shape=shape)
    return int((maximum_bipartite_matching(matrix, perm_type="column") >= 0).sum())


def _seats(graph: Graph, arcs: Numbers) -> tuple[Numbers, Numbers, int]:
    """Each arc once for each seat of its mentor: (place in `arcs`, seat), and the number of seats in all."""
    mentor = graph.mentor[arcs]
    count = np.minimum(np.bincount(mentor, minlength=len(graph.mentors)), graph.capacity)
    first = np.cumsum(count) - count
    times = count[mentor]
    if times.sum() > 100_000_000:
        raise TooLarge
    arc = np.repeat(np.arange(len(arcs), dtype=np.int64), times)
    before = np.repeat(np.cumsum(times) - times, times)
    return arc, first[mentor][arc] + np.arange(len(arc), dtype=np.int64) - before, int(count.sum())


def _costs(graph: Graph, face: Face, gain: Numbers) -> tuple[Numbers, int]:
    """Of each arc, and of staying without: at least 1, since scipy takes 0 for "cannot be". A seat that must be taken
    is cheaper than all others together."""
    top = max(int(gain.max(initial=0)), 0)
    cost = top - gain + 1
    alone = top + 1
    if face.filled.any():
        dear = len(graph.mentees) * (int(max(cost.max(initial=1), alone))) + 1
        cost = cost + np.where(face.filled[graph.mentor[face.arcs]], 0, dear)
        alone += dear
    if max(int(cost.max(initial=1)), alone) > EXACT:
        raise TooLarge
    return cost, alone


def _cheapest(graph: Graph, face: Face, cost: Numbers, alone: int) -> Numbers:
    """For each mentee the place in `face.arcs` of what they get, or -1."""
    arc, column, seats = _seats(graph, face.arcs)
    free = np.flatnonzero(~face.placed)
    shape = (len(graph.mentees), seats + len(free))
    if shape[1] < shape[0]:
        raise NoAssignment
    row = np.concatenate((graph.mentee[face.arcs][arc], free))
    column = np.concatenate((column, seats + np.arange(len(free), dtype=np.int64)))
    weight = np.concatenate((cost[arc], np.full(len(free), alone, dtype=np.int64))).astype(np.float64)
    number = np.concatenate((arc, np.full(len(free), -1, dtype=np.int64)))
    matrix = csr_matrix((weight, (row, column)), shape=shape)
    try:
        rows, columns = min_weight_full_bipartite_matching(matrix)
    except ValueError:
        raise NoAssignment from None
    # The arc of a (mentee, seat): found again in the same order of rows and columns.
    key = row * shape[1] + column
    order = np.argsort(key, kind="stable")
    at = np.searchsorted(key[order], rows.astype(np.int64) * shape[1] + columns)
    result = np.full(len(graph.mentees), -1, dtype=np.int64)
    result[rows] = number[order][at]
    return result


def _proved(graph: Graph, face: Face, gain: Numbers, cost: Numbers, alone: int, chosen: Numbers) -> Assignment:
    """Raises NoAssignment where a seat that must be taken is empty."""
    mentee, mentor = graph.mentee[face.arcs], graph.mentor[face.arcs]
    has = chosen >= 0
    arcs = face.arcs[chosen[has]]
    load = np.bincount(graph.mentor[arcs], minlength=len(graph.mentors))
    full = load >= graph.capacity
    if (face.filled & ~full).any():
        raise NoAssignment
    nobody = len(graph.mentors)
    place = np.where(has, mentor[chosen], nobody) if len(mentor) else np.full(len(has), nobody, dtype=np.int64)
    paid = np.where(has, cost[chosen], alone) if len(cost) else np.full(len(has), alone, dtype=np.int64)
    free = np.flatnonzero(~face.placed)
    # Mentees who move along an arc, from where they are: what it costs, and whose seat it frees.
    start = np.concatenate((place[mentee], place[free]))
    end = np.concatenate((mentor, np.full(len(free), nobody, dtype=np.int64)))
    step = np.concatenate((cost - paid[mentee], alone - paid[free]))
    price = _prices(start, end, step, np.append(full, False))
    worth_cost = paid + price[place]
    slack = cost + price[mentor] - worth_cost[mentee]
    alone_slack = alone - worth_cost
    assert slack.min(initial=0) >= 0, "an arc is better than what was chosen"
    assert alone_slack[free].min(initial=0) >= 0, "staying without is better than what was chosen"
    tight = Face(face.arcs[slack == 0], face.placed | (alone_slack > 0), face.filled | (price[:nobody] > 0))
    return Assignment(np.sort(arcs), int(gain[chosen[has]].sum()), tight, slack, price[:nobody], alone - worth_cost)


def _prices(start: Numbers, end: Numbers, step: Numbers, full: NDArray[np.bool_]) -> Numbers:
    """What a seat at each mentor is worth: the cheapest way to have it back, along mentees who move, to an empty seat
    or to staying without (the last number). By Bellman and Ford, all mentors at once."""
    price = np.where(full, FAR, 0).astype(np.int64)
    moves = (start != end) & full[start]
    order = np.argsort(start[moves], kind="stable")
    start, end, step = start[moves][order], end[moves][order], step[moves][order]
    if not len(start):
        return price
    group = np.flatnonzero(np.concatenate(([True], start[1:] != start[:-1])))
    of_group = start[group]
    for _ in range(len(full) + 1):
        better = np.minimum(np.minimum.reduceat(price[end] + step, group), price[of_group])
        if (better == price[of_group]).all():
            return price
        price[of_group] = better
    raise AssertionError("mentees could change places to a gain: the assignment was not the best")

"""Stability for total: the fewest blocking pairs that a loss of the total can buy, both sides ranking by score."""

from __future__ import annotations

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, identity, vstack

from server.matching.assignment import Face
from server.matching.blocking import by_score
from server.matching.graph import Graph, Numbers
from server.matching.rows import Row

NODES = 200
ARCS = 20_000
"""Above this the search would take minutes: the offer is not made."""


def calmest(graph: Graph, face: Face, rows: tuple[Row, ...], known: Numbers) -> Numbers:
    """Arcs with few blocking pairs that keep all rows, `known` where nothing better is found. Good, not proved."""
    if graph.arcs > ARCS or not len(face.arcs):
        return known
    found = _searched(graph, face, rows)
    if found is None or by_score(graph, found).sum() >= by_score(graph, known).sum():
        return known
    return found


def _searched(graph: Graph, face: Face, rows: tuple[Row, ...]) -> Numbers | None:
    arcs, count = face.arcs, len(face.arcs)
    mentee, mentor, score = graph.mentee[arcs], graph.mentor[arcs], graph.score[arcs]
    ones, column = np.ones(count), np.arange(count)
    seats = csr_array((ones, (mentee, column)), shape=(len(graph.mentees), count))
    loads = csr_array((ones, (mentor, column)), shape=(len(graph.mentors), count))
    counted = csr_array(np.array([row.counts[arcs] for row in rows], dtype=np.float64).reshape(len(rows), count))
    # A pair blocks unless its mentee has somebody as good, or the mentor's seats are full of such.
    content = _at_least_as_good(mentee, score) + _at_least_as_good(mentor, score).multiply(
        1 / graph.capacity[mentor][:, None]
    )
    upper = hstack(
        [vstack([seats, loads, counted]), csr_array((len(graph.mentees) + len(graph.mentors) + len(rows), count))]
    )
    lower = hstack([content, identity(count)])
    least = np.concatenate(
        (face.placed, np.where(face.filled, graph.capacity, 0), [row.at_least for row in rows], ones)
    ).astype(np.float64)
    utmost = np.concatenate((np.ones(len(graph.mentees)), graph.capacity, np.full(len(rows) + count, np.inf)))
    result = milp(
        np.concatenate((np.zeros(count), ones)),
        constraints=LinearConstraint(vstack([upper, lower], format="csc"), least, utmost.astype(np.float64)),
        bounds=Bounds(0, 1),
        # With one seat a pair blocks or not by itself; with several it could seem to block by a part.
        integrality=np.concatenate((ones, graph.capacity[mentor] > 1)),
        options={"node_limit": NODES, "mip_rel_gap": 0.02},
    )
    return None if result.x is None else arcs[np.round(result.x[:count]) == 1]


def _at_least_as_good(person: Numbers, score: Numbers) -> csr_array:
    """For each arc the arcs of the same person that score no less."""
    order = np.lexsort((-score, person))
    ranked, points = person[order], score[order]
    first = np.searchsorted(ranked, ranked)
    # Equal ones count for each other: up to the last of the same score.
    group = np.flatnonzero(np.concatenate(([True], (ranked[1:] != ranked[:-1]) | (points[1:] != points[:-1]))))
    last = np.repeat(np.append(group[1:], len(order)), np.diff(np.append(group, len(order))))
    lengths = last - first
    rows = np.repeat(order, lengths)
    starts = np.repeat(first - (np.cumsum(lengths) - lengths), lengths)
    columns = order[starts + np.arange(lengths.sum())]
    return csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(person), len(person)))

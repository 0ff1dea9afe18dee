"""Blocking pairs by score, and how few of them a small loss of the total buys; what a swap moves."""

from __future__ import annotations

import numpy as np

from bench.people import RULES, WEIGHTS, people
from server.matching.assignment import whole
from server.matching.blocking import by_score
from server.matching.calming import calmest
from server.matching.graph import Graph, Numbers
from server.matching.measures import measured
from server.matching.model import Aim, Mentee, Mentor, Problem, ScoredPair
from server.matching.pool import draw, pool
from server.matching.rows import Row
from server.matching.scoring import Scores
from server.matching.solving import answer
from server.matching.stages import Stage, solve
from server.matching.what_if import Move, swap


def test_a_small_loss_of_the_total_buys_calm_and_the_measures_tell_it() -> None:
    drawn = pool(Scores(*people(60, 45, 1), RULES, WEIGHTS))
    graph = draw(drawn)
    arcs = solve(graph, Stage(whole(graph)), [Aim.CARDINALITY, Aim.TOTAL], "").arcs
    total = int(graph.score[arcs].sum())
    least = total - total * 2 // 100
    calm = calmest(graph, whole(graph), (Row(graph.score, least),), arcs)
    before, after = int(by_score(graph, arcs).sum()), int(by_score(graph, calm).sum())
    assert after < before
    assert before == _blocking_by_definition(graph, arcs)
    assert after == _blocking_by_definition(graph, calm)
    assert graph.score[calm].sum() >= least
    country = {one.id: one.country for one in [*drawn.scores.mentees, *drawn.scores.mentors]}
    told = measured(graph, calm, country, drawn.best, drawn.choices)
    assert (told.blocking_pairs, told.cardinality, told.total) == (after, len(calm), int(graph.score[calm].sum()))
    assert all(one.score is None or (one.best is not None and one.score <= one.best) for one in told.shares)
    assert sum(load for _, load, _ in told.loads) == told.cardinality
    assert told.fifth_percentile is not None
    assert told.minimum is not None
    assert told.minimum <= told.fifth_percentile <= np.median(graph.score[calm])


def _blocking_by_definition(graph: Graph, arcs: Numbers) -> int:
    pairs = {graph.pair(arc): int(graph.score[arc]) for arc in arcs.tolist()}
    room = dict(zip(graph.mentors, graph.capacity.tolist(), strict=True))
    found = 0
    for arc in range(graph.arcs):
        mentee, mentor = graph.pair(arc)
        theirs = [score for (_, other), score in pairs.items() if other == mentor]
        wants = all(score < graph.score[arc] for (other, _), score in pairs.items() if other == mentee)
        found += wants and (len(theirs) < room[mentor] or min(theirs) < graph.score[arc])
    return found


def test_a_swap_names_everybody_who_moves() -> None:
    problem = Problem(
        (Mentee("E1"), Mentee("E2"), Mentee("E3")),
        (Mentor("M1"), Mentor("M2")),
        tuple(ScoredPair(*pair) for pair in (("E1", "M1", 9), ("E1", "M2", 5), ("E2", "M1", 8), ("E2", "M2", 7))),
    )
    before = answer(problem)
    assert before.total == 16
    told = swap(problem, before, ("E2", "M1"))
    assert (told.cardinality, told.total) == (0, 3)
    assert told.moves == (Move("E2", "M2", "M1"), Move("E1", "M1", "M2"))

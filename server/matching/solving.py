"""A problem becomes an answer, or the reason why there is none."""

from __future__ import annotations

from dataclasses import replace

from server.matching.assignment import most, whole
from server.matching.conflicts import locks_against_each_other, quotas_that_cannot_hold
from server.matching.graph import Graph, graph
from server.matching.model import Answer, Infeasible, Problem
from server.matching.quotas import rows
from server.matching.rows import holds
from server.matching.stages import Stage, pinned, solve


def answer(problem: Problem) -> Answer:
    """Raises Infeasible, TooLarge."""
    drawn = graph(problem)
    check(problem, drawn)
    stage = Stage(pinned(drawn, whole(drawn), problem.pin), rows(problem, drawn))
    solved = solve(drawn, stage, problem.objective, problem.seed)
    return Answer(drawn.scored(solved.arcs), solved.proved, solved.bound)


def check(problem: Problem, drawn: Graph) -> None:
    """Raises Infeasible where locks and quotas cannot hold together."""
    conflict = locks_against_each_other(problem)
    if conflict is None:
        quotas = rows(problem, drawn)
        if not quotas or holds(drawn, pinned(drawn, whole(drawn), problem.pin), quotas):
            return
        conflict = quotas_that_cannot_hold(problem)
    raise Infeasible(replace(conflict, cardinality=most(drawn, whole(drawn))))

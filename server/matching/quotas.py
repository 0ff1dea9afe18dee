"""Quotas as rows: which pairs each of them counts."""

from __future__ import annotations

import numpy as np

from server.matching.graph import Graph
from server.matching.model import Problem, Quota
from server.matching.rows import Row


def rows(problem: Problem, graph: Graph) -> tuple[Row, ...]:
    """One for each quota, in their order."""
    of_mentee = {one.id: one.country for one in problem.mentees}
    of_mentor = {one.id: one.country for one in problem.mentors}
    mentees = np.array([of_mentee[name] or "" for name in graph.mentees])[graph.mentee]
    mentors = np.array([of_mentor[name] or "" for name in graph.mentors])[graph.mentor]
    # A pair of which one country is not known is not known to be of two countries.
    cross = (mentees != mentors) & (mentees != "") & (mentors != "")

    def row(quota: Quota) -> Row:
        counted = mentees == quota.country if quota.country is not None else np.ones(len(mentees), dtype=np.bool_)
        if quota.either and quota.country is not None:
            counted |= mentors == quota.country
        return Row((cross & counted).astype(np.int64), quota.min_cross_pairs)

    return tuple(row(quota) for quota in problem.quotas)

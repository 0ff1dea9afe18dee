"""Blocking pairs: two people who both would rather have each other than what they have, or than an empty seat."""

from __future__ import annotations

import numpy as np

from server.matching.graph import Graph, Marks, Numbers

LAST = 2**62
"""Below every place in a ranking: nobody."""


def blocking(graph: Graph, chosen: Numbers, of_mentee: Numbers, of_mentor: Numbers) -> Marks:
    """Which arcs block the chosen ones. `of_mentee` and `of_mentor` say, for each arc, at which place its mentee ranks
    the mentor, and its mentor the mentee: lower is better, equal is equally good."""
    has = np.full(len(graph.mentees), LAST, dtype=np.int64)
    has[graph.mentee[chosen]] = of_mentee[chosen]
    worst = np.full(len(graph.mentors), -LAST, dtype=np.int64)
    np.maximum.at(worst, graph.mentor[chosen], of_mentor[chosen])
    load = np.bincount(graph.mentor[chosen], minlength=len(graph.mentors))
    worst[load < graph.capacity] = LAST
    return (of_mentee < has[graph.mentee]) & (of_mentor < worst[graph.mentor])


def by_score(graph: Graph, chosen: Numbers) -> Marks:
    """Where both sides would rank each other by score."""
    return blocking(graph, chosen, -graph.score, -graph.score)

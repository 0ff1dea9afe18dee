"""What an answer is like: for each person beside the best that they could have had, and for all together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from server.matching.blocking import by_score
from server.matching.graph import Graph, Numbers


@dataclass(frozen=True, slots=True)
class Share:
    """What one mentee has, beside the best that any answer could have given them alone."""

    mentee: str
    score: int | None
    best: int | None
    """None where nobody may go with them."""
    choices: int


@dataclass(frozen=True, slots=True)
class Measures:
    cardinality: int
    total: int
    minimum: int | None
    fifth_percentile: int | None
    """Of the scores of those who have a mentor: one in twenty has no more."""
    blocking_pairs: int
    """If both sides ranked by score."""
    cross_country: int
    shares: tuple[Share, ...]
    loads: tuple[tuple[str, int, int], ...]
    """Of each mentor: id, mentees, capacity."""


def measured(graph: Graph, arcs: Numbers, country: dict[str, str | None], best: Numbers, choices: Numbers) -> Measures:
    """`best` and `choices` of each mentee are the whole pool's: the graph may lack pairs that play no part."""
    scores = np.sort(graph.score[arcs])
    has = np.full(len(graph.mentees), -1, dtype=np.int64)
    has[graph.mentee[arcs]] = graph.score[arcs]
    load = np.bincount(graph.mentor[arcs], minlength=len(graph.mentors))
    placed = np.isin(np.arange(len(graph.mentees)), graph.mentee[arcs])
    return Measures(
        cardinality=len(arcs),
        total=int(scores.sum()),
        minimum=int(scores[0]) if len(scores) else None,
        fifth_percentile=int(scores[(len(scores) - 1) // 20]) if len(scores) else None,
        blocking_pairs=int(by_score(graph, arcs).sum()),
        cross_country=sum(_is_cross(country.get(a), country.get(b)) for a, b in map(graph.pair, arcs.tolist())),
        shares=tuple(
            Share(name, int(has[at]) if placed[at] else None, int(best[at]) if choices[at] else None, int(choices[at]))
            for at, name in enumerate(graph.mentees)
        ),
        loads=tuple((name, int(load[at]), int(graph.capacity[at])) for at, name in enumerate(graph.mentors)),
    )


def _is_cross(mine: str | None, theirs: str | None) -> bool:
    return mine is not None and theirs is not None and mine != theirs

"""What a round asks becomes an answer with its measures, or the conflict for which there is none. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from server.matching.assignment import most, whole
from server.matching.blocking import by_score
from server.matching.calming import ARCS as CALM_ARCS
from server.matching.calming import calmest
from server.matching.conflicts import locks_against_each_other, quotas_that_cannot_hold
from server.matching.graph import Graph, Numbers
from server.matching.measures import measured
from server.matching.model import ENGINE, Aim, Conflict, Demand, Pair, ScoredPair
from server.matching.pool import ALL, Pairs, Pool, draw, whole_graph
from server.matching.quotas import rows as rows_of
from server.matching.reasons import Reason, why, why_not
from server.matching.rounds.asking import Prepared, keeping, keys_of, place, places
from server.matching.rounds.model import (
    Asked,
    Calmed,
    Clash,
    Demanded,
    Figures,
    Found,
    How,
    Load,
    Outcome,
    Point,
    Reached,
    RuledOut,
    Said,
    Share,
)
from server.matching.rows import Row, holds
from server.matching.stages import BALANCE, Solved, Stage, best_of, concave_of, pinned, pursue, solve

KEEPS = (0, 1, 3, 10, 30, 100)
"""Points of the curve of what keeping costs."""
WHOLE = 2_000_000
"""So many pairs can be looked at as a whole, where the largest smallest score has to be proved."""
STEPS = 7

Tell = Callable[[str, int, int], None]
"""Hears of the stage, and the step of so many."""


class InConflict(Exception):
    """No answer keeps every demand."""

    def __init__(self, clash: Clash) -> None:
        super().__init__("conflict")
        self.clash = clash


@dataclass(frozen=True, slots=True)
class Solution:
    """Arcs of a graph that holds every pair which can matter, at its true score."""

    graph: Graph
    arcs: Numbers
    proved: bool
    bound: int | None

    @property
    def pairs(self) -> dict[str, str]:
        return dict(self.graph.pair(arc) for arc in self.arcs.tolist())

    @property
    def total(self) -> int:
        return int(self.graph.score[self.arcs].sum())


# ── solving ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def best(here: Prepared, keep: int, *, drawn: Pool | None = None, pins: frozenset[Pair] | None = None) -> Solution:
    """The best answer, pairs of the one before counting `keep` points more; of another pool, with other pins.
    Nothing is checked. Raises NoAssignment, TooLarge."""
    drawn, pins = here.pool if drawn is None else drawn, here.pins if pins is None else pins
    objective = here.asked.settings.objective
    partial = len(drawn.pairs) > ALL
    level_known = False
    if objective == "fair" and partial and not here.quotas and len(drawn.pairs) <= WHOLE:
        drawn, level_known = _at_level(drawn, pins), True
    valued = replace(drawn, pairs=Pairs(drawn.pairs.mentee, drawn.pairs.mentor, _gains(here, drawn, keep)))
    graph = draw(valued, pins, [*pins, *here.asked.previous, *_of_two_countries(here, drawn, partial)])
    true = _at_true_scores(graph, drawn)
    stage = Stage(pinned(graph, whole(graph), pins), rows_of(here.problem(), graph))
    stage = pursue(graph, stage, Aim.CARDINALITY)
    if objective == "fair":
        stage = pursue(true, stage, Aim.MIN)
    solved = solve(graph, best_of(graph, stage, graph.score), (), here.asked.seed)
    proved = solved.proved and (not partial or (not here.quotas and (objective != "fair" or level_known)))
    return Solution(true, solved.arcs, proved, _bound(here, drawn, solved, proved, keep))


def _gains(here: Prepared, drawn: Pool, keep: int) -> Numbers:
    """What each pair counts."""
    score = drawn.pairs.score.astype(np.int64)
    bonus = keep * here.unit
    if here.asked.settings.objective == "balanced":
        scale = max(int(score.max(initial=1)), 1)
        score, bonus = concave_of(score), bonus * BALANCE // scale
    at = places(drawn, keys_of(drawn, here.asked.previous))
    score[at[at >= 0]] += bonus
    return score


def _at_true_scores(graph: Graph, drawn: Pool) -> Graph:
    at = places(drawn, graph.mentee * len(graph.mentors) + graph.mentor)
    return replace(graph, score=drawn.pairs.score[at].astype(np.int64))


def _at_level(drawn: Pool, pins: frozenset[Pair]) -> Pool:
    """Without pairs below the largest smallest score that as many as possible can have."""
    graph = whole_graph(drawn)
    stage = pursue(graph, Stage(pinned(graph, whole(graph), pins)), Aim.CARDINALITY)
    arcs = pursue(graph, stage, Aim.MIN).face.arcs
    level = int(graph.score[arcs].min(initial=0))
    kept = drawn.pairs.score >= level
    kept[places(drawn, keys_of(drawn, sorted(pins)))] = True
    return keeping(drawn, kept)


NEAR = 60
"""Pairs of two countries that a mentee keeps in a large round with quotas."""


def _of_two_countries(here: Prepared, drawn: Pool, partial: bool) -> Iterator[Pair]:
    """Those that quotas may need: the best of each mentee."""
    if not here.quotas or not partial:
        return
    mine, theirs = ([one.country or "" for one in side] for side in (here.scores.mentees, here.scores.mentors))
    mentee, mentor = drawn.pairs.mentee, drawn.pairs.mentor
    cross = np.flatnonzero(np.array(mine)[mentee] != np.array(theirs)[mentor])
    order = cross[np.lexsort((mentor[cross], -drawn.pairs.score[cross], mentee[cross]))]
    person = mentee[order]
    near = np.arange(len(order)) - np.searchsorted(person, person) < NEAR
    for at in order[near].tolist():
        yield here.scores.mentees[mentee[at]].id, here.scores.mentors[mentor[at]].id


def _bound(here: Prepared, drawn: Pool, solved: Solved, proved: bool, keep: int) -> int | None:
    """On what the last aim counts: the sum of scores, where nothing is added to them."""
    if proved or here.asked.settings.objective == "balanced" or keep:
        return None
    if solved.proved or len(drawn.pairs) > ALL:
        return _unbound_total(here, drawn)
    return solved.bound


def _unbound_total(here: Prepared, drawn: Pool) -> int | None:
    """Without quotas nothing is less: their best sum bounds that under them."""
    free = replace(here, quotas=(), asked=_with_objective(here.asked, "total"))
    found = best(free, 0, drawn=drawn)
    return found.total if found.proved else None


def _with_objective(asked: Asked, objective: str) -> Asked:
    return msgspec.structs.replace(asked, settings=msgspec.structs.replace(asked.settings, objective=objective))


# ── conflicts ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def check(here: Prepared) -> None:
    """Raises InConflict where demands cannot hold together."""
    listed = tuple(ScoredPair(*pair, 0) for pair in sorted(here.pins) if place(here.pool, pair) >= 0)
    conflict = locks_against_each_other(here.problem(listed))
    if conflict is None and here.quotas:
        conflict = _quota_conflict(here)
    if conflict is not None:
        graph = whole_graph(here.pool)
        raise InConflict(_clash(here, conflict, most(graph, whole(graph))))


def _quota_conflict(here: Prepared) -> Conflict | None:
    graph = whole_graph(here.pool)
    if holds(graph, pinned(graph, whole(graph), here.pins), rows_of(here.problem(), graph)):
        return None
    return quotas_that_cannot_hold(here.problem(graph.scored(np.arange(graph.arcs))))


def _clash(here: Prepared, conflict: Conflict, matched: int) -> Clash:
    demands = [_demanded(here, one, conflict) for one in conflict.demands]
    alone = conflict.demands[0]
    if len(conflict.demands) == 1 and alone.pair is not None and place(here.pool, alone.pair) < 0:
        demands.append(_against(here, alone.pair))
    return Clash(tuple(demands), conflict.people, matched)


def _demanded(here: Prepared, one: Demand, conflict: Conflict) -> Demanded:
    if one.quota is not None:
        wanted = here.quotas[one.quota].min_cross_pairs
        return Demanded("quota", quota=Reached(one.quota, wanted, conflict.at_most[one.quota]))
    kind = "chosen" if one.kind == "pin" and one.pair in here.fixed else one.kind
    return Demanded(kind, pair=one.pair)  # type: ignore[arg-type]


def _against(here: Prepared, pair: Pair) -> Demanded:
    """One thing for which the pair cannot be: the first that would have to go."""
    if pair in here.forbid:
        return Demanded("forbid", pair)
    if pair in here.apart:
        return Demanded("rule", pair, rule="declined")
    broken = why_not(here.scores, *pair)
    code = broken[0].code if broken else "not_scored"
    return Demanded("rule", pair, rule=RULE_OF.get(code, code))


RULE_OF = {"no_language": "language", "hours_too_few": "hours"}
"""Of a reason's code, where it is called otherwise."""


# ── the outcome ───────────────────────────────────────────────────────────────────────────────────────────────────────


def outcome(here: Prepared, input: str, tell: Tell) -> Outcome:
    """Raises TooLarge."""
    ruled_out = tuple(RuledOut(name, one.pairs, one.alone) for name, one in here.pool.ruled_out.items())
    empty = Outcome(ENGINE, input, here.unit, False, None, (), (), (), None, ruled_out, (), 0, (), None, None)
    tell("rules", 2, STEPS)
    try:
        check(here)
    except InConflict as found:
        return _with(empty, clash=found.clash, proved=True)
    tell("optimum", 3, STEPS)
    previous = here.asked.previous
    keep = here.asked.settings.keep if previous else 0
    solution = best(here, keep)
    tell("stability", 4, STEPS)
    solution, calmed = _calmed(here, solution)
    tell("keeping", 5, STEPS)
    curve = tuple(_curve(here, keep, solution, calmed)) if previous else ()
    tell("reasons", 6, STEPS)
    pairs = tuple(_found(here, solution))
    figures, shares, loads = _figures(here, solution, pairs)
    return _with(
        empty,
        proved=solution.proved,
        bound=solution.bound,
        pairs=pairs,
        shares=shares,
        loads=loads,
        figures=figures,
        quotas=tuple(_reached(here, solution)),
        could_be_kept=int((places(here.pool, keys_of(here.pool, previous)) >= 0).sum()) if previous else 0,
        curve=curve,
        calmed=calmed,
    )


def _with(one: Outcome, **changes: object) -> Outcome:
    return msgspec.structs.replace(one, **changes)


def _calmed(here: Prepared, solution: Solution) -> tuple[Solution, Calmed | None]:
    """Fewer pairs that would both rather have each other, for so much of the sum as is allowed. Rows keep the
    quotas, the pins and how many have a mentor."""
    loss = here.asked.settings.stability_loss
    if not loss:
        return solution, None
    graph = solution.graph
    before = Calmed(graph.arcs <= CALM_ARCS, int(by_score(graph, solution.arcs).sum()), solution.total)
    if not before.searched:
        return solution, before
    least = solution.total - abs(solution.total) * loss // 1000
    stage = Stage(pinned(graph, whole(graph), here.pins), rows_of(here.problem(), graph))
    stage = pursue(graph, stage, Aim.CARDINALITY)
    if here.asked.settings.objective == "fair":
        stage = pursue(graph, stage, Aim.MIN)
    calm = calmest(graph, stage.face, (*stage.rows, Row(graph.score, least)), solution.arcs)
    same = np.array_equal(np.sort(calm), np.sort(solution.arcs))
    return Solution(graph, np.sort(calm), solution.proved and same, solution.bound), before


def _curve(here: Prepared, keep: int, solution: Solution, calmed: Calmed | None) -> Iterator[Point]:
    """What keeping more or less would give; without calming, which would take a minute for each point."""
    previous = set(here.asked.previous)
    for points in sorted({*KEEPS, keep}):
        at = solution if points == keep and calmed is None else best(here, points)
        kept = sum(pair in previous for pair in at.pairs.items())
        yield Point(points, kept, len(at.arcs), at.total)


def how_of(here: Prepared, pair: Pair) -> How:
    if pair in here.asked.chosen:
        return "hand"
    return "pinned" if pair in here.pin else "round"


def said(reason: Reason) -> Said:
    return Said(reason.code, dict(reason.parameters), tuple(sorted(reason.readers)))


def _found(here: Prepared, solution: Solution) -> Iterator[Found]:
    previous = set(here.asked.previous)
    for arc in solution.arcs.tolist():
        pair = solution.graph.pair(arc)
        broken = why_not(here.scores, *pair)
        yield Found(
            *pair,
            int(solution.graph.score[arc]),
            how_of(here, pair),
            pair in previous,
            tuple(RULE_OF.get(one.code, one.code) for one in broken),
            tuple(said(one) for one in (*why(here.scores, *pair), *broken)),
        )


def _figures(
    here: Prepared, solution: Solution, pairs: tuple[Found, ...]
) -> tuple[Figures, tuple[Share, ...], tuple[Load, ...]]:
    graph, scores = solution.graph, here.scores
    country = {one.id: one.country for side in (scores.mentees, scores.mentors) for one in side}
    told = measured(graph, solution.arcs, country, here.pool.best, here.pool.choices)
    spoken = Counter(
        str(reason.parameters["language"])
        for one in pairs
        for reason in one.reasons
        if reason.code == "language_shared"
    )
    figures = Figures(
        matched=told.cardinality,
        mentees=len(scores.mentees),
        mentors=len(scores.mentors),
        seats=sum(one.capacity for one in scores.mentors),
        total=told.total,
        smallest=told.minimum,
        fifth_percentile=told.fifth_percentile,
        blocking_pairs=told.blocking_pairs,
        cross_country=told.cross_country,
        languages=dict(sorted(spoken.items())),
    )
    shares = tuple(Share(one.mentee, one.score, one.best, one.choices) for one in told.shares)
    return figures, shares, tuple(Load(*one) for one in told.loads)


def _reached(here: Prepared, solution: Solution) -> Iterator[Reached]:
    for number, row in enumerate(rows_of(here.problem(), solution.graph)):
        yield Reached(number, row.at_least, row.of(solution.arcs))

"""What cannot hold together: a set of locks and quotas that is as small as it can be, found without guessing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from server.matching.assignment import assign, whole
from server.matching.graph import Graph, graph
from server.matching.model import Conflict, Demand, Pair, Problem, Quota
from server.matching.quotas import rows
from server.matching.rows import holds, maximise
from server.matching.stages import pinned


def locks_against_each_other(problem: Problem) -> Conflict | None:
    """A pin of a pair that cannot be, or more pins than places; by counting alone."""
    listed = {(pair.mentee, pair.mentor) for pair in problem.pairs}
    pins = sorted(problem.pin)
    for pair in pins:
        if pair not in listed:
            return Conflict((Demand("pin", pair),), people=pair)
        if pair in problem.forbid:
            return Conflict((Demand("pin", pair), Demand("forbid", pair)), people=pair)
    places = {one.id: one.capacity for one in problem.mentors}
    for side, room in ((0, lambda _: 1), (1, places.__getitem__)):
        for person, of_person in sorted(_by_person(pins, side).items()):
            if len(of_person) > room(person):
                return Conflict(tuple(Demand("pin", pair) for pair in of_person[: room(person) + 1]), people=(person,))
    return None


def _by_person(pins: Iterable[Pair], side: int) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = defaultdict(list)
    for pair in pins:
        found[pair[side]].append(pair)
    return found


def smallest(demands: Sequence[Demand], holds: Callable[[Sequence[Demand]], bool]) -> tuple[Demand, ...]:
    """Of demands that do not hold together: some that do not either, while each of them could be dropped to mend it.

    Halves instead of one by one (Junker's QuickXplain): few questions when few of many are to blame."""

    def among(base: list[Demand], added: bool, open_ones: list[Demand]) -> list[Demand]:
        if added and not holds(base):
            return []
        if len(open_ones) == 1:
            return open_ones
        half = len(open_ones) // 2
        first, second = open_ones[:half], open_ones[half:]
        of_second = among(base + first, True, second)
        of_first = among(base + of_second, bool(of_second), first)
        return of_first + of_second

    return tuple(among([], False, list(demands)))


def quotas_that_cannot_hold(problem: Problem) -> Conflict:
    """Of a problem whose locks hold and whose quotas do not, together with them."""
    quotas = [Demand("quota", quota=number) for number in _in_canonical_order(problem.quotas)]
    locks = [Demand("pin", pair) for pair in sorted(problem.pin)]
    listed = {(pair.mentee, pair.mentor) for pair in problem.pairs}
    locks += [Demand("forbid", pair) for pair in sorted(problem.forbid & listed)]

    def hold(demands: Sequence[Demand]) -> bool:
        less = _with_only(problem, demands)
        drawn = graph(less)
        return holds(drawn, pinned(drawn, whole(drawn), less.pin), rows(less, drawn))

    # Quotas alone, if they already cannot hold: then no lock is to blame.
    found = smallest(quotas if not hold(quotas) else quotas + locks, hold)
    found = tuple(sorted(found, key=lambda one: (one.quota is None, one.quota or 0, one.kind, one.pair or ("", ""))))
    at_most = {
        one.quota: _reachable(problem, one.quota, [other for other in found if other != one])
        for one in found
        if one.quota is not None
    }
    return Conflict(found, _in_the_way(_with_only(problem, found)), at_most)


def _in_canonical_order(quotas: Sequence[Quota]) -> list[int]:
    return sorted(
        range(len(quotas)), key=lambda at: (quotas[at].country or "", quotas[at].either, -quotas[at].min_cross_pairs)
    )


def _with_only(problem: Problem, demands: Sequence[Demand]) -> Problem:
    return replace(
        problem,
        pin=frozenset(one.pair for one in demands if one.kind == "pin" and one.pair is not None),
        forbid=frozenset(one.pair for one in demands if one.kind == "forbid" and one.pair is not None),
        quotas=tuple(problem.quotas[one.quota] for one in demands if one.quota is not None),
    )


def _reachable(problem: Problem, quota: int, others: Sequence[Demand]) -> int:
    """The most pairs that count for the quota while the others hold."""
    less = _with_only(problem, others)
    drawn = graph(less)
    (wanted,) = rows(replace(less, quotas=(problem.quotas[quota],)), drawn)
    return maximise(drawn, pinned(drawn, whole(drawn), less.pin), wanted.counts, rows(less, drawn)).value


def _in_the_way(problem: Problem) -> tuple[str, ...]:
    """People of the locks; mentors whose seats are too few; mentees of a quota's country with nobody abroad."""
    drawn = graph(problem)
    wanted = rows(problem, drawn)
    counts = np.sum([row.counts for row in wanted], axis=0) if wanted else np.zeros(drawn.arcs, dtype=np.int64)
    best = assign(drawn, pinned(drawn, whole(drawn), problem.pin), counts)
    scarce = {drawn.mentors[at] for at in np.flatnonzero(best.price > 0).tolist()}
    countries = {quota.country for quota in problem.quotas}
    with_somebody = _with_an_arc(drawn, counts > 0)
    alone = {
        one.id
        for one in problem.mentees
        if (one.country in countries or None in countries) and one.id not in with_somebody
    }
    of_locks = {name for pair in problem.pin | problem.forbid for name in pair}
    return tuple(sorted(scarce | alone | of_locks))


def _with_an_arc(graph: Graph, marks: np.typing.NDArray[np.bool_]) -> set[str]:
    return {graph.mentees[at] for at in np.unique(graph.mentee[marks]).tolist()}

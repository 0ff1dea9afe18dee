"""`python -m server match FILE`: a problem file in, the answer as JSON out, with the engine that the server uses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from server.matching import reading
from server.matching.assignment import TooLarge
from server.matching.keeping import edited, keep
from server.matching.model import Answer, Conflict, Demand, Infeasible, Problem
from server.matching.reading import Form, KeepingForm, ProblemRefused, StableForm, WhatIfForm
from server.matching.solving import answer
from server.matching.stable import count_blocking, largest_stable, ranked
from server.matching.what_if import WhatIf, what_if

Said = dict[str, Any]


def run(content: bytes) -> bytes:
    """Raises ProblemRefused."""
    form = reading.read(content)
    try:
        return msgspec.json.encode(_solved(form)) + b"\n"
    except TooLarge:
        raise ProblemRefused("$.pairs: people and scores are too many and too large to be solved exactly") from None


def _solved(form: Form) -> Said:
    """Raises ProblemRefused, TooLarge."""
    match form:
        case StableForm():
            return _stable(form)
        case WhatIfForm():
            problem, asked = reading.what_if(form)
            return _unless_infeasible(
                problem, lambda: said(answer(problem)) | {"what_if": [_what_if(one) for one in what_if(problem, asked)]}
            )
        case KeepingForm():
            problem, previous, edits = reading.keeping(form)
            problem = edited(problem, edits)
            return _unless_infeasible(
                problem,
                lambda: {
                    "status": "ok",
                    "min_change": {
                        str(one.max_loss_percent): said(one.answer)
                        | {"kept": [list(pair) for pair in one.kept], "could_be_kept": one.possible}
                        for one in keep(problem, previous, form.max_loss_percent)
                    },
                },
            )
        case _:
            problem = reading.problem(form)
            return _unless_infeasible(problem, lambda: said(answer(problem)))


def _unless_infeasible(problem: Problem, solve: Callable[[], Said]) -> Said:
    try:
        return solve()
    except Infeasible as infeasible:
        return _why(problem, infeasible.conflict)


def said(answer: Answer) -> Said:
    return {
        "status": "ok",
        "cardinality": answer.cardinality,
        "total": answer.total,
        "min": answer.minimum,
        "pairs": [[pair.mentee, pair.mentor, pair.score] for pair in answer.pairs],
        "proved": answer.proved,
        "bound": answer.bound,
    }


def _what_if(one: WhatIf) -> Said:
    return {"pair": list(one.pair), "forced": _figures(one.forced), "forbidden": _figures(one.forbidden)}


def _figures(answer: Answer | None) -> Said | None:
    if answer is None:
        return None
    figures = {"cardinality": answer.cardinality, "total": answer.total, "min": answer.minimum}
    return figures if answer.proved else figures | {"proved": False, "bound": answer.bound}


def _stable(form: StableForm) -> Said:
    preferences, matchings = reading.stable(form)
    pairs = ranked(preferences)
    found = largest_stable(pairs)
    result: Said = {
        "status": "ok",
        "cardinality": len(found.pairs),
        "pairs": [list(pair) for pair in found.pairs],
        "blocking_pairs": 0,
        "proved": found.proved,
        "bound": None if found.proved else found.bound,
    }
    if form.count_blocking_for is not None:
        counts = [count_blocking(pairs, matching) for matching in matchings]
        single = len(matchings) == 1 and [list(pair) for pair in matchings[0]] == form.count_blocking_for
        result["count_blocking_for"] = counts[0] if single else counts
    return result


def _why(problem: Problem, conflict: Conflict) -> Said:
    return {
        "status": "infeasible",
        "conflict": [_demand(problem, demand, conflict) for demand in conflict.demands],
        "people": list(conflict.people),
        "reachable": {"cardinality": conflict.cardinality},
    }


def _demand(problem: Problem, demand: Demand, conflict: Conflict) -> Said:
    if demand.quota is None:
        assert demand.pair is not None
        return {"kind": demand.kind, "pair": list(demand.pair)}
    quota = problem.quotas[demand.quota]
    return {
        "kind": "quota",
        "quota": demand.quota,
        "country": quota.country,
        "min_cross_pairs": quota.min_cross_pairs,
        "scope": "either" if quota.either else "mentee",
        "at_most": conflict.at_most[demand.quota],
    }

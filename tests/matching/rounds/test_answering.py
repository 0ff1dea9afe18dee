"""Answers of rounds beside the engine's own of the same problem, and what they say of themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from server.contract.rounds import RoundQuota
from server.matching import pool as pools
from server.matching.model import ENGINE, Aim, Infeasible, Problem
from server.matching.pool import whole_graph
from server.matching.reasons import why_not
from server.matching.rounds import answering
from server.matching.rounds.answering import outcome
from server.matching.rounds.asking import Doubled, NobodyThere, Prepared, canonical, digest, prepared
from server.matching.rounds.model import Asked, Outcome
from server.matching.solving import answer
from tests.matching.rounds.made_up import asked, shuffled

FREE = {"language_level": 0, "overlap_minutes": 0, "conflict_of_interest": False, "wishes": False}
AIMS = {
    "total": (Aim.CARDINALITY, Aim.TOTAL),
    "fair": (Aim.CARDINALITY, Aim.MIN, Aim.TOTAL),
    "balanced": (Aim.CARDINALITY, Aim.BALANCED),
}


def ready(one: Asked) -> Prepared:
    return prepared(canonical(one))


def done(one: Asked) -> Outcome:
    tidy = canonical(one)
    return outcome(prepared(tidy), digest(tidy), lambda *_: None)


def problem(here: Prepared, objective: str = "total") -> Problem:
    graph = whole_graph(here.pool)
    return replace(here.problem(graph.scored(np.arange(graph.arcs))), objective=AIMS[objective])


@pytest.mark.parametrize("objective", AIMS)
@pytest.mark.parametrize("quotas", [(), (RoundQuota("RS", 4), RoundQuota(None, None, 40))])
def test_the_answer_is_the_engines_own_of_the_whole_problem(objective: str, quotas: Any) -> None:
    for seed in range(4):
        one = asked(40, 30, seed, settings={"objective": objective, "quotas": quotas})
        here = ready(one)
        mine = done(one)
        if mine.clash is not None:
            with pytest.raises(Infeasible):
                answer(problem(here, objective))
            continue
        theirs = answer(problem(here, objective))
        assert mine.figures is not None
        assert mine.proved
        assert (mine.figures.matched, mine.figures.total) == (theirs.cardinality, theirs.total)
        assert mine.figures.smallest == theirs.minimum
        assert {(pair.mentee, pair.mentor) for pair in mine.pairs} == {(p.mentee, p.mentor) for p in theirs.pairs}


@pytest.mark.parametrize("objective", AIMS)
def test_leaving_out_pairs_that_play_no_part_changes_no_answer(objective: str, monkeypatch: pytest.MonkeyPatch) -> None:
    one = asked(60, 45, 5, settings={"objective": objective}, rules={"language_level": 0, "overlap_minutes": 0})
    before = done(one)
    previous = tuple((pair.mentee, pair.mentor) for pair in before.pairs[5:])
    again = msgspec.structs.replace(one, previous=previous, mentees=one.mentees[:-4])
    whole = done(again)
    for module in (pools, answering):
        monkeypatch.setattr(module, "ALL", 100)
    monkeypatch.setattr(pools, "BEST_OF_MENTEE", 3)
    monkeypatch.setattr(pools, "BEST_OF_MENTOR", 2)
    small = done(again)
    assert len(ready(again).pool.pairs) > 100
    assert (small.pairs, small.proved, small.curve) == (whole.pairs, True, whole.curve)


def test_a_large_round_with_quotas_says_what_it_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    one = asked(60, 45, 6, settings={"quotas": (RoundQuota("RS", 3), RoundQuota(None, None, 80))})
    whole = done(one)
    for module in (pools, answering):
        monkeypatch.setattr(module, "ALL", 100)
    small = done(one)
    assert small.figures is not None
    assert whole.figures is not None
    assert not small.proved
    assert small.bound is not None
    assert small.figures.total <= whole.figures.total <= small.bound


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_input_changes_no_byte(seed: int) -> None:
    rules = {"language_level": 2, "overlap_minutes": 30}
    settings = {"quotas": (RoundQuota("SI", 2),), "objective": ("total", "fair", "balanced")[seed], "keep": 5}
    one = asked(40, 30, seed, rules=rules, settings=settings)
    pairs = [(pair.mentee, pair.mentor) for pair in done(one).pairs]
    one = msgspec.structs.replace(
        one, pin=tuple(pairs[:2]), forbid=tuple(pairs[2:5]), previous=tuple(pairs), chosen=(pairs[6],)
    )
    wanted = msgspec.json.encode(done(one), order="deterministic")
    for order in range(4):
        assert msgspec.json.encode(done(shuffled(one, order)), order="deterministic") == wanted
    told = msgspec.json.decode(wanted)
    assert (told["engine"], told["input"]) == (ENGINE, digest(canonical(one)))


def test_another_input_has_another_digest() -> None:
    one = asked(5, 4, 1)
    others = [
        msgspec.structs.replace(one, pin=((one.mentees[0].id, one.mentors[0].id),)),
        msgspec.structs.replace(one, seed="another"),
        msgspec.structs.replace(one, mentees=one.mentees[1:]),
        msgspec.structs.replace(one, mentors=(msgspec.structs.replace(one.mentors[0], capacity=9), *one.mentors[1:])),
    ]
    assert len({digest(canonical(each)) for each in (one, *others)}) == 5


def test_each_rule_counts_and_a_rule_that_is_off_does_not() -> None:
    one = asked(30, 20, 2)
    counted = {each.rule: each for each in done(one).ruled_out}
    assert counted["language"].pairs > counted["language"].alone > 0
    assert counted["hours"].pairs > 0
    assert counted["wish_of_mentee"].pairs > 0
    off = done(asked(30, 20, 2, rules=FREE))
    assert all(each.pairs == 0 for each in off.ruled_out)


def test_keeping_more_keeps_more_and_costs_more() -> None:
    one = asked(60, 45, 3)
    previous = tuple((pair.mentee, pair.mentor) for pair in done(one).pairs)
    later = msgspec.structs.replace(one, mentees=one.mentees[6:], previous=previous, forbid=previous[10:14])
    curve = done(later).curve
    assert [point.keep for point in curve] == [0, 1, 3, 10, 30, 100]
    kept, total = [point.kept for point in curve], [point.total for point in curve]
    assert kept == sorted(kept)
    assert total == sorted(total, reverse=True)
    assert len({point.matched for point in curve}) == 1
    possible = done(later).could_be_kept
    assert kept[0] < kept[-1] <= possible


def test_a_loss_of_the_sum_buys_calm() -> None:
    one = asked(60, 45, 4, rules={"language_level": 0, "overlap_minutes": 0}, settings={"keep": 0})
    plain = done(one)
    calm = done(msgspec.structs.replace(one, settings=msgspec.structs.replace(one.settings, stability_loss=20)))
    assert plain.figures is not None
    assert calm.figures is not None
    assert calm.calmed is not None
    assert plain.calmed is None
    assert (calm.calmed.searched, calm.calmed.total_before) == (True, plain.figures.total)
    assert calm.calmed.blocking_before == plain.figures.blocking_pairs > calm.figures.blocking_pairs
    assert plain.figures.total * 98 // 100 <= calm.figures.total <= plain.figures.total
    assert calm.figures.matched == plain.figures.matched


def test_scores_of_others_decide_and_who_is_not_listed_cannot_be() -> None:
    one = asked(8, 6, 1, rules=FREE)
    mentees, mentors = [each.id for each in one.mentees], [each.id for each in one.mentors]
    good = [(mentees[n], mentors[n], 2**31 - 1 - n) for n in range(5)]
    rows = (*good, (mentees[0], mentors[1], -(2**31) + 1))
    told = done(msgspec.structs.replace(one, scores=rows, chosen=((mentees[7], mentors[5]),)))
    found = {(pair.mentee, pair.mentor): pair.score for pair in told.pairs}
    assert found == {(a, b): score for a, b, score in rows[:5]} | {(mentees[7], mentors[5]): 0}
    assert told.unit == 1
    assert next(each for each in told.ruled_out if each.rule == "not_scored").pairs == 8 * 6 - 6


def test_scores_far_below_zero_can_be_balanced() -> None:
    one = asked(3, 3, 1, rules={"language_level": 0, "overlap_minutes": 0}, settings={"objective": "balanced"})
    rows = tuple((a.id, b.id, -(2**31) + 1) for a in one.mentees for b in one.mentors)
    told = done(msgspec.structs.replace(one, scores=rows))
    assert told.figures is not None
    assert told.figures.matched == 3


def test_a_choice_by_hand_overrides_rules_and_says_which() -> None:
    one = asked(20, 15, 7)
    here = ready(one)
    pair, broken = next(
        ((a.id, b.id), reasons)
        for a in here.scores.mentees
        for b in here.scores.mentors
        if len(reasons := why_not(here.scores, a.id, b.id)) == 1 and reasons[0].code == "no_language"
    )
    assert broken
    told = done(msgspec.structs.replace(one, chosen=(pair,)))
    found = next(each for each in told.pairs if each.mentee == pair[0])
    assert (found.mentor, found.how, found.breaks) == (pair[1], "hand", ("language",))
    # The engine is not to override a rule: the pin and the rule conflict.
    clash = done(msgspec.structs.replace(one, pin=(pair,))).clash
    assert clash is not None
    assert [(each.kind, each.rule) for each in clash.demands] == [("pin", None), ("rule", "language")]


def test_what_was_declined_is_not_found_again_but_can_be_chosen() -> None:
    one = asked(20, 15, 8)
    pair = next((each.mentee, each.mentor) for each in done(one).pairs)
    told = done(msgspec.structs.replace(one, declined=(pair,)))
    assert pair not in {(each.mentee, each.mentor) for each in told.pairs}
    told = done(msgspec.structs.replace(one, declined=(pair,), chosen=(pair,)))
    assert pair in {(each.mentee, each.mentor) for each in told.pairs}
    clash = done(msgspec.structs.replace(one, declined=(pair,), pin=(pair,))).clash
    assert clash is not None
    assert [each.rule for each in clash.demands] == [None, "declined"]


def test_demands_that_conflict_are_as_few_as_can_be() -> None:
    one = asked(20, 15, 9)
    country = next(each.country for each in one.mentees if each.country)
    many = sum(each.country == country for each in one.mentees) + 1
    quotas = (RoundQuota(None, 1), RoundQuota(country, many), RoundQuota("XX", 0))
    asking = msgspec.structs.replace(one, settings=msgspec.structs.replace(one.settings, quotas=quotas))
    told = done(asking)
    assert told.clash is not None
    (demand,) = told.clash.demands
    assert demand.quota is not None
    assert (demand.kind, demand.quota.quota, demand.quota.wanted) == ("quota", 1, many)
    assert demand.quota.reached < many
    assert told.clash.matched > 0
    with pytest.raises(Infeasible):
        answer(problem(ready(asking)))


def test_bad_input_ends_with_a_name() -> None:
    one = asked(3, 2, 1)
    with pytest.raises(Doubled):
        canonical(msgspec.structs.replace(one, mentees=(*one.mentees, one.mentees[0])))
    for side in ("mentees", "mentors"):
        with pytest.raises(NobodyThere):
            ready(msgspec.structs.replace(one, **{side: ()}))
    # Everybody excludes everybody in a ring, and ranks people who are not there: an answer without pairs.
    ring = tuple(
        msgspec.structs.replace(each, excludes=tuple(b.id for b in one.mentors), ranking=(("nobody",),))
        for each in one.mentees
    )
    told = done(msgspec.structs.replace(one, mentees=ring, pin=(("ghost", one.mentors[0].id),)))
    assert (told.pairs, told.clash, told.proved) == ((), None, True)

"""Scores and hard rules, beside a check of each pair in plain Python."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from bench.people import RULES, WEIGHTS, people
from server.matching import pool as pools
from server.matching.assignment import whole
from server.matching.model import Aim
from server.matching.people import Candidate, HardRules, MentorCandidate, Weights
from server.matching.pool import draw, pool
from server.matching.reasons import CODES, Reader, parts, why, why_not
from server.matching.scoring import PART, Scores
from server.matching.scoring import RULES as NAMES
from server.matching.stages import Stage, solve


@pytest.fixture(scope="module")
def scores() -> Scores:
    mentees, mentors = people(60, 40, 7)
    mentees[3] = replace(mentees[3], excludes=frozenset({"M00005", "nobody"}))
    mentors[8] = replace(mentors[8], excludes=frozenset({"E00011"}), requires=frozenset({"woman"}))
    mentees[5] = replace(mentees[5], ranking=(frozenset({"M00001"}), frozenset({"M00002", "M00003"})))
    return Scores(mentees[::-1], mentors, replace(RULES, language_level=2), replace(WEIGHTS, mentee_ranking=2))


def test_a_pair_may_be_exactly_when_no_reason_speaks_against_it(scores: Scores) -> None:
    drawn = pool(scores)
    width = len(scores.mentors)
    may = {(int(a), int(b)) for a, b in zip(drawn.pairs.mentee, drawn.pairs.mentor, strict=True)}
    against = {
        (row, column): why_not(scores, mentee.id, mentor.id)
        for row, mentee in enumerate(scores.mentees)
        for column, mentor in enumerate(scores.mentors)
    }
    assert may == {pair for pair, reasons in against.items() if not reasons}
    assert len(against) == 60 * width
    code_of = {"no_language": "language", "hours_too_few": "hours"}
    for name in NAMES:
        breaking = [
            reasons for reasons in against.values() if name in {code_of.get(one.code, one.code) for one in reasons}
        ]
        assert drawn.ruled_out[name].pairs == len(breaking)
        assert drawn.ruled_out[name].alone == sum(len(reasons) == 1 for reasons in breaking)


def test_the_score_is_the_weighed_sum_of_its_parts(scores: Scores) -> None:
    drawn = pool(scores)
    weights = {"needs": 4, "disciplines": 2, "hours": 2, "language": 1, "learning": 1, "mentee_ranking": 2}
    for at in range(0, len(drawn.pairs), 7):
        mentee, mentor = scores.mentees[drawn.pairs.mentee[at]], scores.mentors[drawn.pairs.mentor[at]]
        told = parts(scores, mentee.id, mentor.id)
        assert told.keys() == weights.keys()
        expected = sum(weights[name] * part for name, part in told.items()) * 10 // sum(weights.values())
        assert drawn.pairs.score[at] == expected
        needs = len(mentee.skills & mentor.skills) * PART // len(mentee.skills)
        assert told["needs"] == needs


def test_every_reason_has_its_code_and_parameters_and_hides_what_somebody_wrote_about_another(scores: Scores) -> None:
    for mentee in scores.mentees[::5]:
        for mentor in scores.mentors[::3]:
            for reason in (*why(scores, mentee.id, mentor.id), *why_not(scores, mentee.id, mentor.id)):
                assert tuple(reason.parameters) == CODES[reason.code]
                private = reason.code.startswith(("excluded", "wish", "conflict"))
                assert not private or reason.readers == {Reader.COORDINATOR}


def test_leaving_pairs_out_changes_no_answer(scores: Scores, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = pool(scores)
    every = draw(drawn)
    monkeypatch.setattr(pools, "ALL", 0)
    monkeypatch.setattr(pools, "BEST_OF_MENTEE", 1)
    monkeypatch.setattr(pools, "BEST_OF_MENTOR", 1)
    some = draw(drawn)
    assert some.arcs < every.arcs
    objective = [Aim.CARDINALITY, Aim.TOTAL]
    answers = [
        [graph.pair(arc) for arc in solve(graph, Stage(whole(graph)), objective, "").arcs.tolist()]
        for graph in (every, some)
    ]
    assert answers[0] == answers[1]


def test_the_order_of_people_changes_no_score(scores: Scores) -> None:
    chance = random.Random(3)
    mixed = Scores(
        chance.sample(scores.mentees, len(scores.mentees)),
        chance.sample(scores.mentors, len(scores.mentors)),
        scores.rules,
        scores.weights,
    )
    assert (pool(mixed).pairs.score == pool(scores).pairs.score).all()


def test_who_gave_no_hours_and_no_lists_is_ruled_out_by_nothing_but_language() -> None:
    alone = Scores([Candidate("E")], [MentorCandidate("M")], HardRules(), Weights())
    assert [one.code for one in why_not(alone, "E", "M")] == ["no_language"]
    freely = Scores([Candidate("E")], [MentorCandidate("M")], HardRules(language_level=0), Weights())
    assert len(pool(freely).pairs) == 1
    assert np.array_equal(pool(freely).best, [(4 + 2 + 2 + 1) * 500 * 10 // 10])

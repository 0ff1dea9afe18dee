"""Why, why not, and at what cost: exact beside solving again; and nothing in it that its reader may not know."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from server.matching.model import Infeasible, Problem
from server.matching.pool import whole_graph
from server.matching.reasons import CODES, Reader
from server.matching.rounds.answering import outcome
from server.matching.rounds.asking import Prepared, canonical, digest, place, prepared
from server.matching.rounds.explaining import UnknownPerson, Which, base_of, explain, needs, reasons_of
from server.matching.rounds.model import Asked, Entrant, Explained, Said
from server.matching.solving import answer
from tests.matching.rounds.made_up import asked

COORDINATORS_ONLY = {
    "needs_open",
    "conflict_of_interest",
    "excluded_by_mentee",
    "excluded_by_mentor",
    "wish_of_mentee",
    "wish_of_mentor",
    "forbidden",
    "pinned",
    "declined",
    "lower_score",
    "seat_worth_more",
    "equally_good",
    "quota",
    "not_scored",
}


OF_BOTH = ("hours_shared", "hours_unknown", "no_language", "hours_too_few", "two_countries")


def ready(one: Asked) -> Prepared:
    return prepared(canonical(one))


def some_pairs(here: Prepared, count: int, seed: int = 1) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    mentees, mentors = [one.id for one in here.scores.mentees], [one.id for one in here.scores.mentors]
    return [(chance.choice(mentees), chance.choice(mentors)) for _ in range(count)]


def problem(here: Prepared) -> Problem:
    graph = whole_graph(here.pool)
    return here.problem(graph.scored(np.arange(graph.arcs)))


# ── what it would cost ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_cost_of_together_and_apart_is_that_of_solving_again() -> None:
    here = ready(asked(40, 30, 1))
    base, whole = base_of(here), problem(here)
    assert base is not None
    before = answer(whole)
    exact = 0
    for pair in some_pairs(here, 120) + list(base.pairs.items())[:20]:
        told = explain(here, base, pair)
        if place(here.pool, pair) < 0:
            continue
        if told.state == "round":
            after = answer(replace(whole, forbid=frozenset({pair})))
            assert told.forbid is not None
            assert told.force is None
            cost = told.forbid
        else:
            after = answer(replace(whole, pin=frozenset({pair})))
            assert told.force is not None
            cost = told.force
        assert (cost.people, cost.points) == (before.cardinality - after.cardinality, before.total - after.total)
        changed = {p.mentee: p.mentor for p in before.pairs}.items() ^ {p.mentee: p.mentor for p in after.pairs}.items()
        assert {move.mentee for move in cost.moves} == {mentee for mentee, _ in changed}
        assert cost.moves[0].mentee == pair[0]
        assert cost.proved
        exact += 1
    assert exact > 20


def test_what_would_conflict_costs_nothing_that_can_be_said() -> None:
    one = asked(20, 15, 2)
    base = base_of(ready(one))
    assert base is not None
    mentee, mentor = next(iter(base.pairs.items()))
    here = ready(msgspec.structs.replace(one, pin=((mentee, mentor),)))
    told = explain(here, base_of(here), (mentee, mentor))
    assert (told.state, told.force, told.forbid, told.why_not) == ("pinned", None, None, ())
    other = next(m.id for m in here.scores.mentors if m.id != mentor and place(here.pool, (mentee, m.id)) >= 0)
    told = explain(here, base_of(here), (mentee, other))
    assert told.why_not[0].code == "pinned"
    with pytest.raises(Infeasible):
        answer(replace(problem(here), pin=frozenset({(mentee, mentor), (mentee, other)})))


def test_why_not_says_the_score_or_the_seat() -> None:
    here = ready(asked(60, 30, 3))
    base = base_of(here)
    assert base is not None
    seen: set[str] = set()
    for pair in some_pairs(here, 400):
        told = explain(here, base, pair)
        codes = [one.code for one in told.why_not]
        seen.update(codes)
        if told.state == "ruled_out":
            assert codes
            assert {one.code for one in told.change} >= {"change_language"} if "no_language" in codes else True
            continue
        if told.state != "open":
            assert codes == []
            continue
        assert codes, pair
        assert told.force is not None
        for one in told.why_not:
            if one.code == "seat_worth_more":
                assert one.parameters["points"] == max(-(-told.force.points // 100), 1)
                assert one.parameters["moved"] == len(told.force.moves) - 1
    assert {"no_language", "hours_too_few", "lower_score", "seat_worth_more"} <= seen


def test_an_unknown_person_is_nobody() -> None:
    here = ready(asked(3, 2, 1))
    with pytest.raises(UnknownPerson):
        explain(here, base_of(here), ("nobody", here.scores.mentors[0].id))


# ── who may read what ─────────────────────────────────────────────────────────────────────────────────────────────────


def with_wishes(one: Asked, seed: int) -> Asked:
    """Everybody also excludes somebody, needs something of the other, ranks people."""
    chance = random.Random(seed)
    mentees, mentors = [each.id for each in one.mentees], [each.id for each in one.mentors]

    def more(each: Entrant, others: list[str]) -> Entrant:
        return msgspec.structs.replace(
            each,
            excludes=tuple(sorted(chance.sample(others, 2))),
            requires=("woman",) if chance.random() < 0.2 else (),
            ranking=tuple((name,) for name in chance.sample(others, 3)),
        )

    return msgspec.structs.replace(
        one,
        mentees=tuple(more(each, mentors) for each in one.mentees),
        mentors=tuple(more(each, mentees) for each in one.mentors),
    )


def every_reason(told: Explained) -> list[Said]:
    return [*told.why, *told.caveats, *told.why_not, *told.change]


def read_by(told: Explained, reader: str) -> list[tuple[str, dict[str, Any]]]:
    return [(one.code, one.parameters) for one in every_reason(told) if reader in one.readers]


def test_every_reason_has_a_code_with_its_parameters_and_the_coordinator_reads_all() -> None:
    here = ready(with_wishes(asked(40, 30, 4), 4))
    base = base_of(here)
    seen: set[str] = set()
    for pair in some_pairs(here, 300):
        for one in every_reason(explain(here, base, pair)):
            assert tuple(one.parameters) == CODES[one.code]
            assert "coordinator" in one.readers
            if one.code in COORDINATORS_ONLY or one.code.startswith("change_"):
                assert one.readers == ("coordinator",), one.code
            else:
                assert set(one.readers) == {reader.value for reader in Reader}, "the same words to both"
            seen.add(one.code)
    assert len(seen) > 12


SECRETS: dict[str, Callable[[Entrant], Entrant]] = {
    "excludes": lambda one: msgspec.structs.replace(one, excludes=()),
    "ranking": lambda one: msgspec.structs.replace(one, ranking=()),
    "requires": lambda one: msgspec.structs.replace(one, requires=()),
    "traits": lambda one: msgspec.structs.replace(one, traits=("woman",)),
    "organisation": lambda one: msgspec.structs.replace(one, organisation="elsewhere"),
    "skills that they do not share": lambda one: msgspec.structs.replace(one, skills=(*one.skills, "a secret skill")),
    "what they would learn": lambda one: msgspec.structs.replace(one, back=(*one.back, "a secret wish")),
    "disciplines": lambda one: msgspec.structs.replace(one, disciplines=(*one.disciplines, "a secret one")),
    "a language of their own": lambda one: msgspec.structs.replace(one, languages=(*one.languages, ("xx", 6))),
}


@pytest.mark.parametrize("secret", SECRETS)
def test_what_one_told_the_team_alone_changes_no_word_that_the_other_reads(secret: str) -> None:
    """Of many random pairs: the same people but for a secret of one of them, and the other reads the same."""
    one = with_wishes(asked(15, 12, 5), 5)
    here = ready(one)
    base = base_of(here)
    for mentee, mentor in some_pairs(here, 25, seed=len(secret)):
        before = explain(here, base, (mentee, mentor))
        for side, whose, reader in (("mentees", mentee, "mentor"), ("mentors", mentor, "mentee")):
            people = tuple(SECRETS[secret](each) if each.id == whose else each for each in getattr(one, side))
            changed = ready(msgspec.structs.replace(one, **{side: people}))
            after = explain(changed, base_of(changed), (mentee, mentor))
            assert read_by(after, reader) == read_by(before, reader), (mentee, mentor, side)
            assert not any("secret" in str(parameters) for _, parameters in read_by(after, reader))


def test_what_is_shared_is_what_both_said() -> None:
    here = ready(with_wishes(asked(30, 20, 6), 6))
    by_id = {each.id: each for side in (here.scores.mentees, here.scores.mentors) for each in side}
    for pair in some_pairs(here, 200):
        mine, theirs = by_id[pair[0]], by_id[pair[1]]
        for one in reasons_of(here.asked, [pair])[pair]:
            if Reader.MENTEE not in one.readers:
                continue
            match one.code:
                case "needs_met":
                    assert set(one.parameters["skills"]) == mine.skills & theirs.skills  # type: ignore[arg-type]
                case "can_learn":
                    assert set(one.parameters["skills"]) == mine.offers_back & theirs.offers_back  # type: ignore[arg-type]
                case "disciplines_shared":
                    assert set(one.parameters["disciplines"]) == mine.disciplines & theirs.disciplines  # type: ignore[arg-type]
                case "language_shared":
                    assert one.parameters["language"] in mine.languages.keys() & theirs.languages.keys()
                case _:
                    assert one.code in (
                        "hours_shared",
                        "hours_unknown",
                        "no_language",
                        "hours_too_few",
                        "two_countries",
                    )


# ── needs ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_up_to_three_possible_mentors_the_best_first_and_none_whose_seats_are_chosen() -> None:
    one = asked(30, 20, 7)
    here = ready(one)
    told = needs(here, {}, False, Which(count=100))
    assert (told.of, len(told.needs), told.left) == (30, 30, 30)
    for each in told.needs:
        row = here.scores.mentee_at[each.mentee]
        theirs = sorted((int(score) for score in here.pool.pairs.score[here.pool.pairs.mentee == row]), reverse=True)
        assert [possible.score for possible in each.possible] == theirs[:3]
        assert (each.to_find == "nobody") == (not theirs)
        assert bool(each.against) == (each.to_find == "nobody")
    assert told.to_find == sum(each.to_find is not None for each in told.needs)
    first = next(each for each in told.needs if each.possible)
    mentor = next(m for m in one.mentors if m.id == first.possible[0].mentor)
    chosen = tuple((each.mentee, mentor.id) for each in told.needs[: mentor.capacity])
    after = needs(ready(msgspec.structs.replace(one, chosen=chosen)), {}, False, Which(count=100))
    for each in after.needs:
        if each.mentee not in dict(chosen):
            assert mentor.id not in [possible.mentor for possible in each.possible]
    assert [each.mentee for each in after.needs if each.how == "hand"] == [mentee for mentee, _ in chosen]


def test_mentors_to_be_found_are_counted_after_an_answer_too() -> None:
    one = asked(30, 12, 8)
    tidy = canonical(one)
    here = prepared(tidy)
    result = outcome(here, digest(tidy), lambda *_: None)
    pairs = {each.mentee: each.mentor for each in result.pairs}
    told = needs(here, pairs, True, Which(count=100))
    without = [each for each in told.needs if each.mentor is None]
    assert len(without) == told.left == told.to_find == 30 - len(pairs)
    assert {each.to_find for each in without} == {"nobody", "without"}
    only = needs(here, pairs, True, Which(count=3, without=True))
    assert ([each.mentee for each in only.needs], only.of) == ([each.mentee for each in without[:3]], len(without))
    page = needs(here, pairs, True, Which(start=10, count=5))
    assert [each.mentee for each in page.needs] == [each.mentee for each in told.needs[10:15]]

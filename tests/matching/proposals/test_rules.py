"""How a proposal goes, whatever order people answer in: against the plain words of what is promised."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.errors import Refused
from server.matching.proposals import rules
from server.matching.proposals.model import Order, Proposal, Question, Seat
from server.matching.reasons import COORDINATOR, Reason

NOW, DAY = 1_000_000_000_000, rules.DAY
PEOPLE: tuple[Seat, ...] = (("e1", "mentee"), ("e2", "mentee"), ("m1", "mentor"), ("m2", "mentor"))
MENTORS, MENTEES = {"m1", "m2"}, {"e1", "e2"}


def make(order: Order = "mentor_first", days: int = 5, **reasons: tuple[Reason, ...]) -> Proposal:
    why = {(key[:2], key[3:]): found for key, found in reasons.items()}
    return rules.new("p", "run", None, "vesna", NOW, PEOPLE, why, order, days)


def asked(one: Proposal) -> set[str]:
    return {each.person for each in one.people if each.asked_at is not None}


@given(
    st.sampled_from(("mentor_first", "together")),
    st.lists(st.tuples(st.sampled_from([person for person, _ in PEOPLE]), st.sampled_from(("yes", "not_now")))),
)
def test_a_mentee_knows_of_it_only_once_all_mentors_said_yes(order: Order, said: list[tuple[str, str]]) -> None:
    one, answers, over = make(order), dict[str, str](), False
    for step, (person, says) in enumerate(said):
        known = MENTORS | (MENTEES if order == "together" or all_yes(answers, MENTORS) else set())
        if not over:
            assert asked(one) == known
        refusal = "" if person in asked(one) else "not_found"
        if not refusal and over and answers.get(person) != says:
            refusal = "proposal_over"
        if refusal:
            with pytest.raises(Refused, match=refusal):
                rules.say(one, person, says, None, NOW + step)  # type: ignore[arg-type]
            continue
        one = rules.say(one, person, says, None, NOW + step)  # type: ignore[arg-type]
        answers[person] = says
        over = says == "not_now" or over or all_yes(answers, MENTORS | MENTEES)
        assert rules.is_open(one) != over
    if one.state == "opened":
        assert all_yes(answers, MENTORS | MENTEES)
    if "not_now" in answers.values():
        assert one.state == "declined"


def all_yes(answers: dict[str, str], people: set[str]) -> bool:
    return all(answers.get(person) == "yes" for person in people)


def test_the_time_of_a_mentee_begins_with_the_last_yes_of_the_mentors() -> None:
    one = make()
    one = rules.say(one, "m1", "yes", None, NOW + DAY)
    assert one.expires_at == NOW + 5 * DAY
    one = rules.say(one, "m2", "yes", None, NOW + 2 * DAY)
    assert (one.expires_at, one.remind_at) == (NOW + 7 * DAY, NOW + 6 * DAY)
    assert {each.person for each in rules.waited_for(one)} == MENTEES


def test_who_has_a_day_alone_is_reminded_half_way() -> None:
    assert make(days=1).remind_at == NOW + DAY // 2
    assert make(days=2).remind_at == NOW + DAY


def test_what_time_brings() -> None:
    one = make()
    assert rules.lapse(one, NOW + 4 * DAY - 1, ()) is one
    reminded = rules.lapse(one, NOW + 4 * DAY, ())
    assert (reminded.state, reminded.remind_at) == ("asking_mentors", None)
    assert rules.lapse(reminded, NOW + 5 * DAY - 1, ()) is reminded
    assert rules.lapse(reminded, NOW + 5 * DAY, ()).state == "expired"
    over = replace(one, state="declined", ended_at=NOW)
    assert rules.lapse(over, NOW + 9 * DAY, ()) is over


def line(person: str, by: str, at: int = 0) -> Question:
    return Question(f"{at}", "p", person, by, at, "…")


def test_time_stands_still_for_who_waits_for_an_answer_and_for_nobody_else() -> None:
    one = replace(make(), remind_at=None)
    late = NOW + 9 * DAY
    assert rules.lapse(one, late, [line("m1", "m1")]) is one
    assert rules.lapse(one, late, [line("m1", "m1"), line("m1", "vesna", 1)]).state == "expired"
    said = rules.say(one, "m1", "yes", None, NOW)
    assert rules.lapse(said, late, [line("m1", "m1")]).state == "expired", "who said yes waits for nothing"
    assert rules.answered(one, NOW + 4 * DAY).expires_at == NOW + 6 * DAY
    assert rules.answered(one, NOW) is one, "there is more time than that"


def test_each_reads_the_reasons_that_are_theirs() -> None:
    shared = Reason("disciplines_shared", {"disciplines": ("dance",)})
    one = make("together", e1_m1=(shared, Reason("needs_open", {"skills": ("x",)}, COORDINATOR)), e2_m2=(shared,))
    assert rules.reasons_for(one, "e1") == rules.reasons_for(one, "m2") == (shared,)
    assert rules.reasons_for(make(e1_m1=(shared,)), "e1") == (), "who was not asked reads nothing"


@pytest.mark.parametrize("people", [PEOPLE[:2], PEOPLE[2:], PEOPLE[:1], (), (*PEOPLE, ("e1", "mentor"))])
def test_it_takes_both_sides_and_nobody_twice(people: tuple[Seat, ...]) -> None:
    with pytest.raises(Refused, match="mentorship_incomplete"):
        rules.new("p", "run", None, "vesna", NOW, people, {}, "together", 5)

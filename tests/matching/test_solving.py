"""The engine's answers are as good as OR-tools' own, keep every rule, and do not depend on the order of the input."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from server.matching.command import run
from tests.matching.conftest import Check
from tests.matching.instances import problems


def solved(problem: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(json.dumps(problem).encode()))
    return answer


def keeps_the_rules(problem: dict[str, Any], answer: dict[str, Any]) -> None:
    pairs = [tuple(pair) for pair in answer["pairs"]]
    assert pairs == sorted(pairs)
    assert {*pairs} <= {tuple(pair) for pair in problem["pairs"]}
    chosen = {pair[:2] for pair in pairs}
    assert {tuple(pin) for pin in problem["locks"]["pin"]} <= chosen
    assert not {tuple(pair) for pair in problem["locks"]["forbid"]} & chosen
    mentees = [pair[0] for pair in pairs]
    assert len(set(mentees)) == len(mentees)
    for mentor in problem["mentors"]:
        assert sum(pair[1] == mentor["id"] for pair in pairs) <= mentor["capacity"]
    scores = [pair[2] for pair in pairs]
    assert answer["cardinality"] == len(scores)
    assert answer["total"] == sum(scores)
    assert answer["min"] == min(scores, default=None)


@given(problem=problems())
@settings(max_examples=60)
def test_it_is_as_good_as_the_checker(ortools: Check, problem: dict[str, Any]) -> None:
    expected, answer = ortools(problem), solved(problem)
    if not expected["feasible"]:
        assert answer["status"] == "infeasible"
        return
    keeps_the_rules(problem, answer)
    assert answer["proved"]
    for name in ("cardinality", "total", "min"):
        if name in problem["objective"]:
            assert answer[name] == expected[name]
    if "leximin" in problem["objective"]:
        assert sorted(pair[2] for pair in answer["pairs"]) == expected["scores"]


@given(problem=problems(quotas=True), seed=st.integers())
@settings(max_examples=40)
def test_the_order_of_the_input_changes_no_byte(problem: dict[str, Any], seed: int) -> None:
    chance = random.Random(seed)
    mixed = json.loads(json.dumps(problem))
    for listed in (mixed["mentees"], mixed["mentors"], mixed["pairs"], mixed["locks"]["pin"], mixed["locks"]["forbid"]):
        chance.shuffle(listed)
    assert run(json.dumps(mixed).encode()) == run(json.dumps(problem).encode())


@given(problem=problems(quotas=True))
@settings(max_examples=60)
def test_with_quotas_it_is_as_good_as_the_checker(ortools: Check, problem: dict[str, Any]) -> None:
    expected, answer = ortools(problem), solved(problem)
    if not expected["feasible"]:
        assert answer["status"] == "infeasible"
        no_member_can_be_spared(ortools, problem, answer)
        return
    keeps_the_rules(problem, answer)
    assert answer["proved"]
    for name in ("cardinality", "total", "min"):
        if name in problem["objective"]:
            assert answer[name] == expected[name]
    if "leximin" in problem["objective"]:
        assert sorted(pair[2] for pair in answer["pairs"]) == expected["scores"]


def no_member_can_be_spared(ortools: Check, problem: dict[str, Any], answer: dict[str, Any]) -> None:
    """The named demands cannot hold together; without any one of them they can."""
    members = answer["conflict"]
    assert not ortools(only(problem, members))["feasible"]
    for at, member in enumerate(members):
        others = members[:at] + members[at + 1 :]
        assert ortools(only(problem, others))["feasible"]
        if member["kind"] == "quota":
            assert ortools(only(problem, [*others, {**member, "min_cross_pairs": member["at_most"]}]))["feasible"]
            more = {**member, "min_cross_pairs": member["at_most"] + 1}
            assert not ortools(only(problem, [*others, more]))["feasible"]


def only(problem: dict[str, Any], members: list[dict[str, Any]]) -> dict[str, Any]:
    return problem | {
        "locks": {kind: [one["pair"] for one in members if one["kind"] == kind] for kind in ("pin", "forbid")},
        "quotas": [one for one in members if one["kind"] == "quota"],
        "objective": ["cardinality"],
    }

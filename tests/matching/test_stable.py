"""Stable matchings with ties are stable by the definition itself, and as large as OR-tools finds any."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from server.matching.model import Preferences
from server.matching.stable import _Asking, ranked
from tests.matching.conftest import Check
from tests.matching.instances import stable_problems
from tests.matching.test_solving import solved


def places(problem: dict[str, Any], side: str) -> dict[str, dict[str, int]]:
    return {
        one["id"]: {name: place for place, names in enumerate(one["preferences"]) for name in names}
        for one in problem[side]
    }


def blocking_pairs(problem: dict[str, Any], pairs: list[list[str]]) -> list[tuple[str, str]]:
    """By the definition, one pair after the other."""
    of_mentees, of_mentors = places(problem, "mentees"), places(problem, "mentors")
    room = {one["id"]: one["capacity"] for one in problem["mentors"]}
    found = []
    for mentee, wanted in of_mentees.items():
        for mentor, place in wanted.items():
            if mentee not in of_mentors[mentor]:
                continue
            has = [of_mentees[mentee][m] for e, m in pairs if e == mentee]
            theirs = [of_mentors[mentor][e] for e, m in pairs if m == mentor]
            wants = not has or place < has[0]
            wanted_back = len(theirs) < room[mentor] or of_mentors[mentor][mentee] < max(theirs)
            if wants and wanted_back:
                found.append((mentee, mentor))
    return found


@given(problem=stable_problems())
@settings(max_examples=50)
def test_it_is_stable_and_as_large_as_can_be(ortools: Check, problem: dict[str, Any]) -> None:
    answer, largest = solved(problem), ortools(problem)["cardinality"]
    assert blocking_pairs(problem, answer["pairs"]) == []
    assert answer["proved"]
    assert answer["cardinality"] == largest
    room = {one["id"]: one["capacity"] for one in problem["mentors"]}
    preferences = Preferences(places(problem, "mentees"), places(problem, "mentors"), room)
    assert 3 * len(_Asking(ranked(preferences)).run()) >= 2 * largest


@given(problem=stable_problems(), other=stable_problems())
@settings(max_examples=25)
def test_blocking_pairs_of_any_matching_are_counted(problem: dict[str, Any], other: dict[str, Any]) -> None:
    """A stable matching for other wishes, as far as it names people who accept each other here."""
    of_mentees, of_mentors = places(problem, "mentees"), places(problem, "mentors")
    room = {one["id"]: one["capacity"] for one in problem["mentors"]}
    pairs = []
    for mentee, mentor in solved(other)["pairs"]:
        accepted = mentor in of_mentees.get(mentee, {}) and mentee in of_mentors[mentor]
        if accepted and sum(pair[1] == mentor for pair in pairs) < room[mentor]:
            pairs.append([mentee, mentor])
    answer = solved(problem | {"count_blocking_for": [pairs]})
    assert answer["count_blocking_for"] == [len(blocking_pairs(problem, pairs))]

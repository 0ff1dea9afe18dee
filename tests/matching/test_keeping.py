"""What a change costs, and what a re-run keeps, beside OR-tools."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.matching.conftest import Check
from tests.matching.instances import problems
from tests.matching.test_solving import solved


@given(problem=problems(quotas=True, most=4), data=st.data())
@settings(max_examples=25)
def test_what_a_pair_would_cost_is_exact(ortools: Check, problem: dict[str, Any], data: st.DataObject) -> None:
    problem |= {"objective": ["cardinality", "total"]}
    ask = [data.draw(st.sampled_from(problem[side]))["id"] for side in ("mentees", "mentors")]
    answer = solved(problem | {"kind": "what_if", "ask": [ask]})
    if answer["status"] == "infeasible":
        return
    (told,) = answer["what_if"]
    for name, lock in (("forced", "pin"), ("forbidden", "forbid")):
        locks = problem["locks"] | {lock: [*problem["locks"][lock], ask]}
        expected = ortools(problem | {"locks": locks})
        if expected["feasible"]:
            assert told[name] == {key: expected[key] for key in ("cardinality", "total", "min")} | {
                "min": told[name]["min"]
            }
        else:
            assert told[name] is None


@given(problem=problems(quotas=True, most=5), data=st.data())
@settings(max_examples=25)
def test_a_re_run_keeps_as_much_as_the_checker(ortools: Check, problem: dict[str, Any], data: st.DataObject) -> None:
    problem |= {"objective": ["cardinality", "total"]}
    previous = data.draw(st.lists(st.sampled_from([pair[:2] for pair in problem["pairs"]] or [["E0", "M0"]])))
    gone = data.draw(st.sampled_from([one["id"] for one in problem["mentees"]]))
    answer = solved(
        problem
        | {"kind": "min_change", "previous": previous, "edits": {"withdrawn": [gone]}, "max_loss_percent": [0, 20]}
    )
    without = {
        **problem,
        "mentees": [one for one in problem["mentees"] if one["id"] != gone],
        "pairs": [pair for pair in problem["pairs"] if pair[0] != gone],
        "locks": {kind: [pair for pair in pairs if pair[0] != gone] for kind, pairs in problem["locks"].items()},
    }
    best = ortools(without)
    if not best["feasible"]:
        assert answer["status"] == "infeasible"
        return
    for loss in (0, 20):
        told = answer["min_change"][str(loss)]
        percent = 100 * best["total"] - abs(best["total"]) * loss
        expected = ortools(without | {"objective": ["cardinality"]}, previous=previous, total_percent=percent)
        assert told["proved"]
        assert len(told["kept"]) == expected["kept"]
        assert told["cardinality"] == best["cardinality"]
        assert 100 * told["total"] >= percent
        chosen = [pair[:2] for pair in told["pairs"]]
        assert all(pair in chosen and pair in previous for pair in told["kept"])

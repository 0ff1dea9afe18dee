"""A file that breaks the form is refused with the place in it; what only looks odd is solved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.matching.command import run
from server.matching.reading import ProblemRefused
from tests.servers import AteljeProcess, Leash

SOUND: dict[str, Any] = {
    "kind": "match",
    "mentees": [{"id": "E1"}, {"id": "E2"}],
    "mentors": [{"id": "M1", "capacity": 1}],
    "pairs": [["E1", "M1", 3], ["E2", "M1", 3]],
}

BAD: list[tuple[str, dict[str, Any]]] = [
    ("$.mentors[0].capacity", {"mentors": [{"id": "M1", "capacity": 0}]}),
    ("$.mentees", {"mentees": []}),
    ("$.mentors", {"mentors": []}),
    ("$.mentees[1].id", {"mentees": [{"id": "E1"}, {"id": "E1"}]}),
    ("$.pairs[0][2]", {"pairs": [["E1", "M1", 2**31]]}),
    ("$.pairs[0][2]", {"pairs": [["E1", "M1", 1.5]]}),
    ("$.pairs[1][1]", {"pairs": [["E1", "M1", 1], ["E2", "M9", 1]]}),
    ("$.pairs[1]", {"pairs": [["E1", "M1", 1], ["E1", "M1", 2]]}),
    ("$.locks.pin[0][0]", {"locks": {"pin": [["E9", "M1"]]}}),
    ("$.quotas[0].min_cross_pairs", {"quotas": [{"country": "RS", "min_cross_pairs": -1}]}),
    ("$.objective[0]", {"objective": ["beauty"]}),
    ("$.objective[1]", {"objective": ["total", "total"]}),
    ("$.kind", {"kind": "guess"}),
    ("$.previous[0][0]", {"kind": "min_change", "previous": [["E9", "M1"]]}),
    ("$.max_loss_percent[0]", {"kind": "min_change", "previous": [], "max_loss_percent": ["NaN"]}),
    ("$.ask[0][1]", {"kind": "what_if", "ask": [["E1", "M9"]]}),
]


@pytest.mark.parametrize(("place", "change"), BAD, ids=[f"{place} {number}" for number, (place, _) in enumerate(BAD)])
def test_the_place_is_named(place: str, change: dict[str, Any]) -> None:
    with pytest.raises(ProblemRefused) as refused:
        run(json.dumps(SOUND | change).encode())
    assert str(refused.value).startswith(f"{place}: ") or place == "$.kind"


@pytest.mark.parametrize("content", [b"", b"[1, 2", b'{"kind": "match", "pairs": NaN}', b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_json_is_refused(content: bytes) -> None:
    with pytest.raises(ProblemRefused):
        run(content)


def test_a_person_preferred_twice_or_unknown_is_refused() -> None:
    for wrong, place in (([["M1"], ["M1"]], "[1][0]"), ([["M9"]], "[0][0]")):
        form = {"kind": "stable", "mentees": [{"id": "E1", "preferences": wrong}], "mentors": [{"id": "M1"}]}
        with pytest.raises(ProblemRefused, match="preferences") as refused:
            run(json.dumps(form).encode())
        assert str(refused.value).startswith(f"$.mentees[0].preferences{place}: ")


def test_nobody_can_go_with_anybody() -> None:
    answer = json.loads(run(json.dumps(SOUND | {"pairs": []}).encode()))
    assert answer["cardinality"] == 0
    assert answer["min"] is None


def test_the_command_says_what_is_wrong_and_ends_with_two(leash: Leash, tmp_path: Path) -> None:
    """As a process of its own: `main` sets up the logs of the whole process that it runs in."""
    program, file = AteljeProcess(leash, tmp_path), tmp_path / "problem.json"
    file.write_text(json.dumps(SOUND | {"mentees": []}))
    done = program.run("match", str(file))
    assert (done.returncode, "$.mentees" in done.stderr) == (2, True)
    assert program.run("match", str(tmp_path / "gone.json")).returncode == 2

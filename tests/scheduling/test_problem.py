"""The problem file, through the command and against answers that are found by trying everything."""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys
from argparse import Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from server.__main__ import slots
from server.config import read_config
from server.scheduling.problem import ProblemRefused, solve
from tests.servers import ROOT

EXAMPLE: dict[str, Any] = {
    "kind": "slots",
    "people": [
        {
            "id": "A",
            "zone": "Europe/Belgrade",
            "weekly": [{"day": "TU", "from": "17:00", "to": "20:00"}],
            "exceptions": {"2027-03-29": [], "2027-03-31": [["04:00", "06:30"]]},
            "busy": [["2027-03-23T18:00Z", "2027-03-23T19:00Z"]],
        },
        {"id": "B", "zone": "Europe/Lisbon", "weekly": [{"day": "TU", "from": "16:00", "to": "24:00"}]},
    ],
    "from": "2027-03-20T00:00Z",
    "days": 21,
    "slot_minutes": 60,
    "grid_minutes": 15,
    "ask": "common",
}


def solved(**changes: Any) -> dict[str, Any]:
    return json.loads(solve(json.dumps(EXAMPLE | changes).encode()))


def test_times_in_common_follow_both_clocks() -> None:
    assert solved(grid_minutes=30) == {
        "starts": [
            *("2027-03-23T16:00Z", "2027-03-23T16:30Z", "2027-03-23T17:00Z"),
            *("2027-03-30T15:00Z", "2027-03-30T15:30Z", "2027-03-30T16:00Z", "2027-03-30T16:30Z", "2027-03-30T17:00Z"),
            *("2027-04-06T15:00Z", "2027-04-06T15:30Z", "2027-04-06T16:00Z", "2027-04-06T16:30Z", "2027-04-06T17:00Z"),
        ]
    }


def test_free_times_have_exceptions_and_no_busy_ones() -> None:
    assert solved(ask="free", days=12)["free"]["A"] == [
        ["2027-03-23T16:00Z", "2027-03-23T18:00Z"],
        ["2027-03-30T15:00Z", "2027-03-30T18:00Z"],
        ["2027-03-31T02:00Z", "2027-03-31T04:30Z"],
    ]


def test_minutes_in_common_come_by_week() -> None:
    assert solved(ask="overlap") == {"overlap": [{"people": ["A", "B"], "minutes": {"0": 120, "1": 180, "2": 180}}]}


def test_the_best_times_say_who_can_come() -> None:
    alone = {"id": "C", "zone": "UTC", "weekly": [{"day": "WE", "from": "03:00", "to": "04:00"}]}
    found = solved(ask="best", people=[*EXAMPLE["people"], alone], days=5)
    assert (found["attendance"], found["starts"][0]) == (2, "2027-03-23T16:00Z")
    assert set(found["who"]) == set(found["starts"])
    assert all(who == ["A", "B"] for who in found["who"].values())


def test_when_nobody_can_come_no_time_is_best() -> None:
    assert solved(ask="best", days=1) == {"starts": [], "attendance": 0, "who": {}}
    assert solved(ask="sessions", sessions=2, days=1) == {"starts": [], "covered": 0, "proved": True}
    assert solved(ask="cover", days=1) == {"starts": [], "covered": 0, "proved": True}


@pytest.mark.parametrize("seed", range(2))
def test_sessions_are_those_that_trying_everything_finds(seed: int) -> None:
    chance = random.Random(seed)
    monday = datetime(2027, 3, 22, tzinfo=UTC)
    people = []
    for number in range(9):
        hours = [
            {"day": chance.choice(["MO", "TU"]), "from": f"{at:02}:00", "to": f"{at + 2:02}:00"}
            for at in chance.sample(range(20), 2)
        ]
        people.append(
            {"id": f"P{number}", "zone": chance.choice(["Europe/Belgrade", "Europe/Lisbon"]), "weekly": hours}
        )
    asked = {"people": people, "from": "2027-03-22T00:00Z", "days": 2, "grid_minutes": 60}
    starts = [f"{monday + timedelta(hours=n):%Y-%m-%dT%H:%MZ}" for n in range(47)]
    # Who can come, one start at a time: a question with one start for each.
    come = [
        set(solved(**asked | {"ask": "best", "from": at, "days": 1, "grid_minutes": 1440})["who"].get(at, []))
        for at in starts
    ]
    kinds = {frozenset(who) for who in come}
    for sessions in (1, 2, 3):
        most = max(len(set().union(*chosen)) for chosen in itertools.combinations(kinds, sessions))
        found = solved(**asked, ask="sessions", sessions=sessions)
        assert (found["covered"], found["proved"]) == (most, True)
        assert len(set().union(*(come[starts.index(at)] for at in found["starts"]))) == most
    everybody = set().union(*come)
    chosen = (c for k in range(1, 10) for c in itertools.combinations(kinds, k))
    fewest = next(len(c) for c in chosen if set().union(*c) == everybody)
    found = solved(**asked, ask="cover")
    assert (len(found["starts"]), found["covered"], found["proved"]) == (fewest, len(everybody), True)
    assert set().union(*(come[starts.index(at)] for at in found["starts"])) == everybody


PERSON = EXAMPLE["people"][0]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"kind": "match"}, "$.kind"),
        ({"people": []}, "$.people"),
        ({"people": [PERSON, PERSON]}, "$.people[1].id"),
        ({"people": [PERSON | {"zone": "Europe/../etc"}]}, "$.people[0].zone"),
        ({"people": [PERSON | {"zone": "Central European Standard Time"}]}, "$.people[0].zone"),
        (
            {"people": [PERSON | {"weekly": [{"day": "XX", "from": "10:00", "to": "11:00"}]}]},
            "$.people[0].weekly[0].day",
        ),
        ({"people": [PERSON | {"weekly": [{"day": "MO", "from": "24:00", "to": "24:00"}]}]}, "$.people[0].weekly[0]"),
        ({"people": [PERSON | {"weekly": [{"day": "MO", "from": "22:00", "to": "02:00"}]}]}, "$.people[0].weekly[0]"),
        ({"people": [PERSON | {"weekly": [{"day": "MO", "from": "9:00", "to": "10:00"}]}]}, "$.people[0].weekly[0]"),
        ({"people": [PERSON | {"weekly": [{"day": "MO", "from": "09:00", "to": "24:01"}]}]}, "$.people[0].weekly[0]"),
        ({"people": [PERSON | {"exceptions": {"2027-02-29": []}}]}, "$.people[0].exceptions"),
        ({"people": [PERSON | {"exceptions": {"2027-W01": []}}]}, "$.people[0].exceptions"),
        ({"people": [PERSON | {"busy": [["2027-03-22T18:00", "2027-03-22T19:00Z"]]}]}, "$.people[0].busy[0]"),
        ({"people": [PERSON | {"busy": [["2027-03-22T18:00Z", "2027-03-22T17:00Z"]]}]}, "$.people[0].busy[0]"),
        ({"people": [PERSON | {"busi": []}]}, "$.people[0]"),
        ({"from": "1900-01-01T00:00Z"}, "$.from"),
        ({"from": "9999-12-31T00:00Z"}, "$.from"),
        ({"from": "2099-12-31T00:00Z"}, "$.from"),
        ({"from": "2027-03-20"}, "$.from"),
        ({"days": 0}, "$.days"),
        ({"days": 10**9}, "$.days"),
        ({"slot_minutes": -5}, "$.slot_minutes"),
        ({"grid_minutes": 0}, "$.grid_minutes"),
        ({"ask": "everything"}, "$.ask"),
        ({"ask": "sessions"}, "$.sessions"),
        ({"ask": "sessions", "sessions": 0}, "$.sessions"),
    ],
)
def test_what_breaks_the_form_is_refused_with_its_place(changes: dict[str, Any], where: str) -> None:
    with pytest.raises(ProblemRefused) as refused:
        solved(**changes)
    assert f"at `{where}" in str(refused.value) or f"at `{where.replace('[0]', '[...]')}" in str(refused.value)


@pytest.mark.parametrize("file", [b"", b"{", b"[]", b"\xff", b"[" * 100_000, b'{"kind": "slots"}'])
def test_what_is_no_problem_is_refused(file: bytes) -> None:
    with pytest.raises(ProblemRefused):
        solve(file)


def test_the_command_answers_from_standard_input() -> None:
    command = [sys.executable, "-m", "server", "slots", "-"]
    done = subprocess.run(command, input=json.dumps(EXAMPLE), capture_output=True, text=True, cwd=ROOT, check=True)
    assert json.loads(done.stdout) == solved()


async def test_the_command_refuses_with_status_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad, gone = tmp_path / "bad.json", tmp_path / "gone.json"
    bad.write_text(json.dumps(EXAMPLE | {"days": -1}))
    for file, words in ((bad, "$.days"), (gone, "gone.json")):
        assert await slots(read_config({}, default_data=tmp_path, web=tmp_path), Namespace(file=str(file))) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert words in said.err

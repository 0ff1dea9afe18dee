"""The team's first screen and each person's page of what the team sees: one question, whoever asks it."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from server.accounts.model import NewPerson
from server.accounts.service import add_people
from server.catalogue.table import VIEWS, field_levels
from server.contract.signals import Need, Pair, TeamOverview
from server.programmes.model import Enrolment
from server.programmes.store import add_enrolment
from server.programmes.tables import cohort as cohorts
from server.unit_of_work import UnitOfWork
from tests.flows.many import LARGE, SMALL, fill
from tests.flows.office import (
    COLLEAGUE,
    COORDINATOR,
    LEAD,
    NOBODY,
    OTHER_RUN,
    PARTNER,
    RUN,
    STRANGER,
    Office,
)
from tests.flows.test_pairing import pair, say
from tests.flows.test_support import given
from tests.flows.test_talks import ask

OVERVIEW, SEEN = f"/cohorts/{RUN}/overview", f"/cohorts/{RUN}/seen"


def ids(shown: Any) -> list[list[str]]:
    return [[one["person"]["id"] for one in pair["people"]] for pair in shown["pairs"]]


# ── the overview ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_lead_sees_all_pairs_and_a_partner_those_of_its_people(either_office: Office) -> None:
    office = either_office
    await pair(office, "nika+ines")
    office.clock.now += 1
    mixed = await pair(office, "zvezda+tadeja")
    lead = await office.get(COORDINATOR, OVERVIEW)
    assert (lead["lead"], ids(lead)) == (True, [["zvezda", "tadeja"], ["nika", "ines"]])
    assert lead["numbers"] == {
        "people": {"coordinator": 2, "mentor": 4, "mentee": 4, "facilitator": 1},
        "mentorships": {"active": 2},
        "meetings": 0,
        "minutes": 0,
    }
    partner = await office.get(COLLEAGUE, OVERVIEW)
    assert (partner["lead"], ids(partner)) == (False, [["zvezda", "tadeja"]])
    assert partner["numbers"]["people"] == {"coordinator": 1, "mentor": 2, "mentee": 2}
    assert partner["pairs"][0]["people"][1] == {
        "person": {"id": "tadeja", "name": "Tadeja Žgajnar"},
        "role": "mentor",
        "organisation": LEAD,
        "pulse": None,
    }
    await office.post("tadeja", f"/mentorships/{mixed['id']}/stop")
    after = await office.get(COORDINATOR, OVERVIEW)
    assert [one["state"] for one in after["pairs"]] == ["active", "stopped"], "those that go on first"
    for other in (STRANGER, NOBODY, "nika", "aida"):
        assert await office.refused(other, "GET", OVERVIEW) == "not_found"
    assert await office.refused(COORDINATOR, "GET", f"/cohorts/{OTHER_RUN}/overview") == "not_found"


async def test_invitations_that_nobody_opened_are_counted(office: Office) -> None:
    def expect(unit: UnitOfWork) -> None:
        new = [NewPerson(f"new{n}", "Nova", f"new{n}@people.example", "hr", "UTC", None, stage="invited") for n in "ab"]
        add_people(unit, new)
        for person, organisation in (("newa", LEAD), ("newb", PARTNER)):
            add_enrolment(unit.connection, Enrolment(person, RUN, "mentee", organisation), unit.now)

    await office.unit(expect)
    for viewer, count in ((COORDINATOR, 2), (COLLEAGUE, 1)):
        needs = (await office.get(viewer, OVERVIEW))["needs"]
        assert [need["count"] for need in needs if need["kind"] == "unopened"] == [count]


async def test_a_draft_names_the_next_step_of_setting_up(office: Office) -> None:
    assert [one for one in (await office.get(COORDINATOR, OVERVIEW))["needs"] if one["kind"] == "step"] == []
    await office.unit(lambda unit: unit.connection.execute(cohorts.update().values(state="draft")))
    (step,) = [one for one in (await office.get(COORDINATOR, OVERVIEW))["needs"] if one["kind"] == "step"]
    page = await office.get(COORDINATOR, f"/cohorts/{RUN}")
    assert step["step"] == next(one["name"] for one in page["steps"] if one["state"] == "next")


@pytest.mark.parametrize("struct", [TeamOverview, Need, Pair])
def test_nothing_of_what_members_alone_may_know_stands_on_it(struct: Any) -> None:
    assert {level.value for _, level in field_levels(struct) if level is not None} <= {"OPEN", "L0", "L1", "L2"}


SAID = re.compile(r"\b(?:FROM|JOIN) (?:entry|message|mention|reaction|read_marker|draft)\b")
"""Tables of what is said in rooms, and of what only their members know."""


async def test_no_door_of_the_team_asks_what_is_said_in_rooms(office: Office) -> None:
    one = await pair(office)
    await ask(office)
    with office.statements() as heard:
        await say(office, "nika", one["room"])
        await office.get("nika", f"/rooms/{one['room']}")
    assert any(map(SAID.search, heard)), "a room's members do"
    doors = [
        view.path for view in VIEWS if view.method == "GET" and re.fullmatch(r"\S+/cohorts/{cohort}(/\w+)*", view.path)
    ]
    assert len(doors) >= 8, doors
    for door in doors:
        with office.statements() as heard:
            await office.get(COORDINATOR, door.removeprefix("/api/v1").replace("{cohort}", RUN))
        assert heard
        # What follows the log for the search runs beside, and for nobody.
        assert [sql for sql in heard if SAID.search(sql) and "CASE e.kind" not in sql] == [], door


# ── what the team sees of me ──────────────────────────────────────────────────────────────────────────────────────────


async def test_each_sees_of_themself_what_the_team_sees(either_office: Office) -> None:
    office = either_office
    await pair(office, "nika+blagica")
    await pair(office, "djordje+ines")
    await office.put("nika", f"/cohorts/{RUN}/pulse", {"month": "2026-11-05", "word": "fine"})
    await office.post(COORDINATOR, f"/cohorts/{RUN}/support", given(office))
    await office.post("nika", "/me/support/wish", {"cohort": RUN, "level": "team", "wished": True})
    talk = await ask(office)
    mine = await office.get("nika", SEEN)
    assert [one["id"] for one in mine["team"]] == [COORDINATOR]
    assert [one["id"] for one in mine["pairs_team"]] == [COLLEAGUE], "her mentor is of a partner"
    assert mine["parts"] == [
        {
            "role": "mentee",
            "organisation_names": {
                "sr-Latn": "Udruženje Treća obala",
                "sr-Cyrl": "Удружење Трећа обала",
            },
            "arrival": "here",
        }
    ]
    lead = await office.get(COORDINATOR, OVERVIEW)
    assert mine["pairs"] == [one for one in lead["pairs"] if one["people"][0]["person"]["id"] == "nika"]
    assert (mine["pulse"], mine["wishes"], len(mine["given"])) == ("fine", ["team"], 1)
    assert mine["talks"] == [talk]
    theirs = await office.get("blagica", SEEN)
    assert [one["id"] for one in theirs["team"]] == [COLLEAGUE, COORDINATOR]
    assert ids(theirs) == [["nika", "blagica"]]
    assert theirs["pairs"][0]["people"][0]["pulse"] is None, "of others the word is theirs to show"
    assert (theirs["pulse"], theirs["wishes"], theirs["given"], theirs["talks"]) == (None, [], [], [])
    for other in (STRANGER, NOBODY):
        assert await office.refused(other, "GET", SEEN) == "not_found"


# ── at size ───────────────────────────────────────────────────────────────────────────────────────────────────────────

STATEMENTS = 18
MILLISECONDS = 200


async def test_at_forty_runs_and_two_thousand_people_it_takes_few_statements_and_little_time(
    either_office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    office = either_office
    await office.unit(fill)
    for run, person in ((LARGE, "p2"), (SMALL, "p0")):
        body = {"command_id": office.id(), "to": COORDINATOR, "matter": "time"}
        await office.post(person, f"/cohorts/{run}/talks", body)
    for viewer in (COORDINATOR, COLLEAGUE):
        for run, least in ((SMALL, 6), (LARGE, 200)):
            with office.statements() as heard:
                shown = await office.get(viewer, f"/cohorts/{run}/overview")
            assert len(shown["pairs"]) >= least
            assert len(heard) <= STATEMENTS, heard
            taken = [await milliseconds(office, viewer, f"/cohorts/{run}/overview") for _ in range(5)]
            with capsys.disabled():
                print(f"\n{viewer} {run}: {len(shown['pairs'])} pairs, {len(heard)} statements, {min(taken):.0f} ms")
            # The fastest one: what else the machine does is not measured here. Of the large run, which is twenty times
            # what is promised, it is only told.
            assert run == LARGE or min(taken) <= MILLISECONDS


async def milliseconds(office: Office, viewer: str, path: str) -> float:
    begun = time.perf_counter()
    await office.get(viewer, path)
    return (time.perf_counter() - begun) * 1000

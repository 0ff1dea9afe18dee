"""Open calls as the team sets them up: proposed, made, changed, opened, given more time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from server.ids import new_id
from server.matching.calls import service as calls
from server.matching.calls.service import Application
from server.matching.selection.tables import outcome_letter, reviewer
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, NOBODY, RUN, STRANGER, Office

CALLS = f"/cohorts/{RUN}/calls"


async def proposed(office: Office, **fields: Any) -> dict[str, Any]:
    """What the server proposes, with words in every language of the run."""
    call: dict[str, Any] = (await office.get(COORDINATOR, CALLS))["proposal"]
    for lead in call["words"].values():
        lead["words"] = "Come and work with us."
    return call | fields


async def made(office: Office, **fields: Any) -> Any:
    call = await proposed(office, **fields)
    return await office.post(COORDINATOR, CALLS, {"command_id": office.id(), "call": call})


async def opened(office: Office, **fields: Any) -> Any:
    one = await made(office, **fields)
    return await office.put(COORDINATOR, f"/calls/{one['id']}/state", {"version": 1, "state": "open"})


def begun(call: Any, **fields: Any) -> Application:
    one = Application(
        id=new_id(),
        call=call["id"],
        cohort=RUN,
        part="mentee",
        manner="person",
        name="Ајша",
        email="ajsa@elsewhere.example",
        language="mk",
        zone="Europe/Skopje",
        made_at=0,
        purge_on=date.fromisoformat(call["call"]["purge_on"]),
    )
    return replace(one, **fields)


async def begin(office: Office, one: Application) -> None:
    def work(unit: UnitOfWork) -> None:
        call = calls.find_call(unit.connection, one.call)
        assert call is not None
        calls.begin(unit, call, one)

    await office.unit(work)


async def test_a_call_is_proposed_in_the_runs_languages_with_questions_that_a_profile_is_made_of(
    either_office: Office,
) -> None:
    office = either_office
    proposal = (await office.get(COORDINATOR, CALLS))["proposal"]
    assert proposal["languages"] == ["sr-Latn", "mk"]
    assert proposal["words"]["mk"]["title"] == "Кругови: отворен повик"
    assert proposal["slug"] == "circles-2026"
    # The same all day long: it begins with today, where the run is at home.
    zone = ZoneInfo((await office.get(COORDINATOR, f"/cohorts/{RUN}"))["home_zone"])
    assert datetime.fromtimestamp(proposal["opens_at"] / 1000, zone).time() == time.min
    assert {one["feeds"] for one in proposal["questions"]} >= {"country", "languages", "need", "goals", "skills"}
    assert all(set(one["names"]) == {"sr-Latn", "mk"} for one in proposal["questions"])
    one = await made(office)
    assert (one["state"], one["version"], one["begun"]) == ("draft", 1, 0)
    page = await office.get(COORDINATOR, CALLS)
    assert [call["id"] for call in page["calls"]] == [one["id"]]
    assert page["calls"][0]["call"] == one["call"]


async def test_the_same_command_makes_it_once_and_a_taken_address_is_refused(office: Office) -> None:
    call = await proposed(office)
    command = {"command_id": office.id(), "call": call}
    first = await office.post(COORDINATOR, CALLS, command)
    assert await office.post(COORDINATOR, CALLS, command) == first
    again = {"command_id": office.id(), "call": call}
    assert await office.refused(COORDINATOR, "POST", CALLS, again) == "slug_taken"


async def test_what_does_not_hold_together_is_refused(office: Office) -> None:
    call = await proposed(office)
    twice = [call["questions"][0], call["questions"][0]]
    one_choice = [{"key": "a", "kind": "choice", "names": {"mk": "X"}, "choices": [{"key": "x", "names": {"mk": "X"}}]}]
    must = [{"key": "a", "kind": "access_needs", "names": {"mk": "X"}, "required": True}]
    fed_twice = [{"key": key, "kind": "country", "names": {"mk": "X"}, "feeds": "country"} for key in "ab"]
    for fields, code in (
        ({"closes_at": call["opens_at"]}, "call_dates"),
        ({"purge_on": "2026-11-20"}, "call_dates"),
        ({"languages": ["mk", "hr"]}, "call_languages"),
        ({"questions": twice}, "call_questions"),
        ({"questions": one_choice}, "call_questions"),
        ({"questions": must}, "call_questions"),
        ({"questions": fed_twice}, "call_questions"),
        ({"slug": "No Good"}, "slug_invalid"),
        ({"contact": "nobody"}, "email_invalid"),
        ({"words": {tag: {"title": " ", "words": "X"} for tag in call["languages"]}}, "text_empty"),
    ):
        command = {"command_id": office.id(), "call": call | fields}
        assert await office.refused(COORDINATOR, "POST", CALLS, command) == code, fields


async def test_only_who_leads_changes_it_and_a_partner_sees_no_numbers(office: Office) -> None:
    one = await opened(office)
    await begin(office, begun(one))
    theirs = await office.get(COLLEAGUE, CALLS)
    assert (theirs["mine"], theirs["calls"][0]["begun"], theirs["calls"][0]["fixed"]) == (False, 0, False)
    for person in (STRANGER, NOBODY):
        assert await office.refused(person, "GET", CALLS) == "not_found"
    for person in (COLLEAGUE, STRANGER):
        command = {"command_id": office.id(), "call": one["call"]}
        state = {"version": 2, "state": "closed"}
        for method, path, body in (
            ("POST", CALLS, command),
            ("GET", f"/calls/{one['id']}/applications", None),
            ("PUT", f"/calls/{one['id']}/state", state),
            ("PUT", f"/calls/{one['id']}/deadline", {"version": 2, "closes_at": 1}),
            ("PUT", f"/calls/{one['id']}", {"version": 2, "call": one["call"]}),
            ("DELETE", f"/calls/{one['id']}", None),
        ):
            assert await office.refused(person, method, path, body) == "not_found", (person, path)


async def test_once_somebody_has_begun_the_questions_change_in_their_words_alone(office: Office) -> None:
    one = await opened(office)
    await begin(office, begun(one))
    call = one["call"]
    call["questions"][2]["names"]["mk"] = "Кажете за себе."
    changed = await office.put(COORDINATOR, f"/calls/{one['id']}", {"version": 2, "call": call})
    assert changed["call"]["questions"][2]["names"]["mk"] == "Кажете за себе."
    for wrong in (call | {"questions": call["questions"][1:]}, call | {"whom": "both"}):
        command = {"version": 3, "call": wrong}
        assert await office.refused(COORDINATOR, "PUT", f"/calls/{one['id']}", command) == "call_questions_fixed"
    old = await office.ask(COORDINATOR, "PUT", f"/calls/{one['id']}", {"version": 2, "call": call})
    assert (old.json()["code"], old.json()["now"]["version"]) == ("changed_meanwhile", 3)
    assert await office.refused(COORDINATOR, "DELETE", f"/calls/{one['id']}") == "call_has_applications"


async def test_more_time_is_for_all_and_told_to_who_has_begun(either_office: Office) -> None:
    office = either_office
    one = await opened(office)
    await begin(office, begun(one))
    later = one["call"]["closes_at"] + 7 * DAY
    moved = await office.put(COORDINATOR, f"/calls/{one['id']}/deadline", {"version": 2, "closes_at": later})
    assert moved["call"]["closes_at"] == later
    (told,) = [row for row in await office.mails() if row.template == "call_extended"]
    values = json.loads(told.facts)
    assert (told.address, told.language, told.zone) == ("ajsa@elsewhere.example", "mk", "Europe/Skopje")
    assert (values["title"], values["deadline"]) == ("Кругови: отворен повик", later)
    token = values["link"].rpartition("/")[2]
    found = await office.read(lambda connection: calls.by_token(connection, token))
    assert found is not None
    # Nobody is told of less time, and not beyond the day on which all is deleted.
    await office.put(COORDINATOR, f"/calls/{one['id']}/deadline", {"version": 3, "closes_at": later - DAY})
    assert len([row for row in await office.mails() if row.template == "call_extended"]) == 1
    far = {"version": 4, "closes_at": later + 400 * DAY}
    assert await office.refused(COORDINATOR, "PUT", f"/calls/{one['id']}/deadline", far) == "call_dates"


async def test_what_is_begun_is_the_applicants_alone_until_it_is_sent(office: Office) -> None:
    one = await opened(office, questions=[])
    await begin(office, begun(one))
    await begin(office, begun(one, name="Борис"))

    def send(unit: UnitOfWork) -> None:
        call = calls.find_call(unit.connection, one["id"])
        assert call is not None
        (boris,) = [each for each in calls.of_call(unit.connection, one["id"]) if each.name == "Борис"]
        calls.send(unit, call, boris)

    await office.unit(send)
    (row,) = (await office.get(COORDINATOR, f"/calls/{one['id']}/applications"))["applications"]
    assert (row["name"], row["state"], row["outcome"]) == ("Борис", "sent", "none")
    (call,) = (await office.get(COORDINATOR, CALLS))["calls"]
    assert (call["begun"], call["sent"], call["withdrawn"]) == (1, 1, 0)

    await office.unit(lambda unit: calls.set_outcome(unit, row["id"], "yes"))
    (row,) = (await office.get(COORDINATOR, f"/calls/{one['id']}/applications"))["applications"]
    assert row["outcome"] == "yes"
    await office.done(COORDINATOR, "DELETE", f"/applications/{row['id']}")
    assert (await office.get(COORDINATOR, f"/calls/{one['id']}/applications"))["applications"] == []
    assert await office.refused(COORDINATOR, "DELETE", f"/applications/{row['id']}") == "not_found"


async def test_nobody_applies_to_a_run_that_is_over(office: Office) -> None:
    await opened(office)
    run = await office.get(COORDINATOR, f"/cohorts/{RUN}")
    await office.put(COORDINATOR, f"/cohorts/{RUN}/state", {"version": run["version"], "state": "ended"})
    (call,) = (await office.get(COORDINATOR, CALLS))["calls"]
    assert (call["state"], call["takes"]) == ("closed", False)
    again = {"version": call["version"], "state": "open"}
    assert await office.refused(COORDINATOR, "PUT", f"/calls/{call['id']}/state", again) == "cohort_over"


async def test_a_call_that_nobody_answered_is_removed_with_who_was_to_read_it(office: Office) -> None:
    one = await made(office)
    await office.put(COORDINATOR, f"/calls/{one['id']}/reviewers/ines", {"reach": "all"})
    assert len((await office.get("ines", "/me/reviews"))["calls"]) == 1
    letter = {"version": 0, "title": "No", "words": "Not this time."}
    await office.put(COORDINATOR, f"/calls/{one['id']}/letters/no/en", letter)
    await office.done(COORDINATOR, "DELETE", f"/calls/{one['id']}")
    assert (await office.get(COORDINATOR, CALLS))["calls"] == []
    assert (await office.rows(reviewer), await office.rows(outcome_letter)) == ([], [])

"""Showing chosen messages to the safeguarding contact: these words leave, no neighbour does, and nobody else knows."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from server.programmes.model import Enrolment
from server.programmes.service import enrol
from server.reports.service import Expiry
from server.reports.tables import report, report_act, reported_message
from server.rooms.service import Rooms
from server.rooms.tables import entry
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, KEEPER, NOBODY, RUN, STRANGER, Office
from tests.flows.test_pairing import pair

CONTACT = NOBODY
"""From outside: takes part in nothing but this."""
CANARY = "čuvarkuća"


async def prepared(office: Office) -> str:
    """A pair's room with words in it, and a contact who has nothing to do with it."""
    await office.unit(lambda unit: enrol(unit, Enrolment(CONTACT, RUN, "safeguarding", None)))
    return str((await pair(office))["room"])


async def say(office: Office, person: str, room: str, text: str) -> int:
    said = {"room": room, "command_id": office.id(), "text": text}
    return int((await office.post(person, "/rpc/room.post", said))["offset"])


def wanted(office: Office, messages: list[int], **fields: Any) -> dict[str, Any]:
    return {"command_id": office.id(), "to": CONTACT, "messages": messages, "reason": "It hurts."} | fields


async def show(office: Office, room: str, messages: list[int], person: str = "nika") -> Any:
    return await office.post(person, f"/rooms/{room}/reports", wanted(office, messages))


async def test_these_words_reach_the_contact_and_no_neighbour_does(either_office: Office) -> None:
    office = either_office
    room = await prepared(office)
    before = await say(office, "ines", room, "Before")
    first = await say(office, "ines", room, "You are worth nothing")
    await say(office, "nika", room, "Between")
    second = await say(office, "ines", room, "Nobody will believe you")
    ways = await office.get("nika", f"/rooms/{room}/reports")
    assert ([one["id"] for one in ways["contacts"]], ways["keep_until"]) == ([CONTACT], "2027-02-16")
    mine = await show(office, room, [second, first])
    assert (mine["state"], mine["messages"], mine["expires_on"]) == ("received", [first, second], "2027-02-16")
    (mail,) = [row for row in await office.mails() if row.template == "report_received"]
    assert (mail.person, mail.facts) == (CONTACT, '{"link":"/shown"}')

    (head,) = (await office.get(CONTACT, "/reports"))["reports"]
    assert (head["by"]["id"], head["messages"], head["state"]) == ("nika", 2, "received")
    assert "worth" not in json.dumps(head), "words come with opening it"
    opened = await office.post(CONTACT, f"/reports/{head['id']}/open")
    assert [one["text"] for one in opened["messages"]] == ["You are worth nothing", "Nobody will believe you"]
    assert (opened["reason"], opened["kind"]) == ("It hurts.", "pair")
    assert {one["author"]["id"] for one in opened["messages"]} == {"ines"}
    await office.post(CONTACT, f"/reports/{head['id']}/open")
    for state in ("looking", "looking", "closed"):
        await office.put(CONTACT, f"/reports/{head['id']}/state", {"state": state})
    (mine,) = (await office.get("nika", "/me/reports"))["reports"]
    assert mine["state"] == "closed"
    acts = [(act["kind"], act["by"]["id"]) for act in mine["acts"]]
    assert acts == [("sent", "nika"), ("opened", CONTACT), ("looking", CONTACT), ("closed", CONTACT)]
    assert await office.refused(CONTACT, "GET", f"/rooms/{room}") == "not_found"
    assert before not in mine["messages"]


async def test_what_is_withdrawn_afterwards_stays_readable_until_the_day_that_was_told(either_office: Office) -> None:
    office = either_office
    room = await prepared(office)
    said = await say(office, "ines", room, f"{CANARY} said")
    mine = await show(office, room, [said])
    await office.post("ines", "/rpc/room.withdraw", {"room": room, "command_id": office.id(), "message": said})
    assert await office.refused("nika", "POST", f"/rooms/{room}/reports", wanted(office, [said])) == "message_withdrawn"
    opened = await office.post(CONTACT, f"/reports/{mine['id']}/open")
    assert opened["messages"][0]["text"] == f"{CANARY} said"
    chore = Expiry(office.database, office.product.writer, lambda: office.clock.now).forget_all
    office.clock.now += 90 * DAY - 1
    await chore()
    assert len(await office.rows(report)) == 1
    office.clock.now += 1
    office.tokens.clear()
    assert await office.refused(CONTACT, "POST", f"/reports/{mine['id']}/open") == "not_found", "before the timer too"
    await chore()
    assert [await office.rows(table) for table in (report, reported_message, report_act)] == [[], [], []]
    assert (await office.get("nika", "/me/reports"))["reports"] == []


async def test_nobody_of_the_team_nor_the_other_knows_that_there_is_one(office: Office) -> None:
    room = await prepared(office)
    said = await say(office, "ines", room, f"{CANARY} said")
    others = (COORDINATOR, COLLEAGUE, KEEPER, STRANGER, "ines", "tadeja", "aida")
    paths = [f"/cohorts/{RUN}", f"/cohorts/{RUN}/overview", f"/cohorts/{RUN}/audit", "/me/audit", "/me/programmes"]
    paths += ["/reports", "/me/reports", f"/cohorts/{RUN}/seen", "/rooms", f"/rooms/{room}"]

    async def all_for(person: str) -> list[str]:
        return [(await office.ask(person, "GET", path)).text for path in paths]

    before = {person: await all_for(person) for person in others}
    entries, told = len(await office.rows(entry)), {person: await office.told(person) for person in others}
    mine = await show(office, room, [said])
    await office.post(CONTACT, f"/reports/{mine['id']}/open")
    for person in others:
        assert await all_for(person) == before[person], person
        assert await office.told(person) == told[person], person
        assert await office.refused(person, "POST", f"/reports/{mine['id']}/open") == "not_found"
        assert await office.refused(person, "PUT", f"/reports/{mine['id']}/state", {"state": "closed"}) == "not_found"
    assert len(await office.rows(entry)) == entries
    assert {mail.person for mail in await office.mails() if mail.template == "report_received"} == {CONTACT}


async def test_who_was_in_the_room_or_has_left_is_no_contact(office: Office) -> None:
    room = await prepared(office)
    said = await say(office, "ines", room, "Words")
    await office.unit(lambda unit: enrol(unit, Enrolment("ines", RUN, "safeguarding", None)))
    assert [one["id"] for one in (await office.get("nika", f"/rooms/{room}/reports"))["contacts"]] == [CONTACT]
    for nobody in ("ines", COORDINATOR, "nika", "nowhere"):
        asked = wanted(office, [said], to=nobody)
        assert await office.refused("nika", "POST", f"/rooms/{room}/reports", asked) == "not_a_contact"
    mine = await show(office, room, [said])
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/{CONTACT}/safeguarding")
    assert await office.refused(CONTACT, "POST", f"/reports/{mine['id']}/open") == "not_found"
    assert await office.get(CONTACT, "/reports") == {"contact": False, "reports": []}
    assert (await office.get("nika", "/me/reports"))["reports"][0]["nobody_left"] is True


async def test_a_contact_who_comes_into_the_room_reads_nothing_of_it_any_more(office: Office) -> None:
    room = await prepared(office)
    mine = await show(office, room, [await say(office, "ines", room, "Words")])
    rooms = Rooms()
    works: list[Callable[[UnitOfWork], object]] = [
        lambda unit: rooms.change_members(unit, room, {CONTACT: "guest"}),
        lambda unit: rooms.change_members(unit, room, gone=[CONTACT]),
    ]
    for work in works:
        await office.unit(work)
        assert await office.refused(CONTACT, "POST", f"/reports/{mine['id']}/open") == "not_found"
        assert (await office.get(CONTACT, "/reports"))["reports"] == []
        assert (await office.get("nika", "/me/reports"))["reports"][0]["nobody_left"] is True


async def test_only_what_one_may_read_and_each_command_once(office: Office) -> None:
    room = await prepared(office)
    said = await say(office, "ines", room, "Words")
    for person in (COORDINATOR, STRANGER, "tadeja"):
        assert await office.refused(person, "GET", f"/rooms/{room}/reports") == "not_found"
        assert await office.refused(person, "POST", f"/rooms/{room}/reports", wanted(office, [said])) == "not_found"
    assert await office.refused("nika", "POST", f"/rooms/{room}/reports", wanted(office, [said, 999])) == (
        "message_not_found"
    )
    asked = wanted(office, [said])
    made = await office.post("nika", f"/rooms/{room}/reports", asked)
    assert await office.post("nika", f"/rooms/{room}/reports", asked) == made
    assert await office.refused("nika", "POST", f"/rooms/{room}/reports", asked | {"reason": "Other"}) == (
        "command_conflict"
    )
    for _ in range(19):
        await show(office, room, [said])
    assert await office.refused("nika", "POST", f"/rooms/{room}/reports", wanted(office, [said])) == "too_many_reports"


@pytest.mark.parametrize(
    "fields",
    [{"messages": []}, {"messages": [0]}, {"messages": list(range(1, 60))}, {"to": "../x"}, {"messages": ["1"]}],
)
async def test_bad_input_is_refused_with_words(office: Office, fields: dict[str, Any]) -> None:
    room = await prepared(office)
    said = await say(office, "ines", room, "Words")
    path = f"/rooms/{room}/reports"
    assert await office.refused("nika", "POST", path, wanted(office, [said]) | fields) == "bad_request"
    for reason, code in (("\x00", "text_not_allowed"), ("x" * 1_001, "text_too_long")):
        assert await office.refused("nika", "POST", path, wanted(office, [said], reason=reason)) == code

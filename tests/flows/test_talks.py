"""A talk with the team: asked for in silence, answered by a date, never seen by who shares a room with the asker."""

from __future__ import annotations

from typing import Any

import pytest

from server.errors import Refused
from server.flows.talks import Deputies
from server.programmes.enrolments.store import remove
from server.programmes.model import Enrolment, EnrolmentRole
from server.programmes.service import enrol
from server.programmes.talks import service as talks
from server.programmes.talks.tables import talk_request
from server.rooms.tables import entry
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, LEAD, NOBODY, PARTNER, RUN, STRANGER, Office
from tests.flows.test_pairing import pair

TALKS = f"/cohorts/{RUN}/talks"
# The office opens on Wednesday, 18 November 2026: two working days later it is Friday, and Monday is the third.


def wanted(office: Office, to: str = COORDINATOR, matter: str = "together", id: str = "") -> dict[str, Any]:
    return {"command_id": id or office.id(), "to": to, "matter": matter}


async def ask(office: Office, person: str = "nika", to: str = COORDINATOR, matter: str = "together") -> Any:
    return await office.post(person, TALKS, wanted(office, to, matter))


async def waiting(office: Office, person: str) -> list[str]:
    return [talk["person"]["id"] for talk in (await office.get(person, TALKS))["talks"]]


async def part(office: Office, person: str, role: EnrolmentRole, organisation: str | None = LEAD) -> None:
    await office.unit(lambda unit: enrol(unit, Enrolment(person, RUN, role, organisation)))


async def test_whom_one_may_ask_is_shown_by_name_and_never_who_is_in_ones_room(office: Office) -> None:
    team = await office.get("nika", f"/cohorts/{RUN}/team")
    assert team["help"] == {"name": "Vesna Njagul", "phone": "+381 21 555 0101"}
    assert {one["person"]["id"]: one["roles"] for one in team["people"]} == {
        COLLEAGUE: ["coordinator"],
        COORDINATOR: ["coordinator"],
        "aida": ["facilitator"],
    }
    await part(office, "ines", "facilitator")
    assert "ines" in [one["person"]["id"] for one in (await office.get("nika", f"/cohorts/{RUN}/team"))["people"]]
    await pair(office)
    assert "ines" not in [one["person"]["id"] for one in (await office.get("nika", f"/cohorts/{RUN}/team"))["people"]]
    assert await office.refused("nika", "POST", TALKS, wanted(office, "ines")) == "not_to_ask"
    for nobody in ("nika", "tadeja", STRANGER, "nowhere"):
        assert await office.refused("nika", "POST", TALKS, wanted(office, nobody)) == "not_to_ask"


async def test_a_talk_is_answered_within_two_working_days(either_office: Office) -> None:
    office = either_office
    mine = await ask(office)
    assert (mine["state"], mine["answer_by"], mine["deputy_from"]) == ("waiting", "2026-11-20", "2026-11-23")
    assert mine["deputy"]["id"] == COLLEAGUE
    assert (await office.get("nika", "/me/talks"))["talks"] == [mine]
    assert await waiting(office, COORDINATOR) == ["nika"]
    deputy = mine["deputy"]["id"]
    assert (await waiting(office, deputy), await office.told(deputy)) == ([], [])
    taken = await office.post(COORDINATOR, f"/talks/{mine['id']}/take")
    assert (taken["state"], taken["matter"], taken["roles"]) == ("taken", "together", ["mentee"])
    assert await office.post(COORDINATOR, f"/talks/{mine['id']}/take") == taken
    assert (await office.get("nika", "/me/talks"))["talks"][0]["taken_by"]["id"] == COORDINATOR
    await office.post(COORDINATOR, f"/talks/{mine['id']}/close")
    await office.post(COORDINATOR, f"/talks/{mine['id']}/close")
    assert await waiting(office, COORDINATOR) == []
    assert (await office.get("nika", "/me/talks"))["talks"][0]["state"] == "over"
    await office.done("nika", "DELETE", f"/talks/{mine['id']}")
    assert await office.told(deputy) == [], "nothing before their day"


async def test_from_the_third_working_day_on_a_deputy_sees_it_too(office: Office) -> None:
    deputy = (await ask(office))["deputy"]["id"]
    assert [row.person for row in await office.mails()] == [COORDINATOR]
    chore = Deputies(office.database, office.product.writer, lambda: office.clock.now, to_demo=True).tell
    office.clock.now += 4 * DAY
    await chore()
    assert await waiting(office, deputy) == []
    assert len(await office.mails()) == 1, "Sunday is no working day"
    office.clock.now += DAY
    await chore()
    await chore()
    assert [row.person for row in await office.mails()] == [COORDINATOR, deputy]
    found = (await office.get(deputy, TALKS))["talks"]
    assert [talk["as_deputy"] for talk in found] == [True]
    await office.post(deputy, f"/talks/{found[0]['id']}/take")
    assert await waiting(office, COORDINATOR) == [], "one of them is enough"
    assert await office.refused(COORDINATOR, "POST", f"/talks/{found[0]['id']}/take") == "talk_not_open"
    assert await office.refused(COORDINATOR, "POST", f"/talks/{found[0]['id']}/close") == "talk_not_open"


async def test_a_mail_says_neither_who_nor_about_what(office: Office) -> None:
    await ask(office, matter="wellbeing")
    mail = (await office.mails())[0]
    assert (mail.template, mail.person, mail.facts) == ("talk_wanted", COORDINATOR, '{"link":"/"}')


async def test_a_mentor_sees_no_trace_of_it(office: Office) -> None:
    room = (await pair(office))["room"]
    told, entries = await office.told("ines"), len(await office.rows(entry))
    before = [await office.get("ines", path) for path in ("/me/programmes", f"/rooms/{room}", "/me/signals", "/rooms")]
    talk = await ask(office)
    assert await office.told("ines") == told
    assert len(await office.rows(entry)) == entries
    after = [await office.get("ines", path) for path in ("/me/programmes", f"/rooms/{room}", "/me/signals", "/rooms")]
    assert after == before
    for method, path in (("DELETE", ""), ("POST", "/take"), ("POST", "/close")):
        assert await office.refused("ines", method, f"/talks/{talk['id']}{path}") == "not_found"
    assert await office.refused("ines", "GET", TALKS) == "not_found"


async def test_who_comes_into_the_room_later_sees_it_no_more(office: Office) -> None:
    await part(office, "tadeja", "facilitator")
    talk = await ask(office, to="tadeja")
    assert await waiting(office, "tadeja") == ["nika"]
    await pair(office, "nika+tadeja")
    assert await waiting(office, "tadeja") == []
    assert await office.refused("tadeja", "POST", f"/talks/{talk['id']}/take") == "not_found"
    assert await waiting(office, talk["deputy"]["id"]) == ["nika"], "and the deputy need not wait"


async def test_who_was_in_the_room_once_is_never_asked(either_office: Office) -> None:
    """Whether the mentor left alone, the mentee went out of a team that goes on, or somebody took one of them out."""
    office = either_office
    for person in ("ines", "tadeja", "goran"):
        await part(office, person, "facilitator")
    left = await pair(office, "nika+ines")
    await office.post("ines", "/rpc/room.leave", {"room": left["room"], "command_id": office.id()})
    went = await pair(office, "djordje,xhemile+tadeja")
    await office.post("djordje", f"/mentorships/{went['id']}/stop")
    taken_out = await pair(office, "zvezda+blagica,goran")
    out = {"room": taken_out["room"], "person": "goran", "command_id": office.id()}
    await office.post(COORDINATOR, "/rpc/room.remove_member", out)
    for mentee, mentor in (("nika", "ines"), ("djordje", "tadeja"), ("zvezda", "goran")):
        team = (await office.get(mentee, f"/cohorts/{RUN}/team"))["people"]
        assert mentor not in [one["person"]["id"] for one in team]
        assert await office.refused(mentee, "POST", TALKS, wanted(office, mentor)) == "not_to_ask"
        assert (await ask(office, mentee))["deputy"]["id"] != mentor


async def test_that_nobody_can_answer_any_more_is_said(office: Office) -> None:
    talk = await ask(office, to=COLLEAGUE)
    lost = [talk["nobody_left"]]
    for gone in (COLLEAGUE, talk["deputy"]["id"]):
        await office.unit(lambda unit, gone=gone: remove(unit.connection, RUN, gone, "coordinator"))  # type: ignore[misc]
        lost.append((await office.get("nika", "/me/talks"))["talks"][0]["nobody_left"])
    assert lost == [False, False, True]


async def test_of_two_who_take_it_at_once_one_is_told_so(either_office: Office) -> None:
    office = either_office
    id = (await ask(office))["id"]
    seen = await office.read(lambda connection: talks.by_id(connection, id))
    assert seen is not None
    await office.unit(lambda unit: talks.take(unit, seen, COORDINATOR))
    for late in (talks.take, talks.close):
        with pytest.raises(Refused, match="talk_not_open"):
            await office.unit(lambda unit, late=late: late(unit, seen, COLLEAGUE))  # type: ignore[misc]
    await office.unit(lambda unit: talks.close(unit, seen, COORDINATOR))
    with pytest.raises(Refused, match="talk_not_open"):
        await office.unit(lambda unit: talks.take(unit, seen, COORDINATOR))


async def test_no_other_coordinator_sees_it(office: Office) -> None:
    talk = await ask(office, to=COLLEAGUE)
    others = {COORDINATOR, "aida", STRANGER, NOBODY, "djordje"} - {talk["deputy"]["id"]}
    for other in others:
        for path in ("take", "close"):
            assert await office.refused(other, "POST", f"/talks/{talk['id']}/{path}") == "not_found"
    for other in others & {COORDINATOR, "aida"}:
        assert await waiting(office, other) == []
        assert await office.told(other) == []
    for other in (STRANGER, NOBODY, "djordje"):
        assert await office.refused(other, "GET", TALKS) == "not_found"
    needs = (await office.get(COORDINATOR, f"/cohorts/{RUN}/overview"))["needs"]
    assert [need for need in needs if need["kind"] == "talk"] == []
    needs = (await office.get(COLLEAGUE, f"/cohorts/{RUN}/overview"))["needs"]
    assert [need for need in needs if need["kind"] == "talk"] == [
        {"kind": "talk", "id": talk["id"], "due": "2026-11-20"}
    ]


async def test_it_is_taken_back_as_if_nobody_had_asked(office: Office) -> None:
    talk = await ask(office)
    assert await office.refused("djordje", "DELETE", f"/talks/{talk['id']}") == "not_found"
    await office.done("nika", "DELETE", f"/talks/{talk['id']}")
    assert await office.rows(talk_request) == []
    assert await waiting(office, COORDINATOR) == []
    assert await office.refused(COORDINATOR, "POST", f"/talks/{talk['id']}/take") == "not_found"


async def test_one_open_request_about_one_thing(either_office: Office) -> None:
    office = either_office
    body = wanted(office)
    first = await office.post("nika", TALKS, body)
    assert await office.post("nika", TALKS, body) == first, "the same command once more"
    assert await office.refused("nika", "POST", TALKS, body | {"matter": "time"}) == "command_conflict"
    assert await office.refused("nika", "POST", TALKS, wanted(office, COLLEAGUE)) == "already_asked"
    await ask(office, matter="time")
    await office.post(COORDINATOR, f"/talks/{first['id']}/close")
    await ask(office)
    assert len(await office.mails()) == 3


async def test_whose_coordinator_is_the_only_other_one_of_the_team_is_their_deputy(office: Office) -> None:
    assert (await ask(office, "zvezda"))["deputy"]["id"] == COLLEAGUE, "of her own organisation"
    await part(office, "goran", "safeguarding", PARTNER)
    await pair(office, "xhemile+goran")
    assert (await ask(office, "xhemile"))["deputy"]["id"] == COLLEAGUE


async def test_who_takes_no_part_has_nobody_to_ask(office: Office) -> None:
    for person in (STRANGER, NOBODY):
        assert await office.refused(person, "GET", f"/cohorts/{RUN}/team") == "not_found"
        assert await office.refused(person, "POST", TALKS, wanted(office)) == "not_found"

"""Who takes part in a run: all of a list or nobody, invited with that, and taken out again."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from server.accounts import store as accounts_store
from server.accounts.tables import invitation, link, person
from server.database import Connection, open_database
from server.programmes.enrolments import service as enrolments
from server.programmes.model import Enrolment
from server.programmes.tables import act, enrolment
from tests.flows.office import (
    COLLEAGUE,
    COORDINATOR,
    DAY,
    KEEPER,
    LEAD,
    NOBODY,
    OTHER_RUN,
    OUTSIDE,
    PARTNER,
    RUN,
    STRANGER,
    Office,
    open_office,
)
from tests.flows.test_pairing import pair
from tests.servers import PostgresServer

PAGE = f"/cohorts/{RUN}"
PEOPLE = f"{PAGE}/people"
NEW = {"name": "Pavle Trn", "email": "pavle@new.example", "role": "mentee", "language": "sr-Latn", "organisation": LEAD}


def wanted(office: Office, *people: dict[str, Any]) -> dict[str, Any]:
    return {"command_id": office.id(), "people": [NEW | one for one in people]}


async def enrol(office: Office, *people: dict[str, Any], by: str = COORDINATOR) -> list[Any]:
    answer = await office.post(by, PEOPLE, wanted(office, *people))
    return list(answer["people"])


async def refused(office: Office, *people: dict[str, Any], by: str = COORDINATOR) -> dict[str, Any]:
    answer = await office.ask(by, "POST", PEOPLE, wanted(office, *people))
    assert answer.status_code >= 400, answer.text
    return dict(answer.json())


async def parts(office: Office, id: str, by: str = COORDINATOR) -> list[Any]:
    page = await office.get(by, PAGE)
    return [one for one in page["people"] if one["person"]["id"] == id]


async def come_in(office: Office, link: str, name: str = "Pavle Trn") -> Any:
    body = {"token": link.partition("#")[2], "name": name, "language": "sr-Latn", "zone": "Europe/Belgrade"}
    return await office.post("", "/invitations/accept", body)


# ── coming ────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_is_not_here_is_invited_and_comes_in_by_nothing_else(either_office: Office) -> None:
    office = either_office
    (one,) = await enrol(office, NEW)
    pavle = one["part"]["person"]["id"]
    assert (one["part"]["arrival"], one["part"]["email"]) == ("unopened", "pavle@new.example")
    assert one["part"]["invited_at"] == office.clock.now
    (mail,) = await office.mails()
    assert (mail.template, mail.address, mail.person, mail.language) == (
        "invitation",
        "pavle@new.example",
        pavle,
        "sr-Latn",
    )
    await office.post("", "/links/look", {"token": one["link"].partition("#")[2]})
    # That it was looked at is written behind the answer.
    await office.unit(lambda _unit: None)
    assert [part["arrival"] for part in await parts(office, pavle)] == ["opened"]
    assert (await come_in(office, one["link"]))["id"] == pavle
    assert [(part["arrival"], part["email"]) for part in await parts(office, pavle)] == [("here", None)]
    (part,) = (await office.get(pavle, "/me/programmes"))["parts"]
    assert (part["cohort"]["id"], part["roles"]) == (RUN, ["mentee"])


async def test_who_is_here_already_is_told_by_a_mail(office: Office) -> None:
    (one,) = await enrol(office, {"name": "Somebody", "email": " ZOE@people.example", "role": "facilitator"})
    assert (one["part"]["person"], one["part"]["arrival"], one["link"]) == (
        {"id": NOBODY, "name": "Zoe Marlow"},
        "here",
        None,
    )
    (mail,) = await office.mails()
    assert (mail.template, mail.person) == ("enrolled", NOBODY)
    assert "Circles" in mail.facts
    assert await office.told(NOBODY) == ["programme_changed"]
    assert await office.told(COLLEAGUE) == ["programme_changed"]


async def test_the_same_command_again_changes_and_mails_nothing(office: Office) -> None:
    body = wanted(office, NEW, {"email": "vida@new.example", "name": "Vida", "role": "mentor"})
    first = await office.post(COORDINATOR, PEOPLE, body)
    again = await office.post(COORDINATOR, PEOPLE, body)
    assert [one["part"] for one in again["people"]] == [one["part"] for one in first["people"]]
    assert [one["link"] for one in again["people"]] == [None, None]
    assert len(await office.mails()) == 2
    other = body | {"people": body["people"][:1]}
    assert await office.refused(COORDINATOR, "POST", PEOPLE, other) == "command_conflict"


async def test_one_person_is_mentee_here_mentor_there_and_coordinator_in_a_third(office: Office) -> None:
    body = wanted(office, {"email": "nika@people.example", "role": "mentor", "organisation": "attic"})
    await office.post(STRANGER, f"/cohorts/{OTHER_RUN}/people", body)
    (coordinator,) = await enrol(office, {"email": "nika@people.example", "role": "coordinator"})
    assert coordinator["part"]["person"]["id"] == "nika"
    mine = (await office.get("nika", "/me/programmes"))["parts"]
    assert {one["cohort"]["id"]: set(one["roles"]) for one in mine} == {
        RUN: {"mentee", "coordinator"},
        OTHER_RUN: {"mentor"},
    }


async def test_who_becomes_a_coordinator_signs_in_anew(either_office: Office) -> None:
    office = either_office
    for one in ("nika", STRANGER):
        await office.get(one, "/me")
    await enrol(office, {"email": "nika@people.example", "role": "facilitator"})
    await office.get("nika", "/me")
    role = {"role": "coordinator"}
    await enrol(office, role | {"email": "nika@people.example"}, role | {"email": f"{STRANGER}@people.example"})
    assert await office.refused("nika", "GET", "/me") == "sign_in_required"
    assert "logins_changed" in await office.told("nika")
    # Who coordinates already gains nothing that their login did not have to be kept for.
    await office.get(STRANGER, "/me")


# ── what is wrong ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_one_bad_line_refuses_all_and_nothing_is_stored(office: Office) -> None:
    tables = (person, invitation, link, enrolment, act)
    before = [await office.rows(table) for table in tables]
    single = [
        ({"email": "pavle@new"}, "email_invalid"),
        ({"name": " "}, "name_invalid"),
        ({"name": "=cmd|' /C calc'!A0"}, "name_formula"),
        ({"language": "xx"}, "language_unknown"),
        ({"organisation": "attic"}, "organisation_unknown"),
        ({"role": "owner"}, "bad_request"),
        ({"email": "nika@people.example"}, "already_enrolled"),
        ({"email": "NIKA@people.example", "role": "mentor"}, "other_side"),
    ]
    for fields, code in single:
        assert (await refused(office, fields))["code"] == code, fields
        if code != "bad_request":
            answer = await refused(office, {"email": "vida@new.example", "role": "mentor"}, fields)
            assert (answer["code"], answer["line"], answer["fault"]) == ("list_has_faults", 2, code)
    doubled = await refused(office, NEW, {"email": "Pavle@new.example "})
    assert (doubled["line"], doubled["fault"]) == (2, "line_doubled")
    both_sides = await refused(office, NEW, {"role": "mentor"})
    assert (both_sides["line"], both_sides["fault"]) == (2, "other_side")
    assert [await office.rows(table) for table in tables] == before
    assert await office.mails() == []


async def test_who_may_not_finds_nothing(office: Office) -> None:
    for by in (NOBODY, STRANGER, KEEPER, "nika"):
        assert (await refused(office, NEW, by=by))["code"] == "not_found"
        assert await office.refused(by, "DELETE", f"{PEOPLE}/nika/mentee") == "not_found"
        assert await office.refused(by, "POST", f"{PEOPLE}/nika/invitation") == "not_found"
    for organisation in (LEAD, None):
        assert (await refused(office, {"organisation": organisation}, by=COLLEAGUE))["code"] == "not_found"
    assert await office.refused(COLLEAGUE, "DELETE", f"{PEOPLE}/nika/mentee") == "not_found"
    assert await office.refused(COLLEAGUE, "DELETE", f"{PEOPLE}/nobody/mentee") == "not_found"
    (one,) = await enrol(office, {"organisation": PARTNER}, by=COLLEAGUE)
    assert one["link"]
    await office.done(COLLEAGUE, "DELETE", f"{PEOPLE}/{one['part']['person']['id']}/mentee")


async def test_the_way_in_of_others_people_is_told_to_nobody_here(office: Office) -> None:
    body = wanted(office, {"organisation": "attic"})
    first = await office.post(STRANGER, f"/cohorts/{OTHER_RUN}/people", body)
    (one,) = await enrol(office, NEW)
    pavle = one["part"]["person"]["id"]
    assert (first["people"][0]["part"]["person"]["id"], one["link"]) == (pavle, None)
    assert (await office.post(COORDINATOR, f"{PEOPLE}/{pavle}/invitation"))["link"] is None
    assert len([mail for mail in await office.mails() if mail.person == pavle]) == 3
    # Nor to who invited them first: it opens the other run too.
    assert (await office.post(STRANGER, f"/cohorts/{OTHER_RUN}/people/{pavle}/invitation"))["link"] is None


async def test_a_partner_holds_no_way_into_what_the_lead_gave(either_office: Office) -> None:
    office = either_office
    ana = {"name": "Ana Rok", "email": "ana@new.example", "organisation": PARTNER}
    (led,) = await enrol(office, ana | {"role": "coordinator", "organisation": LEAD})
    (one,) = await enrol(office, ana | {"role": "mentor"}, by=COLLEAGUE)
    assert led["link"]
    assert one["link"] is None
    path = f"{PEOPLE}/{one['part']['person']['id']}/invitation"
    assert (await office.post(COLLEAGUE, path))["link"] is None
    assert (await office.post(COORDINATOR, path))["link"]
    # Who invited somebody holds their way in until the lead gives them more.
    bob = {"name": "Bob Rok", "email": "bob@new.example", "language": "mk"}
    fresh = await office.post(COLLEAGUE, "/invitations", bob)
    assert (await office.post(COLLEAGUE, f"/invitations/{fresh['invitation']['id']}/renew"))["link"]
    await enrol(office, {"email": "bob@new.example", "role": "coordinator"})
    mails = len(await office.mails())
    for path, body in ((f"/invitations/{fresh['invitation']['id']}/renew", None), ("/invitations", bob)):
        assert await office.refused(COLLEAGUE, "POST", path, body) == "already_invited"
    assert len(await office.mails()) == mails


# ── inviting again, leaving ───────────────────────────────────────────────────────────────────────────────────────────


async def test_who_has_not_come_is_invited_again(office: Office) -> None:
    (one,) = await enrol(office, NEW)
    pavle = one["part"]["person"]["id"]
    office.clock.now += 8 * DAY
    assert [part["arrival"] for part in await parts(office, pavle)] == ["lapsed"]
    again = await office.post(COORDINATOR, f"{PEOPLE}/{pavle}/invitation")
    assert (again["part"]["arrival"], again["part"]["invited_at"]) == ("unopened", office.clock.now)
    body = {"token": one["link"].partition("#")[2]}
    assert await office.refused("", "POST", "/links/look", body) == "link_not_valid"
    await come_in(office, again["link"])
    assert await office.refused(COORDINATOR, "POST", f"{PEOPLE}/{pavle}/invitation") == "already_here"
    assert [one.kind for one in await office.rows(act)] == ["enrolled", "invited_again"]


async def test_a_part_ends_and_who_never_came_is_not_expected_any_more(office: Office) -> None:
    (one,) = await enrol(office, NEW)
    pavle = one["part"]["person"]["id"]
    await office.done(COORDINATOR, "DELETE", f"{PEOPLE}/{pavle}/mentee")
    assert await parts(office, pavle) == []
    body = {"token": one["link"].partition("#")[2]}
    assert await office.refused("", "POST", "/links/look", body) == "link_not_valid"
    assert await office.refused(COORDINATOR, "DELETE", f"{PEOPLE}/{pavle}/mentee") == "not_enrolled"
    # The address is free again.
    assert (await enrol(office, NEW))[0]["part"]["person"]["id"] != pavle
    await office.done(COORDINATOR, "DELETE", f"{PEOPLE}/nika/mentee")
    assert (await office.get("nika", "/me/programmes"))["parts"] == []


@pytest.mark.postgres
async def test_who_is_brought_into_another_run_meanwhile_is_still_expected(
    postgres_server: PostgresServer, founded_postgres: str, tmp_path: Path
) -> None:
    url = postgres_server.copy_database(founded_postgres)
    other = open_database(url)
    assert isinstance(other.writer, AsyncEngine)
    async with open_office(url, tmp_path) as office:
        (one,) = await enrol(office, NEW)
        pavle = one["part"]["person"]["id"]

        def bring_in(connection: Connection) -> None:
            accounts_store.invite_all_again(connection, [pavle], office.clock.now)
            enrolments.add(connection, [Enrolment(pavle, OTHER_RUN, "mentor", OUTSIDE)], office.clock.now)

        async with other.writer.begin() as meanwhile:
            await meanwhile.run_sync(bring_in)
            ended = asyncio.create_task(office.done(COORDINATOR, "DELETE", f"{PEOPLE}/{pavle}/mentee"))
            await asyncio.sleep(0.3)
            assert not ended.done()
        await ended
        await office.post("", "/links/look", {"token": one["link"].partition("#")[2]})
    await other.close()
    postgres_server.drop_database(url)


async def test_who_is_in_a_mentorship_that_goes_on_stays(office: Office) -> None:
    opened = await pair(office)
    for path in ("nika/mentee", "ines/mentor"):
        assert await office.refused(COORDINATOR, "DELETE", f"{PEOPLE}/{path}") == "has_mentorship"
    (part,) = (await office.get("nika", "/me/programmes"))["parts"]
    assert [(one["id"], one["role"], one["state"]) for one in part["mentorships"]] == [
        (opened["id"], "mentee", "active")
    ]
    over = {"version": opened["version"], "state": "ended"}
    await office.put(COORDINATOR, f"/mentorships/{opened['id']}/state", over)
    await office.done(COORDINATOR, "DELETE", f"{PEOPLE}/nika/mentee")


async def test_who_takes_part_no_more_is_a_guest_in_no_room(either_office: Office) -> None:
    office = either_office
    opened = await pair(office)
    command = {"room": opened["room"], "person": "aida", "role": "guest"}
    await office.post(COORDINATOR, "/rpc/room.add_member", {"command_id": office.id(), **command})
    await enrol(office, {"email": "aida@people.example", "name": "Aida", "role": "mentor"})
    await office.done(COORDINATOR, "DELETE", f"{PEOPLE}/aida/facilitator")
    await office.get("aida", f"/rooms/{opened['room']}")
    await office.done(COORDINATOR, "DELETE", f"{PEOPLE}/aida/mentor")
    assert await office.refused("aida", "GET", f"/rooms/{opened['room']}") == "not_found"
    assert (await office.told("aida"))[-1] == "room_left"
    # What they walked through stays theirs.
    over = {"version": opened["version"], "state": "ended"}
    await office.put(COORDINATOR, f"/mentorships/{opened['id']}/state", over)
    await office.done(COORDINATOR, "DELETE", f"{PEOPLE}/nika/mentee")
    await office.get("nika", f"/rooms/{opened['room']}")


async def test_the_last_who_leads_stays_also_when_two_go_at_once(either_office: Office) -> None:
    office = either_office
    alone = f"{PEOPLE}/{COORDINATOR}/coordinator"
    assert await office.refused(COORDINATOR, "DELETE", alone) == "last_coordinator"
    # Who has only been invited leads nobody yet.
    (invited,) = await enrol(office, {"role": "coordinator"})
    assert await office.refused(COORDINATOR, "DELETE", alone) == "last_coordinator"
    await come_in(office, invited["link"])
    other = f"{PEOPLE}/{invited['part']['person']['id']}/coordinator"
    answers = await asyncio.gather(*(office.ask(COORDINATOR, "DELETE", path) for path in (alone, other)))
    assert sorted(answer.status_code for answer in answers) in ([200, 404], [200, 409])
    left = [
        row.person for row in await office.rows(enrolment) if row.role == "coordinator" and row.organisation_id == LEAD
    ]
    assert len(left) == 1
    # The partner's may go.
    await office.done(left[0], "DELETE", f"{PEOPLE}/{COLLEAGUE}/coordinator")


async def test_where_it_is_over_nobody_comes_or_goes(office: Office) -> None:
    await office.put(COORDINATOR, f"{PAGE}/state", {"version": 1, "state": "ended"})
    assert (await refused(office, NEW))["code"] == "cohort_over"
    assert await office.refused(COORDINATOR, "DELETE", f"{PEOPLE}/nika/mentee") == "cohort_over"
    assert await office.refused(COORDINATOR, "POST", f"{PEOPLE}/nika/invitation") == "cohort_over"


# ── many ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_pages_of_two_hundred_people_take_few_statements(either_office: Office) -> None:
    office = either_office
    many = [
        {"name": f"Person {n}", "email": f"p{n}@new.example", "role": ("mentee", "mentor")[n % 2]} for n in range(200)
    ]
    with office.statements() as enrolling:
        await enrol(office, *many)
    assert len(enrolling) < 60
    await pair(office)
    for by, path, most in (
        (COORDINATOR, PAGE, 20),
        (COLLEAGUE, PAGE, 20),
        (COORDINATOR, "/programmes", 12),
        ("nika", "/me/programmes", 14),
        (COORDINATOR, f"{PAGE}/audit", 8),
    ):
        await office.get(by, "/me")
        with office.statements() as heard:
            await office.get(by, path)
        assert len(heard) <= most, (path, heard)
    page = await office.get(COORDINATOR, PAGE)
    step = next(one for one in page["steps"] if one["name"] == "people")
    assert (step["state"], step["left"]) == ("done", 200)


# ── who did what ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_team_reads_who_did_what_and_everybody_what_was_about_them(office: Office) -> None:
    await enrol(office, {"email": "zoe@people.example", "role": "facilitator"})
    await enrol(office, {"email": "vida@new.example", "name": "Vida", "organisation": PARTNER}, by=COLLEAGUE)
    await office.put(COORDINATOR, f"{PAGE}/credits", {"version": 1, "credits": []})
    whole = await office.get(COORDINATOR, f"{PAGE}/audit")
    assert [(one["kind"], one["by"]["id"]) for one in whole["acts"]] == [
        ("cohort_changed", COORDINATOR),
        ("enrolled", COLLEAGUE),
        ("enrolled", COORDINATOR),
    ]
    part = await office.get(COLLEAGUE, f"{PAGE}/audit")
    assert [one["kind"] for one in part["acts"]] == ["cohort_changed", "enrolled"]
    assert part["acts"][1]["about"]["name"] == "Vida"
    mine = await office.get(NOBODY, "/me/audit")
    assert [(one["kind"], one["role"], one["by"]["name"]) for one in mine["acts"]] == [
        ("enrolled", "facilitator", "Vesna Njagul")
    ]
    assert (await office.get("nika", "/me/audit"))["acts"] == []
    assert await office.refused("nika", "GET", f"{PAGE}/audit") == "not_found"
    earlier = await office.get(COORDINATOR, f"{PAGE}/audit?before={whole['acts'][0]['id']}")
    assert [one["id"] for one in earlier["acts"]] == [one["id"] for one in whole["acts"][1:]]
    assert await office.refused(COORDINATOR, "GET", f"{PAGE}/audit?before=%27") == "bad_request"

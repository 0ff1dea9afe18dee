"""A run that is set up in the browser: organisations, a programme, its runs, and who may change what of them."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from server.accounts.service import disable
from server.database import Connection, open_database
from server.programmes.enrolments import service as enrolments
from server.programmes.founding import service as founding
from server.programmes.mentorships import service as mentorships
from server.programmes.model import Enrolment
from server.programmes.tables import act, cohort, organisation, partnership
from tests.flows.office import (
    COLLEAGUE,
    COORDINATOR,
    KEEPER,
    LEAD,
    NOBODY,
    OUTSIDE,
    PARTNER,
    PROGRAMME,
    RUN,
    STRANGER,
    Office,
)
from tests.flows.test_pairing import pair
from tests.servers import PostgresServer

PAGE = f"/cohorts/{RUN}"
HOUSE = {"names": {"sl": "Zavod Podstrešje"}, "town": "Ljubljana", "country": "SI", "zone": "Europe/Ljubljana"}
DATES = {"start": "2027-10-04", "end": "2028-04-02", "home_zone": "Europe/Belgrade"}


async def change(office: Office, by: str = COORDINATOR, **fields: Any) -> dict[str, Any]:
    """The body of a change of the run, which is as it was but for these."""
    page = await office.get(by, PAGE)
    names = ("names", "start", "end", "home_zone", "least_meetings", "least_gatherings", "help", "silence_days")
    return {name: page[name] for name in (*names, "first_words", "version")} | fields


# ── from nothing to a run ─────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_set_the_server_up_founds_a_programme(either_office: Office) -> None:
    office = either_office
    mine = await office.get(KEEPER, "/programmes")
    assert mine["may_found"]
    assert {one["id"] for one in mine["organisations"]} == {LEAD, PARTNER, OUTSIDE}
    house = await office.post(KEEPER, "/organisations", {"command_id": office.id(), **HOUSE})
    assert house["mine"]
    wanted = {"command_id": office.id(), "names": {"sl": "Krogi"}, "lead": house["id"], **DATES}
    page = await office.post(KEEPER, "/programmes", wanted)
    assert (page["state"], page["lead"], page["programme_names"]) == ("draft", True, {"sl": "Krogi"})
    assert page["partners"] == [{"organisation": house["id"], "role": "lead"}]
    assert [(one["person"]["id"], one["role"], one["arrival"]) for one in page["people"]] == [
        (KEEPER, "coordinator", "here")
    ]
    assert [(step["name"], step["state"]) for step in page["steps"]] == [
        ("programme", "done"),
        ("team", "done"),
        ("help", "next"),
        ("credits", "later"),
        ("people", "later"),
        ("rooms", "later"),
        ("start", "later"),
    ]
    assert await office.post(KEEPER, "/programmes", wanted) == page
    assert await office.refused(KEEPER, "POST", "/programmes", wanted | {"names": {"sl": "X"}}) == "command_conflict"
    (mine,) = [one for one in (await office.get(KEEPER, "/programmes"))["programmes"] if one["lead"] == house["id"]]
    assert [run["id"] for run in mine["cohorts"]] == [page["id"]]
    kinds = [one.kind for one in await office.rows(act)]
    assert kinds == ["programme_founded", "cohort_opened", "enrolled"]


async def test_nobody_else_founds_one(office: Office) -> None:
    wanted = {"command_id": office.id(), "names": {"sl": "Krogi"}, "lead": LEAD, **DATES}
    for person in (COORDINATOR, COLLEAGUE, NOBODY, "nika"):
        assert await office.refused(person, "POST", "/programmes", wanted) == "not_found"
        assert not (await office.get(person, "/programmes"))["may_found"]


NO_PROGRAMME = [
    ({"names": {}}, "names_invalid"),
    ({"names": {"sl": " \u200b"}}, "names_invalid"),
    ({"names": {"sl": "x" * 201}}, "names_invalid"),
    ({"names": {"slovene": "Krogi"}}, "language_unknown"),
    ({"lead": "nowhere"}, "organisation_unknown"),
    ({"end": DATES["start"]}, "dates_reversed"),
    ({"end": "2027-10-03"}, "dates_reversed"),
    ({"end": "2031-10-04"}, "dates_reversed"),
    ({"start": "9998-10-04", "end": "9999-10-04"}, "year_unlikely"),
    ({"start": "0001-01-01", "end": "0001-06-01"}, "year_unlikely"),
    ({"end": "2027-02-30"}, "bad_request"),
    ({"home_zone": "Europe/Nowhere"}, "zone_unknown"),
]


async def test_what_can_not_be_is_refused_and_nothing_stored(office: Office) -> None:
    before = await office.rows(cohort)
    for fields, code in NO_PROGRAMME:
        wanted = {"command_id": office.id(), "names": {"sl": "Krogi"}, "lead": LEAD, **DATES} | fields
        assert await office.refused(KEEPER, "POST", "/programmes", wanted) == code
    assert await office.rows(cohort) == before
    assert await office.rows(act) == []


NO_ORGANISATION = [
    ({"names": {}}, "names_invalid"),
    ({"town": ""}, "line_invalid"),
    ({"town": "x" * 101}, "line_invalid"),
    ({"country": "Slovenia"}, "country_unknown"),
    ({"country": "ZZ"}, "country_unknown"),
    ({"zone": "Ljubljana"}, "zone_unknown"),
]


async def test_an_organisation_has_a_name_and_a_place(office: Office) -> None:
    for fields, code in NO_ORGANISATION:
        wanted = {"command_id": office.id(), **HOUSE} | fields
        assert await office.refused(COORDINATOR, "POST", "/organisations", wanted) == code
    assert len(await office.rows(organisation)) == 3


async def test_the_next_run_takes_over_everything_but_the_people(office: Office) -> None:
    credit = {"funder": "Europe", "words": {"en": "With support."}, "disclaimer": {}, "starts": None, "ends": None}
    await office.put(COORDINATOR, f"{PAGE}/credits", {"version": 1, "credits": [credit]})
    wanted = {"command_id": office.id(), "names": {"en": "Circles 2027"}, "copy_from": RUN, **DATES}
    page = await office.post(COORDINATOR, f"/programmes/{PROGRAMME}/cohorts", wanted)
    assert await office.post(COORDINATOR, f"/programmes/{PROGRAMME}/cohorts", wanted) == page
    earlier = await office.get(COORDINATOR, PAGE)
    for name in ("partners", "help", "silence_days", "first_words", "credits", "least_meetings"):
        assert page[name] == earlier[name], name
    assert [one["person"]["id"] for one in page["people"]] == [COORDINATOR]
    assert (page["state"], page["names"], page["start"]) == ("draft", {"en": "Circles 2027"}, "2027-10-04")
    (offer,) = (await office.get(COORDINATOR, "/programmes"))["programmes"]
    assert [run["id"] for run in offer["cohorts"]] == [page["id"], RUN]
    for person in (COLLEAGUE, STRANGER, KEEPER, "nika"):
        assert await office.refused(person, "POST", f"/programmes/{PROGRAMME}/cohorts", wanted) == "not_found"
    foreign = wanted | {"command_id": office.id(), "copy_from": "attic-2026"}
    assert await office.refused(COORDINATOR, "POST", f"/programmes/{PROGRAMME}/cohorts", foreign) == "not_found"


async def test_who_opens_a_run_leads_it_for_their_own(office: Office) -> None:
    door, wanted = f"/programmes/{PROGRAMME}/cohorts", {"names": {}, "copy_from": RUN, **DATES}
    earlier = await office.post(COORDINATOR, door, wanted | {"command_id": office.id()})
    handed = [{"organisation": LEAD, "role": "partner"}, {"organisation": PARTNER, "role": "lead"}]
    await office.put(COORDINATOR, f"{PAGE}/partners", {"version": 1, "partners": handed})
    for source, partners in ((earlier["id"], {LEAD: "partner", PARTNER: "lead"}), (None, {PARTNER: "lead"})):
        opened = await office.post(COLLEAGUE, door, wanted | {"command_id": office.id(), "copy_from": source})
        assert {one["organisation"]: one["role"] for one in opened["partners"]} == partners
        assert [(one["person"]["id"], one["organisation"]) for one in opened["people"]] == [(COLLEAGUE, PARTNER)]


# ── who sees and changes what ─────────────────────────────────────────────────────────────────────────────────────────


async def test_a_partner_sees_its_own_people_and_what_is_joint(office: Office) -> None:
    whole, part = await office.get(COORDINATOR, PAGE), await office.get(COLLEAGUE, PAGE)
    assert (whole["lead"], part["lead"]) == (True, False)
    assert {one["organisation"] for one in part["people"]} == {PARTNER}
    assert {one["organisation"] for one in whole["people"]} == {LEAD, PARTNER, None}
    joint = ("names", "start", "end", "help", "silence_days", "first_words", "partners", "credits")
    assert all(whole[name] == part[name] for name in joint)
    assert [one["mine"] for one in part["organisations"]] == [False, True]
    for person in (STRANGER, KEEPER, NOBODY, "nika", "aida"):
        assert await office.refused(person, "GET", PAGE) == "not_found"
    assert await office.refused(COORDINATOR, "GET", "/cohorts/nowhere") == "not_found"


async def test_a_partner_sees_whom_its_people_walk_with(office: Office) -> None:
    for seats in ("zvezda+ines", "nika+tadeja"):
        await pair(office, seats)
    part = await office.get(COLLEAGUE, PAGE)
    (walk,) = part["mentorships"]
    assert {one["person"] for one in walk["people"]} == {"zvezda", "ines"}
    assert not walk["mine"]
    assert "ines" in {one["person"]["id"] for one in part["people"]}
    assert not {"nika", "tadeja"} & {one["person"]["id"] for one in part["people"]}
    whole = await office.get(COORDINATOR, PAGE)
    assert [one["mine"] for one in whole["mentorships"]] == [True, True]
    rooms = next(step for step in whole["steps"] if step["name"] == "rooms")
    assert (rooms["state"], rooms["left"]) == ("later", 2)


async def test_a_run_is_changed_by_the_lead_and_everybody_in_it_hears(office: Office) -> None:
    wanted = await change(office, names={"mk": "Кругови 2026"}, end="2027-05-02", silence_days=None, help=None)
    page = await office.put(COORDINATOR, PAGE, wanted)
    assert (page["names"], page["end"], page["help"], page["version"]) == (
        {"mk": "Кругови 2026"},
        "2027-05-02",
        None,
        2,
    )
    assert (await office.told("nika"), await office.told(COLLEAGUE)) == (["programme_changed"], ["programme_changed"])
    assert await office.told(STRANGER) == []
    # What only the team sees is told to the team alone.
    await office.put(COORDINATOR, PAGE, await change(office, least_meetings=7, first_words={"en": "Welcome."}))
    assert (len(await office.told("nika")), len(await office.told(COLLEAGUE))) == (1, 2)
    assert await office.refused(COLLEAGUE, "PUT", PAGE, wanted | {"version": 3}) == "not_found"


async def test_of_two_who_change_one_thing_the_second_sees_what_the_first_did(office: Office) -> None:
    wanted = await change(office, least_meetings=8)
    await office.put(COORDINATOR, PAGE, wanted)
    answer = await office.ask(COORDINATOR, "PUT", PAGE, wanted | {"least_meetings": 9})
    assert (answer.status_code, answer.json()["code"]) == (409, "changed_meanwhile")
    assert answer.json()["now"] == await office.get(COORDINATOR, PAGE)
    assert answer.json()["now"]["least_meetings"] == 8


NO_CHANGE = [
    ({"end": "2026-10-04"}, "dates_reversed"),
    ({"start": "9999-01-01", "end": "9999-12-31"}, "year_unlikely"),
    ({"names": {"en": "x" * 201}}, "names_invalid"),
    ({"help": {"name": "", "phone": "+381215550101"}}, "line_invalid"),
    ({"help": {"name": "Vesna", "phone": "021 555"}}, "phone_invalid"),
    ({"help": {"name": "Vesna", "phone": "+381 (21) five"}}, "phone_invalid"),
    ({"silence_days": [14, 14, 28]}, "silence_days_invalid"),
    ({"silence_days": [1, 2, 3]}, "silence_days_invalid"),
    ({"first_words": {"en": "x" * 1001}}, "text_too_long"),
    ({"first_words": {"en": "a\u0000b"}}, "text_not_allowed"),
    ({"first_words": {"E": "Welcome"}}, "language_unknown"),
    ({"least_meetings": -1}, "bad_request"),
]


async def test_what_is_wrong_in_a_change_is_said(office: Office) -> None:
    before = await office.rows(cohort)
    for fields, code in NO_CHANGE:
        assert await office.refused(COORDINATOR, "PUT", PAGE, await change(office, **fields)) == code
    assert await office.rows(cohort) == before


async def test_a_run_goes_from_draft_to_its_end_and_no_further(office: Office) -> None:
    async def state(wanted: str, version: int) -> Any:
        return await office.ask(COORDINATOR, "PUT", f"{PAGE}/state", {"version": version, "state": wanted})

    assert (await state("draft", 1)).json()["state"] == "draft"
    assert (await state("ended", 2)).json()["code"] == "state_not_possible"
    assert (await state("running", 2)).json()["state"] == "running"
    assert (await state("ended", 3)).json()["state"] == "ended"
    assert (await state("running", 4)).json()["code"] == "cohort_over"
    assert await office.refused(COORDINATOR, "PUT", PAGE, await change(office, least_meetings=1)) == "cohort_over"


# ── partners and credits ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_partners_are_set_as_a_whole(office: Office) -> None:
    house = await office.post(COORDINATOR, "/organisations", {"command_id": office.id(), **HOUSE})
    both = [{"organisation": LEAD, "role": "lead"}, {"organisation": PARTNER, "role": "partner"}]
    more = [*both, {"organisation": house["id"], "role": "guest"}]
    page = await office.put(COORDINATOR, f"{PAGE}/partners", {"version": 1, "partners": more})
    assert {one["organisation"] for one in page["partners"]} == {LEAD, PARTNER, house["id"]}

    async def refused(partners: list[dict[str, str]]) -> str:
        return await office.refused(COORDINATOR, "PUT", f"{PAGE}/partners", {"version": 2, "partners": partners})

    rows = await office.rows(partnership)
    assert await refused(both[:1]) == "partner_has_people"
    assert await refused([*both, both[1]]) == "partners_invalid"
    assert await refused([{"organisation": LEAD, "role": "partner"}, both[1]]) == "partners_invalid"
    assert await refused([*both, {"organisation": OUTSIDE, "role": "guest"}]) == "organisation_unknown"
    none_leads = [{"organisation": house["id"], "role": "lead"}, {"organisation": LEAD, "role": "guest"}, both[1]]
    assert await refused(none_leads) == "last_coordinator"
    assert await office.rows(partnership) == rows


async def test_the_lead_goes_to_nobody_who_has_not_come(office: Office) -> None:
    house = await office.post(COORDINATOR, "/organisations", {"command_id": office.id(), **HOUSE})
    roles = {LEAD: "lead", PARTNER: "partner", house["id"]: "partner"}

    async def set_partners(version: int, **changed: str) -> Any:
        partners = [{"organisation": id, "role": role} for id, role in (roles | changed).items()]
        return await office.ask(COORDINATOR, "PUT", f"{PAGE}/partners", {"version": version, "partners": partners})

    assert (await set_partners(1)).status_code == 200
    invited = {"name": "Eva", "email": "eva@new.example", "language": "sl", "organisation": house["id"]}
    people = [invited | {"role": "coordinator"}]
    await office.post(COORDINATOR, f"{PAGE}/people", {"command_id": office.id(), "people": people})
    handed = {LEAD: "partner", house["id"]: "lead"}
    assert (await set_partners(2, **handed)).json()["code"] == "last_coordinator"
    handed = {LEAD: "partner", PARTNER: "lead"}
    await office.unit(lambda unit: disable(unit, COLLEAGUE))
    assert (await set_partners(2, **handed)).json()["code"] == "last_coordinator"


async def test_credits_keep_their_order_and_their_days(office: Office) -> None:
    always = {"starts": None, "ends": None}
    europe = {"funder": "EU", "words": {"en": "Co-funded."}, "disclaimer": {"en": "Views."}}
    city = {"funder": "Grad Novi Sad", "words": {"sr-Latn": "Uz podršku."}, "disclaimer": {}}
    credits = [europe | always | {"starts": "2026-10-01"}, city | always]
    page = await office.put(COORDINATOR, f"{PAGE}/credits", {"version": 1, "credits": credits})
    assert page["credits"] == credits
    assert (await office.get(COLLEAGUE, PAGE))["credits"] == credits
    reversed_days = [credits[0] | {"ends": "2026-09-30"}]
    body = {"version": 2, "credits": reversed_days}
    assert await office.refused(COORDINATOR, "PUT", f"{PAGE}/credits", body) == "dates_reversed"
    assert (await office.get(COORDINATOR, PAGE))["credits"] == credits


@pytest.mark.postgres
async def test_a_lock_holds_up_nobody_who_names_it(postgres_server: PostgresServer, founded_postgres: str) -> None:
    url = postgres_server.copy_database(founded_postgres)
    one, other = open_database(url), open_database(url)

    def lock(connection: Connection) -> None:
        founding.lock_organisation(connection, LEAD)
        founding.lock_programme(connection, PROGRAMME)
        founding.lock_cohort(connection, RUN)
        mentorships.lock_run(connection, RUN)

    assert isinstance(one.writer, AsyncEngine)
    async with one.writer.begin() as locked:
        await locked.run_sync(lock)
        part = [Enrolment("zoe", RUN, "mentor", LEAD)]
        async with asyncio.timeout(5):
            await other.write_once(lambda connection: enrolments.add(connection, part, 1))
    await one.close()
    await other.close()
    postgres_server.drop_database(url)


# ── organisations and programmes by name ──────────────────────────────────────────────────────────────────────────────


async def test_an_organisation_is_changed_by_its_own_and_by_who_leads_a_run_with_it(office: Office) -> None:
    wanted = HOUSE | {"version": 1}
    for person in (STRANGER, NOBODY, "zvezda", KEEPER):
        assert await office.refused(person, "PUT", f"/organisations/{PARTNER}", wanted) == "not_found"
    assert (await office.put(COLLEAGUE, f"/organisations/{PARTNER}", wanted))["version"] == 2
    assert await office.refused(COLLEAGUE, "PUT", f"/organisations/{LEAD}", wanted) == "not_found"
    answer = await office.ask(COORDINATOR, "PUT", f"/organisations/{PARTNER}", wanted)
    assert (answer.json()["code"], answer.json()["now"]["version"]) == ("changed_meanwhile", 2)
    await office.put(COORDINATOR, f"/organisations/{PARTNER}", wanted | {"version": 2})
    assert [one.kind for one in await office.rows(act)] == ["organisation_changed"] * 2


async def test_a_programme_gets_another_name_by_who_leads_it(office: Office) -> None:
    wanted = {"version": 1, "names": {"en": "Rings"}}
    assert await office.refused(COLLEAGUE, "PUT", f"/programmes/{PROGRAMME}", wanted) == "not_found"
    assert (await office.put(COORDINATOR, f"/programmes/{PROGRAMME}", wanted))["names"] == {"en": "Rings"}
    assert await office.refused(COORDINATOR, "PUT", f"/programmes/{PROGRAMME}", wanted) == "changed_meanwhile"
    assert (await office.get(COORDINATOR, PAGE))["programme_names"] == {"en": "Rings"}


async def test_two_at_once_do_one_thing_once(either_office: Office) -> None:
    office = either_office
    wanted = await change(office, least_meetings=8)
    codes = await asyncio.gather(*(office.ask(COORDINATOR, "PUT", PAGE, wanted) for _ in range(4)))
    assert sorted(code.status_code for code in codes) == [200, 409, 409, 409]

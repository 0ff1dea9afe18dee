"""Mentors who may be asked again: by their own word, until a day of their own, and in only after another yes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from server.contract.programmes import NewCohort
from server.flows.founding import open_cohort
from server.matching.mentor_pool import service as pool
from server.matching.mentor_pool.tables import mentor_pool
from server.programmes.model import Enrolment
from server.programmes.service import enrol
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, LEAD, PARTNER, PROGRAMME, RUN, STRANGER, Office
from tests.flows.test_profiling import said

TODAY = date(2026, 11, 18)
UNTIL = (TODAY + timedelta(days=200)).isoformat()
MINE = "/me/mentor-pool"


@pytest.fixture
async def year(either_office: Office) -> str:
    """The next one, with the partner's coordinator in it."""
    wanted = NewCohort("c", {}, date(2027, 10, 4), date(2028, 4, 2), "Europe/Belgrade", RUN)
    page = await either_office.unit(lambda unit: open_cohort(unit, COORDINATOR, PROGRAMME, wanted))
    part = Enrolment(COLLEAGUE, page.id, "coordinator", PARTNER)
    await either_office.unit(lambda unit: enrol(unit, part))
    return page.id


async def willing(office: Office, person: str, until: str | None = UNTIL) -> Any:
    return await office.put(person, f"{MINE}/{RUN}", {"until": until})


async def seen(office: Office, year: str, reader: str = COORDINATOR) -> dict[str, Any]:
    found = (await office.get(reader, f"/cohorts/{year}/mentor-pool"))["mentors"]
    return {one["person"]["id"]: one for one in found}


async def test_a_mentor_says_until_when_and_the_next_team_sees_it(year: str, either_office: Office) -> None:
    office = either_office
    await said(office, "ines", "mentor", need="Teams.", skills=["leading"], capacity=2, for_team="Not with N.")
    assert await seen(office, year) == {}
    mine = await willing(office, "ines")
    assert [(one["cohort"], one["until"]) for one in mine["words"]] == [(RUN, UNTIL)]
    (hers,) = (await seen(office, year)).values()
    assert (hers["until"], hers["asked"], hers["organisation"]) == (UNTIL, None, LEAD)
    profile = hers["profile"]
    assert (profile["need"], profile["skills"], profile["capacity"]) == ("Teams.", ["leading"], 2)
    assert profile["for_team"] == "", "what was for the team of then"
    await willing(office, "ines", None)
    assert await seen(office, year) == {}
    assert await office.rows(mentor_pool) == []


async def test_with_one_tap_and_another_yes_they_are_in(year: str, either_office: Office) -> None:
    office = either_office
    await said(office, "ines", "mentor", need="Teams.", skills=["leading"], capacity=2)
    await willing(office, "ines")
    door = f"/cohorts/{year}/mentor-pool/ines"
    after = await office.post(COORDINATOR, door)
    assert [one["asked"] for one in after["mentors"]] == ["waiting"]
    await office.post(COORDINATOR, door)
    mails = [row for row in await office.mails() if row.template == "pool_asked"]
    assert len(mails) == 1
    assert "Teams" not in mails[0].facts
    (question,) = (await office.get("ines", MINE))["questions"]
    assert (question["cohort"], question["asked_by"]["name"]) == (year, "Vesna Njagul")
    looking = f"/me/profiles/{year}/mentor"
    assert await office.refused("ines", "GET", looking) == "not_found", "nothing is copied before the yes"

    await office.put("ines", f"{MINE}/{year}/answer", {"yes": True})
    hers = await office.get("ines", looking)
    assert (hers["profile"]["need"], hers["profile"]["capacity"], hers["version"]) == ("Teams.", 2, 2)
    assert hers["said_by"]["id"] == "ines"
    page = await office.get(COORDINATOR, f"/cohorts/{year}")
    assert ("ines", "mentor", LEAD) in {
        (one["person"]["id"], one["role"], one["organisation"]) for one in page["people"]
    }
    assert (await office.get("ines", MINE))["questions"] == []
    assert await seen(office, year) == {}
    assert await office.refused("ines", "PUT", f"{MINE}/{year}/answer", {"yes": True}) == "act_over"


async def test_a_no_is_taken_for_a_no(year: str, either_office: Office) -> None:
    office = either_office
    await willing(office, "ines")
    await office.post(COORDINATOR, f"/cohorts/{year}/mentor-pool/ines")
    await office.put("ines", f"{MINE}/{year}/answer", {"yes": False})
    assert (await seen(office, year))["ines"]["asked"] == "no"
    await office.post(COORDINATOR, f"/cohorts/{year}/mentor-pool/ines")
    assert (await office.get("ines", MINE))["questions"] == [], "nobody is asked twice"


async def test_a_word_holds_to_its_last_day_and_is_then_forgotten(year: str, either_office: Office) -> None:
    office = either_office
    await willing(office, "ines", (TODAY + timedelta(days=3)).isoformat())
    office.clock.now += 3 * DAY
    assert list(await seen(office, year)) == ["ines"]
    office.clock.now += DAY
    assert await seen(office, year) == {}
    assert await office.refused(COORDINATOR, "POST", f"/cohorts/{year}/mentor-pool/ines") == "not_found"
    assert [one["until"] for one in (await office.get("ines", MINE))["words"]] == [None]
    await office.unit(pool.tidy)
    await office.unit(pool.tidy)
    office.clock.now += DAY
    await office.unit(pool.tidy)
    assert await office.rows(mentor_pool) == []


async def test_until_is_a_day_from_today_on_within_two_years(year: str, either_office: Office) -> None:
    office = either_office
    for until in (TODAY - timedelta(days=1), TODAY + timedelta(days=733)):
        assert await office.refused("ines", "PUT", f"{MINE}/{RUN}", {"until": until.isoformat()}) == "until_invalid"
    for person in ("nika", COORDINATOR, STRANGER):
        assert await office.refused(person, "PUT", f"{MINE}/{RUN}", {"until": UNTIL}) == "not_found"
    assert await office.refused("ines", "PUT", f"{MINE}/{year}/answer", {"yes": True}) == "not_found", (
        "who was not asked"
    )


async def test_a_partner_sees_and_asks_their_own_alone(year: str, either_office: Office) -> None:
    office = either_office
    for person in ("ines", "blagica"):
        await willing(office, person)
    assert set(await seen(office, year)) == {"ines", "blagica"}
    assert set(await seen(office, year, COLLEAGUE)) == {"blagica"}
    assert await office.refused(COLLEAGUE, "POST", f"/cohorts/{year}/mentor-pool/ines") == "not_found"
    await office.post(COLLEAGUE, f"/cohorts/{year}/mentor-pool/blagica")
    for person in ("tadeja", STRANGER):
        assert await office.refused(person, "GET", f"/cohorts/{year}/mentor-pool") == "not_found"


async def test_a_word_taken_back_before_the_answer_brings_no_profile_along(year: str, either_office: Office) -> None:
    office = either_office
    await said(office, "ines", "mentor", need="Teams.")
    await willing(office, "ines")
    await office.post(COORDINATOR, f"/cohorts/{year}/mentor-pool/ines")
    await willing(office, "ines", None)
    await office.put("ines", f"{MINE}/{year}/answer", {"yes": True})
    assert (await office.get("ines", f"/me/profiles/{year}/mentor"))["version"] == 1

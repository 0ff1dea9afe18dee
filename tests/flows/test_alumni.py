"""Afterwards: consent that ends and is asked again, and who finds whom by it."""

from __future__ import annotations

from typing import Any

from server.accounts import service as accounts
from server.flows.alumni import AlumniCare
from server.programmes import store
from server.programmes.alumni.service import DAY, YEAR
from server.programmes.alumni.tables import alumna
from server.programmes.model import Enrolment
from server.programmes.tables import cohort, enrolment
from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, PROGRAMME, RUN, STRANGER, Office

PATH = f"/me/alumni/{PROGRAMME}"
WISH = {"consent": True, "found": True, "mentor_again": True, "offers": {"mk": "Мапи и портфолија"}}


async def end_the_run(office: Office) -> None:
    ended = cohort.update().where(cohort.c.id == RUN).values(state="ended")
    await office.unit(lambda unit: unit.connection.execute(ended))


def later(office: Office, milliseconds: int) -> None:
    """Everybody signs in anew: a login does not last a year."""
    office.clock.now += milliseconds
    office.tokens.clear()


async def look_after(office: Office) -> None:
    await AlumniCare(office.database, office.product.writer, lambda: office.clock.now, leaves=False).look_after()


async def found_by(office: Office, person: str) -> list[str]:
    return [one["person"]["id"] for one in (await office.get(person, "/alumni"))["people"]]


async def test_consent_comes_after_the_end_and_is_ones_own(either_office: Office) -> None:
    office = either_office
    assert await office.refused("zvezda", "PUT", PATH, WISH) == "alumni_not_yet"
    assert await office.get("zvezda", "/me/alumni") == {"programmes": []}
    await end_the_run(office)
    (before,) = (await office.get("zvezda", "/me/alumni"))["programmes"]
    assert (before["consent"], before["expires_at"], before["offers"]) == (False, None, {})
    made = await office.put("zvezda", PATH, WISH)
    assert made["expires_at"] == office.clock.now + YEAR
    assert (await office.get("zvezda", "/me/alumni"))["programmes"] == [made]
    for person in (NOBODY, STRANGER):
        assert await office.refused(person, "PUT", PATH, WISH) == "not_found"
    assert await office.refused("nika", "PUT", "/me/alumni/nowhere", WISH) == "not_found"


async def test_who_was_there_in_former_years_may_agree_at_once(office: Office) -> None:
    await office.unit(lambda unit: store.add_enrolment(unit.connection, Enrolment("nika", RUN, "alumna"), unit.now))
    assert (await office.put("nika", PATH, WISH))["consent"]


async def test_alumni_and_the_team_find_who_wants_to_be_found(either_office: Office) -> None:
    office = either_office
    await end_the_run(office)
    await office.put("zvezda", PATH, WISH)
    await office.put("nika", PATH, {"consent": True})
    for person in ("zvezda", "nika", COORDINATOR, COLLEAGUE):
        assert await found_by(office, person) == ["zvezda"], person
    for person in ("ines", "aida", STRANGER, NOBODY):
        assert await found_by(office, person) == [], "who did not agree themselves finds nobody"
    (found,) = (await office.get("nika", "/alumni"))["people"]
    assert (found["offers"], found["mentor_again"]) == (WISH["offers"], True)
    assert "email" not in repr(found)
    await office.unit(lambda unit: accounts.disable(unit, "zvezda"))
    assert await found_by(office, "nika") == []


async def test_what_is_taken_back_is_gone_at_once(office: Office) -> None:
    await end_the_run(office)
    await office.put("zvezda", PATH, WISH)
    for _ in range(2):
        assert not (await office.put("zvezda", PATH, {"consent": False}))["consent"]
    assert await found_by(office, COORDINATOR) == []
    assert await office.rows(alumna) == []


async def test_it_can_be_taken_back_by_who_takes_no_part_any_more(office: Office) -> None:
    await end_the_run(office)
    await office.put("zvezda", PATH, WISH)
    gone = enrolment.delete().where(enrolment.c.person == "zvezda")
    await office.unit(lambda unit: unit.connection.execute(gone))
    (mine,) = (await office.get("zvezda", "/me/alumni"))["programmes"]
    assert mine["consent"]
    assert await office.refused("zvezda", "PUT", PATH, WISH) == "alumni_not_yet"
    await office.put("zvezda", PATH, {"consent": False})
    assert await office.rows(alumna) == []


async def test_it_ends_after_a_year_and_is_asked_about_once_before(office: Office) -> None:
    await end_the_run(office)
    await office.put("zvezda", PATH, WISH)
    later(office, YEAR - 30 * DAY - 1)
    await look_after(office)
    assert await office.mails() == []
    later(office, 1)
    for _ in range(2):
        await look_after(office)
    (mail,) = await office.mails()
    assert (mail.template, mail.person) == ("alumni", "zvezda")
    (mine,) = (await office.get("zvezda", "/me/alumni"))["programmes"]
    assert mine["asked"]
    assert await found_by(office, COORDINATOR) == ["zvezda"]
    later(office, 30 * DAY)
    assert await found_by(office, COORDINATOR) == [], "before anybody has tidied up"
    await look_after(office)
    assert await office.rows(alumna) == []


async def test_who_says_it_again_is_asked_a_year_later(office: Office) -> None:
    await end_the_run(office)
    await office.put("zvezda", PATH, WISH)
    later(office, YEAR - DAY)
    await look_after(office)
    again = await office.put("zvezda", PATH, WISH)
    assert (again["asked"], again["expires_at"]) == (False, office.clock.now + YEAR)
    later(office, YEAR - DAY)
    await look_after(office)
    assert len(await office.mails()) == 2


async def test_nobody_is_asked_at_night(office: Office) -> None:
    await end_the_run(office)
    await office.put("zvezda", PATH, WISH)
    later(office, YEAR - 29 * DAY + 11 * 3_600_000)
    await look_after(office)
    assert await office.mails() == []
    later(office, 10 * 3_600_000)
    await look_after(office)
    assert len(await office.mails()) == 1


async def test_offers_have_a_bound(office: Office) -> None:
    await end_the_run(office)
    wrong: tuple[tuple[dict[str, Any], str], ...] = (
        ({"en": "x" * 501}, "text_too_long"),
        ({"en": "a\0"}, "text_not_allowed"),
        ({"<i>": "x"}, "language_unknown"),
    )
    for offers, code in wrong:
        assert await office.refused("nika", "PUT", PATH, WISH | {"offers": offers}) == code
    assert (await office.put("nika", PATH, WISH | {"offers": {"en": "  "}}))["offers"] == {}

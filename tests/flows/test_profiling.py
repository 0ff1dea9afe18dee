"""What people look for and can give: who says it, who reads it, and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from server.contract.programmes import NewCohort
from server.flows.forgetting import forget_signals
from server.flows.founding import open_cohort
from server.matching.profiles.tables import matching_profile
from tests.flows.office import COLLEAGUE, COORDINATOR, PROGRAMME, RUN, STRANGER, Office

MINE = f"/me/profiles/{RUN}"
TEAM = f"/cohorts/{RUN}/profiles"
TERMS = f"/cohorts/{RUN}/terms"
NEED = {
    "need": "I want to be able to say what a tour costs.",
    "goals": "A tour next spring.",
    "skills": ["budgets", "producing-abroad"],
    "back": ["digital"],
    "disciplines": ["theatre"],
    "traits": ["small-place"],
    "requires": ["freelance"],
    "languages": {"sl": 6, "en": 4},
    "country": "SI",
    "for_team": "Not with somebody of our own theatre.",
}


async def said(office: Office, person: str, role: str = "mentee", **profile: Any) -> Any:
    before = await office.get(person, f"{MINE}/{role}")
    return await office.put(person, f"{MINE}/{role}", {"version": before["version"], "profile": profile})


async def row(office: Office, reader: str, person: str) -> dict[str, Any]:
    rows = (await office.get(reader, TEAM))["profiles"]
    return next(one for one in rows if one["person"]["id"] == person)


async def test_what_was_said_comes_back_and_the_team_reads_it(either_office: Office) -> None:
    office = either_office
    before = await office.get("nika", f"{MINE}/mentee")
    assert (before["version"], before["said_by"], before["open"]) == (1, None, True)
    assert before["missing"] == ["need", "skills", "languages", "country"]
    after = await said(office, "nika", **NEED)
    assert (after["version"], after["said_by"]["name"], after["missing"]) == (2, "Nika Šircelj", [])
    assert NEED.items() <= after["profile"].items()
    assert (await office.get("nika", f"{MINE}/mentee")) == after
    seen = await row(office, COORDINATOR, "nika")
    assert seen["profile"] == after["profile"]
    assert (seen["organisation"], seen["hours"], seen["said_at"]) == ("bank", False, office.clock.now)


async def test_everybody_has_a_row_whether_they_said_anything_or_not(office: Office) -> None:
    await said(office, "nika", **NEED)
    found = (await office.get(COORDINATOR, TEAM))["profiles"]
    assert [one["person"]["id"] for one in found if one["role"] == "mentee"] == ["djordje", "nika", "xhemile", "zvezda"]
    assert len(found) == 8
    theirs = (await office.get(COLLEAGUE, TEAM))["profiles"]
    assert {one["person"]["id"] for one in theirs} == {"blagica", "goran", "zvezda", "xhemile"}, "a partner's own"


async def test_nobody_else_knows_that_there_is_anything(office: Office) -> None:
    await said(office, "nika", **NEED)
    for person in ("tadeja", "djordje", "aida", STRANGER):
        assert await office.refused(person, "GET", TEAM) == "not_found"
        assert await office.refused(person, "PUT", f"{TEAM}/mentee/nika", {"version": 2, "profile": {}}) == "not_found"
    for role in ("mentor", "coordinator", "none"):
        assert await office.refused("nika", "GET", f"{MINE}/{role}") == "not_found"
    assert await office.refused(COLLEAGUE, "PUT", f"{TEAM}/mentee/nika", {"version": 2, "profile": {}}) == "not_found"
    assert await office.refused(COORDINATOR, "GET", f"{MINE}/coordinator") == "not_found"


async def test_of_two_who_write_at_once_the_second_looks_again(office: Office) -> None:
    await said(office, "nika", **NEED)
    late = {"version": 1, "profile": {"need": "Something else."}}
    assert await office.refused("nika", "PUT", f"{MINE}/mentee", late) == "changed_meanwhile"
    assert await office.refused(COORDINATOR, "PUT", f"{TEAM}/mentee/nika", late) == "changed_meanwhile"
    assert (await office.get("nika", f"{MINE}/mentee"))["profile"]["need"] == NEED["need"]


async def test_the_team_writes_it_for_who_told_it_and_they_hear_of_it(office: Office) -> None:
    told = {"version": 1, "profile": NEED, "excludes": ["ines"], "ranking": [["tadeja"], ["blagica", "goran"]]}
    written = await office.put(COORDINATOR, f"{TEAM}/mentee/nika", told)
    assert (written["said_by"]["name"], written["version"]) == ("Vesna Njagul", 2)
    assert written["ranking"] == [["tadeja"], ["blagica", "goran"]]
    assert "programme_changed" in await office.told("nika")
    hers = await office.get("nika", f"{MINE}/mentee")
    assert hers["said_by"] == {"id": COORDINATOR, "name": "Vesna Njagul"}
    assert hers["excludes"] == [{"id": "ines", "name": "Ines Žužić"}]
    assert [[one["name"] for one in equals] for equals in hers["ranking"]] == [
        ["Tadeja Žgajnar"],
        ["Благица Ѓурчинова", "Горан Џиков"],
    ]
    # What she says anew leaves whom the team wrote down as they are.
    assert (await said(office, "nika", **NEED))["ranking"] == hers["ranking"]


async def test_only_people_of_the_other_side_whom_one_sees_can_be_named(office: Office) -> None:
    for who, path, named in (
        (COORDINATOR, "mentee/nika", "djordje"),
        (COORDINATOR, "mentee/nika", STRANGER),
        (COLLEAGUE, "mentee/zvezda", "ines"),
    ):
        told = {"version": 1, "profile": {}, "excludes": [named]}
        assert await office.refused(who, "PUT", f"{TEAM}/{path}", told) == "not_enrolled"
    await office.put(COORDINATOR, f"{TEAM}/mentee/zvezda", {"version": 1, "profile": {}, "excludes": ["ines"]})
    kept = {"version": 2, "profile": {}, "excludes": ["ines", "goran"]}
    await office.put(COLLEAGUE, f"{TEAM}/mentee/zvezda", kept)


async def test_a_person_takes_an_exclusion_back_and_adds_none(office: Office) -> None:
    await office.put(COORDINATOR, f"{TEAM}/mentee/nika", {"version": 1, "profile": {}, "excludes": ["ines", "goran"]})
    wanted = {"version": 2, "profile": {}, "excludes": ["goran", "tadeja"]}
    assert await office.refused("nika", "PUT", f"{MINE}/mentee", wanted) == "person_not_found"
    await office.put("nika", f"{MINE}/mentee", wanted | {"excludes": ["goran"]})
    assert [one["id"] for one in (await row(office, COORDINATOR, "nika"))["excludes"]] == ["goran"]


async def test_what_can_not_be_stored_is_refused_in_words(office: Office) -> None:
    for profile, code in (
        ({"need": "x" * 2_001}, "text_too_long"),
        ({"for_team": "x" * 1_001}, "text_too_long"),
        ({"goals": "a\u202eb"}, "text_not_allowed"),
        ({"country": "XX"}, "country_unknown"),
        ({"skills": ["theatre"]}, "term_unknown"),
        ({"requires": ["budgets"]}, "term_unknown"),
        ({"languages": {"???": 3}}, "language_unknown"),
    ):
        wanted = {"version": 1, "profile": profile}
        assert await office.refused("nika", "PUT", f"{MINE}/mentee", wanted) == code, profile
    assert await office.rows(matching_profile) == []


async def test_a_mentor_takes_several_and_a_mentee_none(office: Office) -> None:
    assert (await said(office, "ines", "mentor", capacity=4))["profile"]["capacity"] == 4
    assert (await said(office, "nika", capacity=4))["profile"]["capacity"] == 1


async def test_whoever_takes_part_no_more_has_no_profile_and_is_named_by_nobody(office: Office) -> None:
    await said(office, "nika", **NEED)
    named = {"version": 1, "profile": {}, "excludes": ["nika"], "ranking": [["nika"], ["djordje"]]}
    await office.put(COORDINATOR, f"{TEAM}/mentor/ines", named)
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/nika/mentee")
    assert [one.person for one in await office.rows(matching_profile)] == ["ines"]
    left = await row(office, COORDINATOR, "ines")
    assert (left["excludes"], left["ranking"], left["version"]) == ([], [["djordje"]], 3)


async def test_what_was_told_the_team_goes_with_the_run(office: Office) -> None:
    await said(office, "nika", **NEED)
    await office.unit(lambda unit: forget_signals(unit, RUN))
    assert await office.rows(matching_profile) == []


# ── terms ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_run_begins_with_the_usual_lists_and_makes_its_own(either_office: Office) -> None:
    office = either_office
    usual = await office.get("nika", TERMS)
    assert (usual["version"], usual["mine"]) == (1, False)
    assert (await office.get(COORDINATOR, TERMS))["mine"]
    clay = {"key": "clay", "kind": "discipline", "names": {"sr-Cyrl": "Керамика", "mk": " Керамика "}}
    kept = [one for one in usual["terms"] if one["key"] != "budgets"]
    changed = await office.put(COORDINATOR, TERMS, {"version": 1, "terms": [*kept, clay]})
    assert changed["version"] == 2
    assert changed["terms"][-1]["names"] == {"sr-Cyrl": "Керамика", "mk": "Керамика", "sr-Latn": "Keramika"}
    assert (await office.get("nika", TERMS))["terms"] == changed["terms"]
    late = {"version": 1, "terms": []}
    assert await office.refused(COORDINATOR, "PUT", TERMS, late) == "changed_meanwhile"
    assert await office.refused(COLLEAGUE, "PUT", TERMS, {"version": 2, "terms": []}) == "not_found"
    nameless = {"version": 2, "terms": [clay | {"names": {"en": " "}}]}
    assert await office.refused(COORDINATOR, "PUT", TERMS, nameless) == "names_invalid"


async def test_what_leaves_the_list_is_chosen_by_nobody(office: Office) -> None:
    await said(office, "nika", **NEED)
    await said(office, "djordje", skills=["leading"])
    usual = (await office.get(COORDINATOR, TERMS))["terms"]
    await office.put(
        COORDINATOR, TERMS, {"version": 1, "terms": [one for one in usual if one["key"] not in ("budgets", "digital")]}
    )
    hers = await office.get("nika", f"{MINE}/mentee")
    assert (hers["profile"]["skills"], hers["profile"]["back"], hers["version"]) == (["producing-abroad"], [], 3)
    assert (await office.get("djordje", f"{MINE}/mentee"))["version"] == 2, "who had not chosen it"


async def test_next_year_begins_with_the_lists_of_this_one(office: Office) -> None:
    clay = {"key": "clay", "kind": "discipline", "names": {"en": "Ceramics"}}
    await office.put(COORDINATOR, TERMS, {"version": 1, "terms": [clay]})
    wanted = NewCohort("c", {}, date(2027, 10, 4), date(2028, 4, 2), "Europe/Belgrade", RUN)
    page = await office.unit(lambda unit: open_cohort(unit, COORDINATOR, PROGRAMME, wanted))
    assert [one["key"] for one in (await office.get(COORDINATOR, f"/cohorts/{page.id}/terms"))["terms"]] == ["clay"]

"""Support of mentees on five levels: written by who looks after them, read by them, and wished for by one tap."""

from __future__ import annotations

from typing import Any

from server.programmes.support.tables import support
from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, RUN, STRANGER, Office

SUPPORT = f"/cohorts/{RUN}/support"


def given(office: Office, person: str = "nika", **fields: Any) -> dict[str, Any]:
    body = {"command_id": office.id(), "person": person, "level": "education", "day": "2026-11-10"}
    return body | {"words": "Radionica o predlozima."} | fields


async def of(office: Office, viewer: str) -> dict[str, Any]:
    return {one["person"]["id"]: one for one in (await office.get(viewer, SUPPORT))["mentees"]}


async def test_what_was_done_for_a_mentee_is_read_by_them_too(either_office: Office) -> None:
    office = either_office
    body = given(office, words="  Radionica  o predlozima. ")
    one = await office.post(COORDINATOR, SUPPORT, body)
    assert (one["words"], one["by"]["id"]) == ("Radionica o predlozima.", COORDINATOR)
    assert await office.post(COORDINATOR, SUPPORT, body) == one, "once, however often it is sent"
    later = await office.post(COORDINATOR, SUPPORT, given(office, level="promotion", day="2026-11-18"))
    (run,) = (await office.get("nika", "/me/support"))["runs"]
    assert run == {"cohort": RUN, "given": [later, one], "wishes": []}
    assert (await of(office, COORDINATOR))["nika"]["given"] == [later, one]
    assert await office.told("nika") == ["programme_changed"] * 2
    await office.done(COORDINATOR, "DELETE", f"{SUPPORT}/{one['id']}")
    assert (await office.get("nika", "/me/support"))["runs"][0]["given"] == [later]
    assert len(await office.rows(support)) == 1
    assert await office.refused(COORDINATOR, "POST", SUPPORT, body) == "not_found", "it was taken back meanwhile"


async def test_a_partner_writes_and_reads_of_its_own_mentees_alone(office: Office) -> None:
    one = await office.post(COLLEAGUE, SUPPORT, given(office, "zvezda"))
    assert set(await of(office, COLLEAGUE)) == {"zvezda", "xhemile"}
    assert set(await of(office, COORDINATOR)) == {"nika", "djordje", "zvezda", "xhemile"}
    assert await office.refused(COLLEAGUE, "POST", SUPPORT, given(office, "nika")) == "not_found"
    hers = await office.post(COORDINATOR, SUPPORT, given(office))
    assert await office.refused(COLLEAGUE, "DELETE", f"{SUPPORT}/{hers['id']}") == "not_found"
    for other in (STRANGER, NOBODY, "zvezda", "blagica", "aida"):
        assert await office.refused(other, "POST", SUPPORT, given(office, "zvezda")) == "not_found"
        assert await office.refused(other, "GET", SUPPORT) == "not_found"
        assert await office.refused(other, "DELETE", f"{SUPPORT}/{one['id']}") == "not_found"
    assert await office.refused(COORDINATOR, "DELETE", f"/cohorts/attic-2026/support/{one['id']}") == "not_found"


async def test_what_cannot_be_written_down(office: Office) -> None:
    wrong = {
        "not_enrolled": {"person": "ines"},
        "day_invalid": {"day": "2026-11-19"},
        "text_empty": {"words": " "},
        "text_too_long": {"words": "a" * 301},
        "text_not_allowed": {"words": "a\u202eb"},
    }
    for code, fields in wrong.items():
        assert await office.refused(COORDINATOR, "POST", SUPPORT, given(office) | fields) == code
    assert await office.refused(COORDINATOR, "POST", SUPPORT, given(office, day="2026-10-04")) == "day_invalid"
    assert await office.rows(support) == []


async def test_a_mentee_asks_for_what_is_missing(either_office: Office) -> None:
    office = either_office
    body = {"cohort": RUN, "level": "promotion", "wished": True}
    await office.post("zvezda", "/me/support/wish", body)
    run = await office.post("zvezda", "/me/support/wish", body | {"level": "mentoring"})
    assert run["wishes"] == ["mentoring", "promotion"]
    assert await office.post("zvezda", "/me/support/wish", body) == run, "wished once, however often"
    await office.post("nika", "/me/support/wish", body)
    needs = (await office.get(COLLEAGUE, f"/cohorts/{RUN}/overview"))["needs"]
    assert [(one["people"][0]["id"], one["level"]) for one in needs if one["kind"] == "wish"] == [
        ("zvezda", "mentoring"),
        ("zvezda", "promotion"),
    ], "its own mentees alone"
    assert (await of(office, COORDINATOR))["zvezda"]["wishes"] == ["mentoring", "promotion"]
    await office.post(COLLEAGUE, SUPPORT, given(office, "zvezda", level="promotion"))
    assert (await office.get("zvezda", "/me/support"))["runs"][0]["wishes"] == ["mentoring"], "fulfilled"
    await office.post("zvezda", "/me/support/wish", body | {"level": "mentoring", "wished": False})
    assert (await office.get("zvezda", f"/cohorts/{RUN}/seen"))["wishes"] == []
    assert await office.refused("ines", "POST", "/me/support/wish", body) == "not_enrolled"
    assert await office.refused(STRANGER, "POST", "/me/support/wish", body) == "not_found"
    assert (await office.get("ines", "/me/support"))["runs"] == []

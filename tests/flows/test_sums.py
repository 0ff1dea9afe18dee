"""What a run came to: for the lead, for a partner, for each person themself, and as a file."""

from __future__ import annotations

import csv
import io
from typing import Any

from server.programmes.meetings.tables import held_meeting, held_meeting_person
from tests.flows.office import COLLEAGUE, COORDINATOR, LEAD, NOBODY, PARTNER, RUN, STRANGER, Office
from tests.flows.test_gatherings import at, plan, planned
from tests.flows.test_meetings import record
from tests.flows.test_pairing import pair

SUMS = f"/cohorts/{RUN}/sums"
CAME = ("ines", "nika", "djordje", "goran", "zvezda")


async def year(office: Office) -> None:
    """A pair met twice, and a workshop in a place was held."""
    room = (await pair(office, "nika+blagica"))["room"]
    await record(office, "nika", room, "2026-11-03", 60)
    await record(office, "blagica", room, "2026-11-17", 45)
    (one, _) = await plan(
        office,
        planned("workshop", "all", "2026-11-24", place="address", address="Trg 1"),
        planned("workshop", "all", "2026-11-25"),
    )
    office.clock.now = at("2026-11-26")
    people = [{"person": each, "came": True} for each in CAME]
    await office.put(COORDINATOR, f"/gatherings/{one['id']}/attendance", {"people": people, "minutes": 100})


def groups(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(one["of"], one["people"], one["meetings"], one["gatherings"], one["minutes"]) for one in rows]


async def test_who_leads_sees_all_of_it(either_office: Office) -> None:
    office = either_office
    await year(office)
    sums = await office.get(COORDINATOR, SUMS)
    assert [(one["kind"], one["count"], one["minutes"], one["in_person"], one["people"]) for one in sums["held"]] == [
        ("meeting", 2, 105, 0, 4),
        ("workshop", 1, 100, 1, 5),
    ]
    assert groups(sums["organisations"]) == [([LEAD], 3, 2, 1, 205), ([PARTNER], 3, 2, 1, 205)]
    assert groups(sums["countries"]) == [(["MK"], 3, 2, 1, 205), (["RS"], 3, 2, 1, 205)]
    assert (sums["unconfirmed"], sums["least_meetings"], sums["least_gatherings"]) == (1, 6, 4)
    assert [(one["met"], one["minutes"]) for one in sums["pairs"]] == [(2, 105)]
    assert {one["person"]["id"] for one in sums["people"] if one["came"] == 1} == set(CAME)
    assert len(sums["people"]) == 8


async def test_a_partner_sees_their_own_and_of_others_no_group_below_five(office: Office) -> None:
    await year(office)
    sums = await office.get(COLLEAGUE, SUMS)
    assert [(one["kind"], one["count"], one["people"]) for one in sums["held"]] == [
        ("meeting", 2, 2),
        ("workshop", 1, 2),
    ]
    assert groups(sums["organisations"]) == [([PARTNER], 3, 2, 1, 205)]
    assert sums["countries"] == [], "three others are too few to be nobody in particular"
    assert {one["person"]["id"] for one in sums["people"]} == {"blagica", "goran", "zvezda", "xhemile"}
    assert LEAD not in str(await office.get(COLLEAGUE, SUMS))
    for person in ("nika", "aida", STRANGER, NOBODY):
        assert await office.refused(person, "GET", SUMS) == "not_found"
        assert await office.refused(person, "GET", f"{SUMS}.csv") == "not_found"


async def test_everybody_sees_their_own_count(office: Office) -> None:
    await year(office)
    for person, came in (("nika", 1), ("tadeja", 0)):
        seen = await office.get(person, f"/cohorts/{RUN}/seen")
        assert (seen["came"], seen["least_meetings"], seen["least_gatherings"]) == (came, 6, 4)


async def test_the_file_is_read_by_programs_of_tables(office: Office) -> None:
    await office.unit(lambda unit: rename_bank(unit.connection))
    await year(office)
    answer = await office.ask(COORDINATOR, "GET", f"{SUMS}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.content.startswith(b"\xef\xbb\xbf")
    header, *lines = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert header == ["Dan", "Šta", "Minuta", "Gde", "Zemlja", "Organizacija", "Ukupno pozvano", "Došlo", "Potvrda"]
    assert lines[0] == ["2026-11-03", "Susret", "60", "na daljinu", "RS", "'=HYPERLINK(1)", "2", "1", ""]
    assert lines[-1][:6] == ["2026-11-24", "Radionica", "100", "uživo", "MK", "Здружение Јужен прозорец"]
    assert lines[-1][6:] == ["11", "2", "Vesna Njagul"]
    theirs = (await office.ask(COLLEAGUE, "GET", f"{SUMS}.csv")).content.decode("utf-8-sig")
    assert "HYPERLINK" not in theirs
    assert theirs.count("\r\n") == 4


def rename_bank(connection: Any) -> None:
    connection.exec_driver_sql("UPDATE organisation SET names = '{\"en\": \"=HYPERLINK(1)\"}' WHERE id = 'bank'")


async def test_where_people_came_from_that_day_stays(office: Office) -> None:
    await year(office)
    (first, second) = await office.rows(held_meeting)
    assert {first.confirmed_by, second.confirmed_by} == {"nika", "blagica"}
    await office.unit(lambda unit: unit.connection.exec_driver_sql("UPDATE enrolment SET organisation_id = NULL"))
    assert {(row.person, row.organisation_id, row.country) for row in await office.rows(held_meeting_person)} == {
        ("nika", LEAD, "RS"),
        ("blagica", PARTNER, "MK"),
    }

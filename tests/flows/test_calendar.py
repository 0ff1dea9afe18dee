"""The dates of a run: who plans and who sees them."""

from __future__ import annotations

from typing import Any

from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, RUN, STRANGER, Office

PATH = f"/cohorts/{RUN}/calendar"


def planned(kind: str, whom: str, day: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "whom": whom, "day": day} | more


async def mine(office: Office, person: str) -> list[str]:
    return [f"{one['day']} {one['kind']}" for one in (await office.get(person, "/me/calendar"))["dates"]]


async def test_who_leads_plans_and_each_sees_their_own_from_today_on(either_office: Office) -> None:
    office = either_office
    assert await office.get(COORDINATOR, PATH) == {"zone": "Europe/Belgrade", "version": 1, "dates": [], "days_off": []}
    dates = [
        planned("closing", "all", "2027-04-04", names={"mk": "  Последна  средба "}),
        planned("consultation", "mentors", "2026-11-23", time="18:00"),
        planned("consultation", "mentees", "2026-11-24"),
        planned("workshop", "staff", "2026-11-18"),
        planned("kick_off", "all", "2026-10-05"),
    ]
    kept = await office.put(COORDINATOR, PATH, {"version": 1, "dates": dates})
    assert kept["version"] == 2
    assert [one["kind"] for one in kept["dates"]] == ["kick_off", "workshop", *["consultation"] * 2, "closing"]
    assert kept["dates"][-1]["names"] == {"mk": "Последна средба"}
    assert await office.get(COLLEAGUE, PATH) == kept
    assert await mine(office, "nika") == ["2026-11-24 consultation", "2027-04-04 closing"]
    assert await mine(office, "ines") == ["2026-11-23 consultation", "2027-04-04 closing"]
    assert (await mine(office, "aida"))[0] == "2026-11-18 workshop"
    assert await mine(office, NOBODY) == []
    (next_one, _) = (await office.get("ines", "/me/calendar"))["dates"]
    assert next_one["at"] == 1_795_453_200_000
    office.clock.now += 6 * 24 * 3_600_000
    assert await mine(office, "ines") == ["2027-04-04 closing"]


async def test_two_who_plan_at_once_lose_nothing(office: Office) -> None:
    one = {"version": 1, "dates": [planned("workshop", "all", "2026-12-01")]}
    await office.put(COORDINATOR, PATH, one)
    assert await office.refused(COORDINATOR, "PUT", PATH, one) == "changed_meanwhile"
    await office.put(COORDINATOR, PATH, {"version": 2, "dates": []})
    assert (await office.get(COORDINATOR, PATH))["version"] == 3


async def test_a_proposal_is_stored_by_nobody(office: Office) -> None:
    proposed = await office.get(COLLEAGUE, f"{PATH}/proposal")
    assert len(proposed["dates"]) > 8
    assert (await office.get(COORDINATOR, PATH))["dates"] == []
    await office.put(COORDINATOR, PATH, {"version": proposed["version"], "dates": proposed["dates"]})


async def test_nobody_else_sees_or_plans(office: Office) -> None:
    for person in ("nika", "ines", "aida", STRANGER, NOBODY):
        for method, path in (("GET", PATH), ("GET", f"{PATH}/proposal"), ("PUT", PATH)):
            body = {"version": 1, "dates": []} if method == "PUT" else None
            assert await office.refused(person, method, path, body) == "not_found"
    assert await office.refused(COLLEAGUE, "PUT", PATH, {"version": 1, "dates": []}) == "not_found"
    for wrong in (planned("party", "all", "2026-12-01"), planned("workshop", "all", "2026-12-01", time="25:00")):
        assert await office.refused(COORDINATOR, "PUT", PATH, {"version": 1, "dates": [wrong]}) == "bad_request"

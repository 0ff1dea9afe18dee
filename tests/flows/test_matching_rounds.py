"""Rounds over the wire: made, set, chosen by hand, worked on outside of the process, released."""

from __future__ import annotations

import asyncio
from typing import Any

from tests.flows.office import COORDINATOR, RUN, Office

ROUNDS = f"/cohorts/{RUN}/rounds"
WORKS = ("waiting", "running")


PEOPLE: dict[str, dict[str, Any]] = {
    "djordje": {"role": "mentee", "skills": ["budgets", "digital"], "languages": {"sr": 6, "en": 4}, "country": "RS"},
    "nika": {"role": "mentee", "skills": ["producing-abroad"], "languages": {"sl": 6, "en": 4}, "country": "SI"},
    "zvezda": {"role": "mentee", "skills": ["budgets"], "languages": {"mk": 6, "en": 4}, "country": "MK"},
    "xhemile": {"role": "mentee", "skills": ["digital"], "languages": {"sq": 6, "en": 5}, "country": "MK"},
    "tadeja": {"role": "mentor", "skills": ["budgets"], "languages": {"sl": 6, "en": 5}, "country": "SI"},
    "ines": {"role": "mentor", "skills": ["digital"], "languages": {"hr": 6, "en": 4}, "country": "HR"},
    "blagica": {"role": "mentor", "skills": ["digital", "budgets"], "languages": {"mk": 6, "en": 5}, "country": "MK"},
    "goran": {"role": "mentor", "skills": ["producing-abroad"], "languages": {"mk": 6, "en": 4}, "country": "MK"},
}
EASY = {"language_level": 3, "overlap_minutes": 0, "conflict_of_interest": False}


async def tell(office: Office, *people: str, **more: Any) -> None:
    """What these people say of themselves."""
    for person in people or PEOPLE:
        said = dict(PEOPLE[person]) | more
        role = said.pop("role")
        where = f"/me/profiles/{RUN}/{role}"
        before = await office.get(person, where)
        need = {"need": f"The need of {person}.", "goals": "Goals."} if role == "mentee" else {}
        await office.put(person, where, {"version": before["version"], "profile": need | said})


async def begin(office: Office, **settings: Any) -> Any:
    wanted = {"command_id": office.id(), "settings": {"rules": EASY, **settings}}
    return await office.post(COORDINATOR, ROUNDS, wanted)


async def worked(office: Office, one: Any) -> Any:
    """Ordered, and waited for."""
    await office.post(COORDINATOR, f"/rounds/{one['id']}/work", {"version": one["version"]})
    return await ended(office, one["id"])


async def ended(office: Office, id: str) -> Any:
    async with asyncio.timeout(50):
        while (now := await office.get(COORDINATOR, f"/rounds/{id}"))["work"]["state"] in WORKS:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    return now


async def test_a_round_is_made_worked_on_and_answered(either_office: Office) -> None:
    office = either_office
    await tell(office)
    made = await begin(office)
    assert (made["state"], made["work"]["state"], made["result"], made["lead"]) == ("open", "none", None, True)
    assert (made["mentees"], made["mentors"], made["silent"]) == (4, 4, [])
    assert await office.refused(COORDINATOR, "POST", ROUNDS, {"command_id": office.id()}) == "round_open"
    done = await worked(office, made)
    assert done["work"]["state"] == "done", done["work"]
    result = done["result"]
    assert (result["run"], result["proved"], len(result["pairs"]), done["stale"]) == (1, True, 4, False)
    assert result["measures"]["matched"] == 4
    needs = await office.get(COORDINATOR, f"/rounds/{made['id']}/needs")
    assert (needs["of"], needs["left"], len(needs["needs"])) == (4, 0, 4)
    first = result["pairs"][0]
    pair = await office.get(COORDINATOR, f"/rounds/{made['id']}/pairs/{first['mentee']['id']}/{first['mentor']['id']}")
    assert (pair["state"], pair["score"]) == ("round", first["score"])

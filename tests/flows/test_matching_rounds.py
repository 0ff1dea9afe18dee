"""Rounds over the wire: made, set, chosen by hand, worked on outside of the process, released."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.flows.office import COLLEAGUE, COORDINATOR, RUN, STRANGER, Office

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
    assert (await office.get(COORDINATOR, f"/rounds/{made['id']}/work"))["run"] == 1
    assert result["measures"]["matched"] == 4
    needs = await office.get(COORDINATOR, f"/rounds/{made['id']}/needs")
    assert (needs["of"], needs["left"], len(needs["needs"])) == (4, 0, 4)
    first = result["pairs"][0]
    pair = await office.get(COORDINATOR, f"/rounds/{made['id']}/pairs/{first['mentee']['id']}/{first['mentor']['id']}")
    assert (pair["state"], pair["score"]) == ("round", first["score"])


def pairs_of(one: Any) -> dict[str, str]:
    return {pair["mentee"]["id"]: pair["mentor"]["id"] for pair in one["result"]["pairs"]}


def pair(mentee: str, mentor: str) -> dict[str, str]:
    return {"mentee": mentee, "mentor": mentor}


async def lock(office: Office, one: Any, person: str = COORDINATOR, **locks: Any) -> Any:
    wanted = {name: [pair(*each) for each in pairs] for name, pairs in locks.items()}
    return await office.put(person, f"/rounds/{one['id']}/locks", {"version": one["version"], **wanted})


async def told_no(office: Office, one: Any, person: str = COORDINATOR, **locks: Any) -> tuple[str, Any]:
    """The code, and the place that it names."""
    wanted = {name: [pair(*each) for each in pairs] for name, pairs in locks.items()}
    body = {"version": one["version"], **wanted}
    answer = (await office.ask(person, "PUT", f"/rounds/{one['id']}/locks", body)).json()
    return answer["code"], answer.get("place")


# ── people, locks and choices ─────────────────────────────────────────────────────────────────────────────────────────


async def test_who_told_nothing_is_named_and_not_in_it(office: Office) -> None:
    await tell(office, "nika", "tadeja", "goran")
    made = await begin(office)
    assert (made["mentees"], made["mentors"]) == (1, 2)
    assert [one["id"] for one in made["silent"]] == ["blagica", "djordje", "ines", "xhemile", "zvezda"]


async def test_a_round_without_people_says_so(office: Office) -> None:
    made = await begin(office)
    done = await worked(office, made)
    assert (done["work"]["state"], done["work"]["fault"]) == ("failed", "nobody")
    assert await office.refused(COORDINATOR, "GET", f"/rounds/{made['id']}/needs") == "round_empty"


async def test_a_choice_by_hand_stands_and_the_rest_is_filled(office: Office) -> None:
    await tell(office)
    made = await begin(office)
    best = pairs_of(await worked(office, made))
    other = next(mentor for mentor in ("tadeja", "ines", "blagica", "goran") if mentor != best["nika"])
    locked = await lock(office, made, chosen=[("nika", other)])
    assert [(one["mentee"]["id"], one["mentor"]["id"]) for one in locked["chosen"]] == [("nika", other)]
    assert locked["stale"], "the answer is of before the choice"
    needs = (await office.get(COORDINATOR, f"/rounds/{made['id']}/needs"))["needs"]
    row = next(one for one in needs if one["mentee"]["id"] == "nika")
    assert (row["mentor"]["id"], row["how"], row["possible"][0]["mentor"]["id"]) == (other, "hand", other)
    assert (row["need"], row["goals"], row["skills"]) == ("The need of nika.", "Goals.", ["producing-abroad"])
    for one in needs:
        mentors = [each["mentor"]["id"] for each in one["possible"] if each["seats"]]
        assert other not in mentors, "the seat is nobody else's to choose"
    done = await worked(office, locked)
    assert pairs_of(done)["nika"] == other
    assert next(one["how"] for one in done["result"]["pairs"] if one["mentee"]["id"] == "nika") == "hand"
    assert (len(done["result"]["pairs"]), done["stale"]) == (4, False)


async def test_a_forbidden_pair_is_told_why_it_is_not_and_what_it_would_cost(office: Office) -> None:
    await tell(office)
    made = await begin(office)
    first = await worked(office, made)
    mentor = pairs_of(first)["nika"]
    page = await office.get(COORDINATOR, f"/rounds/{made['id']}/pairs/nika/{mentor}")
    assert (page["state"], page["why_not"], page["force"]) == ("round", [], None)
    assert page["forbid"]["proved"]
    forbidden = await worked(office, await lock(office, first, forbid=[("nika", mentor)]))
    assert pairs_of(forbidden)["nika"] != mentor
    lost = first["result"]["measures"]["total"] - forbidden["result"]["measures"]["total"]
    assert page["forbid"]["points"] == lost, "what was foretold is what came"
    page = await office.get(COORDINATOR, f"/rounds/{made['id']}/pairs/nika/{mentor}")
    assert (page["state"], [one["code"] for one in page["why_not"]]) == ("forbidden", ["forbidden"])
    assert [one["code"] for one in page["change"]] == ["change_forbidden"]


@pytest.mark.parametrize(
    ("locks", "code", "place"),
    [
        ({"pin": [("nika", "nobody")]}, "lock_unknown", "pin[0]"),
        ({"chosen": [("tadeja", "nika")]}, "lock_unknown", "chosen[0]"),
        ({"pin": [("nika", "ines"), ("nika", "goran")]}, "locks_contradict", "pin[1]"),
        ({"pin": [("nika", "ines"), ("djordje", "ines")]}, "locks_contradict", "pin[1]"),
        ({"pin": [("nika", "ines")], "forbid": [("nika", "ines")]}, "locks_contradict", "pin[0]"),
        ({"chosen": [("nika", "ines")], "pin": [("nika", "goran")]}, "locks_contradict", "pin[0]"),
        ({"forbid": [("nika", "ines"), ("nika", "ines")]}, "locks_contradict", "forbid[1]"),
    ],
)
async def test_locks_that_contradict_are_refused_with_their_place(
    office: Office, locks: Any, code: str, place: str
) -> None:
    await tell(office)
    made = await begin(office)
    assert await told_no(office, made, **locks) == (code, place)
    now = await office.get(COORDINATOR, f"/rounds/{made['id']}")
    assert (now["version"], now["pin"], now["forbid"], now["chosen"]) == (1, [], [], [])


async def test_nobody_is_chosen_whom_one_of_them_excludes(office: Office) -> None:
    await tell(office)
    said = await office.get("nika", f"/me/profiles/{RUN}/mentee")
    await office.put(
        COORDINATOR,
        f"/cohorts/{RUN}/profiles/mentee/nika",
        {"version": said["version"], "profile": said["profile"], "excludes": ["ines"]},
    )
    made = await begin(office)
    assert await told_no(office, made, chosen=[("nika", "ines")]) == ("pair_excluded", "chosen[0]")
    # The engine is told to keep the pair: it names what speaks against it.
    done = await worked(office, await lock(office, made, pin=[("nika", "ines")]))
    demands = done["result"]["conflict"]["demands"]
    assert [(one["kind"], one["rule"]) for one in demands] == [("pin", None), ("rule", "excluded_by_mentee")]
    assert (done["result"]["pairs"], done["result"]["conflict"]["matched"]) == ([], 4)


async def test_a_quota_that_cannot_hold_is_named_with_the_most_that_can_be(office: Office) -> None:
    await tell(office)
    made = await begin(office, quotas=[{"country": "MK", "min_cross_pairs": 3}, {"min_share": 50}])
    done = await worked(office, made)
    (demand,) = done["result"]["conflict"]["demands"]
    assert demand["quota"] == {"quota": 0, "wanted": 3, "reached": 2}
    fits = {"rules": EASY, "quotas": [{"country": "MK", "min_cross_pairs": 2}, {"min_share": 75}]}
    put = {"version": done["version"], "settings": fits}
    done = await worked(office, await office.put(COORDINATOR, f"/rounds/{made['id']}/settings", put))
    quotas = done["result"]["quotas"]
    assert [one["wanted"] for one in quotas] == [2, 3]
    assert all(one["reached"] >= one["wanted"] for one in quotas)
    assert done["result"]["measures"]["cross_country"] >= 3


@pytest.mark.parametrize(
    "quotas",
    [
        [{"country": "MK"}],
        [{"country": "MK", "min_cross_pairs": 1, "min_share": 1}],
        [{"min_share": 10}, {"min_share": 20}],
    ],
)
async def test_an_unclear_quota_is_refused_with_its_place(office: Office, quotas: Any) -> None:
    made = await begin(office)
    put = {"version": 1, "settings": {"quotas": quotas}}
    answer = (await office.ask(COORDINATOR, "PUT", f"/rounds/{made['id']}/settings", put)).json()
    assert (answer["code"], answer["place"]) == ("quota_invalid", len(quotas))


# ── two coordinators ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_two_who_change_the_same_round_do_not_overwrite_each_other(either_office: Office) -> None:
    office = either_office
    await tell(office)
    made = await begin(office)
    path = f"/rounds/{made['id']}"
    bodies = [
        ("settings", {"version": 1, "settings": {"keep": 1}}),
        ("locks", {"version": 1, "pin": [pair("nika", "ines")]}),
        ("settings", {"version": 1, "settings": {"keep": 2}}),
    ]
    answers = await asyncio.gather(*(office.ask(COORDINATOR, "PUT", f"{path}/{door}", body) for door, body in bodies))
    assert sorted(one.status_code for one in answers) == [200, 409, 409]
    late = next(one.json() for one in answers if one.status_code == 409)
    now = await office.get(COORDINATOR, path)
    assert (late["code"], late["now"]["version"], now["version"]) == ("changed_meanwhile", 2, 2)


async def test_a_partner_chooses_among_their_own_people_and_sees_no_others(office: Office) -> None:
    await tell(office)
    made = await begin(office)
    path = f"/rounds/{made['id']}"
    done = await worked(office, await lock(office, made, pin=[("nika", "ines")]))
    theirs = await office.get(COLLEAGUE, path)
    assert (theirs["lead"], theirs["pin"], theirs["mentees"], theirs["mentors"]) == (False, [], 2, 2)
    own = {"blagica", "goran", "zvezda", "xhemile"}
    assert all(own & {one["mentee"]["id"], one["mentor"]["id"]} for one in theirs["result"]["pairs"])
    assert {one["person"]["id"] for one in theirs["result"]["shares"]} == {"xhemile", "zvezda"}
    assert (theirs["result"]["measures"], theirs["result"]["ruled_out"], theirs["result"]["quotas"]) == (None, [], [])
    needs = await office.get(COLLEAGUE, f"{path}/needs")
    assert {one["mentee"]["id"] for one in needs["needs"]} == {"xhemile", "zvezda"}
    assert {each["mentor"]["id"] for one in needs["needs"] for each in one["possible"]} <= {"blagica", "goran"}
    for mentee, mentor in (("zvezda", "ines"), ("nika", "goran"), ("nika", "ines")):
        assert await office.refused(COLLEAGUE, "GET", f"{path}/pairs/{mentee}/{mentor}") == "not_found"
        assert await told_no(office, done, COLLEAGUE, chosen=[(mentee, mentor)]) == ("not_found", None)
    page = await office.get(COLLEAGUE, f"{path}/pairs/zvezda/goran")
    assert (page["force"], page["forbid"]) == (None, None), "what others would lose is not theirs to know"
    # Their choice leaves the lead's locks as they are.
    await lock(office, done, COLLEAGUE, chosen=[("zvezda", "goran")])
    now = await office.get(COORDINATOR, path)
    assert [one["mentee"]["id"] for one in now["pin"]] == ["nika"]
    assert [one["mentee"]["id"] for one in now["chosen"]] == ["zvezda"]
    for method, door, body in (
        ("PUT", "/settings", {"version": 3, "settings": {}}),
        ("PUT", "/scores", {"version": 3, "csv": ""}),
        ("POST", "/work", {"version": 3}),
        ("DELETE", "/work", None),
        ("DELETE", "", None),
    ):
        assert await office.refused(COLLEAGUE, method, path + door, body) == "not_found", door


async def test_nobody_else_finds_a_round(office: Office) -> None:
    await tell(office)
    made = await begin(office)
    path = f"/rounds/{made['id']}"
    doors: list[tuple[str, str, Any]] = [
        ("GET", "", None),
        ("DELETE", "", None),
        ("PUT", "/settings", {"version": 1, "settings": {}}),
        ("PUT", "/locks", {"version": 1}),
        ("PUT", "/scores", {"version": 1}),
        ("GET", "/work", None),
        ("POST", "/work", {"version": 1}),
        ("DELETE", "/work", None),
        ("GET", "/needs", None),
        ("GET", "/pairs/nika/ines", None),
        ("POST", "/release", {"command_id": "x", "version": 1, "run": 0, "all": True}),
    ]
    for person in ("nika", "ines", STRANGER, "zoe"):
        for method, door, body in doors:
            here = await office.ask(person, method, path + door, body)
            nowhere = await office.ask(person, method, "/rounds/nowhere" + door, body)
            assert (here.status_code, here.content) == (nowhere.status_code, nowhere.content), door
            assert here.status_code == 404, door
    for method, door, body in doors:
        assert await office.refused("", method, path + door, body) == "sign_in_required"


async def test_pairs_that_were_found_wait_for_the_lead_until_some_are_asked(office: Office) -> None:
    async def waits(person: str) -> list[str]:
        needs = (await office.get(person, f"/cohorts/{RUN}/overview"))["needs"]
        return [one["id"] for one in needs if one["kind"] == "matching"]

    await tell(office)
    made = await begin(office)
    assert await waits(COORDINATOR) == []
    done = await worked(office, made)
    assert await waits(COORDINATOR) == [made["id"]]
    assert await waits(COLLEAGUE) == []
    mentee, mentor = next(iter(pairs_of(done).items()))
    some = {"command_id": office.id(), "version": done["version"], "run": 1, "pairs": [pair(mentee, mentor)]}
    await office.post(COORDINATOR, f"/rounds/{made['id']}/release", some)
    assert await waits(COORDINATOR) == []

"""What becomes of an answer: proposals, all of them or none; scores of others; what is forgotten."""

from __future__ import annotations

from typing import Any

import pytest

from server.errors import Refused
from server.flows.forgetting import forget_signals
from server.matching.proposals.tables import proposal
from server.matching.rounds.service import read_scores
from server.matching.rounds.tables import matching_answer, matching_round
from tests.flows.office import COLLEAGUE, COORDINATOR, RUN, Office
from tests.flows.test_matching_rounds import begin, lock, pair, pairs_of, tell, worked

PROPOSALS = f"/cohorts/{RUN}/proposals"


def wanted(office: Office, one: Any, **more: Any) -> dict[str, Any]:
    run = 0 if one["result"] is None else one["result"]["run"]
    return {"command_id": office.id(), "version": one["version"], "run": run} | more


async def test_all_of_an_answer_become_proposals_with_their_reasons(either_office: Office) -> None:
    office = either_office
    await tell(office)
    done = await worked(office, await begin(office))
    path = f"/rounds/{done['id']}/release"
    body = wanted(office, done, all=True)
    released = await office.post(COORDINATOR, path, body)
    assert (released["state"], len(released["released"])) == ("released", 4)
    assert {one["how"] for one in released["result"]["pairs"]} == {"released"}
    assert (await office.post(COORDINATOR, path, body)) == released, "the same again does nothing twice"
    found = (await office.get(COORDINATOR, PROPOSALS))["proposals"]
    assert len(found) == 4
    pairs = pairs_of(done)
    for one in found:
        people = {each["role"]: each["person"]["id"] for each in one["people"]}
        assert pairs[people["mentee"]] == people["mentor"]
        assert one["state"] == "asking_mentors"
        (reasons,) = one["reasons"]
        assert reasons["reasons"], "the reasons of the engine go along"
    mine = (await office.get(pairs["nika"], "/me/proposals"))["proposals"]
    assert [one["people"][0]["person"]["id"] for one in mine] == ["nika"]
    assert (await office.get("nika", "/me/proposals"))["proposals"] == [], "mentees hear of it after a yes"
    told = str(mine)
    assert "score" not in told
    assert "coordinator" not in told
    for door, more in (("settings", {"settings": {}}), ("locks", {}), ("work", {})):
        method = "POST" if door == "work" else "PUT"
        refused = await office.refused(
            COORDINATOR, method, f"/rounds/{done['id']}/{door}", {"version": released["version"], **more}
        )
        assert refused == "round_over", door


async def test_one_pair_alone_leaves_the_others_to_the_round(office: Office) -> None:
    await tell(office)
    done = await worked(office, await lock(office, await begin(office), pin=[("nika", "goran")]))
    body = wanted(office, done, pairs=[pair("nika", "goran")])
    after = await office.post(COORDINATOR, f"/rounds/{done['id']}/release", body)
    assert (after["state"], after["pin"], after["mentees"], after["mentors"]) == ("open", [], 3, 3)
    assert [(one["mentee"]["id"], one["mentor"]["id"]) for one in after["released"]] == [("nika", "goran")]
    assert after["stale"], "the two are spoken for"
    again = await worked(office, after)
    assert "nika" not in pairs_of(again)
    assert "goran" not in pairs_of(again).values()
    refused = await office.refused(
        COORDINATOR, "POST", f"/rounds/{done['id']}/release", wanted(office, again, pairs=[pair("nika", "goran")])
    )
    assert refused == "nothing_to_release"
    # The mentor says no: whoever asks again is told so, and the mentee is free.
    (mine,) = (await office.get("goran", "/me/proposals"))["proposals"]
    await office.put("goran", f"/me/proposals/{mine['id']}", {"says": "not_now", "reason": "time"})
    now = await worked(office, await office.get(COORDINATOR, f"/rounds/{done['id']}"))
    assert pairs_of(now)["nika"] != "goran"
    page = await office.get(COORDINATOR, f"/rounds/{done['id']}/pairs/nika/goran")
    assert (page["state"], [one["code"] for one in page["why_not"]]) == ("declined", ["declined"])


async def test_a_choice_by_hand_is_released_without_an_answer(office: Office) -> None:
    await tell(office)
    chosen = await lock(office, await begin(office), chosen=[("nika", "tadeja")])
    after = await office.post(COORDINATOR, f"/rounds/{chosen['id']}/release", wanted(office, chosen, all=True))
    assert after["state"] == "released"
    (made,) = (await office.get(COORDINATOR, PROPOSALS))["proposals"]
    assert {one["code"] for one in made["reasons"][0]["reasons"]} >= {"language_shared"}


async def test_nothing_is_released_if_one_of_it_cannot_be(office: Office) -> None:
    await tell(office)
    done = await worked(office, await begin(office))
    mentor = pairs_of(done)["zvezda"]
    by_hand = {"people": [{"person": "zvezda", "role": "mentee"}, {"person": mentor, "role": "mentor"}]}
    await office.post(COORDINATOR, PROPOSALS, {"command_id": office.id(), **by_hand})
    before = await office.get(COORDINATOR, f"/rounds/{done['id']}")
    refused = await office.refused(
        COORDINATOR, "POST", f"/rounds/{done['id']}/release", wanted(office, before, all=True)
    )
    assert refused == "already_proposed"
    assert await office.get(COORDINATOR, f"/rounds/{done['id']}") == before
    assert len(await office.rows(proposal)) == 1


async def test_what_was_not_seen_is_not_released(office: Office) -> None:
    await tell(office)
    done = await worked(office, await begin(office))
    path = f"/rounds/{done['id']}/release"
    old = wanted(office, done, all=True)
    newer = await worked(office, done)
    assert newer["result"]["run"] == 2
    assert await office.refused(COORDINATOR, "POST", path, old) == "changed_meanwhile"
    await lock(office, newer, forbid=[("nika", "ines")])
    assert await office.refused(COORDINATOR, "POST", path, wanted(office, newer, all=True)) == "changed_meanwhile"
    assert await office.rows(proposal) == []
    for more in ({}, {"pairs": [pair("nika", "nika")]}):
        now = await office.get(COORDINATOR, f"/rounds/{done['id']}")
        assert await office.refused(COORDINATOR, "POST", path, wanted(office, now, **more)) == "nothing_to_release"


async def test_a_partner_releases_their_own_pairs_alone(office: Office) -> None:
    await tell(office)
    made = await lock(office, await begin(office), chosen=[("zvezda", "goran"), ("nika", "ines")])
    path = f"/rounds/{made['id']}/release"
    refused = wanted(office, made, pairs=[pair("nika", "ines")])
    assert await office.refused(COLLEAGUE, "POST", path, refused) == "not_found"
    after = await office.post(COLLEAGUE, path, wanted(office, made, all=True))
    assert (after["state"], [one["mentee"]["id"] for one in after["released"]]) == ("open", ["zvezda"])
    cards = (await office.get(COLLEAGUE, f"/cohorts/{RUN}/rounds"))["rounds"]
    assert [one["released"] for one in cards] == [1]


# ── scores of others ──────────────────────────────────────────────────────────────────────────────────────────────────


async def test_scores_of_others_decide_instead_of_our_own(either_office: Office) -> None:
    office = either_office
    await tell(office)
    made = await begin(office)
    lines = [
        "mentee;mentor;score",
        "nika;ines;7",
        "djordje@people.example;TADEJA@people.example;9",
        '"xhemile";goran;-3',
    ]
    given = {"version": 1, "csv": "\ufeff" + "\r\n".join(lines)}
    set_ = await office.put(COORDINATOR, f"/rounds/{made['id']}/scores", given)
    assert set_["scores"] == {"pairs": 3, "least": -3, "most": 9}
    done = await worked(office, set_)
    assert pairs_of(done) == {"nika": "ines", "djordje": "tadeja", "xhemile": "goran"}
    assert (done["result"]["unit"], done["result"]["measures"]["total"], done["stale"]) == (1, 13, False)
    page = await office.get(COORDINATOR, f"/rounds/{made['id']}/pairs/nika/goran")
    assert [one["code"] for one in page["why_not"]] == ["not_scored"]
    back = await office.put(COORDINATOR, f"/rounds/{made['id']}/scores", {"version": 2, "csv": ""})
    assert (back["scores"], back["stale"]) == (None, True)


@pytest.mark.parametrize(
    ("csv", "code", "line"),
    [
        ("nika,ines,7\nnika,goran", "score_line", 2),
        ("nika,ines,7,8", "score_line", 1),
        ("nika,ines,NaN", "score_number", 1),
        ("nika,ines,1e9", "score_number", 1),
        ("nika,ines,7.5", "score_number", 1),
        ("nika,ines,2147483648", "score_number", 1),
        ("nika,ines,-2147483648", "score_number", 1),
        ("nika,ines,٧", "score_number", 1),
        ("nika,ines,=1+1", "score_number", 1),
        ("nika,ines,7\nines,nika,7", "score_person", 2),
        ("nika,ines,7\nnika,nobody,7", "score_person", 2),
        ('nika,ines,7\n"=HYPERLINK(""http://x"")",ines,7', "score_person", 2),
        ("nika,ines,7\nnika,ines,8", "score_twice", 2),
        ("mentee,mentor,score", "scores_empty", None),
        ('nika,ines,"7', "list_unreadable", None),
    ],
)
async def test_a_line_that_cannot_be_is_refused_with_its_number(office: Office, csv: str, code: str, line: Any) -> None:
    made = await begin(office)
    answer = (await office.ask(COORDINATOR, "PUT", f"/rounds/{made['id']}/scores", {"version": 1, "csv": csv})).json()
    assert (answer["code"], answer.get("line")) == (code, line)
    now = await office.get(COORDINATOR, f"/rounds/{made['id']}")
    assert (now["scores"], now["version"]) == (None, 1)


def lines(count: int) -> str:
    """Of people that nobody knows but the first two; each line is unlike the others."""
    return "\n".join(f"a{n}@people.example,b{n}@people.example,{n}" for n in range(count))


async def test_a_hundred_thousand_lines_are_read_and_the_first_bad_one_is_named(office: Office) -> None:
    made = await begin(office)
    path = f"/rounds/{made['id']}/scores"
    body = {"version": 1, "csv": f"nika,ines,1\n{lines(99_999)}"}
    answer = (await office.ask(COORDINATOR, "PUT", path, body)).json()
    assert (answer["code"], answer["line"]) == ("score_person", 2)
    answer = await office.ask(COORDINATOR, "PUT", path, {"version": 1, "csv": "x" * 8_400_000})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")


def test_more_lines_than_can_be_are_refused_and_as_many_as_can_be_are_read() -> None:
    names = ({f"e{n}": f"e{n}" for n in range(400)}, {f"m{n}": f"m{n}" for n in range(300)})
    rows = [f"e{n // 300},m{n % 300},{n}" for n in range(100_001)]
    with pytest.raises(Refused) as refused:
        read_scores("\n".join(rows), *names)
    assert (refused.value.code, refused.value.parameters) == ("scores_too_many", {"limit": 100_000})
    found = read_scores("\n".join(rows[:-1]), *names)
    assert (found.pairs, found.least, found.most) == (100_000, 0, 99_999)
    assert len(found.rows) == 100_000


# ── forgetting ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_takes_part_no_more_leaves_the_round(office: Office) -> None:
    await tell(office)
    done = await worked(office, await lock(office, await begin(office), pin=[("nika", "ines")]))
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/nika/mentee")
    now = await office.get(COORDINATOR, f"/rounds/{done['id']}")
    assert (now["mentees"], now["stale"]) == (3, True)
    again = await worked(office, now)
    assert "nika" not in pairs_of(again)
    kept = await lock(office, again, pin=[("nika", "ines"), ("djordje", "goran")])
    assert [one["mentee"]["id"] for one in kept["pin"]] == ["djordje"], "an old lock of who is gone is nobody's fault"


async def test_with_a_run_its_rounds_are_forgotten(office: Office) -> None:
    await tell(office)
    await worked(office, await begin(office))
    await office.unit(lambda unit: forget_signals(unit, RUN))
    for table in (matching_round, matching_answer):
        assert await office.rows(table) == []

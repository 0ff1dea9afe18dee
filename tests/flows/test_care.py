"""The monthly question, and silence: asked of one, then of all, then told to the team, and taken back by any word."""

from __future__ import annotations

from typing import Any

from server.flows.care import SilenceCare
from server.programmes.care.tables import care
from server.programmes.pulse.tables import pulse
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, NOBODY, RUN, STRANGER, Office
from tests.flows.test_founding import PAGE, change
from tests.flows.test_pairing import pair

PULSE = f"/cohorts/{RUN}/pulse"
MONTH = "2026-11-05"
"""The office opens on 18 November 2026, in the second month of the run."""


async def look(office: Office, days: int = 0) -> None:
    office.clock.now += days * DAY
    await SilenceCare(office.database, office.product.writer, lambda: office.clock.now, to_demo=True).look()


async def say(office: Office, person: str, room: str) -> None:
    await office.post(person, "/rpc/room.post", {"room": room, "command_id": office.id(), "text": "Zdravo"})


async def cared(office: Office, person: str) -> Any:
    (run,) = (await office.get(person, "/me/signals"))["runs"]
    (one,) = run["care"]
    return one


async def mailed(office: Office) -> list[tuple[str, str]]:
    return [(row.person, row.template) for row in await office.mails() if row.template.startswith("quiet")]


async def quiet(office: Office, person: str = COORDINATOR) -> list[bool]:
    return [one["quiet"] for one in (await office.get(person, f"/cohorts/{RUN}/overview"))["pairs"]]


# ── silence ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_silence_is_told_step_by_step_and_each_is_shown_in_advance(either_office: Office) -> None:
    office = either_office
    room = (await pair(office))["room"]
    await say(office, "nika", room)
    await say(office, "ines", room)
    office.clock.now += 1000
    await say(office, "ines", room)
    assert (await cared(office, "nika"))["steps"] == ["2026-12-02", "2026-12-09", "2026-12-16"]
    await look(office, 13)
    assert await mailed(office) == []
    await look(office, 1)
    await look(office)
    assert await mailed(office) == [("nika", "quiet_one")], "who was silent for longest"
    assert [(await cared(office, one))["asks_me"] for one in ("nika", "ines")] == [True, False]
    await look(office, 7)
    assert sorted((await mailed(office))[1:]) == [("ines", "quiet_all"), ("nika", "quiet_all")]
    assert await quiet(office) == [False]
    told = len(await office.told(COORDINATOR))
    await look(office, 7)
    assert await quiet(office) == [True]
    assert len(await office.told(COORDINATOR)) == told + 1
    needs = (await office.get(COORDINATOR, f"/cohorts/{RUN}/overview"))["needs"]
    assert [[one["id"] for one in need["people"]] for need in needs if need["kind"] == "silence"] == [["nika", "ines"]]
    assert len(await mailed(office)) == 3, "the team finds it on its first screen"
    office.clock.now += 3_600_000
    told = len(await office.told(COORDINATOR))
    await say(office, "nika", room)
    await look(office)
    assert (await cared(office, "nika"))["done"] == 0
    assert await quiet(office) == [True], "not in the hour in which somebody wrote"
    assert len(await office.told(COORDINATOR)) == told
    await look(office, 1)
    assert await quiet(office) == [False]
    assert len(await office.told(COORDINATOR)) == told + 1


async def test_that_all_is_well_counts_as_a_sign_of_life(either_office: Office) -> None:
    office = either_office
    mentorship = (await pair(office))["id"]
    for days in (14, 7, 7):
        await look(office, days)
    assert await quiet(office) == [True]
    for other in ("djordje", COORDINATOR, NOBODY):
        assert await office.refused(other, "POST", f"/mentorships/{mentorship}/care", {"kind": "well"}) == "not_found"
    after = await office.post("ines", f"/mentorships/{mentorship}/care", {"kind": "elsewhere"})
    assert (after["done"], after["said"], after["steps"][0]) == (0, "elsewhere", "2026-12-30")
    await look(office)
    assert await quiet(office) == [True]
    assert await cared(office, "ines") == after
    await look(office, 1)
    assert await quiet(office) == [False]
    await look(office, 12)
    assert len(await mailed(office)) == 4
    await look(office, 1)
    assert sorted((await mailed(office))[4:]) == [("ines", "quiet_one"), ("nika", "quiet_one")], (
        "nobody ever said a word"
    )


async def test_a_mentorship_that_rests_is_asked_nothing(office: Office) -> None:
    opened = await pair(office)
    for days in (14, 7, 7):
        await look(office, days)
    state = {"version": opened["version"], "state": "paused"}
    paused = await office.put(COORDINATOR, f"/mentorships/{opened['id']}/state", state)
    assert await quiet(office) == [False]
    assert (await office.get("nika", "/me/signals"))["runs"][0]["care"] == []
    body = {"kind": "well"}
    assert await office.refused("nika", "POST", f"/mentorships/{opened['id']}/care", body) == "care_not_agreed"
    office.clock.now += 30 * DAY
    await office.put(
        COORDINATOR, f"/mentorships/{opened['id']}/state", state | {"version": paused["version"], "state": "active"}
    )
    assert await quiet(office) == [False]
    assert ((await cared(office, "nika"))["done"], (await cared(office, "nika"))["steps"][0]) == (0, "2027-01-29")


async def test_nothing_of_the_time_of_a_word_is_kept_or_told_to_the_team(office: Office) -> None:
    room = (await pair(office))["room"]
    office.clock.now += 12_345
    await say(office, "ines", room)
    spoken = str(office.clock.now)
    for days in (14, 7, 7):
        await look(office, days)
    assert spoken not in str(await office.rows(care))
    seen = await office.ask(COORDINATOR, "GET", f"/cohorts/{RUN}/overview")
    assert spoken not in seen.text
    assert await office.refused("djordje", "GET", f"/rooms/{room}") == "not_found"


async def test_once_it_has_begun_the_days_of_silence_are_no_probe(office: Office) -> None:
    for days, code in (([13, 21, 28], 409), ([14, 22, 29], 200), (None, 200), ([14, 22, 29], 409)):
        answer = await office.ask(COORDINATOR, "PUT", PAGE, await change(office, silence_days=days))
        assert (answer.status_code, answer.json().get("code")) == (code, "silence_days_agreed" if code == 409 else None)


async def test_mails_of_silence_wait_for_the_morning(office: Office) -> None:
    await pair(office)
    await look(office, 13)
    office.clock.now += 13 * 3_600_000
    await look(office)
    (mail, *_) = [row for row in await office.mails() if row.template == "quiet_one"]
    assert mail.due_at - office.clock.now == 7 * 3_600_000


async def test_a_mail_of_silence_that_waits_goes_out_no_more_when_it_is_over(either_office: Office) -> None:
    office = either_office
    room = (await pair(office))["room"]
    other = (await pair(office, "djordje+tadeja"))["id"]
    await look(office, 13)
    office.clock.now += 13 * 3_600_000
    await look(office)
    assert len(await mailed(office)) == 4
    await say(office, "ines", room)
    await look(office)
    await office.post("tadeja", f"/mentorships/{other}/care", {"kind": "well"})
    over = [(row.state, row.reason) for row in await office.mails() if row.template == "quiet_one"]
    assert over == [("failed", "taken_back")] * 4


# ── how is it going ───────────────────────────────────────────────────────────────────────────────────────────────────


async def asked(office: Office, person: str) -> Any:
    return (await office.get(person, "/me/signals"))["runs"][0]["pulse"]


async def test_the_monthly_question_is_answered_or_not(either_office: Office) -> None:
    office = either_office
    assert await asked(office, "nika") == {"month": MONTH, "asked": True, "word": None}
    answer = await office.put("nika", PULSE, {"month": MONTH, "word": "uneven"})
    assert answer == await asked(office, "nika") == {"month": MONTH, "asked": False, "word": "uneven"}
    await office.put("nika", PULSE, {"month": MONTH, "word": None})
    assert await asked(office, "nika") == {"month": MONTH, "asked": False, "word": None}
    assert len(await office.rows(pulse)) == 1
    assert await asked(office, COORDINATOR) is None
    for month in ("2026-10-05", "2026-12-05", "2026-11-06"):
        body = {"month": month, "word": "fine"}
        assert await office.refused("nika", "PUT", PULSE, body) == "pulse_not_asked"
    body = {"month": MONTH, "word": "fine"}
    assert await office.refused(COORDINATOR, "PUT", PULSE, body) == "pulse_not_asked"
    assert await office.refused(STRANGER, "PUT", PULSE, body) == "not_found"


async def test_the_team_sees_the_words_of_its_people_and_not_who_gave_none(office: Office) -> None:
    await pair(office, "nika+blagica")
    for person, word in (("nika", "hard"), ("blagica", "stuck"), ("zvezda", None)):
        await office.put(person, PULSE, {"month": MONTH, "word": word})
    words: dict[str, dict[str, str | None]] = {}
    for viewer in (COORDINATOR, COLLEAGUE):
        shown = await office.get(viewer, f"/cohorts/{RUN}/overview")
        words[viewer] = {one["person"]["id"]: one["pulse"] for one in shown["pairs"][0]["people"]}
        needs = [need for need in shown["needs"] if need["kind"] == "pulse"]
        assert [(need["people"][0]["id"], need["word"]) for need in needs] == (
            [("nika", "hard"), ("blagica", "stuck")] if viewer == COORDINATOR else [("blagica", "stuck")]
        )
        assert "zvezda" not in str(shown)
    assert words == {
        COORDINATOR: {"nika": "hard", "blagica": "stuck"},
        COLLEAGUE: {"nika": None, "blagica": "stuck"},
    }
    seen = await office.get("nika", f"/cohorts/{RUN}/seen")
    assert seen["pulse"] == "hard"
    assert {one["person"]["id"]: one["pulse"] for one in seen["pairs"][0]["people"]} == {
        "nika": "hard",
        "blagica": None,
    }


async def test_of_not_this_time_the_team_hears_nothing(office: Office) -> None:
    await office.put("nika", PULSE, {"month": MONTH, "word": None})
    assert await office.told(COORDINATOR) == []
    await office.put("nika", PULSE, {"month": MONTH, "word": "fine"})
    assert await office.told(COORDINATOR) == ["programme_changed"]
    assert await office.told(COLLEAGUE) == []

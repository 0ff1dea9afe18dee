"""A proposal: asked of its people in their order, answered, and opened by the last yes, whole or not at all."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest

from server.flows.forgetting import forget_signals
from server.flows.pairing import Pairing
from server.flows.proposing import ProposalCare, Proposing
from server.matching.proposals.tables import proposal, proposal_person, proposal_question
from server.matching.reasons import COORDINATOR as TEAM_ALONE
from server.matching.reasons import Reason
from server.programmes.tables import mentorship
from server.rooms.reads import items_of
from server.rooms.service import Rooms
from server.rooms.tables import room
from server.rooms.things.agreement import AGREEMENT
from server.rooms.things.agreement.quiet import quiet_hours
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, NOBODY, RUN, STRANGER, Office
from tests.flows.test_pairing import pair

PROPOSALS = f"/cohorts/{RUN}/proposals"
WHY = {
    ("nika", "ines"): (
        Reason("needs_met", {"skills": ("budget", "touring")}),
        Reason("language_shared", {"language": "hr", "level": 3}),
        Reason("needs_open", {"skills": ("light",)}, TEAM_ALONE),
    )
}


def seats(text: str) -> list[dict[str, str]]:
    """ "nika+ines": a mentee and a mentor; "nika,djordje+ines": two mentees and a mentor."""
    mentees, _, mentors = text.partition("+")
    people = [{"person": one, "role": "mentee"} for one in mentees.split(",") if one]
    return people + [{"person": one, "role": "mentor"} for one in mentors.split(",") if one]


async def make(office: Office, people: str = "nika+ines", by: str = COORDINATOR, **fields: Any) -> Any:
    return await office.post(by, PROPOSALS, {"command_id": office.id(), "people": seats(people)} | fields)


async def refused(office: Office, people: str = "nika+ines", by: str = COORDINATOR, **fields: Any) -> str:
    body = {"command_id": office.id(), "people": seats(people)} | fields
    return await office.refused(by, "POST", PROPOSALS, body)


async def mine(office: Office, person: str) -> list[Any]:
    return list((await office.get(person, "/me/proposals"))["proposals"])


async def say(office: Office, person: str, made: Any, says: str = "yes", **fields: Any) -> Any:
    return await office.put(person, f"/me/proposals/{made['id']}", {"says": says} | fields)


async def standings(office: Office, *people: str) -> list[list[str]]:
    return [[one["standing"] for one in await mine(office, person)] for person in people]


async def mailed(office: Office, *templates: str) -> list[tuple[str, str]]:
    return [(row.person, row.template) for row in await office.mails() if not templates or row.template in templates]


async def team(office: Office, by: str = COORDINATOR) -> list[Any]:
    return list((await office.get(by, PROPOSALS))["proposals"])


async def look(office: Office, days: float = 0) -> None:
    """What the timer would do, so many days later."""
    office.clock.now += int(days * DAY)
    await care(office).look()


def proposing(office: Office) -> Proposing:
    return Proposing(Pairing(Rooms(), to_demo=True), office.product.accounts.invitations)


def care(office: Office) -> ProposalCare:
    """That of another node."""
    return ProposalCare(office.database, office.product.writer, lambda: office.clock.now, proposing(office))


# ── the way of one ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_mentor_is_asked_first_and_the_mentee_hears_of_it_after_the_yes(either_office: Office) -> None:
    office = either_office
    made = await make(office)
    assert (made["state"], [(one["says"], one["asked"]) for one in made["people"]]) == (
        "asking_mentors",
        [("waiting", False), ("waiting", True)],
    )
    assert await standings(office, "nika", "ines") == [[], ["asked"]]
    assert await office.told("nika") == [], "not even a hint"
    assert await mailed(office) == [("ines", "proposal_asked")]
    assert await office.refused("nika", "PUT", f"/me/proposals/{made['id']}", {"says": "yes"}) == "not_found"
    assert (await say(office, "ines", made))["standing"] == "waiting"
    (seen,) = await mine(office, "nika")
    assert (seen["standing"], seen["role"]) == ("asked", "mentee")
    assert [one["person"]["name"] for one in seen["people"]] == ["Ines Žužić"]
    assert await mailed(office) == [("ines", "proposal_asked"), ("nika", "proposal_asked")]
    opened = await say(office, "nika", made)
    assert (opened["standing"], [one["standing"] for one in await mine(office, "ines")]) == ("opened", ["opened"])
    room_of = await office.get("ines", f"/rooms/{opened['room']}")
    assert {member["person"] for member in room_of["members"]} == {"nika", "ines"}
    assert sorted(await mailed(office, "welcome")) == [("ines", "welcome"), ("nika", "welcome")]
    (shown,) = await team(office)
    assert (shown["state"], shown["mine"]) == ("opened", False)
    assert shown["mentorship"] == (await office.rows(mentorship))[0].id


async def test_a_room_opens_with_its_draft_and_its_first_agenda(office: Office) -> None:
    made = await make(office, order="together")
    assert made["state"] == "asking_all"
    await say(office, "nika", made)
    opened = await say(office, "ines", made)
    things = (await office.get("nika", f"/rooms/{opened['room']}"))["things"]
    (agreement,) = things["agreement"]
    assert (agreement["by"], agreement["body"]["answer_days"], agreement["body"]["talked"]) == (None, 3, [])
    points = [(one["body"]["prompt"], one["body"]["minutes"]) for one in things["agenda"]]
    assert points == [("who", 10), ("wishes", 20), ("ways", 10), ("agreement", 10), ("next", 10)]
    archive = await office.ask("nika", "GET", f"/rooms/{opened['room']}/archive")
    assert "Kdo smo in kaj nas je pripeljalo sem" in archive.text, "each in their own language, on paper too"
    # A draft holds nobody to anything, and is the agreement once somebody says that it is.
    said = {"room": opened["room"], "command_id": office.id()}
    await office.post("nika", "/rpc/room.talked_through", said)
    things = (await office.get("ines", f"/rooms/{opened['room']}"))["things"]
    assert [one["body"]["talked"][0]["person"] for one in things["agreement"]] == ["nika"]


async def test_a_mentor_who_comes_later_can_begin_an_agreement_behind_a_draft(office: Office) -> None:
    made = await make(office)
    await say(office, "ines", made)
    opened = await say(office, "nika", made)
    (walk,) = await office.rows(mentorship)
    body = {"command_id": office.id(), "person": "tadeja", "version": walk.version}
    await office.post(COORDINATOR, f"/mentorships/{walk.id}/mentors", body)
    narrower = {"room": opened["room"], "command_id": office.id(), "themes": ["health", "beliefs", "money"]}
    await office.post("tadeja", "/rpc/room.change_agreement", narrower)
    (agreement,) = (await office.get("tadeja", f"/rooms/{opened['room']}"))["things"]["agreement"]
    assert (agreement["by"], agreement["body"]["themes"]) == ("tadeja", ["health", "money", "beliefs"])


async def test_a_no_reaches_the_team_alone_with_the_class_of_its_reason(office: Office) -> None:
    made = await make(office)
    said = await say(office, "ines", made, "not_now", reason="time")
    assert (said["standing"], said["says"], said["people"]) == ("over", "not_now", [])
    assert await standings(office, "nika") == [[]]
    assert await office.told("nika") == []
    assert [row for row in await mailed(office) if row[0] == "nika"] == []
    (shown,) = await team(office)
    assert (shown["state"], {one["role"]: one["reason"] for one in shown["people"]}) == (
        "declined",
        {"mentee": None, "mentor": "time"},
    )
    # The next one is asked, and the mentee hears of no first one.
    again = await make(office, "nika+tadeja")
    await say(office, "tadeja", again)
    assert [one["people"][0]["person"]["id"] for one in await mine(office, "nika")] == ["tadeja"]


async def test_who_said_yes_reads_of_the_others_no_what_they_would_read_of_a_proposal_taken_back(
    office: Office,
) -> None:
    answers = []
    for end in ("declined", "taken_back", "expired"):
        made = await make(office)
        await say(office, "ines", made)
        if end == "declined":
            await say(office, "nika", made, "not_now", reason="not_fitting")
        elif end == "taken_back":
            await office.done(COORDINATOR, "DELETE", f"/proposals/{made['id']}")
        else:
            await look(office, 6)
        seen = next(one for one in await mine(office, "ines") if one["id"] == made["id"])
        answers.append({key: value for key, value in seen.items() if key != "id"})
        assert (await team(office))[0]["state"] == end
    assert answers[0] == answers[1] == answers[2]
    assert "reason" not in json.dumps({key: value for key, value in answers[0].items() if key != "reasons"})


async def test_reasons_are_read_by_whom_they_are_for(office: Office) -> None:
    made = await office.unit(
        lambda unit: proposing(office).propose(
            unit, COORDINATOR, RUN, "round", [("nika", "mentee"), ("ines", "mentor")], WHY
        )
    )  # type: ignore[attr-defined]
    await say(office, "ines", {"id": made.id})
    for person in ("ines", "nika"):
        (seen,) = await mine(office, person)
        assert [one["code"] for one in seen["reasons"]] == ["needs_met", "language_shared"]
        assert seen["reasons"][0]["parameters"] == {"skills": ["budget", "touring"]}
        assert [one["code"] for one in seen["caveats"]] == ["plain_language"]
    (shown,) = await team(office)
    assert [one["code"] for one in shown["reasons"][0]["reasons"]] == ["needs_met", "language_shared", "needs_open"]


async def test_a_team_takes_the_same_way(office: Office) -> None:
    made = await make(office, "nika,djordje+ines,tadeja")
    await say(office, "ines", made)
    assert await standings(office, "nika", "djordje", "tadeja") == [[], [], ["asked"]]
    await say(office, "tadeja", made)
    assert await standings(office, "nika", "djordje") == [["asked"], ["asked"]]
    await say(office, "djordje", made)
    opened = await say(office, "nika", made)
    there = await office.get("tadeja", f"/rooms/{opened['room']}")
    assert (there["kind"], len(there["members"])) == ("team", 4)


async def test_a_mind_can_change_until_it_is_open_and_the_same_again_changes_nothing(office: Office) -> None:
    made = await make(office)
    first = await say(office, "ines", made)
    assert await say(office, "ines", made) == first
    assert (await say(office, "ines", made, "not_now"))["standing"] == "over"
    path = f"/me/proposals/{made['id']}"
    assert await office.refused("ines", "PUT", path, {"says": "yes"}) == "proposal_over"
    assert (await say(office, "ines", made, "not_now"))["standing"] == "over", "as often as it is sent"


# ── all or nothing ────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_fault_in_the_last_step_takes_all_of_it_back(
    either_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = either_office
    made = await make(office)
    await say(office, "ines", made)
    before, mails = (await team(office))[0], await office.mails()
    whole, calls = Rooms.arrange, []

    def break_off(self: Rooms, *given: Any) -> None:
        calls.append(given)
        if len(calls) == 6:
            raise RuntimeError("cut")
        whole(self, *given)

    monkeypatch.setattr(Rooms, "arrange", break_off)
    answer = await office.ask("nika", "PUT", f"/me/proposals/{made['id']}", {"says": "yes"})
    assert answer.status_code == 500
    assert len(calls) == 6, "the draft, and the last point of the agenda"
    assert await office.rows(mentorship) == await office.rows(room) == []
    assert ((await team(office))[0], await office.mails()) == (before, mails)
    monkeypatch.undo()
    assert (await say(office, "nika", made))["standing"] == "opened"
    assert len(await office.rows(mentorship)) == 1


async def test_two_yeses_at_one_moment_open_one_room(either_office: Office) -> None:
    office = either_office
    made = await make(office, order="together")
    await mine(office, "nika")
    await mine(office, "ines")
    said = await asyncio.gather(*(say(office, person, made) for person in ("nika", "ines", "nika", "ines")))
    assert len(await office.rows(mentorship)) == len(await office.rows(room)) == 1
    assert {one["room"] for one in said if one["standing"] == "opened"} == {(await office.rows(room))[0].key}
    assert sorted(await mailed(office, "welcome")) == [("ines", "welcome"), ("nika", "welcome")]


async def test_where_it_cannot_be_any_more_the_last_yes_opens_nothing(office: Office) -> None:
    made = await make(office)
    await say(office, "ines", made)
    await pair(office, "nika+tadeja")
    assert await standings(office, "ines", "nika") == [["over"], ["over"]], "who walks with others is asked no more"
    assert (await team(office))[0]["state"] == "taken_back"
    other = await make(office, "djordje+ines")
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/djordje/mentee")
    assert (await team(office))[0]["state"] == "taken_back"
    assert await office.refused("ines", "PUT", f"/me/proposals/{other['id']}", {"says": "yes"}) == "proposal_over"


# ── tell me more ──────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_question_is_between_who_asks_and_the_team(office: Office) -> None:
    made = await make(office, order="together")
    asked = {"command_id": office.id(), "words": "How often would we meet?"}
    for _ in range(2):
        seen = await office.post("nika", f"/me/proposals/{made['id']}/questions", asked)
        assert [(one["by"]["id"], one["words"]) for one in seen["thread"]] == [("nika", "How often would we meet?")]
    assert seen["standing"] == "asked", "it is no answer"
    assert (await mine(office, "ines"))[0]["thread"] == []
    (shown,) = await team(office)
    assert [one["waits_for_answer"] for one in shown["people"]] == [True, False]
    answer = {"command_id": office.id(), "person": "nika", "words": "Once a month is enough."}
    shown = await office.post(COORDINATOR, f"/proposals/{made['id']}/questions", answer)
    assert [one["waits_for_answer"] for one in shown["people"]] == [False, False]
    assert [one["by"]["name"] for one in (await mine(office, "nika"))[0]["thread"]] == ["Nika Šircelj", "Vesna Njagul"]
    assert await mailed(office, "proposal_answered") == [("nika", "proposal_answered")]
    for row in await office.mails():
        assert "Once" not in row.facts
        assert "often" not in row.facts
    assert await office.refused("tadeja", "POST", f"/me/proposals/{made['id']}/questions", asked) == "not_found"


async def test_nobodys_time_runs_out_while_the_team_owes_an_answer(office: Office) -> None:
    made = await make(office)
    path = f"/me/proposals/{made['id']}/questions"
    await office.post("ines", path, {"command_id": office.id(), "words": "Which language?"})
    needs = (await office.get(COORDINATOR, f"/cohorts/{RUN}/overview"))["needs"]
    (need,) = [one for one in needs if one["kind"] == "question"]
    assert (need["id"], [one["id"] for one in need["people"]]) == (made["id"], ["ines"])
    assert [
        one for one in (await office.get(COLLEAGUE, f"/cohorts/{RUN}/overview"))["needs"] if one["kind"] == "question"
    ] == []
    await look(office, 4.5)
    assert await mailed(office, "proposal_waits") == [], "the team is whom they wait for"
    await look(office, 4.5)
    assert await standings(office, "ines") == [["asked"]]
    answer = {"command_id": office.id(), "person": "ines", "words": "English."}
    await office.post(COORDINATOR, f"/proposals/{made['id']}/questions", answer)
    await look(office, 1.9)
    assert await standings(office, "ines") == [["asked"]], "two days to think about it"
    await look(office, 0.2)
    assert await standings(office, "ines") == [["over"]]


# ── time ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_has_not_answered_is_reminded_once_a_day_before_and_then_it_is_over(either_office: Office) -> None:
    office = either_office
    made = await make(office)
    await look(office, 3.9)
    assert await mailed(office, "proposal_waits") == []
    # Every node looks; one of them finds it.
    office.clock.now += int(0.2 * DAY)
    await asyncio.gather(care(office).look(), care(office).look())
    await look(office)
    assert await mailed(office, "proposal_waits") == [("ines", "proposal_waits")]
    await look(office, 1)
    assert (await team(office))[0]["state"] == "expired"
    assert await standings(office, "ines", "nika") == [["over"], []]
    path = f"/me/proposals/{made['id']}"
    assert await office.refused("ines", "PUT", path, {"says": "yes"}) == "proposal_over"
    await look(office, 15)
    assert await standings(office, "ines") == [[]], "it does not stand there for ever"


async def test_a_mentee_has_all_the_time_that_there_is_from_the_mentors_yes_on(office: Office) -> None:
    made = await make(office, days=3)
    office.clock.now += 2 * DAY
    await say(office, "ines", made)
    await look(office, 2.5)
    assert await standings(office, "nika") == [["asked"]]
    assert await mailed(office, "proposal_waits") == [("nika", "proposal_waits")], "who said yes is not reminded"
    await look(office, 0.6)
    assert await standings(office, "nika", "ines") == [["over"], ["over"]]


async def test_what_waits_in_the_post_for_who_answered_meanwhile_is_called_back(office: Office) -> None:
    made = await make(office)
    await look(office, 4.1)
    await say(office, "ines", made)
    states = {(row.person, row.template): row.state for row in await office.mails()}
    assert states["ines", "proposal_waits"] != "waiting"


# ── who may ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_who_may_propose_whom(office: Office) -> None:
    assert await refused(office, by=NOBODY) == "not_found"
    assert await refused(office, by=STRANGER) == "not_found"
    assert await refused(office, by="ines") == "not_found"
    assert await refused(office, "nika+ines", by=COLLEAGUE) == "not_found", "both are the lead's"
    assert await refused(office, "zvezda+ines", by=COLLEAGUE) == "not_found", "one of them is"
    made = await make(office, "zvezda+goran", by=COLLEAGUE)
    assert made["mine"]
    assert [one["id"] for one in await team(office, COLLEAGUE)] == [made["id"]]
    assert await refused(office, "nika+") == "mentorship_incomplete"
    assert await refused(office, "ines+nika") == "not_enrolled", "in parts that they do not have"
    assert await refused(office, days=0) == "days_unlikely"


async def test_a_partner_reads_of_others_people_neither_words_nor_reasons(office: Office) -> None:
    made = await make(office, "zvezda+ines")
    path = f"/me/proposals/{made['id']}/questions"
    await office.post("ines", path, {"command_id": office.id(), "words": "Where does she live?"})
    await say(office, "ines", made, "not_now", reason="not_fitting")
    (shown,) = await team(office, COLLEAGUE)
    (mentor,) = [one for one in shown["people"] if one["role"] == "mentor"]
    assert (mentor["own"], mentor["reason"], mentor["thread"], shown["mine"]) == (False, None, [], False)
    assert await office.refused(COLLEAGUE, "DELETE", f"/proposals/{made['id']}") == "not_found"
    answer = {"command_id": office.id(), "person": "ines", "words": "In Bitola."}
    assert await office.refused(COLLEAGUE, "POST", f"/proposals/{made['id']}/questions", answer) == "not_found"


async def test_a_mentee_is_asked_about_one_at_a_time(office: Office) -> None:
    await make(office)
    assert await refused(office, "nika+tadeja") == "already_proposed"
    await make(office, "djordje+ines")
    await pair(office, "zvezda+goran")
    assert await refused(office, "zvezda+ines") == "has_mentorship"


async def test_the_same_command_again_makes_nothing_twice(office: Office) -> None:
    body = {"command_id": "once", "people": seats("nika+ines")}
    first = await office.post(COORDINATOR, PROPOSALS, body)
    assert await office.post(COORDINATOR, PROPOSALS, body) == first
    assert len(await office.rows(proposal)) == 1
    body["people"] = seats("djordje+ines")
    assert await office.refused(COORDINATOR, "POST", PROPOSALS, body) == "command_conflict"


async def test_who_has_no_account_yet_gets_the_invitation_and_finds_it_behind(office: Office) -> None:
    new = {
        "name": "Nova Mentorka",
        "email": "nova@people.example",
        "role": "mentor",
        "language": "hr",
        "organisation": "bank",
    }
    enrolled = await office.post(COORDINATOR, f"/cohorts/{RUN}/people", {"command_id": office.id(), "people": [new]})
    person = enrolled["people"][0]["part"]["person"]["id"]
    made = await make(office, f"nika+{person}")
    assert [one["here"] for one in made["people"]] == [True, False]
    letters = [json.loads(row.facts) for row in await office.mails() if row.template == "invitation"]
    assert len(letters) == 2, "with the proposal another one, whose link is the one that counts"
    token = letters[-1]["link"].partition("#")[2]
    me = {"token": token, "name": "Nova Mentorka", "language": "hr", "zone": "Europe/Zagreb"}
    await office.done("", "POST", "/invitations/accept", me)
    assert await standings(office, person) == [["asked"]]


# ── first times, and forgetting ───────────────────────────────────────────────────────────────────────────────────────


async def test_first_times_are_shown_where_both_gave_hours(office: Office) -> None:
    evenings = [[["17:00", "20:00"]]] * 5 + [[], []]
    late = [[["19:00", "22:00"]]] * 5 + [[], []]
    made = await make(office)
    await say(office, "ines", made)
    await office.put("ines", "/me/hours", {"version": 1, "zone": "Europe/Belgrade", "weekly": evenings})
    assert (await say(office, "nika", made))["first_times"] == []
    await office.put("nika", "/me/hours", {"version": 1, "zone": "Europe/Belgrade", "weekly": late})
    (seen,) = await mine(office, "nika")
    starts = [(at - office.clock.now) / 3_600_000 for at in seen["first_times"]]
    assert starts == [31, 55, 7 * 24 - 5 * 24 + 7 + 72], "19:00 of the next three working days"


async def test_with_a_run_what_its_people_were_asked_is_forgotten(office: Office) -> None:
    made = await make(office)
    path = f"/me/proposals/{made['id']}/questions"
    await office.post("ines", path, {"command_id": office.id(), "words": "Why me?"})
    await say(office, "ines", made, "not_now", reason="time")
    await make(office, "djordje+ines")
    await office.unit(lambda unit: forget_signals(unit, RUN))
    for table in (proposal, proposal_person, proposal_question):
        assert await office.rows(table) == []


async def test_by_hand_too_people_read_why_they_fit_and_what_the_other_one_says(office: Office) -> None:
    keys = [
        one["key"] for one in (await office.get("nika", f"/cohorts/{RUN}/terms"))["terms"] if one["kind"] == "skill"
    ]
    profile = {"version": 1, "need": "To plan a tour.", "skills": keys[:2], "languages": {"sl": 6}, "country": "SI"}
    await office.put("nika", f"/me/profiles/{RUN}/mentee", {"profile": profile} | profile)
    gives = profile | {"need": "Twelve tours.", "skills": keys[1:3], "languages": {"sl": 4}, "country": "HR"}
    await office.put("ines", f"/me/profiles/{RUN}/mentor", {"profile": gives} | gives)
    made = await make(office)
    (seen,) = await mine(office, "ines")
    assert (seen["people"][0]["gives"], seen["people"][0]["skills"]) == ("To plan a tour.", keys[:2])
    codes = {one["code"]: one["parameters"] for one in seen["reasons"]}
    assert codes["needs_met"] == {"skills": [keys[1]]}
    assert "hours_unknown" in codes
    assert seen["terms"].keys() == set(keys[:2])
    assert [one["code"] for one in seen["caveats"]] == ["countries_apart"]
    await say(office, "ines", made)
    (seen,) = await mine(office, "nika")
    assert seen["people"][0]["gives"] == "Twelve tours."
    of_team = {one["code"]: one["parameters"] for one in made["reasons"][0]["reasons"]}
    assert of_team["needs_open"] == {"skills": [keys[0]]}
    assert of_team["conflict_of_interest"] == {"organisations": ["bank"]}, "both were brought in by one"


async def test_of_a_mentorship_that_is_over_nothing_stands_there_any_more(office: Office) -> None:
    made = await make(office)
    await say(office, "ines", made)
    await say(office, "nika", made)
    (walk,) = await office.rows(mentorship)
    await office.post("nika", f"/mentorships/{walk.id}/stop")
    assert await standings(office, "ines", "nika") == [[], []], "neither their words nor when they could"
    assert (await team(office))[0]["state"] == "opened"
    # Somebody else is found, and what was said before stays in its room.
    again = await make(office, "nika+tadeja")
    await say(office, "tadeja", again)
    opened = await say(office, "nika", again)
    assert opened["room"] != walk.room_key
    assert (await office.ask("ines", "GET", f"/rooms/{walk.room_key}")).status_code == 200
    assert (await office.ask("tadeja", "GET", f"/rooms/{walk.room_key}")).status_code == 404


async def test_a_draft_keeps_nobody_quiet_until_they_say_that_it_holds(office: Office) -> None:
    made = await make(office)
    await say(office, "ines", made)
    opened = (await say(office, "nika", made))["room"]

    async def quiet() -> list[tuple[str, str]]:
        items = await office.read(lambda connection: items_of(connection, opened, AGREEMENT))
        return [(one.start, one.end) for one in quiet_hours(items)]

    assert await quiet() == []
    await office.post("ines", "/rpc/room.talked_through", {"room": opened, "command_id": office.id()})
    assert await quiet() == [("21:00", "08:00")]

"""Every door of programmes for everybody in a run of two countries: who passes for what is the Window's, and who for
what is the Lantern's. In words of its own: the server's table of rights is what is tested. A door without its row, or
without a body, fails here."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import httpx2
import pytest

from server.catalogue.table import VIEWS, View
from tests.servers import AteljeProcess, Leash, serving
from tests.stories.bridge import KEEPER, Bridge, build, come_in
from tests.stories.test_matrix import PROGRAMMES

DOORS = {f"{view.method} {view.path.removeprefix('/api/v1')}": view for view in VIEWS if PROGRAMMES.search(view.path)}
EVERYBODY = "kaja lena petar fani ana bor iva jan tin zoe"
IN_THE_RUN = "kaja lena petar fani ana bor iva jan"
LEADS = "kaja lena"
TEAM = "kaja lena petar"


class Row(NamedTuple):
    """Who passes, by first name: for what is the Window's, and for what is the Lantern's."""

    window: str
    lantern: str


def both(people: str) -> Row:
    return Row(people, people)


RIGHTS: dict[str, Row] = {
    "GET /me/programmes": both(EVERYBODY),
    "GET /me/audit": both(EVERYBODY),
    "GET /programmes": both(EVERYBODY),
    "POST /programmes": both("kaja"),
    # Tin coordinates another run of it, for the organisation that leads.
    "PUT /programmes/{programme}": both("kaja lena tin"),
    "POST /programmes/{programme}/cohorts": both("kaja lena tin"),
    "POST /organisations": both("kaja lena petar tin"),
    "PUT /organisations/{organisation}": Row("kaja lena tin", "kaja lena petar tin"),
    "GET /cohorts/{cohort}": both(TEAM),
    "PUT /cohorts/{cohort}": both(LEADS),
    "PUT /cohorts/{cohort}/state": both(LEADS),
    "PUT /cohorts/{cohort}/partners": both(LEADS),
    "PUT /cohorts/{cohort}/credits": both(LEADS),
    "POST /cohorts/{cohort}/circles": both(LEADS),
    "GET /cohorts/{cohort}/audit": both(TEAM),
    "POST /cohorts/{cohort}/people/preview": both(TEAM),
    "POST /cohorts/{cohort}/people": Row(LEADS, TEAM),
    "DELETE /cohorts/{cohort}/people/{person}/{role}": Row(LEADS, TEAM),
    "POST /cohorts/{cohort}/people/{person}/invitation": Row(LEADS, TEAM),
    "POST /cohorts/{cohort}/mentorships": Row(LEADS, TEAM),
    "PUT /mentorships/{mentorship}/state": Row(LEADS, TEAM),
    "POST /mentorships/{mentorship}/mentors": Row(LEADS, TEAM),
    "POST /mentorships/{mentorship}/stop": Row("ana bor", "iva jan"),
    "GET /me/bulletins": both(EVERYBODY),
    # Petar is told in words that he can't announce in the Window's name.
    "POST /cohorts/{cohort}/bulletins": both(TEAM),
    "GET /cohorts/{cohort}/bulletins": both(TEAM),
    # The one that is told in the Window's name is Lena's, to the Window's people; the Lantern's is Petar's.
    "DELETE /bulletins/{bulletin}": Row(LEADS, TEAM),
    "POST /bulletins/{bulletin}/read": Row("kaja lena fani ana bor", "petar iva jan"),
    # Nobody answers themself.
    "POST /bulletins/{bulletin}/answers": Row("kaja fani ana bor", "iva jan"),
    "GET /bulletins/{bulletin}/answers": Row("lena", "petar"),
    "GET /me/calendar": both(EVERYBODY),
    "GET /me/polls": both(EVERYBODY),
    "GET /me/reviews": both(EVERYBODY),
    # Who leads reads and decides. Nobody else was asked to read what came from Slovenia, whoever reads for their own
    # country; and no other coordinator knows of it.
    "POST /applications/{application}/open": both(LEADS),
    "PUT /applications/{application}/note": both(LEADS),
    "POST /applications/{application}/conflict": both(LEADS),
    "GET /calls/{call}/selection": both(LEADS),
    "PUT /calls/{call}/reviewers/{person}": both(LEADS),
    "DELETE /calls/{call}/reviewers/{person}": both(LEADS),
    "PUT /applications/{application}/outcome": both(LEADS),
    "POST /applications/{application}/interview": both(LEADS),
    "GET /calls/{call}/letters": both(LEADS),
    "PUT /calls/{call}/letters/{outcome}/{language}": both(LEADS),
    "POST /calls/{call}/letters": both(LEADS),
    "POST /calls/{call}/people": both(LEADS),
    "PUT /calls/{call}": both(LEADS),
    "PUT /calls/{call}/state": both(LEADS),
    "PUT /calls/{call}/deadline": both(LEADS),
    # Somebody has applied, so it stays.
    "DELETE /calls/{call}": both(LEADS),
    "GET /calls/{call}/applications": both(LEADS),
    "GET /applications/{application}/copy": both(LEADS),
    "GET /applications/{application}/files/{file}": both(LEADS),
    "DELETE /applications/{application}": both(LEADS),
    "DELETE /applications/{application}/conflicts/{person}": both(LEADS),
    "DELETE /applications/{application}/interview": both(LEADS),
    "GET /applications/{application}/letter": both(LEADS),
    "PUT /applications/{application}/letter": both(LEADS),
    "GET /cohorts/{cohort}/polls": both(TEAM),
    "POST /cohorts/{cohort}/polls": both(TEAM),
    # The Window's is Lena's, among its people; the Lantern's is Petar's.
    "GET /polls/{poll}/times": Row(LEADS, TEAM),
    "GET /polls/{poll}/times/{start}": Row(LEADS, TEAM),
    "PUT /polls/{poll}/asked": Row(LEADS, TEAM),
    "PUT /polls/{poll}/decided": Row(LEADS, TEAM),
    "DELETE /polls/{poll}": Row(LEADS, TEAM),
    "PUT /me/polls/{poll}": Row("ana bor", "iva jan"),
    "GET /me/profiles/{cohort}/{role}": both("ana iva"),
    "PUT /me/profiles/{cohort}/{role}": both("ana iva"),
    "GET /cohorts/{cohort}/profiles": both(TEAM),
    "GET /cohorts/{cohort}/profiles.csv": both(TEAM),
    "POST /cohorts/{cohort}/profiles/preview": both(TEAM),
    "POST /cohorts/{cohort}/profiles": Row(LEADS, TEAM),
    "PUT /cohorts/{cohort}/profiles/{role}/{person}": Row(LEADS, TEAM),
    "GET /cohorts/{cohort}/terms": both(IN_THE_RUN),
    "PUT /cohorts/{cohort}/terms": both(LEADS),
    "GET /me/proposals": both(EVERYBODY),
    "GET /cohorts/{cohort}/proposals": both(TEAM),
    "POST /cohorts/{cohort}/proposals": Row(LEADS, TEAM),
    "GET /cohorts/{cohort}/calls": both(TEAM),
    "POST /cohorts/{cohort}/calls": both(LEADS),
    "GET /cohorts/{cohort}/rounds": both(TEAM),
    "POST /cohorts/{cohort}/rounds": both(LEADS),
    "GET /rounds/{round}": both(TEAM),
    "PUT /rounds/{round}/settings": both(LEADS),
    # Whose pair it is decides what a partner may: here nobody names any.
    "PUT /rounds/{round}/locks": both(TEAM),
    "PUT /rounds/{round}/scores": both(LEADS),
    "GET /rounds/{round}/work": both(TEAM),
    "POST /rounds/{round}/work": both(LEADS),
    "DELETE /rounds/{round}/work": both(LEADS),
    "GET /rounds/{round}/needs": both(TEAM),
    "POST /rounds/{round}/release": both(TEAM),
    "DELETE /rounds/{round}": both(LEADS),
    "GET /me/mentor-pool": both(EVERYBODY),
    "PUT /me/mentor-pool/{cohort}": both("bor jan"),
    "GET /cohorts/{cohort}/mentor-pool": both(TEAM),
    "GET /me/hours": both(EVERYBODY),
    "PUT /me/hours": both(EVERYBODY),
    "DELETE /me/hours": both(EVERYBODY),
    "GET /me/calendars": both(EVERYBODY),
    # Everybody is told that this server reads no addresses.
    "POST /me/calendars": both(EVERYBODY),
    "PUT /me/calendars/{calendar}": both(EVERYBODY),
    "DELETE /me/calendars/{calendar}": both(EVERYBODY),
    "GET /me/calendar-wishes": both(EVERYBODY),
    "PUT /me/calendar-wishes": both(EVERYBODY),
    "POST /me/calendar-feed": both(EVERYBODY),
    "DELETE /me/calendar-feed": both(EVERYBODY),
    "GET /cohorts/{cohort}/calendar": both(TEAM),
    "GET /cohorts/{cohort}/calendar/proposal": both(TEAM),
    "GET /cohorts/{cohort}/calendar/moved": both(TEAM),
    # What is the Window's is the mentors' and led by Lena, what is the Lantern's the mentees' and led by Petar.
    "POST /gatherings/{gathering}/answer": Row("lena bor jan", "petar ana iva"),
    "POST /gatherings/{gathering}/open": Row(LEADS, TEAM),
    "GET /gatherings/{gathering}": both(TEAM),
    "GET /cohorts/{cohort}/sums": both(TEAM),
    "GET /cohorts/{cohort}/sums.csv": both(TEAM),
    "PUT /gatherings/{gathering}/attendance": Row(LEADS, TEAM),
    "PUT /gatherings/{gathering}/need": Row("lena bor jan", "petar ana iva"),
    "GET /gatherings/{gathering}/needs": Row("lena", "petar"),
    "PUT /cohorts/{cohort}/calendar": both(LEADS),
    "GET /me/library": both(EVERYBODY),
    "GET /cohorts/{cohort}/library": both(TEAM),
    "PUT /cohorts/{cohort}/library": both(LEADS),
    "GET /me/alumni": both(EVERYBODY),
    "PUT /me/alumni/{programme}": both("kaja lena petar fani ana bor iva jan tin"),
    "GET /alumni": both(EVERYBODY),
    "GET /me/page": both(EVERYBODY),
    "PUT /me/page": both(IN_THE_RUN),
    "DELETE /me/page": both(EVERYBODY),
    "GET /me/photos": both(EVERYBODY),
    "PUT /me/photo": both(EVERYBODY),
    "DELETE /me/photo": both(EVERYBODY),
    "GET /cohorts/{cohort}/team": both(IN_THE_RUN),
    # Ana has asked Lena, Iva has asked Petar, and no working day has passed: nobody else knows.
    "GET /cohorts/{cohort}/talks": both("kaja lena petar fani"),
    "POST /cohorts/{cohort}/talks": both(IN_THE_RUN),
    "GET /me/talks": both(EVERYBODY),
    "POST /talks/{talk}/take": Row("lena", "petar"),
    "POST /talks/{talk}/close": Row("lena", "petar"),
    "DELETE /talks/{talk}": Row("ana", "iva"),
    "GET /me/signals": both(EVERYBODY),
    "PUT /cohorts/{cohort}/pulse": both(IN_THE_RUN),
    "POST /mentorships/{mentorship}/care": Row("ana bor", "iva jan"),
    "GET /cohorts/{cohort}/support": both(TEAM),
    "POST /cohorts/{cohort}/support": Row(LEADS, TEAM),
    "DELETE /cohorts/{cohort}/support/{support}": Row(LEADS, TEAM),
    "GET /me/support": both(EVERYBODY),
    "POST /me/support/wish": both(IN_THE_RUN),
    "GET /cohorts/{cohort}/overview": both(TEAM),
    "GET /cohorts/{cohort}/seen": both(IN_THE_RUN),
    "GET /rooms/{room}/archive": Row("ana bor", "iva jan"),
}
TAKES_AWAY = (
    "DELETE /talks",
    "DELETE /polls",
    "DELETE /bulletins",
    "DELETE /cohorts/{cohort}/support",
    "POST /mentorships/{mentorship}/stop",
    "POST /talks/{talk}/close",
    "POST /applications/{application}/conflict",
    "DELETE /calls/{call}/reviewers/{person}",
    "DELETE /applications/",
    "DELETE /rounds/{round}",
)
"""Doors after which the thing would be another one for the next to knock: only the refusals are tried here."""
NOTHING_THERE = (
    "GET /people/{person}/photo",
    "GET /me/reports",
    "GET /reports",
    "POST /reports/{report}/open",
    "PUT /reports/{report}/state",
    "GET /rooms/{room}/reports",
    "POST /rooms/{room}/reports",
    "GET /rooms/{room}/releases/{item}/link",
    "PUT /me/mentor-pool/{cohort}/answer",
    "POST /cohorts/{cohort}/mentor-pool/{person}",
    "DELETE /proposals/{proposal}",
    "POST /proposals/{proposal}/questions",
    "PUT /me/proposals/{proposal}",
    "POST /me/proposals/{proposal}/questions",
    "GET /rounds/{round}/pairs/{mentee}/{mentor}",
)
"""Doors of what nobody here has; tried in tests of their own."""


@pytest.fixture(scope="module")
def bridge(leash: Leash, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bridge]:
    process = AteljeProcess(leash, tmp_path_factory.mktemp("bridge"), {"ATELJE_LIMITS": "off"})
    with serving(process):
        yield asyncio.run(_built(process))


async def _built(process: AteljeProcess) -> Bridge:
    bridge = await build(process)
    await _more_things(bridge)
    return bridge


@pytest.mark.parametrize("side", ["window", "lantern"])
async def test_every_door_of_programmes_is_open_to_whom_it_should_be(bridge: Bridge, side: str) -> None:
    wrong = []
    for door, view in DOORS.items():
        if door in NOTHING_THERE:
            continue
        passes = getattr(RIGHTS[door], side).split()
        for person in EVERYBODY.split():
            if person in passes and door.startswith(TAKES_AWAY):
                continue
            answer = await ask(bridge, person, view, side)
            verdict = outcome(answer)
            if verdict != ("in" if person in passes else "not_found"):
                wrong.append((door, person, answer.status_code, answer.text[:120]))
        assert outcome(await ask(bridge, None, view, side)) == "sign_in_required", door
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("side", ["window", "lantern"])
async def test_what_is_hidden_answers_as_what_does_not_exist(bridge: Bridge, side: str) -> None:
    for door, view in DOORS.items():
        if "{" in view.path and "alumni" not in view.path:
            row = RIGHTS.get(door, both(EVERYBODY))
            for person in set(EVERYBODY.split()) - {*row.window.split(), *row.lantern.split()}:
                here = await ask(bridge, person, view, side)
                nowhere = await ask(bridge, person, view, "nowhere")
                assert (here.status_code, here.content) == (nowhere.status_code, nowhere.content), (door, person)


def test_every_door_has_a_row() -> None:
    assert set(RIGHTS) == set(DOORS) - set(NOTHING_THERE)


async def ask(bridge: Bridge, person: str | None, view: View, side: str) -> httpx2.Response:
    return await bridge.ask(person, view.method, path_of(bridge, view, side), body_of(bridge, view, side))


def outcome(answer: httpx2.Response) -> str:
    """`in`: past every question of right, whatever came of it."""
    if "json" not in answer.headers.get("content-type", ""):
        return "in"
    code = answer.json().get("code", "in")
    return code if code in ("sign_in_required", "not_found", "bad_request", "method_not_allowed") else "in"


WORDS = ("role", "start", "outcome", "language")
"""Names in a path that are no ids."""


POLL: dict[str, Any] = {
    "title": "A workshop",
    "kind": "workshop",
    "whom": "all",
    "minutes": 60,
    "day_from": "2030-01-01",
    "day_to": "2030-01-02",
    "since": "09:00",
    "until": "21:00",
}
NOON = 1_893_495_600_000
"""ms, of the first of these days in Skopje."""


def path_of(bridge: Bridge, view: View, side: str) -> str:
    pair = {"window": "first", "lantern": "second"}.get(side, "")
    mentee = {"window": "ana", "lantern": "iva"}.get(side, "")
    ids: dict[str, str | None] = {
        "programme": bridge.ids["programme"],
        "organisation": bridge.ids.get(side),
        "cohort": bridge.ids["run"],
        "person": bridge.ids.get(mentee),
        "role": "mentee",
        "mentorship": bridge.ids.get(pair),
        "room": bridge.ids.get(f"room of {pair}"),
        "bulletin": bridge.ids.get(f"bulletin of {side}"),
        "talk": bridge.ids.get(f"talk of {mentee}"),
        "gathering": bridge.ids.get(f"gathering of {side}"),
        "support": bridge.ids.get(f"support of {mentee}"),
        "poll": bridge.ids.get(f"poll of {side}"),
        "start": str(NOON),
        "calendar": "work",
        "call": bridge.ids.get("call"),
        "application": bridge.ids.get("application"),
        "file": bridge.ids.get("file"),
        "round": bridge.ids.get("round"),
        "outcome": "no",
        "language": "en",
    }
    known = side != "nowhere"
    return re.sub(r"{(\w+)}", lambda name: str(ids[name[1]]) if known or name[1] in WORDS else "nowhere", view.path)


def body_of(bridge: Bridge, view: View, side: str) -> dict[str, Any] | None:
    """Good to be read, and changing nothing that other rows would meet."""
    if view.body is None:
        return None
    mentee = "iva" if side == "lantern" else "ana"
    organisation = bridge.ids["lantern" if side == "lantern" else "window"]
    dates = {"start": "2026-10-05", "end": "2027-04-04", "home_zone": "Europe/Skopje"}
    place = {"names": {"en": "X"}, "town": "X", "country": "MK", "zone": "Europe/Skopje"}
    part = {"name": "X", "email": f"{mentee}@people.example", "role": "mentee", "language": "en"}
    run: dict[str, Any] = {
        "names": {},
        **dates,
        "least_meetings": 6,
        "least_gatherings": 4,
        "help": None,
        "silence_days": None,
    }
    call = {
        "slug": "-",
        "whom": "mentees",
        "opens_at": 0,
        "closes_at": 1,
        "purge_on": "2027-04-04",
        "languages": ["en"],
        "words": {"en": {"title": "X", "words": "X"}},
        "questions": [],
        "contact": "x@people.example",
    }
    bodies: dict[str, Any] = {
        "NewProgramme": {"names": {"en": "X"}, "lead": "unknown", **dates},
        "ChangeProgramme": {"names": {"en": "X"}},
        "NewCohort": {"names": {}, **dates, "end": "2026-01-01"},
        "NewOrganisation": place | {"zone": "Europe/Nowhere"},
        "ChangeOrganisation": place,
        "ChangeCohort": {**run, "first_words": {}},
        "SetCohortState": {"state": "ended"},
        "SetPartners": {"partners": []},
        "SetCredits": {"credits": []},
        "OpenCircle": {"kind": "staff"},
        "ReadList": {"role": "mentee", "language": "en", "pasted": "x"},
        "EnrolPeople": {"people": [part | {"organisation": organisation}]},
        "NewProposal": {"people": [{"person": bridge.ids[mentee], "role": "mentee"}]},
        "OpenMentorship": {"people": [{"person": bridge.ids[mentee], "role": "mentee"}]},
        "SetMentorshipState": {"state": "ended"},
        "AddMentor": {"person": bridge.ids["jan" if side == "lantern" else "bor"]},
        "NewBulletin": {"to": "all", "texts": {"en": {"title": "", "words": ""}}, "organisation": organisation},
        "AnswerBulletin": {"words": ""},
        "SetCalendar": {"dates": []},
        "AnswerGathering": {"coming": True},
        "SetAttendance": {"people": [], "minutes": 60},
        "SayNeed": {"need": ""},
        "NewPoll": {**POLL, "people": []},
        "ChooseTimes": {"starts": [NOON]},
        "AnswerPoll": {"said": {str(NOON): "yes"}},
        "SetMyProfile": {"profile": {}},
        "SetProfile": {"profile": {}},
        "SetProfiles": {
            "profiles": [{"person": bridge.ids[mentee], "role": "mentee", "version": 999, "profile": {}}],
        },
        "ReadProfileList": {"pasted": "x"},
        "SetTerms": {"terms": []},
        "NewCall": {"call": call},
        "ChangeCall": {"call": call},
        "SetCallState": {"state": "closed"},
        "MoveDeadline": {"closes_at": 1},
        "NewRound": {},
        "SetRoundSettings": {"settings": {}},
        "SetRoundLocks": {},
        "SetRoundScores": {},
        "StartRoundWork": {},
        "ReleaseRound": {"run": 0},
        "AskMeAgain": {"until": None},
        "NameReviewer": {"reach": "own"},
        "WriteReview": {"tendency": "yes", "words": "X"},
        "DeclareConflict": {"reason": "other"},
        "SetOutcome": {"outcome": "no"},
        "AskForInterview": {"minutes": 30, "starts": [1], "place": "X"},
        "SetLetter": {"title": "X", "words": "X"},
        "SendLetters": {"people": 1},
        "TakeIn": {"organisation": None, "applications": ["unknown"]},
        "SetHours": {"zone": "Europe/Belgrade", "weekly": [[]] * 7},
        "SetCalendarWishes": {"titles": "plain", "invitations": True},
        "SetLibrary": {"items": []},
        "ReadCalendar": {"address": "https://calendar.example/a.ics"},
        "AlumniWish": {"consent": False},
        "SetPage": {
            "slug": "-",
            "name": "X",
            "words": {"en": "X"},
            "cohort": bridge.ids["run"],
            "until": "2027-04-04",
        },
        "NewPhoto": {"picture": "eA=="},
        "AskForTalk": {"to": "unknown", "matter": "time"},
        "SetPulse": {"month": "2020-01-01", "word": None},
        "SignOfLife": {"kind": "well"},
        "GiveSupport": {"person": bridge.ids[mentee], "level": "mentoring", "day": "2026-10-06", "words": ""},
        "WishSupport": {"cohort": bridge.ids["run"], "level": "mentoring", "wished": False},
    }
    body = dict(bodies[view.body.__name__])
    fields = view.body.__struct_fields__
    body |= {"command_id": bridge.id()} if "command_id" in fields else {}
    return body | ({"version": 999} if "version" in fields else {})


async def _more_things(bridge: Bridge) -> None:
    """A stranger who is here, and one talk, one record of support and one announcement of each side."""
    wanted = {"name": "Zoe", "email": "zoe@people.example", "language": "en"}
    link = (await bridge.done(KEEPER, "POST", "/api/v1/invitations", wanted))["link"]
    await come_in(bridge, "zoe", link)
    run = f"/api/v1/cohorts/{bridge.ids['run']}"
    await _gatherings(bridge, run)
    await _polls(bridge, run)
    await _application(bridge, run)
    made = await bridge.done("lena", "POST", f"{run}/rounds", {"command_id": bridge.id()})
    bridge.ids["round"] = made["id"]
    for side, mentee, coordinator in (("window", "ana", "lena"), ("lantern", "iva", "petar")):
        asked = {"command_id": bridge.id(), "to": bridge.ids[coordinator], "matter": "time"}
        bridge.ids[f"talk of {mentee}"] = (await bridge.done(mentee, "POST", f"{run}/talks", asked))["id"]
        given = {"person": bridge.ids[mentee], "level": "education", "day": "2026-10-06", "words": "A workshop."}
        done = await bridge.done(coordinator, "POST", f"{run}/support", {"command_id": bridge.id(), **given})
        bridge.ids[f"support of {mentee}"] = done["id"]
        told = {"to": "all", "texts": {"en": {"title": "News", "words": "Of us."}}}
        announced = {"command_id": bridge.id(), **told, "organisation": bridge.ids[side]}
        made = await bridge.done(coordinator, "POST", f"{run}/bulletins", announced)
        bridge.ids[f"bulletin of {side}"] = made["id"]


async def _polls(bridge: Bridge, run: str) -> None:
    """One of each side, that asks its pair."""
    for side, coordinator, pair in (("window", "lena", ("ana", "bor")), ("lantern", "petar", ("iva", "jan"))):
        people = [{"person": bridge.ids[one]} for one in pair]
        asked = {"command_id": bridge.id(), **POLL, "people": people}
        made = await bridge.done(coordinator, "POST", f"{run}/polls", asked)
        bridge.ids[f"poll of {side}"] = made["id"]
        times = {"version": 1, "starts": [NOON]}
        await bridge.done(coordinator, "PUT", f"/api/v1/polls/{made['id']}/asked", times)


async def _application(bridge: Bridge, run: str) -> None:
    """One that came from a third country, by the pages for everybody."""
    call = (await bridge.done("lena", "GET", f"{run}/calls"))["proposal"]
    for lead in call["words"].values():
        lead["words"] = "Come."
    made = await bridge.done("lena", "POST", f"{run}/calls", {"command_id": bridge.id(), "call": call})
    bridge.ids["call"] = made["id"]
    await bridge.done("lena", "PUT", f"/api/v1/calls/{made['id']}/state", {"version": 1, "state": "open"})
    who = {"name": "Mia", "email": "mia@elsewhere.example", "zone": "Europe/Ljubljana"}
    async with httpx2.AsyncClient(base_url=bridge.origin, headers={"Origin": bridge.origin}) as browser:
        begun = await browser.post(f"/call/{call['slug']}", data=who | {"manner": "person", "part": "mentee"})
        path = begun.headers["location"].removeprefix(bridge.origin)
        version = re.findall(r'name="version" value="(\d+)"', (await browser.get(f"{path}?change=1")).text)[0]
        answers = {
            "q_country": "SI",
            "q_languages_tag_1": "sl",
            "q_languages_level_1": "6",
            "q_about": "Theatre.",
            "q_need": "To direct.",
            "q_disciplines": "theatre",
        }
        parts = [("f_work", ("scene.pdf", b"%PDF-1.4\n%%EOF\n", "application/pdf"))]
        await browser.post(path, data=who | answers | {"version": version, "do": "send"}, files=parts)
    (one,) = (await bridge.done("lena", "GET", f"/api/v1/calls/{made['id']}/applications"))["applications"]
    path = f"/api/v1/applications/{one['id']}"
    opened = await bridge.done("lena", "POST", f"{path}/open")
    bridge.ids |= {"application": one["id"], "file": opened["files"][0]["id"]}
    # Decided, so that there is a letter.
    await bridge.done("lena", "PUT", f"{path}/outcome", {"version": opened["version"], "outcome": "no"})


async def _gatherings(bridge: Bridge, run: str) -> None:
    """One of each side."""
    day = {"kind": "consultation", "day": "2027-03-01", "time": "18:00"}
    dates = [
        day | {"whom": whom, "led_by": [bridge.ids[who]], "needs_to": [bridge.ids[who]]}
        for whom, who in (("mentors", "lena"), ("mentees", "petar"))
    ]
    kept = await bridge.done("lena", "PUT", f"{run}/calendar", {"version": 1, "dates": dates})
    for side, whom in (("window", "mentors"), ("lantern", "mentees")):
        bridge.ids[f"gathering of {side}"] = next(one["id"] for one in kept["dates"] if one["whom"] == whom)

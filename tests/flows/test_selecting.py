"""Choosing among applications: several who read for themselves, a conflict, interviews by a link, outcomes,
letters that leave once, and who was told a yes in the run."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.flows import outcome_letters
from server.flows.enrolling import Enrolling
from server.flows.outcome_letters import OutcomeMail, usual
from server.flows.taking_in import Arriving
from server.matching.calls import store as calls
from server.matching.calls.model import Application, Brought, Call, Choice, Lead, Part, Question
from server.matching.profiles import service as profiles
from server.matching.selection import service as selection
from server.matching.selection.tables import letter_sending, review_conflict, review_note
from server.post.wording import LANGUAGES
from server.programmes.model import Enrolment
from server.programmes.service import enrol
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, KEEPER, NOBODY, NOW, RUN, STRANGER, Office

CALL = "call-of-2026"
ANA, MAKO, JURE, ELIRA = "ana-applies", "mako-applies", "jure-applies", "elira-applies"
QUESTIONS = (
    Question("country", "country", {"en": "Where do you live?"}, feeds="country"),
    Question("about", "long", {"en": "What do you do?", "sl": "Kaj počnete?"}),
    Question("need", "long", {"en": "What would you like to be able to do?"}, feeds="need"),
    Question(
        "way", "choice", {"en": "How?"}, choices=(Choice("stage", {"en": "On stage"}), Choice("off", {"en": "Off"}))
    ),
    Question("tongues", "languages", {"en": "Which languages?"}, feeds="languages"),
    Question("work", "file", {"en": "Your work"}),
    Question("access", "access_needs", {"en": "What do you need?"}),
)


PURGED = date(2027, 3, 1)
ANSWERS = {"about": "I write plays.", "way": "stage", "tongues": {"hr": 6, "en": 3}}


def application(id: str, name: str, language: str, country: str, part: Part = "mentee", **fields: Any) -> Application:
    one = Application(
        id=id,
        call=CALL,
        cohort=RUN,
        part=part,
        manner="person",
        name=name,
        email=f"{id}@applicants.example",
        language=language,
        zone="Europe/Lisbon",
        made_at=NOW - DAY,
        purge_on=PURGED,
        state="sent",
        answers={"country": country, "need": f"{name.split()[0]} wants to direct."} | ANSWERS,
        needs="a quiet room",
        sent_at=NOW - DAY,
    )
    return replace(one, **fields)


FILE = Brought("work-1", "work", "Scene.pdf", "application/pdf", 9, "0123456789abcdef")


@pytest.fixture
async def chosen_from(either_office: Office) -> Office:
    """A call that is over, with four applications in four languages."""
    await either_office.unit(_call)
    return either_office


def _call(unit: UnitOfWork) -> None:
    words = {"sr-Latn": Lead("Poziv mentijima", "Dođite."), "en": Lead("Call for mentees", "Come.")}
    call = Call(
        id=CALL,
        cohort=RUN,
        slug="call-2026",
        state="closed",
        whom="both",
        opens_at=NOW - 30 * DAY,
        closes_at=NOW - DAY // 2,
        zone="Europe/Belgrade",
        purge_on=PURGED,
        languages=("sr-Latn", "en"),
        words=words,
        questions=QUESTIONS,
        contact="team@bank.example",
        made_by=COORDINATOR,
        made_at=NOW - 30 * DAY,
    )
    calls.add_call(unit.connection, call)
    for one in (
        application(ANA, "Ana Perić", "hr", "RS"),
        application(MAKO, "Мако Илиевски", "mk", "MK"),
        application(JURE, "Jure Kos", "sl", "RS", organisation="Udruženje Treća obala, Novi Sad"),
        application(ELIRA, "Elira Hoxha", "sq", "MK", "mentor"),
    ):
        calls.add(unit.connection, one)
    calls.add_file(unit.connection, ANA, FILE)


async def name(office: Office, person: str, reach: str = "all") -> Any:
    return await office.put(COORDINATOR, f"/calls/{CALL}/reviewers/{person}", {"reach": reach})


async def read(office: Office, person: str, application: str) -> Any:
    return await office.post(person, f"/applications/{application}/open")


async def write(office: Office, person: str, application: str, tendency: str, words: str, version: int = 0) -> Any:
    said = {"version": version, "tendency": tendency, "words": words}
    return await office.put(person, f"/applications/{application}/note", said)


async def rows(office: Office, person: str = COORDINATOR) -> dict[str, Any]:
    found = await office.get(person, f"/calls/{CALL}/selection")
    return {row["id"]: row for row in found["applications"]}


async def decide(office: Office, application: str, outcome: str, person: str = COORDINATOR) -> Any:
    version = (await rows(office, person))[application]["version"]
    return await office.put(person, f"/applications/{application}/outcome", {"version": version, "outcome": outcome})


async def send(office: Office, people: int) -> Any:
    return await office.post(COORDINATOR, f"/calls/{CALL}/letters", {"command_id": office.id(), "people": people})


async def letters_leave(office: Office) -> None:
    await OutcomeMail(office.database, office.product.writer).send_all()


def cards(found: Any) -> dict[str, str]:
    """By application: what the reader has done with it."""
    return {one["id"]: one["state"] for call in found["calls"] for one in call["applications"]}


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_reviewer_reads_the_need_first_and_nothing_that_is_no_part_of_the_choice(chosen_from: Office) -> None:
    office = chosen_from
    assert (await office.get("ines", "/me/reviews"))["calls"] == []
    await name(office, "ines")
    assert "programme_changed" in await office.told("ines")
    assert cards(await office.get("ines", "/me/reviews")) == dict.fromkeys((ANA, MAKO, JURE, ELIRA), "unread")
    one = await read(office, "ines", ANA)
    assert one["need"] == "Ana wants to direct."
    assert [answer["key"] for answer in one["answers"]] == ["country", "about", "way", "tongues"]
    assert one["answers"][2]["chosen"] == [{"en": "On stage"}]
    assert one["answers"][3]["levels"] == {"hr": 6, "en": 3}
    assert [file["name"] for file in one["files"]] == ["Scene.pdf"]
    assert (one["email"], one["conflicts"], one["interview"], one["decides"]) == (None, [], None, False)
    assert "quiet room" not in json.dumps(one)
    assert cards(await office.get("ines", "/me/reviews"))[ANA] == "read"
    acts = (await office.get(COORDINATOR, f"/cohorts/{RUN}/audit"))["acts"]
    assert [(act["kind"], act["by"]["id"]) for act in acts[:2]] == [
        ("application_opened", "ines"),
        ("reviewer_named", COORDINATOR),
    ]
    await read(office, "ines", ANA)
    assert len((await office.get(COORDINATOR, f"/cohorts/{RUN}/audit"))["acts"]) == len(acts), "kept once"


async def test_the_others_notes_come_after_ones_own(chosen_from: Office) -> None:
    office = chosen_from
    for person in ("ines", "goran"):
        await name(office, person)
    await write(office, "ines", ANA, "yes", "A clear wish.")
    office.clock.now += 1
    one = await read(office, "goran", ANA)
    assert (one["note"], one["notes"], one["waiting"]) == (None, [], True)
    one = await write(office, "goran", ANA, "unsure", "Too early?")
    assert [(note["by"]["id"], note["tendency"], note["words"]) for note in one["notes"]] == [
        ("ines", "yes", "A clear wish.")
    ]
    assert (one["note"]["words"], one["waiting"]) == ("Too early?", False)
    assert (
        await office.refused(
            "goran", "PUT", f"/applications/{ANA}/note", {"version": 0, "tendency": "no", "words": "No."}
        )
        == "changed_meanwhile"
    )
    assert (await write(office, "goran", ANA, "reserve", "Later.", 1))["note"]["tendency"] == "reserve"
    assert (
        await office.refused(
            "goran", "PUT", f"/applications/{MAKO}/note", {"version": 0, "tendency": "no", "words": " "}
        )
        == "text_empty"
    )
    row = (await rows(office))[ANA]
    assert [(one["by"]["id"], one["tendency"]) for one in row["leanings"]] == [("ines", "yes"), ("goran", "reserve")]
    assert row["unread"] == []
    assert [one["id"] for one in (await rows(office))[MAKO]["unread"]] == ["goran", "ines"]


async def test_what_somebody_has_a_conflict_with_does_not_exist_for_them(chosen_from: Office) -> None:
    office = chosen_from
    for person in ("ines", "goran"):
        await name(office, person)
    await write(office, "ines", JURE, "no", "I know him.")
    assert (await office.post("ines", f"/applications/{JURE}/conflict", {"reason": "worked_together"})) == {}
    assert JURE not in cards(await office.get("ines", "/me/reviews"))
    note = {"version": 0, "tendency": "no", "words": "No."}
    nowhere = await office.ask("ines", "POST", "/applications/nowhere/open")
    for method, path, body in (
        ("POST", "open", None),
        ("PUT", "note", note),
        ("POST", "conflict", {"reason": "other"}),
        ("GET", f"files/{FILE.id}", None),
    ):
        answer = await office.ask("ines", method, f"/applications/{JURE}/{path}", body)
        assert (answer.status_code, answer.content) == (404, nowhere.content), path
    assert await office.rows(review_note) == [], "what they wrote goes with it"
    row = (await rows(office))[JURE]
    assert (row["conflicts"], [one["id"] for one in row["unread"]]) == (1, ["goran"])
    seen = await read(office, COORDINATOR, JURE)
    assert [(one["person"]["id"], one["reason"]) for one in seen["conflicts"]] == [("ines", "worked_together")]
    await office.done(COORDINATOR, "DELETE", f"/applications/{JURE}/conflicts/ines")
    assert JURE in cards(await office.get("ines", "/me/reviews"))


async def test_who_decides_has_conflicts_too_and_somebody_else_is_left(chosen_from: Office) -> None:
    office = chosen_from
    path = f"/applications/{ANA}/conflict"
    assert await office.refused(COORDINATOR, "POST", path, {"reason": "close"}) == "nobody_else_decides"

    await office.unit(lambda unit: enrol(unit, Enrolment(KEEPER, RUN, "coordinator", "bank")))
    await decide(office, ANA, "yes")
    await office.done(COORDINATOR, "POST", path, {"reason": "close"})
    assert ANA not in await rows(office)
    assert ANA in await rows(office, KEEPER)
    assert await office.refused(COORDINATOR, "GET", f"/applications/{ANA}/letter") == "not_found"
    letters = await office.get(COORDINATOR, f"/calls/{CALL}/letters")
    assert letters["to"] == []
    assert (
        await office.refused(COORDINATOR, "POST", f"/calls/{CALL}/letters", {"command_id": "x", "people": 1})
        == "nobody_to_tell"
    )
    acts = (await office.get(COORDINATOR, f"/cohorts/{RUN}/audit"))["acts"]
    assert ANA not in json.dumps(acts)
    assert ANA in json.dumps((await office.get(KEEPER, f"/cohorts/{RUN}/audit"))["acts"])


async def test_own_country_alone_and_a_hint_about_ones_own_organisation(chosen_from: Office) -> None:
    office = chosen_from
    await name(office, COLLEAGUE, "own")
    assert set(cards(await office.get(COLLEAGUE, "/me/reviews"))) == {MAKO, ELIRA}
    assert await office.refused(COLLEAGUE, "POST", f"/applications/{ANA}/open") == "not_found"
    await name(office, COLLEAGUE, "all")
    assert len(cards(await office.get(COLLEAGUE, "/me/reviews"))) == 4
    await name(office, "ines")
    assert (await read(office, "ines", JURE))["maybe_conflict"]
    assert not (await read(office, COLLEAGUE, JURE))["maybe_conflict"]
    assert not (await read(office, "ines", ANA))["maybe_conflict"]


async def test_nobody_else_comes_near_it(chosen_from: Office) -> None:
    office = chosen_from
    await name(office, "ines")
    note = {"version": 0, "tendency": "no", "words": "No."}
    letter = {"version": 0, "title": "A", "words": "B"}
    times = {"command_id": "c", "minutes": 30, "starts": [NOW + DAY, NOW + 2 * DAY], "place": "Zoom"}
    team = [
        ("GET", f"/calls/{CALL}/selection", None),
        ("PUT", f"/calls/{CALL}/reviewers/nika", {"reach": "all"}),
        ("DELETE", f"/calls/{CALL}/reviewers/ines", None),
        ("PUT", f"/applications/{ANA}/outcome", {"version": 1, "outcome": "yes"}),
        ("DELETE", f"/applications/{ANA}/conflicts/ines", None),
        ("POST", f"/applications/{ANA}/interview", times),
        ("DELETE", f"/applications/{ANA}/interview", None),
        ("GET", f"/calls/{CALL}/letters", None),
        ("PUT", f"/calls/{CALL}/letters/yes/hr", letter),
        ("POST", f"/calls/{CALL}/letters", {"command_id": "c", "people": 1}),
        ("GET", f"/applications/{ANA}/letter", None),
        ("PUT", f"/applications/{ANA}/letter", letter),
        ("POST", f"/calls/{CALL}/people", {"command_id": "c", "organisation": None, "applications": [ANA]}),
    ]
    reading = [
        ("POST", f"/applications/{ANA}/open", None),
        ("PUT", f"/applications/{ANA}/note", note),
        ("POST", f"/applications/{ANA}/conflict", {"reason": "other"}),
        ("GET", f"/applications/{ANA}/files/{FILE.id}", None),
    ]
    for person in (STRANGER, NOBODY, COLLEAGUE, "goran", "nika", "aida"):
        for method, path, body in team + reading:
            assert await office.refused(person, method, path, body) == "not_found", (person, path)
    for method, path, body in team:
        assert await office.refused("ines", method, path, body) == "not_found", path
    # Whoever takes part no more reads no more.
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/ines/mentor")
    assert (await office.get("ines", "/me/reviews"))["calls"] == []
    assert await office.refused("ines", "POST", f"/applications/{ANA}/open") == "not_found"
    assert (await office.get(COORDINATOR, f"/calls/{CALL}/selection"))["reviewers"] == []
    assert (
        await office.refused(COORDINATOR, "PUT", f"/calls/{CALL}/reviewers/{NOBODY}", {"reach": "all"})
        == "not_enrolled"
    )


# ── interviews ────────────────────────────────────────────────────────────────────────────────────────────────────────


def at(day: str, hour: int) -> int:
    """ms, on the wall clock of the applicants."""
    return int(
        datetime.fromisoformat(f"{day}T{hour:02}:00").replace(tzinfo=ZoneInfo("Europe/Lisbon")).timestamp() * 1000
    )


async def form(office: Office, link: str, body: str) -> Any:
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": str(office.client.base_url).rstrip("/")}
    return await office.client.post(link, content=body, headers=headers)


async def test_an_applicant_chooses_a_time_by_a_link_and_their_own_clock(chosen_from: Office) -> None:
    office = chosen_from
    first, second = at("2026-11-24", 18), at("2026-11-25", 10)
    wanted = {"command_id": "c1", "minutes": 30, "starts": [second, first], "place": "https://meet.example/a"}
    path = f"/applications/{JURE}/interview"
    shown = await office.post(COORDINATOR, path, wanted)
    assert (shown["interview"]["starts"], shown["interview"]["state"]) == ([first, second], "asked")
    await office.post(COORDINATOR, path, wanted)
    (mail,) = [row for row in await office.mails() if row.template == "interview_asked"]
    assert (mail.address, mail.language) == (f"{JURE}@applicants.example", "sl")
    link = json.loads(mail.facts)["link"]
    page = await office.client.get(link)
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    for words in ("18:00–18:30", "Europe/Lisbon", "https://meet.example/a", "Noben od teh terminov ne ustreza"):
        assert words in page.text
    assert re.findall(r'value="(\d+)"', page.text) == [str(first), str(second)]
    thanked = await form(office, link, f"time={second}")
    assert (thanked.status_code, thanked.text.count(" checked")) == (200, 1)
    row = (await rows(office))[JURE]
    assert (row["interview"]["state"], row["interview"]["chosen"]) == ("chosen", second)
    assert [row.address for row in await office.mails() if row.template == "interview_answered"] == [
        f"{COORDINATOR}@people.example"
    ]
    await form(office, link, "time=none")
    assert (await rows(office))[JURE]["interview"]["state"] == "none_suits"
    for body, status in (("time=999", 409), ("time=" + "1" * 3000, 409), ("time=x", 409), ("", 409), ("a=1&" * 9, 400)):
        assert (await form(office, link, body)).status_code == status, body
    assert (await rows(office))[JURE]["interview"]["state"] == "none_suits"
    office.clock.now = first + 1
    late = await form(office, link, f"time={first}")
    assert (late.status_code, "Ta termin je minil" in late.text) == (409, True)
    for broken in (
        link[:-1] + ("1" if link[-1] == "0" else "0"),
        f"{link}x",
        "/interview/a.b",
        f"/interview/{'x' * 3000}",
    ):
        assert (await office.client.get(broken)).status_code == 404
    await office.done(COORDINATOR, "DELETE", path)
    gone = await office.client.get(link)
    assert (gone.status_code, gone.headers["x-robots-tag"]) == (404, "noindex")
    for wish, words in (("mk", "Повлечено е"), ("sr-Latn-RS", "Povučeno je"), ("", "It was taken back")):
        assert words in (await office.client.get(link, headers={"Accept-Language": wish})).text


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"starts": [NOW + DAY]}, "interview_times"),
        ({"starts": [NOW + DAY, NOW + DAY]}, "time_twice"),
        ({"starts": [NOW - DAY, NOW + DAY]}, "time_over"),
        ({"starts": [NOW + DAY, NOW + 300 * DAY]}, "interview_too_far"),
        ({"minutes": 5}, "minutes_unlikely"),
        ({"place": " "}, "text_empty"),
    ],
)
async def test_what_is_no_offer(chosen_from: Office, fields: dict[str, Any], code: str) -> None:
    wanted = {"command_id": "c1", "minutes": 30, "starts": [NOW + DAY, NOW + 2 * DAY], "place": "Here"} | fields
    assert await chosen_from.refused(COORDINATOR, "POST", f"/applications/{ANA}/interview", wanted) == code
    assert await chosen_from.mails() == []


# ── outcomes and letters ──────────────────────────────────────────────────────────────────────────────────────────────


async def test_letters_are_there_in_every_language_and_leave_once_as_edited(chosen_from: Office) -> None:
    office = chosen_from
    for one, outcome in ((ANA, "yes"), (MAKO, "reserve"), (JURE, "no")):
        await decide(office, one, outcome)
    await decide(office, JURE, "yes")
    await decide(office, JURE, "no")
    found = await office.get(COORDINATOR, f"/calls/{CALL}/letters")
    assert {one["language"] for one in found["letters"]} == {"hr", "mk", "sl", "en"}
    assert len(found["letters"]) == 12
    assert sorted((one["application"], one["outcome"], one["language"]) for one in found["to"]) == [
        (ANA, "yes", "hr"), (JURE, "no", "sl"), (MAKO, "reserve", "mk"),
    ]  # fmt: skip
    assert found["undecided"] == 1
    edited = {"version": 0, "title": "Dobro došli", "words": "Veselimo se.\n\nVaš tim"}
    after = await office.put(COORDINATOR, f"/calls/{CALL}/letters/yes/hr", edited)
    (theirs,) = [one for one in after["letters"] if (one["outcome"], one["language"]) == ("yes", "hr")]
    assert (theirs["words"], theirs["edited"], theirs["people"], theirs["version"]) == (edited["words"], True, 1, 1)
    assert await office.refused(COORDINATOR, "PUT", f"/calls/{CALL}/letters/yes/hr", edited) == "changed_meanwhile"
    own = {"version": 0, "title": "O prijavi", "words": "Jure, tokrat žal ne."}
    preview = await office.put(COORDINATOR, f"/applications/{JURE}/letter", own)
    assert (preview["greeting"], preview["words"], preview["own"]) == ("Jure Kos,", own["words"], True)
    assert (await office.get(COORDINATOR, f"/applications/{ANA}/letter"))["title"] == "Dobro došli"
    reserve = await office.get(COORDINATOR, f"/applications/{MAKO}/letter")
    assert "во резерва" in reserve["title"]
    assert "team@bank.example" in reserve["words"]
    assert await office.refused(COORDINATOR, "GET", f"/applications/{ELIRA}/letter") == "not_found"
    # As many as were seen, once.
    wrong = {"command_id": "s0", "people": 4}
    assert await office.refused(COORDINATOR, "POST", f"/calls/{CALL}/letters", wrong) == "changed_meanwhile"
    sending = {"command_id": "s1", "people": 3}
    sent = await office.post(COORDINATOR, f"/calls/{CALL}/letters", sending)
    assert (sent["leaving"], sent["told"], sent["to"]) == (3, 0, [])
    assert await office.refused(COORDINATOR, "PUT", f"/calls/{CALL}/letters/no/sl", edited) == "letters_leaving"
    for _ in range(2):
        await letters_leave(office)
        await office.post(COORDINATOR, f"/calls/{CALL}/letters", sending)
    mails = {row.address: row for row in await office.mails() if row.template == "outcome"}
    assert len([row for row in await office.mails() if row.template == "outcome"]) == 3
    facts = json.loads(mails[f"{ANA}@applicants.example"].facts)
    assert facts == {
        "name": "Ana Perić",
        "title": "Dobro došli",
        "words": "Veselimo se.\n\nVaš tim",
        "tongue": "hr",
        "call": "Poziv mentijima",
    }
    assert json.loads(mails[f"{JURE}@applicants.example"].facts)["words"] == own["words"]
    assert json.loads(mails[f"{MAKO}@applicants.example"].facts)["tongue"] == "mk"
    found = await office.get(COORDINATOR, f"/calls/{CALL}/letters")
    assert (found["leaving"], found["told"]) == (0, 3)
    assert len(await office.rows(letter_sending)) == 3


async def test_what_was_told_stays_and_reserve_can_still_become_a_yes(chosen_from: Office) -> None:
    office = chosen_from
    for one, outcome in ((ANA, "yes"), (MAKO, "reserve"), (JURE, "no")):
        await decide(office, one, outcome)
    await send(office, 3)
    await letters_leave(office)
    table = await rows(office)
    assert [table[one]["told"] for one in (ANA, MAKO, JURE, ELIRA)] == ["yes", "reserve", "no", None]
    for one, outcome, code in (
        (ANA, "no", "letter_gone"),
        (JURE, "none", "letter_gone"),
        (MAKO, "none", "state_not_possible"),
    ):
        body = {"version": table[one]["version"], "outcome": outcome}
        assert await office.refused(COORDINATOR, "PUT", f"/applications/{one}/outcome", body) == code
    await decide(office, MAKO, "yes")
    letters = await office.get(COORDINATOR, f"/calls/{CALL}/letters")
    assert [(one["application"], one["outcome"]) for one in letters["to"]] == [(MAKO, "yes")]
    await send(office, 1)
    await letters_leave(office)
    assert len([row for row in await office.mails() if row.address.startswith(MAKO)]) == 2
    assert (await rows(office))[MAKO]["told"] == "yes"
    body = {"version": (await rows(office))[MAKO]["version"], "outcome": "reserve"}
    assert await office.refused(COORDINATOR, "PUT", f"/applications/{MAKO}/outcome", body) == "letter_gone"


async def test_somebody_else_changed_it_meanwhile(chosen_from: Office) -> None:
    body = {"version": 7, "outcome": "yes"}
    assert await chosen_from.refused(COORDINATOR, "PUT", f"/applications/{ANA}/outcome", body) == "changed_meanwhile"


async def test_letters_of_many_leave_part_by_part(chosen_from: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office = chosen_from
    monkeypatch.setattr("server.matching.selection.service.LETTERS_AT_ONCE", 2)
    for one in (ANA, MAKO, JURE, ELIRA):
        await decide(office, one, "no")
    await send(office, 4)

    assert await office.unit(lambda unit: outcome_letters._send_some(unit, CALL))
    found = await office.get(COORDINATOR, f"/calls/{CALL}/letters")
    assert (found["leaving"], found["told"]) == (2, 2)
    await letters_leave(office)
    assert len([row for row in await office.mails() if row.template == "outcome"]) == 4


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_letter_gives_a_reason_or_asks_for_what_is_not_there(language: str) -> None:

    words = {"en": Lead("T", "W")}
    when = (0, 1, "Europe/Belgrade", PURGED)
    call = Call(CALL, RUN, "s", "closed", "both", *when, ("en",), words, (), "team@bank.example", COORDINATOR, 0)
    letters = [usual(call, outcome, language) for outcome in selection.OUTCOMES]
    for letter in letters:
        assert letter.title.startswith("T: ")
        assert letter.words.count("\n\n") == 2
        assert "team@bank.example" in letter.words
        assert "{" not in letter.words
    assert len({letter.words for letter in letters}) == 3


# ── taking in ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def arriving(office: Office) -> Arriving:
    product = office.product
    enrolling = Enrolling(Rooms(), product.accounts.invitations, to_demo=True)
    return Arriving(office.database, product.writer, enrolling)


async def test_who_was_told_a_yes_is_invited_and_takes_part(chosen_from: Office) -> None:
    office = chosen_from
    await decide(office, ANA, "yes")
    await decide(office, ELIRA, "yes")
    body = {"command_id": "t1", "organisation": "window", "applications": [ANA, ELIRA]}
    path = f"/calls/{CALL}/people"
    assert await office.refused(COORDINATOR, "POST", path, body) == "not_told_yet"
    await send(office, 2)
    await letters_leave(office)
    assert await office.refused(COORDINATOR, "POST", path, body | {"organisation": "attic"}) == "organisation_unknown"
    await office.post(COORDINATOR, path, body)
    assert {row["taken_in"] for row in (await rows(office)).values()} == {None, "waiting"}
    for _ in range(2):
        await arriving(office).bring_all()
        await office.post(COORDINATOR, path, body)
    table = await rows(office)
    assert (table[ANA]["taken_in"], table[ELIRA]["taken_in"]) == ("done", "done")
    people = (await office.get(COORDINATOR, f"/cohorts/{RUN}"))["people"]
    mine = {one["person"]["name"]: (one["role"], one["organisation"], one["arrival"]) for one in people}
    assert mine["Ana Perić"] == ("mentee", "window", "unopened")
    assert mine["Elira Hoxha"] == ("mentor", "window", "unopened")
    (ana,) = [one["person"]["id"] for one in people if one["person"]["name"] == "Ana Perić"]
    said = await office.read(lambda connection: profiles.of_person(connection, RUN, ana, "mentee"))
    assert (said.need, said.country, said.languages) == ("Ana wants to direct.", "RS", {"hr": 6, "en": 3})
    assert said.said_by == ana, "they are her own words"
    invited = [row.address for row in await office.mails() if row.template == "invitation"]
    assert sorted(invited) == [f"{ANA}@applicants.example", f"{ELIRA}@applicants.example"]


async def test_what_is_wrong_with_one_keeps_nobody_else_out(chosen_from: Office) -> None:
    office = chosen_from

    def same_as_ines(unit: UnitOfWork) -> None:
        one = calls.find(unit.connection, ELIRA)
        assert one is not None
        # A mentor of the run who has applied as a mentee.
        calls.put(unit.connection, replace(one, email="ines@people.example", part="mentee", version=one.version + 1))

    await office.unit(same_as_ines)
    for one in (ANA, ELIRA):
        await decide(office, one, "yes")
    await send(office, 2)
    body = {"command_id": "t1", "organisation": None, "applications": [ELIRA, ANA]}
    await office.post(COORDINATOR, f"/calls/{CALL}/people", body)
    await arriving(office).bring_all()
    table = await rows(office)
    assert (table[ANA]["taken_in"], table[ELIRA]["taken_in"], table[ELIRA]["code"]) == ("done", "refused", "other_side")


# ── forgetting ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_what_was_written_of_an_application_goes_with_it(chosen_from: Office) -> None:
    office = chosen_from
    for person in ("ines", "goran"):
        await name(office, person)
    await write(office, "ines", ANA, "yes", "A clear wish.")
    await write(office, "ines", MAKO, "yes", "Good.")
    await office.post("goran", f"/applications/{ANA}/conflict", {"reason": "other"})
    await office.unit(lambda unit: selection.forget(unit.connection, [ANA]))
    assert [row.application_id for row in await office.rows(review_note)] == [MAKO]
    assert await office.rows(review_conflict) == []

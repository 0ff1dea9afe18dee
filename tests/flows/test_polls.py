"""A time for many: found among people's hours, asked of them with and without an account, decided into the calendar."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from server.accounts import tables as accounts
from server.scheduling.polls import service as polls
from server.scheduling.polls.tables import poll, poll_answer, poll_guest
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, NOBODY, RUN, STRANGER, Office

EVENINGS = [[["17:00", "20:00"]]] * 5 + [[], []]
MORNINGS = [[["09:00", "12:00"]]] * 5 + [[], []]
PEOPLE = ("tadeja", "ines", "blagica", "goran")
POLLS = f"/cohorts/{RUN}/polls"


def at(day: str, hour: int, minute: int = 0) -> int:
    """ms, on the wall clock of the run."""
    wall = datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}")
    return int(wall.replace(tzinfo=ZoneInfo("Europe/Belgrade")).timestamp() * 1000)


def wanted(office: Office, **fields: Any) -> dict[str, Any]:
    return {
        "command_id": office.id(),
        "title": "First workshop",
        "kind": "workshop",
        "whom": "mentors",
        "minutes": 60,
        "day_from": "2026-11-30",
        "day_to": "2026-12-06",
        "since": "09:00",
        "until": "21:00",
        "people": [{"person": person} for person in PEOPLE],
    } | fields


async def say_hours(office: Office, weekly: Any, *people: str) -> None:
    for person in people:
        await office.put(person, "/me/hours", {"version": 1, "zone": "Europe/Belgrade", "weekly": weekly})


async def guests(office: Office, made: Any) -> dict[str, str]:
    """By name: their id."""
    return {guest["name"]: guest["id"] for guest in made["guests"]}


async def test_the_best_time_is_the_one_that_most_can_come_to(either_office: Office) -> None:
    office = either_office
    await say_hours(office, EVENINGS, "tadeja", "ines")
    await say_hours(office, MORNINGS, "blagica")
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    found = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    names = {id: name for name, id in (await guests(office, made)).items()}
    best = found["best"][0]
    assert best["start"] == at("2026-11-30", 17)
    assert {names[one] for one in best["free"]} == {"Tadeja Žgajnar", "Ines Žužić"}
    assert {names[one] for one in best["outside"]} == {"Благица Ѓурчинова"}
    assert {names[one] for one in found["unknown"]} == {"Горан Џиков"}, "who said nothing is not 'not free'"
    assert found["hours"] == list(range(9, 21))
    monday = found["heat"][0]
    assert (monday["day"], monday["free"]) == ("2026-11-30", [1, 1, 1, 0, 0, 0, 0, 0, 2, 2, 2, 0])


async def test_every_hour_of_the_table_tells_who_can(office: Office) -> None:
    """Also one that is nobody's best, nor possible at all for who has to be there."""
    await say_hours(office, EVENINGS, "tadeja", "ines")
    await say_hours(office, MORNINGS, "blagica")
    people = [{"person": one, "part": "needed" if one == "tadeja" else "welcome"} for one in PEOPLE]
    made = await office.post(COORDINATOR, POLLS, wanted(office, people=people))
    names = {id: name for name, id in (await guests(office, made)).items()}
    door = f"/polls/{made['id']}/times"
    found = await office.get(COORDINATOR, f"{door}/{at('2026-12-04', 10)}")
    assert (found["start"], found["missing"]) == (at("2026-12-04", 10), 1)
    assert {names[one] for one in found["free"]} == {"Благица Ѓурчинова"}
    assert {names[one] for one in found["outside"]} == {"Tadeja Žgajnar", "Ines Žužić"}
    best = (await office.get(COORDINATOR, door))["best"][0]
    assert await office.get(COORDINATOR, f"{door}/{best['start']}") == best
    for start in (at("2026-12-04", 10) + 1, at("2026-12-04", 8), at("2026-12-07", 10), "9" * 15, "-1", "x", "１"):
        assert await office.refused(COORDINATOR, "GET", f"{door}/{start}") == "not_found"
    assert await office.refused("ines", "GET", f"{door}/{best['start']}") == "not_found"


async def test_who_has_to_be_there_decides(office: Office) -> None:
    await say_hours(office, EVENINGS, "tadeja", "ines", "goran")
    await say_hours(office, MORNINGS, "blagica")
    people = [{"person": one, "part": "needed" if one == "blagica" else "welcome"} for one in PEOPLE]
    made = await office.post(COORDINATOR, POLLS, wanted(office, people=people))
    found = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    assert (found["best"][0]["start"], found["best"][0]["missing"]) == (at("2026-11-30", 9), 0)
    # One of two is enough, and three at least: nobody can make it, and the least is missing in the evening.
    people = [{"person": one, "part": "one_of" if one in ("blagica", "goran") else "welcome"} for one in PEOPLE]
    made = await office.post(COORDINATOR, POLLS, wanted(office, people=people, at_least=3))
    found = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    assert (found["best"][0]["start"], found["best"][0]["missing"]) == (at("2026-11-30", 17), 0)


async def test_two_sessions_reach_those_whom_one_does_not(office: Office) -> None:
    await say_hours(office, EVENINGS, "tadeja", "ines")
    await say_hours(office, MORNINGS, "blagica", "goran")
    made = await office.post(COORDINATOR, POLLS, wanted(office, sessions=2))
    found = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    assert (len(found["together"]), found["covered"], found["proved"]) == (2, 4, True)


async def test_answers_go_before_hours_and_come_with_and_without_an_account(office: Office) -> None:
    await say_hours(office, EVENINGS, *PEOPLE)
    out = [{"name": "Aleš Novak", "email": "ales@elsewhere.example", "language": "sl", "part": "needed"}]
    made = await office.post(COORDINATOR, POLLS, wanted(office, outsiders=out))
    assert (await office.get("goran", "/me/polls"))["polls"] == [], "nobody is asked yet"
    evening, morning = at("2026-12-01", 18), at("2026-12-02", 10)
    asked = await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": [morning, evening]})
    assert asked["asked"] == [evening, morning]
    (mine,) = (await office.get("goran", "/me/polls"))["polls"]
    assert (mine["title"], mine["asked"], mine["said"]) == ("First workshop", [evening, morning], {})
    said = {"said": {str(evening): "no", str(morning): "yes"}}
    assert (await office.put("goran", f"/me/polls/{made['id']}", said))["said"] == said["said"]
    # The link of who has no account.
    mails = {row.address: json.loads(row.facts) for row in await office.mails() if row.template == "times_asked"}
    assert len(mails) == 5
    link = mails["ales@elsewhere.example"]["link"]
    assert mails["goran@people.example"]["link"] == "/"
    page = await office.client.get(link)
    assert (page.status_code, page.headers["cache-control"]) == (200, "no-store")
    assert re.findall(r'name="(\d+)" value="yes"', page.text) == [str(evening), str(morning)]
    assert "18:00–19:00</legend>" in page.text
    form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": str(office.client.base_url).rstrip("/")}
    body = f"{evening}=no&{morning}=yes&999=yes"
    refused = await office.client.post(link, content=body, headers=form)
    assert (refused.status_code, refused.text.count(" checked")) == (409, 0), "a time that nobody asks about"
    assert "Medtem se sprašuje o drugih časih." in refused.text
    thanked = await office.client.post(link, content=body.rpartition("&")[0], headers=form)
    assert (thanked.status_code, thanked.text.count(" checked")) == (200, 2)
    found = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    best = next(one for one in found["best"] if one["start"] == morning)
    ids = await guests(office, made)
    assert {ids["Aleš Novak"], ids["Горан Џиков"]} <= set(best["free"])
    for broken in (link[:-1] + ("1" if link[-1] == "0" else "0"), f"{link}x", "/times/a.b.c", f"/times/{'x' * 3000}"):
        assert (await office.client.get(broken)).status_code == 404


async def test_what_is_decided_stands_in_the_calendar_of_the_run(office: Office) -> None:
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    start = at("2026-12-03", 18, 30)
    await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": [start]})
    decided = {"version": 2, "starts": [start]}
    assert await office.refused(COORDINATOR, "PUT", f"/polls/{made['id']}/decided", {**decided, "version": 1}) == (
        "changed_meanwhile"
    )
    assert (await office.put(COORDINATOR, f"/polls/{made['id']}/decided", decided))["state"] == "decided"
    dates = (await office.get(COORDINATOR, f"/cohorts/{RUN}/calendar"))["dates"]
    assert [(one["kind"], one["day"], one["time"], one["minutes"]) for one in dates] == [
        ("workshop", "2026-12-03", "18:30", 60)
    ]
    assert list(dates[0]["names"].values()) == ["First workshop"]
    assert await office.refused("ines", "PUT", f"/me/polls/{made['id']}", {"said": {str(start): "yes"}}) == "poll_over"
    assert (await office.get("ines", "/me/polls"))["polls"] == []


async def test_who_was_invited_and_has_not_come_yet_answers_by_a_link(either_office: Office) -> None:
    """They cannot sign in. What they say is theirs once they have come, too."""
    office = either_office
    new = {"name": "Petra Kos", "email": "petra@elsewhere.example", "role": "mentor", "language": "sl"}
    enrolled = await office.post(
        COORDINATOR,
        f"/cohorts/{RUN}/people",
        {"command_id": office.id(), "people": [{**new, "organisation": None}]},
    )
    petra = enrolled["people"][0]["part"]["person"]["id"]
    made = await office.post(COORDINATOR, POLLS, wanted(office, people=[{"person": petra}, {"person": "ines"}]))
    evening = at("2026-12-01", 18)
    await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": [evening]})
    mails = {row.address: json.loads(row.facts) for row in await office.mails() if row.template == "times_asked"}
    assert mails["ines@people.example"]["link"] == "/"
    link = mails["petra@elsewhere.example"]["link"]
    page = await office.client.get(link)
    assert page.status_code == 200
    assert '<html lang="sl">' in page.text
    form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": str(office.client.base_url).rstrip("/")}
    thanked = await office.client.post(link, content=f"{evening}=yes", headers=form)
    assert (thanked.status_code, thanked.text.count(" checked")) == (200, 1)
    await office.unit(lambda unit: unit.connection.execute(update(accounts.person).values(state="active")))
    (mine,) = (await office.get(petra, "/me/polls"))["polls"]
    assert mine["said"] == {str(evening): "yes"}, "the same person, by whichever way"
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/{petra}/mentor")
    assert (await office.client.get(link)).status_code == 404


@pytest.mark.parametrize("end", ["decided", "removed"])
async def test_who_was_to_be_asked_in_the_morning_is_not_when_it_is_over_by_then(office: Office, end: str) -> None:
    office.clock.now = at("2026-11-20", 23)
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    starts = [at("2026-12-01", 18)]
    await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": starts})
    asked = [row.state for row in await office.mails() if row.template == "times_asked"]
    assert asked == ["waiting"] * 4
    if end == "decided":
        await office.put(COORDINATOR, f"/polls/{made['id']}/decided", {"version": 2, "starts": starts})
    else:
        await office.done(COORDINATOR, "DELETE", f"/polls/{made['id']}")
    asked = [row.state for row in await office.mails() if row.template == "times_asked"]
    assert asked == ["failed"] * 4


async def test_it_is_the_coordinators_and_those_who_are_asked(office: Office) -> None:
    """Who coordinates for a partner asks that partner's people, and sees neither the lead's searches nor others'."""
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    assert await office.refused(COLLEAGUE, "POST", POLLS, wanted(office)) == "not_enrolled"
    own = await office.post(COLLEAGUE, POLLS, wanted(office, people=[{"person": "blagica"}, {"person": "goran"}]))
    assert [one["id"] for one in (await office.get(COLLEAGUE, POLLS))["polls"]] == [own["id"]]
    assert {one["id"] for one in (await office.get(COORDINATOR, POLLS))["polls"]} == {made["id"], own["id"]}
    start = {"version": 1, "starts": [at("2026-12-01", 18)]}
    for person in (STRANGER, NOBODY, "ines"):
        assert await office.refused(person, "GET", POLLS) == "not_found"
        assert await office.refused(person, "GET", f"/polls/{made['id']}/times") == "not_found"
        assert await office.refused(person, "PUT", f"/polls/{made['id']}/asked", start) == "not_found"
        assert await office.refused(person, "DELETE", f"/polls/{made['id']}") == "not_found"
    assert await office.refused(COLLEAGUE, "GET", f"/polls/{made['id']}/times") == "not_found"
    assert await office.refused("nika", "PUT", f"/me/polls/{made['id']}", {"said": {}}) == "not_found"
    # Who may not plan the run's calendar decides nothing for it.
    await office.put(COLLEAGUE, f"/polls/{own['id']}/asked", start)
    assert await office.refused(COLLEAGUE, "PUT", f"/polls/{own['id']}/decided", {**start, "version": 2}) == "not_found"
    await office.done(COORDINATOR, "DELETE", f"/polls/{made['id']}")
    assert len(await office.rows(poll)) == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"day_from": "2026-11-01"}, "poll_days"),
        ({"day_to": "2026-11-29"}, "poll_days"),
        ({"day_to": "2027-04-01"}, "poll_days"),
        ({"day_from": "9999-12-30", "day_to": "9999-12-31"}, "poll_days"),
        ({"since": "20:30"}, "poll_hours"),
        ({"since": "21:00", "until": "09:00"}, "poll_hours"),
        ({"minutes": 5}, "minutes_unlikely"),
        ({"people": [{"person": "ines"}]}, "poll_guests"),
        ({"people": [{"person": "ines"}] * 2}, "poll_guests"),
        ({"at_least": 5}, "poll_guests"),
        ({"sessions": 7}, "poll_guests"),
        ({"people": [{"person": "ines"}, {"person": NOBODY}]}, "not_enrolled"),
        ({"title": " "}, "text_empty"),
        ({"outsiders": [{"name": "A", "email": "no address", "language": "sl"}]}, "email_invalid"),
    ],
)
async def test_what_is_no_search(office: Office, fields: dict[str, Any], code: str) -> None:
    assert await office.refused(COORDINATOR, "POST", POLLS, wanted(office, **fields)) == code
    assert await office.rows(poll) == []


async def test_nobody_is_asked_at_night_nor_of_what_is_no_question_any_more(office: Office) -> None:
    office.clock.now = at("2026-11-18", 23)
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    for version, day in enumerate(("2026-12-01", "2026-12-02"), 1):
        await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": version, "starts": [at(day, 18)]})
    waiting = [row for row in await office.mails() if row.template == "times_asked" and row.state == "waiting"]
    assert {row.due_at for row in waiting} == {at("2026-11-19", 8)}
    assert sorted(row.person for row in waiting) == sorted(PEOPLE), "one each, however often they are asked"
    await office.done(COORDINATOR, "DELETE", f"/polls/{made['id']}")
    assert {row.state for row in await office.mails() if row.template == "times_asked"} == {"failed"}


async def test_answers_that_are_none_are_refused_in_words(office: Office) -> None:
    out = [{"name": "Aleš", "email": "ales@elsewhere.example", "language": "sl"}]
    made = await office.post(COORDINATOR, POLLS, wanted(office, outsiders=out))
    await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": [at("2026-12-01", 18)]})
    (link,) = [json.loads(row.facts)["link"] for row in await office.mails() if row.address.startswith("ales@")]
    form = {"Content-Type": "application/x-www-form-urlencoded", "Origin": str(office.client.base_url).rstrip("/")}
    assert (await office.client.post(link, content="a=yes&" * 30, headers=form)).status_code == 400
    said = {"said": {"1" * 5_000: "yes"}}
    assert await office.refused("ines", "PUT", f"/me/polls/{made['id']}", said) == "time_not_offered"


async def test_up_to_eight_times_are_asked_at_once(office: Office) -> None:
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    starts = [at("2026-12-01", 9 + number) for number in range(9)]
    door = f"/polls/{made['id']}/asked"
    assert await office.refused(COORDINATOR, "PUT", door, {"version": 1, "starts": starts}) == "poll_asked"
    asked = await office.put(COORDINATOR, door, {"version": 1, "starts": starts[:8]})
    assert asked["asked"] == starts[:8]


async def test_nobody_is_mailed_more_than_a_few_times_a_day(either_office: Office) -> None:
    office = either_office
    out = [{"name": "Aleš", "email": "ales@elsewhere.example", "language": "sl"}]
    starts = [at("2026-12-01", 18)]

    async def ask(poll: str, version: int) -> str | None:
        answer = await office.ask(COORDINATOR, "PUT", f"/polls/{poll}/asked", {"version": version, "starts": starts})
        await office.product.post.send_all()
        return None if answer.status_code == 200 else str(answer.json()["code"])

    async def mailed(person: str) -> int:
        sent = [row for row in await office.mails() if row.template == "times_asked" and row.state == "caught"]
        return len([row for row in sent if row.address == person])

    made = await office.post(COORDINATOR, POLLS, wanted(office, outsiders=out))
    assert [await ask(made["id"], version) for version in range(1, 5)] == [None, None, None, "poll_asked_often"]
    assert await mailed("ales@elsewhere.example") == await mailed("goran@people.example") == 3
    # Another search is another matter, until it is too many to somebody who cannot look here.
    other = await office.post(COORDINATOR, POLLS, wanted(office, outsiders=out, people=[{"person": "goran"}]))
    assert [await ask(other["id"], version) for version in range(1, 4)] == [None] * 3
    third = await office.post(COORDINATOR, POLLS, wanted(office, outsiders=out, people=[{"person": "ines"}]))
    assert await ask(third["id"], 1) == "poll_asked_often"
    office.clock.now += DAY
    assert await ask(third["id"], 1) is None
    assert await mailed("ales@elsewhere.example") == 7


async def test_what_was_called_back_in_the_night_is_no_mail(office: Office) -> None:
    office.clock.now = at("2026-11-18", 23)
    made = await office.post(COORDINATOR, POLLS, wanted(office))
    starts = [at("2026-12-01", 18)]
    for version in range(1, 6):
        await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": version, "starts": starts})


async def test_over_a_change_of_the_clock_hours_stay_what_they_are(office: Office) -> None:
    """On 28 March the clock is put forward: 17:00 is one hour earlier in UTC."""
    office.clock.now = at("2027-03-20", 12)
    await say_hours(office, [[["17:00", "18:00"]]] * 7, *PEOPLE)
    days = {"day_from": "2027-03-27", "day_to": "2027-03-29"}
    made = await office.post(COORDINATOR, POLLS, wanted(office, **days))
    found = await office.get(COORDINATOR, f"/polls/{made['id']}/times")
    best = [
        datetime.fromtimestamp(one["start"] / 1000, UTC).isoformat() for one in found["best"] if len(one["free"]) == 4
    ]
    assert best == ["2027-03-27T16:00:00+00:00", "2027-03-28T15:00:00+00:00", "2027-03-29T15:00:00+00:00"]


async def test_names_and_addresses_go_after_half_a_year(office: Office) -> None:
    out = [{"name": "Aleš", "email": "ales@elsewhere.example", "language": "sl"}]
    await office.post(COORDINATOR, POLLS, wanted(office, outsiders=out))
    office.clock.now += polls.KEPT + 1
    await office.unit(polls.tidy)
    assert await office.rows(poll_guest) == []


async def test_who_takes_part_no_more_is_asked_no_more(either_office: Office) -> None:
    office = either_office
    (evening,) = starts = [at("2026-12-01", 18)]
    for people in (["goran", "blagica"], ["goran", "ines"]):
        made = await office.post(COORDINATOR, POLLS, wanted(office, people=[{"person": one} for one in people]))
        await office.put(COORDINATOR, f"/polls/{made['id']}/asked", {"version": 1, "starts": starts})
        for one in people:
            await office.put(one, f"/me/polls/{made['id']}", {"said": {str(evening): "yes"}})
    for one in ("goran", "blagica"):
        await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/{one}/mentor")
    assert (await office.get("goran", "/me/polls"))["polls"] == []
    shown = (await office.get(COORDINATOR, POLLS))["polls"]
    assert sorted([guest["name"] for guest in one["guests"]] for one in shown) == [[], ["Ines Žužić"]]
    assert len(await office.rows(poll_answer)) == 1
    for one in shown:
        assert (await office.ask(COORDINATOR, "GET", f"/polls/{one['id']}/times")).status_code == 200


async def test_a_run_keeps_no_more_searches_than_somebody_can_look_at(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.scheduling.polls.rules.POLLS", 2)
    first = await office.post(COORDINATOR, POLLS, wanted(office))
    again = wanted(office)
    await office.post(COORDINATOR, POLLS, again)
    assert await office.refused(COORDINATOR, "POST", POLLS, wanted(office)) == "too_many_polls"
    await office.post(COORDINATOR, POLLS, again)
    await office.done(COORDINATOR, "DELETE", f"/polls/{first['id']}")
    await office.post(COORDINATOR, POLLS, wanted(office))


async def test_the_form_is_the_only_thing_that_the_page_takes(office: Office) -> None:
    for body, type, code in (
        (b"{}", "application/json", "bad_request"),
        (b"a=yes&" * 1000, "application/x-www-form-urlencoded", "too_large"),
    ):
        answer = await office.client.post("/times/a.b.c", content=body, headers={"content-type": type})
        assert answer.json()["code"] == code
    gone = await office.client.get("/times/a.b.c")
    assert gone.status_code == 404
    assert (gone.headers["cache-control"], gone.headers["x-robots-tag"]) == ("no-store", "noindex")
    assert "script-src" not in gone.headers["content-security-policy"]

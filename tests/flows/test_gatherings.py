"""What a planned date becomes: who is invited, in which room, when its door turns."""

from __future__ import annotations

import asyncio
import json
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from server.flows.gatherings import Gatherings
from server.flows.reminding import Reminding
from server.programmes.gatherings.tables import gathering_need
from server.rooms.service import Rooms
from server.scheduling.appointments.service import Appointment, by_id
from server.scheduling.appointments.tables import appointment
from server.scheduling.calendars import service as calendars
from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, RUN, STRANGER, Office, open_office
from tests.servers import PostgresServer

PATH = f"/cohorts/{RUN}/calendar"
MINUTE = 60_000


def planned(kind: str, whom: str, day: str, **more: Any) -> dict[str, Any]:
    return {"kind": kind, "whom": whom, "day": day, "time": "18:00"} | more


def at(day: str, time: str = "18:00", zone: str = "Europe/Belgrade") -> int:
    return int(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone)).timestamp()) * 1000


async def plan(office: Office, *dates: dict[str, Any], sent: bool = True) -> list[dict[str, Any]]:
    """`sent`: its mails go out at once."""
    version = (await office.get(COORDINATOR, PATH))["version"]
    kept: list[dict[str, Any]] = (await office.put(COORDINATOR, PATH, {"version": version, "dates": dates}))["dates"]
    if sent:
        await office.product.post.send_all()
    return kept


async def stored(office: Office, id: str) -> Appointment:
    found = await office.read(lambda connection: by_id(connection, id))
    assert found is not None
    return found


async def mine(office: Office, person: str) -> list[dict[str, Any]]:
    dates: list[dict[str, Any]] = (await office.get(person, "/me/calendar"))["dates"]
    return dates


async def look_after(office: Office) -> None:
    """As another node would, in the same minute."""
    await Gatherings(office.database, office.product.writer, Rooms(), lambda: office.clock.now).look_after()


async def mails(office: Office, template: str) -> list[str]:
    return sorted(one.person for one in await office.mails() if one.template == template)


async def test_a_date_with_a_time_is_a_gathering_with_its_guests_and_its_room(either_office: Office) -> None:
    office = either_office
    (one,) = await plan(
        office, planned("consultation", "mentors", "2026-11-23", led_by=["aida"], names={"en": "First"})
    )
    found = await stored(office, one["id"])
    assert (found.kind, found.start, found.minutes, found.zone) == (
        "consultation",
        at("2026-11-23"),
        90,
        "Europe/Belgrade",
    )
    assert {guest.person: (guest.organisation, guest.country) for guest in found.guests} == {
        "tadeja": ("bank", "RS"),
        "ines": ("bank", "RS"),
        "blagica": ("window", "MK"),
        "goran": ("window", "MK"),
        "aida": (None, None),
    }
    circles = (await office.get(COORDINATOR, f"/cohorts/{RUN}"))["circles"]
    assert circles == [{"kind": "mentors", "room": found.room}]
    assert await mails(office, "dates_agreed") == ["aida", "blagica", "goran", "ines", "tadeja"]
    (hers,) = await mine(office, "ines")
    assert (hers["gathering"], hers["room"], hers["door"], hers["coming"]) == (found.id, found.room, "closed", None)
    assert await mine(office, "nika") == []


async def test_all_planned_at_once_are_one_mail_and_a_plain_day_none(office: Office) -> None:
    await plan(
        office,
        planned("kick_off", "all", "2026-12-01"),
        planned("workshop", "all", "2027-01-12"),
        planned("closing", "all", "2027-04-01", time=None),
    )
    told = await mails(office, "dates_agreed")
    assert len(told) == len(set(told)) == 11
    kinds = {one["kind"] for one in (await office.get(COORDINATOR, f"/cohorts/{RUN}"))["circles"]}
    assert kinds == {"joint", "workshop"}
    assert [one["gathering"] is None for one in await mine(office, "nika")] == [False, False, True]


async def test_who_moves_a_date_keeps_its_id_and_raises_its_revision(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01", address="Trg 1", place="address"))
    await office.post("nika", f"/gatherings/{one['id']}/answer", {"coming": False})
    assert (await mails(office, "date_declined"), await mails(office, "date_cancelled")) == (["nika"], [])
    (again,) = await plan(office, {**one, "address": "Trg 2"})
    after = await stored(office, one["id"])
    assert again["id"] == one["id"]
    assert (after.revision, after.address) == (1, "Trg 2")
    assert {guest.person for guest in after.guests if guest.answer == "DECLINED"} == {"nika"}, "it is the same evening"
    await plan(office, {**one, "day": "2026-12-02"})
    moved = await stored(office, one["id"])
    assert (moved.start, moved.revision) == (at("2026-12-02"), 2), (
        "the end of it was 1 to the calendar of who could not come"
    )
    assert {guest.answer for guest in moved.guests} == {"NEEDS-ACTION"}, "another evening is asked anew"
    assert (await mails(office, "date_moved")).count("zvezda") == 2
    assert (await mails(office, "dates_agreed")).count("nika") == 2, "whoever had said no is asked as if it were new"


async def test_who_changes_their_mind_is_told_what_holds_alone(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01"))
    for coming in (False, True, False, True):
        await office.post("nika", f"/gatherings/{one['id']}/answer", {"coming": coming})
    waiting = [row.template for row in await office.mails() if row.person == "nika" and row.state == "waiting"]
    assert waiting == ["dates_agreed"]


async def test_what_is_called_off_stays_to_be_seen_and_what_is_taken_out_goes(office: Office) -> None:
    one, other = await plan(office, planned("workshop", "all", "2026-12-01"), planned("workshop", "all", "2027-01-12"))
    (kept,) = await plan(office, {**one, "called_off": True})
    assert (await stored(office, one["id"])).state == (await stored(office, other["id"])).state == "cancelled"
    (hers,) = await mine(office, "nika")
    assert (hers["called_off"], hers["door"]) == (True, "off")
    assert (await mails(office, "date_cancelled")).count("nika") == 2
    await plan(office, {**kept, "called_off": False})
    assert (await stored(office, one["id"])).state == "agreed"
    assert (
        await office.refused("nika", "POST", f"/gatherings/{other['id']}/answer", {"coming": True}) == "gathering_over"
    )


async def test_a_whole_plan_that_moves_or_is_taken_out_is_one_mail(office: Office) -> None:
    kept = await plan(office, *(planned("workshop", "all", f"2026-12-0{day}") for day in range(1, 7)))
    await plan(office, *({**one, "time": "19:00"} for one in kept))
    assert (await mails(office, "date_moved")).count("nika") == 1
    await plan(office)
    assert (await mails(office, "date_cancelled")).count("nika") == 1
    facts = [json.loads(row.facts) for row in await office.mails() if row.person == "nika"]
    assert [one["more"] for one in facts] == [5, 5, 5]
    assert [one["calendar"].count("SEQUENCE:1\r\n") for one in facts] == [0, 6, 0]
    assert [one["calendar"].count("STATUS:CANCELLED") for one in facts] == [0, 0, 6]


async def test_who_is_out_as_it_moves_is_told_of_the_time_that_they_knew(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01"))
    await plan(office, {**one, "whom": "mentors", "time": "20:00"})
    told = {(row.person, row.template): json.loads(row.facts)["start"] for row in await office.mails() if row.facts}
    assert told["nika", "date_without_you"] == at("2026-12-01")
    assert told["ines", "date_moved"] == at("2026-12-01", "20:00")


async def test_what_is_over_is_news_to_nobody_however_its_plan_changes(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01", place="address", address="Trg 1"))
    office.clock.now = at("2026-12-02")
    office.tokens.clear()
    await plan(office, {**one, "address": "Trg 2"})
    await plan(office)
    assert await mails(office, "date_moved") == await mails(office, "date_cancelled") == []


async def test_the_file_of_a_plan_is_written_once_for_all_who_read_one_language(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def feed(*given: Any) -> str:
        written.append(calendars.feed(*given))
        return written[-1]

    monkeypatch.setattr("server.flows.invitations.calendars", SimpleNamespace(**{**vars(calendars), "feed": feed}))
    await plan(office, *(planned("workshop", "all", f"2026-12-0{day}") for day in range(1, 4)))
    told = [row for row in await office.mails() if row.template == "dates_agreed"]
    assert len(told) > len({row.language for row in told}) >= len(written) > 0


async def test_mails_lead_to_its_page_and_say_what_it_is(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01", names={"sl": "Luči"}))
    page = f"/gatherings/{one['id']}"

    async def shown(template: str, person: str = "nika") -> Any:
        """As they read it, the newest."""
        there = await office.product.post.caught()
        return next(each.wording for each in there if each.template == template and each.to.startswith(person))

    invitation = await shown("dates_agreed")
    assert invitation.link.endswith(page)
    assert (invitation.button, invitation.lead[:14]) == ("Poglej", "Vabilo: Luči, ")
    assert "sobi" not in invitation.note, "nobody proposes another time for what is for many"
    await plan(office, {**one, "time": "19:00"})
    assert (await shown("date_moved")).link.endswith(page)
    office.clock.now = at("2026-11-30", "19:00")
    office.tokens.clear()
    await Reminding(office.database, office.product.writer, lambda: office.clock.now).tell()
    await office.product.post.send_all()
    assert (await shown("date_ahead")).link.endswith(page)
    # Who says no reads that they do not come, and who is taken out that it is without them: it is not off.
    await office.post("nika", f"{page}/answer", {"coming": False})
    await plan(office, {**one, "time": "19:00", "whom": "mentors"})
    assert await mails(office, "date_declined") == ["nika"]
    assert {"zvezda", "ines", "nika"} & {*await mails(office, "date_without_you")} == {"zvezda"}
    assert await mails(office, "date_cancelled") == []
    out = await shown("date_without_you", "zvezda")
    assert (out.subject.split(":")[0], out.button) == ("Веќе не ве очекуваат", "Погледни")
    assert out.link.partition("://")[2].partition("/")[2] == ""


async def test_ids_of_nobody_are_replaced(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01"))
    twice = await plan(office, one, {**one, "day": "2026-12-08"}, planned("workshop", "all", "2026-12-15", id="mine"))
    ids = [each["id"] for each in twice]
    assert len(set(ids)) == 3
    assert ids[0] == one["id"]
    assert "mine" not in ids


async def test_before_the_run_begins_nobody_is_invited(office: Office) -> None:
    page = await office.get(COORDINATOR, f"/cohorts/{RUN}")
    draft = await office.put(COORDINATOR, f"/cohorts/{RUN}/state", {"version": page["version"], "state": "draft"})
    await plan(office, planned("kick_off", "all", "2026-12-01"))
    assert await office.rows(appointment) == []
    assert [one["gathering"] for one in await mine(office, "nika")] == [None]
    await office.put(COORDINATOR, f"/cohorts/{RUN}/state", {"version": draft["version"], "state": "running"})
    assert len(await office.rows(appointment)) == 1
    assert [one["gathering"] is None for one in await mine(office, "nika")] == [False]


async def test_guests_follow_who_takes_part(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-12-01"))
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/xhemile/mentee")
    await look_after(office)
    assert "xhemile" not in {guest.person for guest in (await stored(office, one["id"])).guests}
    assert await mails(office, "date_without_you") == ["xhemile"]


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def door(office: Office, person: str = "nika") -> str:
    await look_after(office)
    return str((await mine(office, person))[0]["door"])


async def test_the_lobby_opens_at_its_time_and_the_door_at_the_start(either_office: Office) -> None:
    office = either_office
    await plan(office, planned("workshop", "all", "2026-11-24"))
    start = at("2026-11-24")
    told = len(await office.told("nika"))
    for minutes, expected in ((-16, "closed"), (-15, "lobby"), (-1, "lobby"), (0, "open"), (89, "open"), (90, "over")):
        office.clock.now = start + minutes * MINUTE
        assert await door(office) == expected, minutes
    assert (await office.told("nika"))[told:] == ["dates_changed"] * 2, "once for each, whoever looked how often"


async def test_what_was_missed_is_caught_up_with_and_follows_a_move(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-11-24"))
    office.clock.now = at("2026-11-24", "17:50")
    assert await door(office) == "lobby"
    await plan(office, {**one, "time": "20:00"})
    assert await door(office) == "closed"
    told = len(await office.told("nika"))
    office.clock.now = at("2026-11-24", "23:00")
    assert await door(office) == "over"
    assert (await office.told("nika"))[told:] == [], "what is over by then is news to nobody"


@pytest.mark.postgres
async def test_two_nodes_turn_a_door_once(
    postgres_server: PostgresServer, founded_postgres: str, tmp_path: Path
) -> None:
    url = postgres_server.copy_database(founded_postgres)
    for node in ("one", "other"):
        (tmp_path / node).mkdir()
    async with open_office(url, tmp_path / "one") as one, open_office(url, tmp_path / "other") as other:
        dates = [planned("workshop", "all", f"2026-11-{day}") for day in (24, 25)]
        await plan(one, *dates)
        told = len(await one.told("nika"))
        one.clock.now = other.clock.now = at("2026-11-24", "17:45")
        await asyncio.gather(*(look_after(node) for node in (one, other, one, other)))
        assert (await one.told("nika"))[told:] == ["dates_changed"]
        assert [each["door"] for each in await mine(other, "nika")] == ["lobby", "closed"]
    postgres_server.drop_database(url)


async def test_who_leads_opens_the_door_and_nobody_else(office: Office) -> None:
    named, free = await plan(
        office,
        planned("workshop", "all", "2026-11-24", led_by=[COLLEAGUE]),
        planned("workshop", "all", "2026-11-25"),
    )
    office.clock.now = at("2026-11-24", "17:20")
    path = f"/gatherings/{named['id']}/open"
    assert await office.refused(COLLEAGUE, "POST", path) == "door_too_early"
    office.clock.now = at("2026-11-24", "17:31")
    for person in ("nika", "ines", "aida", STRANGER, NOBODY):
        assert await office.refused(person, "POST", path) == "not_found"
    await office.post(COLLEAGUE, path)
    assert await door(office) == "open"
    office.clock.now = at("2026-11-25", "17:31")
    assert await office.refused(COLLEAGUE, "POST", f"/gatherings/{free['id']}/open") == "not_found"
    await office.post("aida", f"/gatherings/{free['id']}/open")
    assert await office.refused(COORDINATOR, "POST", path) == "gathering_over"


async def test_only_guests_say_whether_they_come(office: Office) -> None:
    (one,) = await plan(office, planned("consultation", "mentors", "2026-11-24"))
    path = f"/gatherings/{one['id']}/answer"
    for person in ("nika", COORDINATOR, STRANGER, NOBODY):
        assert await office.refused(person, "POST", path, {"coming": False}) == "not_found"
    assert await office.refused("nika", "POST", "/gatherings/nothing/answer", {"coming": False}) == "not_found"
    await office.post("ines", path, {"coming": False})
    assert [one["coming"] for one in await mine(office, "ines")] == [False]
    await office.post("ines", path, {"coming": True})
    assert [one["coming"] for one in await mine(office, "ines")] == [True]


async def test_an_answer_among_many_is_told_to_nobody_else(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-11-24"))
    before = {person: len(await office.told(person)) for person in ("nika", "ines")}
    await office.post("nika", f"/gatherings/{one['id']}/answer", {"coming": False})
    assert len(await office.told("nika")) == before["nika"] + 1
    assert len(await office.told("ines")) == before["ines"]


async def test_where_nobody_is_named_the_facilitators_lead_and_are_invited(office: Office) -> None:
    (one,) = await plan(office, planned("consultation", "mentees", "2026-11-24"))
    (hers,) = await mine(office, "aida")
    assert (hers["gathering"], hers["leads"], hers["room"]) == (one["id"], True, None)


async def test_only_the_team_is_named(office: Office) -> None:
    for field in ("led_by", "needs_to"):
        body = {"version": 1, "dates": [planned("workshop", "all", "2026-11-24", **{field: ["nika"]})]}
        assert await office.refused(COORDINATOR, "PUT", PATH, body) == "not_of_the_team"


# ── the whole calendar ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_the_whole_plan_is_looked_at_before_it_moves(office: Office) -> None:
    await plan(office, planned("kick_off", "all", "2026-11-10"), planned("workshop", "all", "2026-12-15"))
    looked = await office.get(COORDINATOR, f"{PATH}/moved?weeks=3")
    assert [one["day"] for one in looked["dates"]] == ["2026-11-10", "2027-01-05"]
    assert looked["days_off"] == []
    assert (await office.get(COORDINATOR, f"{PATH}/moved?weeks=2"))["days_off"] == []
    early = await office.get(COORDINATOR, f"{PATH}/moved?weeks=-1")
    assert early["days_off"] == [{"day": "2026-12-08", "countries": ["MK"]}], "St Clement's day"
    assert [one["day"] for one in (await office.get(COORDINATOR, PATH))["dates"]] == ["2026-11-10", "2026-12-15"]
    kept = await plan(office, *early["dates"])
    assert [one["day"] for one in kept] == ["2026-11-10", "2026-12-08"]


# ── its agenda ────────────────────────────────────────────────────────────────────────────────────────────────────────


async def agenda(office: Office, room: str) -> list[str]:
    points = (await office.get("ines", f"/rooms/{room}"))["things"].get("agenda", [])
    return [one["body"]["title"] for one in sorted(points, key=lambda one: str(one["body"]["rank"]))]


async def test_what_it_is_about_goes_to_its_room_a_week_before_and_once(either_office: Office) -> None:
    office = either_office
    lines = ["  Where we stand ", "", "What was hard"]
    (one,) = await plan(office, planned("consultation", "mentors", "2026-11-30", agenda=lines))
    assert one["agenda"] == ["Where we stand", "What was hard"]
    room = (await stored(office, one["id"])).room or ""
    own = {"room": room, "command_id": office.id(), "title": "Mine"}
    await look_after(office)
    await office.post("ines", "/rpc/room.add_point", own)
    office.clock.now = at("2026-11-23", "17:59")
    await look_after(office)
    assert await agenda(office, room) == ["Mine"]
    office.clock.now += MINUTE
    await look_after(office)
    assert await agenda(office, room) == ["Mine", "Where we stand", "What was hard"]
    # From now on it is the room's own.
    await plan(office, {**one, "agenda": ["Something else"], "time": "17:00"})
    await look_after(office)
    assert await agenda(office, room) == ["Mine", "Where we stand", "What was hard"]


async def test_what_was_called_off_is_about_nothing(office: Office) -> None:
    (one,) = await plan(office, planned("consultation", "mentors", "2026-11-30", agenda=["Where we stand"]))
    await plan(office, {**one, "called_off": True})
    office.clock.now = at("2026-11-29")
    await look_after(office)
    assert await agenda(office, (await stored(office, one["id"])).room or "") == []


# ── who came, and what they need ──────────────────────────────────────────────────────────────────────────────────────


async def test_who_came_is_typed_in_afterwards_with_where_they_came_from_that_day(either_office: Office) -> None:
    office = either_office
    (one,) = await plan(office, planned("consultation", "mentors", "2026-11-24", led_by=["aida"]))
    path = f"/gatherings/{one['id']}"
    body: dict[str, Any] = {
        "people": [{"person": "ines", "came": True}, {"person": "goran", "came": False}],
        "minutes": 80,
    }
    assert await office.refused("aida", "PUT", f"{path}/attendance", body) == "gathering_not_begun"
    office.clock.now = at("2026-11-24", "20:00")
    await office.put("aida", f"{path}/attendance", body)
    # Who had not been invited came along; a stranger is nobody here.
    body["people"] = [{"person": "nika", "came": True}, {"person": STRANGER, "came": False}]
    page = await office.put(COORDINATOR, f"{path}/attendance", body)
    assert {each["person"]["id"]: each["came"] for each in page["guests"]} == {
        "aida": None,
        "blagica": None,
        "goran": False,
        "ines": True,
        "nika": True,
        "tadeja": None,
    }
    assert (page["confirmed_by"]["id"], page["took"], page["holds"]) == (COORDINATOR, 80, True)
    body["people"] = [{"person": STRANGER, "came": True}]
    assert await office.refused(COORDINATOR, "PUT", f"{path}/attendance", body) == "not_enrolled"
    # Her part is over, and moved on: what was that day stays.
    await plan(office, {**one, "names": {"en": "The first"}})
    assert [each["came"] for each in (await office.get("aida", path))["guests"]].count(True) == 2


async def test_a_partner_sees_their_own_people_and_how_many_others(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-11-24", needs_to=["aida"]))
    page = await office.get(COLLEAGUE, f"/gatherings/{one['id']}")
    shown = {person: (await mine(office, person))[0] for person in (COLLEAGUE, "aida", "nika")}
    assert {person: (date["sees"], date["leads"]) for person, date in shown.items()} == {
        COLLEAGUE: (True, False),
        "aida": (True, True),
        "nika": (False, False),
    }
    assert sorted(each["person"]["id"] for each in page["guests"]) == [
        "blagica",
        "goran",
        COLLEAGUE,
        "xhemile",
        "zvezda",
    ]
    assert (page["others"], page["holds"], page["reads_needs"]) == (6, False, False)
    for person in ("nika", "ines", STRANGER, NOBODY):
        assert await office.refused(person, "GET", f"/gatherings/{one['id']}") == "not_found"


async def test_needs_are_read_by_who_was_named_then_and_deleted_thirty_days_after(office: Office) -> None:
    (one,) = await plan(office, planned("workshop", "all", "2026-11-24", place="address", needs_to=["aida"]))
    path = f"/gatherings/{one['id']}"
    await office.put("nika", f"{path}/need", {"need": "  A ramp.  "})
    assert (await mine(office, "nika"))[0]["need"] == "A ramp."
    assert await office.get("aida", f"{path}/needs") == {
        "needs": [{"person": {"id": "nika", "name": "Nika Šircelj"}, "need": "A ramp."}],
        "forgotten_on": "2026-12-24",
    }
    for person in (COORDINATOR, COLLEAGUE, "ines", "nika", STRANGER):
        assert await office.refused(person, "GET", f"{path}/needs") == "not_found"
    # Who is named later reads what is told from then on.
    await plan(office, {**one, "needs_to": ["aida", COORDINATOR]})
    assert (await office.get(COORDINATOR, f"{path}/needs"))["needs"] == []
    await office.put("ines", f"{path}/need", {"need": "No nuts."})
    assert len((await office.get("aida", f"{path}/needs"))["needs"]) == 2
    assert [each["need"] for each in (await office.get(COORDINATOR, f"{path}/needs"))["needs"]] == ["No nuts."]
    office.clock.now = at("2026-12-24", "19:29")
    await look_after(office)
    assert len(await office.rows(gathering_need)) == 2
    office.clock.now += MINUTE
    await look_after(office)
    assert await office.rows(gathering_need) == []


async def test_who_is_of_the_team_no_more_holds_nothing_and_reads_nothing(office: Office) -> None:
    dates = planned("workshop", "all", "2026-11-24", led_by=["aida"], needs_to=["aida"])
    (one,) = await plan(office, dates)
    path = f"/gatherings/{one['id']}"
    await office.put("nika", f"{path}/need", {"need": "A ramp."})
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/aida/facilitator")
    assert await office.refused("aida", "GET", f"{path}/needs") == "not_found"
    assert await office.refused("aida", "GET", path) == "not_found"
    body = {"people": [], "minutes": 60}
    assert await office.refused("aida", "PUT", f"{path}/attendance", body) == "not_found"
    assert await office.refused("ines", "PUT", f"{path}/need", {"need": "x"}) == "nobody_reads_needs"


@pytest.mark.postgres
async def test_who_answers_on_two_nodes_at_once_is_heard(
    postgres_server: PostgresServer, founded_postgres: str, tmp_path: Path
) -> None:
    url = postgres_server.copy_database(founded_postgres)
    for node in ("one", "other"):
        (tmp_path / node).mkdir()
    async with open_office(url, tmp_path / "one") as one, open_office(url, tmp_path / "other") as other:
        (date,) = await plan(one, planned("workshop", "all", "2026-11-24"))
        people = ("ines", "nika", "goran", "blagica", "tadeja", "djordje", "zvezda", "xhemile")
        path = f"/gatherings/{date['id']}/answer"
        for coming in (False, True, False):
            await asyncio.gather(
                *(
                    node.post(person, path, {"coming": coming})
                    for node, half in ((one, people[::2]), (other, people[1::2]))
                    for person in half
                )
            )
            said = {guest.person: guest.answer for guest in (await stored(one, date["id"])).guests}
            assert {said[person] for person in people} == {"ACCEPTED" if coming else "DECLINED"}
    postgres_server.drop_database(url)


async def test_a_need_goes_with_a_word_with_the_person_and_nowhere_without_a_reader(office: Office) -> None:
    read, unread = await plan(
        office,
        planned("workshop", "all", "2026-11-24", needs_to=["aida"]),
        planned("workshop", "all", "2026-12-24"),
    )
    assert (
        await office.refused("nika", "PUT", f"/gatherings/{unread['id']}/need", {"need": "x"}) == "nobody_reads_needs"
    )
    assert await office.refused(STRANGER, "PUT", f"/gatherings/{read['id']}/need", {"need": "x"}) == "not_found"
    await office.put("xhemile", f"/gatherings/{read['id']}/need", {"need": "A chair."})
    await office.put("nika", f"/gatherings/{read['id']}/need", {"need": "A ramp."})
    await office.put("nika", f"/gatherings/{read['id']}/need", {"need": " "})
    assert [row.person for row in await office.rows(gathering_need)] == ["xhemile"]
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/xhemile/mentee")
    assert await office.rows(gathering_need) == []


async def test_more_dates_take_no_more_statements(office: Office) -> None:
    counted = []
    for days in (1, 12):
        await plan(office, *(planned("workshop", "all", f"2026-12-{day:02}") for day in range(1, days + 1)))
        await mine(office, "nika")
        with office.statements() as heard:
            assert len(await mine(office, "nika")) == days
        counted.append(len(heard))
    assert counted[0] == counted[1] < 20

"""What is known outside of a room of the dates that its people agree on: the time, and who is invited from where."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from server.flows.appointments import settle
from server.flows.circles import BringingIn
from server.post.service import Mail, enqueue_wanted
from server.rooms.service import Rooms
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment
from server.scheduling.appointments.tables import appointment
from server.scheduling.reminders.tables import reminder
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, DAY, NOW, PARTNER, RUN, Office
from tests.flows.test_enrolling import enrol
from tests.flows.test_pairing import pair

HOUR = DAY // 24
SOON, LATER = NOW + 2 * DAY, NOW + 9 * DAY
OVERVIEW = f"/cohorts/{RUN}/overview"


async def ask(office: Office, person: str, method: str, room: str, id: str = "", **fields: Any) -> Any:
    return await office.ask(person, "POST", f"/rpc/{method}", {"room": room, "command_id": id or office.id(), **fields})


async def propose(office: Office, person: str, room: str, *starts: int, **fields: Any) -> int:
    said = {"starts": starts, "minutes": 60, "zone": "Europe/Skopje", **fields}
    answer = await ask(office, person, "room.propose_times", room, **said)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["offset"])


async def agreed(office: Office, room: str, start: int = SOON, **fields: Any) -> int:
    """A date of Nika's and Blagica's."""
    item = await propose(office, "nika", room, start, **fields)
    answer = await ask(office, "blagica", "room.accept_time", room, item=item, start=start)
    assert answer.status_code == 200, answer.text
    return item


async def kept(office: Office, person: str = "nika") -> list[Appointment]:
    return await office.read(lambda connection: appointments.of_person(connection, person, 0, NOW + 1000 * DAY))


def accept(unit: UnitOfWork, id: str, person: str) -> None:
    """As their calendar does."""
    one = appointments.locked(unit.connection, [id])[id]
    guests = tuple(replace(guest, answer="ACCEPTED") if guest.person == person else guest for guest in one.guests)
    settle(unit, [(one, replace(one, guests=guests))], person)


async def test_a_date_is_an_appointment_once_it_is_accepted(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika+blagica"))["room"]
    item = await propose(office, "nika", room, SOON, LATER, place="address", address="Canary", words="Canary")
    assert await kept(office) == []
    first = await ask(office, "blagica", "room.accept_time", room, id="yes", item=item, start=LATER)
    assert (await ask(office, "blagica", "room.accept_time", room, id="yes", item=item, start=LATER)).json() == (
        first.json()
    )
    (one,) = await kept(office)
    assert (one.start, one.minutes, one.zone, one.place, one.state, one.revision) == (
        (LATER, 60, "Europe/Skopje", "address", "agreed", 0)
    )
    assert one.wall == datetime.fromtimestamp(LATER / 1000, ZoneInfo("Europe/Skopje")).replace(tzinfo=None)
    assert {guest.person: guest.country for guest in one.guests} == {"nika": "RS", "blagica": "MK"}
    assert {guest.organisation for guest in one.guests if guest.person == "blagica"} == {PARTNER}
    assert "Canary" not in str(await office.rows(appointment))
    assert "dates_changed" in await office.told("nika")


async def test_a_move_keeps_its_name_and_raises_its_revision(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await agreed(office, room)
    (before,) = await kept(office)
    move = {"item": item, "starts": [LATER], "reason": "Canary"}
    assert (await ask(office, "blagica", "room.move_date", room, **move)).status_code == 200
    assert await kept(office) == [before], "what was agreed on stands"
    await ask(office, "nika", "room.accept_time", room, item=item, start=LATER)
    (after,) = await kept(office)
    assert (after.id, after.start, after.zone, after.revision) == (before.id, LATER, "Europe/Skopje", 1)
    await ask(office, "nika", "room.cancel_date", room, item=item, reason="Canary")
    (over,) = await kept(office)
    assert (over.state, over.revision) == ("cancelled", 2)


async def test_who_cannot_come_has_declined(office: Office) -> None:
    room = (await pair(office, "nika,djordje+ines"))["room"]
    item = await propose(office, "nika", room, SOON)
    await ask(office, "ines", "room.accept_time", room, item=item, start=SOON)
    await ask(office, "djordje", "room.cannot_come", room, item=item)
    (one,) = await kept(office)
    answers = {guest.person: guest.answer for guest in one.guests}
    assert answers == {"djordje": "DECLINED", "ines": "NEEDS-ACTION", "nika": "NEEDS-ACTION"}
    assert (one.state, one.revision) == ("agreed", 0)
    await ask(office, "djordje", "room.can_come", room, item=item)
    (one,) = await kept(office)
    assert {guest.answer for guest in one.guests} == {"NEEDS-ACTION"}


async def test_a_series_is_at_one_wall_clock_and_leaves_holidays_out(office: Office) -> None:
    """Every week in Skopje from 18 December on: neither Christmas nor New Year, nor Christmas Eve's own."""
    room = (await pair(office, "nika+blagica"))["room"]
    first = int(datetime(2026, 12, 18, 18, 0, tzinfo=ZoneInfo("Europe/Skopje")).timestamp() * 1000)
    item = await agreed(office, room, first, repeats={"weeks": 1, "months": 0, "times": 16})
    made = await kept(office)
    walls = [one.wall for one in made]
    assert len(made) == 16
    assert {(wall.hour, wall.minute, wall.isoweekday()) for wall in walls} == {(18, 0, 5)}
    days = {wall.date().isoformat() for wall in walls}
    assert "2027-01-01" not in days, "New Year, in both countries"
    utc = {datetime.fromtimestamp(one.start / 1000, UTC).hour for one in made}
    assert utc == {17, 16}, "the clock is put forward on 28 March"
    # Without one, and without all after it.
    items = [one.item for one in made]
    await ask(office, "blagica", "room.cancel_date", room, item=items[2])
    await ask(office, "blagica", "room.cancel_date", room, item=items[5], rest=True)
    states = [one.state for one in await kept(office)]
    assert states == ["agreed"] * 2 + ["cancelled"] + ["agreed"] * 2 + ["cancelled"] * 11
    assert item == items[0]


async def test_a_zone_that_there_is_not_is_refused(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    for zone in ("Europe/../etc", "Mars/Olympus", "", "localtime"):
        said = {"starts": [SOON], "minutes": 60, "zone": zone}
        assert (await ask(office, "nika", "room.propose_times", room, **said)).json()["code"] == "zone_unknown"


async def test_the_first_screen_knows_the_next_date_and_whose_move_it_is(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    (mine,) = (await office.get("nika", "/me/meetings"))["rooms"]
    assert (mine["room"], mine["next"], mine["asked"], mine["call"]) == (room, None, [], None)
    assert mine["zones"].keys() == {"blagica"}, "and not my own, which I know"
    link = "https://meet.example.org/ours"
    await ask(office, "blagica", "room.set_call", room, link=link)
    await office.put("blagica", "/me/preferences", {"language": "mk", "zone": "Europe/Lisbon"})
    item = await propose(office, "nika", room, SOON, words="Canary")
    (theirs,) = (await office.get("blagica", "/me/meetings"))["rooms"]
    assert [(one["item"], one["offers"], one["asked_by"]) for one in theirs["asked"]] == [(item, [SOON], "nika")]
    await ask(office, "blagica", "room.accept_time", room, item=item, start=SOON)
    (theirs,) = (await office.get("blagica", "/me/meetings"))["rooms"]
    assert (theirs["next"]["at"], theirs["asked"]) == (SOON, [])
    (mine,) = (await office.get("nika", "/me/meetings"))["rooms"]
    assert (mine["call"], mine["zones"]) == (link, {"blagica": "Europe/Lisbon"})
    assert (await office.get(COORDINATOR, "/me/meetings"))["rooms"] == []


async def test_the_team_sees_when_they_meet_next_and_who_has_no_date_after_a_week(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    overview = await office.get(COLLEAGUE, OVERVIEW)
    assert [one["next_date"] for one in overview["pairs"]] == [None]
    assert "no_date" not in [need["kind"] for need in overview["needs"]]
    office.clock.now += 8 * DAY
    needs = (await office.get(COORDINATOR, OVERVIEW))["needs"]
    assert [need["count"] for need in needs if need["kind"] == "no_date"] == [1]
    await agreed(office, room, LATER)
    for viewer in (COORDINATOR, COLLEAGUE):
        overview = await office.get(viewer, OVERVIEW)
        assert [one["next_date"] for one in overview["pairs"]] == [LATER]
        assert "no_date" not in [need["kind"] for need in overview["needs"]]
    assert [one["next_date"] for one in (await office.get("nika", f"/cohorts/{RUN}/seen"))["pairs"]] == [LATER]


async def test_when_a_mentorship_stops_its_dates_are_called_off(office: Office) -> None:
    one = await pair(office, "nika+blagica")
    await agreed(office, one["room"])
    await office.post("nika", f"/mentorships/{one['id']}/stop")
    (left,) = await kept(office)
    assert left.state == "cancelled"


async def test_times_that_wait_are_told_by_mail_once_and_without_a_word_of_them(office: Office) -> None:
    room = (await pair(office, "nika+blagica"))["room"]
    item = await propose(office, "nika", room, SOON, words="Canary")
    (mail,) = [row for row in await office.mails() if row.template == "date_asked"]
    assert (mail.person, "Canary" in mail.facts, str(SOON) in mail.facts) == ("blagica", False, False)
    # Other times instead: what was not sent yet is not sent twice.
    await ask(office, "nika", "room.move_date", room, item=item, starts=[LATER], reason="Canary")
    assert await _states(office) == ["failed", "waiting"]
    # Answered before it went out.
    await ask(office, "blagica", "room.accept_time", room, item=item, start=LATER)
    assert await _states(office) == ["failed", "failed"]


async def _states(office: Office) -> list[str]:
    return sorted(row.state for row in await office.mails() if row.template == "date_asked")


async def guests(office: Office, person: str = "ines") -> dict[str, str]:
    (one,) = await kept(office, person)
    return {guest.person: guest.answer for guest in one.guests}


async def told_of(office: Office, person: str) -> list[str]:
    return [row.template for row in await office.mails() if row.person == person and row.template.startswith("date")]


async def test_who_leaves_the_room_is_invited_no_more_and_who_comes_is(either_office: Office) -> None:
    office = either_office
    room = (await pair(office, "nika,djordje+ines"))["room"]
    over = await propose(office, "nika", room, NOW + HOUR)
    await ask(office, "ines", "room.accept_time", room, item=over, start=NOW + HOUR)
    office.clock.now = NOW + 3 * HOUR
    item = await propose(office, "nika", room, SOON)
    await ask(office, "ines", "room.accept_time", room, item=item, start=SOON)
    await office.unit(lambda unit: accept(unit, _id_at(unit, SOON), "ines"))
    assert (await ask(office, "djordje", "room.leave", room)).status_code == 200
    past, coming = await kept(office, "ines")
    assert {guest.person for guest in past.guests} == {"djordje", "ines", "nika"}, "who was there was there"
    assert {guest.person: guest.answer for guest in coming.guests} == {"ines": "ACCEPTED", "nika": "NEEDS-ACTION"}
    assert (await told_of(office, "djordje"))[-1] == "date_without_you"
    (end,) = [row for row in await office.mails() if (row.person, row.template) == ("djordje", "date_without_you")]
    assert (json.loads(end.facts)["link"], json.loads(end.facts)["start"]) == ("/", SOON), "they can't go in any more"
    assert (await told_of(office, "ines")).count("date_cancelled") == 0
    assert {row.person for row in await office.rows(reminder) if row.appointment_id == coming.id} == {"ines", "nika"}

    seat = {"room": room, "person": "djordje"}
    await office.post(COORDINATOR, "/rpc/room.add_member", seat | {"command_id": "add", "role": "mentee"})
    _, again = await kept(office, "djordje")
    assert (again.revision, again.asked_at) == (2, 0), "above the end of it, and what others answered holds"
    assert (await told_of(office, "djordje"))[-1] == "dates_agreed"
    await office.post(COORDINATOR, "/rpc/room.remove_member", seat | {"command_id": "remove"})
    _, last = await kept(office, "ines")
    assert {guest.person: guest.answer for guest in last.guests} == {"ines": "ACCEPTED", "nika": "NEEDS-ACTION"}


def _id_at(unit: UnitOfWork, start: int) -> str:
    return next(one.id for one in appointments.of_person(unit.connection, "ines", 0, start + 1) if one.start == start)


async def test_who_stops_alone_is_invited_no_more_and_what_waited_for_the_morning_stays_away(office: Office) -> None:
    one = await pair(office, "nika,djordje+ines")
    item = await propose(office, "nika", one["room"], SOON)
    await ask(office, "ines", "room.accept_time", one["room"], item=item, start=SOON)
    await office.unit(lambda unit: enqueue_about(unit, _id_at(unit, SOON)))
    await office.post("djordje", f"/mentorships/{one['id']}/stop")
    assert await guests(office) == {"ines": "NEEDS-ACTION", "nika": "NEEDS-ACTION"}
    assert await kept(office, "djordje") == []
    waiting = {row.person: row.state for row in await office.mails() if row.template == "date_ahead"}
    assert waiting == {"djordje": "failed", "nika": "waiting"}


def enqueue_about(unit: UnitOfWork, id: str) -> None:
    """As a reminder that came at night: at noon in Belgrade it is midnight in Auckland."""
    values: dict[str, str | int] = {"people": "Ines", "start": SOON, "many": 0, "link": "/"}
    mails = [
        Mail("date_ahead", f"{person}@people.example", "en", "Pacific/Auckland", person, values, id)
        for person in ("djordje", "nika")
    ]
    enqueue_wanted(unit, "date_ahead", mails)


async def test_a_second_mentor_is_invited_to_what_was_agreed_on_before(office: Office) -> None:
    one = await pair(office, "nika+blagica")
    await agreed(office, one["room"])
    wanted = {"command_id": office.id(), "person": "goran", "version": one["version"]}
    await office.post(COORDINATOR, f"/mentorships/{one['id']}/mentors", wanted)
    (date,) = await kept(office, "goran")
    assert {guest.person: guest.country for guest in date.guests} == {"blagica": "MK", "goran": "MK", "nika": "RS"}
    assert await told_of(office, "goran") == ["dates_agreed"]
    assert (await told_of(office, "nika")) == ["dates_agreed"]


async def test_who_is_in_a_group_follows_from_who_takes_part_and_so_does_who_is_invited(office: Office) -> None:
    room = (await office.post(COORDINATOR, f"/cohorts/{RUN}/circles", {"kind": "joint"}))["room"]
    item = await propose(office, COORDINATOR, room, SOON)
    await ask(office, COLLEAGUE, "room.accept_time", room, item=item, start=SOON)
    assert "djordje" in await guests(office, "nika")
    await office.done(COORDINATOR, "DELETE", f"/cohorts/{RUN}/people/djordje/mentee")
    assert "djordje" not in await guests(office, "nika")
    assert (await told_of(office, "djordje"))[-1] == "date_without_you"
    await enrol(office, {"email": "djordje@people.example"})
    await BringingIn(office.database, office.product.writer, Rooms()).bring_all()
    assert "djordje" in await guests(office, "nika")

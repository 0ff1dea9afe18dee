"""A mentorship and its room are one: opened, changed, stopped and ended together."""

from __future__ import annotations

import asyncio
from typing import Any

import msgspec
import pytest

from server.programmes.mentorships.service import by_room
from server.programmes.tables import act, mentorship
from server.rooms.tables import entry
from tests.flows.office import COLLEAGUE, COORDINATOR, NOBODY, RUN, STRANGER, Office

WORDS = {"sr-Latn": "Dobro došli.", "mk": "Добредојдовте."}
OPEN = f"/cohorts/{RUN}/mentorships"


def wanted(office: Office, seats: str, id: str = "") -> dict[str, Any]:
    """`seats`: "nika+ines" are a mentee and a mentor, "nika,djordje+ines" two mentees and a mentor."""
    mentees, _, mentors = seats.partition("+")
    people = [{"person": one, "role": "mentee"} for one in mentees.split(",") if one]
    people += [{"person": one, "role": "mentor"} for one in mentors.split(",") if one]
    return {"command_id": id or office.id(), "people": people}


async def pair(office: Office, seats: str = "nika+ines", by: str = COORDINATOR, id: str = "") -> Any:
    return await office.post(by, OPEN, wanted(office, seats, id))


async def refused(office: Office, seats: str, by: str = COORDINATOR, id: str = "") -> str:
    return await office.refused(by, "POST", OPEN, wanted(office, seats, id))


async def say(office: Office, person: str, room: str) -> str:
    """The code of the refusal, or nothing."""
    body = {"room": room, "command_id": office.id(), "text": "Zdravo"}
    answer = await office.ask(person, "POST", "/rpc/room.post", body)
    return str(answer.json().get("code", ""))


async def room_of(office: Office, person: str, room: str) -> Any:
    return await office.get(person, f"/rooms/{room}")


async def test_a_pair_gets_its_room_its_words_and_its_welcome_at_once(either_office: Office) -> None:
    office = either_office
    one = await pair(office, "nika+blagica")
    assert [(member["person"], member["role"]) for member in one["people"]] == [
        ("blagica", "mentor"),
        ("nika", "mentee"),
    ]
    room = await room_of(office, "blagica", one["room"])
    assert (room["kind"], {member["person"] for member in room["members"]}) == ("pair", {"nika", "blagica"})
    assert room["first_words"] == {"language": "mk", "words": "Добредојдовте."}
    assert await office.told("nika") == ["room_joined", "programme_changed"]
    assert await office.told(COORDINATOR) == await office.told(COLLEAGUE) == ["programme_changed"]
    assert await office.told("ines") == []
    mails = sorted(await office.mails(), key=lambda row: row.person)
    assert [(row.person, row.language, row.template) for row in mails] == [
        ("blagica", "mk", "welcome"),
        ("nika", "sl", "welcome"),
    ]
    assert msgspec.json.decode(mails[0].facts) == {
        "programme": "Кругови",
        "people": "Nika Šircelj",
        "link": f"/room/{one['room']}",
    }
    acts = sorted((row.actor, row.about, row.kind, row.role) for row in await office.rows(act))
    assert acts == [
        (COORDINATOR, "blagica", "mentorship_opened", "mentor"),
        (COORDINATOR, "nika", "mentorship_opened", "mentee"),
    ]
    assert await say(office, "blagica", one["room"]) == ""


async def test_the_same_again_is_the_same_and_nothing_twice(office: Office) -> None:
    first = await pair(office, id="once")
    assert await pair(office, id="once") == first
    assert await refused(office, "djordje+ines", id="once") == "command_conflict"
    assert len(await office.mails()) == 2
    assert len(await office.rows(mentorship)) == 1


async def test_two_who_pair_the_same_mentee_at_once_make_one_pair(either_office: Office) -> None:
    office = either_office
    # Both are signed in, so that neither waits for that.
    await asyncio.gather(office.get(COORDINATOR, "/rooms"), office.get(COLLEAGUE, "/rooms"))
    cookies = [{"Cookie": f"atelje={office.tokens[by]}"} for by in (COORDINATOR, COLLEAGUE)]
    bodies = (wanted(office, "zvezda+tadeja"), wanted(office, "zvezda+goran"))
    answers = await asyncio.gather(
        *(
            office.client.post(f"/api/v1{OPEN}", json=body, headers=cookie)
            for body, cookie in zip(bodies, cookies, strict=True)
        )
    )
    assert sorted(answer.json().get("code", "") for answer in answers) == ["", "has_mentorship"]
    assert len(await office.rows(mentorship)) == 1


async def test_what_is_no_mentorship_leaves_nothing_behind(office: Office) -> None:
    for seats, code in (
        ("nika+", "mentorship_incomplete"),
        ("+ines", "mentorship_incomplete"),
        ("nika,nika+ines", "mentorship_incomplete"),
        ("nika+djordje", "not_enrolled"),
        (f"{NOBODY}+ines", "not_enrolled"),
        ("nika+nobody", "not_enrolled"),
    ):
        assert await refused(office, seats) == code, seats
    assert await office.rows(mentorship) == []
    assert await office.mails() == []


async def test_a_partner_pairs_its_own_people_and_nobody_elses(office: Office) -> None:
    for seats in ("nika+ines", "zvezda+ines", "nika+goran", "zvezda+nobody"):
        assert await refused(office, seats, by=COLLEAGUE) == "not_found", seats
    assert (await pair(office, "zvezda+goran", by=COLLEAGUE))["mine"]
    for stranger in (STRANGER, "nika", "aida"):
        assert await refused(office, "nika+ines", by=stranger) == "not_found", stranger


async def test_a_mentorship_is_paused_goes_on_and_ends_with_its_room(office: Office) -> None:
    one = await pair(office)
    path = f"/mentorships/{one['id']}/state"
    office.clock.now += 1_000
    paused = await office.put(COORDINATOR, path, {"version": 1, "state": "paused"})
    assert (paused["state"], paused["version"], paused["since"] - one["since"]) == ("paused", 2, 1_000)
    late = {"version": 1, "state": "active"}
    answer = (await office.ask(COORDINATOR, "PUT", path, late)).json()
    assert (answer["code"], answer["now"]) == ("changed_meanwhile", paused)
    assert await say(office, "nika", one["room"]) == ""
    await office.put(COORDINATOR, path, {"version": 2, "state": "active"})
    assert await office.refused(COLLEAGUE, "PUT", path, {"version": 3, "state": "ended"}) == "not_found"
    await office.put(COORDINATOR, path, {"version": 3, "state": "ended"})
    assert await say(office, "nika", one["room"]) == "room_closed"
    assert await office.refused(COORDINATOR, "PUT", path, {"version": 4, "state": "active"}) == "mentorship_over"
    assert (await pair(office))["id"] != one["id"]


@pytest.mark.parametrize("person", ["nika", "ines"])
async def test_either_stops_alone_and_the_team_learns_no_more_than_that(office: Office, person: str) -> None:
    one = await pair(office)
    path, room = f"/mentorships/{one['id']}/stop", one["room"]
    await say(office, "nika", room)
    for stranger in (COORDINATOR, COLLEAGUE, "djordje", NOBODY):
        assert await office.refused(stranger, "POST", path) == "not_found"
    await office.post(person, path)
    await office.post(person, path)
    assert [await say(office, who, room) for who in ("nika", "ines")] == ["room_closed", "room_closed"]
    for method, more in (("draft", {"text": "Vseeno"}), ("show_presence", {"on": True})):
        assert await office.refused("ines", "POST", f"/rpc/room.{method}", {"room": room, **more}) == "room_closed"
    last = (await office.rows(entry))[-1]
    assert (last.kind, last.actor, last.body) == ("room_closed", None, b'{"reason":"stopped"}')
    stopped = [(row.actor, row.about, row.role) for row in await office.rows(act) if row.kind == "mentorship_stopped"]
    assert sorted(stopped) == [(None, "ines", None), (None, "nika", None)]
    assert [(row.state, row.version) for row in await office.rows(mentorship)] == [("stopped", 2)]
    # The old room stays as it was for both, and a new one can begin.
    for who in ("nika", "ines"):
        old = await room_of(office, who, room)
        assert (old["closed"], len(old["messages"])) == ("stopped", 1)
    assert (await pair(office, "nika+tadeja"))["state"] == "active"


async def test_a_team_goes_on_without_who_stops_while_it_is_one(office: Office) -> None:
    one = await pair(office, "nika,djordje+ines")
    path, room = f"/mentorships/{one['id']}/stop", one["room"]
    assert (await room_of(office, "ines", room))["kind"] == "team"
    await office.post("djordje", path)
    assert await say(office, "djordje", room) == "not_found"
    assert await say(office, "nika", room) == ""
    assert (await pair(office, "djordje+tadeja"))["state"] == "active"
    await office.post("ines", path)
    assert await say(office, "nika", room) == "room_closed"


async def test_another_mentor_reads_from_then_on(office: Office) -> None:
    one = await pair(office)
    path, room = f"/mentorships/{one['id']}/mentors", one["room"]
    await say(office, "nika", room)
    more = {"command_id": "more", "version": 1, "person": "tadeja"}
    grown = await office.post(COORDINATOR, path, more)
    assert [member["person"] for member in grown["people"]] == ["ines", "nika", "tadeja"]
    assert await office.post(COORDINATOR, path, more) == grown
    assert (await room_of(office, "tadeja", room))["messages"] == []
    assert [row.person for row in await office.mails()].count("tadeja") == 1
    for command, code in (
        ({"version": 1, "person": "goran"}, "changed_meanwhile"),
        ({"version": 2, "person": "djordje"}, "not_enrolled"),
        ({"version": 2, "person": "ines"}, "already_member"),
    ):
        assert await office.refused(COORDINATOR, "POST", path, {"command_id": office.id()} | command) == code
    await office.post("nika", f"/mentorships/{one['id']}/stop")
    late = {"command_id": office.id(), "version": 3, "person": "goran"}
    assert await office.refused(COORDINATOR, "POST", path, late) == "mentorship_over"
    assert len((await room_of(office, "nika", room))["members"]) == 3


async def members(office: Office, room: str) -> dict[str, str]:
    """Of the room, and of its mentorship: they are the same people."""
    found = await office.read(lambda connection: by_room(connection, room))
    assert found is not None
    return dict(found.people)


async def move(office: Office, room: str, person: str, role: str = "", by: str = COORDINATOR) -> str:
    """Brings a person into a room, or takes them out; the code of the refusal."""
    body = {"room": room, "command_id": office.id(), "person": person}
    method = "room.add_member" if role else "room.remove_member"
    answer = await office.ask(by, "POST", f"/rpc/{method}", body | ({"role": role} if role else {}))
    return str(answer.json().get("code", ""))


async def test_who_comes_into_the_room_or_goes_is_in_the_mentorship_or_is_not(office: Office) -> None:
    one = await pair(office)
    room = one["room"]
    assert await move(office, room, "djordje", "guest") == ""
    assert await members(office, room) == {"nika": "mentee", "ines": "mentor"}
    assert await move(office, room, "djordje") == ""
    assert await move(office, room, "djordje", "mentor") == "not_enrolled"
    # Another mentor in place of the first one.
    assert await move(office, room, "ines") == ""
    assert await move(office, room, "tadeja", "mentor") == ""
    assert await members(office, room) == {"nika": "mentee", "tadeja": "mentor"}
    assert await say(office, "nika", room) == ""
    other = await pair(office, "djordje+ines")
    assert await move(office, other["room"], "nika", "mentee") == "has_mentorship"


async def test_a_partner_changes_the_rooms_of_its_own_people_alone(office: Office) -> None:
    mixed, own = await pair(office, "nika+goran"), await pair(office, "zvezda+blagica")
    assert await move(office, mixed["room"], "xhemile", "guest", by=COLLEAGUE) == "not_found"
    assert await move(office, own["room"], "xhemile", "guest", by=COLLEAGUE) == ""
    assert await move(office, own["room"], "nika", "guest", by=STRANGER) == "not_found"


async def test_who_leaves_the_room_of_a_pair_stops_it(office: Office) -> None:
    one = await pair(office)
    leaving = {"room": one["room"], "command_id": "leaving"}
    for _ in range(2):
        await office.post("ines", "/rpc/room.leave", leaving)
    assert await say(office, "nika", one["room"]) == "room_closed"
    assert [row.state for row in await office.rows(mentorship)] == ["stopped"]
    assert (await office.told("ines"))[2:] == ["room_left", "programme_changed"]
    assert (await office.told("nika"))[2:] == ["room_changed", "programme_changed"]

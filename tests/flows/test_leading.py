"""Leading a group: in the open, by who leads it alone, and never in the room of a mentorship."""

from __future__ import annotations

import base64
from typing import Any

from pycrdt import Doc, Text

from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.service import Rooms
from server.rooms.tables import entry, message, withheld
from server.rooms.things.files.contract import AddFile
from tests.flows.office import COORDINATOR, RUN, STRANGER, Office
from tests.flows.test_pairing import pair
from tests.rooms.house import asked

CANARY = "čuvarkuća"
LEADER = "aida"
"""The run's facilitator."""
UPDATE = base64.b64encode(Doc({"open": Text("By one more way")}).get_update()).decode()
"""What somebody writes in a shared note."""


async def group(office: Office) -> str:
    """Of all who work in the workshop, with who leads it."""
    return str((await office.post(COORDINATOR, f"/cohorts/{RUN}/circles", {"kind": "workshop"}))["room"])


async def rpc(office: Office, person: str, method: str, room: str, /, **fields: Any) -> int:
    answer = await office.post(person, f"/rpc/room.{method}", {"room": room, "command_id": office.id(), **fields})
    return int(answer["offset"])


async def refused(office: Office, person: str, method: str, room: str, /, **fields: Any) -> str:
    return await office.refused(
        person, "POST", f"/rpc/room.{method}", {"room": room, "command_id": office.id(), **fields}
    )


async def words(office: Office, person: str, room: str) -> dict[int, Any]:
    return {one["id"]: one.get("text") for one in (await office.get(person, f"/rooms/{room}"))["messages"]}


async def acts(office: Office, person: str, room: str) -> list[Any]:
    return list((await office.get(person, f"/rooms/{room}"))["things"].get("led", []))


async def test_hidden_words_are_with_nobody_and_come_back_as_they_were(either_office: Office) -> None:
    office = either_office
    room = await group(office)
    said = await rpc(office, "tadeja", "post", room, text=f"{CANARY} first")
    await rpc(office, "tadeja", "edit", room, message=said, text=f"{CANARY} said")
    item = await rpc(office, LEADER, "hide", room, message=said)
    for person in ("tadeja", "ines", LEADER):
        assert (await words(office, person, room))[said] is None
    rows = [row.body for row in await office.rows(entry)] + [row.text for row in await office.rows(message)]
    assert CANARY.encode() not in b"".join(filter(None, rows))
    assert [row.text.decode() for row in await office.rows(withheld)] == [f"{CANARY} said"]
    (act,) = await acts(office, "ines", room)
    assert (act["id"], act["by"], act["body"]["what"], act["body"]["message"]) == (item, LEADER, "hidden", said)
    assert await refused(office, LEADER, "hide", room, message=said) == "message_withdrawn"

    await rpc(office, LEADER, "return_message", room, item=item)
    assert (await words(office, "ines", room))[said] == f"{CANARY} said"
    assert await office.rows(withheld) == []
    (act,) = await acts(office, "ines", room)
    assert (act["body"]["state"], act["history"][0]["by"]) == ("over", LEADER)
    assert await refused(office, LEADER, "return_message", room, item=item) == "act_over"
    before = await office.get("ines", f"/rooms/{room}")
    await office.unit(lambda unit: [rebuild_room(unit.connection, one) for one in room_ids(unit.connection)])
    assert await office.get("ines", f"/rooms/{room}") == before


async def test_who_wrote_hidden_words_can_let_go_of_them_for_good(office: Office) -> None:
    room = await group(office)
    said = await rpc(office, "tadeja", "post", room, text=f"{CANARY} said")
    item = await rpc(office, LEADER, "hide", room, message=said)
    assert await refused(office, "ines", "drop_hidden", room, item=item) == "not_your_message"
    await rpc(office, "tadeja", "drop_hidden", room, item=item)
    assert await office.rows(withheld) == []
    assert await refused(office, LEADER, "return_message", room, item=item) == "act_over"
    assert (await words(office, "tadeja", room))[said] is None


async def test_a_pause_and_a_pace_hold_for_all_but_those_who_lead(either_office: Office) -> None:
    office = either_office
    room = await group(office)
    await rpc(office, "tadeja", "post", room, text="One")
    await rpc(office, LEADER, "set_pace", room, slow=60, paused=False)
    assert await refused(office, "tadeja", "post", room, text="Two") == "writing_slowed"
    await rpc(office, "ines", "post", room, text="Mine")
    await rpc(office, LEADER, "post", room, text="One of the lead")
    await rpc(office, LEADER, "post", room, text="Another")
    office.clock.now += 60_000
    mine = await rpc(office, "tadeja", "post", room, text="Two")
    note = await rpc(office, "tadeja", "open_note", room)
    await rpc(office, LEADER, "set_pace", room, slow=0, paused=True)
    assert await refused(office, "tadeja", "post", room, text="Three") == "writing_paused"
    assert await refused(office, "tadeja", "edit", room, message=mine, text="Three") == "writing_paused"
    assert await refused(office, "tadeja", "pin", room, what="note", note="By another way") == "writing_paused"
    assert await refused(office, "tadeja", "write_note", room, item=note, update=UPDATE) == "writing_paused"
    await rpc(office, LEADER, "write_note", room, item=note, update=UPDATE)
    await rpc(office, "tadeja", "change_note", room, item=note, title="What is there stays theirs")
    assert len(await words(office, "tadeja", room)) == 5, "reading stays"
    await rpc(office, "tadeja", "withdraw", room, message=mine)
    await rpc(office, LEADER, "set_pace", room, slow=0, paused=False)
    await rpc(office, "tadeja", "post", room, text="Four")
    (pace,) = await acts(office, "ines", room)
    assert [one["was"] for one in pace["history"]] == [{"slow": 60, "paused": False}, {"slow": 0, "paused": True}]


async def test_who_is_taken_out_is_out_until_they_are_brought_back(either_office: Office) -> None:
    office = either_office
    room = await group(office)
    await rpc(office, "ines", "post", room, text="Before")
    item = await rpc(office, LEADER, "take_out", room, person="tadeja")
    assert await office.refused("tadeja", "GET", f"/rooms/{room}") == "not_found"
    assert "room_left" in await office.told("tadeja")
    (act,) = await acts(office, "ines", room)
    assert (act["by"], act["body"]["person"], act["body"]["role"]) == (LEADER, "tadeja", "mentor")
    # Another part in the run brings nobody back who was taken out.
    await office.post(COORDINATOR, f"/cohorts/{RUN}/circles", {"kind": "joint"})
    assert await office.refused("tadeja", "GET", f"/rooms/{room}") == "not_found"
    await rpc(office, "ines", "post", room, text="Meanwhile")
    await rpc(office, LEADER, "bring_back", room, item=item)
    assert await words(office, "tadeja", room) == {}, "they read from then on"
    await rpc(office, "tadeja", "post", room, text="Back")
    assert await refused(office, LEADER, "bring_back", room, item=item) == "act_over"


async def test_only_who_leads_a_group_leads_it_and_nobody_a_pair(office: Office) -> None:
    room = await group(office)
    said = await rpc(office, "tadeja", "post", room, text="Words")
    commands: list[tuple[str, dict[str, Any]]] = [
        ("hide", {"message": said}),
        ("take_out", {"person": "tadeja"}),
        ("set_pace", {"slow": 1, "paused": False}),
        ("return_message", {"item": 2}),
        ("bring_back", {"item": 2}),
    ]
    for method, fields in commands:
        assert await refused(office, "ines", method, room, **fields) == "led_by_others"
        assert await refused(office, STRANGER, method, room, **fields) == "not_found"
    own = (await pair(office))["room"]
    said = await rpc(office, "nika", "post", own, text="Words")
    for person in ("nika", "ines"):
        for method, fields in (("hide", {"message": said}), ("set_pace", {"slow": 1, "paused": True})):
            assert await refused(office, person, method, own, **fields) == "not_found"
    assert await refused(office, LEADER, "take_out", room, person="nowhere") == "not_a_member"
    for slow in (-1, 3_601):
        assert await refused(office, LEADER, "set_pace", room, slow=slow, paused=False) == "bad_request"


async def test_who_leads_takes_a_file_away_in_the_open_and_nobody_does_in_a_mentorship(either_office: Office) -> None:
    office = either_office
    room = await group(office)

    async def bring(room: str, person: str) -> int:
        file = AddFile(room, office.id(), f"{CANARY}.pdf", 9, "application/pdf", "0" * 16, text=CANARY)
        accepted = await office.unit(lambda unit: Rooms().execute(unit, asked(person, file)))
        assert accepted.offset is not None
        return accepted.offset

    file = await bring(room, "tadeja")
    assert await refused(office, "ines", "take_file_away", room, file=file) == "led_by_others"
    assert await refused(office, COORDINATOR, "take_file_away", room, file=file) == "not_found"
    assert await refused(office, LEADER, "take_file_away", room, file=file + 9) == "item_not_found"
    item = await rpc(office, LEADER, "take_file_away", room, file=file)
    snapshot = await office.get("ines", f"/rooms/{room}")
    assert "files" not in snapshot["things"]
    (act,) = snapshot["things"]["led"]
    assert (act["id"], act["by"], act["body"]["what"], act["body"]["person"]) == (item, LEADER, "file", "tadeja")
    assert CANARY.encode() not in b"".join(filter(None, (row.body for row in await office.rows(entry))))
    assert await refused(office, LEADER, "take_file_away", room, file=file) == "item_not_found"
    assert await refused(office, LEADER, "return_message", room, item=item) == "item_not_found"
    await office.unit(lambda unit: [rebuild_room(unit.connection, one) for one in room_ids(unit.connection)])
    assert await office.get("ines", f"/rooms/{room}") == snapshot

    theirs = (await pair(office, "nika+ines"))["room"]
    file = await bring(theirs, "nika")
    assert await refused(office, "ines", "take_file_away", theirs, file=file) == "not_found"
    assert await refused(office, "ines", "remove_file", theirs, item=file) == "not_your_file"


async def test_what_is_hidden_leaves_the_pages_of_the_index_too(office: Office) -> None:
    """As what its author takes back does."""
    erased: list[bool] = []
    rooms = Rooms(worded=lambda _rooms, erases: erased.append(erases))
    room = await group(office)
    said = await rpc(office, "tadeja", "post", room, text=CANARY)
    await office.unit(lambda unit: rooms.withhold(unit, room, LEADER, said))
    assert erased == [True]

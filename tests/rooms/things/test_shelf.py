"""What may stand on a room's shelf, and how two people arrange it at once."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from server.rooms.things.files.contract import RemoveFile
from server.rooms.things.notes.contract import OpenNote
from server.rooms.things.shelf.contract import PINS, ChangePin, MovePin, PutPin, RemovePin
from tests.rooms.house import House, asked


def put(house: House, actor: str = "ana", **fields: Any) -> Any:
    return asked(actor, PutPin("r", house.id(), **({"what": "note", "note": "n"} | fields)))


def move(house: House, actor: str, item: int, after: int | None) -> Any:
    return asked(actor, MovePin("r", house.id(), item, after))


async def pins(house: House) -> list[dict[str, Any]]:
    found = (await house.snapshot("ana")).things
    return sorted(msgspec.json.decode(found.get("pins", b"[]")), key=lambda pin: str(pin["body"]["rank"]))


async def order(house: House) -> list[int]:
    return [pin["id"] for pin in await pins(house)]


async def test_a_message_a_link_and_a_note_come_in_the_order_of_putting(house: House) -> None:
    await house.ask(house.post("bor", "Read this"))
    assert await house.ask(
        put(house, what="message", note="", message=2, why=" Our  plan "),
        put(house, what="link", note="", link=" https://example.org/a?b=c#d ", title=" A\nlist ", message=2),
        put(house, note=" First line \n\n second ", state="next", section=" For  Kranj "),
    ) == [3, 4, 5]
    message, link, note = [pin["body"] for pin in await pins(house)]
    assert (message["message"], message["note"], message["why"]) == (2, "", "Our  plan")
    assert (link["link"], link["title"], link["message"]) == ("https://example.org/a?b=c#d", "A list", 2)
    assert (note["note"], note["state"], note["section"]) == ("First line \n\n second", "next", "For Kranj")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"note": " \n"}, "text_empty"),
        ({"note": "x" * 4_001}, "text_too_long"),
        ({"title": "x" * 201}, "text_too_long"),
        ({"why": "nul\0"}, "text_not_allowed"),
        ({"what": "message"}, "message_not_found"),
        ({"what": "message", "message": 99}, "message_not_found"),
        ({"message": 1}, "message_not_found"),
        ({"what": "link", "link": ""}, "link_not_allowed"),
        ({"what": "link", "link": "javascript:alert(1)"}, "link_not_allowed"),
        ({"what": "link", "link": "https://bank.example@evil.example/"}, "link_not_allowed"),
        ({"what": "link", "link": "https://exa mple.org"}, "link_not_allowed"),
        ({"what": "link", "link": "https://[::1"}, "link_not_allowed"),
        ({"what": "link", "link": "file:///etc/passwd"}, "link_not_allowed"),
        ({"what": "link", "link": "https://example.org/" + "x" * 2_000}, "link_not_allowed"),
        ({"what": "link", "link": "https://example.org/\u202egnp.exe"}, "link_not_allowed"),
    ],
)
async def test_what_is_refused_leaves_nothing(house: House, fields: dict[str, Any], code: str) -> None:
    assert await house.ask(put(house, **fields)) == [code]
    assert await pins(house) == []


async def test_a_file_and_a_note_of_the_room_are_led_to(house: House) -> None:
    assert await house.ask(
        house.bring("bor", "plan.pdf"),
        asked("bor", OpenNote("r", house.id(), "Minutes")),
        put(house, what="file", note="", thing=2, why="Before we meet"),
        put(house, what="shared", note="", thing=3),
    ) == [2, 3, 4, 5]
    file, note = [pin["body"] for pin in await pins(house)]
    assert (file["what"], file["thing"], file["why"], note["what"], note["thing"]) == (
        *("file", 2, "Before we meet"),
        *("shared", 3),
    )
    assert b"plan" not in bytes((await house.snapshot("ana")).things["pins"]), "what is removed is in no pin"
    # Only what is there, of the kind that is said, and only where it is asked for.
    nothing = ["item_not_found"] * 6
    assert (
        await house.ask(
            put(house, what="file", note="", thing=3),
            put(house, what="shared", note="", thing=2),
            put(house, what="file", note=""),
            put(house, what="file", note="", thing=99),
            put(house, what="link", note="", link="https://example.org", thing=2),
            put(house, what="note", thing=3),
        )
        == nothing
    )


async def test_nobody_puts_there_what_they_may_not_read_and_what_is_gone_can_not_be_put(house: House) -> None:
    await house.ask(house.bring("bor"), house.add("vesna"), house.bring("bor"))
    assert await house.ask(
        put(house, "vesna", what="file", note="", thing=2),
        put(house, "vesna", what="file", note="", thing=4),
        asked("bor", RemoveFile("r", house.id(), 2)),
        put(house, what="file", note="", thing=2),
    ) == ["item_not_found", 5, 6, "item_not_found"]


async def test_two_people_move_pins_at_once_and_none_is_lost(house: House) -> None:
    await house.ask(*(put(house) for _ in range(5)))
    assert await house.ask(move(house, "ana", 6, None), move(house, "bor", 2, 5), move(house, "bor", 3, 6)) == [7, 8, 9]
    assert await order(house) == [6, 3, 4, 5, 2]
    assert await house.ask(asked("ana", RemovePin("r", house.id(), 5)), move(house, "bor", 6, 5)) == [10, 11]
    assert await order(house) == [3, 4, 2, 6]
    assert await house.ask(move(house, "bor", 5, 3)) == ["item_not_found"]


async def test_a_pin_says_other_things_and_stays_what_it_is(house: House) -> None:
    await house.ask(put(house, what="link", note="", link="https://example.org"), put(house))
    assert await house.ask(
        asked("bor", ChangePin("r", "c1", 2, note="Words", title="T", state="done")),
        asked("bor", ChangePin("r", "c2", 3, note="", link="https://example.org")),
        asked("bor", ChangePin("r", "c3", 3, note="Else", link="example.org")),
    ) == [4, "text_empty", "link_not_allowed"]
    link, note = [pin["body"] for pin in await pins(house)]
    assert (link["note"], link["title"], link["state"]) == ("Words", "T", "done")
    assert (note["note"], note["link"]) == ("n", "")


async def test_a_shelf_has_an_end(house: House) -> None:
    await house.ask(*(put(house) for _ in range(PINS)))
    assert await house.ask(put(house)) == ["too_many_items"]
    assert await house.ask(asked("bor", RemovePin("r", house.id(), 2)), put(house)) == [PINS + 2, PINS + 3]

"""What happened while somebody was away; on both databases."""

from __future__ import annotations

import gzip

import msgspec

from server.contract.memory import Since
from server.rooms.model import RoomCommand
from server.rooms.since import reads
from server.rooms.things.shelf.contract import ChangePin, MovePin, PutPin
from tests.rooms.house import House, asked


async def since(house: House, person: str, moment: int | None = None, read: int | None = None) -> Since:
    found = await house.read(reads.since, "r", person, moment, read)
    assert found is not None
    return found


def pin(house: House, by: str, title: str) -> RoomCommand:
    return asked(by, PutPin("r", house.id(), what="note", title=title, note="x"))


async def test_what_others_did_since_i_read_is_told_and_nothing_else(house: House) -> None:
    await house.ask(
        house.post("bor", "read"), house.post("ana", "mine"), pin(house, "bor", "Old"), pin(house, "ana", "Own")
    )
    await house.ask(house.read_to("ana", 2))
    await house.ask(
        asked("bor", ChangePin("r", house.id(), 5, title="Own, by Bor")),
        asked("ana", ChangePin("r", house.id(), 4, title="Old, by Ana")),
        house.post("bor", "@[ana] look"),
        house.post("bor", "gone"),
        house.post("ana", "mine again"),
        house.post("bor", "x" * 500),
        pin(house, "bor", "New"),
    )
    await house.ask(house.withdraw("bor", 9))
    found = await since(house, "ana")
    assert found.offset == 3
    assert [
        (one.kind, [(it.id, it.title, it.by, it.changed) for it in one.things], one.more) for one in found.things
    ] == [("pins", [(12, "New", "bor", False), (5, "Own, by Bor", "bor", True)], 0)]
    assert [(one.id, one.text) for one in found.mentions.messages] == [(8, "@[ana] look")]
    assert [(one.id, len(one.text), one.after) for one in found.messages.messages] == [(11, 160, True)]
    # From behind a message that is named, and from a moment on.
    assert [one.id for one in (await since(house, "ana", read=0)).messages.messages] == [2, 11]
    assert [one.id for one in (await since(house, "ana", moment=0)).messages.messages] == [2, 11]
    assert (await since(house, "ana", moment=house.now + 1)).messages.messages == ()


async def test_nothing_from_below_a_floor_and_nothing_for_others(house: House) -> None:
    await house.ask(house.post("bor", "before"), pin(house, "bor", "Before"), house.add("vesna"))
    await house.ask(asked("bor", MovePin("r", house.id(), 3)), house.post("bor", "after"))
    for moment, read in ((None, None), (0, None), (None, 0)):
        found = await since(house, "vesna", moment, read)
        assert [one.text for one in found.messages.messages] == ["after"]
        assert found.things == ()
    assert await house.read(reads.since, "r", "nobody") is None
    assert await house.read(reads.since, "nowhere", "ana") is None


async def test_it_stays_within_five_kilobytes_however_much_happened(house: House) -> None:
    # Words that don't compress, in letters that take two bytes.
    def noise(n: int) -> str:
        return "".join(chr(0x430 + (n * 7919 + k * k * 31 + k * 17) % 32) + " " * (k % 9 == 8) for k in range(170))

    await house.ask(*(house.post("bor", noise(n) + (" @[ana]" if n % 3 == 0 else "")) for n in range(120)))
    await house.ask(*(pin(house, "bor", noise(n)[:190]) for n in range(20)))
    found = await since(house, "ana")
    assert (found.things[0].more, found.mentions.more, found.messages.more) == (15, 35, 72)
    assert len(gzip.compress(msgspec.json.encode(found), 6)) <= 5 * 1024

"""Thanks: one text of each member, which nobody else can change."""

from __future__ import annotations

import msgspec

from server.rooms.things.thanks.contract import SayThanks, TakeBackThanks
from tests.rooms.house import House, asked


async def test_each_has_one_text_and_only_its_author_changes_it(house: House) -> None:
    def thank(actor: str, words: str) -> object:
        return asked(actor, SayThanks("r", house.id(), words))

    await house.ask(thank("ana", "Canary"), thank("bor", "Hvala"), thank("ana", "Thank you"))
    kept = msgspec.json.decode((await house.snapshot("bor")).things["thanks"])
    assert [(one["by"], one["body"]["words"]) for one in kept] == [("ana", "Thank you"), ("bor", "Hvala")]
    assert await house.ask(
        asked("bor", TakeBackThanks("r", house.id(), 2)),
        asked("ana", TakeBackThanks("r", house.id(), 2)),
        thank("ana", " "),
        thank("ana", "x" * 2_001),
    ) == ["not_your_message", 5, "text_empty", "text_too_long"]
    entries = await house.entries("ana", 0) or []
    assert b"Canary" not in b"".join(one.data for one in entries)

"""Private notes: of their author and of nobody else, whoever is in the room."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from server.contract.notes import PRIVATE_NOTE_LIMIT, PrivateNote, SetPrivateNote
from server.errors import Refused
from server.rooms.private_notes import service
from tests.rooms.house import House


def put(person: str, id: str, text: str, changed_at: int = 0, room: str = "r") -> Callable[..., Any]:
    return lambda unit: service.put(unit, person, id, SetPrivateNote(room, text, changed_at))


async def mine(house: House, person: str) -> list[tuple[str, str]]:
    found = await house.read(service.mine, person)
    return [(one.id, one.text) for one in found.notes]


async def test_only_the_author_reads_changes_and_removes_a_note(house: House) -> None:
    (one,) = await house.commit(put("ana", "n1", "To myself: ask about čaj"))
    assert isinstance(one, PrivateNote)
    await house.commit(put("bor", "n1", "Mine, under the same id"))
    assert await mine(house, "ana") == [("n1", "To myself: ask about čaj")]
    assert await mine(house, "bor") == [("n1", "Mine, under the same id")]
    assert house.ears.publications == [one for one in house.ears.publications if one.channel != "person:ana"]
    await house.ask(lambda unit: service.remove(unit, "ceca", "n1"))
    assert len(await mine(house, "ana")) == len(await mine(house, "bor")) == 1
    assert await house.ask(put("ceca", "n2", "x"), put("mira", "n2", "x")) == ["not_found", "not_found"]
    await house.ask(lambda unit: service.remove(unit, "ana", "n1"))
    assert await mine(house, "ana") == []
    assert len(await mine(house, "bor")) == 1


async def test_what_i_wrote_elsewhere_meanwhile_is_not_overwritten(house: House) -> None:
    (first,) = await house.commit(put("ana", "n1", "one"))
    (second,) = await house.commit(put("ana", "n1", "two", first.changed_at))
    (refused,) = await house.commit(put("ana", "n1", "three", first.changed_at))
    assert isinstance(refused, Refused)
    assert refused.code == "changed_meanwhile"
    assert refused.parameters["now"] == second
    # The answer was lost, and the same is said again.
    assert await house.commit(put("ana", "n1", "two", first.changed_at)) == [second]


@pytest.mark.parametrize(
    ("text", "code"), [("x" * (PRIVATE_NOTE_LIMIT + 1), "text_too_long"), ("nul\0", "text_not_allowed")]
)
async def test_what_cannot_be_stored_is_refused(house: House, text: str, code: str) -> None:
    assert await house.ask(put("ana", "n1", text)) == [code]
    assert await house.ask(put("ana", "n/1", "x")) == ["not_found"]


async def test_who_leaves_keeps_their_notes_until_the_room_is_emptied(house: House) -> None:
    await house.ask(put("ana", "n1", "kept"), put("bor", "n2", "kept too"), house.leave("ana"))
    assert await mine(house, "ana") == [("n1", "kept")]
    assert await house.ask(put("ana", "n1", "more")) == ["not_found"]
    await house.commit(lambda unit: house.rooms.close(unit, "r", "ended", house.id()))
    assert await house.ask(put("bor", "n3", "late")) == ["room_closed"]
    await house.commit(lambda unit: house.rooms.empty(unit, "r"))
    assert await mine(house, "ana") == await mine(house, "bor") == []


async def test_they_have_a_bound(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "NOTES", 2)
    three = (put("ana", f"n{number}", "x") for number in range(3))
    assert await house.ask(*three) == [None, None, "too_many_private_notes"]

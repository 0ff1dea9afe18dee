"""Membership is a fact that the rooms find; what it allows is the policy's to say, at every door alike."""

from __future__ import annotations

import pytest

from server.contract.commands import MarkRead, SaveDraft
from server.policy import Verb
from server.policy.table import RULES
from server.rooms import reads
from server.rooms.service import Rooms
from tests.rooms.house import House


def deny(monkeypatch: pytest.MonkeyPatch, *verbs: Verb) -> None:
    for verb in verbs:
        monkeypatch.setitem(RULES, verb, lambda _actor, _room: False)


async def test_what_the_policy_denies_a_member_no_read_gives(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.ask(house.post("ana", "1"))
    deny(monkeypatch, Verb.READ)
    assert await house.read(reads.open_log, "r", "ana", 0) is None
    assert await house.read(reads.snapshot, "r", "ana") is None
    assert await house.read(reads.page, "r", "ana", "before", 9) is None
    assert await house.read(reads.cards, "ana") == []


async def test_drafts_and_markers_ask_the_policy_too(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.ask(house.post("ana", "1"))
    deny(monkeypatch, Verb.DRAFT, Verb.MARK_READ)
    rooms = Rooms()
    asked = await house.ask(
        lambda unit: rooms.save_draft(unit, "ana", SaveDraft("r", "begun")),
        lambda unit: rooms.mark_read(unit, "ana", MarkRead("r", 1)),
    )
    assert asked == ["not_found", "not_found"]

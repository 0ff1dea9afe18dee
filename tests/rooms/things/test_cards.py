"""Prompt cards: each lies in a room once, a table of them has an end, and whoever is there puts one aside."""

from __future__ import annotations

import msgspec
import pytest

from server.rooms.things.cards.contract import CARDS, LayCard, TakeCard
from tests.rooms.house import House, asked


async def test_a_card_lies_there_once_until_anybody_puts_it_aside(house: House) -> None:
    lay = [asked(person, LayCard("r", house.id(), "listen-1")) for person in ("ana", "bor")]
    assert await house.ask(*lay) == [2, "card_lies_there"]
    assert await house.ask(asked("bor", TakeCard("r", house.id(), 2))) == [3]
    assert await house.ask(asked("bor", LayCard("r", house.id(), "listen-1"))) == [4]


async def test_a_table_has_an_end(house: House) -> None:
    cards = [asked("ana", LayCard("r", house.id(), f"listen-{number}")) for number in range(1, CARDS + 2)]
    assert (await house.ask(*cards))[-2:] == [CARDS + 1, "too_many_items"]


@pytest.mark.parametrize("card", ["", "listen", "listen-0", "Listen-1", "listen-1\n", "listen-100", "../listen-1"])
def test_a_name_that_no_card_can_have_is_unreadable(card: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"room": "r", "command_id": "c", "card": card}, LayCard)

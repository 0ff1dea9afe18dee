"""Which cards may lie in a room."""

from __future__ import annotations

from server.errors import Refused
from server.rooms.things.cards import contract
from server.rooms.things.cards.contract import Card, CardRemoved, LayCard, TakeCard
from server.rooms.things.kind import ThingSituation


def decide(command: LayCard | TakeCard, at: ThingSituation) -> Card | CardRemoved:
    """Raises Refused: too_many_items, card_lies_there, item_not_found."""
    if isinstance(command, TakeCard):
        return CardRemoved(at.item(command.item).id)
    at.check_place(contract.CARDS)
    if any(item.body.card == command.card for item in at.items):
        raise Refused("card_lies_there")
    return Card(command.card)

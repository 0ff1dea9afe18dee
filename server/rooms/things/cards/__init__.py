"""Prompt cards: questions that somebody lays in the room, from a deck that every reader has in their own language."""

from server.policy import Verb
from server.rooms.things.cards.contract import Card, CardRemoved, LayCard, TakeCard
from server.rooms.things.cards.rules import decide
from server.rooms.things.kind import ThingKind

CARDS = ThingKind(
    name="cards",
    body=Card,
    commands={"room.lay_card": (LayCard, Verb.SHARE), "room.take_card": (TakeCard, Verb.SHARE)},
    entries={"card_added": Card, "card_removed": CardRemoved},
    decide=decide,
)

"""Prompt cards on the wire: which card lies in a room. Its words are the client's, in each reader's language."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from server.contract.commands import Offset
from server.contract.levels import L4
from server.contract.things import Added, Removed, ThingCommand

CARDS = 10
"""Cards that lie in a room at once: a table full of them is none."""

Name = Annotated[str, Meta(pattern=r"\A[a-z]+-[1-9][0-9]?\Z")]
"""Of a card in the deck: its group and number."""


class Card(Added, frozen=True):
    """A card that lies in the room for everybody to see."""

    card: Annotated[Name, L4]


class CardRemoved(Removed, frozen=True):
    """A card that was put aside."""


class LayCard(ThingCommand, frozen=True, omit_defaults=True):
    """Lay a card of the deck in the room."""

    card: Annotated[Name, L4]


class TakeCard(ThingCommand, frozen=True, omit_defaults=True):
    """Put a card aside."""

    item: Annotated[Offset, L4]

"""Thanks of the members of a room on the wire."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Removed, ThingCommand

WORDS = 2_000
"""Code points."""


class Thanks(Added, frozen=True):
    """Of the entry's actor, to everybody else in the room."""

    words: Annotated[str, L4]


class ThanksChanged(Changed, frozen=True):
    """Other words of its author."""

    words: Annotated[str | UnsetType, L4] = UNSET


class ThanksRemoved(Removed, frozen=True):
    """Taken back by its author."""


class SayThanks(ThingCommand, frozen=True, omit_defaults=True):
    """Thank the others. Each member has one text: said again, it has other words."""

    words: Annotated[str, L4]


class TakeBackThanks(ThingCommand, frozen=True, omit_defaults=True):
    """Take one's own thanks back, with every version of the words."""

    item: Annotated[Offset, L4]

"""Acts of those who lead a group, on the wire. Everybody in the group reads them, with who did what."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from server.contract.commands import Id, Offset, Role
from server.contract.levels import L0, L4
from server.contract.things import Added, Changed, ThingCommand

ACTS = 500
"""Of a group. Who has so much to hide needs another remedy."""
SLOWEST = 3_600
"""Seconds."""

What = Literal["hidden", "taken_out", "pace", "file"]
ActState = Literal["stands", "over", "dropped"]


class LedAct(Added, frozen=True):
    """`hidden`: nobody reads the words of `message`, by `person`; its `message_withdrawn` follows. They are kept until
    they are given back (`over`: its `message_edited` follows) or their author lets go of them (`dropped`).
    `taken_out`: `person`, who was there as `role`, is out until they are brought back (`over`).
    `file`: one that `person` had brought was removed, for good; its `file_removed` follows.
    `pace`: there is one; `slow`: seconds between two messages of one person; `paused`: only those who lead may write.
    """

    what: Annotated[What, L4]
    message: Annotated[int | None, L4]
    person: Annotated[str, L0]
    role: Annotated[Role | None, L0]
    state: Annotated[ActState, L4]
    slow: Annotated[int, L4]
    paused: Annotated[bool, L4]


class LedActChanged(Changed, frozen=True):
    """An act is over, or the pace is another one. An empty `reason` keeps what was before, with who changed it."""

    state: Annotated[ActState | UnsetType, L4] = UNSET
    slow: Annotated[int | UnsetType, L4] = UNSET
    paused: Annotated[bool | UnsetType, L4] = UNSET
    reason: Annotated[str | UnsetType, L4] = UNSET


class HideMessage(ThingCommand, frozen=True, omit_defaults=True):
    """Withhold a message's words from everybody. Every version of them leaves the log."""

    message: Annotated[Offset, L4]


class ReturnMessage(ThingCommand, frozen=True, omit_defaults=True):
    """Give the hidden words back. What they answered, and what was given to them, is gone."""

    item: Annotated[Offset, L4]


class DropHidden(ThingCommand, frozen=True, omit_defaults=True):
    """Let go of one's own words that were hidden: nothing of them stays."""

    item: Annotated[Offset, L4]


class TakeFileAway(ThingCommand, frozen=True, omit_defaults=True):
    """Remove a file of somebody else from the group, with its bytes. Who brought it can bring it again."""

    file: Annotated[Offset, L4]


class TakeOut(ThingCommand, frozen=True, omit_defaults=True):
    """Take a person out of the group, until they are brought back."""

    person: Annotated[Id, L0]


class BringBack(ThingCommand, frozen=True, omit_defaults=True):
    """Let somebody who was taken out in again. They read from then on."""

    item: Annotated[Offset, L4]


class SetPace(ThingCommand, frozen=True, omit_defaults=True):
    """How often one person may write (0: as often as they like), and whether anybody but those who lead may."""

    slow: Annotated[Annotated[int, Meta(ge=0, le=SLOWEST)], L4]
    paused: Annotated[bool, L4]

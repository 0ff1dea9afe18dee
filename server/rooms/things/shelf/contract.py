"""The shelf of a room on the wire: what its members put within each other's reach."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Rank, Removed, ThingCommand

PINS = 200
"""Pins of a room at once."""
TITLE, WHY, NOTE, SECTION = 200, 1_000, 4_000, 60
"""Code points."""

What = Literal["message", "link", "note", "file", "shared"]
"""Said in the talk; elsewhere on the web; words that stand on the shelf alone; a file of the room; one of its notes."""
State = Literal["keep", "next", "done"]
"""Simply there; for the next meeting; done with."""


class Pin(Added, frozen=True):
    """Something on the shelf. What is a `link` has an address and what is a `note` has words, and either may have both;
    a `message` stands where it was said. A `file` and a `shared` note stay where they are too: the pin has no copy of
    their names.

    `message`: the moment of the talk that the pin came from, by the message's id; `thing`: the file or the note.
    `rank`: its place among the pins, in the order of the characters.
    """

    what: Annotated[What, L4]
    title: Annotated[str, L4]
    why: Annotated[str, L4]
    link: Annotated[str, L4]
    note: Annotated[str, L4]
    message: Annotated[int | None, L4]
    section: Annotated[str, L4]
    state: Annotated[State, L4]
    rank: Annotated[Rank, L4]
    thing: Annotated[int | None, L4] = None


class PinChanged(Changed, frozen=True):
    """Other words for a pin, another place, or what is to come of it."""

    title: Annotated[str | UnsetType, L4] = UNSET
    why: Annotated[str | UnsetType, L4] = UNSET
    link: Annotated[str | UnsetType, L4] = UNSET
    note: Annotated[str | UnsetType, L4] = UNSET
    section: Annotated[str | UnsetType, L4] = UNSET
    state: Annotated[State | UnsetType, L4] = UNSET
    rank: Annotated[Rank | UnsetType, L4] = UNSET


class PinRemoved(Removed, frozen=True):
    """Off the shelf, with all that was said of it."""


class PutPin(ThingCommand, frozen=True, omit_defaults=True):
    """Put something on the shelf: a message, a link, words, a file or a note of the room. It comes last."""

    what: Annotated[What, L4]
    title: Annotated[str, L4] = ""
    why: Annotated[str, L4] = ""
    link: Annotated[str, L4] = ""
    note: Annotated[str, L4] = ""
    message: Annotated[Offset | None, L4] = None
    section: Annotated[str, L4] = ""
    state: Annotated[State, L4] = "keep"
    thing: Annotated[Offset | None, L4] = None


class ChangePin(ThingCommand, frozen=True, omit_defaults=True):
    """Say something else of a pin: what is given."""

    item: Annotated[Offset, L4]
    title: Annotated[str | None, L4] = None
    why: Annotated[str | None, L4] = None
    link: Annotated[str | None, L4] = None
    note: Annotated[str | None, L4] = None
    section: Annotated[str | None, L4] = None
    state: Annotated[State | None, L4] = None


class MovePin(ThingCommand, frozen=True, omit_defaults=True):
    """Put a pin behind another one, or first. Two people who move pins at once each move theirs."""

    item: Annotated[Offset, L4]
    after: Annotated[Offset | None, L4] = None


class RemovePin(ThingCommand, frozen=True, omit_defaults=True):
    """Take a pin off the shelf: every version of its words is removed."""

    item: Annotated[Offset, L4]

"""The shared notes of a room on the wire: which there are. What stands in one has a log of its own."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Removed, ThingCommand

NOTES = 200
"""Of a room at once."""
TITLE = 200
"""Code points."""

NoteState = Literal["open", "closed"]
"""Written in; finished, so that nobody writes by mistake in what was agreed."""


class Note(Added, frozen=True):
    """A note that all members write together. `day`: of the meeting that it is about. `checkpoint`: ms since 1970 UTC,
    when what was written by then was last laid down as one whole."""

    title: Annotated[str, L4]
    day: Annotated[date | None, L4]
    state: Annotated[NoteState, L4]
    checkpoint: Annotated[int | None, L4]


class NoteChanged(Changed, frozen=True):
    """Another title or day; a note that is closed, or open again; a checkpoint, which the server sets."""

    title: Annotated[str | UnsetType, L4] = UNSET
    day: Annotated[date | UnsetType, L4] = UNSET
    state: Annotated[NoteState | UnsetType, L4] = UNSET
    checkpoint: Annotated[int | UnsetType, L4] = UNSET


class NoteRemoved(Removed, frozen=True):
    """The note is no more, with all that was ever written in it."""


class OpenNote(ThingCommand, frozen=True, omit_defaults=True):
    """Begin a note that all members write together."""

    title: Annotated[str, L4] = ""
    day: Annotated[date | None, L4] = None


class ChangeNote(ThingCommand, frozen=True, omit_defaults=True):
    """Say something else of a note: what is given."""

    item: Annotated[Offset, L4]
    title: Annotated[str | None, L4] = None
    day: Annotated[date | None, L4] = None
    state: Annotated[NoteState | None, L4] = None


class RemoveNote(ThingCommand, frozen=True, omit_defaults=True):
    """Remove a note that I began, with all that was written in it."""

    item: Annotated[Offset, L4]

"""Shared notes as their own logs carry them, and the private ones, which only their author reads.

A shared note is a Yjs document with four texts, one for each section. What is done with it as a whole (begun, renamed,
closed, removed) stands in the room's log: `server/rooms/things/notes/contract.py`.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.commands import CommandId, Id, Offset
from server.contract.levels import L0, L4, OPEN, OWN

SECTIONS = ("talked", "decided", "next", "open")
Section = Literal["talked", "decided", "next", "open"]
"""Talked about; decided; next steps; left open. The names of the document's texts."""

NOTE_LIMIT = 100_000
"""Code points of a note, all sections together."""
UPDATE_BYTES = 1024 * 1024
"""Of one update."""
SOCKET_BYTES = 48 * 1024
"""A larger update goes by HTTP: in base64 it would fill a frame."""

PRIVATE_NOTE_LIMIT = 20_000
"""Code points of a private note."""


class WriteNote(msgspec.Struct, frozen=True):
    """Write in a shared note: a Yjs update that joins what was there before.

    It is refused as `note_gap` when something is missing that it builds on; `state` then says up to where the server
    knows every writer, as a Yjs state vector in base64, and the difference can be sent.
    """

    room: Annotated[Id, L0]
    command_id: Annotated[CommandId, OPEN]
    item: Annotated[Offset, L4]
    update: Annotated[bytes, L4]


class NoteWritten(msgspec.Struct, frozen=True):
    """Body of `note_written`, an entry of a note's own log on `note:<room>-<item>`, whose offsets are its own. Who
    wrote is the entry's actor."""

    update: Annotated[bytes, L4]


class NoteSnapshot(msgspec.Struct, frozen=True):
    """A shared note as of `offset` of its own log: one Yjs update that makes all of it."""

    epoch: Annotated[str, OPEN]
    offset: Annotated[int, L4]
    update: Annotated[bytes, L4]


class PlaceNotice(msgspec.Struct, frozen=True):
    """A publication without offset on `note:<room>-<item>`, from a person to those who show themselves in the room too,
    and what a subscriber publishes to make it: they are in this section at this moment (good for 6 seconds)."""

    kind: Annotated[Literal["place"], OPEN]
    section: Annotated[Section, L4]


class PrivateNote(msgspec.Struct, frozen=True):
    """A note for myself about what is in a room. Times in ms."""

    id: Annotated[str, OWN]
    room: Annotated[str, L0]
    text: Annotated[str, OWN]
    made_at: Annotated[int, OWN]
    changed_at: Annotated[int, OWN]


class PrivateNotes(msgspec.Struct, frozen=True):
    """The one that I changed last comes first."""

    notes: Annotated[tuple[PrivateNote, ...], OWN]


class SetPrivateNote(msgspec.Struct, frozen=True):
    """`changed_at`: of the words that these take the place of, 0 for a new note. When somebody, that is I elsewhere,
    has changed them meanwhile, it is refused as `changed_meanwhile`, with the note as it is `now`."""

    room: Annotated[Id, L0]
    text: Annotated[str, OWN]
    changed_at: Annotated[Annotated[int, Meta(ge=0, le=2**53 - 1)], OWN]

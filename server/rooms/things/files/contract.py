"""Files of a room on the wire: pictures, documents and words that somebody spoke."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from server.contract.commands import Offset
from server.contract.levels import L4, OPEN
from server.contract.things import Added, Removed, ThingCommand

FILES = 300
"""Files of a room at once."""
FILE_BYTES = 20 * 2**20
PART_BYTES = 2**20
"""Of an upload, at once."""
SOUND_SECONDS = 180
NAME, TEXT = 120, 500
"""Code points."""

Mime = Annotated[str, Meta(pattern=r"\A[a-z]+/[a-z0-9.+-]+\Z")]
Stored = Annotated[str, Meta(pattern=r"\A[0-9a-v]{16}\Z")]


class File(Added, frozen=True):
    """A file that was uploaded whole, looked through and, if it is a picture, written anew.

    `size`: bytes. `stored`: what its bytes are called where they lie. `width`, `height`: pixels of a picture; `seconds`
    of what is heard. `text`: what its author says of it; `message`: the message that it answers. `number`: its place
    among the words of the room, which are counted together with the files; null for one of before they were.
    """

    name: Annotated[str, L4]
    size: Annotated[int, L4]
    type: Annotated[Mime, L4]
    stored: Annotated[Stored, L4]
    width: Annotated[int | None, L4]
    height: Annotated[int | None, L4]
    seconds: Annotated[int | None, L4]
    text: Annotated[str, L4]
    message: Annotated[int | None, L4]
    number: Annotated[int | None, L4] = None


class FileRemoved(Removed, frozen=True):
    """A file that is no more: its bytes go too."""


class RemoveFile(ThingCommand, frozen=True, omit_defaults=True):
    """Take back a file of one's own: its bytes are removed from the server."""

    item: Annotated[Offset, L4]


class AddFile(ThingCommand, frozen=True, omit_defaults=True):
    """What the server itself asks for once an upload is whole. Nobody else can."""

    name: Annotated[str, L4]
    size: Annotated[int, L4]
    type: Annotated[Mime, L4]
    stored: Annotated[Stored, L4]
    width: Annotated[int | None, L4] = None
    height: Annotated[int | None, L4] = None
    seconds: Annotated[int | None, L4] = None
    text: Annotated[str, L4] = ""
    message: Annotated[Offset | None, L4] = None


class NewUpload(msgspec.Struct, frozen=True):
    """A file that is about to come: its name, its bytes, its MIME type (what a browser does not know is empty)."""

    name: Annotated[str, L4]
    size: Annotated[int, L4]
    type: Annotated[str, L4] = ""


class Upload(msgspec.Struct, frozen=True):
    """`received`: how many of its `size` bytes are here, which is where the next part begins. `part`: the most bytes of
    one. `item`: the file that it has become."""

    id: Annotated[str, OPEN]
    size: Annotated[int, L4]
    received: Annotated[int, L4]
    part: Annotated[int, OPEN] = PART_BYTES
    item: Annotated[int | None, L4] = None


class FinishUpload(msgspec.Struct, frozen=True):
    """Every part is here: let it be a file of the room, perhaps with a line about it, or in answer to a message."""

    text: Annotated[str, L4] = ""
    message: Annotated[Offset | None, L4] = None

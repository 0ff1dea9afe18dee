"""Whether a file is what it claims to be, by its content alone, and what of it may stay.

Never in the loop: it takes up to seconds.
"""

from __future__ import annotations

from math import ceil
from typing import NamedTuple, assert_never

from server.errors import Refused
from server.rooms.things.files.contract import SOUND_SECONDS
from server.rooms.things.files.documents import is_archive, is_text
from server.rooms.things.files.pictures import written_anew
from server.rooms.things.files.sound import SoundUnreadable, seconds_of
from server.rooms.things.files.types import TYPES, FileType

GRACE_SECONDS = 2
"""A recorder stops a moment after it was told to."""


class Checked(NamedTuple):
    """What is to be stored, and what is known of it."""

    type: FileType
    data: bytes
    width: int | None = None
    height: int | None = None
    seconds: int | None = None


def checked(data: bytes, said: FileType) -> Checked:
    """Raises Refused: file_not_as_said, file_damaged, picture_too_large, sound_too_long."""
    found = _found(data, said)
    if found is None:
        raise Refused("file_not_as_said", ending=said.endings[0])
    match found.sort:
        case "picture":
            return Checked(found, *written_anew(data, found.mime))
        case "sound":
            return Checked(found, data, seconds=_seconds(data, found))
        case "document" | "text":
            return Checked(found, data)
        case _:
            assert_never(found.sort)


def _found(data: bytes, said: FileType) -> FileType | None:
    """What it is. A picture may be one of another kind than its name says, as people rename them, and a recording too;
    whatever else is something else than it says, is refused."""
    if said.sort in ("picture", "sound"):
        return next((one for one in TYPES if one.sort == said.sort and _begins(data, one.mime)), None)
    if said.sort == "text":
        return said if is_text(data) else None
    if said.mime == "application/pdf":
        return said if data.startswith(b"%PDF-") and b"%%EOF" in data[-2_048:] else None
    return said if data.startswith(b"PK\x03\x04") and is_archive(data, said.endings[0], said.mime) else None


def _begins(data: bytes, mime: str) -> bool:
    match mime:
        case "image/png":
            return data.startswith(b"\x89PNG\r\n\x1a\n")
        case "image/jpeg":
            return data.startswith(b"\xff\xd8\xff")
        case "image/webp":
            return data.startswith(b"RIFF") and data[8:12] == b"WEBP"
        case "image/gif":
            return data.startswith((b"GIF87a", b"GIF89a"))
        case "audio/ogg":
            return data.startswith(b"OggS")
        case "audio/webm":
            return data.startswith(b"\x1a\x45\xdf\xa3")
        case "audio/mp4":
            return data[4:8] == b"ftyp"
        case "audio/mpeg":
            return data.startswith(b"ID3") or (data[:1] == b"\xff" and data[1:2] > b"\xdf")
        case _:
            return False


def _seconds(data: bytes, found: FileType) -> int:
    try:
        seconds = seconds_of(data, found.mime)
    except SoundUnreadable:
        raise Refused("file_damaged") from None
    if seconds > SOUND_SECONDS + GRACE_SECONDS:
        raise Refused("sound_too_long", minutes=SOUND_SECONDS // 60)
    return min(SOUND_SECONDS, ceil(seconds))

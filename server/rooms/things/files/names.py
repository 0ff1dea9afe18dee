"""What a file is called when somebody saves it: a name that no system minds, with the ending of what it is."""

from __future__ import annotations

import re
import unicodedata

from server.nfc import nfc
from server.rooms.things.files.contract import NAME
from server.rooms.things.files.types import FileType, ending_of

_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_NOT_IN_NAMES = frozenset('<>:"|?*')
UNNAMED = "file"


def clean_name(name: str, of: FileType) -> str:
    """Without folders, and without what is not seen: a letter that turns the direction of writing makes an ending look
    like another one. A name that promises something else gets the ending of what the file is behind its own."""
    stem = clean_stem(name)
    ending = of.endings[0]
    if ending_of(stem) in of.endings:
        stem, _, ending = stem.rpartition(".")
    stem = stem.strip(". ")[: NAME - len(ending) - 2].rstrip(". ") or UNNAMED
    if _RESERVED.fullmatch(stem.partition(".")[0]):
        stem = f"_{stem}"
    return f"{stem}.{ending.lower()}"


def clean_stem(name: str) -> str:
    """The last part of it; empty where nothing of it is seen."""
    name = re.split(r"[/\\]", nfc(name[:1_000]))[-1]
    seen = "".join(" " if character.isspace() else character for character in name if _is_seen(character))
    return " ".join(seen.split()).strip(". ")


def _is_seen(character: str) -> bool:
    if character.isspace():
        return True
    return unicodedata.category(character)[0] != "C" and character not in _NOT_IN_NAMES

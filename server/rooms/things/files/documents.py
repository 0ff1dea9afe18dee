"""Documents are kept as they are, and never unpacked here: looked at from outside only, whether they are what they
claim to be and would harm nobody by their mere size."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
from collections.abc import Sequence

ENTRIES = 5_000
LIST_BYTES = 2**20
"""Of the list of what is in a file, which is read whole."""
UNPACKED_BYTES = 500 * 2**20
END, END_SIZE = b"PK\x05\x06", 22

_FOLDERS = {"docx": "word/", "xlsx": "xl/", "pptx": "ppt/"}
_UNSAFE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-zA-Z]:|vbaProject\.bin$", re.IGNORECASE)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))


def is_text(data: bytes) -> bool:
    """In whichever encoding: no byte of it is one that only programs write."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = data.decode("utf-16").encode()
        except UnicodeDecodeError:
            return False
    return bool(data.strip()) and len(data.translate(None, _CONTROLS)) == len(data)


def is_archive(data: bytes, ending: str, mime: str) -> bool:
    """Whether it is an office document of this kind, with nothing in it that leads elsewhere or unpacks without end."""
    entries = _entries(data)
    if entries is None or any(_is_unsafe(one) for one in entries):
        return False
    if len(entries) > ENTRIES or sum(one.file_size for one in entries) > UNPACKED_BYTES:
        return False
    names = {one.filename for one in entries}
    folder = _FOLDERS.get(ending)
    if folder is not None:
        return "[Content_Types].xml" in names and any(name.startswith(folder) for name in names)
    # The first thing in it says, as it stands, what it is.
    return data[30:38] == b"mimetype" and data[38:].startswith(mime.encode() + b"PK") and "content.xml" in names


def _entries(data: bytes) -> Sequence[zipfile.ZipInfo] | None:
    """What its list names; None for what has none, or one too long to be read."""
    end = data.rfind(END, max(0, len(data) - 2**16 - END_SIZE))
    if end < 0 or len(data) < end + END_SIZE:
        return None
    count, size = struct.unpack_from("<HL", data, end + 10)
    if count > ENTRIES or size > LIST_BYTES:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except (zipfile.BadZipFile, struct.error, NotImplementedError, ValueError, UnicodeError, OSError):
        return None


def _is_unsafe(entry: zipfile.ZipInfo) -> bool:
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    return is_link or bool(_UNSAFE.search(entry.filename)) or bool(entry.flag_bits & 1)

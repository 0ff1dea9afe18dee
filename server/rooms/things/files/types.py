"""Which files a room takes, and what each is called. What is not here is refused: nothing that a browser would run."""

from __future__ import annotations

from typing import Literal, NamedTuple

Sort = Literal["picture", "sound", "document", "text"]


class FileType(NamedTuple):
    """`endings`: of names, the usual one first."""

    mime: str
    sort: Sort
    endings: tuple[str, ...]
    aliases: tuple[str, ...] = ()


_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
TYPES = (
    FileType("image/png", "picture", ("png",)),
    FileType("image/jpeg", "picture", ("jpg", "jpeg"), ("image/jpg",)),
    FileType("image/webp", "picture", ("webp",)),
    FileType("image/gif", "picture", ("gif",)),
    FileType("audio/mpeg", "sound", ("mp3",), ("audio/mp3",)),
    FileType("audio/ogg", "sound", ("ogg", "oga", "opus"), ("audio/opus", "application/ogg")),
    FileType("audio/webm", "sound", ("weba", "webm"), ("video/webm",)),
    FileType("audio/mp4", "sound", ("m4a", "mp4"), ("audio/m4a", "audio/x-m4a", "video/mp4")),
    FileType("application/pdf", "document", ("pdf",), ("application/x-pdf",)),
    FileType(f"{_OFFICE}.wordprocessingml.document", "document", ("docx",)),
    FileType(f"{_OFFICE}.spreadsheetml.sheet", "document", ("xlsx",)),
    FileType(f"{_OFFICE}.presentationml.presentation", "document", ("pptx",)),
    FileType(f"{_OPEN}.text", "document", ("odt",)),
    FileType(f"{_OPEN}.spreadsheet", "document", ("ods",)),
    FileType("text/plain", "text", ("txt",)),
)
_BY_MIME = {mime: one for one in TYPES for mime in (one.mime, *one.aliases)}
_BY_ENDING = {ending: one for one in TYPES for ending in one.endings}


def type_of(mime: str) -> FileType:
    return _BY_MIME[mime]


def said_type(mime: str, name: str) -> FileType | None:
    """What a file says that it is; by its name where a browser knows no type, and calls it so."""
    bare = mime.partition(";")[0].strip().lower()
    if bare not in ("", "application/octet-stream"):
        return _BY_MIME.get(bare)
    return _BY_ENDING.get(ending_of(name))


def ending_of(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""

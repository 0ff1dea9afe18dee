"""Forms with files (RFC 7578), read while they arrive. A file that is too large is let go of, and what was typed beside
it stays."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from starlette.requests import Request

from server.errors import Refused

FORM_DATA = "multipart/form-data"
HEAD_BYTES = 8 * 1024
TEXT_BYTES = 1024 * 1024
"""Of all that was typed."""
PARTS = 600
_BOUNDARY = re.compile(r'boundary=(?:"([^"\r\n]{1,70})"|([^\s";,]{1,70}))', re.IGNORECASE)
_NAME = re.compile(rb'[;\s]name="([^"\r\n]*)"', re.IGNORECASE)
_FILE_NAME = re.compile(rb'[;\s]filename="([^"\r\n]*)"', re.IGNORECASE)
_TYPE = re.compile(rb"^content-type:[ \t]*([^\r\n;]{1,100})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bytes of one file, of all files that are kept, and of the whole; seconds for it to arrive."""

    file: int
    files: int
    whole: int
    seconds: float


@dataclass(slots=True)
class Part:
    """`file`: the name that its file had; None for what was typed. `data`: None once it was too large."""

    name: str
    file: str | None
    type: str
    data: bytearray | None = field(default_factory=bytearray)


async def read_form(request: Request, bounds: Bounds) -> list[Part]:
    """In order. Raises Refused bad_request, too_large."""
    found = _BOUNDARY.search(request.headers.get("content-type", ""))
    if found is None:
        raise Refused("bad_request", detail="the form has no boundary")
    reading = _Reading((found[1] or found[2]).encode("latin-1"), bounds)
    try:
        async with asyncio.timeout(bounds.seconds):
            async for chunk in _chunks(request, bounds.whole):
                reading.take(chunk)
    except TimeoutError:
        raise Refused("bad_request", detail="it did not arrive in time") from None
    return reading.whole()


async def _chunks(request: Request, most: int) -> AsyncIterator[bytes]:
    received = 0
    async for chunk in request.stream():
        received += len(chunk)
        if received > most:
            raise Refused("too_large", limit=most)
        yield chunk


class _Reading:
    """Between two boundaries is a part: its head, an empty line, its data."""

    def __init__(self, boundary: bytes, bounds: Bounds) -> None:
        self._line = b"\r\n--" + boundary
        self._bounds = bounds
        # The first boundary has no line before it, but looks like the others then.
        self._waiting = bytearray(b"\r\n")
        self._parts: list[Part] = []
        self._inside: Part | None = None
        self._in_head = False
        self._ended = False
        self._typed = 0
        self._kept = 0

    def take(self, chunk: bytes) -> None:
        self._waiting += chunk
        while not self._ended and (self._head() if self._in_head else self._data()):
            pass

    def whole(self) -> list[Part]:
        if not self._ended:
            raise Refused("bad_request", detail="the form ends in its middle")
        return self._parts

    def _data(self) -> bool:
        """Up to the next boundary. Whether there may be more to read in what waits."""
        end = self._waiting.find(self._line)
        if end < 0:
            sure = len(self._waiting) - len(self._line) + 1
            if sure > 0:
                self._keep(self._waiting[:sure])
                del self._waiting[:sure]
            return False
        if len(self._waiting) < end + len(self._line) + 2:
            return False
        self._keep(self._waiting[:end])
        after = bytes(self._waiting[end + len(self._line) :][:2])
        del self._waiting[: end + len(self._line)]
        self._inside, self._in_head, self._ended = None, True, after == b"--"
        return True

    def _head(self) -> bool:
        end = self._waiting.find(b"\r\n\r\n")
        if end < 0:
            if len(self._waiting) > HEAD_BYTES:
                raise Refused("bad_request", detail="a part of the form has no end to its head")
            return False
        if end > HEAD_BYTES or len(self._parts) >= PARTS:
            raise Refused("bad_request", detail="too much in the form")
        head = bytes(self._waiting[:end])
        # The line end before the data may be that of a boundary too.
        del self._waiting[: end + 4]
        name, file, said = _NAME.search(head), _FILE_NAME.search(head), _TYPE.search(head)
        if name is None:
            raise Refused("bad_request", detail="a part of the form has no name")
        self._inside = Part(
            _words(name[1]), None if file is None else _words(file[1]), "" if said is None else _words(said[1]).strip()
        )
        self._parts.append(self._inside)
        self._in_head = False
        return True

    def _keep(self, data: bytearray) -> None:
        part = self._inside
        if part is None or part.data is None:
            return
        if part.file is None:
            self._typed += len(data)
            if self._typed > TEXT_BYTES:
                raise Refused("too_large", limit=TEXT_BYTES)
        elif len(part.data) + len(data) > self._bounds.file or self._kept + len(data) > self._bounds.files:
            self._kept -= len(part.data)
            part.data = None
            return
        else:
            self._kept += len(data)
        part.data += data


def _words(data: bytes) -> str:
    """As browsers write names: UTF-8, with three characters encoded."""
    text = data.decode("utf-8", "replace")
    return text.replace("%22", '"').replace("%0D", "\r").replace("%0A", "\n")

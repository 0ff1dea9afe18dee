"""Forms with files (RFC 7578), read while they arrive. A file that is too large is let go of, and what was typed beside
it stays."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import Request

from server.errors import Refused

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

FORM_DATA = "multipart/form-data"
HEADER_BYTES = 4 * 1024
TEXT_BYTES = 1024 * 1024
"""Of all that was typed."""
PARTS = 600
BOUNDARY_BYTES = 70
"""As RFC 2046 has it."""


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
    _, said = parse_options_header(request.headers.get("content-type"))
    boundary = said.get(b"boundary", b"")
    if not 0 < len(boundary) <= BOUNDARY_BYTES:
        raise Refused("bad_request", detail="the form has no boundary")
    reading = _Reading(boundary, bounds)
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
    """Tells the parser what to do with what it finds."""

    def __init__(self, boundary: bytes, bounds: Bounds) -> None:
        self._bounds = bounds
        self._parts: list[Part] = []
        self._field = b""
        self._value = b""
        self._head: dict[str, bytes] = {}
        self._ended = False
        self._typed = 0
        self._kept = 0
        found: MultipartCallbacks = {
            "on_part_begin": self._begin,
            "on_header_field": self._name_header,
            "on_header_value": self._fill_header,
            "on_header_end": self._end_header,
            "on_headers_finished": self._open,
            "on_part_data": self._keep,
            "on_end": self._end,
        }
        self._parser = MultipartParser(boundary, found, max_header_size=HEADER_BYTES)

    def take(self, chunk: bytes) -> None:
        try:
            self._parser.write(chunk)
        except FormParserError:
            raise Refused("bad_request", detail="this is no form") from None

    def whole(self) -> list[Part]:
        if not self._ended:
            raise Refused("bad_request", detail="the form ends in its middle")
        return self._parts

    def _begin(self) -> None:
        if len(self._parts) >= PARTS:
            raise Refused("bad_request", detail="too much in the form")
        self._head = {}

    def _name_header(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _fill_header(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self._head[self._field.decode("latin-1").lower()] = self._value
        self._field = self._value = b""

    def _open(self) -> None:
        _, said = parse_options_header(self._head.get("content-disposition"))
        if b"name" not in said:
            raise Refused("bad_request", detail="a part of the form has no name")
        file = None if b"filename" not in said else _words(said[b"filename"])
        kind, _ = parse_options_header(self._head.get("content-type"))
        self._parts.append(Part(_words(said[b"name"]), file, _words(kind)))

    def _end(self) -> None:
        self._ended = True

    def _keep(self, chunk: bytes, start: int, end: int) -> None:
        part, data = self._parts[-1], memoryview(chunk)[start:end]
        if part.data is None:
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

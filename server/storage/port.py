"""What the product asks of a storage."""

from __future__ import annotations

import os
import re
from base64 import b32hexencode
from collections.abc import AsyncIterator, Sequence
from typing import NamedTuple, Protocol

NAME = re.compile(r"[0-9a-v]{16}(-[a-z]{1,10})?")
"""A random name, and after the hyphen what was made of it."""
PIECE = 256 * 1024
"""Bytes that are read at once."""


class BytesMissing(Exception):
    """Nothing is stored under this name."""


class StorageAway(Exception):
    """The storage doesn't answer, or takes nothing more."""


class Kept(NamedTuple):
    """`at`: ms since 1970 UTC, when it was written."""

    name: str
    at: int


class Storage(Protocol):
    """All of it raises StorageAway."""

    async def put(self, name: str, data: bytes) -> None:
        """Whole or not at all, and still there after a power cut."""

    async def pieces(self, name: str) -> AsyncIterator[bytes]:
        """Raises BytesMissing at once, not in the middle."""

    async def delete(self, names: Sequence[str]) -> None:
        """What is not there is deleted."""

    def listed(self) -> AsyncIterator[Sequence[Kept]]:
        """Everything, in portions; also what a crash has left half written."""


def new_name() -> str:
    """80 bits of chance."""
    return b32hexencode(os.urandom(10)).decode().lower()


async def whole(storage: Storage, name: str) -> bytes:
    """Raises BytesMissing."""
    return b"".join([piece async for piece in await storage.pieces(name)])

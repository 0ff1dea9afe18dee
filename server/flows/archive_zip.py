"""Several files as one, written while it is sent: of none of them more than a piece is in memory."""

from __future__ import annotations

import zipfile
from collections.abc import AsyncIterator
from dataclasses import dataclass

Moment = tuple[int, int, int, int, int, int]
"""Year to second, by the clock of whoever unpacks it."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A file within. `dense`: packing makes it no smaller."""

    name: str
    pieces: AsyncIterator[bytes]
    dense: bool = False


class _Outlet:
    """What was written and not taken yet. It can't go back, so that sizes stand behind each file."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""

    def take(self) -> bytes:
        data = b"".join(self._written)
        self._written.clear()
        return data


async def zipped(files: AsyncIterator[Packed], at: Moment) -> AsyncIterator[bytes]:
    outlet = _Outlet()
    with zipfile.ZipFile(outlet, "w") as archive:  # type: ignore[call-overload]
        async for file in files:
            head = zipfile.ZipInfo(file.name, at)
            head.compress_type = zipfile.ZIP_STORED if file.dense else zipfile.ZIP_DEFLATED
            # Anybody of the device that unpacks it may read it, nobody runs it.
            head.external_attr = 0o644 << 16
            with archive.open(head, "w") as within:
                async for piece in file.pieces:
                    within.write(piece)
                    yield outlet.take()
            yield outlet.take()
    yield outlet.take()

"""Files in a directory of this machine. Nodes that share a database have to share it too."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from server.storage.port import NAME, PIECE, BytesMissing, Kept, StorageAway

BEGUN = "."
"""A file that is being written begins with it, and then its name."""


class DirectoryStorage:
    """`root` is made when the first file comes."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def put(self, name: str, data: bytes) -> None:
        await asyncio.to_thread(self._put, name, data)

    async def pieces(self, name: str) -> AsyncIterator[bytes]:
        return _pieces(await asyncio.to_thread(self._open, name))

    async def delete(self, names: Sequence[str]) -> None:
        await asyncio.to_thread(self._delete, names)

    async def listed(self) -> AsyncIterator[Sequence[Kept]]:
        for folder in await asyncio.to_thread(_folders, self._root):
            yield await asyncio.to_thread(_files, folder)

    def _path(self, name: str) -> Path:
        bare = name.removeprefix(BEGUN)
        if not NAME.fullmatch(bare):
            raise BytesMissing(name)
        return self._root / bare[:2] / name

    def _put(self, name: str, data: bytes) -> None:
        target, begun = self._path(name), self._path(BEGUN + name)
        try:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            begun.replace(target)
            _sync(target.parent)
        except OSError as error:
            with suppress(OSError):
                begun.unlink(missing_ok=True)
            raise StorageAway from error

    def _open(self, name: str) -> BinaryIO:
        try:
            return self._path(name).open("rb")
        except FileNotFoundError:
            raise BytesMissing(name) from None
        except OSError as error:
            raise StorageAway from error

    def _delete(self, names: Sequence[str]) -> None:
        try:
            for name in names:
                self._path(name).unlink(missing_ok=True)
        except OSError as error:
            raise StorageAway from error


async def _pieces(file: BinaryIO) -> AsyncIterator[bytes]:
    with file:
        while piece := await asyncio.to_thread(file.read, PIECE):
            yield piece


def _sync(folder: Path) -> None:
    """The name of a new file is on the disk only with its folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folders(root: Path) -> list[Path]:
    try:
        return sorted(path for path in root.iterdir() if path.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StorageAway from error


def _files(folder: Path) -> list[Kept]:
    """Without what somebody else has put there."""
    found = []
    with suppress(FileNotFoundError):
        for entry in os.scandir(folder):
            if NAME.fullmatch(entry.name.removeprefix(BEGUN)):
                with suppress(FileNotFoundError):
                    found.append(Kept(entry.name, entry.stat().st_mtime_ns // 1_000_000))
    return found

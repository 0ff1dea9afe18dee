"""`python -m server backup`: one file of the whole database, made while the server writes."""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

from server import VERSION
from server.backup import archive, postgresql, sqlite
from server.backup.archive import BackupRefused, Kind, Manifest, Origin
from server.clock import Clock
from server.config import Config
from server.database import open_database

DATABASE = "database"
"""The one part that there is so far."""
SPARE = 16 * 1024 * 1024
NAME = re.compile(r"atelje-[0-9]{8}T[0-9]{6}Z\.backup")


@dataclass(frozen=True, slots=True)
class Made:
    file: Path
    manifest: Manifest
    size: int
    seconds: float
    deleted: int
    """Older backups in the same folder."""


async def back_up(config: Config, target: Path | None, keep: int | None, clock: Clock) -> Made:
    """`target`: a file or a folder; without it a folder in the data. With `keep` so many backups stay in the folder.

    Raises BackupRefused.
    """
    begun = time.perf_counter()
    at = datetime.fromtimestamp(clock() // 1000, UTC)
    file = _file(config, target, at)
    try:
        with workspace(file.parent) as space:
            manifest = await _make(config, space, at)
            (space / "backup").replace(file)
            sqlite.sync(file.parent)
    except OSError as error:
        raise unwritable(file.parent, error) from None
    deleted = 0 if keep is None else _delete_older(file, keep)
    return Made(file, manifest, file.stat().st_size, time.perf_counter() - begun, deleted)


def _file(config: Config, target: Path | None, at: datetime) -> Path:
    folder = config.data / "backups" if target is None else target
    if target is not None and not target.is_dir():
        if target.exists():
            raise BackupRefused(f"{target} is there already.")
        return target.absolute()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder.absolute() / f"atelje-{at:%Y%m%dT%H%M%SZ}.backup"
    if file.exists():
        raise BackupRefused(f"{file} is there already.")
    return file


async def _make(config: Config, space: Path, at: datetime) -> Manifest:
    copied, kind = space / DATABASE, _kind(config)
    if kind == "sqlite":
        source = sqlite_file(config)
        if not source.exists():
            raise BackupRefused(f"There is no database at {source} yet.")
        # For the copy, and at worst as much again for what does not get smaller.
        check_space(space, 2 * source.stat().st_size)
        sqlite.copy(source, copied)
        revision, epoch = sqlite.facts(copied)
    else:
        database = open_database(config.database_url)
        try:
            revision, epoch = await database.read(lambda c: postgresql.copy(c, config.database_url, copied))
        finally:
            await database.close()
    origin = Origin(product=VERSION, database=kind, schema=revision, epoch=epoch, at=f"{at:%Y-%m-%dT%H:%M:%SZ}")
    return archive.write(space / "backup", origin, {DATABASE: copied})


def _delete_older(newest: Path, keep: int) -> int:
    """Only what is named as we name backups: nobody else's file goes."""
    others = sorted(file for file in newest.parent.iterdir() if NAME.fullmatch(file.name) and file != newest)
    older = others[: max(0, len(others) - (keep - 1))]
    for file in older:
        file.unlink()
    return len(older)


# ── shared with putting back ──────────────────────────────────────────────────────────────────────────────────────────


def unwritable(folder: Path, error: OSError) -> BackupRefused:
    return BackupRefused(f"{folder} can't be written to: {error.strerror}. Nothing was changed.")


def sqlite_file(config: Config) -> Path:
    return Path(unquote(config.database_url.removeprefix("sqlite:///")))


def _kind(config: Config) -> Kind:
    return "sqlite" if config.embedded else "postgresql"


def check_space(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        raise BackupRefused(f"The disk of {folder} has {free >> 20} MB free, and {(size + SPARE) >> 20} MB are needed.")


@contextlib.contextmanager
def workspace(folder: Path) -> Iterator[Path]:
    """A folder for what is not finished, on the same disk. What one that was killed left in it goes first."""
    space = folder / ".unfinished"
    space.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(space, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise BackupRefused(f"Another backup is being made or put back in {folder}.") from None
        _empty(space)
        yield space
        _empty(space)
        space.rmdir()
    finally:
        with contextlib.suppress(OSError):
            _empty(space)
        os.close(descriptor)


def _empty(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()

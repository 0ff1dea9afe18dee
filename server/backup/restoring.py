"""`python -m server restore`: everything is looked at before anything is touched, and then changed at once."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from server.backup import archive, postgresql, sqlite
from server.backup.archive import BackupRefused, Manifest
from server.backup.making import DATABASE, check_space, sqlite_file, unwritable, workspace
from server.backup.settling import Settling, settlings
from server.clock import Clock
from server.config import Config
from server.database import Connection, open_database
from server.ids import new_id
from server.migrations import is_known

ASIDE = "before-restore"


@dataclass(frozen=True, slots=True)
class PutBack:
    """`aside`: where that lies which was there before."""

    manifest: Manifest
    seconds: float
    aside: Path | None


async def check(config: Config, file: Path) -> PutBack:
    """All that can be known of a backup without using it. Raises BackupRefused."""
    begun = time.perf_counter()
    manifest = _read(config, file)
    try:
        with workspace(config.data) as space:
            _unpack(file, manifest, space)
    except OSError as error:
        raise unwritable(config.data, error) from None
    return PutBack(manifest, time.perf_counter() - begun, None)


async def put_back(config: Config, file: Path, clock: Clock, *, replace: bool) -> PutBack:
    """The caller holds the data. Without `replace` only where there is nothing yet. Raises BackupRefused."""
    begun = time.perf_counter()
    manifest = _read(config, file)
    try:
        with workspace(config.data) as space:
            new = _unpack(file, manifest, space)
            todo = settlings(clock(), new_id())
            aside = await (_into_file if config.embedded else _into_server)(config, new, todo, replace=replace)
    except OSError as error:
        raise unwritable(config.data, error) from None
    return PutBack(manifest, time.perf_counter() - begun, aside)


def _read(config: Config, file: Path) -> Manifest:
    manifest = archive.read_manifest(file)
    if not is_known(manifest.schema):
        raise BackupRefused(
            f"{file} is of a newer version of Atelje ({manifest.product}, schema {manifest.schema}). Install that one."
        )
    if (manifest.database == "sqlite") is not config.embedded:
        raise BackupRefused(f"{file} is of the other kind of database ({manifest.database}).")
    if [part.name for part in manifest.parts] != [DATABASE]:
        raise BackupRefused(f"{file} has parts in it that are not known here. Install {manifest.product}.")
    return manifest


def _unpack(file: Path, manifest: Manifest, space: Path) -> Path:
    check_space(space, manifest.parts[0].size)
    new = space / DATABASE
    archive.unpack(file, manifest, DATABASE, new)
    if manifest.database == "sqlite":
        sqlite.check(new)
        if sqlite.facts(new) != (manifest.schema, manifest.epoch):
            raise BackupRefused(f"{file} says something else of its database than that does itself.")
    else:
        postgresql.check(new)
    return new


async def _into_file(config: Config, new: Path, todo: list[Settling], *, replace: bool) -> Path | None:
    file = sqlite_file(config)
    if file.exists() and not replace:
        raise BackupRefused(f"There is a database at {file}. With --replace it is put aside.")
    sqlite.settle(new, todo)
    aside = file.parent / ASIDE
    return aside if sqlite.exchange(new, file, aside) else None


async def _into_server(config: Config, new: Path, todo: list[Settling], *, replace: bool) -> None:
    database = open_database(config.database_url)
    try:
        others, empty = await database.read(_others)
    finally:
        await database.close()
    if others:
        raise BackupRefused(f"The database has {others} other connections. Stop every node first.")
    if not empty and not replace:
        raise BackupRefused("There are tables in the database. With --replace they go; make a backup of them before.")
    postgresql.replace(config.database_url, new, todo)


def _others(connection: Connection) -> tuple[int, bool]:
    return postgresql.others(connection), postgresql.is_empty(connection)

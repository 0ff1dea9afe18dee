"""A SQLite file: copied while others write, looked through, and put in the place of another one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from server.backup.archive import BackupRefused, create
from server.backup.settling import Settling

PAGES = 512
PAUSE = 0.002
"""Seconds after so many pages, so that the disk is not taken from who serves."""
BESIDE = ("-wal", "-shm", "-journal")


@contextlib.contextmanager
def opened(file: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=5)
    try:
        yield connection
    finally:
        connection.close()


def copy(source: Path, target: Path) -> None:
    """As of this moment. Writers go on: they add to the write-ahead log, and this reads past it."""
    create(target).close()
    try:
        _copy(source, target)
    except sqlite3.Error as error:
        # Its words name what SQLite could not do, never what is in the database.
        raise BackupRefused(f"{source} can't be copied: {error}.") from None


def _copy(source: Path, target: Path) -> None:
    with opened(source) as old, opened(target) as new:
        old.execute("PRAGMA query_only=ON")
        # Every step within one read transaction, or the copy would begin anew at each commit of the server.
        old.execute("BEGIN")
        old.execute("SELECT count(*) FROM sqlite_master").fetchone()
        old.backup(new, pages=PAGES, progress=lambda *_: time.sleep(PAUSE))
        # A file on its own, without a write-ahead log beside it.
        new.execute("PRAGMA journal_mode=DELETE")


def facts(file: Path) -> tuple[str, str]:
    """Its schema's revision and its epoch. Raises BackupRefused for what is no database of ours."""
    try:
        with opened(file) as connection:
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            (epoch,) = connection.execute("SELECT epoch FROM installation").fetchone()
    except (sqlite3.Error, TypeError):
        raise BackupRefused("There is no database of Atelje in it.") from None
    return str(revision), str(epoch)


def check(file: Path) -> None:
    """Every page, every index, every reference. Raises BackupRefused."""
    try:
        with opened(file) as connection:
            sound = connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
            whole = connection.execute("PRAGMA foreign_key_check").fetchone() is None
    except sqlite3.Error:
        sound = whole = False
    if not (sound and whole):
        raise BackupRefused("The database in it is damaged.")


def settle(file: Path, settlings: Sequence[Settling]) -> None:
    """Raises BackupRefused."""
    try:
        _settle(file, settlings)
    except sqlite3.Error as error:
        raise BackupRefused(f"{file} can't be written to: {error}. Nothing was changed.") from None
    sync(file)


def _settle(file: Path, settlings: Sequence[Settling]) -> None:
    with opened(file) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        connection.execute("BEGIN IMMEDIATE")
        for one in settlings:
            if one.table in there:
                connection.execute(one.sql)
        connection.execute("COMMIT")


def exchange(new: Path, file: Path, aside: Path) -> bool:
    """`new` takes the place of `file` at once; what was there lies in the folder `aside`. True when there was one.

    Whatever ends this in the middle, the file is either the old one, whole, or the new one. Raises BackupRefused.
    """
    was_there = file.exists()
    if was_there:
        # Before SQLite looks at it, which throws a log away that it can make no sense of.
        _keep(file, aside)
        _close_up(file, aside)
    else:
        _drop(file, *BESIDE)
    new.replace(file)
    sync(file.parent)
    return was_there


def _keep(file: Path, aside: Path) -> None:
    """Second names of the same files, so that it takes no room and no time."""
    aside.mkdir(mode=0o700, exist_ok=True)
    _drop(aside / file.name, "", *BESIDE)
    for name in ("", "-wal", "-journal"):
        beside = file.with_name(f"{file.name}{name}")
        if beside.exists():
            os.link(beside, aside / beside.name)
    sync(aside)
    sync(file.parent)


def _close_up(file: Path, aside: Path) -> None:
    """What is in the log beside the file goes into it, which is then whole on its own: nothing may be left that a new
    file would take for its own."""
    try:
        with opened(file) as connection:
            connection.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            _drop(aside / file.name, "", *BESIDE)
            raise BackupRefused("Something else has the database open. End it first.") from None
        # Else it is no database any more, which may be why another one is put in its place.
        _drop(file, *BESIDE)
    else:
        _drop(aside / file.name, *BESIDE)


def _drop(file: Path, *names: str) -> None:
    for name in names:
        file.with_name(f"{file.name}{name}").unlink(missing_ok=True)


def sync(path: Path) -> None:
    """A file's bytes, or a folder's names, are on the disk when this returns."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

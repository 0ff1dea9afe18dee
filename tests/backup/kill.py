"""A restore that is killed (SIGKILL) at its n-th step, for n = 1, 2, 3 …: run as a program, it prints what was left.

A step is anything that changes a file's name or opens one for writing, as Python itself reports it. Each restore is a
fork, because importing the server costs a second and a restore a few milliseconds.

    python -m tests.backup.kill FOLDER NEWER_DATABASE BACKUP

Prints a line per step: the exit code of the restore, whether the database that is left is sound, and its hash.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import sys
from pathlib import Path

from server.backup import sqlite
from server.backup.archive import BackupRefused
from tests.backup.house import bring_back, config_of, content

CHANGES = {"os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "sqlite3.connect"}
KILLED = -signal.SIGKILL


def main(folder: Path, newer: Path, backup: Path) -> None:
    for step in range(1, 200):
        data = folder / str(step)
        data.mkdir()
        shutil.copy(newer, data / "atelje.db")
        code = _in_a_fork(data, backup, step)
        print(code, _is_sound(data / "atelje.db"), asyncio.run(content(f"sqlite:///{data / 'atelje.db'}")), flush=True)
        if code == 0:
            return


def _in_a_fork(data: Path, backup: Path, step: int) -> int:
    child = os.fork()
    if child == 0:
        _die_at(step)
        asyncio.run(bring_back(config_of(data), backup, replace=True))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _die_at(step: int) -> None:
    left = step

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if event in CHANGES or writes:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)


def _is_sound(file: Path) -> bool:
    try:
        sqlite.check(file)
    except BackupRefused:
        return False
    return True


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

"""The command for load tests lets everybody in under any name, and so has to keep away from people."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from server.accounts.service import NewPerson, add_people
from server.clock import system_clock
from server.database import open_database
from server.unit_of_work import UnitOfWork


def run_load(data: Path, **settings: str) -> tuple[int, str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ATELJE_")}
    done = subprocess.run(
        [sys.executable, "-m", "server", "load"],
        env=environment | {"ATELJE_DATA": str(data), **settings},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.returncode, done.stderr


def test_load_is_refused_where_strangers_come_by(tmp_path: Path) -> None:
    code, words = run_load(tmp_path, ATELJE_HOST="0.0.0.0")
    assert code == 2
    assert "loopback" in words


async def test_load_is_refused_beside_people(sqlite_url: str, tmp_path: Path) -> None:
    database = open_database(sqlite_url)
    ana = NewPerson(id="ana", name="Ana", email="ana@example.org", language="sl", zone="UTC", password_hash=None)
    await database.write_once(lambda connection: add_people(UnitOfWork(connection, system_clock()), [ana]))
    await database.close()
    code, words = run_load(tmp_path)
    assert code == 2
    assert "ATELJE_DATA" in words

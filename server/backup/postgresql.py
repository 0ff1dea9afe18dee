"""A PostgreSQL database: dumped while others write, and put back in one transaction, by PostgreSQL's own programs.

What those programs say of an error can quote what people wrote, so only its code is passed on.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO
from urllib.parse import parse_qs, unquote, urlsplit

from server.backup.archive import PIECE, BackupRefused, create
from server.backup.settling import Settling
from server.database import Connection
from server.migrations import revision_of


def copy(connection: Connection, url: str, target: Path) -> tuple[str, str]:
    """Its schema's revision and its epoch, and all of it in `target`, as of one moment. `connection` is in a repeatable
    read. Raises BackupRefused."""
    program = _program("pg_dump")
    revision = revision_of(connection)
    if revision is None:
        raise BackupRefused("There is no database of Atelje there yet.")
    epoch = str(connection.exec_driver_sql("SELECT epoch FROM installation").scalar_one())
    snapshot = connection.exec_driver_sql("SELECT pg_export_snapshot()").scalar_one()
    create(target).close()
    options = ("--format=custom", "--compress=0", "--no-owner", "--no-privileges", "--no-password")
    _run([program, *options, f"--snapshot={snapshot}", f"--file={target}"], _environment(url))
    return revision, epoch


def check(file: Path) -> None:
    """Raises BackupRefused when PostgreSQL's own program can't read it to its end."""
    with Path(os.devnull).open("wb") as nowhere:
        _run([_program("pg_restore"), "--file=-", str(file)], _environment(""), nowhere)


def others(connection: Connection) -> int:
    """How many more connections the database has."""
    return int(connection.exec_driver_sql(_OTHERS).scalar_one())


def is_empty(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").first() is None


_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
    "AND backend_type = 'client backend'"
)


def replace(url: str, file: Path, settlings: Sequence[Settling]) -> None:
    """Everything goes and everything comes in one transaction: whatever ends this in the middle, the old is there.

    Raises BackupRefused.
    """
    command = [_program("psql"), "--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1"]
    with subprocess.Popen(  # noqa: S603 (its own program, no shell)
        command,
        env=_environment(url),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as psql:
        assert psql.stdin is not None
        assert psql.stderr is not None
        # Unless it ends before the end; its code tells.
        with contextlib.suppress(BrokenPipeError):
            _write(psql.stdin, file, settlings)
        said = psql.stderr.read().decode(errors="replace")
    if psql.returncode != 0:
        raise BackupRefused(f"PostgreSQL did not take it{_state(said)}. Nothing was changed.")


def _write(script: IO[bytes], file: Path, settlings: Sequence[Settling]) -> None:
    """Without the last word, whatever the reason, nothing is committed."""
    with script:
        script.write(_BEGIN.encode())
        _pass_on(file, script)
        script.write("".join(map(_settling, settlings)).encode() + b"COMMIT;\n")


def _pass_on(file: Path, script: IO[bytes]) -> None:
    command = [_program("pg_restore"), "--no-owner", "--no-privileges", "--file=-", str(file)]
    with subprocess.Popen(  # noqa: S603 (as above)
        command, env=_environment(""), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as reading:
        assert reading.stdout is not None
        shutil.copyfileobj(reading.stdout, script, PIECE)
    if reading.returncode != 0:
        raise BackupRefused("The database in it can't be read. Nothing was changed.")


_BEGIN = r"""
\set VERBOSITY sqlstate
BEGIN;
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('DROP TABLE public.%I CASCADE', one.tablename);
  END LOOP;
  FOR one IN SELECT oid::regprocedure AS named FROM pg_proc WHERE pronamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e') LOOP
    EXECUTE 'DROP ROUTINE ' || one.named || ' CASCADE';
  END LOOP;
END $$;
"""


def _settling(one: Settling) -> str:
    return (
        "SET LOCAL search_path = public;\n"
        f"DO $$ BEGIN IF to_regclass('{one.table}') IS NOT NULL THEN {one.sql}; END IF; END $$;\n"
    )


# ── PostgreSQL's programs ─────────────────────────────────────────────────────────────────────────────────────────────


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BackupRefused(f"{name} is not installed here: it comes with PostgreSQL's client (postgresql-client).")
    return found


def _run(command: Sequence[str], environment: Mapping[str, str], output: IO[bytes] | None = None) -> None:
    done = subprocess.run(  # noqa: S603 (as above)
        command, env=dict(environment), stdout=output or subprocess.DEVNULL, stderr=subprocess.PIPE, check=False
    )
    if done.returncode != 0:
        older = b"server version" in done.stderr or b"unsupported version" in done.stderr
        words = "is older than the server" if older else f"ended with {done.returncode}"
        raise BackupRefused(f"{Path(command[0]).name} {words}.")


def _state(said: str) -> str:
    found = re.search(r"ERROR:\s+([0-9A-Z]{5})\b", said)
    return f" (SQLSTATE {found[1]})" if found else ""


def _environment(url: str) -> dict[str, str]:
    """Where the database is and who asks: not in the arguments, which everybody on the machine can read."""
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    given = {
        "PGHOST": parts.hostname or query.get("host"),
        "PGPORT": str(parts.port or query.get("port", "")),
        "PGUSER": unquote(parts.username or query.get("user", "")),
        "PGPASSWORD": unquote(parts.password or query.get("password", "")),
        "PGDATABASE": unquote(parts.path.lstrip("/")),
        "PGSSLMODE": query.get("sslmode") or query.get("ssl"),
    }
    ours = {name: value for name, value in os.environ.items() if not name.startswith("ATELJE_")}
    return ours | {name: value for name, value in given.items() if value} | {"LC_ALL": "C.UTF-8"}

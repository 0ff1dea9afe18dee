"""Databases with today's tables and nothing in them, quickly: a SQLite file is the bytes of one that was made once, a
hundred times faster than to run the history of migrations; a database of PostgreSQL is emptied and used again."""

from __future__ import annotations

import asyncio
import tempfile
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from server.migrations import migrate
from tests.servers import PostgresServer, connected, run_beside

LEAVING = 20
"""Times 5 ms until a connection that a test has closed is gone."""


def make_file(file: Path) -> str:
    """Its URL."""
    file.write_bytes(_migrated())
    return f"sqlite:///{file}"


def migrate_now(url: str) -> None:
    run_beside(lambda: migrate(url))


@cache
def _migrated() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "atelje.db"
        migrate_now(f"sqlite:///{file}")
        return file.read_bytes()


@dataclass
class Copies:
    """Of a database of PostgreSQL, one for each test. One in which a test has changed nothing but rows, and to which
    nobody is connected any more, is emptied for another test: a quarter of the work of a new copy."""

    server: PostgresServer
    template: str
    _empty: list[str] = field(default_factory=list)
    _shape: str = ""

    def take(self) -> str:
        """Its URL."""
        if self._empty:
            return self._empty.pop()
        url = self.server.copy_database(self.template)
        self._shape = self._shape or run_beside(lambda: _shape_of(url))
        return url

    def give_back(self, url: str) -> None:
        if run_beside(lambda: _emptied(url, self._shape)):
            self._empty.append(url)
        else:
            self.drop(url)

    def drop(self, url: str) -> None:
        self.server.drop_database(url)


async def _shape_of(url: str) -> str:
    async with connected(url) as connection:
        shape: str = await connection.fetchval(_SHAPE)
        return shape


async def _emptied(url: str, shape: str) -> bool:
    """Whether it is as new now."""
    async with connected(url) as connection:
        for _ in range(LEAVING):
            if not await connection.fetchval(_OTHERS):
                break
            await asyncio.sleep(0.005)
        else:
            return False
        if await connection.fetchval(_SHAPE) != shape:
            return False
        await _empty_tables(connection)
    return True


async def _empty_tables(connection: Any) -> None:
    tables = [row["name"] for row in await connection.fetch(_TABLES)]
    looked = ", ".join(f"EXISTS (SELECT FROM {table})" for table in tables)
    found = await connection.fetchrow(f"SELECT {looked}")
    if filled := ", ".join(table for table, rows in zip(tables, found, strict=True) if rows):
        await connection.execute(f"TRUNCATE {filled} CASCADE")
    await connection.execute(_BEGIN_COUNTING)


_OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"""

_TABLES = """SELECT quote_ident(relname) AS name FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'alembic_version'"""

_BEGIN_COUNTING = """SELECT setval(oid, 1, false) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'S'"""

# Whatever is made anew or beside it has another number, and a copy has those of the original.
_SHAPE = """SELECT md5(string_agg(line, ' ' ORDER BY line)) FROM (
  SELECT format('%s %s %s %s %s', attrelid, attname, atttypid, attnotnull, attisdropped) AS line
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT format('%s', oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT format('%s', oid) FROM pg_attrdef
  UNION ALL SELECT format('%s', oid) FROM pg_trigger
  UNION ALL SELECT format('%s', oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%'
  UNION ALL SELECT version_num FROM alembic_version
) AS lines"""

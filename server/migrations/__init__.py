"""One history of migrations for SQLite and PostgreSQL, run at start under a lock."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

LOCK = 7_238_114
"""Any number; nodes that start at once wait for each other on it."""


class SchemaIsNewer(Exception):
    """The database was written by a newer version of the product; this one would not understand it."""


async def migrate(url: str) -> bool:
    """Bring the database to this version's schema. True when something was done. Raises SchemaIsNewer."""
    if url.startswith("sqlite"):
        return _migrate_sqlite(url)
    engine = create_async_engine(url, poolclass=NullPool)
    async with engine.begin() as connection:
        return await connection.run_sync(_migrate_locked)


def _migrate_sqlite(url: str) -> bool:
    engine = create_engine(url, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def connect(connection: object, _record: object) -> None:
        # A table is changed by rebuilding it; with foreign keys on, dropping the old one deletes what refers to it.
        connection.isolation_level = None  # type: ignore[attr-defined]
        connection.execute("PRAGMA foreign_keys=OFF")  # type: ignore[attr-defined]
        connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[attr-defined]

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as connection:
        changed = _migrate(connection)
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if broken is not None:
            raise RuntimeError(f"the migration would leave {broken[0]} with rows that refer to nothing")
    return changed


def _migrate_locked(connection: Connection) -> bool:
    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    return _migrate(connection)


def _migrate(connection: Connection) -> bool:
    config = configuration()
    scripts = ScriptDirectory.from_config(config)
    current, newest = revision_of(connection), scripts.get_current_head()
    if current == newest:
        return False
    if current is not None and not is_known(current):
        raise SchemaIsNewer(current)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    return True


def revision_of(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def is_current(connection: Connection) -> bool:
    return revision_of(connection) == ScriptDirectory.from_config(configuration()).get_current_head()


def is_known(revision: str) -> bool:
    """False for what a newer version made."""
    return revision in {script.revision for script in ScriptDirectory.from_config(configuration()).walk_revisions()}


def configuration() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("path_separator", "os")
    return config

"""One history of migrations for both databases: complete, safe to repeat, and unwilling to touch what is newer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import pytest
from alembic import command
from sqlalchemy import text

from server.database import Connection, open_database
from server.migrations import SchemaIsNewer, configuration, is_current, migrate

T = TypeVar("T")


async def ask(url: str, work: Callable[[Connection], T]) -> T:
    database = open_database(url)
    try:
        return await database.write_once(work)
    finally:
        await database.close()


def differences(connection: Connection) -> None:
    """Raises when the tables in the code are not the tables that the migrations make."""
    config = configuration()
    config.attributes["connection"] = connection
    command.check(config)


async def test_the_history_makes_exactly_the_tables_of_the_code(empty_database_url: str) -> None:
    assert await migrate(empty_database_url)
    await ask(empty_database_url, differences)
    assert await ask(empty_database_url, is_current)


async def test_a_second_run_changes_nothing(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    assert not await migrate(empty_database_url)


async def test_a_newer_schema_is_left_alone(empty_database_url: str) -> None:
    await migrate(empty_database_url)
    await ask(empty_database_url, lambda c: c.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    with pytest.raises(SchemaIsNewer, match="9999"):
        await migrate(empty_database_url)


async def test_an_empty_database_is_not_current(empty_database_url: str) -> None:
    assert not await ask(empty_database_url, is_current)


async def test_nodes_that_start_at_once_migrate_once(empty_postgres_url: str) -> None:
    changed = await asyncio.gather(
        migrate(empty_postgres_url), migrate(empty_postgres_url), migrate(empty_postgres_url)
    )
    assert sorted(changed) == [False, False, True]

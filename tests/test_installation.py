"""The life of the logs: one epoch per database, until offsets may be given again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.database import Connection, Database, open_database
from server.installation import (
    STAMP_FILE,
    Installation,
    begin_new_epoch,
    installation,
    open_installation,
    read_stamp,
    share_installation,
    write_stamp,
)


@pytest.fixture
async def database(empty_database_url: str) -> AsyncIterator[Database]:
    database = open_database(empty_database_url)
    await database.write_once(installation.create)
    yield database
    await database.close()


async def start(database: Database, beside: str | None, stamp: str) -> Installation:
    return await database.write_once(lambda connection: open_installation(connection, 5, beside, stamp))


async def test_a_database_keeps_its_epoch_and_key_from_start_to_start(database: Database) -> None:
    first = await start(database, None, "s1")
    assert await start(database, "s1", "s2") == first
    assert await start(database, "s2", "s3") == first
    assert len(first.token_key) == 32


@pytest.mark.parametrize("beside", ["s1", None, "", "garbage"])
async def test_a_database_that_was_put_back_begins_a_new_epoch(database: Database, beside: str | None) -> None:
    """The file beside it knows of a start that the database does not, or the other way round."""
    first = await start(database, None, "s1")
    await start(database, "s1", "s2")
    again = await start(database, beside, "s3")
    assert again.epoch != first.epoch
    assert again.token_key == first.token_key
    assert await start(database, "s3", "s4") == again


async def test_a_new_epoch_on_request(database: Database) -> None:
    first = await start(database, None, "s1")
    epoch = await database.write_once(begin_new_epoch)
    assert epoch != first.epoch
    assert (await start(database, "s1", "s2")).epoch == epoch


async def test_a_shared_database_has_one_epoch_for_all_nodes(database: Database) -> None:
    def share(connection: Connection) -> Installation:
        return share_installation(connection, 5)

    first = await database.write_once(share)
    assert await database.write_once(share) == first
    epoch = await database.write_once(begin_new_epoch)
    assert (await database.write_once(share)).epoch == epoch


async def test_nodes_that_start_at_once_share_one_installation(empty_postgres_url: str) -> None:
    nodes = [open_database(empty_postgres_url) for _ in range(6)]
    await nodes[0].write_once(installation.create)
    try:
        found = await asyncio.gather(
            *(node.write_once(lambda connection: share_installation(connection, 5)) for node in nodes)
        )
        assert len({(one.epoch, one.token_key) for one in found}) == 1
    finally:
        for node in nodes:
            await node.close()


def test_the_stamp_beside_the_database(tmp_path: Path) -> None:
    assert read_stamp(tmp_path) is None
    write_stamp(tmp_path, "s1")
    assert read_stamp(tmp_path) == "s1"
    (tmp_path / STAMP_FILE).write_bytes(b"\xff\xfe\x00")
    assert read_stamp(tmp_path) != "s1"

"""P19: while a newer version moves in beside it, a node goes on; once stopped, it leaves alone what is newer."""

from __future__ import annotations

import asyncio

import httpx2
import pytest
from sqlalchemy import text

from server.database import open_database
from tests.servers import ServerFailed
from tests.stories.opening import OpenSite
from tests.stories.site import Site

NEWER = (
    "ALTER TABLE entry ADD COLUMN mood TEXT",
    "ALTER TABLE message ADD COLUMN mood TEXT",
    "ALTER TABLE person ADD COLUMN mood TEXT",
    "CREATE TABLE weather (id BIGINT PRIMARY KEY)",
    "UPDATE alembic_version SET version_num = '9999'",
)
"""What the next version's migration may do while this one serves: add."""


async def test_nodes_go_on_when_a_newer_one_has_added_to_the_schema(open_site: OpenSite, postgres_url: str) -> None:
    site = await open_site(url=postgres_url, nodes=2, ATELJE_LIMITS="off")
    room = site.room()
    async with site.connected("ana") as (ana,), site.other().connected("bor") as (bor,):
        for device in (ana, bor):
            await device.subscribe(room)
        await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "before"})
        await add_to_the_schema(postgres_url)
        await bor.rpc("room.post", {"room": room, "command_id": site.id(), "text": "after"})
        for device in (ana, bor):
            # Nodes without Redis hear of each other by comparing heads.
            assert (await device.reach(room, 3)).texts == ["before", "after"]
            assert device.faults == []
    async with site.browser("ana") as browser:
        assert [message["text"] for message in await browser.messages(room)] == ["before", "after"]
    assert await readiness(site) == (503, "the database has another schema")
    site.process.stop()
    with pytest.raises(ServerFailed, match="newer version"):
        await asyncio.to_thread(site.process.start)


async def add_to_the_schema(url: str) -> None:
    database = open_database(url)
    await database.write_once(lambda connection: [connection.execute(text(one)) for one in NEWER])
    await database.close()


async def readiness(site: Site) -> tuple[int, str]:
    async with httpx2.AsyncClient(trust_env=False) as client:
        answer = await client.get(f"{site.origin}/readyz")
    return answer.status_code, answer.json()["reason"]

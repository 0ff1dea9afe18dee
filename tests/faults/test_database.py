"""P14: while the database is away nothing is acknowledged, everybody is told to try again, and it heals by itself."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.faults.test_drain import readiness
from tests.servers import PostgresServer
from tests.stories.opening import OpenSite
from tests.stories.site import Site

TOLD, HEALED = 3.0, 5.0
"""Seconds that are promised. A loaded machine gets five times that before a test fails."""


@pytest.mark.timeout(120)
@pytest.mark.parametrize("trouble", ["is gone", "is frozen"])
async def test_who_writes_while_the_database_is_away_is_told_to_try_again(
    open_site: OpenSite, postgres_url: str, postgres_server: PostgresServer, trouble: str
) -> None:
    site = await open_site(url=postgres_url, ATELJE_LIMITS="off")
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor), site.browser("ana") as browser:
        await bor.subscribe(room)
        said = {"room": room, "command_id": site.id(), "text": "before"}
        assert await ana.rpc("room.post", said) == {"offset": 2}
        lost = {"room": room, "command_id": site.id(), "text": "meanwhile"}
        postgres_server.crash() if trouble == "is gone" else postgres_server.freeze()
        begun = time.monotonic()
        answer = await asyncio.wait_for(ana.rpc("room.post", lost), 5 * TOLD)
        told = time.monotonic() - begun
        assert (answer["refused"]["code"], answer["refused"]["status"]) == ("unavailable", 503)
        response = await browser.post("/api/v1/rpc/room.post", lost)
        assert (response.status_code, response.json()["code"]) == (503, "unavailable")
        response = await browser.get(f"/api/v1/rooms/{room}")
        assert (response.status_code, response.json()["code"]) == (503, "unavailable")
        assert await readiness(site) == "503"
        assert ana.connected
        assert bor.connected
        postgres_server.start() if trouble == "is gone" else postgres_server.thaw()
        begun = time.monotonic()
        offset = await until_stored(site, room, lost["command_id"])
        print(f"\ntold after {told:.1f} s, healed after {time.monotonic() - begun:.1f} s ({trouble})")
        assert offset == 3
        await bor.reach(room, 3)
        assert bor.feed(room).texts == ["before", "meanwhile"]
        assert [message["text"] for message in await browser.messages(room)] == ["before", "meanwhile"]
        assert bor.faults == []


async def until_stored(site: Site, room: str, id: str) -> int:
    data = {"room": room, "command_id": id, "text": "meanwhile"}
    async with site.browser("ana") as browser, asyncio.timeout(5 * HEALED):
        while True:
            answer = await browser.rpc("room.post", data)
            if "offset" in answer:
                return int(answer["offset"])
            assert answer["refused"]["code"] == "unavailable"
            await asyncio.sleep(0.05)

"""P3: one order without a hole, the same for each reader, live and in the log; each writer's own words as typed."""

from __future__ import annotations

import asyncio
import contextlib

import pytest

from tests.servers import RedisServer
from tests.stories.opening import OpenSite
from tests.stories.site import Site

WRITERS = [f"w{number:02}" for number in range(20)]
READERS = 5
ROOM = {"hall": WRITERS}


async def test_five_readers_of_twenty_writers_see_one_order(open_site: OpenSite) -> None:
    site = await open_site(rooms=ROOM, ATELJE_LIMITS="off")
    await talk_all_at_once([site], each=25)


@pytest.mark.soak
@pytest.mark.timeout(1200)
async def test_five_readers_of_twenty_writers_see_one_order_for_long(open_site: OpenSite) -> None:
    site = await open_site(rooms=ROOM, ATELJE_LIMITS="off")
    await talk_all_at_once([site], each=2_000)


@pytest.mark.parametrize("each", [10, pytest.param(1_000, marks=[pytest.mark.soak, pytest.mark.timeout(1200)])])
async def test_readers_on_two_nodes_see_one_order(
    open_site: OpenSite, postgres_url: str, redis_server: RedisServer, each: int
) -> None:
    large = {"url": postgres_url, "ATELJE_REDIS_URL": redis_server.url, "ATELJE_LIMITS": "off"}
    site = await open_site(rooms=ROOM, nodes=2, **large)
    await talk_all_at_once([site, site.other()], each=each)


async def talk_all_at_once(sites: list[Site], each: int) -> None:
    """Writers and readers are spread over the nodes."""
    top = 1 + each * len(WRITERS)
    async with contextlib.AsyncExitStack() as stack:
        writers, readers = [], []
        for number, person in enumerate(WRITERS):
            site = sites[number % len(sites)]
            writers += await stack.enter_async_context(site.connected(person))
        for number in range(READERS):
            site = sites[number % len(sites)]
            readers += await stack.enter_async_context(site.connected(WRITERS[number]))
        for reader in readers:
            await reader.subscribe("hall")

        async def write(who: int) -> None:
            for number in range(each):
                data = {"room": "hall", "command_id": f"{who}-{number}", "text": f"{who}.{number}"}
                await writers[who].rpc("room.post", data)

        await asyncio.gather(*map(write, range(len(WRITERS))))
        feeds = [await reader.reach("hall", top, 30) for reader in readers]
        async with sites[0].browser(WRITERS[0]) as browser:
            there = [(message["id"], message["text"]) for message in await browser.messages("hall")]
    assert [id for id, _ in there] == list(range(2, top + 1))
    for reader, feed in zip(readers, feeds, strict=True):
        assert reader.faults == []
        assert list(zip(feed.offsets, feed.texts, strict=True)) == there
    for who in range(len(WRITERS)):
        own = [text for _, text in there if text.startswith(f"{who}.")]
        assert own == [f"{who}.{number}" for number in range(each)]

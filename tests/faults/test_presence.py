"""Who is here on two nodes over one Redis: whatever breaks, it is right again in time, and the talk goes on."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from server.presence.leases import LEASE_SECONDS
from tests.servers import RedisServer
from tests.stories.device import Device
from tests.stories.opening import OpenSite
from tests.stories.site import Site
from tests.stories.test_presence import TYPING, hears, here, say, show

NODE_KILLED, REDIS_RESTARTED = 60.0, 60.0
"""Seconds that are promised. Aimed at is 15, and it is measured below it."""


@pytest.fixture
async def nodes(open_site: OpenSite, postgres_url: str, redis_server: RedisServer) -> tuple[Site, Site]:
    """The same programme by way of each of its two nodes."""
    site = await open_site(url=postgres_url, nodes=2, ATELJE_REDIS_URL=redis_server.url, ATELJE_LIMITS="off")
    return site, site.other()


@asynccontextmanager
async def two_shown(nodes: tuple[Site, Site], room: str) -> AsyncIterator[tuple[Device, Device]]:
    """Ana by the one node and Bor by the other, and both know."""
    async with nodes[0].connected("ana") as (ana,), nodes[1].connected("bor") as (bor,):
        for device in (ana, bor):
            await device.subscribe(room)
            await show(device, room)
        for device, other in ((ana, "bor"), (bor, "ana")):
            await device.until(lambda d=device, o=other: ("join", o) in d.news, f"{other} is seen")
            device.news.clear()
        yield ana, bor


async def test_people_on_different_nodes_see_each_other_come_write_and_go(nodes: tuple[Site, Site]) -> None:
    room = nodes[0].room()
    async with two_shown(nodes, room) as (ana, bor):
        assert await here(ana, room) == {"ana": False, "bor": False} == await here(bor, room)
        begun = time.monotonic()
        await say(ana, room, TYPING)
        await hears(bor, ("typing", "ana"))
        print(f"\nwriting is seen after {1000 * (time.monotonic() - begun):.0f} ms")
        await say(ana, room, {"kind": "away"})
        await hears(bor, ("away", "ana"))
        async with nodes[1].connected("ana") as (phone,):
            await phone.subscribe(room)
            await hears(bor, ("here", "ana"))
            await phone.ask("unsubscribe", {"channel": f"room:{room}"})
            await hears(bor, ("away", "ana"))
        begun = time.monotonic()
        await show(ana, room, on=False)
        await hears(bor, ("leave", "ana"), seconds=10)
        print(f"switched off, gone after {time.monotonic() - begun:.2f} s")


@pytest.mark.timeout(180)
async def test_the_people_of_a_killed_node_are_gone_in_time_and_who_comes_back_by_another_was_never_gone(
    nodes: tuple[Site, Site],
) -> None:
    room, other = nodes[0].room(), nodes[0].room()
    async with two_shown(nodes, room) as (ana, bor):
        for device in (ana, bor):
            await device.subscribe(other)
            await show(device, other)
        await bor.until(lambda: bor.news.count(("join", "ana")) == 1, "she is seen in both rooms")
        bor.news.clear()
        begun = time.monotonic()
        nodes[0].process.kill()
        async with nodes[1].connected("ana") as (again,):
            await again.subscribe(other)
            await say(again, other, TYPING)
            await hears(bor, ("typing", "ana"))
            await hears(bor, ("leave", "ana"), seconds=NODE_KILLED)
            print(f"\ngone {time.monotonic() - begun:.1f} s after kill -9 of their node")
            assert await here(bor, room) == {"bor": False}
            assert await here(bor, other) == {"ana": False, "bor": False}
            data = {"room": room, "command_id": nodes[1].id(), "text": "still there?"}
            assert await bor.rpc("room.post", data) == {"offset": 2}


@pytest.mark.timeout(180)
async def test_after_redis_was_emptied_or_away_the_roster_is_right_in_time(
    nodes: tuple[Site, Site], redis_server: RedisServer
) -> None:
    for fault in ("is emptied", "restarts"):
        await break_redis(nodes, redis_server, fault)


async def break_redis(nodes: tuple[Site, Site], redis_server: RedisServer, fault: str) -> None:
    room = nodes[0].room()
    async with two_shown(nodes, room) as (ana, bor):
        broken = time.monotonic()
        if fault == "is emptied":
            await asyncio.to_thread(redis_server.empty)
        else:
            await asyncio.to_thread(redis_server.kill)
        data = {"room": room, "command_id": nodes[0].id(), "text": "do you hear me?"}
        assert await ana.rpc("room.post", data) == {"offset": 2}
        async with nodes[0].connected("ana") as (phone,):
            await phone.subscribe(room)
            await say(ana, room, {"kind": "away"})
            await say(phone, room, {"kind": "away"})
            if fault == "restarts":
                await asyncio.to_thread(redis_server.start)
            begun = time.monotonic()
            await bor.until(lambda: ("away", "ana") in bor.news, "what changed meanwhile", REDIS_RESTARTED)
            assert await here(bor, room) == {"ana": True, "bor": False} == await here(ana, room)
            print(f"\nright again {time.monotonic() - begun:.1f} s after Redis {fault}")
            for device, other in ((bor, "ana"), (ana, "bor")):
                last = [kind for kind, person in device.news if person == other and kind in ("join", "leave")]
                assert last[-1:] in ([], ["join"]), f"{other} is gone for good"
                # What a node knew of the others it keeps for one lease; on a slow machine it may last longer than that.
                assert not last or time.monotonic() - broken > LEASE_SECONDS, f"{other} was gone too early"
        await bor.reach(room, 2, 60)

"""Two nodes over one PostgreSQL and one Redis: whatever breaks, nobody misses a word or has it twice."""

from __future__ import annotations

import asyncio
import itertools
import socket
import time
from collections.abc import Callable

import pytest

from tests.faults.test_crashes import acknowledged, hold_to_promise, is_whole
from tests.servers import PostgresServer, RedisServer
from tests.stories.faithful import Author, Listener
from tests.stories.opening import OpenSite
from tests.stories.site import Site
from tests.waiting import until


@pytest.fixture
async def nodes(open_site: OpenSite, postgres_url: str, redis_server: RedisServer) -> tuple[Site, Site]:
    """The same programme by way of each of its two nodes."""
    site = await open_site(url=postgres_url, nodes=2, ATELJE_REDIS_URL=redis_server.url, ATELJE_LIMITS="off")
    return site, site.other()


async def test_two_people_on_different_nodes_talk(nodes: tuple[Site, Site]) -> None:
    here, there = nodes
    room = here.room()
    async with here.connected("ana") as (ana,), there.connected("bor") as (bor,):
        await ana.subscribe(room)
        await bor.subscribe(room)
        for number in range(2, 12):
            speaker, hearer = (ana, bor) if number % 2 else (bor, ana)
            data = {"room": room, "command_id": here.id(), "text": f"{number}"}
            begun = time.monotonic()
            assert await speaker.rpc("room.post", data) == {"offset": number}
            await hearer.reach(room, number)
            print(f"\nacross in {1000 * (time.monotonic() - begun):.0f} ms")
        for device in (ana, bor):
            assert device.feed(room).texts == [f"{number}" for number in range(2, 12)]
            assert device.faults == []


async def test_the_same_command_by_both_nodes_is_one_entry(nodes: tuple[Site, Site]) -> None:
    here, there = nodes
    room = here.room()
    async with here.connected("ana") as (first,), there.connected("ana") as (second,), here.browser("ana") as browser:
        for _ in range(30):
            data = {"room": room, "command_id": here.id(), "text": "once"}
            answers = await asyncio.gather(first.rpc("room.post", data), second.rpc("room.post", data))
            if any("refused" in answer for answer in answers):
                # Both came at the same moment: the later one is told to try again, and finds the earlier one.
                answers = [await device.rpc("room.post", data) for device in (first, second)]
            assert answers[0] == answers[1]
            assert "offset" in answers[0]
        assert [message["number"] for message in await browser.messages(room)] == list(range(1, 31))


async def test_a_restarted_redis_is_used_again_soon(nodes: tuple[Site, Site], redis_server: RedisServer) -> None:
    """And while it is gone, who is on the author's node waits for nothing (P13)."""
    here, there = nodes
    room = here.room()
    async with here.connected("ana", "bor") as (ana, same), there.connected("bor") as (other,):
        await same.subscribe(room)
        await other.subscribe(room)
        await asyncio.to_thread(redis_server.kill)
        begun = time.monotonic()
        await ana.rpc("room.post", {"room": room, "command_id": here.id(), "text": "1"})
        await same.reach(room, 2)
        print(f"\nRedis is gone: on the same node after {1000 * (time.monotonic() - begun):.0f} ms")
        assert time.monotonic() - begun < 5 * PUSHED
        await other.reach(room, 2, 5 * HEARD)
        await asyncio.to_thread(redis_server.start)
        begun, offset, taken = time.monotonic(), 2, BACK_TO_PUSH
        while taken > PUSHED:
            assert time.monotonic() - begun < 5 * BACK_TO_PUSH, "it still waits to be compared"
            offset, posted = offset + 1, time.monotonic()
            await ana.rpc("room.post", {"room": room, "command_id": here.id(), "text": "again"})
            await other.reach(room, offset, 5 * HEARD)
            taken = time.monotonic() - posted
        print(f"back to push {time.monotonic() - begun:.1f} s after Redis was back")
        assert other.faults == same.faults == []


PUSHED, BACK_TO_PUSH = 0.25, 5.0
"""Seconds that are promised: across, as long as hints come; and until they come again."""


async def test_installations_that_share_a_redis_are_strangers_to_each_other(
    open_site: OpenSite, postgres_server: PostgresServer, postgres_url: str, redis_server: RedisServer
) -> None:
    """A copy that was put back elsewhere has rooms and offsets of the same names, and other words in them."""
    shared = {"ATELJE_REDIS_URL": redis_server.url, "ATELJE_LIMITS": "off"}
    urls = (postgres_url, postgres_server.copy_database(postgres_url))
    one, copy = [await open_site(url=url, **shared) for url in urls]
    room = one.room()
    assert copy.room() == room
    async with one.connected("ana") as (ana,), copy.connected("bor") as (bor,):
        await bor.subscribe(room)
        await ana.rpc("room.post", {"room": room, "command_id": one.id(), "text": "ours"})
        async with copy.browser("ana") as browser:
            await browser.accepted("room.post", {"room": room, "command_id": copy.id(), "text": "theirs"})
        assert (await bor.reach(room, 2)).texts == ["theirs"]
        assert bor.faults == []


@pytest.mark.parametrize("silence", ["its listeners are thrown out", "it hears nothing", "it is gone"])
async def test_a_hint_that_is_lost_with_no_other_after_it_costs_no_word(
    nodes: tuple[Site, Site], redis_server: RedisServer, silence: str
) -> None:
    here, there = nodes
    room = here.room()
    async with here.connected("ana") as (ana,), there.connected("bor") as (bor,):
        await bor.subscribe(room)
        faults = {"its listeners are thrown out": throw_out, "it hears nothing": freeze, "it is gone": kill}
        await asyncio.to_thread(faults[silence], redis_server)
        await ana.rpc("room.post", {"room": room, "command_id": here.id(), "text": "are you there?"})
        begun = time.monotonic()
        await bor.reach(room, 2, 5 * HEARD)
        print(f"\nheard after {time.monotonic() - begun:.1f} s ({silence})")
        assert bor.faults == []


async def test_what_concerns_a_person_reaches_them_on_the_other_node_with_redis_and_without(
    nodes: tuple[Site, Site], redis_server: RedisServer
) -> None:
    here, there = nodes
    room = here.room()

    def about(person: str) -> dict[str, str]:
        return {"room": room, "command_id": here.id(), "person": person}

    async with here.browser("vera") as vera, here.connected("ana") as (ana,), there.connected("ana", "goran") as others:
        phone, goran = others
        feed = goran.own("goran")
        await vera.accepted("room.add_member", about("goran") | {"role": "guest"})
        await goran.until(lambda: len(feed.entries) == 1, "the room came")
        await ana.rpc("room.post", {"room": room, "command_id": here.id(), "text": "@[goran]"})
        unread = {"kind": "unread", "room": room, "talk": 1, "mentioned": True}
        await goran.until(lambda: unread in goran.notices, "Ana has spoken")
        await ana.rpc("room.read", {"room": room, "number": 1})
        await phone.until(lambda: {"kind": "read", "room": room, "number": 1} in phone.notices, "it is read")
        await asyncio.to_thread(redis_server.kill)
        await vera.accepted("room.remove_member", about("goran"))
        await goran.until(lambda: len(feed.entries) == 2, "the room went", 5 * HEARD)
        assert [entry["kind"] for _, entry in feed.entries] == ["room_joined", "room_left"]
        assert goran.faults == phone.faults == []


HEARD = 15.0
"""Seconds that are promised for a word whose hint was lost."""


def throw_out(redis: RedisServer) -> None:
    with socket.create_connection(("127.0.0.1", redis.port), timeout=5) as connection:
        connection.sendall(b"CLIENT KILL TYPE pubsub\r\n")
        assert int(connection.recv(64)[1:]) >= 2


def freeze(redis: RedisServer) -> None:
    redis.freeze()


def kill(redis: RedisServer) -> None:
    redis.kill()


Break = Callable[[tuple[Site, Site], RedisServer, PostgresServer], None]


def redis_restarts(_nodes: tuple[Site, Site], redis: RedisServer, _postgres: PostgresServer) -> None:
    redis.restart()


def redis_freezes(_nodes: tuple[Site, Site], redis: RedisServer, _postgres: PostgresServer) -> None:
    """Only the end of the test thaws it."""
    redis.freeze()


def redis_thaws(_nodes: tuple[Site, Site], redis: RedisServer, _postgres: PostgresServer) -> None:
    redis.thaw()


def redis_is_emptied(_nodes: tuple[Site, Site], redis: RedisServer, _postgres: PostgresServer) -> None:
    redis.empty()


def a_node_dies(nodes: tuple[Site, Site], _redis: RedisServer, _postgres: PostgresServer) -> None:
    nodes[0].process.restart()


def the_database_crashes(_nodes: tuple[Site, Site], _redis: RedisServer, postgres: PostgresServer) -> None:
    postgres.crash()
    postgres.start()


BREAKS = (redis_restarts, redis_freezes, redis_is_emptied, a_node_dies, the_database_crashes)


@pytest.mark.parametrize("broken", BREAKS)
async def test_nobody_misses_or_doubles_a_word(
    nodes: tuple[Site, Site], redis_server: RedisServer, postgres_server: PostgresServer, broken: Break
) -> None:
    await break_while_talking(nodes, redis_server, postgres_server, [broken] * 2, sends=160)


@pytest.mark.soak
@pytest.mark.timeout(1800)
async def test_nobody_misses_or_doubles_a_word_for_long(
    nodes: tuple[Site, Site], redis_server: RedisServer, postgres_server: PostgresServer
) -> None:
    breaks = [redis_freezes, redis_thaws, redis_restarts, redis_is_emptied, a_node_dies, the_database_crashes]
    await break_while_talking(nodes, redis_server, postgres_server, breaks * 4, sends=10_000)


async def break_while_talking(
    nodes: tuple[Site, Site], redis: RedisServer, postgres: PostgresServer, breaks: list[Break], sends: int
) -> None:
    """One writer, with several words on the way at once, and one listener on each node."""
    room = nodes[0].room()
    ids = map(str, itertools.count())
    authors = [Author(site.device(person), room, ids) for site, person in zip(nodes, ("ana", "bor"), strict=True)]
    listeners = [Listener(site.device(person), room) for site, person in zip(nodes, ("bor", "ana"), strict=True)]
    listening = [asyncio.create_task(one.listen()) for one in listeners]
    await until(lambda: all(one.position for one in listeners))
    texts = [[f"{which}.{number}" for number in range(sends // 2)] for which in range(2)]
    writing = [asyncio.create_task(one.say(said)) for one, said in zip(authors, texts, strict=True)]
    for number, broken in enumerate(breaks, 1):
        share = number * sends // (len(breaks) + 1)
        await until(lambda share=share: acknowledged(authors) >= share, 120)
        await asyncio.to_thread(broken, nodes, redis, postgres)
    await asyncio.gather(*writing)
    last = time.monotonic()
    await is_whole(nodes[1], room, sends)
    await until(lambda: all(one.position == 1 + sends for one in listeners), 60)
    print(f"\n{sends} sends, the last word everywhere after {time.monotonic() - last:.1f} s")
    for task in listening:
        task.cancel()
    await hold_to_promise(nodes[1], room, authors, texts, listeners)
    for one in (*authors, *listeners):
        await one.device.close()


# ── what is taken away ────────────────────────────────────────────────────────────────────────────────────────────────

OTHER_NODE, OTHER_NODE_WITHOUT_REDIS = 2.0, 10.0
"""Seconds that are promised. A loaded machine gets five times that before a test fails."""


@pytest.mark.parametrize("redis", ["runs", "is frozen", "is gone"])
async def test_a_removal_and_a_sign_out_reach_the_other_node(
    nodes: tuple[Site, Site], redis_server: RedisServer, redis: str
) -> None:
    here, there = nodes
    room = here.room()
    promised = OTHER_NODE if redis == "runs" else OTHER_NODE_WITHOUT_REDIS
    async with (
        here.connected("ana") as (ana,),
        there.connected("ana", "bor") as (same, bor),
        here.browser("vera") as vera,
        here.browser("ana") as browser,
    ):
        await ana.subscribe(room)
        await bor.subscribe(room)
        await asyncio.to_thread({"runs": bool, "is frozen": redis_server.freeze, "is gone": redis_server.kill}[redis])
        begun = time.monotonic()
        await vera.accepted("room.remove_member", {"room": room, "command_id": here.id(), "person": "bor"})
        refused = await bor.rpc("room.post", {"room": room, "command_id": here.id(), "text": "after the removal"})
        assert refused["refused"]["code"] == "not_found", "at once, by whichever node"
        # Both are on their way at the same time.
        await browser.post("/api/v1/logout")
        assert await ana.is_closed() == (4501, "signed out")
        feed = bor.feed(room)
        await bor.until(lambda: feed.ended is not None, "the removal is heard", 5 * promised)
        print(f"\nremoved on the other node after {time.monotonic() - begun:.1f} s (Redis {redis})")
        assert feed.ended == (2000, "removed from room")
        assert feed.entries == []
        assert await same.is_closed(5 * promised) == (4501, "signed out")
        print(f"signed out on the other node after {time.monotonic() - begun:.1f} s (Redis {redis})")

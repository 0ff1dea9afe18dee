"""What every fan-out promises, on the one in memory and on Redis; and what Redis may do to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest
from redis.asyncio import Redis

from server.fanout.channel_layer import OUTBOX_LIMIT, ChannelLayerFanout
from server.fanout.memory import MemoryBus, MemoryFanout
from server.fanout.port import (
    INLINE_BYTES,
    Fanout,
    Hint,
    LogHint,
    LoginsHint,
    NoticeHint,
    PeopleHint,
    PostHint,
    RosterHint,
    ShowingHint,
    log_hint,
)
from server.publication import ClientInfo, Notice, Publication, Showing
from tests.servers import RedisServer
from tests.waiting import until

BEAT = 0.1
LINGER = 0.2


class Node:
    """One end of a fan-out and what it heard."""

    def __init__(self, fanout: Fanout) -> None:
        self.fanout = fanout
        self.heard: list[Hint] = []
        self.joined: list[str] = []

    @property
    def offsets(self) -> list[int]:
        return [hint.head for hint in self.heard if isinstance(hint, LogHint)]

    async def hears(self, *hints: Hint, seconds: float = 10) -> None:
        await until(lambda: len(self.heard) >= len(hints), seconds)
        assert self.heard == list(hints)


class Pair:
    """Two nodes, and how to see that a join or leave took place."""

    def __init__(self, one: Node, other: Node) -> None:
        self.one, self.other = one, other

    async def joined(self, channel: str) -> None:
        """The other node hears this channel by now: tried with probes until one arrives."""
        for number in range(1, 400):
            self.one.fanout.send(LogHint(channel, -number))
            await asyncio.sleep(0.01)
            if self.other.heard:
                break
        last = number
        await until(lambda: -last in self.other.offsets)
        self.other.heard.clear()


def hint(offset: int, channel: str = "room:a", data: bytes = b"{}") -> LogHint:
    return log_hint(channel, [Publication(channel, offset, data)])


@asynccontextmanager
async def started(*fanouts: Fanout) -> AsyncIterator[tuple[Node, ...]]:
    nodes = tuple(Node(fanout) for fanout in fanouts)
    for node in nodes:
        await node.fanout.start(node.heard.append, node.joined.append)
    try:
        yield nodes
    finally:
        for node in nodes:
            await node.fanout.close()


def on_redis(url: str, prefix: str = "test") -> ChannelLayerFanout:
    return ChannelLayerFanout(url, prefix=prefix, beat_seconds=BEAT, linger=LINGER)


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
async def pair(request: pytest.FixtureRequest) -> AsyncIterator[Pair]:
    if request.param == "memory":
        bus = MemoryBus()
        fanouts: list[Fanout] = [MemoryFanout(bus), MemoryFanout(bus)]
    else:
        server = request.getfixturevalue("redis_server")
        fanouts = [on_redis(server.url), on_redis(server.url)]
    async with started(*fanouts) as (one, other):
        yield Pair(one, other)


# ── every adapter ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_node_hears_the_logs_that_it_joined_and_no_others(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    pair.one.fanout.send(hint(1, "room:b"))
    pair.one.fanout.send(hint(2, "room:a", '{"body":"Здраво"}'.encode()))
    await pair.other.hears(hint(2, "room:a", '{"body":"Здраво"}'.encode()))
    assert pair.one.heard == []


async def test_from_the_moment_a_node_is_told_that_it_joined_it_hears_everything(pair: Pair) -> None:
    for number in range(20):
        channel = f"room:{number}"
        pair.other.fanout.join(channel)
        await until(lambda channel=channel: channel in pair.other.joined)  # type: ignore[misc]
        pair.one.fanout.send(hint(number, channel))
    await until(lambda: len(pair.other.heard) == 20)
    assert pair.other.offsets == list(range(20))


async def test_a_hint_carries_whose_subscriptions_end(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    removal = LogHint("room:a", 8, (Publication("room:a", 7, b"1"), Publication("room:a", 8, b"2", removes="bor")))
    pair.one.fanout.send(removal)
    await pair.other.hears(removal)


async def test_notices_are_heard_by_who_joined_their_channel_in_order_with_its_entries(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    typing = NoticeHint(Notice("room:a", "publication", '{"kind":"куца"}'.encode(), ClientInfo("ana", "c1")))
    join, leave = (NoticeHint(Notice("room:a", kind, info=ClientInfo("ana", "c1"))) for kind in ("join", "leave"))
    about = ClientInfo("ana", "c1", b'{"away":true}')
    bare = NoticeHint(Notice("room:a", "publication", b"1", about, frozenset(("ana", "bor"))))
    pair.one.fanout.send(NoticeHint(Notice("room:b", "publication", b"2")))
    sent = (typing, hint(1), join, bare, leave, hint(2))
    for one in sent:
        pair.one.fanout.send(one)
    await pair.other.hears(*sent)
    assert pair.one.heard == []


async def test_a_post_is_heard_by_the_node_that_it_is_for(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    for node in ("nobody", pair.one.fanout.name):
        pair.one.fanout.send(PostHint(node, "key", None, b"lost"))
    post = PostHint(pair.other.fanout.name, "key", "login-1", '{"текст": 1}'.encode())
    pair.one.fanout.send(post)
    await pair.other.hears(post)
    assert pair.one.heard == []


async def test_a_node_that_left_hears_no_more(pair: Pair) -> None:
    for channel in ("room:a", "room:b"):
        pair.other.fanout.join(channel)
        await pair.joined(channel)
    pair.other.fanout.leave("room:a")

    def silent() -> bool:
        pair.other.heard.clear()
        return False

    async with asyncio.timeout(10):
        while True:
            silent()
            pair.one.fanout.send(hint(1, "room:a"))
            pair.one.fanout.send(hint(2, "room:b"))
            await until(lambda: 2 in pair.other.offsets)
            if 1 not in pair.other.offsets:
                break
    pair.other.fanout.join("room:a")
    pair.other.heard.clear()
    await pair.joined("room:a")


async def test_a_channel_with_the_name_of_the_nodes_own_group_disturbs_nothing(pair: Pair) -> None:
    """A client may ask for any name; it is refused, and what was joined for it is left again."""
    for channel in ("nodes", "room:a"):
        pair.other.fanout.join(channel)
    await pair.joined("room:a")
    for channel in ("nodes", "room:a"):
        pair.other.fanout.leave(channel)
    async with asyncio.timeout(20):
        while True:
            pair.other.heard.clear()
            pair.one.fanout.send(hint(1))
            pair.one.fanout.send(hint(2, "nodes"))
            # Long enough for a busy machine: what comes later than this would be taken for the next hint.
            await asyncio.sleep(0.5)
            if not pair.other.heard:
                break
    pair.one.fanout.send(LoginsHint(("login",)))
    await pair.other.hears(LoginsHint(("login",)))


async def test_leaving_what_was_never_joined_is_nothing(pair: Pair) -> None:
    pair.other.fanout.leave("room:never")
    pair.other.fanout.join("room:a")
    pair.other.fanout.leave("room:a")
    pair.other.fanout.leave("room:a")
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")


async def test_ended_logins_reach_every_other_node(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    pair.one.fanout.send(LoginsHint(("l1", "l2")))
    pair.one.fanout.send(LoginsHint(("l3",), renewed=True))
    await pair.other.hears(LoginsHint(("l1", "l2")), LoginsHint(("l3",), renewed=True))


async def test_what_a_person_chose_reaches_every_other_node_and_a_roster_its_readers(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    chosen = ShowingHint(Showing("ana", ("a", "соба"), typing=False))
    for hint in (RosterHint("room:b"), RosterHint("room:a"), chosen):
        pair.one.fanout.send(hint)
    await pair.other.hears(RosterHint("room:a"), chosen)


async def test_notices_for_people_reach_every_other_node(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    notices = PeopleHint(((("ana", "bor"), b'{"kind":"unread"}'), (("vesna",), '{"kind":"čitano"}'.encode())))
    pair.one.fanout.send(notices)
    await pair.other.hears(notices)


async def test_the_order_of_one_node_is_kept(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    for offset in range(1, 501):
        pair.one.fanout.send(hint(offset))
    await pair.other.hears(*(hint(offset) for offset in range(1, 501)))


async def test_ones_own_hints_do_no_harm(pair: Pair) -> None:
    """They may come back; who acts on them finds an offset that is known."""
    for node in (pair.one, pair.other):
        node.fanout.join("room:a")
    await pair.joined("room:a")
    pair.one.heard.clear()
    pair.one.fanout.send(hint(1))
    pair.one.fanout.send(LoginsHint(("l",)))
    await pair.other.hears(hint(1), LoginsHint(("l",)))
    assert [one for one in pair.one.heard if one not in (hint(1), LoginsHint(("l",)))] == []


async def test_nothing_is_heard_after_the_end(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    await pair.other.fanout.close()
    pair.one.fanout.send(hint(1))
    pair.one.fanout.send(LoginsHint(("l",)))
    await asyncio.sleep(0)
    assert pair.other.heard == []


async def test_a_healthy_node_is_not_deaf(pair: Pair) -> None:
    pair.other.fanout.join("room:a")
    await pair.joined("room:a")
    await until(lambda: not pair.one.fanout.deaf and not pair.other.fanout.deaf)


def test_a_large_hint_carries_the_head_alone() -> None:
    half = b"x" * (INLINE_BYTES // 2)
    small = [Publication("room:a", 1, half), Publication("room:a", 2, half)]
    assert log_hint("room:a", small) == LogHint("room:a", 2, tuple(small))
    assert log_hint("room:a", [*small, Publication("room:a", 3, b"x")]) == LogHint("room:a", 3)


# ── what Redis may do ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def nodes(redis_server: RedisServer) -> AsyncIterator[Pair]:
    async with started(on_redis(redis_server.url), on_redis(redis_server.url)) as (one, other):
        pair = Pair(one, other)
        other.fanout.join("room:a")
        await pair.joined("room:a")
        yield pair


async def heard_again(pair: Pair, seconds: float) -> None:
    """Hints of the down time may be lost; the first one that arrives ends the deafness."""
    pair.other.heard.clear()
    async with asyncio.timeout(seconds):
        while not pair.other.heard:
            pair.one.fanout.send(hint(1))
            await asyncio.sleep(0.02)


async def test_sending_never_waits_and_deafness_is_known_while_redis_is_frozen(
    nodes: Pair, redis_server: RedisServer
) -> None:
    redis_server.freeze()
    began = time.monotonic()
    for offset in range(20_000):
        nodes.one.fanout.send(hint(offset))
    assert time.monotonic() - began < 2
    await until(lambda: nodes.one.fanout.deaf and nodes.other.fanout.deaf)
    assert nodes.other.heard == []
    redis_server.thaw()
    await heard_again(nodes, 8)
    await until(lambda: not nodes.one.fanout.deaf and not nodes.other.fanout.deaf)


async def test_notices_never_push_out_what_tells_of_entries(nodes: Pair, redis_server: RedisServer) -> None:
    redis_server.freeze()
    for offset in range(OUTBOX_LIMIT // 2):
        nodes.one.fanout.send(hint(offset))
        nodes.one.fanout.send(NoticeHint(Notice("room:a", "publication", b"1")))
    redis_server.thaw()
    await until(lambda: OUTBOX_LIMIT // 2 - 1 in nodes.other.offsets, 45)
    assert set(range(100, OUTBOX_LIMIT // 2)) <= set(nodes.other.offsets), (
        "but for those that Redis was given while frozen"
    )


async def test_after_a_restart_of_redis_hints_are_heard_within_seconds(nodes: Pair, redis_server: RedisServer) -> None:
    await asyncio.to_thread(redis_server.kill)
    await until(lambda: nodes.one.fanout.deaf and nodes.other.fanout.deaf)
    # Joined while it is away.
    nodes.other.fanout.join("room:b")
    await asyncio.to_thread(redis_server.start)
    began = time.monotonic()
    await heard_again(nodes, 5)
    await until(lambda: not nodes.one.fanout.deaf and not nodes.other.fanout.deaf)
    nodes.other.heard.clear()
    await nodes.joined("room:b")
    assert time.monotonic() - began < 8


async def test_an_emptied_redis_changes_nothing(nodes: Pair, redis_server: RedisServer) -> None:
    redis_server.empty()
    nodes.one.fanout.send(hint(1))
    await nodes.other.hears(hint(1))


async def test_foreign_bytes_do_not_end_the_reader(nodes: Pair, redis_server: RedisServer) -> None:
    import msgpack

    async with Redis.from_url(redis_server.url) as redis:
        channels = [name.decode() for name in await redis.pubsub_channels()]
        foreign = [
            b"\xc1",
            b"",
            b"{not msgpack",
            msgpack.packb(7),
            msgpack.packb([1, 2]),
            msgpack.packb({"v": 99, "type": "log"}),
            msgpack.packb({"v": 1, "type": "log"}),
            msgpack.packb({"v": 1, "type": "log", "channel": "room:a", "head": "x", "publications": []}),
            msgpack.packb({"v": 1, "type": "log", "channel": "room:a", "head": 1, "publications": [[1]]}),
            msgpack.packb({"v": 1, "type": "logins", "logins": 7}),
            msgpack.packb({"v": 1, "type": "notice", "channel": "room:a", "kind": "join", "data": b"", "info": [1]}),
            msgpack.packb({"v": 1, "type": "of a newer node"}),
        ]
        for channel in channels:
            for message in foreign:
                await redis.publish(channel, message)
    nodes.one.fanout.send(hint(1))
    await until(lambda: hint(1) in nodes.other.heard)
    await until(lambda: not nodes.other.fanout.deaf)


async def test_a_receiver_that_fails_once_hears_on(redis_server: RedisServer) -> None:
    heard: list[Hint] = []

    def receive(hint: Hint) -> None:
        heard.append(hint)
        if len(heard) == 1:
            raise ZeroDivisionError

    one, other = on_redis(redis_server.url), Node(on_redis(redis_server.url))
    await one.start(receive)
    await other.fanout.start(other.heard.append)
    try:
        async with asyncio.timeout(10):
            while len(heard) < 3:
                other.fanout.send(LoginsHint(("l",)))
                await asyncio.sleep(0.02)
    finally:
        await one.close()
        await other.fanout.close()


async def test_a_node_that_starts_while_redis_is_down_hears_once_it_is_up(redis_server: RedisServer) -> None:
    await asyncio.to_thread(redis_server.kill)
    async with started(on_redis(redis_server.url), on_redis(redis_server.url)) as (one, other):
        other.fanout.join("room:a")
        await until(lambda: one.fanout.deaf and other.fanout.deaf)
        await asyncio.to_thread(redis_server.start)
        pair = Pair(one, other)
        await heard_again(pair, 8)
        other.heard.clear()
        one.fanout.send(LoginsHint(("l",)))
        await until(lambda: LoginsHint(("l",)) in other.heard)
        await until(lambda: not one.fanout.deaf and not other.fanout.deaf)


async def test_a_node_ends_while_redis_is_frozen(redis_server: RedisServer) -> None:
    async with started(on_redis(redis_server.url)) as (one,):
        one.fanout.join("room:a")
        await until(lambda: not one.fanout.deaf)
        redis_server.freeze()
        one.fanout.send(hint(1))
        began = time.monotonic()
        await one.fanout.close()
        assert time.monotonic() - began < 8
        redis_server.thaw()


async def test_a_node_ends_while_its_client_is_still_connecting(redis_server: RedisServer) -> None:
    """At any point of that: some take a cancellation for a connection that failed."""
    for steps in range(0, 40, 2):
        node = on_redis(redis_server.url)
        await node.start(lambda hint: None)
        node.join("room:a")
        node.send(hint(1))
        for _ in range(steps):
            await asyncio.sleep(0)
        async with asyncio.timeout(3):
            await node.close()
        assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_installations_that_share_a_redis_do_not_hear_each_other(redis_server: RedisServer) -> None:
    theirs, ours = on_redis(redis_server.url, "theirs"), on_redis(redis_server.url, "ours")
    async with started(theirs, ours, on_redis(redis_server.url, "ours")) as (their, one, other):
        for node in (their, one, other):
            node.fanout.join("room:a")
        await Pair(one, other).joined("room:a")
        assert their.heard == []


async def test_a_log_is_left_only_after_its_linger(redis_server: RedisServer) -> None:
    """A reload of a page leaves and joins at once; on a busy node other logs come and go meanwhile."""
    lingering = ChannelLayerFanout(redis_server.url, prefix="test", beat_seconds=BEAT, linger=60)
    async with started(on_redis(redis_server.url), lingering) as (one, other):
        other.fanout.join("room:a")
        await Pair(one, other).joined("room:a")
        other.fanout.leave("room:a")
        other.fanout.join("room:b")
        await Pair(one, other).joined("room:b")
        one.fanout.send(hint(1, "room:a"))
        await other.hears(hint(1, "room:a"))


async def test_a_thousand_logs_are_joined_and_left(redis_server: RedisServer) -> None:
    async with started(on_redis(redis_server.url), on_redis(redis_server.url)) as (one, other):
        for number in range(1_000):
            other.fanout.join(f"room:{number}")
        await Pair(one, other).joined("room:999")
        async with Redis.from_url(redis_server.url) as redis:
            assert await subscribed(redis, lambda count: count >= 1_000)
            for number in range(1_000):
                other.fanout.leave(f"room:{number}")
            assert await subscribed(redis, lambda count: count < 10)


async def subscribed(redis: Redis, enough: Callable[[int], bool]) -> bool:
    async with asyncio.timeout(15):
        while not enough(len(await redis.pubsub_channels())):  # noqa: ASYNC110 (Redis tells only who asks)
            await asyncio.sleep(0.02)
    return True

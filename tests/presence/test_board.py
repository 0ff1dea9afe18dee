"""What every board promises, on the one in memory and on Redis; and what Redis may do to it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from itertools import count

import pytest
from redis.asyncio import Redis

from server.presence import leases
from server.presence.leases import LeaseBoard
from server.presence.memory import MemoryBoard, MemoryWall
from server.presence.model import Mark
from server.presence.port import Board, People
from tests.servers import RedisServer
from tests.waiting import until

HERE, AWAY = Mark.HERE, Mark.AWAY
BEAT, LEASE, GRACE = 0.1, 0.8, 0.4
PREFIXES = count()
"""Who ended a test stays on its board for the grace."""


class Node:
    """One end of a board and what it saw last."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.seen: dict[str, People] = {}
        self.sights: list[tuple[str, dict[str, Mark]]] = []

    def see(self, room: str, people: People) -> None:
        self.seen[room] = people
        self.sights.append((room, dict(people)))

    async def sees(self, room: str, people: People, seconds: float = 10) -> None:
        await until(lambda: self.seen.get(room) == people, seconds)


@asynccontextmanager
async def started(boards: Sequence[Board]) -> AsyncIterator[list[Node]]:
    nodes = [Node(board) for board in boards]
    for node in nodes:
        await node.board.start(node.see)
    try:
        yield nodes
    finally:
        for node in nodes:
            await node.board.close()


def on_redis(url: str, number: int, beat: float = BEAT) -> list[Board]:
    """Each tells the others, as hints between nodes do."""
    boards: list[Board] = []

    def telling(own: int) -> Callable[[str], None]:
        return lambda room: [board.stir(room) for at, board in enumerate(boards) if at != own] and None

    prefix = f"test{next(PREFIXES)}"
    boards += [
        LeaseBoard(url, telling(at), prefix=prefix, beat_seconds=beat, lease_seconds=LEASE) for at in range(number)
    ]
    return boards


async def eventually(condition: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(10):
        while not await condition():  # noqa: ASYNC110 (Redis tells nobody)
            await asyncio.sleep(0.01)


@pytest.fixture(params=["memory", pytest.param("redis", marks=pytest.mark.redis)])
async def nodes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[list[Node]]:
    monkeypatch.setattr(leases, "GRACE_SECONDS", GRACE)
    if request.param == "memory":
        wall = MemoryWall()
        boards: list[Board] = [MemoryBoard(wall) for _ in range(3)]
    else:
        boards = on_redis(request.getfixturevalue("redis_server").url, 3)
    async with started(boards) as nodes:
        yield nodes


# ── every adapter ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_node_sees_who_is_in_its_room_on_the_others_merged(nodes: list[Node]) -> None:
    one, two, three = nodes
    one.board.write("a", {"ana": HERE})
    two.board.write("a", {"bor": AWAY, "iva": AWAY})
    three.board.write("a", {"bor": HERE, "ана": AWAY})
    await one.sees("a", {"bor": HERE, "iva": AWAY, "ана": AWAY})
    await three.sees("a", {"ana": HERE, "bor": AWAY, "iva": AWAY})
    two.board.write("a", {"iva": HERE})
    await one.sees("a", {"bor": HERE, "iva": HERE, "ана": AWAY})


async def test_who_leaves_is_seen_no_more(nodes: list[Node]) -> None:
    one, two, _ = nodes
    one.board.write("a", {"ana": HERE})
    two.board.write("a", {"bor": HERE, "iva": HERE})
    await one.sees("a", {"bor": HERE, "iva": HERE})
    two.board.write("a", {"iva": HERE})
    await one.sees("a", {"iva": HERE})
    two.board.write("a", {})
    await one.sees("a", {})


async def test_a_node_is_told_of_its_own_rooms_alone(nodes: list[Node]) -> None:
    one, two, three = nodes
    one.board.write("a", {"ana": HERE})
    two.board.write("b", {"bor": HERE})
    three.board.write("b", {"iva": HERE})
    await two.sees("b", {"iva": HERE})
    assert "b" not in one.seen
    assert one.seen.get("a", {}) == {}
    two.board.write("b", {})
    two.sights.clear()
    three.board.write("b", {"iva": AWAY})
    one.board.write("b", {"ana": HERE})
    await one.sees("b", {"iva": AWAY})
    assert two.sights == []


async def test_a_room_is_read_without_being_in_it(nodes: list[Node]) -> None:
    one, two, three = nodes
    one.board.write("a", {"ana": HERE})
    two.board.write("a", {"bor": AWAY})
    await one.sees("a", {"bor": AWAY})
    await two.sees("a", {"ana": HERE})
    assert await three.board.read("a") == {"ana": HERE, "bor": AWAY}
    assert await one.board.read("a") == {"bor": AWAY}
    assert await three.board.read("nobody's") == {}


async def test_a_room_can_be_left_and_entered_again(nodes: list[Node]) -> None:
    one, two, _ = nodes
    two.board.write("a", {"bor": HERE})
    for _ in range(3):
        one.board.write("a", {"ana": HERE})
        await two.sees("a", {"ana": HERE})
        await one.sees("a", {"bor": HERE})
        one.board.write("a", {})
        one.seen.clear()
        await two.sees("a", {})


async def test_a_node_that_ended_is_forgotten(nodes: list[Node]) -> None:
    one, two, three = nodes
    one.board.write("a", {"ana": HERE})
    two.board.write("a", {"bor": HERE})
    three.board.write("a", {"iva": HERE})
    await one.sees("a", {"bor": HERE, "iva": HERE})
    await two.board.close()
    await one.sees("a", {"iva": HERE})


# ── what Redis may do ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def pair(redis_server: RedisServer) -> AsyncIterator[list[Node]]:
    async with started(on_redis(redis_server.url, 2)) as (one, two):
        one.board.write("a", {"ana": HERE})
        two.board.write("a", {"bor": HERE})
        await one.sees("a", {"bor": HERE})
        await two.sees("a", {"ana": HERE})
        yield [one, two]


def prefix(pair: list[Node]) -> str:
    board = pair[0].board
    assert isinstance(board, LeaseBoard)
    return board._prefix


async def written(redis: Redis, pair: list[Node], nodes: int) -> bool:
    """Whether so many nodes stand in the room."""
    found: int = await redis.hlen(f"{prefix(pair)}:here:a")  # type: ignore[misc]
    return found == nodes


async def test_the_people_of_a_killed_node_are_gone_with_its_lease(pair: list[Node]) -> None:
    one, two = pair
    assert isinstance(two.board, LeaseBoard)
    assert two.board._task is not None
    killed = time.monotonic()
    two.board._task.cancel()
    await one.sees("a", {})
    assert LEASE - BEAT - 0.05 <= time.monotonic() - killed < 5 * (LEASE + BEAT)


async def test_an_emptied_redis_is_written_anew_and_nobody_seems_to_leave(
    pair: list[Node], redis_server: RedisServer
) -> None:
    one, two = pair
    for node in pair:
        node.sights.clear()
    for _ in range(3):
        await asyncio.to_thread(redis_server.empty)
        async with Redis.from_url(redis_server.url) as redis:
            await eventually(lambda: written(redis, pair, 2))
    await until(lambda: len(one.sights) > 5 and len(two.sights) > 5)
    assert all(people == {"bor": HERE} for _, people in one.sights)
    assert all(people == {"ana": HERE} for _, people in two.sights)


async def test_what_a_slower_node_has_not_written_anew_yet_is_believed_for_a_lease(redis_server: RedisServer) -> None:
    quick, slow = on_redis(redis_server.url, 2)
    assert isinstance(slow, LeaseBoard)
    slow._beat_seconds = LEASE / 2
    async with started([quick, slow]) as (one, two):
        one.board.write("a", {"ana": HERE})
        two.board.write("a", {"bor": HERE})
        await one.sees("a", {"bor": HERE})
        for _ in range(3):
            await asyncio.to_thread(redis_server.empty)
            one.sights.clear()
            await until(lambda: len(one.sights) > 8)
            assert all(people == {"bor": HERE} for _, people in one.sights)


async def test_a_change_does_not_wait_for_the_next_beat(redis_server: RedisServer) -> None:
    async with started(on_redis(redis_server.url, 2, beat=30)) as (one, two):
        one.board.write("a", {"ana": HERE})
        two.board.write("a", {"bor": HERE})
        await one.sees("a", {"bor": HERE}, seconds=5)
        two.board.write("a", {"bor": AWAY})
        await one.sees("a", {"bor": AWAY}, seconds=5)


async def test_who_came_and_went_while_redis_was_away_is_right_after_it(
    pair: list[Node], redis_server: RedisServer
) -> None:
    one, two = pair
    await asyncio.to_thread(redis_server.kill)
    two.board.write("a", {"iva": HERE})
    await one.sees("a", {})
    assert await one.board.read("a") == {}
    await asyncio.to_thread(redis_server.start)
    await one.sees("a", {"iva": HERE})
    await two.sees("a", {"ana": HERE})


async def test_a_frozen_redis_delays_nothing_but_the_sight_of_others(
    pair: list[Node], redis_server: RedisServer
) -> None:
    one, two = pair
    redis_server.freeze()
    began = time.monotonic()
    for number in range(5_000):
        two.board.write("a", {f"p{number}": HERE})
    assert time.monotonic() - began < 1
    await one.sees("a", {})
    redis_server.thaw()
    await one.sees("a", {"p4999": HERE})


async def test_foreign_bytes_are_nobody(pair: list[Node], redis_server: RedisServer) -> None:
    one, two = pair
    async with Redis.from_url(redis_server.url) as redis:
        for number, foreign in enumerate([b"\xff", b"", b"7", b"[]", b'{"x":"elsewhere"}', b'{"x":1}']):
            await redis.set(f"{prefix(pair)}:node:foreign{number}", b"1")
            await redis.hset(f"{prefix(pair)}:here:a", f"foreign{number}", foreign)
        await redis.hset(f"{prefix(pair)}:here:a", b"\xff", b"{}")
    two.board.write("a", {"bor": AWAY})
    await one.sees("a", {"bor": AWAY})


async def test_what_a_dead_node_wrote_is_swept_away(pair: list[Node], redis_server: RedisServer) -> None:
    async with Redis.from_url(redis_server.url) as redis:
        await redis.hset(f"{prefix(pair)}:here:a", "dead", b'{"x":"here"}')
        await eventually(lambda: written(redis, pair, 2))
        assert 0 < await redis.pttl(f"{prefix(pair)}:here:a") <= leases.ROOM_SECONDS * 1000
    assert pair[0].seen["a"] == {"bor": HERE}


async def test_many_rooms_are_written_and_read(redis_server: RedisServer) -> None:
    async with started(on_redis(redis_server.url, 2, beat=0.5)) as (one, two):
        rooms = [f"r{number}" for number in range(leases.AT_ONCE + 50)]
        for room in rooms:
            one.board.write(room, {"ana": HERE})
            two.board.write(room, {"bor": HERE})
        await until(lambda: all(two.seen.get(room) == {"ana": HERE} for room in rooms))

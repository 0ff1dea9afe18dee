"""The board of many nodes, in Redis: a lease per node, and per room a hash with each node's people.

Nothing here is awaited by a command. Redis may restart, freeze or be empty at any time: each node compares what stands
there with what it wrote, and writes it anew; what the others wrote is kept for one lease before it counts as gone.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from redis.asyncio import Redis
from redis.exceptions import RedisError

from server.presence.model import Mark
from server.presence.port import People, Seen
from server.presence.rules import GRACE_SECONDS, together

log = logging.getLogger("atelje.presence")

BEAT_SECONDS = 3.0
LEASE_SECONDS = 12.0
"""With the beat after it, the people of a node that was killed are gone within 15 s."""
ROOM_SECONDS = 120.0
"""A room that no living node is in is forgotten after that."""
REDIS_SECONDS = 2.0
RETRY_SECONDS = 0.5
CANCEL_SECONDS = 0.05
AT_ONCE = 500
"""Rooms in one pipeline."""

RedisTrouble = (RedisError, OSError, TimeoutError)

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(dict[str, Mark]).decode


class LeaseBoard:
    """Adapter of `Board`. `tell(room)` is called once others can read a change. `prefix` keeps installations that share
    a Redis apart."""

    def __init__(
        self,
        url: str,
        tell: Callable[[str], object],
        *,
        prefix: str = "atelje",
        beat_seconds: float = BEAT_SECONDS,
        lease_seconds: float = LEASE_SECONDS,
    ) -> None:
        # Its methods are typed as answering now or later, whichever client it is.
        self._redis: Any = Redis.from_url(
            url, socket_timeout=REDIS_SECONDS, socket_connect_timeout=REDIS_SECONDS, health_check_interval=15
        )
        self._tell = tell
        self._prefix = prefix
        self._node = secrets.token_hex(8)
        self._beat_seconds = beat_seconds
        self._lease_seconds = lease_seconds
        self._own: dict[str, bytes] = {}
        self._unwritten: set[str] = set()
        self._unread: set[str] = set()
        self._others: dict[str, dict[str, People]] = {}
        """Room, node: what was read last."""
        self._emptied_at = self._healthy_at = float("-inf")
        self._next_beat = 0.0
        self._stirred = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._seen: Seen = lambda room, people: None

    async def start(self, seen: Seen) -> None:
        self._seen = seen
        self._task = asyncio.create_task(self._work(), name="presence board")

    def write(self, room: str, people: People) -> None:
        if people:
            self._own[room] = _encode(people)
        else:
            self._own.pop(room, None)
            self._others.pop(room, None)
        self._unwritten.add(room)
        self.stir(room)

    def stir(self, room: str) -> None:
        if room in self._own:
            self._unread.add(room)
        self._stirred.set()

    async def read(self, room: str) -> People:
        try:
            (fields,) = await self._fields([room])
            nodes = [node for node in fields if node != self._node]
            living = await self._living(nodes)
        except RedisTrouble:
            return together(self._others.get(room, {}).values())
        return together(people for node in living if (people := _people(fields[node])) is not None)

    async def close(self) -> None:
        while self._task is not None and not self._task.done():
            # A client that is just connecting may take the cancellation for a failed connection, and go on.
            self._task.cancel()
            await asyncio.wait([self._task], timeout=CANCEL_SECONDS)
        with contextlib.suppress(*RedisTrouble):
            async with asyncio.timeout(REDIS_SECONDS):
                await self._redis.pexpire(self._lease(self._node), _ms(GRACE_SECONDS))
        with contextlib.suppress(*RedisTrouble):
            await self._redis.aclose()

    # ── the one task: writes come before reads, and both before the next beat ──

    async def _work(self) -> None:
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout_at(self._next_beat):
                    await self._stirred.wait()
            self._stirred.clear()
            try:
                await self._step()
            except Exception as error:  # noqa: BLE001 (foreign keys, a library in trouble: none may end the board)
                log.warning("who is on other nodes is not known", extra={"error": type(error).__name__})
                self._forget_if_long_away()
                await asyncio.sleep(RETRY_SECONDS)
                self._stirred.set()

    async def _step(self) -> None:
        beats = self._now() >= self._next_beat
        if beats and not await self._redis.pexpire(self._lease(self._node), _ms(self._lease_seconds)):
            # The first time, or Redis has forgotten us and probably everything.
            self._emptied_at = self._now()
            self._unwritten |= self._own.keys()
        await self._write_out()
        if beats:
            # Only now: whoever sees a lease may trust that what this node wrote stands there.
            await self._redis.set(self._lease(self._node), b"1", px=_ms(self._lease_seconds))
            self._unread |= self._own.keys()
            self._next_beat = self._now() + self._beat_seconds
        await self._read_in()
        self._healthy_at = self._now()

    async def _write_out(self) -> None:
        while self._unwritten:
            rooms = {room: self._own.get(room) for room in list(self._unwritten)[:AT_ONCE]}
            async with self._redis.pipeline(transaction=False) as pipeline:
                for room, people in rooms.items():
                    if people is None:
                        pipeline.hdel(self._room(room), self._node)
                    else:
                        pipeline.hset(self._room(room), self._node, people)
                        pipeline.pexpire(self._room(room), _ms(ROOM_SECONDS))
                await pipeline.execute()
            for room, people in rooms.items():
                if self._own.get(room) == people:
                    self._unwritten.discard(room)
                self._tell(room)

    async def _read_in(self) -> None:
        while self._unread:
            rooms = list(self._unread)[:AT_ONCE]
            self._unread.difference_update(rooms)
            try:
                found = dict(zip(rooms, await self._fields(rooms), strict=True))
                living = await self._living({node for fields in found.values() for node in fields} | self._known(rooms))
            except RedisTrouble:
                self._unread.update(rooms)
                raise
            for room, fields in found.items():
                self._take(room, fields, living)
            await self._sweep(found, living)

    async def _fields(self, rooms: list[str]) -> list[dict[str, bytes]]:
        """Node: what it wrote, room by room."""
        async with self._redis.pipeline(transaction=False) as pipeline:
            for room in rooms:
                pipeline.hgetall(self._room(room))
            found = await pipeline.execute()
        return [{node.decode(errors="replace"): people for node, people in one.items()} for one in found]

    async def _living(self, nodes: Iterable[str]) -> set[str]:
        asked = sorted(nodes)
        leases = await self._redis.mget([self._lease(node) for node in asked]) if asked else []
        return {node for node, lease in zip(asked, leases, strict=True) if lease is not None}

    def _known(self, rooms: list[str]) -> set[str]:
        return {node for room in rooms for node in self._others.get(room, {})}

    def _take(self, room: str, fields: dict[str, bytes], living: set[str]) -> None:
        own = self._own.get(room)
        if own is None:
            return
        if fields.get(self._node) != own:
            # Somebody has emptied Redis, or swept us away while we were slow.
            self._unwritten.add(room)
            self._stirred.set()
        others = {node: people for node in living - {self._node} if (people := _people(fields.get(node))) is not None}
        if self._distrusts:
            before = self._others.get(room, {})
            others |= {node: people for node, people in before.items() if node not in living}
        self._others[room] = others
        self._seen(room, together(others.values()))

    async def _sweep(self, found: dict[str, dict[str, bytes]], living: set[str]) -> None:
        """Rooms live on as long as somebody is in them; what dead nodes wrote there goes."""
        async with self._redis.pipeline(transaction=False) as pipeline:
            for room, fields in found.items():
                pipeline.pexpire(self._room(room), _ms(ROOM_SECONDS))
                dead = [node for node in fields if node not in living and node != self._node]
                if dead and not self._distrusts:
                    pipeline.hdel(self._room(room), *dead)
            await pipeline.execute()

    def _forget_if_long_away(self) -> None:
        """Each node is alone then, until Redis answers again."""
        if self._others and self._now() > self._healthy_at + self._lease_seconds:
            rooms, self._others = list(self._others), {}
            for room in rooms:
                self._seen(room, {})

    @property
    def _distrusts(self) -> bool:
        """Redis was emptied a moment ago: the others may not have written theirs anew yet."""
        return self._now() < self._emptied_at + self._lease_seconds

    def _now(self) -> float:
        return asyncio.get_running_loop().time()

    def _lease(self, node: str) -> str:
        return f"{self._prefix}:node:{node}"

    def _room(self, room: str) -> str:
        return f"{self._prefix}:here:{room}"


def _people(written: bytes | None) -> People | None:
    """None for what no node of this version writes."""
    if written is None:
        return None
    try:
        return _decode(written)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _ms(seconds: float) -> int:
    return int(seconds * 1000)

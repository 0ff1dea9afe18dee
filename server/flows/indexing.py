"""Makes what was said findable within a second: follows the rooms' logs, a little at a time.

Restart-safe by a position for each room that moves in the same transaction as the words. The writer has other things
to do: while it is busy this takes a part of its time and catches up later.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from typing import Any

from server.database import Database, StorageError
from server.errors import Refused
from server.rooms.search import store
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.indexing")

EVERY_SECONDS = 0.25
LOOK_SECONDS = 60.0
"""For what a node that ended has left."""
REST = 2.0
"""Times as long as it worked it leaves the writer to others."""
SWEEP_SECONDS = 5.0
"""After words were taken back: what is taken back meanwhile goes with it."""
RETRY_SECONDS = 2.0
HEARD_LIMIT = 20_000
"""Batches between two looks; when more come, all rooms are looked through."""


class Indexing:
    """One per node: each follows what it has committed itself, and any of them what is left over."""

    def __init__(self, database: Database, writer: Writer[Any]) -> None:
        self._database = database
        self._writer = writer
        self._heard: deque[frozenset[int]] = deque(maxlen=HEARD_LIMIT)
        self._waiting: set[int] = set()
        self._erased = True
        # Also at the start: what was taken back just before the last end may not have been swept.
        self._sweep_at = 0.0
        self._look_at = 0.0

    def worded(self, rooms: frozenset[int], erased: bool) -> None:
        """From the writer's thread, after a commit."""
        if rooms:
            self._heard.append(rooms)
        self._erased = self._erased or erased

    async def run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            try:
                await self.follow()
                await self.sweep_in_time()
            except (*StorageError, Refused) as error:
                log.warning("search could not be kept up", extra={"error": type(error).__name__})
                self._look_at = 0.0
                await asyncio.sleep(RETRY_SECONDS)

    async def follow(self) -> None:
        """Until nothing waits."""
        await self._gather()
        while self._waiting:
            rooms = sorted(self._waiting)
            began = time.monotonic()
            self._waiting = set(await self._writer.run(lambda unit, rooms=rooms: _follow(unit, rooms)))  # type: ignore[misc]
            await asyncio.sleep(REST * (time.monotonic() - began))
            await self._gather()

    async def _gather(self) -> None:
        full = len(self._heard) == HEARD_LIMIT
        while self._heard:
            self._waiting |= self._heard.popleft()
        now = time.monotonic()
        if full or now >= self._look_at:
            behind = await self._database.read(lambda connection: store.lagging(connection, store.ROOMS_AT_ONCE))
            self._waiting |= set(behind)
            # As long as there are that many, there may be more.
            self._look_at = 0.0 if len(behind) == store.ROOMS_AT_ONCE else now + LOOK_SECONDS

    async def sweep_in_time(self) -> None:
        if self._erased and time.monotonic() >= self._sweep_at:
            self._erased = False
            self._sweep_at = time.monotonic() + SWEEP_SECONDS
            try:
                await self.sweep()
            except BaseException:
                self._erased = True
                raise

    async def sweep(self) -> None:
        """Nothing that was taken back stays in the index's own pages."""
        await self._writer.run(_begin_sweep)
        while True:
            began = time.monotonic()
            if not await self._writer.run(_sweep):
                return
            await asyncio.sleep(REST * (time.monotonic() - began))


def _follow(unit: UnitOfWork, rooms: list[int]) -> frozenset[int]:
    return store.follow(unit.connection, rooms)


def _begin_sweep(unit: UnitOfWork) -> None:
    store.begin_sweep(unit.connection)


def _sweep(unit: UnitOfWork) -> bool:
    more = store.sweep(unit.connection)
    # The journal has the pages as they were.
    unit.erases = not more
    return more

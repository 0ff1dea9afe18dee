"""Looks for times beside the event loop: few at once, the same question once, and what was found is kept as long as
nothing that went into it has changed."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from msgspec.structs import replace

from server.contract.polls import FoundTime, PollTimes
from server.flows.polls import Known, time_at, times

KEPT = 64
"""Answers, the newest."""
PATIENCE = 1.0
"""Seconds that whoever asks waits for the best; then they are told what is good, and ask again."""


class Searches:
    """`searched`: how often it was really looked for."""

    def __init__(self, *, quick: int = 2, long: int = 1, patience: float = PATIENCE) -> None:
        # Threads of their own: whoever waits for a file or a database does not wait for a search.
        self._quick = ThreadPoolExecutor(quick, thread_name_prefix="times")
        self._long = ThreadPoolExecutor(long, thread_name_prefix="search")
        self._patience = patience
        self._kept: OrderedDict[bytes, PollTimes] = OrderedDict()
        self._running: dict[bytes, asyncio.Task[PollTimes]] = {}
        self.searched = 0

    def close(self) -> None:
        for pool in (self._quick, self._long):
            pool.shutdown(wait=False, cancel_futures=True)

    async def times(self, known: Known) -> PollTimes:
        key = known.key()
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        hard = known.poll.sessions > 1 or known.poll.meetings > 1
        task = self._running.get(key)
        if task is None:
            task = asyncio.create_task(self._search(key, known, self._long if hard else self._quick), name="search")
            self._running[key] = task
        # Whoever goes away meanwhile leaves the search to others who ask.
        done, _ = await asyncio.wait([task], timeout=self._patience if hard else None)
        if done:
            return task.result()
        return replace(await self._run(self._quick, known, exact=False), searching=True)

    async def time_at(self, known: Known, start: int) -> FoundTime:
        """Raises Refused not_found for what the search does not look at."""
        return await asyncio.get_running_loop().run_in_executor(self._quick, time_at, known, start)

    async def _search(self, key: bytes, known: Known, pool: ThreadPoolExecutor) -> PollTimes:
        self.searched += 1
        try:
            found = await self._run(pool, known, exact=True)
        finally:
            del self._running[key]
        self._kept[key] = found
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    async def _run(self, pool: ThreadPoolExecutor, known: Known, *, exact: bool) -> PollTimes:
        return await asyncio.get_running_loop().run_in_executor(pool, partial(times, known, exact=exact))

"""Keeps this node's readers whole when hints are lost: repairs gaps from the log, compares heads, re-checks logins."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Protocol

from server.accounts.service import logins_ended_since
from server.clock import Clock
from server.database import Database, StorageError
from server.fanout.port import Fanout, Hint, LogHint, LoginsHint, NoticeHint, PeopleHint
from server.flows import channels
from server.flows.unread_notices import Told
from server.publication import Announcement, LoginsEnded, Publication

log = logging.getLogger("atelje.follow")

COMPARE_SECONDS = 5.0
DEAF_SECONDS = 1.0
READ_AT_ONCE = 500
REPAIR_LIMIT = 5_000
"""Entries that a channel may lag; further behind, its readers are told to recover by themselves."""


class Readers(Protocol):
    """This node's subscribers, as far as their continuity goes."""

    def position(self, channel: str) -> int | None:
        """The newest delivered offset of a channel; None for one that is not read here."""

    def positions(self) -> Mapping[str, int]:
        """The same of every channel that is read here."""

    def resync(self, channel: str) -> None:
        """Tell all readers of a channel to subscribe again, with recovery."""


class Follower:
    """One per node. `announce` stages and sends announcements as the writer's own commits are; `tell` gives notices to
    people who are connected here."""

    def __init__(
        self,
        database: Database,
        fanout: Fanout,
        readers: Readers,
        announce: Callable[[Sequence[Announcement]], None],
        tell: Callable[[Sequence[Told]], None],
        clock: Clock,
    ) -> None:
        self._database = database
        self._fanout = fanout
        self._readers = readers
        self._announce = announce
        self._tell = tell
        self._clock = clock
        self._repairing: set[str] = set()
        self._joined: list[str] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self.repairs = 0
        self.resyncs = 0
        """Gaps that were read from the log, and those too wide for that."""
        self._seen_endings_at = clock()

    def hear(self, hint: Hint) -> None:
        """From another node. An entry that is known is dropped by the hub, a gap comes back through `repair`."""
        match hint:
            case LogHint(channel, head, publications):
                if publications:
                    self._announce(publications)
                elif self._lags(channel, head):
                    self.repair(channel)
            case NoticeHint(notice):
                self._announce([notice])
            case PeopleHint(notices):
                self._tell(notices)
            case LoginsHint(logins, renewed):
                self._announce([LoginsEnded(logins, renewed)])

    def repair(self, channel: str) -> None:
        """Read what is missing from the log; one repair per channel at a time."""
        if channel not in self._repairing:
            self._repairing.add(channel)
            self.repairs += 1
            self._spawn(self._repair(channel))

    def joined(self, channel: str) -> None:
        """Its hints are heard from now on. What was committed elsewhere between the reading of the log and this is
        missing, and only the head tells."""
        self._joined.append(channel)
        if len(self._joined) == 1:
            self._spawn(self._compare_joined())

    def _spawn(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _compare_joined(self) -> None:
        joined, self._joined = self._joined, []
        try:
            await self._compare(joined)
        except StorageError as error:
            # The next comparison of all finds it.
            log.warning("heads could not be compared", extra={"error": type(error).__name__})

    async def _repair(self, channel: str) -> None:
        try:
            for _ in range(REPAIR_LIMIT // READ_AT_ONCE):
                position = self._readers.position(channel)
                if position is None:
                    return
                missing = await self._entries_after(channel, position)
                if missing and missing[0].offset > position + 1:
                    # A log that keeps its newest entries only has passed us by.
                    break
                if missing:
                    self._announce(missing)
                if len(missing) < READ_AT_ONCE:
                    return
            self.resyncs += 1
            self._readers.resync(channel)
        except StorageError as error:
            # The next comparison of heads finds the gap again.
            log.warning("a gap could not be read", extra={"error": type(error).__name__})
        finally:
            self._repairing.discard(channel)

    async def _entries_after(self, channel: str, position: int) -> list[Publication]:
        return await self._database.read(lambda c: channels.entries_after(c, channel, position, READ_AT_ONCE))

    async def run(self) -> None:
        """A lost last hint leaves no gap to see: compare heads every few seconds, oftener while the node is deaf."""
        while True:
            was_deaf = self._fanout.deaf
            seconds = DEAF_SECONDS if was_deaf else COMPARE_SECONDS * random.uniform(0.8, 1.2)  # noqa: S311 (jitter)
            await asyncio.sleep(seconds)
            try:
                await self.compare()
            except StorageError as error:
                log.warning("heads could not be compared", extra={"error": type(error).__name__})

    async def compare(self) -> None:
        """One comparison of heads and one look at logins that ended elsewhere."""
        # Also on a node that is alone: a commit that failed halfway may have taken place, and nobody announced it.
        await self._compare(list(self._readers.positions()))
        # Also here: the command line ends logins in a process of its own.
        await self._end_logins()

    async def _compare(self, among: list[str]) -> None:
        for followed in _chunks(among, 500):
            heads = await self._database.read(lambda c, followed=followed: channels.heads_of(c, followed))  # type: ignore[misc]
            # Against where the readers are by now: what was delivered meanwhile is not missing.
            for channel, head in heads.items():
                if self._lags(channel, head):
                    self.repair(channel)

    def _lags(self, channel: str, head: int) -> bool:
        position = self._readers.position(channel)
        return position is not None and position < head

    async def _end_logins(self) -> None:
        since, now = self._seen_endings_at, self._clock()
        ended = await self._database.read(lambda c: logins_ended_since(c, since))
        # Only once it was read. Twice the interval back: clocks of nodes differ, and ending a login twice is nothing.
        self._seen_endings_at = now - int(2 * COMPARE_SECONDS * 1000)
        if ended:
            self._announce([LoginsEnded(tuple(ended))])

    async def close(self) -> None:
        for task in list(self._tasks):
            task.cancel()


def _chunks(values: list[str], size: int) -> list[list[str]]:
    return [values[start : start + size] for start in range(0, len(values), size)]

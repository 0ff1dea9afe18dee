"""Works on rounds outside of this process: takes an order, gathers what it depends on, has a child compute it, tells
how far that is, and keeps the answer if the order stands still.

An order stands in a table. Whoever works on it says so every few seconds; a node that is not heard of any more has
lost it, and the next one begins it anew, at most twice. Whoever changes their mind takes the order back there, and
the child that computes is killed within a moment, on whichever node it is.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from server.accounts.service import names_of
from server.contract import rounds as contract
from server.database import Database, StorageError
from server.errors import Refused
from server.flows import matching_rounds as flow
from server.flows.round_views import Gathered, people_of_needs, people_of_pair, view_needs, view_pair
from server.ids import new_id
from server.matching.rounds import service as rounds
from server.matching.rounds.child import Explain, NeedsOf, Progress, Question, Solve
from server.matching.rounds.process import Children, Failed
from server.matching.rounds.service import Explained, Needs, Pair, Work
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.rounds")

T = TypeVar("T")

LOOK_SECONDS = 3.0
"""For orders of other nodes, and of those that ended."""
HEAR_SECONDS = 0.5
"""How far it is, and whether the order stands still."""
RETRY_SECONDS = 2.0


class RoundWork:
    """One per node: one order at a time."""

    def __init__(self, database: Database, writer: Writer[Any], children: Children | None = None) -> None:
        self._database = database
        self._writer = writer
        self._children = Children() if children is None else children
        self._node = new_id()
        self._wanted = asyncio.Event()
        self._changed = asyncio.Event()

    # ── orders ────────────────────────────────────────────────────────────────────────────────────────────────────────

    def look(self) -> None:
        """An order was given or taken back here."""
        self._wanted.set()
        self._changed.set()

    async def run(self) -> None:
        try:
            while True:
                try:
                    await self.work()
                except (*StorageError, Refused) as error:
                    log.warning("rounds have to wait", extra={"error": type(error).__name__})
                    await asyncio.sleep(RETRY_SECONDS)
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(LOOK_SECONDS):
                        await self._wanted.wait()
        finally:
            await self._children.close()

    async def work(self) -> None:
        """Until no order waits."""
        while True:
            self._wanted.clear()
            taken = await self._writer.run(lambda unit: rounds.take(unit, self._node))
            if taken is None:
                return
            round_id, work = taken
            if work.state == "running":
                await self._carry_out(round_id, work)

    async def _carry_out(self, round_id: str, work: Work) -> None:
        try:
            await self._compute(round_id, work)
        except Failed as failed:
            fault = failed.fault
            await self._writer.run(lambda unit: rounds.fail(unit, round_id, work, fault))
        except (*StorageError, Refused):
            raise
        except Exception:
            # A round that cannot be worked on is no reason to end the node, nor to try it for ever.
            log.exception("a round failed unexpectedly")
            await self._writer.run(lambda unit: rounds.fail(unit, round_id, work, "broken"))
        except asyncio.CancelledError:
            # The writer still runs while the node's parts end.
            with contextlib.suppress(*StorageError, Refused):
                await asyncio.shield(self._writer.run(lambda unit: rounds.hand_back(unit, round_id, work)))
            raise

    async def _compute(self, round_id: str, work: Work) -> None:
        """Raises Failed, StorageError."""
        gathered = await self._database.read(lambda connection: flow.gathered_for_work(connection, round_id))
        if gathered is None:
            return
        told = await asyncio.to_thread(gathered.told)
        latest: list[Progress] = [("gathering", 0, 0)]
        self._changed.clear()
        computing = asyncio.create_task(self._children.work.ask(Solve(), told, latest.append))
        try:
            while not computing.done():
                await self._wait(computing)
                if not computing.done() and not await self._stands(round_id, work, latest[-1]):
                    return
        finally:
            computing.cancel()
            await asyncio.gather(computing, return_exceptions=True)
        outcome = computing.result()
        read = await asyncio.to_thread(msgspec.json.decode, outcome, type=rounds.Outcome)
        stamp, cohort = gathered.stamp, gathered.who.one.cohort

        def finish(unit: UnitOfWork) -> None:
            if rounds.finish(unit, round_id, work, stamp, outcome, read):
                flow.tell_team(unit, cohort)

        await self._writer.run(finish)

    async def _wait(self, computing: asyncio.Task[bytes]) -> None:
        """For the answer, for news of the order, or for a little."""
        changed = asyncio.create_task(self._changed.wait())
        await asyncio.wait((computing, changed), timeout=HEAR_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        changed.cancel()
        self._changed.clear()

    async def _stands(self, round_id: str, work: Work, progress: Progress) -> bool:
        try:
            return await self._writer.run(lambda unit: rounds.hear(unit, round_id, work, progress))
        except (*StorageError, Refused):
            # The database is away for a while: that is no reason to give up what is half done.
            return True

    # ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────

    async def needs(self, actor: str, round_id: str, which: contract.WhichNeeds) -> contract.RoundNeeds:
        """Raises Refused not_found, round_empty, not_computed."""
        gathered = await self._database.read(lambda connection: flow.gathered(connection, actor, round_id))
        own = gathered.who.own

        def question() -> NeedsOf:
            whose = None if own is None else tuple(sorted(own))
            solved = gathered.answer is not None
            return NeedsOf(gathered.answered(), solved, which.start, which.count, which.without, whose)

        told = await self._answered(gathered, question, Needs)
        people = people_of_needs(told)
        names = await self._database.read(lambda connection: names_of(connection, people))
        return view_needs(gathered, told, which.start, names)

    async def pair(self, actor: str, round_id: str, pair: Pair) -> contract.PairPage:
        """Raises Refused not_found, round_empty, not_computed."""
        gathered = await self._database.read(lambda connection: flow.gathered_pair(connection, actor, round_id, pair))
        told = await self._answered(gathered, lambda: Explain(pair, pair in gathered.answered()), Explained)
        people = people_of_pair(pair, told)
        names = await self._database.read(lambda connection: names_of(connection, people))
        return view_pair(gathered, pair, told, names)

    async def _answered(self, gathered: Gathered, question: Callable[[], Question], shape: type[T]) -> T:
        asked, told = await asyncio.to_thread(lambda: (question(), gathered.told()))
        try:
            answer = await self._children.questions.ask(asked, told)
        except Failed as failed:
            raise Refused("round_empty" if failed.fault == "nobody" else "not_computed") from None
        return await asyncio.to_thread(msgspec.json.decode, answer, type=shape)

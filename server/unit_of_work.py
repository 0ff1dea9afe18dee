"""The one writer of this process: takes all that waits, commits it together, announces it, then answers.

Group commit without a timer: while one transaction is written to the disk, the next batch gathers. A caller that goes
away never cancels a commit. On SQLite the writer is a thread with a synchronous engine, on PostgreSQL a task; the
batch itself is the same synchronous function of a SQLAlchemy `Connection` on both.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Generic, Protocol, TypeVar, cast

from msgspec import Struct
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine

from server.clock import Clock
from server.database import empty_journal
from server.errors import Refused
from server.metrics import SECONDS, SIZES, Tally
from server.publication import Announcement

log = logging.getLogger("atelje.writer")

T = TypeVar("T")
C = TypeVar("C")
C_contra = TypeVar("C_contra", contravariant=True)

APPENDS_A_BATCH = 256
UNITS_A_BATCH = 8
WAITING_LIMIT = 20_000
"""Commands that may wait. Above it a command is refused as `unavailable` at once: its author keeps it and retries."""
PAUSE_SECONDS = 3.0
"""For so long after an `unavailable` whatever the same sender appends is refused too: what is on the way behind a
command must not be accepted before it. A client waits as long before it tries again."""


@dataclass(slots=True)
class UnitOfWork:
    """What a unit gets: the transaction's connection, its time (ms), and places for what counts only once it is
    committed."""

    connection: Connection
    now: int
    announcements: list[Announcement] = field(default_factory=list)
    remembered: list[Callable[[], None]] = field(default_factory=list)
    told: dict[tuple[str, str, str | None], None] = field(default_factory=dict)
    erases: bool = False
    """Words are taken back: what the database's own journal still holds of them has to go soon after the commit."""

    def announce(self, announcement: Announcement) -> None:
        """Heard after the commit, in the order of announcing; never when the unit fails."""
        self.announcements.append(announcement)

    def tell(self, person: str, kind: str, about: str | None = None) -> None:
        """An entry for the person's own log, written at the end of the transaction: once, however often it is told."""
        self.told[person, kind, about] = None

    def remember(self, keep: Callable[[], None]) -> None:
        """Called after the commit, in the writer's thread: what was read inside of a transaction may be a part of it
        that is taken back, and then nobody may keep it."""
        self.remembered.append(keep)


Unit = Callable[[UnitOfWork], T]
Outcome = Any | Exception
Answer = Callable[[Outcome], None]


def answer_into(future: asyncio.Future[Any]) -> Answer:
    """An answer for who waits; nobody may wait any more by the time it comes."""

    def answer(outcome: Outcome) -> None:
        if future.done():
            return
        if isinstance(outcome, Exception):
            future.set_exception(outcome)
        else:
            future.set_result(outcome)

    return answer


class Lane(Protocol[C_contra]):
    """Commits many commands of one kind as few statements. Gives one outcome per command, in order: a result, or the
    exception that refuses this command alone. May raise only when the whole batch has to be rolled back."""

    def commit(self, unit: UnitOfWork, commands: Sequence[C_contra]) -> list[Outcome]: ...


class Announcer(Protocol):
    """Hears of commits, in the event loop's thread."""

    def stage(self, announcements: Sequence[Announcement]) -> None:
        """Everything that was committed by now, before its authors are answered."""

    def flush(self) -> None:
        """All authors are answered: send it."""


class _Append(Struct, frozen=True, gc=False):
    command: Any
    answer: Answer
    sender: str | None


class _Run(Struct, frozen=True, gc=False):
    unit: Unit[Any]
    answer: Answer


_Work = _Append | _Run


@dataclass(frozen=True, slots=True)
class _Committed:
    work: Sequence[_Work]
    outcomes: Sequence[Outcome]
    announcements: Sequence[Announcement]


class Writer(Generic[C]):
    """`start` it in the event loop that the answers belong to; `close` commits what waits and ends it."""

    def __init__(
        self,
        engine: Engine | AsyncEngine,
        lane: Lane[C],
        announcer: Announcer,
        clock: Clock,
        write_told: Callable[[UnitOfWork], None] = lambda unit: None,
    ) -> None:
        """`write_told` puts what a transaction tells people into their own logs, as its last statements."""
        self._lane = lane
        self._write_told = write_told
        self._announcer = announcer
        self._clock = clock
        self._waiting = 0
        self._closed = False
        self._done: deque[_Committed] = deque()
        self._pauses = _Pauses()
        self.batch_sizes = Tally(SIZES)
        self.commit_seconds = Tally(SECONDS)
        self._pump: _ThreadPump | _TaskPump
        self._pump = _ThreadPump(engine, self) if isinstance(engine, Engine) else _TaskPump(engine, self)

    @property
    def waiting(self) -> int:
        """Commands that are queued or being committed."""
        return self._waiting

    def start(self) -> None:
        self._pump.start()

    async def close(self) -> None:
        """Commits everything that waits; what comes later is refused."""
        self._closed = True
        await self._pump.close()
        self.settle()

    def append(self, command: C, answer: Answer, sender: str | None = None) -> None:
        """Queue a command for the lane. `answer` gets its outcome after the commit was announced. The commands of one
        sender are committed in their order: after one that is refused for now, those behind it are refused too."""
        self._submit(_Append(command, answer, sender))

    def run(self, unit: Unit[T]) -> Awaitable[T]:
        """Run a unit in a transaction. Cancelling the wait does not cancel the unit."""
        future: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.submit(unit, answer_into(future))
        return future

    def submit(self, unit: Unit[Any], answer: Answer) -> None:
        """As `run`, with a callback."""
        self._submit(_Run(unit, answer))

    def _submit(self, work: _Work) -> None:
        if self._closed or self._waiting >= WAITING_LIMIT:
            self._pauses.begin([work])
            work.answer(Refused("unavailable"))
            return
        self._waiting += 1
        self._pump.put(work)

    def commit(self, connection: Connection, batch: Sequence[_Work]) -> Sequence[_Committed]:
        """One transaction for the batch; one for each of its commands if it fails for a reason of its own."""
        paused, batch = self._pauses.divide(batch)
        done = [_Committed(paused, [Refused("unavailable")] * len(paused), ())] if paused else []
        try:
            return [*done, self._transact(connection, batch)] if batch else done
        except Exception as error:  # noqa: BLE001 (logged in `failed`)
            if len(batch) > 1 and not _is_storage_away(error):
                return [*done, *(one for work in batch for one in self.commit(connection, [work]))]
            return [*done, self.failed(batch, error)]

    def failed(self, batch: Sequence[_Work], error: Exception) -> _Committed:
        """The answers of a batch of which nothing is known to be committed.

        Whether a failed COMMIT took place is unknown; the same command id again finds out. So it is with a row that
        somebody else has just made: the next try meets it.
        """
        known = {"error": type(error).__name__, "commands": len(batch)}
        if _is_storage_away(error) or isinstance(error, IntegrityError):
            log.error("commit failed", extra=known)
            self._pauses.begin(batch)
            return _Committed(batch, [Refused("unavailable")] * len(batch), ())
        log.error("a command failed unexpectedly", extra=known, exc_info=error)
        return _Committed(batch, [error] * len(batch), ())

    def _transact(self, connection: Connection, batch: Sequence[_Work]) -> _Committed:
        begun = time.perf_counter()
        with connection.begin():
            unit = UnitOfWork(connection, self._clock())
            outcomes = [outcome for run in _runs(batch) for outcome in self._execute(unit, run)]
            if unit.told:
                self._write_told(unit)
        self.batch_sizes.add(len(batch))
        self.commit_seconds.add(time.perf_counter() - begun)
        for keep in unit.remembered:
            keep()
        if unit.erases:
            self._pump.sweep_soon()
        return _Committed(batch, outcomes, unit.announcements)

    def _execute(self, unit: UnitOfWork, run: Sequence[_Work]) -> Sequence[Outcome]:
        if isinstance(run[0], _Append):
            return self._lane.commit(unit, [cast(_Append, work).command for work in run])
        return [attempt(unit, cast(_Run, work).unit) for work in run]

    def committed(self, done: Sequence[_Committed]) -> None:
        self._done.extend(done)

    def settle(self) -> None:
        """Announce, then acknowledge, all batches that are committed by now (in the loop's thread)."""
        if not self._done:
            return
        settled = []
        while self._done:
            settled.append(self._done.popleft())
        # Committed is committed: who hears of it badly must not cost the others their answers.
        _safely(self._announcer.stage, [item for done in settled for item in done.announcements])
        for done in settled:
            self._waiting -= len(done.work)
            for work, outcome in zip(done.work, done.outcomes, strict=True):
                _safely(work.answer, outcome)
        _safely(self._announcer.flush)


def _is_storage_away(error: Exception) -> bool:
    """Locked, full, restarting or gone: the same for every command, and over when the database is back."""
    return isinstance(error, DBAPIError | PoolTimeout | OSError) and not _is_fault_of_a_command(error)


def _is_fault_of_a_command(error: Exception) -> bool:
    """Whatever it is, it will be so again. The drivers have one class for very different errors; the codes tell."""
    cause = getattr(error, "orig", None)
    data_integrity_or_syntax = str(getattr(cause, "sqlstate", None) or "").startswith(("22", "23", "42"))
    misread_sql = getattr(cause, "sqlite_errorcode", None) == _SQLITE_ERROR
    return isinstance(error, IntegrityError | DataError | ProgrammingError) or data_integrity_or_syntax or misread_sql


_SQLITE_ERROR = 1
"""No such table and the like; locked, full and unreadable files have numbers of their own."""


class _Pauses:
    """Until when (monotonic seconds) each sender's commands are refused. Begun in the loop's thread, where the queue is
    full, and in the writer's."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def begin(self, refused: Iterable[_Work]) -> None:
        until = time.monotonic() + PAUSE_SECONDS
        for work in refused:
            if isinstance(work, _Append) and work.sender is not None:
                self._until.setdefault(work.sender, until)

    def divide(self, batch: Sequence[_Work]) -> tuple[Sequence[_Work], Sequence[_Work]]:
        """What is to be refused, and what to be committed. In the writer's thread."""
        if not self._until:
            return (), batch
        now = time.monotonic()
        for sender, until in list(self._until.items()):
            if until <= now:
                del self._until[sender]
        parts: tuple[list[_Work], list[_Work]] = ([], [])
        for work in batch:
            is_paused = isinstance(work, _Append) and work.sender in self._until
            parts[0 if is_paused else 1].append(work)
        return parts


def _safely(call: Callable[..., None], *arguments: Any) -> None:
    try:
        call(*arguments)
    except Exception:
        log.exception("a commit was not announced or answered")


def _runs(batch: Sequence[_Work]) -> Iterator[Sequence[_Work]]:
    """Neighbours of one kind together, so that the order of arrival is kept."""
    return (list(run) for _, run in groupby(batch, type))


def attempt(unit: UnitOfWork, work: Unit[Any]) -> Outcome:
    """What comes of it, or the exception for which all of it, and nothing else of the transaction, was taken back."""
    announced, remembered, told = len(unit.announcements), len(unit.remembered), dict(unit.told)
    savepoint = unit.connection.begin_nested()
    try:
        outcome = work(unit)
    except SQLAlchemyError:
        raise
    except Exception as error:
        savepoint.rollback()
        del unit.announcements[announced:], unit.remembered[remembered:]
        unit.told = told
        if not isinstance(error, Refused):
            log.exception("a unit of work failed unexpectedly")
        return error
    savepoint.commit()
    return outcome


class _Room:
    """How much of a batch is left."""

    def __init__(self) -> None:
        self.appends = APPENDS_A_BATCH
        self.units = UNITS_A_BATCH

    def take(self, work: _Work) -> None:
        if isinstance(work, _Append):
            self.appends -= 1
        else:
            self.units -= 1

    @property
    def left(self) -> bool:
        return self.appends > 0 and self.units > 0


class _Sweep:
    """When to empty SQLite's journal of what was erased: once the writer is idle, or has been busy for long; and not
    all the time, since everybody waits for it."""

    IDLE_SECONDS = 0.1
    PAUSE_SECONDS = 5.0
    BUSY_SECONDS = 30.0

    def __init__(self) -> None:
        self._asked: float | None = None
        self._tried = -self.PAUSE_SECONDS

    def ask(self, now: float) -> None:
        self._asked = now if self._asked is None else self._asked

    def wait(self, now: float) -> float | None:
        """Seconds of idleness to wait for; None when there is nothing to do."""
        return None if self._asked is None else max(self.IDLE_SECONDS, self._tried + self.PAUSE_SECONDS - now)

    def is_late(self, now: float) -> bool:
        asked = self._asked
        return asked is not None and now - max(asked, self._tried) > self.BUSY_SECONDS

    def tried(self, now: float, *, done: bool) -> None:
        """What could not be done, because somebody still reads of before, is tried again."""
        self._tried = now
        self._asked = None if done else self._asked


class _ThreadPump:
    """SQLite: one thread that waits, drains, commits, and wakes the loop once for all batches that are ready."""

    def __init__(self, engine: Engine, writer: Writer[Any]) -> None:
        self._engine = engine
        self._writer = writer
        self._connection: Connection | None = None
        self._sweep = _Sweep()
        self._queue: queue.SimpleQueue[_Work | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._woken = False

    def start(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._thread.start()

    def put(self, work: _Work) -> None:
        self._queue.put(work)

    async def close(self) -> None:
        if self._thread.is_alive():
            self._queue.put(None)
            await asyncio.get_running_loop().run_in_executor(None, self._thread.join)

    def sweep_soon(self) -> None:
        """In the writer's thread, after a commit that erases."""
        self._sweep.ask(time.monotonic())

    def _work(self) -> None:
        last = False
        while not last:
            batch, last = self._drain()
            if not batch:
                continue
            try:
                self._connection = self._connection or self._engine.connect()
                done = self._writer.commit(self._connection, batch)
            except Exception as error:  # noqa: BLE001 (logged in `failed`)
                done = [self._writer.failed(batch, error)]
            self._writer.committed(done)
            self._wake()
            if self._sweep.is_late(time.monotonic()):
                self._empty_journal()
        if self._connection is not None:
            self._connection.close()

    def _next(self) -> _Work | None:
        while True:
            try:
                return self._queue.get(timeout=self._sweep.wait(time.monotonic()))
            except queue.Empty:
                self._empty_journal()

    def _empty_journal(self) -> None:
        assert self._connection is not None
        try:
            done = empty_journal(self._connection)
        except Exception as error:  # noqa: BLE001 (tried again, and no reason to end the writer)
            log.warning("the journal could not be emptied", extra={"error": type(error).__name__})
            done = False
        self._sweep.tried(time.monotonic(), done=done)

    def _drain(self) -> tuple[list[_Work], bool]:
        batch: list[_Work] = []
        room = _Room()
        work = self._next()
        while work is not None:
            batch.append(work)
            room.take(work)
            if not room.left:
                return batch, False
            try:
                work = self._queue.get_nowait()
            except queue.Empty:
                return batch, False
        return batch, True

    def _wake(self) -> None:
        # A stale read of the flag only means one callback too many, which finds nothing to do.
        if not self._woken and self._loop is not None:
            self._woken = True
            self._loop.call_soon_threadsafe(self._settle)

    def _settle(self) -> None:
        self._woken = False
        self._writer.settle()


class _TaskPump:
    """PostgreSQL: one task; the next batch gathers while the database works."""

    def __init__(self, engine: AsyncEngine, writer: Writer[Any]) -> None:
        self._engine = engine
        self._writer = writer
        self._queue: deque[_Work] = deque()
        self._filled = asyncio.Event()
        self._closing = False
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.get_running_loop().create_task(self._work(), name="writer")

    def put(self, work: _Work) -> None:
        self._queue.append(work)
        self._filled.set()

    def sweep_soon(self) -> None:
        """PostgreSQL clears its own journal, in its own time."""

    async def close(self) -> None:
        self._closing = True
        self._filled.set()
        if self._task is not None:
            await self._task

    async def _work(self) -> None:
        while True:
            await self._filled.wait()
            self._filled.clear()
            while self._queue:
                batch = self._drain()
                self._writer.committed(await self._commit(batch))
                self._writer.settle()
            if self._closing:
                return

    def _drain(self) -> list[_Work]:
        """Appends, or one unit: a transaction locks its logs in one statement, in one order, so that two nodes
        cannot wait for each other."""
        batch = [self._queue.popleft()]
        while isinstance(batch[-1], _Append) and len(batch) < APPENDS_A_BATCH and self._queue:
            if not isinstance(self._queue[0], _Append):
                break
            batch.append(self._queue.popleft())
        return batch

    async def _commit(self, batch: Sequence[_Work]) -> Sequence[_Committed]:
        try:
            async with self._engine.connect() as connection:
                return await connection.run_sync(self._writer.commit, batch)
        except Exception as error:  # noqa: BLE001 (logged in `failed`)
            return [self._writer.failed(batch, error)]

"""The two databases as one: engines, transactions, column types, and the few places where their SQL differs."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import queue
import re
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import BigInteger, Engine, Integer, LargeBinary, MetaData, create_engine, event
from sqlalchemy import Connection as Connection
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.types import TypeDecorator

T = TypeVar("T")

StorageError = (SQLAlchemyError, OSError)
"""What a database that is away, full or locked raises."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

RowId = BigInteger().with_variant(Integer, "sqlite")
"""BIGINT on PostgreSQL; on SQLite INTEGER, because only that is an alias of the rowid."""


class Content(TypeDecorator[bytes]):
    """What people wrote (level L4), as bytes. Only stores read and write it; a `key_id` column stands beside it,
    null while nothing is encrypted at rest."""

    impl = LargeBinary
    cache_ok = True


@dataclass(frozen=True, slots=True)
class Database:
    """One database, opened for this process.

    `writer` serves the one writer: a synchronous engine for SQLite (it runs in the writer's thread), an asynchronous
    one for PostgreSQL. `reader` serves every read and cannot write on SQLite. `look_ups` is there on SQLite alone.
    """

    writer: Engine | AsyncEngine
    reader: AsyncEngine
    look_ups: LookUps | None = None

    async def read(self, query: Callable[[Connection], T]) -> T:
        """Run a query function in one read transaction: all its statements see the same state."""
        async with self.reader.connect() as connection:
            return await connection.run_sync(query)

    async def look_up(self, query: Callable[[Connection], T]) -> T:
        """As `read`, for a few rows found by their keys: what every connection asks on its way in."""
        return await (self.read(query) if self.look_ups is None else self.look_ups.run(query))

    async def write_once(self, work: Callable[[Connection], T]) -> T:
        """One write transaction outside of the writer: at start, and for tools that run while nobody is served."""
        if isinstance(self.writer, Engine):
            return await asyncio.to_thread(_in_transaction, self.writer, work)
        async with self.writer.begin() as connection:
            return await connection.run_sync(work)

    async def close(self) -> None:
        await self.reader.dispose()
        if self.look_ups is not None:
            await self.look_ups.close()
        if isinstance(self.writer, Engine):
            self.writer.dispose()
        elif self.writer is not self.reader:
            await self.writer.dispose()


def _in_transaction(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


class LookUps:
    """Point reads of SQLite in a thread of their own: all that wait share one read transaction and wake the loop once.

    An asynchronous driver crosses between threads for each statement, which costs far more than such a read does.
    Long reads don't belong here: everybody waits for them.
    """

    AT_ONCE = 64
    """Reads of one transaction: a longer one would keep the log from being checkpointed."""
    WAITING_LIMIT = 10_000
    """Reads that may wait. Above it they fail at once, as from a pool whose connections are all taken."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._waiting: queue.SimpleQueue[_LookUp | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None

    def run(self, query: Callable[[Connection], T]) -> asyncio.Future[T]:
        loop = asyncio.get_running_loop()
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="look-ups", daemon=True)
            self._thread.start()
        future: asyncio.Future[T] = loop.create_future()
        if self._waiting.qsize() >= self.WAITING_LIMIT:
            future.set_exception(PoolTimeout("too many look-ups wait"))
        else:
            self._waiting.put((query, future, loop))
        return future

    async def close(self) -> None:
        if self._thread is not None:
            self._waiting.put(None)
            await asyncio.to_thread(self._thread.join)
        self._engine.dispose()

    def _work(self) -> None:
        connection: Connection | None = None
        last = False
        while not last and (first := self._waiting.get()) is not None:
            asked, last = self._drain(first)
            try:
                connection = connection or self._engine.connect()
                with connection.begin():
                    found = [_found(connection, query, future) for query, future, _ in asked]
            except Exception as error:  # noqa: BLE001 (who waits gets it)
                found = [(future, None, error) for _, future, _ in asked]
                _put_away(connection)
                connection = None
            # All that wait belong to the one loop of this process.
            asked[0][2].call_soon_threadsafe(_settle, found)
        if connection is not None:
            connection.close()

    def _drain(self, first: _LookUp) -> tuple[list[_LookUp], bool]:
        asked = [first]
        while len(asked) < self.AT_ONCE:
            try:
                more = self._waiting.get_nowait()
            except queue.Empty:
                break
            if more is None:
                return asked, True
            asked.append(more)
        return asked, False


def _put_away(connection: Connection | None) -> None:
    """A connection whose transaction did not end may never begin another one."""
    if connection is not None:
        with contextlib.suppress(SQLAlchemyError):
            connection.invalidate()
            connection.close()


_LookUp = tuple[Callable[[Connection], Any], "asyncio.Future[Any]", asyncio.AbstractEventLoop]


def _found(
    connection: Connection, query: Callable[[Connection], Any], future: asyncio.Future[Any]
) -> tuple[asyncio.Future[Any], Any, Exception | None]:
    try:
        return future, query(connection), None
    except Exception as error:  # noqa: BLE001 (who waits gets it)
        return future, None, error


def _settle(found: list[tuple[asyncio.Future[Any], Any, Exception | None]]) -> None:
    for future, result, error in found:
        if future.done():
            continue
        if error is None:
            future.set_result(result)
        else:
            future.set_exception(error)


def open_database(url: str) -> Database:
    """`url` is `sqlite:///file` or `postgresql+asyncpg://…`."""
    if url.startswith("sqlite"):
        return _open_sqlite(url)
    writer = create_async_engine(url, pool_size=2, max_overflow=0, **_POSTGRESQL)
    reader = create_async_engine(
        url, pool_size=10, max_overflow=0, isolation_level="REPEATABLE READ", **_POSTGRESQL
    ).execution_options(postgresql_readonly=True)
    return Database(writer, reader)


def _open_sqlite(url: str) -> Database:
    writer = create_engine(
        url, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    reader = create_async_engine(
        url.replace("sqlite", "sqlite+aiosqlite", 1), pool_size=4, max_overflow=0, hide_parameters=True
    )
    look_ups = create_engine(
        url, pool_size=1, max_overflow=0, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    _prepare_sqlite(writer, begin="BEGIN IMMEDIATE", pragmas=(*_EVERY_CONNECTION, *_WRITER))
    for engine in (reader.sync_engine, look_ups):
        _prepare_sqlite(engine, begin="BEGIN", pragmas=(*_EVERY_CONNECTION, "query_only=ON"))
    return Database(writer, reader, LookUps(look_ups))


_POSTGRESQL: dict[str, Any] = {
    "pool_pre_ping": True,
    # Seconds to connect, and for one statement: who waits for a commit is told soon to try again, also by a database
    # that keeps its connections open and answers nothing, as after a failover.
    "connect_args": {"timeout": 2.5, "command_timeout": 2.5},
    # An error's text would quote what people wrote.
    "hide_parameters": True,
}
# Milliseconds for another process to give the lock back; as above.
_BUSY_TIMEOUT = "busy_timeout=2500"
_EVERY_CONNECTION = (_BUSY_TIMEOUT, "foreign_keys=ON", "cache_size=-16000")
_WRITER = (
    "journal_mode=WAL",
    # A tick on the screen means that a power cut cannot take the message back.
    "synchronous=FULL",
    # What was taken back is overwritten, not only unlinked.
    "secure_delete=ON",
    # Pages that many appends share are then copied back once: half of the write load at the default of 1000.
    "wal_autocheckpoint=16000",
    "journal_size_limit=67108864",
)


def _prepare_sqlite(engine: Engine, *, begin: str, pragmas: tuple[str, ...]) -> None:
    """Takes BEGIN over from the driver: its own way reads outside the transaction and loses updates silently."""

    @event.listens_for(engine, "connect")
    def connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def empty_journal(connection: Connection) -> bool:
    """Bring SQLite's journal into the file and cut it to nothing: taken-back words would stay in it until it fills.

    False when somebody still reads what is in it. Nobody waits for them: the writer has other things to do.
    """
    # Past SQLAlchemy, which would begin a transaction, in which this cannot be done.
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout=0")
    try:
        busy, _, _ = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        driver.execute(f"PRAGMA {_BUSY_TIMEOUT}")
    return not busy


SQLITE_MINIMUM = (3, 35, 0)


def check_sqlite() -> None:
    """RETURNING and UPDATE … FROM came with 3.35. Raises RuntimeError on an older library."""
    if sqlite3.sqlite_version_info < SQLITE_MINIMUM:
        raise RuntimeError(f"SQLite {sqlite3.sqlite_version} is too old: at least 3.35 is needed.")


@dataclass(frozen=True, slots=True)
class Statement:
    """Hand-written SQL for the writer's hot path, written with `?` for each value.

    SQLAlchemy's own compiler costs as much there as the database does.
    """

    sqlite: str
    postgresql: str

    def on(self, connection: Connection) -> str:
        return self.sqlite if connection.dialect.name == "sqlite" else self.postgresql


def statement(sql: str) -> Statement:
    """`a IN ?[bigint]` takes a list; ` FOR UPDATE OF h` locks rows where the database isn't locked as a whole."""
    return Statement(sqlite=_for_sqlite(sql), postgresql=_for_postgresql(sql))


def listed(connection: Connection, values: list[Any]) -> Any:
    """A list as one bound value of `IN ?[type]`."""
    return json.dumps(values) if connection.dialect.name == "sqlite" else values


_LIST = re.compile(r"IN \?\[(\w+)\]")


def _for_sqlite(sql: str) -> str:
    return _LIST.sub("IN (SELECT value FROM json_each(?))", sql.replace(" FOR UPDATE OF h", ""))


def _for_postgresql(sql: str) -> str:
    numbers = itertools.count(1)
    return re.sub(r"\?", lambda _: f"${next(numbers)}", _LIST.sub(r"= ANY(CAST(? AS \1[]))", sql))

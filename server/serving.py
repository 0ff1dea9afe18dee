"""The process: its lock on the data, its start in the right order, and a server that drains when it is told to end."""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import gc
import logging
import secrets
import socket
from collections.abc import Awaitable, Callable, Iterator
from types import FrameType
from typing import Protocol

import uvicorn
from starlette.applications import Starlette

from server.clock import Clock
from server.config import Config
from server.database import Connection, Database, check_sqlite, open_database
from server.installation import Installation, open_installation, read_stamp, share_installation, write_stamp
from server.live.node import LiveNode
from server.migrations import migrate

log = logging.getLogger("atelje")

DRAIN_SECONDS = 6
REQUEST_SECONDS = 2
"""What connections, then requests get to end; with the writer's last commit it stays within ten seconds."""
BACKLOG = 4096


class DataInUse(Exception):
    """Another process serves this directory."""


@contextlib.contextmanager
def hold_data(config: Config) -> Iterator[None]:
    """The directory of the data, for this process alone. Raises DataInUse."""
    config.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    with (config.data / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise DataInUse(str(config.data)) from None
        yield


async def open_data(config: Config, clock: Clock) -> tuple[Database, Installation]:
    """The database in this version's schema, and what it says of itself."""
    if config.embedded:
        check_sqlite()
    if await migrate(config.database_url):
        log.info("database schema brought up to date")
    database = open_database(config.database_url)
    return database, await _installation(config, database, clock())


async def open_beside(config: Config, clock: Clock) -> tuple[Database, Installation]:
    """As `open_data`, for a command that may run while another process serves the same data."""
    config.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    await migrate(config.database_url)
    database = open_database(config.database_url)
    return database, await database.write_once(lambda connection: share_installation(connection, clock()))


async def _installation(config: Config, database: Database, now: int) -> Installation:
    if not config.embedded:
        return await database.write_once(lambda connection: share_installation(connection, now))
    stamp, beside = secrets.token_hex(16), read_stamp(config.data)

    def open_own(connection: Connection) -> Installation:
        return open_installation(connection, now, beside, stamp)

    installation = await database.write_once(open_own)
    # After the database: a crash between the two only costs clients a fresh snapshot.
    write_stamp(config.data, stamp)
    return installation


class Served(Protocol):
    """What a process serves."""

    @property
    def app(self) -> Starlette: ...
    @property
    def live(self) -> LiveNode: ...

    draining: bool


class DrainingServer(uvicorn.Server):
    """Says when it listens, and that it is not ready from the moment it is told to end."""

    def __init__(self, config: uvicorn.Config, product: Served, listening: Callable[[], Awaitable[None]]) -> None:
        super().__init__(config)
        self._product = product
        self._listening = listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            await self._listening()
            _spare_the_collector()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Live connections first, spread over a few seconds; then what uvicorn itself waits for."""
        for server in self.servers:
            server.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(DRAIN_SECONDS):
                await self._product.live.drain()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._product.draining = True
        super().handle_exit(sig, frame)


def _spare_the_collector() -> None:
    """What was built at start lives as long as the process, and a busy server makes few cycles: looking through
    everything for them every 700 objects costs an eighth of its time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


async def _nothing() -> None: ...


async def serve(config: Config, product: Served, listening: Callable[[], Awaitable[None]] = _nothing) -> None:
    """Serve until SIGTERM or SIGINT. `listening` runs once, when the first connection can come."""
    server = DrainingServer(
        uvicorn.Config(
            product.app,
            host=config.host,
            port=config.port,
            http=product.live.uvicorn_protocol,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=bool(config.proxies),
            forwarded_allow_ips=list(config.proxies),
            backlog=BACKLOG,
            timeout_graceful_shutdown=REQUEST_SECONDS,
        ),
        product,
        listening,
    )
    await server.serve()

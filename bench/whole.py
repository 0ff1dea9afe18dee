"""The whole product in a benchmark's own process: its clock, who is signed in, and how late its event loop is."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from server.accounts import store as accounts
from server.accounts.model import NewLogin
from server.accounts.passwords import Passwords
from server.accounts.rules import STAYING
from server.accounts.tokens import new_token, token_hash
from server.app import Product, build
from server.config import read_config
from server.database import open_database
from server.ids import new_id
from server.installation import share_installation
from server.migrations import migrate
from server.unit_of_work import UnitOfWork

ORIGIN = "http://127.0.0.1:8000"
PROBE = 0.005
"""Seconds between two looks at the loop."""

Measure = Callable[[str, int, Path], Coroutine[Any, Any, int]]
"""Of an empty database at this URL, so many people, and a folder: how many goals were missed."""


def on_databases(words: str | None, people: int, measure: Measure) -> int:
    """On SQLite and on the PostgreSQL that the command line names, with a tenth of the people if it says so; the
    status to leave with."""
    parser = argparse.ArgumentParser(description=words, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="an empty PostgreSQL database, as ATELJE_DATABASE_URL has it")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for url in (f"sqlite:///{Path(folder) / 'atelje.db'}", *filter(None, [options.url])):
            missed += asyncio.run(measure(url, people // 10 if options.quick else people, Path(folder)))
    return 1 if missed else 0


def name_of(url: str) -> str:
    """sqlite or postgresql."""
    return url.partition(":")[0].partition("+")[0]


@dataclass
class Clock:
    """`now`: ms."""

    now: int


@contextlib.asynccontextmanager
async def running(url: str, folder: Path, clock: Clock) -> AsyncIterator[Product]:
    """On an empty database, with all that it does by itself; its mails are caught."""
    await migrate(url)
    settings = {"ATELJE_LIMITS": "off", "ATELJE_DATA": str(folder), "ATELJE_DATABASE_URL": url}
    config = read_config(settings, default_data=folder, web=folder)
    database = open_database(url)
    installation = await database.write_once(lambda connection: share_installation(connection, clock.now))
    passwords = Passwords(time_cost=1, memory_cost=8, parallelism=1)
    product = build(config, database, installation, passwords, lambda: clock.now)
    async with product.app.router.lifespan_context(product.app):
        yield product


@contextlib.asynccontextmanager
async def signed_in(product: Product, person: str) -> AsyncIterator[httpx2.AsyncClient]:
    """Their client, without a network between."""
    token = await product.writer.run(lambda unit: _sign_in(unit, person))
    transport = httpx2.ASGITransport(app=product.app)
    cookie = {"Cookie": f"atelje={token}"}
    base = f"{ORIGIN}/api/v1"
    async with httpx2.AsyncClient(transport=transport, base_url=base, headers=cookie, timeout=120) as client:
        yield client


def _sign_in(unit: UnitOfWork, person: str) -> str:
    token = new_token()
    digest = token_hash(token)
    assert digest is not None
    login = NewLogin(
        new_id(), digest, person, "a bench", unit.now, stay=True, idle=STAYING.idle, ends_at=unit.now + STAYING.life
    )
    accounts.add_login(unit.connection, login)
    return token


# ── how late the loop is ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass
class Lag:
    """`seen`: ms, by how much somebody who came at that moment would have had to wait."""

    seen: list[float] = field(default_factory=list)

    def at(self, share: float) -> float:
        return sorted(self.seen)[int(len(self.seen) * share)]

    def words(self) -> str:
        return f"late by p50 {self.at(0.5):.1f}, p99 {self.at(0.99):.1f}, at most {max(self.seen):.1f} ms"


@contextlib.contextmanager
def watched() -> Iterator[Lag]:
    lag = Lag()
    task = asyncio.ensure_future(_watch(lag))
    try:
        yield lag
    finally:
        task.cancel()


async def _watch(lag: Lag) -> None:
    """A stop of 200 ms is one late look, and yet holds up all who come meanwhile: each of them counts."""
    while True:
        due = time.perf_counter() + PROBE
        await asyncio.sleep(PROBE)
        late = max(0.0, time.perf_counter() - due)
        while late > 0:
            lag.seen.append(late * 1000)
            late -= PROBE


def load() -> str:
    return f"load {os.getloadavg()[0]:.1f}"

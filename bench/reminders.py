"""What it costs others when thousands are reminded in the same minute: how late the event loop is meanwhile.

.venv/bin/python -m bench.reminders                        10 000 reminders, on SQLite
.venv/bin/python -m bench.reminders --url postgresql+…     on an empty PostgreSQL database too
.venv/bin/python -m bench.reminders --quick                a tenth of it
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from server.accounts.passwords import Passwords
from server.accounts.service import NewPerson, add_people
from server.app import Product, build
from server.config import read_config
from server.database import Connection, open_database
from server.flows.reminding import Reminding
from server.ids import new_id
from server.installation import share_installation
from server.migrations import migrate
from server.post.tables import mail
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import TZ_RELEASE, Appointment, Change, Guest, wall_of
from server.scheduling.reminders import service as reminders
from server.scheduling.reminders.tables import reminder
from server.unit_of_work import UnitOfWork

PEOPLE, ROUNDS = 10_000, 3
GOAL_MS = 50
HOUR = 3_600_000
AGREED = 1_790_000_000_000
"""ms; an afternoon in September."""
RUN = "run"
START = AGREED + 3 * HOUR
DUE = START - HOUR
ZONES = ("Europe/Belgrade", "Europe/Skopje", "Europe/Lisbon", "Europe/Istanbul")
LANGUAGES = ("sr-Latn", "sr-Cyrl", "mk", "hr", "sl", "en")
CALM_SECONDS = 2
"""For so long the loop is watched doing nothing: what other programs on the machine cost."""
PROBE = 0.005
"""Seconds between two looks at the loop."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--url", help="an empty PostgreSQL database, as ATELJE_DATABASE_URL has it")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    people = PEOPLE // 10 if options.quick else PEOPLE
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for url in (f"sqlite:///{Path(folder) / 'atelje.db'}", *filter(None, [options.url])):
            missed += asyncio.run(measure(url, people, Path(folder)))
    return 1 if missed else 0


async def measure(url: str, people: int, folder: Path) -> int:
    """The same people are reminded in each round; the best round says what it costs where others work too."""
    await migrate(url)
    name = url.partition(":")[0].partition("+")[0]
    clock = Clock()
    best = float("inf")
    async with running(url, folder, clock) as product:
        await product.writer.run(lambda unit: invite(unit, people))
        gc.collect()
        gc.freeze()
        for _ in range(ROUNDS):
            clock.now = AGREED
            await product.writer.run(forget_mails)
            await product.writer.run(plan)
            clock.now = DUE
            with watched() as calm:
                await asyncio.sleep(CALM_SECONDS)
            with watched() as lag:
                began, worked = time.perf_counter(), time.process_time()
                await Reminding(product.database, product.writer, lambda: clock.now).tell()
                taken, cpu = time.perf_counter() - began, time.process_time() - worked
            queued = await product.database.read(count)
            best = min(best, lag.at(0.99))
            print(
                f"{name}: {queued} reminded in {taken:.1f} s, {cpu:.1f} of CPU; the loop {lag.words()} "
                f"(doing nothing: p99 {calm.at(0.99):.1f}); {load()}"
            )
        with watched() as lag:
            began = time.perf_counter()
            await product.post.send_all()
            taken = time.perf_counter() - began
        print(f"{name}: their mails written in {taken:.0f} s; the loop {lag.words()}; {load()}")
    print(f"{name}: the best of {ROUNDS}: p99 {best:.1f} ms (goal {GOAL_MS})", flush=True)
    return best > GOAL_MS


@dataclass
class Clock:
    now: int = AGREED


@contextlib.asynccontextmanager
async def running(url: str, folder: Path, clock: Clock) -> AsyncIterator[Product]:
    """The whole product, with all that it does by itself; its mails are caught."""
    settings = {"ATELJE_LIMITS": "off", "ATELJE_DATA": str(folder), "ATELJE_DATABASE_URL": url}
    config = read_config(settings, default_data=folder, web=folder)
    database = open_database(url)
    installation = await database.write_once(lambda connection: share_installation(connection, clock.now))
    passwords = Passwords(time_cost=1, memory_cost=8, parallelism=1)
    product = build(config, database, installation, passwords, lambda: clock.now)
    async with product.app.router.lifespan_context(product.app):
        yield product


# ── what is due ───────────────────────────────────────────────────────────────────────────────────────────────────────


def invite(unit: UnitOfWork, count: int) -> None:
    """Each two of them have a date, all at the same time."""
    chance = random.Random(count)
    ids = [f"person-{number}" for number in range(count)]
    add_people(
        unit,
        [
            NewPerson(id, f"Ана {id}", f"{id}@people.example", chance.choice(LANGUAGES), chance.choice(ZONES), None)
            for id in ids
        ],
    )
    for first, second in zip(ids[::2], ids[1::2], strict=True):
        zone = chance.choice(ZONES)
        one = Appointment(
            id=new_id(),
            kind="meeting",
            start=START,
            minutes=60,
            zone=zone,
            wall=wall_of(START, zone),
            tz_release=TZ_RELEASE,
            place="call",
            cohort=RUN,
            room=f"room-{first}",
            item=1,
            guests=(Guest(first), Guest(second)),
        )
        appointments.settle(unit, [(None, one)])


def plan(unit: UnitOfWork) -> None:
    """The hour before, for everybody."""
    unit.connection.execute(reminder.delete())
    there = appointments.of_cohort(unit.connection, RUN)
    for number in range(0, len(there), 500):
        reminders.plan(unit, [Change(None, one) for one in there[number : number + 500]])


def forget_mails(unit: UnitOfWork) -> None:
    unit.connection.execute(mail.delete())


def count(connection: Connection) -> int:
    left = connection.execute(reminder.select().where(reminder.c.due_at <= DUE).limit(1)).first()
    assert left is None
    return len(connection.execute(mail.select().where(mail.c.template == "date_soon")).all())


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


if __name__ == "__main__":
    sys.exit(main())

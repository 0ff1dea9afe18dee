"""What it costs others when thousands are reminded in the same minute: how late the event loop is meanwhile.

.venv/bin/python -m bench.reminders                        10 000 reminders, on SQLite
.venv/bin/python -m bench.reminders --url postgresql+…     on an empty PostgreSQL database too
.venv/bin/python -m bench.reminders --quick                a tenth of it
"""

from __future__ import annotations

import asyncio
import gc
import random
import sys
import time
from pathlib import Path

from bench.whole import Clock, load, name_of, on_databases, running, watched
from server.accounts.service import NewPerson, add_people
from server.database import Connection
from server.flows.reminding import Reminding
from server.ids import new_id
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


def main() -> int:
    return on_databases(__doc__, PEOPLE, measure)


async def measure(url: str, people: int, folder: Path) -> int:
    """The same people are reminded in each round; the best round says what it costs where others work too."""
    name = name_of(url)
    clock = Clock(AGREED)
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


if __name__ == "__main__":
    sys.exit(main())

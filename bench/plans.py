"""What it costs others when a run of 300 people gets 20 dates, and when they are moved: how late the event loop is
meanwhile, and how long the writer is busy with one transaction.

.venv/bin/python -m bench.plans                        300 people, 20 dates, on SQLite
.venv/bin/python -m bench.plans --url postgresql+…     on an empty PostgreSQL database too
.venv/bin/python -m bench.plans --quick                a tenth of the people
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from bench.reminders import AGREED, LANGUAGES
from bench.whole import Clock, Lag, load, name_of, on_databases, running, watched
from server.accounts.service import NewPerson, add_people
from server.app import Product
from server.clock import day_in
from server.contract.calendar import PlannedDate, SetCalendar
from server.flows import calendar
from server.flows.gatherings import Gatherings
from server.post.tables import mail
from server.programmes.model import Cohort, Enrolment, Help, Organisation, Programme
from server.programmes.service import add_cohort, add_organisation, add_programme, enrol
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork, Writer

PEOPLE, DATES = 300, 20
GOAL_MS = 50
RUN, TEAM = "run", "team"


def main() -> int:
    return on_databases(__doc__, PEOPLE, measure)


async def measure(url: str, people: int, folder: Path) -> int:
    name = name_of(url)
    clock = Clock(AGREED)
    async with running(url, folder, clock) as product:
        await product.writer.run(lambda unit: found(unit, people))
        first = day_in(clock.now, "Europe/Belgrade") + timedelta(days=10)
        dates = tuple(workshop(first + timedelta(days=number)) for number in range(DATES))
        # Whoever plans has looked at the proposal before, which reads the holidays of all countries once.
        await product.database.read(lambda connection: calendar.proposal(connection, TEAM, RUN))
        gc.collect()
        gc.freeze()
        longest = [
            await planned(product, clock, name, "planned", dates),
            await planned(product, clock, name, "moved", lambda kept: [replace(one, time="19:00") for one in kept]),
            await planned(
                product, clock, name, "two moved", lambda kept: [*(moved(one) for one in kept[:2]), *kept[2:]]
            ),
            await planned(product, clock, name, "taken back", ()),
        ]
    print(f"{name}: the longest transaction {max(longest):.0f} ms (goal {GOAL_MS})", flush=True)
    return max(longest) > GOAL_MS


def workshop(day: date) -> PlannedDate:
    return PlannedDate("workshop", "all", day, time="18:00", names={"en": "A workshop", "hr": "Radionica"})


def moved(one: PlannedDate) -> PlannedDate:
    return replace(one, time="20:00")


Dates = Sequence[PlannedDate] | Callable[[Sequence[PlannedDate]], Sequence[PlannedDate]]


async def planned(product: Product, clock: Clock, name: str, what: str, dates: Dates) -> float:
    """ms, of its longest transaction."""
    before = await product.database.read(lambda connection: calendar.of_run(connection, TEAM, RUN))
    wanted = SetCalendar(before.version, tuple(dates(before.dates) if callable(dates) else dates))
    rooms = Rooms()
    with watched() as lag, timed(product.writer) as transactions:
        began = time.perf_counter()
        await product.writer.run(lambda unit: calendar.plan(rooms, unit, TEAM, RUN, wanted))
        asked = time.perf_counter() - began
        await Gatherings(product.database, product.writer, rooms, lambda: clock.now).look_after()
        taken = time.perf_counter() - began
        # So that there is something to see of a loop that stood still until now.
        await asyncio.sleep(0.05)
    told = await product.database.read(lambda connection: len(connection.execute(mail.select()).all()))
    say(name, what, asked, taken, transactions, lag, told)
    await product.post.send_all()
    return max(transactions)


def say(name: str, what: str, asked: float, taken: float, transactions: list[float], lag: Lag, told: int) -> None:
    print(
        f"{name}: {what}: answered in {asked * 1000:.0f} ms, {len(transactions)} transactions in {taken:.1f} s; "
        f"work of the first {transactions[0]:.0f}, of the longest {max(transactions):.0f} ms; {told} mails in all; "
        f"the loop {lag.words()}; {load()}",
        flush=True,
    )


@contextlib.contextmanager
def timed(writer: Writer[Any]) -> Iterator[list[float]]:
    """ms of work in its thread, of each transaction: how long one waits beside others says more of the machine."""
    taken: list[float] = []
    commit = writer.commit

    def timing(*given: Any) -> Any:
        began = time.thread_time()
        try:
            return commit(*given)
        finally:
            taken.append((time.thread_time() - began) * 1000)

    writer.commit = timing  # type: ignore[method-assign]
    try:
        yield taken
    finally:
        writer.commit = commit  # type: ignore[method-assign]


def found(unit: UnitOfWork, count: int) -> None:
    """A run with so many mentors and mentees, and who leads it."""
    ids = [TEAM, *(f"person-{number:04}" for number in range(count))]
    languages = [LANGUAGES[number % len(LANGUAGES)] for number in range(len(ids))]
    add_people(
        unit,
        [
            NewPerson(id, f"Ана {id}", f"{id}@people.example", language, "Europe/Belgrade", None)
            for id, language in zip(ids, languages, strict=True)
        ],
    )
    today = day_in(unit.now, "Europe/Belgrade")
    add_organisation(unit, Organisation("lead", {"en": "Lead"}, "Novi Sad", "RS", "Europe/Belgrade"))
    add_programme(unit, Programme("programme", {"en": "Programme"}, "lead"))
    help_line = Help("Ана", "+381 21 555 0101")
    run = Cohort(RUN, "programme", today, today + timedelta(days=200), "Europe/Belgrade", 6, 4, help=help_line)
    add_cohort(unit, run, {"lead": "lead"})
    enrol(unit, Enrolment(TEAM, RUN, "coordinator", "lead"))
    for number, id in enumerate(ids[1:]):
        enrol(unit, Enrolment(id, RUN, "mentor" if number % 2 else "mentee", "lead"))


if __name__ == "__main__":
    sys.exit(main())

"""Reminders outlive the server: each is told once, whenever it dies between being due and being told, and what was due
too long ago is told by nobody."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

from server.accounts.model import NewPerson
from server.accounts.service import add_people
from server.database import Connection, open_database
from server.ids import new_id
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import TZ_RELEASE, Appointment, Guest, wall_of
from server.scheduling.reminders.model import Ahead, Reminder
from server.scheduling.reminders.store import put
from server.unit_of_work import UnitOfWork
from tests.servers import StartAtelje
from tests.waiting import until

HOUR = 3_600_000
GOOD, STALE = 1_000, 50
KILLS = 3


async def test_a_server_that_is_killed_again_and_again_tells_each_reminder_once_and_nothing_of_yesterday(
    server_process: StartAtelje, sqlite_url: str
) -> None:
    database = open_database(sqlite_url)
    await database.write_once(_invite)
    await database.close()
    process = server_process(ATELJE_DATABASE_URL=sqlite_url)
    left = [GOOD + 2 * STALE]
    with closing(sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)) as looking:
        for _ in range(KILLS):
            await until(lambda: _count(looking, "reminder") < left[-1])
            process.kill()
            left.append(_count(looking, "reminder"))
            process.start()
        await until(lambda: _count(looking, "reminder") == 0)
        process.kill()
        told = looking.execute("SELECT person, template, count(*) FROM mail GROUP BY person, template").fetchall()
    print(f"\nleft after each kill: {left[1:]}")
    assert any(0 < one < left[0] for one in left[1:]), "none of the kills came in the middle"
    assert sorted(told) == sorted((f"good-{number}", "date_soon", 1) for number in range(GOOD))


def _count(looking: sqlite3.Connection, table: str) -> int:
    return int(looking.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _invite(connection: Connection) -> None:
    """Dates in half an hour, of which an hour before was due when the server was down; dates of yesterday; and dates in
    two hours, of which a day before is no news any more."""
    now = time.time_ns() // 1_000_000
    unit = UnitOfWork(connection, now - 30 * HOUR)
    for kind, count, start, ahead, due in (
        ("good", GOOD, now + HOUR // 2, "hour", now - HOUR // 2),
        ("yesterday", STALE, now - 20 * HOUR, "hour", now - 21 * HOUR),
        ("late", STALE, now + 2 * HOUR, "day", now - 22 * HOUR),
    ):
        _dates(unit, [f"{kind}-{number}" for number in range(count)], start, ahead, due)  # type: ignore[arg-type]


def _dates(unit: UnitOfWork, people: list[str], start: int, ahead: Ahead, due: int) -> None:
    add_people(unit, [NewPerson(one, one, f"{one}@people.example", "en", "UTC", None) for one in people])
    planned = []
    for one in people:
        date = Appointment(
            id=new_id(),
            kind="meeting",
            start=start,
            minutes=60,
            zone="UTC",
            wall=wall_of(start, "UTC"),
            tz_release=TZ_RELEASE,
            place="call",
            room=f"room-{one}",
            item=1,
            guests=(Guest(one),),
        )
        appointments.settle(unit, [(None, date)])
        planned.append(Reminder(date.id, one, ahead, due))
    put(unit.connection, [], planned)

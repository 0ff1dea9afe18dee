"""What a database of before holds when programmes come to be set up in the browser."""

from __future__ import annotations

from typing import Any

from alembic import command
from sqlalchemy import text

from server.database import Connection
from server.migrations import configuration, migrate
from server.programmes.founding.store import cohorts
from tests.migrations.test_history import ask

BEFORE = (
    "INSERT INTO organisation (id, names, town, country, zone) VALUES ('o', '{}', 'Niš', 'RS', 'Europe/Belgrade')",
    "INSERT INTO programme (id, names, lead_id) VALUES ('p', '{}', 'o')",
    "INSERT INTO cohort (id, programme_id, start, weeks, home_zone, least_meetings, least_gatherings) "
    "VALUES ('c', 'p', '2026-10-05', 26, 'Europe/Belgrade', 6, 4)",
    "INSERT INTO mentorship (id, cohort_id, room_key, state, opened_at) VALUES ('m', 'c', 'r', 'paused', 1000)",
    "INSERT INTO enrolment (cohort_id, role, person, enrolled_at) VALUES ('c', 'mentee', 'ana', 1000)",
)


def to_before(connection: Connection) -> None:
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "0005")
    for row in BEFORE:
        connection.execute(text(row))


def of_now(connection: Connection) -> tuple[Any, Any, int]:
    walk = connection.execute(text("SELECT state, since, version FROM mentorship")).one()
    people = connection.execute(text("SELECT count(*) FROM enrolment")).scalar_one()
    return cohorts(connection, ["c"])["c"], tuple(walk), people


async def test_runs_keep_their_last_day_their_people_and_their_mentorships(empty_database_url: str) -> None:
    await ask(empty_database_url, to_before)
    assert await migrate(empty_database_url)
    run, walk, people = await ask(empty_database_url, of_now)
    assert (run.start.isoformat(), run.end.isoformat(), run.state) == ("2026-10-05", "2027-04-04", "running")
    assert (run.names, run.help, run.silence_days, run.first_words, run.version) == ({}, None, None, {}, 1)
    assert (walk, people) == (("paused", 1000, 1), 1)

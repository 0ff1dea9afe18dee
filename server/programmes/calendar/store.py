"""All SQL of the runs' dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, insert, select, update

from server.contract.calendar import PlannedDate
from server.programmes.calendar.model import MyRun, RunDates
from server.programmes.calendar.tables import run_calendar
from server.programmes.store import read_words
from server.programmes.tables import cohort, enrolment, programme

_dates = msgspec.json.Decoder(tuple[PlannedDate, ...]).decode


def _runs(*more: Any) -> Select[Any]:
    columns = (cohort.c.id, programme.c.names, cohort.c.start, cohort.c.end, cohort.c.home_zone)
    return (
        select(*columns, run_calendar.c.version, run_calendar.c.dates, *more)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .outerjoin(run_calendar, run_calendar.c.cohort_id == cohort.c.id)
    )


def _run(row: Row[Any]) -> RunDates:
    return RunDates(
        cohort=row.id,
        programme_names=read_words(row.names),
        start=date.fromisoformat(row.start),
        end=date.fromisoformat(row.end),
        zone=row.home_zone,
        version=row.version or 1,
        dates=() if row.dates is None else _dates(row.dates),
    )


def find(connection: Connection, cohort_id: str) -> RunDates | None:
    row = connection.execute(_runs().where(cohort.c.id == cohort_id)).first()
    return None if row is None else _run(row)


def mine(connection: Connection, person: str) -> list[MyRun]:
    """Those of the runs that have dates."""
    found = _runs(enrolment.c.role).join(enrolment, enrolment.c.cohort_id == cohort.c.id)
    theirs = (enrolment.c.person == person, run_calendar.c.dates.is_not(None))
    roles: defaultdict[str, set[str]] = defaultdict(set)
    runs: dict[str, RunDates] = {}
    for row in connection.execute(found.where(*theirs).order_by(cohort.c.id)):
        roles[row.id].add(row.role)
        runs.setdefault(row.id, _run(row))
    return [MyRun(run, roles[id]) for id, run in runs.items()]


def put(connection: Connection, cohort_id: str, seen: int, dates: Sequence[PlannedDate]) -> bool:
    """Whether `seen` was the newest version."""
    written = {"dates": msgspec.json.encode(dates).decode(), "version": seen + 1}
    newest = (run_calendar.c.cohort_id == cohort_id, run_calendar.c.version == seen)
    if connection.execute(update(run_calendar).where(*newest).values(**written)).rowcount:
        return True
    of_run = select(run_calendar.c.version).where(run_calendar.c.cohort_id == cohort_id)
    if seen != 1 or connection.execute(of_run).first() is not None:
        return False
    connection.execute(insert(run_calendar).values(cohort_id=cohort_id, **written))
    return True

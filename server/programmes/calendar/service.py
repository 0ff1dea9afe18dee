"""Planning the dates of a run, and knowing one's own. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from server.clock import day_in
from server.contract.calendar import MyDate, PlannedDate, SetCalendar
from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.programmes.calendar import rules, store
from server.programmes.calendar.model import RunDates as RunDates
from server.programmes.calendar.rules import check_day as check_day
from server.programmes.calendar.rules import is_for as is_for
from server.programmes.calendar.rules import moment as moment
from server.programmes.calendar.rules import moved as moved
from server.programmes.calendar.rules import proposal as proposal
from server.programmes.calendar.store import find as find
from server.unit_of_work import UnitOfWork

SHOWN = 50


def plan(unit: UnitOfWork, run: RunDates, wanted: SetCalendar, team: Collection[str] = ()) -> tuple[PlannedDate, ...]:
    """`team`: who may be named in it. Raises Refused changed_meanwhile, dates_outside, not_of_the_team,
    language_unknown, text_…"""
    dates = _named_apart(rules.checked(wanted.dates, run.start, run.end, team), run.dates)
    if not store.put(unit.connection, run.cohort, wanted.version, dates):
        raise Refused("changed_meanwhile", now=run.version)
    return dates


def _named_apart(dates: Sequence[PlannedDate], before: Sequence[PlannedDate]) -> tuple[PlannedDate, ...]:
    """Each with an id of its own: the one that it brings, where the run has planned it under that."""
    free = {one.id for one in before if one.id is not None}
    found = []
    for one in dates:
        found.append(one if one.id in free else replace(one, id=new_id()))
        free.discard(one.id or "")
    return tuple(found)


def mine(connection: Connection, person: str, now: int) -> tuple[MyDate, ...]:
    """From today on, the next first."""
    found = [
        _mine(one, mine.run)
        for mine in store.mine(connection, person)
        for one in mine.run.dates
        if one.day >= day_in(now, mine.run.zone) and rules.is_for(one, mine.roles)
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.at or 0, one.cohort)))[:SHOWN]


def _mine(one: PlannedDate, run: RunDates) -> MyDate:
    return MyDate(
        cohort=run.cohort,
        programme_names=dict(run.programme_names),
        kind=one.kind,
        whom=one.whom,
        names=one.names,
        day=one.day,
        at=rules.moment(one, run.zone),
        zone=run.zone,
        minutes=one.minutes,
        place=one.place,
        address=one.address,
        called_off=one.called_off,
        gathering=one.id if one.time is not None else None,
        door="closed",
        coming=None,
        room=None,
        leads=False,
        sees=False,
        needs_to=(),
        need="",
    )

"""The dates of a run: planned by who leads it, seen by its whole team, and told to each person as far as they are
theirs."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from msgspec.structs import replace

from server.clock import day_in
from server.contract.calendar import Calendar, DayOff, MovedBy, MyCalendar, PlannedDate, SetCalendar
from server.database import Connection
from server.errors import Refused
from server.flows import gatherings
from server.policy import Actor, Verb, may
from server.programmes.calendar import service as calendar
from server.programmes.calendar.service import RunDates
from server.programmes.founding import service as founding
from server.programmes.mentorships.service import coordinators, subject
from server.programmes.sight import service as sight
from server.rooms.service import Rooms
from server.scheduling.days_off import known_days_off
from server.unit_of_work import UnitOfWork

NO_GATHERING = {"gathering": None}


def of_run(connection: Connection, actor: str, cohort: str) -> Calendar:
    """Raises Refused not_found for who does not coordinate it."""
    run = _seen(connection, actor, cohort, Verb.SEE_COHORT)
    return _shown(connection, run, run.version, run.dates)


def proposal(connection: Connection, actor: str, cohort: str) -> Calendar:
    """What is usual, to be moved. Raises Refused not_found."""
    run = _seen(connection, actor, cohort, Verb.SEE_COHORT)
    return _shown(connection, run, run.version, calendar.proposal(run.start, run.end))


def moved(connection: Connection, actor: str, cohort: str, by: MovedBy, now: int) -> Calendar:
    """What the plan would be with all that is to come so much later, to be looked at. Raises Refused not_found."""
    run = _seen(connection, actor, cohort, Verb.SEE_COHORT)
    dates = calendar.moved(run.dates, by.weeks, day_in(now, run.zone))
    return _shown(connection, run, run.version, dates)


def plan(rooms: Rooms, unit: UnitOfWork, actor: str, cohort: str, wanted: SetCalendar) -> Calendar:
    """Raises Refused not_found for who does not lead it, cohort_over, changed_meanwhile, dates_outside,
    not_of_the_team, language_unknown, text_…"""
    run = _seen(unit.connection, actor, cohort, Verb.CHANGE_COHORT)
    team = {one.person for one in sight.team(unit.connection, cohort, gatherings.TEAM)}
    dates = calendar.plan(unit, run, wanted, team)
    gatherings.follow_plan(unit, rooms, actor, cohort)
    for one in coordinators(unit.connection, cohort):
        unit.tell(one.person, "programme_changed")
    return _shown(unit.connection, run, wanted.version + 1, dates)


def _seen(connection: Connection, actor: str, cohort: str, verb: Verb) -> RunDates:
    run = calendar.find(connection, cohort)
    if run is None or not may(Actor(actor), verb, subject(coordinators(connection, cohort))):
        raise Refused("not_found")
    return run


def _shown(connection: Connection, run: RunDates, version: int, dates: tuple[PlannedDate, ...]) -> Calendar:
    return Calendar(run.zone, version, dates, tuple(_days_off(connection, run.cohort, {one.day for one in dates})))


def _days_off(connection: Connection, cohort: str, days: Collection[date]) -> Iterator[DayOff]:
    """Of these, by day: what people of the run's countries have off."""
    if not days:
        return
    partners = founding.organisations(connection, founding.partners(connection, [cohort]).get(cohort, {}))
    first, last = min(days), max(days)
    countries = sorted({one.country for one in partners.values()})
    off = {country: known_days_off(country, first, last) for country in countries}
    for day in sorted(days):
        here = tuple(country for country in countries if day in off[country])
        if here:
            yield DayOff(day, here)


# ── mine ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


def mine(connection: Connection, person: str, now: int) -> MyCalendar:
    dates = calendar.mine(connection, person, now)
    ids = [one.gathering for one in dates if one.gathering is not None]
    facts = gatherings.of_guest(connection, person, ids)
    return MyCalendar(tuple(replace(one, **facts.get(one.gathering or "", NO_GATHERING)) for one in dates))

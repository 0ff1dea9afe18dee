"""What the people of the demo look for and can give, and the second year of its programme, whose pairs are being looked
for: as its data files have it."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import resources
from typing import Any, Literal

import msgspec

from server.accounts.model import NewPerson
from server.accounts.service import add_people
from server.contract.commands import Id
from server.contract.profiles import Profile as Said
from server.database import Connection
from server.flows.demo.script import Moment, Script
from server.matching.profiles import service as profiles
from server.matching.profiles.service import Profile, Role
from server.programmes.model import Cohort, Enrolment, Help, PartnerRole
from server.programmes.service import add_cohort, enrol
from server.scheduling.availability import service as availability
from server.scheduling.availability.service import spans
from server.unit_of_work import UnitOfWork

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


class Person(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who is to be matched. Without a name they are one of the demo's people already. `hours`: by day of the
    week, on their own clock; none where they said none."""

    key: Id
    role: Role
    profile: Said
    name: str = ""
    town: str = ""
    country: str = ""
    zone: str = ""
    ui: str = ""
    organisation: Id | None = None
    hours: dict[Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"], tuple[tuple[str, str], ...]] = {}
    excludes: tuple[Id, ...] = ()


class NextYear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`starts_in`: days from today. `enrolled`, `said`: when everybody was, and said what they look for. `team`: of the
    demo's people, who coordinates it, each for their organisation."""

    note: str
    key: Id
    names: dict[str, str]
    starts_in: int
    weeks: int
    enrolled: Moment
    said: Moment
    team: tuple[Id, ...]
    people: tuple[Person, ...]


def read_next_year() -> NextYear:
    return msgspec.json.decode((resources.files(__package__) / "next_year.json").read_bytes(), type=NextYear)


def read_profiles() -> dict[Id, Said]:
    """Of the people of the year that goes on."""
    return msgspec.json.decode((resources.files(__package__) / "profiles.json").read_bytes(), type=dict[Id, Said])


def say_profiles(unit: UnitOfWork, script: Script) -> None:
    """What the people of the year that goes on said before it began."""
    run = script.programme.cohort.key
    for person, said in read_profiles().items():
        role = script.people[person].role
        assert role in ("mentee", "mentor")
        profiles.put(unit, _profile(run, person, role, said, ()))


def begin(connection: Connection, script: Script, today: date, password_hash: str) -> None:
    """The year, its people with their hours, and what they look for."""
    year, home = read_next_year(), script.programme.cohort.home_zone
    unit = UnitOfWork(connection, year.enrolled.in_zone(home, today))
    partners: dict[str, PartnerRole] = {one.key: one.role for one in script.programme.organisations}
    add_cohort(unit, _run(year, script, today), partners)
    new = [one for one in year.people if one.name]
    add_people(unit, [_person(one, password_hash) for one in new])
    for key in year.team:
        enrol(unit, Enrolment(key, year.key, "coordinator", script.people[key].organisation))
    for one in year.people:
        enrol(unit, Enrolment(one.key, year.key, one.role, one.organisation))
    said = UnitOfWork(connection, year.said.in_zone(home, today))
    for one in year.people:
        profiles.put(said, _profile(year.key, one.key, one.role, one.profile, one.excludes))
        if one.hours:
            zone = one.zone or script.people[one.key].zone
            weekly = tuple(spans(one.hours.get(day, ())) for day in DAYS)  # type: ignore[call-overload]
            availability.say(said, one.key, availability.Said(zone, weekly, version=2))


def _run(year: NextYear, script: Script, today: date) -> Cohort:
    before = script.programme.cohort
    start = today + timedelta(days=year.starts_in)
    return Cohort(
        year.key,
        script.programme.programme.key,
        start,
        start + timedelta(weeks=year.weeks, days=-1),
        before.home_zone,
        before.least_meetings,
        before.least_gatherings,
        state="draft",
        names=year.names,
        help=Help(before.help.name, before.help.phone),
        silence_days=before.silence_days,
        first_words=before.first_words,
    )


def _person(one: Person, password_hash: str) -> NewPerson:
    return NewPerson(one.key, one.name, f"{one.key}@example.org", one.ui, one.zone, password_hash, demo=True)


def _profile(run: str, person: str, role: Role, said: Said, excludes: tuple[str, ...]) -> Profile:
    fields: dict[str, Any] = {name: getattr(said, name) for name in said.__struct_fields__}
    return Profile(run, person, role, **fields, excludes=excludes)

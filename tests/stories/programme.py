"""A programme small enough to keep in one's head, put into an empty database before a server serves it.

Ana and Bor share most rooms; Goran and Dana come later; Iva and Jan have a room of their own; Vera coordinates the
cohort of all these rooms, and Tin another one; Zoe takes part in nothing. Nobody but the members of a room reads it.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from argon2 import PasswordHasher

from server.accounts import store as accounts_store
from server.accounts.model import NewLogin, NewPerson, Stage
from server.accounts.rules import MEMBER
from server.accounts.service import add_people
from server.accounts.tokens import new_token, token_hash
from server.contract.entries import FoundingMember
from server.database import Connection, open_database
from server.ids import new_id
from server.programmes.model import Cohort, Enrolment, Organisation, Programme
from server.programmes.service import add_cohort, add_organisation, add_programme, enrol, open_mentorship
from server.rooms.service import open_room
from server.unit_of_work import UnitOfWork
from tests.databases import make_file

PEOPLE = ("ana", "bor", "goran", "dana", "iva", "jan", "vera", "tin", "zoe", "rada", "pavle")
COORDINATOR, STRANGER = "vera", "tin"
"""Who manages the rooms here, and who manages others."""
DISABLED, INVITED = "rada", "pavle"
"""Kept out, and not in yet; each with a login that is good in every other way."""
PASSWORD = "a-quiet-river-bend"


@dataclass(frozen=True, slots=True)
class Founded:
    """`tokens`: for each person the cookie's token of a login that is good."""

    tokens: Mapping[str, str]


def sqlite_url(folder: Path) -> str:
    return f"sqlite:///{folder / 'atelje.db'}"


async def found(url: str, rooms: Mapping[str, Sequence[str]], *, password: bool = False) -> Founded:
    """Everybody in `rooms` becomes a person; the first of a room is its mentee, the others mentors.

    The database has its tables; a file that is not there gets them. With `password` everybody has the one above;
    without, only their login.
    """
    if url.startswith("sqlite") and not (file := Path(url.removeprefix("sqlite:///"))).exists():
        make_file(file)
    database = open_database(url)
    hashed = PasswordHasher().hash(PASSWORD) if password else None
    try:
        return await database.write_once(lambda connection: _found(connection, rooms, hashed))
    finally:
        await database.close()


async def open_more(url: str, keys: Sequence[str]) -> None:
    """More rooms of Ana and Bor, while the server runs."""
    database = open_database(url)
    try:
        await database.write_once(lambda connection: _open_rooms(connection, dict.fromkeys(keys, ("ana", "bor"))))
    finally:
        await database.close()


def another_login(connection: Connection, person: str) -> str:
    """The token of one more login, while the server runs."""
    return _signed_in(UnitOfWork(connection, time.time_ns() // 1_000_000), person)


def _found(connection: Connection, rooms: Mapping[str, Sequence[str]], hashed: str | None) -> Founded:
    unit = UnitOfWork(connection, time.time_ns() // 1_000_000)
    people = dict.fromkeys([*PEOPLE, *(person for members in rooms.values() for person in members)])
    add_people(unit, [_person(person, hashed) for person in people])
    add_organisation(unit, Organisation("window", {"en": "South Window"}, "Битола", "MK", "Europe/Skopje"))
    add_programme(unit, Programme("circles", {"en": "Circles"}, "window"))
    for cohort, coordinator in (("ours", COORDINATOR), ("theirs", STRANGER)):
        run = Cohort(cohort, "circles", date(2026, 10, 5), date(2027, 4, 4), "Europe/Skopje", 6, 4)
        add_cohort(unit, run, {"window": "lead"})
        enrol(unit, Enrolment(coordinator, cohort, "coordinator"))
    for person in {person for members in rooms.values() for person in members}:
        enrol(unit, Enrolment(person, "ours", "mentee"))
        enrol(unit, Enrolment(person, "ours", "mentor"))
    for later in ("goran", "dana"):
        enrol(unit, Enrolment(later, "ours", "mentee"))
    _open_rooms(connection, rooms)
    return Founded({person: _signed_in(unit, person) for person in people})


def _open_rooms(connection: Connection, rooms: Mapping[str, Sequence[str]]) -> None:
    unit = UnitOfWork(connection, time.time_ns() // 1_000_000)
    for key, (mentee, *mentors) in rooms.items():
        open_mentorship(unit, key, "ours", key, {mentee: "mentee", **dict.fromkeys(mentors, "mentor")})
        founders = [FoundingMember(mentee, "mentee"), *(FoundingMember(mentor, "mentor") for mentor in mentors)]
        open_room(unit, key, "pair" if len(founders) == 2 else "team", founders, new_id())


def _person(key: str, hashed: str | None) -> NewPerson:
    stages: dict[str, Stage] = {DISABLED: "disabled", INVITED: "invited"}
    stage = stages.get(key, "active")
    return NewPerson(key, key.title(), f"{key}@people.example", "en", "Europe/Belgrade", hashed, stage=stage)


def _signed_in(unit: UnitOfWork, person: str) -> str:
    token = new_token()
    digest = token_hash(token)
    assert digest is not None
    span = {"stay": False, "idle": MEMBER.idle, "ends_at": unit.now + MEMBER.life}
    login = NewLogin(new_id(), digest, person, "a test", unit.now, **span)
    accounts_store.add_login(unit.connection, login)
    return token

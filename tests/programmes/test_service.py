"""Programmes on both databases: who takes part, which mentorship lives in a room, and who manages it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import date
from typing import TypeVar

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from server.database import Connection, Database, open_database
from server.programmes import service, tables
from server.programmes.model import Cohort, Enrolment, EnrolmentRole, Mentorship, Organisation, Programme
from server.unit_of_work import UnitOfWork

T = TypeVar("T")

NOW = 1_790_000_000_000


def _found(unit: UnitOfWork) -> None:
    """Two organisations, one programme, two cohorts: `c` with people, `d` with a coordinator of its own."""
    names = {"mk": "Здружение Јужен прозорец", "sq": "Shoqata Dritarja e Jugut", "en": "South Window Association"}
    service.add_organisation(unit, Organisation("window", names, "Битола", "MK", "Europe/Skopje"))
    service.add_organisation(unit, Organisation("attic", {"sl": "Podstrešje"}, "Ljubljana", "SI", "Europe/Ljubljana"))
    service.add_programme(unit, Programme("circles", {"en": "Circles"}, "window"))
    for id in ("c", "d"):
        cohort = Cohort(id, "circles", date(2026, 10, 5), date(2027, 4, 4), "Europe/Skopje", 6, 4)
        service.add_cohort(unit, cohort, {"window": "lead", "attic": "partner"})
    people: dict[str, EnrolmentRole] = {"ana": "mentee", "bor": "mentor", "vera": "coordinator", "tin": "coordinator"}
    for person, role in people.items():
        service.enrol(unit, Enrolment(person, "c", role, "attic"))
    service.enrol(unit, Enrolment("zoran", "d", "coordinator"))


class Programmes:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def do(self, work: Callable[[UnitOfWork], T]) -> T:
        return await self._database.write_once(lambda connection: work(UnitOfWork(connection, NOW)))

    async def read(self, query: Callable[[Connection], T]) -> T:
        return await self._database.read(query)


@pytest.fixture
async def programmes(database_url: str) -> AsyncIterator[Programmes]:
    database = open_database(database_url)
    programmes = Programmes(database)
    await programmes.do(_found)
    yield programmes
    await database.close()


def open_pair(unit: UnitOfWork) -> None:
    service.open_mentorship(unit, "m", "c", "r", {"ana": "mentee", "bor": "mentor"})


async def test_a_mentorship_is_found_by_its_room(programmes: Programmes) -> None:
    await programmes.do(open_pair)
    found = await programmes.read(lambda connection: service.mentorship_of(connection, "r"))
    assert found == Mentorship("m", "c", "r", {"ana": "mentee", "bor": "mentor"}, NOW, "active", since=NOW)


async def test_a_room_of_no_mentorship_has_none_and_nobody_manages_it(programmes: Programmes) -> None:
    await programmes.do(open_pair)
    assert await programmes.read(lambda connection: service.mentorship_of(connection, "other")) is None
    assert await programmes.read(lambda connection: service.managers_of(connection, "other")) == ()


async def test_the_coordinators_of_its_own_cohort_alone_manage_a_room(programmes: Programmes) -> None:
    await programmes.do(open_pair)
    assert await programmes.read(lambda connection: service.managers_of(connection, "r")) == ("tin", "vera")


async def test_a_new_coordinator_manages_within_the_same_transaction(programmes: Programmes) -> None:
    def enrol_and_ask(unit: UnitOfWork) -> tuple[str, ...]:
        open_pair(unit)
        service.enrol(unit, Enrolment("maja", "c", "coordinator"))
        return service.managers_of(unit.connection, "r")

    assert await programmes.do(enrol_and_ask) == ("maja", "tin", "vera")


async def test_a_person_may_have_several_parts_in_a_cohort_but_each_once(programmes: Programmes) -> None:
    await programmes.do(lambda unit: service.enrol(unit, Enrolment("vera", "c", "mentor")))
    with pytest.raises(IntegrityError):
        await programmes.do(lambda unit: service.enrol(unit, Enrolment("vera", "c", "mentor")))


async def test_a_room_has_one_mentorship(programmes: Programmes) -> None:
    await programmes.do(open_pair)
    with pytest.raises(IntegrityError):
        await programmes.do(
            lambda unit: service.open_mentorship(unit, "n", "c", "r", {"ana": "mentee", "bor": "mentor"})
        )


@pytest.mark.parametrize(
    "people",
    [
        pytest.param({"ana": "mentee"}, id="no mentor"),
        pytest.param({"bor": "mentor"}, id="no mentee"),
        pytest.param({"ana": "mentee", "zoran": "mentor"}, id="a mentor who is not enrolled"),
        pytest.param({"bor": "mentee", "ana": "mentor"}, id="roles that were not agreed"),
    ],
)
async def test_a_mentorship_is_of_people_enrolled_as_what_they_are_in_it(
    programmes: Programmes, people: dict[str, str]
) -> None:
    with pytest.raises(ValueError, match="mentorship m"):
        await programmes.do(lambda unit: service.open_mentorship(unit, "m", "c", "r", people))  # type: ignore[arg-type]
    assert await programmes.read(lambda connection: service.mentorship_of(connection, "r")) is None


async def test_names_keep_their_scripts_and_their_order(programmes: Programmes) -> None:
    names = await programmes.read(
        lambda connection: connection.execute(
            select(tables.organisation.c.names).where(tables.organisation.c.id == "window")
        ).scalar_one()
    )
    assert names == (
        '{"mk":"Здружение Јужен прозорец","sq":"Shoqata Dritarja e Jugut","en":"South Window Association"}'
    )

"""40 runs with 2 000 people, half of them in the largest one: the size at which screens of the team are measured."""

from __future__ import annotations

from typing import Any

from server.accounts.model import NewPerson
from server.accounts.service import add_people
from server.programmes.tables import cohort, enrolment, mentorship, mentorship_person, partnership
from server.unit_of_work import UnitOfWork
from tests.flows.office import COLLEAGUE, COORDINATOR, LEAD, PARTNER, RUN

RUNS, PEOPLE = 40, 2_000
LARGE, SMALL = "run0", "run1"


def fill(unit: UnitOfWork) -> None:
    """Copies of the office's run. Of each two pairs one is the lead's and one the partner's."""
    add_people(unit, [NewPerson(f"p{n}", f"Osoba {n}", f"p{n}@many.example", "hr", "UTC", None) for n in range(PEOPLE)])
    run = dict(unit.connection.execute(cohort.select().where(cohort.c.id == RUN)).one()._mapping)
    unit.connection.execute(cohort.insert(), [run | {"id": f"run{number}"} for number in range(RUNS)])
    roles = ((LEAD, "lead"), (PARTNER, "partner"))
    partners = [
        {"cohort_id": f"run{number}", "organisation_id": id, "role": role}
        for number in range(RUNS)
        for id, role in roles
    ]
    unit.connection.execute(partnership.insert(), partners)
    unit.connection.execute(enrolment.insert(), [part for number in range(RUNS) for part in _team(f"run{number}")])
    pairs = [_pair(place) for place in range(PEOPLE // 2)]
    unit.connection.execute(enrolment.insert(), [part for parts, _, _ in pairs for part in parts])
    unit.connection.execute(mentorship.insert(), [one for _, one, _ in pairs])
    unit.connection.execute(mentorship_person.insert(), [seat for _, _, seats in pairs for seat in seats])


def _team(run: str) -> list[dict[str, Any]]:
    return [_part(run, COORDINATOR, "coordinator", LEAD), _part(run, COLLEAGUE, "coordinator", PARTNER)]


def _part(run: str, person: str, role: str, organisation: str) -> dict[str, Any]:
    return {"cohort_id": run, "person": person, "role": role, "organisation_id": organisation, "enrolled_at": 1}


def _pair(place: int) -> tuple[list[dict[str, Any]], dict[str, Any], list[dict[str, Any]]]:
    """Their parts, their mentorship, and their seats in it."""
    run = LARGE if place % 2 else f"run{1 + place // 2 % (RUNS - 1)}"
    organisation = LEAD if place // 2 // (RUNS - 1) % 2 else PARTNER
    seats = ((f"p{2 * place}", "mentee"), (f"p{2 * place + 1}", "mentor"))
    parts = [_part(run, person, role, organisation) for person, role in seats]
    one = {"id": f"m{place}", "cohort_id": run, "room_key": f"r{place}", "state": "active", "opened_at": 1}
    theirs = [{"mentorship_id": f"m{place}", "person": person, "role": role} for person, role in seats]
    return parts, one | {"since": 1, "version": 1}, theirs

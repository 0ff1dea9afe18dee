"""All SQL of enrolments."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, delete, insert, select

from server.programmes.model import Enrolment, EnrolmentRole
from server.programmes.tables import enrolment, mentorship, mentorship_person

AT_ONCE = 500
"""Values that one statement takes."""

_PART = select(enrolment.c.person, enrolment.c.cohort_id, enrolment.c.role, enrolment.c.organisation_id)


def of_cohort(connection: Connection, cohort_id: str) -> list[Enrolment]:
    """In the order in which they came."""
    found = _PART.where(enrolment.c.cohort_id == cohort_id)
    rows = connection.execute(found.order_by(enrolment.c.enrolled_at, enrolment.c.role, enrolment.c.person))
    return [Enrolment(*row) for row in rows]


def of_person(connection: Connection, person: str) -> list[Enrolment]:
    found = _PART.where(enrolment.c.person == person).order_by(enrolment.c.enrolled_at, enrolment.c.role)
    return [Enrolment(*row) for row in connection.execute(found)]


def of_people(connection: Connection, cohort_id: str, people: Sequence[str]) -> list[Enrolment]:
    """Of these people in the run."""
    found: list[Enrolment] = []
    for start in range(0, len(people), AT_ONCE):
        theirs = _PART.where(
            enrolment.c.cohort_id == cohort_id, enrolment.c.person.in_(people[start : start + AT_ONCE])
        )
        found += [Enrolment(*row) for row in connection.execute(theirs)]
    return found


def everywhere(connection: Connection, people: Sequence[str]) -> list[Enrolment]:
    """Of these people in any run."""
    found: list[Enrolment] = []
    for start in range(0, len(people), AT_ONCE):
        theirs = _PART.where(enrolment.c.person.in_(people[start : start + AT_ONCE]))
        found += [Enrolment(*row) for row in connection.execute(theirs)]
    return found


def add(connection: Connection, parts: Collection[Enrolment], at: int) -> None:
    rows = [
        {
            "cohort_id": one.cohort,
            "role": one.role,
            "person": one.person,
            "organisation_id": one.organisation,
            "enrolled_at": at,
        }
        for one in parts
    ]
    if rows:
        connection.execute(insert(enrolment), rows)


def remove(connection: Connection, cohort_id: str, person: str, role: EnrolmentRole) -> None:
    theirs = (enrolment.c.cohort_id == cohort_id, enrolment.c.person == person, enrolment.c.role == role)
    connection.execute(delete(enrolment).where(*theirs))


def has_open_mentorship(connection: Connection, cohort_id: str, person: str, role: str) -> bool:
    found = (
        select(mentorship.c.id)
        .join(mentorship_person)
        .where(mentorship.c.cohort_id == cohort_id, mentorship.c.state.in_(("active", "paused")))
        .where(mentorship_person.c.person == person, mentorship_person.c.role == role)
    )
    return connection.execute(found.limit(1)).first() is not None

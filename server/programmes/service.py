"""The programmes' use cases. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from server.database import Connection
from server.programmes import store
from server.programmes.founding import store as founding
from server.programmes.mentorships import store as mentorships
from server.programmes.mentorships.rules import subject
from server.programmes.model import (
    Cohort,
    Credit,
    Enrolment,
    Mentorship,
    MentorshipRole,
    Organisation,
    PartnerRole,
    Programme,
)
from server.programmes.store import people_of as people_of
from server.unit_of_work import UnitOfWork


def add_organisation(unit: UnitOfWork, organisation: Organisation) -> None:
    store.add_organisation(unit.connection, organisation)


def add_programme(unit: UnitOfWork, programme: Programme) -> None:
    """Its lead must be there already."""
    store.add_programme(unit.connection, programme)


def add_cohort(unit: UnitOfWork, cohort: Cohort, partners: Mapping[str, PartnerRole]) -> None:
    """`partners`: organisation id -> what it does in this run."""
    store.add_cohort(unit.connection, cohort)
    for organisation, role in partners.items():
        store.add_partnership(unit.connection, cohort.id, organisation, role)


def set_credits(unit: UnitOfWork, cohort: str, credits: Sequence[Credit]) -> None:
    founding.replace_credits(unit.connection, cohort, credits)


def enrol(unit: UnitOfWork, enrolment: Enrolment) -> None:
    store.add_enrolment(unit.connection, enrolment, unit.now)


def open_mentorship(unit: UnitOfWork, id: str, cohort: str, room: str, people: Mapping[str, MentorshipRole]) -> None:
    """`people`: person id -> role. Who asks opens the room in the same unit.

    Raises ValueError without a mentor or a mentee, or when somebody is not enrolled as what they are here: a
    mentorship without a cohort's people would be a room that nobody can manage.
    """
    for role in ("mentee", "mentor"):
        asked = {person for person, theirs in people.items() if theirs == role}
        missing = asked - set(store.enrolled(unit.connection, cohort, role))
        if not asked or missing:
            raise ValueError(f"mentorship {id}: no {role} enrolled in {cohort}: {sorted(missing)}")
    store.add_mentorship(unit.connection, Mentorship(id, cohort, room, people, unit.now, since=unit.now))


def mentorship_of(connection: Connection, room: str) -> Mentorship | None:
    """The mentorship that lives in a room; None for rooms of other kinds."""
    return mentorships.by_room(connection, room)


def is_enrolled(connection: Connection, room: str, person: str) -> bool:
    """Whether the person takes part, in whichever run and role, in the programme that a room belongs to."""
    return store.is_enrolled(connection, room, person)


def managers_of(connection: Connection, room: str) -> tuple[str, ...]:
    """Who may change a room's members, by id: of those who coordinate the run of its mentorship the lead's, and a
    partner's where all of its people are their own.

    Nobody for a room that no programme has, nor for that of a group.
    """
    one = mentorships.by_room(connection, room)
    if one is None:
        return ()
    enrolled = mentorships.candidates(connection, one.cohort, one.people.keys()).enrolled
    organisations = {enrolled.get(seat) for seat in one.people.items()}
    of_run = subject(mentorships.coordinators(connection, one.cohort), organisations)
    return tuple(sorted({*of_run.leads, *of_run.own}))


def leads(connection: Connection, person: str) -> bool:
    """Whether the person runs a programme: coordinates one of its cohorts."""
    return store.coordinates(connection, person)

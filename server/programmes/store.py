"""All SQL of the programmes. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping

import msgspec
from sqlalchemy import Connection, insert, select

from server.programmes.model import (
    Cohort,
    Enrolment,
    EnrolmentRole,
    Mentorship,
    MentorshipRole,
    Organisation,
    PartnerRole,
    Programme,
)
from server.programmes.tables import (
    cohort,
    enrolment,
    mentorship,
    mentorship_person,
    organisation,
    partnership,
    programme,
)


def _names(names: Mapping[str, str]) -> str:
    return msgspec.json.encode(dict(names)).decode()


def add_organisation(connection: Connection, one: Organisation) -> None:
    connection.execute(
        insert(organisation).values(
            id=one.id, names=_names(one.names), town=one.town, country=one.country, zone=one.zone
        )
    )


def add_programme(connection: Connection, one: Programme) -> None:
    connection.execute(insert(programme).values(id=one.id, names=_names(one.names), lead_id=one.lead))


def add_cohort(connection: Connection, one: Cohort) -> None:
    connection.execute(
        insert(cohort).values(
            id=one.id,
            programme_id=one.programme,
            start=one.start.isoformat(),
            weeks=one.weeks,
            home_zone=one.home_zone,
            least_meetings=one.least_meetings,
            least_gatherings=one.least_gatherings,
        )
    )


def add_partnership(connection: Connection, cohort_id: str, organisation_id: str, role: PartnerRole) -> None:
    connection.execute(insert(partnership).values(cohort_id=cohort_id, organisation_id=organisation_id, role=role))


def add_enrolment(connection: Connection, one: Enrolment, at: int) -> None:
    connection.execute(
        insert(enrolment).values(
            cohort_id=one.cohort, role=one.role, person=one.person, organisation_id=one.organisation, enrolled_at=at
        )
    )


def enrolled(connection: Connection, cohort_id: str, role: EnrolmentRole) -> tuple[str, ...]:
    found = select(enrolment.c.person).where(enrolment.c.cohort_id == cohort_id, enrolment.c.role == role)
    return tuple(connection.execute(found.order_by(enrolment.c.person)).scalars())


def add_mentorship(connection: Connection, one: Mentorship) -> None:
    connection.execute(
        insert(mentorship).values(
            id=one.id, cohort_id=one.cohort, room_key=one.room, state=one.state, opened_at=one.opened_at
        )
    )
    connection.execute(
        insert(mentorship_person),
        [{"mentorship_id": one.id, "person": person, "role": role} for person, role in one.people.items()],
    )


def mentorship_of(connection: Connection, room_key: str) -> Mentorship | None:
    row = connection.execute(select(mentorship).where(mentorship.c.room_key == room_key)).first()
    if row is None:
        return None
    people = _people(connection, row.id)
    return Mentorship(row.id, row.cohort_id, row.room_key, people, row.opened_at, row.state)


def _people(connection: Connection, mentorship_id: str) -> dict[str, MentorshipRole]:
    found = select(mentorship_person.c.person, mentorship_person.c.role)
    rows = connection.execute(
        found.where(mentorship_person.c.mentorship_id == mentorship_id).order_by(mentorship_person.c.person)
    )
    return {row.person: row.role for row in rows}


def is_enrolled(connection: Connection, room_key: str, person: str) -> bool:
    theirs, the_rooms = cohort.alias("theirs"), cohort.alias("the_rooms")
    found = (
        select(enrolment.c.person)
        .join(theirs, theirs.c.id == enrolment.c.cohort_id)
        .join(the_rooms, the_rooms.c.programme_id == theirs.c.programme_id)
        .join(mentorship, mentorship.c.cohort_id == the_rooms.c.id)
        .where(enrolment.c.person == person, mentorship.c.room_key == room_key)
        .limit(1)
    )
    return connection.execute(found).first() is not None


def people_of(connection: Connection, room_keys: Collection[str]) -> dict[str, frozenset[str]]:
    """By room: the mentors and mentees of the active mentorship that lives there."""
    theirs = select(mentorship.c.room_key, mentorship_person.c.person).join(mentorship)
    active = (mentorship.c.room_key.in_(room_keys), mentorship.c.state == "active")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(theirs.where(*active)):
        found[row[0]].add(row[1])
    return {room: frozenset(people) for room, people in found.items()}


def coordinators_of(connection: Connection, room_key: str) -> tuple[str, ...]:
    found = (
        select(enrolment.c.person)
        .join(mentorship, mentorship.c.cohort_id == enrolment.c.cohort_id)
        .where(mentorship.c.room_key == room_key, enrolment.c.role == "coordinator")
    )
    return tuple(connection.execute(found.order_by(enrolment.c.person)).scalars())


def coordinates(connection: Connection, person: str) -> bool:
    found = select(enrolment.c.person).where(enrolment.c.person == person, enrolment.c.role == "coordinator")
    return connection.execute(found.limit(1)).first() is not None

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


def written(words: Mapping[str, str]) -> str:
    """Words by language tag, in their order, as a column holds them."""
    return msgspec.json.encode(dict(words)).decode()


def read_words(column: str) -> dict[str, str]:
    return msgspec.json.decode(column, type=dict[str, str])


def add_organisation(connection: Connection, one: Organisation) -> None:
    connection.execute(
        insert(organisation).values(
            id=one.id,
            names=written(one.names),
            town=one.town,
            country=one.country,
            zone=one.zone,
            version=one.version,
            added_by=one.added_by,
        )
    )


def add_programme(connection: Connection, one: Programme) -> None:
    connection.execute(
        insert(programme).values(id=one.id, names=written(one.names), lead_id=one.lead, version=one.version)
    )


def add_cohort(connection: Connection, one: Cohort) -> None:
    connection.execute(
        insert(cohort).values(
            id=one.id,
            programme_id=one.programme,
            names=written(one.names),
            start=one.start.isoformat(),
            end=one.end.isoformat(),
            home_zone=one.home_zone,
            least_meetings=one.least_meetings,
            least_gatherings=one.least_gatherings,
            state=one.state,
            help_name=one.help and one.help.name,
            help_phone=one.help and one.help.phone,
            silence_days=one.silence_days and msgspec.json.encode(one.silence_days).decode(),
            first_words=written(one.first_words),
            version=one.version,
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
            id=one.id,
            cohort_id=one.cohort,
            room_key=one.room,
            state=one.state,
            opened_at=one.opened_at,
            since=one.since,
            version=one.version,
        )
    )
    connection.execute(
        insert(mentorship_person),
        [{"mentorship_id": one.id, "person": person, "role": role} for person, role in one.people.items()],
    )


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
    """By room: the mentors and mentees of the mentorship that lives and goes on there."""
    theirs = select(mentorship.c.room_key, mentorship_person.c.person).join(mentorship)
    goes_on = (mentorship.c.room_key.in_(room_keys), mentorship.c.state.in_(("active", "paused")))
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(theirs.where(*goes_on)):
        found[row[0]].add(row[1])
    return {room: frozenset(people) for room, people in found.items()}


def coordinates(connection: Connection, person: str) -> bool:
    found = select(enrolment.c.person).where(enrolment.c.person == person, enrolment.c.role == "coordinator")
    return connection.execute(found.limit(1)).first() is not None

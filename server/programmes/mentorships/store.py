"""All SQL of mentorships. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, delete, insert, select, update

from server.programmes.mentorships.model import Candidates, Coordinator, Run, Seat
from server.programmes.mentorships.rules import GOES_ON
from server.programmes.model import Mentorship, MentorshipRole, MentorshipState
from server.programmes.store import read_words
from server.programmes.tables import (
    cohort,
    enrolment,
    mentorship,
    mentorship_person,
    partnership,
    programme,
)


def lock_run(connection: Connection, cohort_id: str) -> Run | None:
    """Locked until the commit: two who pair people of one run do it one after the other, also from two nodes."""
    return _run(connection, _RUN.where(cohort.c.id == cohort_id).with_for_update(of=cohort, key_share=True))


def run_of(connection: Connection, cohort_id: str) -> Run | None:
    """For who only reads it."""
    return _run(connection, _RUN.where(cohort.c.id == cohort_id))


_RUN = select(cohort.c.id, cohort.c.state, programme.c.names, cohort.c.first_words).join(
    programme, programme.c.id == cohort.c.programme_id
)


def _run(connection: Connection, which: Select[Any]) -> Run | None:
    row = connection.execute(which).first()
    return None if row is None else Run(row[0], row[1], read_words(row[2]), read_words(row[3]))


def coordinators(connection: Connection, cohort_id: str) -> list[Coordinator]:
    theirs = and_(
        partnership.c.cohort_id == enrolment.c.cohort_id, partnership.c.organisation_id == enrolment.c.organisation_id
    )
    found = (
        select(enrolment.c.person, enrolment.c.organisation_id, partnership.c.role)
        .outerjoin(partnership, theirs)
        .where(enrolment.c.cohort_id == cohort_id, enrolment.c.role == "coordinator")
        .order_by(enrolment.c.person)
    )
    return [Coordinator(*row) for row in connection.execute(found)]


def candidates(connection: Connection, cohort_id: str, people: Collection[str]) -> Candidates:
    """What is so of these people in the run."""
    columns = (enrolment.c.person, enrolment.c.role, enrolment.c.organisation_id)
    parts = select(*columns).where(enrolment.c.cohort_id == cohort_id, enrolment.c.person.in_(people))
    enrolled = {(row[0], row[1]): row[2] for row in connection.execute(parts)}
    mentees = (
        select(mentorship_person.c.person)
        .join(mentorship)
        .where(mentorship.c.cohort_id == cohort_id, mentorship.c.state.in_(GOES_ON))
        .where(mentorship_person.c.role == "mentee", mentorship_person.c.person.in_(people))
    )
    return Candidates(enrolled, frozenset(connection.execute(mentees).scalars()))


def by_id(connection: Connection, mentorship_id: str) -> Mentorship | None:
    return next(iter(_mentorships(connection, mentorship.c.id == mentorship_id)), None)


def by_room(connection: Connection, room_key: str) -> Mentorship | None:
    return next(iter(_mentorships(connection, mentorship.c.room_key == room_key)), None)


def of_run(connection: Connection, cohort_id: str) -> list[Mentorship]:
    """In the order of their opening."""
    return _mentorships(connection, mentorship.c.cohort_id == cohort_id)


def of_runs(connection: Connection, cohort_ids: Collection[str]) -> list[Mentorship]:
    return _mentorships(connection, mentorship.c.cohort_id.in_(cohort_ids))


def seats_of_run(connection: Connection, cohort_id: str) -> list[tuple[str, str, MentorshipRole]]:
    """Of those that go on: mentorship, person, role."""
    columns = (mentorship_person.c.mentorship_id, mentorship_person.c.person, mentorship_person.c.role)
    found = select(*columns).join(mentorship)
    found = found.where(mentorship.c.cohort_id == cohort_id, mentorship.c.state.in_(GOES_ON))
    return [(row[0], row[1], row[2]) for row in connection.execute(found)]


def of_person(connection: Connection, person: str) -> list[Mentorship]:
    """Those that a person is in, of whichever run, in the order of their opening."""
    mine = select(mentorship_person.c.mentorship_id).where(mentorship_person.c.person == person)
    return _mentorships(connection, mentorship.c.id.in_(mine))


def _mentorships(connection: Connection, which: ColumnElement[bool]) -> list[Mentorship]:
    """Two statements, however many they are."""
    rows = connection.execute(select(mentorship).where(which).order_by(mentorship.c.opened_at, mentorship.c.id)).all()
    columns = (mentorship_person.c.mentorship_id, mentorship_person.c.person, mentorship_person.c.role)
    people: defaultdict[str, dict[str, MentorshipRole]] = defaultdict(dict)
    if rows:
        found = select(*columns).join(mentorship).where(which).order_by(mentorship_person.c.person)
        for of, person, role in connection.execute(found):
            people[of][person] = role
    return [_mentorship(row, people[row.id]) for row in rows]


def _mentorship(row: Row[Any], people: dict[str, MentorshipRole]) -> Mentorship:
    return Mentorship(
        id=row.id,
        cohort=row.cohort_id,
        room=row.room_key,
        people=people,
        opened_at=row.opened_at,
        state=row.state,
        since=row.since,
        version=row.version,
    )


def change_state(connection: Connection, mentorship_id: str, state: MentorshipState, at: int) -> None:
    changed = update(mentorship).where(mentorship.c.id == mentorship_id)
    connection.execute(changed.values(state=state, since=at, version=mentorship.c.version + 1))


def add_people(connection: Connection, mentorship_id: str, seats: Sequence[Seat]) -> None:
    rows = [{"mentorship_id": mentorship_id, "person": person, "role": role} for person, role in seats]
    connection.execute(insert(mentorship_person), rows)
    _touch(connection, mentorship_id)


def remove_person(connection: Connection, mentorship_id: str, person: str) -> None:
    theirs = (mentorship_person.c.mentorship_id == mentorship_id, mentorship_person.c.person == person)
    connection.execute(delete(mentorship_person).where(*theirs))
    _touch(connection, mentorship_id)


def _touch(connection: Connection, mentorship_id: str) -> None:
    raised = update(mentorship).where(mentorship.c.id == mentorship_id)
    connection.execute(raised.values(version=mentorship.c.version + 1))

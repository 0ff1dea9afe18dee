"""All SQL of groups. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple, cast

from sqlalchemy import Connection, Select, delete, func, insert, literal, select, true, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite

from server.contract.programmes import CircleKind
from server.programmes.circles.tables import circle, circle_change, circle_member
from server.programmes.model import EnrolmentRole
from server.programmes.tables import enrolment


class Opened(NamedTuple):
    kind: CircleKind
    room: str


def of_run(connection: Connection, cohort_id: str) -> list[Opened]:
    """In the order of their opening."""
    found = select(circle.c.kind, circle.c.room_key).where(circle.c.cohort_id == cohort_id)
    return [Opened(*row) for row in connection.execute(found.order_by(circle.c.opened_at, circle.c.kind))]


def of_person(connection: Connection, person: str) -> dict[str, list[Opened]]:
    """Those that a person is in, by run."""
    found = (
        select(circle.c.cohort_id, circle.c.kind, circle.c.room_key)
        .join(circle_member)
        .where(circle_member.c.person == person, circle_member.c.left_at.is_(None))
        .order_by(circle.c.opened_at, circle.c.kind)
    )
    circles: defaultdict[str, list[Opened]] = defaultdict(list)
    for cohort_id, kind, room in connection.execute(found):
        circles[cohort_id].append(Opened(kind, room))
    return dict(circles)


def by_room(connection: Connection, room_key: str) -> tuple[str, CircleKind] | None:
    """The run and the kind of the group that lives in a room."""
    row = connection.execute(select(circle.c.cohort_id, circle.c.kind).where(circle.c.room_key == room_key)).first()
    return None if row is None else (row[0], cast(CircleKind, row[1]))


def add(connection: Connection, cohort_id: str, one: Opened, at: int) -> None:
    connection.execute(insert(circle).values(cohort_id=cohort_id, kind=one.kind, room_key=one.room, opened_at=at))


def parts(connection: Connection, cohort_id: str, people: Collection[str]) -> dict[str, list[EnrolmentRole]]:
    """Of these people in the run; who has none is not among them."""
    theirs = (enrolment.c.cohort_id == cohort_id, enrolment.c.person.in_(people))
    found: defaultdict[str, list[EnrolmentRole]] = defaultdict(list)
    for person, role in connection.execute(select(enrolment.c.person, enrolment.c.role).where(*theirs)):
        found[person].append(role)
    return found


def members(connection: Connection, cohort_id: str, people: Collection[str]) -> dict[str, set[CircleKind]]:
    """The groups in which these people are, or were until they left by themselves."""
    theirs = (circle_member.c.cohort_id == cohort_id, circle_member.c.person.in_(people))
    found: defaultdict[str, set[CircleKind]] = defaultdict(set)
    for person, kind in connection.execute(select(circle_member.c.person, circle_member.c.kind).where(*theirs)):
        found[person].add(kind)
    return found


def add_members(connection: Connection, cohort_id: str, joined: Mapping[CircleKind, Collection[str]]) -> None:
    rows = [
        {"cohort_id": cohort_id, "kind": kind, "person": person} for kind, people in joined.items() for person in people
    ]
    if rows:
        connection.execute(insert(circle_member), rows)


def remove_members(connection: Connection, cohort_id: str, gone: Mapping[CircleKind, Collection[str]]) -> None:
    places = [(kind, person) for kind, people in gone.items() for person in people]
    if places:
        which = tuple_(circle_member.c.kind, circle_member.c.person).in_(places)
        connection.execute(delete(circle_member).where(circle_member.c.cohort_id == cohort_id, which))


def leave(connection: Connection, cohort_id: str, kind: CircleKind, person: str, at: int) -> None:
    theirs = (circle_member.c.cohort_id == cohort_id, circle_member.c.kind == kind, circle_member.c.person == person)
    connection.execute(update(circle_member).where(*theirs).values(left_at=at))


def come_back(connection: Connection, cohort_id: str, kind: CircleKind, person: str) -> bool:
    """False for who did not leave, or takes part no more."""
    theirs = (circle_member.c.cohort_id == cohort_id, circle_member.c.kind == kind, circle_member.c.person == person)
    back = update(circle_member).where(*theirs, circle_member.c.left_at.is_not(None)).values(left_at=None)
    return connection.execute(back).rowcount == 1


# ── who is still to be looked at ──────────────────────────────────────────────────────────────────────────────────────


def look_at(connection: Connection, cohort_id: str, person: str) -> None:
    _look_at(connection, select(literal(cohort_id), literal(person)))


def look_at_everybody(connection: Connection, cohort_id: str) -> None:
    """In one statement, however many they are."""
    whom = select(enrolment.c.cohort_id, enrolment.c.person).where(enrolment.c.cohort_id == cohort_id).distinct()
    _look_at(connection, whom)


def _look_at(connection: Connection, whom: Select[str, str]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    # By the condition SQLite tells the clause that follows from a join.
    added = dialect.insert(circle_change).from_select(["cohort_id", "person"], whom.where(true()))
    connection.execute(added.on_conflict_do_nothing())


def run_that_waits(connection: Connection) -> str | None:
    """One of those with people who wait."""
    found: str | None = connection.execute(select(func.min(circle_change.c.cohort_id))).scalar()
    return found


def take(connection: Connection, cohort_id: str, limit: int) -> list[str]:
    """Some people of a run who are to be looked at, out of the list."""
    waiting = select(circle_change.c.person).where(circle_change.c.cohort_id == cohort_id)
    people = list(connection.execute(waiting.order_by(circle_change.c.person).limit(limit)).scalars())
    theirs = (circle_change.c.cohort_id == cohort_id, circle_change.c.person.in_(people))
    connection.execute(delete(circle_change).where(*theirs))
    return people

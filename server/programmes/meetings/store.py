"""All SQL of the meetings that were held. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from server.database import statement
from server.programmes.meetings.model import HeldMeeting
from server.programmes.meetings.tables import held_meeting, held_meeting_person
from server.programmes.tables import mentorship

_SET = statement(
    "INSERT INTO held_meeting (mentorship_id, meeting, day, minutes, manner, confirmed_by) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (mentorship_id, meeting) DO UPDATE "
    "SET day = excluded.day, minutes = excluded.minutes, manner = excluded.manner"
)


def put(connection: Connection, one: HeldMeeting) -> None:
    """As it stands now, whatever stood there before; who said first that it was held, and where its people came from
    on that day, stay."""
    row = (one.mentorship, one.meeting, one.day.isoformat(), one.minutes, one.manner, one.confirmed_by)
    connection.exec_driver_sql(_SET.on(connection), row)
    person = held_meeting_person.c
    which = (person.mentorship_id == one.mentorship, person.meeting == one.meeting)
    if one.people and connection.execute(select(person.person).where(*which).limit(1)).first() is None:
        its = {"mentorship_id": one.mentorship, "meeting": one.meeting}
        rows = [its | {"person": who, "organisation_id": by, "country": country} for who, by, country in one.people]
        connection.execute(insert(held_meeting_person), rows)


def remove(connection: Connection, mentorship: str, meeting: int) -> None:
    for table in (held_meeting_person, held_meeting):
        connection.execute(delete(table).where(table.c.mentorship_id == mentorship, table.c.meeting == meeting))


def of_run(connection: Connection, cohort: str) -> list[HeldMeeting]:
    """By day."""
    of_cohort = select(mentorship.c.id).where(mentorship.c.cohort_id == cohort)
    people: defaultdict[tuple[str, int], list[tuple[str, str | None, str | None]]] = defaultdict(list)
    were = select(held_meeting_person).where(held_meeting_person.c.mentorship_id.in_(of_cohort))
    for row in connection.execute(were.order_by(held_meeting_person.c.person)):
        people[row.mentorship_id, row.meeting].append((row.person, row.organisation_id, row.country))
    held = select(held_meeting).where(held_meeting.c.mentorship_id.in_(of_cohort))
    return [
        HeldMeeting(
            row.mentorship_id,
            row.meeting,
            date.fromisoformat(row.day),
            row.minutes,
            row.manner,
            row.confirmed_by,
            tuple(people[row.mentorship_id, row.meeting]),
        )
        for row in connection.execute(held.order_by(held_meeting.c.day, held_meeting.c.mentorship_id))
    ]

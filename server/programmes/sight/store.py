"""All SQL of what is seen of a run. Plain functions of a connection; few statements, however large it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from server.programmes.care.rules import LAST
from server.programmes.care.tables import care
from server.programmes.meetings.tables import held_meeting
from server.programmes.model import Help
from server.programmes.pulse.rules import shown_months
from server.programmes.pulse.tables import pulse
from server.programmes.sight.model import EVERYBODY, Part, Run, Scope, SeenMentorship, SeenPerson, Sight
from server.programmes.store import read_words
from server.programmes.support.model import LEVELS
from server.programmes.support.tables import support_wish
from server.programmes.tables import cohort, enrolment, mentorship, mentorship_person, organisation, programme

_RUN = (
    select(cohort, programme.c.lead_id, organisation.c.names.label("lead_names"))
    .join(programme, programme.c.id == cohort.c.programme_id)
    .join(organisation, organisation.c.id == programme.c.lead_id)
)
_PARTS = select(enrolment.c.person, enrolment.c.role, enrolment.c.organisation_id, organisation.c.names).outerjoin(
    organisation, organisation.c.id == enrolment.c.organisation_id
)


def run(connection: Connection, cohort_id: str) -> Run | None:
    row = connection.execute(_RUN.where(cohort.c.id == cohort_id)).first()
    return None if row is None else _run(row)


def runs_of(connection: Connection, person: str) -> list[tuple[Run, tuple[str, ...]]]:
    """Those that the person takes part in, the newest first, with their roles."""
    mine = _RUN.add_columns(enrolment.c.role).join(enrolment, enrolment.c.cohort_id == cohort.c.id)
    rows = connection.execute(
        mine.where(enrolment.c.person == person).order_by(cohort.c.start.desc(), cohort.c.id, enrolment.c.role)
    )
    found: dict[str, tuple[Run, list[str]]] = {}
    for row in rows:
        found.setdefault(row.id, (_run(row), []))[1].append(row.role)
    return [(one, tuple(roles)) for one, roles in found.values()]


def _run(row: Row[Any]) -> Run:
    days = row.silence_days
    return Run(
        id=row.id,
        lead=row.lead_id,
        lead_names=read_words(row.lead_names),
        start=date.fromisoformat(row.start),
        end=date.fromisoformat(row.end),
        home_zone=row.home_zone,
        state=row.state,
        help=None if row.help_name is None else Help(row.help_name, row.help_phone),
        silence_days=None if days is None else msgspec.json.decode(days, type=tuple[int, int, int]),
    )


def team(connection: Connection, cohort_id: str, roles: Iterable[str]) -> list[Part]:
    """Those who are in the run in one of these roles."""
    return _parts(connection, enrolment.c.cohort_id == cohort_id, enrolment.c.role.in_(tuple(roles)))


def parts_of(connection: Connection, cohort_id: str, *people: str) -> list[Part]:
    return _parts(connection, enrolment.c.cohort_id == cohort_id, enrolment.c.person.in_(people))


def _parts(connection: Connection, *which: ColumnElement[bool]) -> list[Part]:
    rows = connection.execute(_PARTS.where(*which).order_by(enrolment.c.person, enrolment.c.role)).all()
    # Read once for each organisation, however many people it brought in.
    names = {id: {} if written is None else read_words(written) for id, written in {(row[2], row[3]) for row in rows}}
    return [Part(row[0], row[1], row[2], names[row[2]]) for row in rows]


def origins_of(
    connection: Connection, cohort_id: str, people: Collection[str] | Select[tuple[str]]
) -> dict[str, tuple[str, str]]:
    """By person: the organisation that brought them into the run, and its country (ISO 3166)."""
    found = (
        select(enrolment.c.person, organisation.c.id, organisation.c.country)
        .join(organisation, organisation.c.id == enrolment.c.organisation_id)
        .where(enrolment.c.cohort_id == cohort_id, enrolment.c.person.in_(people))
    )
    return {person: (id, country) for person, id, country in connection.execute(found.order_by(enrolment.c.role))}


# ── the one question ──────────────────────────────────────────────────────────────────────────────────────────────────


def look(connection: Connection, seen: Run, scope: Scope, today: date) -> Sight:
    """What the team sees of the run, as far as the scope goes."""
    return Sight(
        parts=tuple(_parts(connection, enrolment.c.cohort_id == seen.id, *_of_parts(scope))),
        mentorships=tuple(_mentorships(connection, seen, scope)),
        words=_words(connection, seen, scope, today),
        wishes=_wishes(connection, seen.id, scope),
    )


def _of_parts(scope: Scope) -> Iterable[ColumnElement[bool]]:
    if scope.person is not None:
        yield enrolment.c.person == scope.person
    if scope.organisation is not None:
        yield enrolment.c.organisation_id == scope.organisation


def _people(cohort_id: str, scope: Scope) -> Select[Any]:
    return select(enrolment.c.person).where(enrolment.c.cohort_id == cohort_id, *_of_parts(scope))


def _mentorships(connection: Connection, seen: Run, scope: Scope) -> list[SeenMentorship]:
    part = and_(
        enrolment.c.cohort_id == mentorship.c.cohort_id,
        enrolment.c.person == mentorship_person.c.person,
        enrolment.c.role == mentorship_person.c.role,
    )
    count = func.count().label("met")
    length, last = func.sum(held_meeting.c.minutes).label("minutes"), func.max(held_meeting.c.day).label("last_met")
    met = select(held_meeting.c.mentorship_id, count, length, last).group_by(held_meeting.c.mentorship_id)
    of_run = select(mentorship.c.id).where(mentorship.c.cohort_id == seen.id)
    meetings = met.where(held_meeting.c.mentorship_id.in_(of_run)).subquery()
    found = (
        select(
            mentorship.c.id,
            mentorship.c.state,
            mentorship.c.since,
            mentorship_person.c.person,
            mentorship_person.c.role,
            enrolment.c.organisation_id,
            care.c.step,
            care.c.told_at,
            meetings.c.met,
            meetings.c.minutes,
            meetings.c.last_met,
        )
        .join(mentorship_person, mentorship_person.c.mentorship_id == mentorship.c.id)
        .outerjoin(enrolment, part)
        .outerjoin(care, care.c.mentorship_id == mentorship.c.id)
        .outerjoin(meetings, meetings.c.mentorship_id == mentorship.c.id)
        .where(mentorship.c.cohort_id == seen.id)
        .order_by(mentorship.c.since.desc(), mentorship.c.id, mentorship_person.c.role, mentorship_person.c.person)
    )
    if scope != EVERYBODY:
        theirs = select(mentorship_person.c.mentorship_id)
        theirs = theirs.where(mentorship_person.c.person.in_(_people(seen.id, scope)))
        found = found.where(mentorship.c.id.in_(theirs))
    by_id: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(found).all():
        by_id[row[0]].append(row)
    return [_mentorship(rows, seen) for rows in by_id.values()]


def _mentorship(rows: list[Any], seen: Run) -> SeenMentorship:
    row = rows[0]
    people = tuple(SeenPerson(one.person, one.role, one.organisation_id) for one in rows)
    # What went on again after the step counts as a sign of life before the care looks there again.
    told = row.step == LAST and row.told_at > row.since and seen.silence_days is not None
    return SeenMentorship(
        id=row.id,
        people=people,
        state=row.state,
        since=row.since,
        quiet=told and row.state == "active",
        met=row.met or 0,
        minutes=int(row.minutes or 0),
        last_met=None if row.last_met is None else date.fromisoformat(row.last_met),
    )


def _words(connection: Connection, seen: Run, scope: Scope, today: date) -> dict[str, str]:
    months = [month.isoformat() for month in shown_months(seen.start, today)]
    given = (pulse.c.cohort_id == seen.id, pulse.c.month.in_(months), pulse.c.word.is_not(None))
    found = select(pulse.c.person, pulse.c.word).where(*given)
    # Also where everybody is seen: who takes part no more tells the team nothing any more.
    found = found.where(pulse.c.person.in_(_people(seen.id, scope)))
    # The newest month last, so that its word stays.
    return {row.person: row.word for row in connection.execute(found.order_by(pulse.c.month))}


def _wishes(connection: Connection, cohort_id: str, scope: Scope) -> dict[str, tuple[str, ...]]:
    found = select(support_wish.c.person, support_wish.c.level).where(support_wish.c.cohort_id == cohort_id)
    found = found.where(support_wish.c.person.in_(_people(cohort_id, scope)))
    wished: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(found.order_by(support_wish.c.wished_at, support_wish.c.person)):
        wished[row.person].add(row.level)
    return {person: tuple(one for one in LEVELS if one in levels) for person, levels in wished.items()}


# ── who shares a room with whom ───────────────────────────────────────────────────────────────────────────────────────


def pairs_of(connection: Connection, cohort_id: str) -> dict[str, frozenset[str]]:
    """By room: the people of each mentorship of the run, those that are over too."""
    found = select(mentorship.c.room_key, mentorship_person.c.person).join(
        mentorship_person, mentorship_person.c.mentorship_id == mentorship.c.id
    )
    pairs: defaultdict[str, set[str]] = defaultdict(set)
    for room, person in connection.execute(found.where(mentorship.c.cohort_id == cohort_id)):
        pairs[room].add(person)
    return {room: frozenset(people) for room, people in pairs.items()}

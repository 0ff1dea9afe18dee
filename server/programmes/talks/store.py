"""All SQL of requests for a talk. Plain functions of a connection."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from server.programmes.talks.model import Matter, TalkRequest, TalkState
from server.programmes.talks.tables import talk_request


def add(connection: Connection, one: TalkRequest) -> None:
    connection.execute(
        insert(talk_request).values(
            id=one.id,
            cohort_id=one.cohort,
            person=one.person,
            asked=one.asked,
            deputy=one.deputy,
            matter=one.matter,
            state=one.state,
            taken_by=one.taken_by,
            asked_at=one.asked_at,
            answer_by=one.answer_by.isoformat(),
            deputy_from=one.deputy_from.isoformat(),
            deputy_told=False,
        )
    )


def by_id(connection: Connection, talk_id: str) -> TalkRequest | None:
    return next(iter(_found(connection, talk_request.c.id == talk_id)), None)


def is_open(connection: Connection, cohort_id: str, person: str, matter: Matter) -> bool:
    about = (talk_request.c.cohort_id == cohort_id, talk_request.c.person == person, talk_request.c.matter == matter)
    found = select(talk_request.c.id).where(*about, talk_request.c.state != "over")
    return connection.execute(found).first() is not None


def of_person(connection: Connection, person: str) -> list[TalkRequest]:
    """The newest first."""
    return _found(connection, talk_request.c.person == person)[::-1]


def for_person(connection: Connection, cohort_id: str, person: str) -> list[TalkRequest]:
    """Those that are not over and name the person as the one asked or as the deputy, the earliest date first."""
    theirs = or_(talk_request.c.asked == person, talk_request.c.deputy == person)
    return _found(connection, talk_request.c.cohort_id == cohort_id, talk_request.c.state != "over", theirs)


def deputies_due(connection: Connection, until: date) -> list[TalkRequest]:
    """Those that wait, whose deputy was not told yet, and for whom it is time on this day wherever that is."""
    waits = (talk_request.c.state == "waiting", talk_request.c.deputy.is_not(None), ~talk_request.c.deputy_told)
    return _found(connection, *waits, talk_request.c.deputy_from <= until.isoformat())


def tell_deputy(connection: Connection, talk_id: str) -> bool:
    """False when somebody has told them already."""
    theirs = (talk_request.c.id == talk_id, ~talk_request.c.deputy_told, talk_request.c.state == "waiting")
    return connection.execute(update(talk_request).where(*theirs).values(deputy_told=True)).rowcount == 1


def set_state(connection: Connection, talk_id: str, state: TalkState, actor: str) -> bool:
    """False when somebody else takes care of it meanwhile, or it is over or taken back."""
    free = or_(talk_request.c.taken_by.is_(None), talk_request.c.taken_by == actor)
    changed = update(talk_request).where(talk_request.c.id == talk_id, talk_request.c.state != "over", free)
    return connection.execute(changed.values(state=state, taken_by=actor)).rowcount == 1


def remove(connection: Connection, talk_id: str) -> None:
    connection.execute(delete(talk_request).where(talk_request.c.id == talk_id))


def _found(connection: Connection, *which: ColumnElement[bool]) -> list[TalkRequest]:
    in_order = (talk_request.c.answer_by, talk_request.c.asked_at, talk_request.c.id)
    return [_request(row) for row in connection.execute(select(talk_request).where(*which).order_by(*in_order))]


def _request(row: Row[Any]) -> TalkRequest:
    return TalkRequest(
        id=row.id,
        cohort=row.cohort_id,
        person=row.person,
        asked=row.asked,
        deputy=row.deputy,
        matter=row.matter,
        state=row.state,
        taken_by=row.taken_by,
        asked_at=row.asked_at,
        answer_by=date.fromisoformat(row.answer_by),
        deputy_from=date.fromisoformat(row.deputy_from),
    )


def forget(connection: Connection, cohort_id: str) -> None:
    """All of a run."""
    connection.execute(delete(talk_request).where(talk_request.c.cohort_id == cohort_id))

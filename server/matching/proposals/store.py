"""All SQL of proposals. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from server.matching.proposals.model import Asked, PairReasons, Proposal, Question, Role, State
from server.matching.proposals.rules import ASKING
from server.matching.proposals.tables import proposal, proposal_person, proposal_question

_encode = msgspec.json.Encoder(order="deterministic").encode
_reasons = msgspec.json.Decoder(tuple[PairReasons, ...]).decode


def add(connection: Connection, one: Proposal) -> None:
    connection.execute(insert(proposal).values(id=one.id, **_values(one)))
    rows = [
        {"proposal_id": one.id, "place": place, "person": each.person, "role": each.role, **_said(each)}
        for place, each in enumerate(one.people)
    ]
    connection.execute(insert(proposal_person), rows)


def _values(one: Proposal) -> dict[str, Any]:
    return {
        "cohort_id": one.cohort,
        "round_id": one.round,
        "made_by": one.made_by,
        "made_at": one.made_at,
        "order": one.order,
        "days": one.days,
        "reasons": _encode(one.reasons).decode(),
        "state": one.state,
        "expires_at": one.expires_at,
        "remind_at": one.remind_at,
        "ended_at": one.ended_at,
        "mentorship_id": one.mentorship,
        "version": one.version,
    }


def _said(each: Asked) -> dict[str, Any]:
    return {"asked_at": each.asked_at, "says": each.says, "said_at": each.said_at, "reason": each.reason}


def put(connection: Connection, one: Proposal) -> bool:
    """What is so now, with what its people say; whether the version before was the newest one."""
    before = (proposal.c.id == one.id, proposal.c.version == one.version - 1)
    if not connection.execute(update(proposal).where(*before).values(**_values(one))).rowcount:
        return False
    for each in one.people:
        theirs = (proposal_person.c.proposal_id == one.id, proposal_person.c.person == each.person)
        connection.execute(update(proposal_person).where(*theirs).values(**_said(each)))
    return True


def find(connection: Connection, proposal_id: str) -> Proposal | None:
    return next(iter(_proposals(connection, proposal.c.id == proposal_id)), None)


def of_cohort(connection: Connection, cohort: str) -> list[Proposal]:
    """The newest first."""
    return _proposals(connection, proposal.c.cohort_id == cohort)


def seats_of(connection: Connection, cohort: str) -> list[tuple[str, State, str, Role]]:
    """Of all that were made in the run: proposal, its state, person, role."""
    columns = (proposal.c.id, proposal.c.state, proposal_person.c.person, proposal_person.c.role)
    found = select(*columns).join(proposal_person, proposal_person.c.proposal_id == proposal.c.id)
    return [(row[0], row[1], row[2], row[3]) for row in connection.execute(found.where(proposal.c.cohort_id == cohort))]


def of_person(connection: Connection, person: str) -> list[Proposal]:
    """Those that they were asked about, whatever became of them; the newest first."""
    mine = select(proposal_person.c.proposal_id).where(
        proposal_person.c.person == person, proposal_person.c.asked_at.is_not(None)
    )
    return _proposals(connection, proposal.c.id.in_(mine))


def open_in(connection: Connection, cohort: str) -> list[Proposal]:
    """Those of a run in which somebody is asked."""
    return _proposals(connection, (proposal.c.cohort_id == cohort) & proposal.c.state.in_(ASKING))


def open_of(connection: Connection, cohort: str, people: Collection[str]) -> list[Proposal]:
    """Those that are open with any of these people in them, asked or not."""
    theirs = select(proposal_person.c.proposal_id).where(proposal_person.c.person.in_(people))
    return _proposals(
        connection, (proposal.c.cohort_id == cohort) & proposal.c.state.in_(ASKING) & proposal.c.id.in_(theirs)
    )


def due(connection: Connection, now: int) -> list[str]:
    """Whose time is over, or who has to be reminded: ids, the earliest first."""
    found = select(proposal.c.id).where(
        proposal.c.state.in_(ASKING), or_(proposal.c.expires_at <= now, proposal.c.remind_at <= now)
    )
    return list(connection.execute(found.order_by(proposal.c.expires_at, proposal.c.id)).scalars())


def _proposals(connection: Connection, which: ColumnElement[bool]) -> list[Proposal]:
    """Two statements, however many they are."""
    found = select(proposal).where(which).order_by(proposal.c.made_at.desc(), proposal.c.id.desc())
    rows = connection.execute(found).all()
    people: defaultdict[str, list[Asked]] = defaultdict(list)
    if rows:
        theirs = select(proposal_person).where(proposal_person.c.proposal_id.in_([row.id for row in rows]))
        for row in connection.execute(theirs.order_by(proposal_person.c.place)):
            people[row.proposal_id].append(Asked(row.person, row.role, row.asked_at, row.says, row.said_at, row.reason))
    return [_proposal(row, people[row.id]) for row in rows]


def _proposal(row: Row[Any], people: list[Asked]) -> Proposal:
    return Proposal(
        id=row.id,
        cohort=row.cohort_id,
        round=row.round_id,
        made_by=row.made_by,
        made_at=row.made_at,
        order=row.order,
        days=row.days,
        people=tuple(people),
        reasons=_reasons(row.reasons),
        state=row.state,
        expires_at=row.expires_at,
        remind_at=row.remind_at,
        ended_at=row.ended_at,
        mentorship=row.mentorship_id,
        version=row.version,
    )


# ── questions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_question(connection: Connection, line: Question) -> None:
    connection.execute(
        insert(proposal_question).values(
            id=line.id, proposal_id=line.proposal, person=line.person, by=line.by, at=line.at, text=line.text
        )
    )


def questions_of(connection: Connection, proposals: Collection[str]) -> list[Question]:
    """In the order of writing."""
    found = select(proposal_question).where(proposal_question.c.proposal_id.in_(proposals))
    rows = connection.execute(found.order_by(proposal_question.c.at, proposal_question.c.id))
    return [Question(row.id, row.proposal_id, row.person, row.by, row.at, row.text) for row in rows]


# ── forgetting ────────────────────────────────────────────────────────────────────────────────────────────────────────


def forget(connection: Connection, cohort: str) -> None:
    """All that a run's people were asked, and said."""
    theirs = select(proposal.c.id).where(proposal.c.cohort_id == cohort)
    for table in (proposal_question, proposal_person):
        connection.execute(delete(table).where(table.c.proposal_id.in_(theirs)))
    connection.execute(delete(proposal).where(proposal.c.cohort_id == cohort))

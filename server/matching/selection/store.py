"""All SQL of a selection. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, Table, delete, insert, select, update

from server.database import statement
from server.matching.selection.model import (
    Conflict,
    Decided,
    Interview,
    InterviewState,
    Letter,
    Note,
    Reach,
    Reviewer,
    Sending,
    TakingIn,
    Written,
)
from server.matching.selection.tables import (
    interview,
    letter_sending,
    outcome_letter,
    own_letter,
    review_conflict,
    review_note,
    review_opened,
    reviewer,
    taking_in,
)

AT_ONCE = 500
"""Ids that one statement takes."""

_starts = msgspec.json.Decoder(tuple[int, ...]).decode


def _some(ids: Collection[str]) -> Iterator[list[str]]:
    every = list(ids)
    for start in range(0, len(every), AT_ONCE):
        yield every[start : start + AT_ONCE]


# ── reviewers ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def reviewers(connection: Connection, call: str) -> list[Reviewer]:
    """In the order in which they were named."""
    found = select(reviewer).where(reviewer.c.call_id == call).order_by(reviewer.c.named_at, reviewer.c.person)
    return [Reviewer(row.call_id, row.person, row.reach) for row in connection.execute(found)]


def reviews_of(connection: Connection, person: str) -> list[Reviewer]:
    """The calls to which the person reads applications, the newest first."""
    found = select(reviewer).where(reviewer.c.person == person).order_by(reviewer.c.named_at.desc(), reviewer.c.call_id)
    return [Reviewer(row.call_id, row.person, row.reach) for row in connection.execute(found)]


def name_reviewer(connection: Connection, call: str, person: str, reach: Reach, now: int) -> bool:
    """Whether they were none before."""
    theirs = (reviewer.c.call_id == call, reviewer.c.person == person)
    if connection.execute(update(reviewer).where(*theirs).values(reach=reach)).rowcount:
        return False
    connection.execute(insert(reviewer).values(call_id=call, person=person, reach=reach, named_at=now))
    return True


def remove_reviewer(connection: Connection, call: str, person: str) -> bool:
    theirs = (reviewer.c.call_id == call, reviewer.c.person == person)
    return bool(connection.execute(delete(reviewer).where(*theirs)).rowcount)


# ── reading ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_OPEN = statement(
    "INSERT INTO review_opened (application_id, person, opened_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
)


def open_for(connection: Connection, application: str, person: str, now: int) -> bool:
    """Whether it is for the first time."""
    return bool(connection.exec_driver_sql(_OPEN.on(connection), (application, person, now)).rowcount)


def opened(connection: Connection, applications: Collection[str]) -> Mapping[str, set[str]]:
    """By application: who has opened it."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for some in _some(applications):
        theirs = select(review_opened).where(review_opened.c.application_id.in_(some))
        for row in connection.execute(theirs):
            found[row.application_id].add(row.person)
    return found


# ── conflicts ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_DECLARE = statement(
    "INSERT INTO review_conflict (application_id, person, reason, declared_at) VALUES (?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING"
)


def declare(connection: Connection, one: Conflict) -> None:
    values = (one.application, one.person, one.reason, one.declared_at)
    connection.exec_driver_sql(_DECLARE.on(connection), values)


def conflicts(connection: Connection, applications: Collection[str]) -> Mapping[str, list[Conflict]]:
    """By application."""
    found: defaultdict[str, list[Conflict]] = defaultdict(list)
    for some in _some(applications):
        theirs = select(review_conflict).where(review_conflict.c.application_id.in_(some))
        for row in connection.execute(theirs.order_by(review_conflict.c.declared_at)):
            found[row.application_id].append(Conflict(row.application_id, row.person, row.reason, row.declared_at))
    return found


def conflicts_of(connection: Connection, person: str) -> frozenset[str]:
    """The applications that do not exist for this person."""
    mine = select(review_conflict.c.application_id).where(review_conflict.c.person == person)
    return frozenset(connection.execute(mine).scalars())


def lift(connection: Connection, application: str, person: str) -> bool:
    theirs = (review_conflict.c.application_id == application, review_conflict.c.person == person)
    return bool(connection.execute(delete(review_conflict).where(*theirs)).rowcount)


# ── notes ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def notes(connection: Connection, applications: Collection[str]) -> Mapping[str, list[Note]]:
    """By application, the earliest first."""
    found: defaultdict[str, list[Note]] = defaultdict(list)
    for some in _some(applications):
        theirs = select(review_note).where(review_note.c.application_id.in_(some))
        for row in connection.execute(theirs.order_by(review_note.c.begun_at, review_note.c.person)):
            found[row.application_id].append(_note(row))
    return found


def _note(row: Row[Any]) -> Note:
    return Note(row.application_id, row.person, row.tendency, row.words.decode(), row.written_at, row.version)


def add_note(connection: Connection, one: Note) -> None:
    first = {"application_id": one.application, "person": one.person, "begun_at": one.written_at}
    connection.execute(insert(review_note).values(**first, **_written(one)))


def put_note(connection: Connection, one: Note) -> bool:
    """Whether the version before was the newest one."""
    before = (
        review_note.c.application_id == one.application,
        review_note.c.person == one.person,
        review_note.c.version == one.version - 1,
    )
    return bool(connection.execute(update(review_note).where(*before).values(**_written(one))).rowcount)


def _written(one: Note) -> dict[str, Any]:
    return {
        "tendency": one.tendency,
        "words": one.words.encode(),
        "written_at": one.written_at,
        "version": one.version,
    }


def remove_note(connection: Connection, application: str, person: str) -> None:
    theirs = (review_note.c.application_id == application, review_note.c.person == person)
    connection.execute(delete(review_note).where(*theirs))


# ── interviews ────────────────────────────────────────────────────────────────────────────────────────────────────────


def interviews(connection: Connection, applications: Collection[str]) -> Mapping[str, Interview]:
    """By application: there is one at most."""
    found = {}
    for some in _some(applications):
        for one in _interviews(connection, interview.c.application_id.in_(some)):
            found[one.application] = one
    return found


def interview_by_id(connection: Connection, id: str) -> Interview | None:
    return next(iter(_interviews(connection, interview.c.id == id)), None)


def _interviews(connection: Connection, which: ColumnElement[bool]) -> list[Interview]:
    return [
        Interview(
            id=row.id,
            application=row.application_id,
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            minutes=row.minutes,
            starts=_starts(row.starts),
            place=row.place.decode(),
            state=row.state,
            chosen=row.chosen,
        )
        for row in connection.execute(select(interview).where(which))
    ]


def add_interview(connection: Connection, one: Interview) -> None:
    connection.execute(
        insert(interview).values(
            id=one.id,
            application_id=one.application,
            asked_by=one.asked_by,
            asked_at=one.asked_at,
            minutes=one.minutes,
            starts=msgspec.json.encode(one.starts).decode(),
            place=one.place.encode(),
            state=one.state,
            chosen=one.chosen,
        )
    )


def answer_interview(connection: Connection, id: str, state: InterviewState, chosen: int | None) -> None:
    connection.execute(update(interview).where(interview.c.id == id).values(state=state, chosen=chosen))


def remove_interview(connection: Connection, application: str) -> None:
    connection.execute(delete(interview).where(interview.c.application_id == application))


# ── letters ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def common_letters(connection: Connection, call: str) -> dict[tuple[Decided, str], Written]:
    """By outcome and language: those that somebody has edited."""
    found = connection.execute(select(outcome_letter).where(outcome_letter.c.call_id == call))
    return {(row.outcome, row.language): _letter(row) for row in found}


def own_letters(connection: Connection, applications: Collection[str]) -> dict[tuple[str, Decided], Written]:
    """By application and outcome: those for one person alone."""
    found: dict[tuple[str, Decided], Written] = {}
    for some in _some(applications):
        for row in connection.execute(select(own_letter).where(own_letter.c.application_id.in_(some))):
            found[(row.application_id, row.outcome)] = _letter(row)
    return found


def _letter(row: Row[Any]) -> Written:
    return Written(Letter(row.title, row.words.decode()), row.version)


def put_common_letter(connection: Connection, call: str, outcome: Decided, language: str, one: Written) -> bool:
    """Whether the version before was the newest one; the first one has number 1."""
    key = {"call_id": call, "outcome": outcome, "language": language}
    return _put_letter(connection, outcome_letter, key, one)


def put_own_letter(connection: Connection, application: str, outcome: Decided, one: Written) -> bool:
    return _put_letter(connection, own_letter, {"application_id": application, "outcome": outcome}, one)


def _put_letter(connection: Connection, table: Table, key: Mapping[str, str], one: Written) -> bool:
    values = {"title": one.letter.title, "words": one.letter.words.encode(), "version": one.version}
    there = [table.c[name] == value for name, value in key.items()]
    if one.version == 1:
        if connection.execute(select(table.c.version).where(*there)).first() is not None:
            return False
        connection.execute(insert(table).values(**key, **values))
        return True
    before = update(table).where(*there, table.c.version == one.version - 1)
    return bool(connection.execute(before.values(**values)).rowcount)


def remove_common_letter(connection: Connection, call: str, outcome: Decided, language: str) -> None:
    theirs = (
        outcome_letter.c.call_id == call,
        outcome_letter.c.outcome == outcome,
        outcome_letter.c.language == language,
    )
    connection.execute(delete(outcome_letter).where(*theirs))


def remove_own_letter(connection: Connection, application: str, outcome: Decided) -> None:
    theirs = (own_letter.c.application_id == application, own_letter.c.outcome == outcome)
    connection.execute(delete(own_letter).where(*theirs))


def sendings(connection: Connection, call: str) -> list[Sending]:
    return _sendings(connection, letter_sending.c.call_id == call)


def sendings_to(connection: Connection, application: str) -> list[Sending]:
    return _sendings(connection, letter_sending.c.application_id == application)


def _sendings(connection: Connection, which: ColumnElement[bool]) -> list[Sending]:
    rows = connection.execute(select(letter_sending).where(which).order_by(letter_sending.c.asked_at))
    return [Sending(row.application_id, row.outcome, row.asked_by, row.asked_at, row.state) for row in rows]


def add_sendings(connection: Connection, call: str, new: Sequence[Sending]) -> None:
    rows = [
        {
            "application_id": one.application,
            "outcome": one.outcome,
            "call_id": call,
            "asked_by": one.asked_by,
            "asked_at": one.asked_at,
            "state": one.state,
        }
        for one in new
    ]
    if rows:
        connection.execute(insert(letter_sending), rows)


def calls_sending(connection: Connection) -> list[str]:
    """In which letters wait."""
    waiting = select(letter_sending.c.call_id).where(letter_sending.c.state == "waiting").distinct()
    return list(connection.execute(waiting.order_by(letter_sending.c.call_id)).scalars())


def next_sendings(connection: Connection, call: str, limit: int) -> list[Sending]:
    """Marked as gone with that: whoever asks puts them into the queue in the same transaction."""
    waiting = (letter_sending.c.state == "waiting", letter_sending.c.call_id == call)
    found = select(letter_sending).where(*waiting).order_by(letter_sending.c.application_id).limit(limit)
    rows = connection.execute(found.with_for_update(skip_locked=True)).all()
    taken = [Sending(row.application_id, row.outcome, row.asked_by, row.asked_at, "gone") for row in rows]
    for one in taken:
        this = (letter_sending.c.application_id == one.application, letter_sending.c.outcome == one.outcome)
        connection.execute(update(letter_sending).where(*this).values(state="gone"))
    return taken


# ── taking in ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def taken_in(connection: Connection, call: str) -> list[TakingIn]:
    return _taken_in(connection, taking_in.c.call_id == call)


def to_take_in(connection: Connection, limit: int) -> list[TakingIn]:
    return _taken_in(connection, taking_in.c.state == "waiting", limit)


def taking_in_of(connection: Connection, application: str) -> TakingIn | None:
    found = select(taking_in).where(taking_in.c.application_id == application).with_for_update()
    row = connection.execute(found).first()
    return None if row is None else _taking_in(row)


def _taken_in(connection: Connection, which: ColumnElement[bool], limit: int | None = None) -> list[TakingIn]:
    found = select(taking_in).where(which).order_by(taking_in.c.asked_at, taking_in.c.application_id).limit(limit)
    return [_taking_in(row) for row in connection.execute(found)]


def _taking_in(row: Row[Any]) -> TakingIn:
    return TakingIn(row.application_id, row.asked_by, row.asked_at, row.organisation_id, row.state, row.code)


def put_taking_in(connection: Connection, call: str, one: TakingIn) -> None:
    connection.execute(delete(taking_in).where(taking_in.c.application_id == one.application))
    connection.execute(
        insert(taking_in).values(
            application_id=one.application,
            call_id=call,
            asked_by=one.asked_by,
            asked_at=one.asked_at,
            organisation_id=one.organisation,
            state=one.state,
            code=one.code,
        )
    )


def end_taking_in(connection: Connection, application: str, state: str, code: str | None) -> None:
    theirs = taking_in.c.application_id == application
    connection.execute(update(taking_in).where(theirs).values(state=state, code=code))


# ── forgetting ────────────────────────────────────────────────────────────────────────────────────────────────────────

_OF_APPLICATION = (review_opened, review_conflict, review_note, interview, own_letter, letter_sending, taking_in)
_OF_CALL = (reviewer, outcome_letter)


def forget(connection: Connection, applications: Collection[str]) -> None:
    for some in _some(applications):
        for table in _OF_APPLICATION:
            connection.execute(delete(table).where(table.c.application_id.in_(some)))


def forget_call(connection: Connection, call: str) -> None:
    for table in _OF_CALL:
        connection.execute(delete(table).where(table.c.call_id == call))

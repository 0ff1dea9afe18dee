"""All SQL of open calls. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from server.matching.calls import codec
from server.matching.calls.model import Application, Brought, Call
from server.matching.calls.tables import application, application_file, application_link, call

# ── calls ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_call(connection: Connection, one: Call) -> None:
    connection.execute(insert(call).values(id=one.id, **_call_values(one)))


def put_call(connection: Connection, one: Call) -> bool:
    """What is so now; whether the version before was the newest one."""
    before = (call.c.id == one.id, call.c.version == one.version - 1)
    return bool(connection.execute(update(call).where(*before).values(**_call_values(one))).rowcount)


def _call_values(one: Call) -> dict[str, Any]:
    return {
        "cohort_id": one.cohort,
        "slug": one.slug,
        "state": one.state,
        "whom": one.whom,
        "opens_at": one.opens_at,
        "closes_at": one.closes_at,
        "zone": one.zone,
        "purge_on": one.purge_on.isoformat(),
        "languages": codec.text(one.languages),
        "words": codec.text(one.words),
        "questions": codec.text(one.questions),
        "contact": one.contact,
        "made_by": one.made_by,
        "made_at": one.made_at,
        "version": one.version,
    }


def find_call(connection: Connection, call_id: str) -> Call | None:
    return next(iter(_calls(connection, call.c.id == call_id)), None)


def call_at(connection: Connection, slug: str) -> Call | None:
    return next(iter(_calls(connection, call.c.slug == slug)), None)


def calls_of(connection: Connection, cohort: str) -> list[Call]:
    """The newest first."""
    return _calls(connection, call.c.cohort_id == cohort)


def _calls(connection: Connection, which: ColumnElement[bool]) -> list[Call]:
    return [_call(row) for row in connection.execute(select(call).where(which).order_by(call.c.made_at.desc()))]


def _call(row: Row[Any]) -> Call:
    return Call(
        id=row.id,
        cohort=row.cohort_id,
        slug=row.slug,
        state=row.state,
        whom=row.whom,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        zone=row.zone,
        purge_on=date.fromisoformat(row.purge_on),
        languages=codec.languages_of(row.languages),
        words=codec.words_of(row.words),
        questions=codec.questions_of(row.questions),
        contact=row.contact,
        made_by=row.made_by,
        made_at=row.made_at,
        version=row.version,
    )


def remove_call(connection: Connection, call_id: str) -> None:
    connection.execute(delete(call).where(call.c.id == call_id))


class Counts(NamedTuple):
    """Of a call."""

    begun: int = 0
    sent: int = 0
    withdrawn: int = 0


def counts(connection: Connection, calls: Collection[str]) -> dict[str, Counts]:
    """By call, those with none left out."""
    found = select(application.c.call_id, application.c.state, func.count()).where(application.c.call_id.in_(calls))
    there: defaultdict[str, Counts] = defaultdict(Counts)
    names = {"draft": "begun", "sent": "sent", "withdrawn": "withdrawn"}
    for call_id, state, number in connection.execute(found.group_by(application.c.call_id, application.c.state)):
        there[call_id] = there[call_id]._replace(**{names[state]: number})
    return dict(there)


# ── applications ──────────────────────────────────────────────────────────────────────────────────────────────────────


def add(connection: Connection, one: Application) -> None:
    connection.execute(insert(application).values(id=one.id, **_values(one)))


def put(connection: Connection, one: Application) -> bool:
    """Its files aside; whether the version before was the newest one."""
    before = (application.c.id == one.id, application.c.version == one.version - 1)
    return bool(connection.execute(update(application).where(*before).values(**_values(one))).rowcount)


def _values(one: Application) -> dict[str, Any]:
    return {
        "call_id": one.call,
        "cohort_id": one.cohort,
        "part": one.part,
        "manner": one.manner,
        "name": one.name,
        "email": one.email,
        "language": one.language,
        "zone": one.zone,
        "state": one.state,
        "outcome": one.outcome,
        "body": None if one.state == "withdrawn" else codec.body_bytes(one),
        "made_at": one.made_at,
        "sent_at": one.sent_at,
        "purge_on": one.purge_on.isoformat(),
        "version": one.version,
    }


def find(connection: Connection, application_id: str) -> Application | None:
    return next(iter(_applications(connection, application.c.id == application_id)), None)


def of_call(connection: Connection, call_id: str) -> list[Application]:
    """All of them, the oldest first."""
    return _applications(connection, application.c.call_id == call_id)


def addresses(connection: Connection, call_id: str) -> dict[str, str]:
    """By application, without a word of it: what was sent first, then what was begun first."""
    there = (application.c.call_id == call_id, application.c.state != "withdrawn")
    found = select(application.c.id, application.c.email).where(*there)
    inorder = found.order_by(application.c.state.desc(), application.c.made_at, application.c.id)
    return {row.id: row.email for row in connection.execute(inorder)}


def _applications(connection: Connection, which: ColumnElement[bool]) -> list[Application]:
    """Two statements, however many they are."""
    rows = connection.execute(select(application).where(which).order_by(application.c.made_at, application.c.id)).all()
    files: defaultdict[str, list[Brought]] = defaultdict(list)
    if rows:
        theirs = application_file.c.application_id.in_(select(application.c.id).where(which))
        found = select(application_file).where(theirs)
        for row in connection.execute(found.order_by(application_file.c.id)):
            brought = Brought(row.id, row.question, row.name.decode(), row.type, row.size, row.stored)
            files[row.application_id].append(brought)
    return [_application(row, files[row.id]) for row in rows]


def _application(row: Row[Any], files: Sequence[Brought]) -> Application:
    body = None if row.body is None else codec.body_of(row.body)
    return Application(
        id=row.id,
        call=row.call_id,
        cohort=row.cohort_id,
        part=row.part,
        manner=row.manner,
        name=row.name,
        email=row.email,
        language=row.language,
        zone=row.zone,
        made_at=row.made_at,
        purge_on=date.fromisoformat(row.purge_on),
        state=row.state,
        outcome=row.outcome,
        organisation="" if body is None else body.organisation,
        people=() if body is None else body.people,
        answers={} if body is None else codec.answers_of(body),
        needs="" if body is None else body.needs,
        files=tuple(files),
        sent_at=row.sent_at,
        version=row.version,
    )


def remove(connection: Connection, ids: Collection[str]) -> None:
    """With links; their files belong to nothing any more."""
    end_links(connection, ids)
    release_files(connection, ids)
    connection.execute(delete(application).where(application.c.id.in_(ids)))


def shorten(connection: Connection, call_id: str, purge_on: date) -> None:
    """Of those that were promised a later day."""
    later = (application.c.call_id == call_id, application.c.purge_on > purge_on.isoformat())
    connection.execute(update(application).where(*later).values(purge_on=purge_on.isoformat()))


class Kept(NamedTuple):
    """What decides until when an application is kept."""

    id: str
    call: str
    state: str
    outcome: str
    purge_on: date


def kept(connection: Connection, before: date) -> list[Kept]:
    """Those whose day has come before this one, and all that was not sent."""
    which = (application.c.purge_on < before.isoformat()) | (application.c.state == "draft")
    columns = (application.c.id, application.c.call_id, application.c.state, application.c.outcome)
    found = connection.execute(select(*columns, application.c.purge_on).where(which))
    return [Kept(*row[:4], purge_on=date.fromisoformat(row.purge_on)) for row in found]


def ids_of_cohort(connection: Connection, cohort: str) -> list[str]:
    return list(connection.execute(select(application.c.id).where(application.c.cohort_id == cohort)).scalars())


# ── links ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_links(connection: Connection, digests: Mapping[str, bytes], now: int) -> None:
    """By application."""
    rows = [{"application_id": one, "digest": digest, "made_at": now} for one, digest in digests.items()]
    if rows:
        connection.execute(insert(application_link), rows)


def keep_newest(connection: Connection, application_id: str, number: int) -> None:
    """So many links are good at most; the oldest are dead."""
    mine = select(application_link.c.digest).where(application_link.c.application_id == application_id)
    newest_first = mine.order_by(application_link.c.made_at.desc(), application_link.c.digest)
    old = list(connection.execute(newest_first).scalars())[number:]
    if old:
        connection.execute(delete(application_link).where(application_link.c.digest.in_(old)))


def by_link(connection: Connection, digest: bytes) -> Application | None:
    found = select(application_link.c.application_id).where(application_link.c.digest == digest)
    application_id = connection.execute(found).scalar()
    return None if application_id is None else find(connection, application_id)


def end_links(connection: Connection, ids: Collection[str]) -> None:
    connection.execute(delete(application_link).where(application_link.c.application_id.in_(ids)))


# ── files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_file(connection: Connection, application_id: str, one: Brought) -> None:
    row = {
        "stored": one.stored,
        "application_id": application_id,
        "id": one.id,
        "question": one.question,
        "name": one.name.encode(),
        "type": one.type,
        "size": one.size,
    }
    connection.execute(insert(application_file).values(**row))


def release_file(connection: Connection, application_id: str, file_id: str) -> None:
    mine = (application_file.c.application_id == application_id, application_file.c.id == file_id)
    connection.execute(update(application_file).where(*mine).values(application_id=None, name=b""))


def release_files(connection: Connection, ids: Collection[str]) -> None:
    mine = application_file.c.application_id.in_(ids)
    connection.execute(update(application_file).where(mine).values(application_id=None, name=b""))


def released(connection: Connection, limit: int) -> list[str]:
    """Names of bytes that belong to nothing any more."""
    nothings = application_file.c.application_id.is_(None)
    return list(connection.execute(select(application_file.c.stored).where(nothings).limit(limit)).scalars())


def drop_files(connection: Connection, names: Collection[str]) -> None:
    nothings = (application_file.c.stored.in_(names), application_file.c.application_id.is_(None))
    connection.execute(delete(application_file).where(*nothings))


def named_files(connection: Connection, names: Collection[str]) -> set[str]:
    """Those of these names that are known here."""
    found = select(application_file.c.stored).where(application_file.c.stored.in_(names))
    return set(connection.execute(found).scalars())

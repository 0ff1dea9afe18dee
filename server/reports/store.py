"""All SQL of reports. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from server.contract.reports import ReportState
from server.reports.model import Act, Report, Words
from server.reports.tables import report, report_act, reported_message


def add(connection: Connection, one: Report, words: Sequence[Words], command_id: str, digest: bytes) -> None:
    connection.execute(
        insert(report).values(
            id=one.id,
            cohort_id=one.cohort,
            room_key=one.room,
            room_kind=one.room_kind,
            reporter=one.reporter,
            contact=one.contact,
            reason=one.reason.encode(),
            state=one.state,
            at=one.at,
            expires_at=one.expires_at,
            command_id=command_id,
            digest=digest,
        )
    )
    rows = [
        {
            "report_id": one.id,
            "place": place,
            "message": said.message,
            "author": said.author,
            "at": said.at,
            "text": said.text.encode(),
        }
        for place, said in enumerate(words)
    ]
    connection.execute(insert(reported_message), rows)


def made_before(connection: Connection, reporter: str, command_id: str) -> tuple[str, bytes] | None:
    """The id and the digest of the report that this command made."""
    found = select(report.c.id, report.c.digest).where(report.c.reporter == reporter, report.c.command_id == command_id)
    row = connection.execute(found).first()
    return None if row is None else (row[0], row[1])


def count_of(connection: Connection, reporter: str) -> int:
    found = select(func.count()).select_from(report).where(report.c.reporter == reporter)
    return connection.execute(found).scalar_one()


def by_id(connection: Connection, report_id: str, *, locked: bool = False) -> Report | None:
    return next(iter(_found(connection, report.c.id == report_id, locked=locked)), None)


def of_reporter(connection: Connection, person: str) -> list[Report]:
    """The newest first."""
    return _found(connection, report.c.reporter == person)


def of_contact(connection: Connection, person: str) -> list[Report]:
    """The newest first."""
    return _found(connection, report.c.contact == person)


def _found(connection: Connection, which: ColumnElement[bool], *, locked: bool = False) -> list[Report]:
    found = select(report).where(which).order_by(report.c.id.desc())
    rows = connection.execute(found.with_for_update() if locked else found).all()
    shown = _messages(connection, [row.id for row in rows])
    return [_report(row, shown[row.id]) for row in rows]


def _messages(connection: Connection, ids: Sequence[str]) -> defaultdict[str, list[int]]:
    found = select(reported_message.c.report_id, reported_message.c.message)
    found = found.where(reported_message.c.report_id.in_(ids)).order_by(reported_message.c.place)
    shown: defaultdict[str, list[int]] = defaultdict(list)
    for id, message in connection.execute(found):
        shown[id].append(message)
    return shown


def _report(row: Row[Any], messages: Sequence[int]) -> Report:
    return Report(
        id=row.id,
        cohort=row.cohort_id,
        room=row.room_key,
        room_kind=row.room_kind,
        reporter=row.reporter,
        contact=row.contact,
        reason=row.reason.decode(),
        state=row.state,
        at=row.at,
        expires_at=row.expires_at,
        messages=messages,
    )


def words_of(connection: Connection, report_id: str) -> list[Words]:
    columns = (reported_message.c.message, reported_message.c.author, reported_message.c.at, reported_message.c.text)
    found = select(*columns).where(reported_message.c.report_id == report_id).order_by(reported_message.c.place)
    return [Words(message, author, at, text.decode()) for message, author, at, text in connection.execute(found)]


def set_state(connection: Connection, report_id: str, state: ReportState) -> None:
    connection.execute(update(report).where(report.c.id == report_id).values(state=state))


def add_act(connection: Connection, act: Act) -> None:
    last = select(func.coalesce(func.max(report_act.c.place), -1)).where(report_act.c.report_id == act.report)
    place = connection.execute(last).scalar_one() + 1
    connection.execute(
        insert(report_act).values(report_id=act.report, place=place, kind=act.kind, by=act.by, at=act.at)
    )


def acts_of(connection: Connection, ids: Sequence[str]) -> dict[str, list[Act]]:
    """By report, the earliest first."""
    found = select(report_act).where(report_act.c.report_id.in_(ids)).order_by(report_act.c.place)
    acts: dict[str, list[Act]] = {id: [] for id in ids}
    for row in connection.execute(found):
        acts[row.report_id].append(Act(row.report_id, row.kind, row.by, row.at))
    return acts


def is_expired(connection: Connection, now: int) -> bool:
    return connection.execute(select(report.c.id).where(report.c.expires_at <= now).limit(1)).first() is not None


def forget_expired(connection: Connection, now: int, limit: int) -> int:
    """Some of them; how many they were."""
    old = select(report.c.id).where(report.c.expires_at <= now).order_by(report.c.expires_at).limit(limit)
    ids = list(connection.execute(old).scalars())
    for table, column in ((report_act, report_act.c.report_id), (reported_message, reported_message.c.report_id)):
        connection.execute(delete(table).where(column.in_(ids)))
    connection.execute(delete(report).where(report.c.id.in_(ids)))
    return len(ids)

"""All SQL of the announcements. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, case, delete, func, insert, or_, select, update

from server.contract.bulletins import BulletinText
from server.database import statement
from server.programmes.bulletins.model import Answer, Bulletin, Heard, Mine
from server.programmes.bulletins.tables import bulletin, bulletin_answer, bulletin_read
from server.programmes.store import read_words
from server.programmes.tables import cohort, enrolment, partnership, programme

PUT_BACK = {"bulletin": "UPDATE bulletin SET told_to = NULL WHERE taken_back = FALSE"}
"""By table, in a database that was put back from a copy: whoever was not told then may have been since."""

_texts = msgspec.json.Decoder(dict[str, BulletinText]).decode


def _meant() -> ColumnElement[bool]:
    """Whose part in the run an announcement is for: those who were in it by then, and not who wrote it."""
    return and_(
        enrolment.c.cohort_id == bulletin.c.cohort_id,
        enrolment.c.person != bulletin.c.author,
        enrolment.c.enrolled_at <= bulletin.c.at,
        or_(
            bulletin.c.audience == "all",
            and_(bulletin.c.audience == "mentors", enrolment.c.role == "mentor"),
            and_(bulletin.c.audience == "mentees", enrolment.c.role == "mentee"),
        ),
        or_(bulletin.c.organisation_id.is_(None), bulletin.c.organisation_id == enrolment.c.organisation_id),
    )


# ── announcing ────────────────────────────────────────────────────────────────────────────────────────────────────────


def takes_part(connection: Connection, cohort_id: str, organisation_id: str) -> bool:
    found = (partnership.c.cohort_id == cohort_id, partnership.c.organisation_id == organisation_id)
    return connection.execute(select(partnership.c.role).where(*found)).first() is not None


def add(connection: Connection, new: Bulletin) -> None:
    """With how many people it is for."""
    connection.execute(
        insert(bulletin).values(
            id=new.id,
            cohort_id=new.cohort,
            author=new.author,
            audience=new.audience,
            organisation_id=new.organisation,
            texts=msgspec.json.encode(new.texts).decode(),
            at=new.at,
            people=0,
            told_to=new.told_to,
            taken_back=False,
        )
    )
    people = select(func.count(enrolment.c.person.distinct())).where(_meant()).scalar_subquery()
    connection.execute(update(bulletin).where(bulletin.c.id == new.id).values(people=people))


def count_since(connection: Connection, cohort_id: str, at: int) -> int:
    found = select(func.count()).where(bulletin.c.cohort_id == cohort_id, bulletin.c.at > at)
    return int(connection.execute(found).scalar_one())


def find(connection: Connection, bulletin_id: str) -> Bulletin | None:
    """None for what was taken back."""
    there = (bulletin.c.id == bulletin_id, bulletin.c.taken_back.is_(False))
    row = connection.execute(select(bulletin).where(*there)).first()
    return None if row is None else _bulletin(row)


def of_cohort(connection: Connection, cohort_id: str, own: str | None, limit: int) -> list[Bulletin]:
    """The newest first. `own`: those for this organisation's people and for everybody alone; None for all."""
    found = select(bulletin).where(bulletin.c.cohort_id == cohort_id, bulletin.c.taken_back.is_(False))
    if own is not None:
        found = found.where(or_(bulletin.c.organisation_id.is_(None), bulletin.c.organisation_id == own))
    return [_bulletin(row) for row in connection.execute(found.order_by(bulletin.c.id.desc()).limit(limit))]


def _bulletin(row: Row[Any]) -> Bulletin:
    return Bulletin(
        id=row.id,
        cohort=row.cohort_id,
        author=row.author,
        audience=row.audience,
        organisation=row.organisation_id,
        texts=_texts(row.texts),
        at=row.at,
        people=row.people,
        told_to=row.told_to,
        taken_back=bool(row.taken_back),
    )


def take_back(connection: Connection, bulletin_id: str) -> None:
    """Nothing of it is shown from here on, and everybody is told once more."""
    gone = {"texts": "{}", "taken_back": True, "told_to": ""}
    connection.execute(update(bulletin).where(bulletin.c.id == bulletin_id).values(**gone))
    _forget_readers(connection, bulletin_id)


def _forget_readers(connection: Connection, bulletin_id: str) -> None:
    connection.execute(delete(bulletin_answer).where(bulletin_answer.c.bulletin_id == bulletin_id))
    connection.execute(delete(bulletin_read).where(bulletin_read.c.bulletin_id == bulletin_id))


# ── telling everybody, part by part ───────────────────────────────────────────────────────────────────────────────────


def telling(connection: Connection) -> list[str]:
    """Of which not everybody was told yet, the oldest first."""
    found = select(bulletin.c.id).where(bulletin.c.told_to.is_not(None)).order_by(bulletin.c.id)
    return list(connection.execute(found).scalars())


def lock(connection: Connection, bulletin_id: str) -> Bulletin | None:
    """While it is being told, also from another node."""
    open_one = (bulletin.c.id == bulletin_id, bulletin.c.told_to.is_not(None))
    row = connection.execute(select(bulletin).where(*open_one).with_for_update()).first()
    return None if row is None else _bulletin(row)


def people_after(connection: Connection, one: Bulletin, limit: int) -> list[str]:
    """The next people it is for, by id, behind those who were told."""
    found = (
        select(enrolment.c.person)
        .distinct()
        .join(bulletin, _meant())
        .where(bulletin.c.id == one.id, enrolment.c.person > (one.told_to or ""))
        .order_by(enrolment.c.person)
        .limit(limit)
    )
    return list(connection.execute(found).scalars())


def move_on(connection: Connection, bulletin_id: str, told_to: str | None) -> None:
    connection.execute(update(bulletin).where(bulletin.c.id == bulletin_id).values(told_to=told_to))


def remove(connection: Connection, bulletin_id: str) -> None:
    """One that was taken back. Another node may have stored an answer while that happened."""
    _forget_readers(connection, bulletin_id)
    connection.execute(delete(bulletin).where(bulletin.c.id == bulletin_id))


def programme_names(connection: Connection, cohort_id: str) -> dict[str, str]:
    found = select(programme.c.names).join(cohort, cohort.c.programme_id == programme.c.id)
    return read_words(connection.execute(found.where(cohort.c.id == cohort_id)).scalar_one())


# ── for one person ────────────────────────────────────────────────────────────────────────────────────────────────────


def is_for(connection: Connection, bulletin_id: str, person: str) -> bool:
    found = select(enrolment.c.person).join(bulletin, _meant())
    theirs = (bulletin.c.id == bulletin_id, enrolment.c.person == person)
    return connection.execute(found.where(*theirs).limit(1)).first() is not None


def mine(connection: Connection, person: str, limit: int) -> list[Mine]:
    """The newest first."""
    read = and_(bulletin_read.c.bulletin_id == bulletin.c.id, bulletin_read.c.person == person)
    found = (
        select(bulletin, programme.c.names, bulletin_read.c.person.is_not(None).label("put_away"))
        .distinct()
        .join(enrolment, _meant())
        .join(cohort, cohort.c.id == bulletin.c.cohort_id)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .outerjoin(bulletin_read, read)
        .where(enrolment.c.person == person, bulletin.c.taken_back.is_(False))
        .order_by(bulletin.c.id.desc())
        .limit(limit)
    )
    return [Mine(_bulletin(row), read_words(row.names), bool(row.put_away)) for row in connection.execute(found)]


_READ = statement(
    "INSERT INTO bulletin_read (person, bulletin_id, at) VALUES (?, ?, ?) "
    "ON CONFLICT (person, bulletin_id) DO UPDATE SET at = excluded.at"
)


def set_read(connection: Connection, bulletin_id: str, person: str, at: int) -> None:
    connection.exec_driver_sql(_READ.on(connection), (person, bulletin_id, at))


# ── answers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def add_answer(connection: Connection, new: Answer) -> None:
    row = {"id": new.id, "bulletin_id": new.bulletin, "person": new.person, "words": new.words, "at": new.at}
    connection.execute(insert(bulletin_answer).values(row))


def answers(connection: Connection, bulletin_id: str, limit: int) -> list[Answer]:
    """The newest first."""
    found = select(bulletin_answer).where(bulletin_answer.c.bulletin_id == bulletin_id)
    rows = connection.execute(found.order_by(bulletin_answer.c.id.desc()).limit(limit))
    return [Answer(row.id, row.bulletin_id, row.person, row.words, row.at) for row in rows]


def answers_of(connection: Connection, person: str, bulletins: Collection[str]) -> list[Answer]:
    """What a person answered, in that order."""
    theirs = (bulletin_answer.c.person == person, bulletin_answer.c.bulletin_id.in_(bulletins))
    rows = connection.execute(select(bulletin_answer).where(*theirs).order_by(bulletin_answer.c.id))
    return [Answer(row.id, row.bulletin_id, row.person, row.words, row.at) for row in rows]


def heard(connection: Connection, author: str, bulletins: Collection[str]) -> Mapping[str, Heard]:
    """By announcement, of those that have answers."""
    looked = and_(
        bulletin_read.c.bulletin_id == bulletin_answer.c.bulletin_id,
        bulletin_read.c.person == author,
    )
    is_new = or_(bulletin_read.c.at.is_(None), bulletin_answer.c.at > bulletin_read.c.at)
    found = (
        select(bulletin_answer.c.bulletin_id, func.count().label("all"), func.sum(case((is_new, 1), else_=0)))
        .outerjoin(bulletin_read, looked)
        .where(bulletin_answer.c.bulletin_id.in_(bulletins))
        .group_by(bulletin_answer.c.bulletin_id)
    )
    return {row[0]: Heard(row[1], int(row[2])) for row in connection.execute(found)}

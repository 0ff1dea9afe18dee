"""All SQL of gatherings. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update

from server.contract.calendar import Door
from server.database import statement
from server.programmes.gatherings.model import Expected, Gathering, Need
from server.programmes.gatherings.tables import gathering, gathering_need, outdated_guest

_people = msgspec.json.Decoder(tuple[str, ...]).decode


def by_id(connection: Connection, id: str) -> Gathering | None:
    return next(iter(_gatherings(connection, gathering.c.id == id)), None)


def by_ids(connection: Connection, ids: Collection[str]) -> dict[str, Gathering]:
    """Those that there are."""
    return {one.id: one for one in _gatherings(connection, gathering.c.id.in_(ids))}


def of_run(connection: Connection, cohort: str) -> dict[str, Gathering]:
    """By id; those that were called off too."""
    return {one.id: one for one in _gatherings(connection, gathering.c.cohort_id == cohort)}


def _gatherings(connection: Connection, *which: ColumnElement[bool]) -> list[Gathering]:
    return [_gathering(row) for row in connection.execute(select(gathering).where(*which).order_by(gathering.c.id))]


def _gathering(row: Row[Any]) -> Gathering:
    return Gathering(
        id=row.id,
        cohort=row.cohort_id,
        door=row.door,
        due_at=row.due_at,
        opened_by=row.opened_by,
        opened_at=row.opened_at,
        confirmed_by=row.confirmed_by,
        confirmed_at=row.confirmed_at,
        minutes=row.minutes,
    )


# ── the door ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def put(connection: Connection, one: Gathering) -> None:
    """Its door; a new one too."""
    door = {"door": one.door, "due_at": one.due_at, "opened_by": one.opened_by, "opened_at": one.opened_at}
    if not connection.execute(update(gathering).where(gathering.c.id == one.id).values(**door)).rowcount:
        connection.execute(insert(gathering).values(id=one.id, cohort_id=one.cohort, follows_until=0, **door))


def is_due(connection: Connection, now: int) -> bool:
    waits = (gathering.c.due_at <= now) | (gathering.c.agenda_due_at <= now)
    found = select(gathering.c.id).where(waits).limit(1)
    waiting = select(outdated_guest.c.person).limit(1)
    return any(connection.execute(one).first() is not None for one in (found, waiting))


def due(connection: Connection, now: int, limit: int) -> list[Gathering]:
    """Some of those whose door turns, the oldest first; another node's are left to it."""
    found = select(gathering).where(gathering.c.due_at <= now).order_by(gathering.c.due_at, gathering.c.id)
    rows = connection.execute(found.limit(limit).with_for_update(skip_locked=True))
    return [_gathering(row) for row in rows]


def turn(connection: Connection, id: str, door: Door, due_at: int | None) -> None:
    connection.execute(update(gathering).where(gathering.c.id == id).values(door=door, due_at=due_at))


# ── its agenda ────────────────────────────────────────────────────────────────────────────────────────────────────────


def await_agenda(connection: Connection, id: str, due_at: int | None) -> None:
    """None for never; what went to the room once does so no more."""
    waits = (gathering.c.id == id, gathering.c.agenda_at.is_(None))
    connection.execute(update(gathering).where(*waits).values(agenda_due_at=due_at))


def take_agenda(connection: Connection, now: int) -> Gathering | None:
    """One whose agenda is due, which is done with that; another node's is left to it."""
    found = (
        select(gathering).where(gathering.c.agenda_due_at <= now).order_by(gathering.c.agenda_due_at, gathering.c.id)
    )
    row = connection.execute(found.limit(1).with_for_update(skip_locked=True)).first()
    if row is None:
        return None
    done = update(gathering).where(gathering.c.id == row.id).values(agenda_due_at=None, agenda_at=now)
    connection.execute(done)
    return _gathering(row)


# ── who is invited ────────────────────────────────────────────────────────────────────────────────────────────────────


def follow_until(connection: Connection, id: str, until: int) -> None:
    connection.execute(update(gathering).where(gathering.c.id == id).values(follows_until=until))


def following(connection: Connection, cohort: str, now: int) -> list[str]:
    """Those of a run whose guests follow who takes part, also of what was called off."""
    theirs = (gathering.c.cohort_id == cohort, gathering.c.follows_until > now)
    return list(connection.execute(select(gathering.c.id).where(*theirs).order_by(gathering.c.id)).scalars())


_EXPECT = statement(
    "INSERT INTO outdated_guest (cohort_id, person, actor) VALUES (?, ?, ?) "
    "ON CONFLICT (cohort_id, person) DO UPDATE SET actor = excluded.actor"
)


def expect(connection: Connection, cohort: str, people: Collection[str], actor: str | None) -> None:
    """Their invitations have to follow what was changed. In one order, so that two transactions cannot wait for each
    other."""
    rows = [(cohort, person, actor) for person in sorted(people)]
    if rows:
        connection.exec_driver_sql(_EXPECT.on(connection), rows)


def next_expected(connection: Connection) -> str | None:
    """A run with people who wait, whom no other node has taken."""
    one = select(outdated_guest.c.cohort_id).order_by(outdated_guest.c.cohort_id).limit(1)
    return connection.execute(one.with_for_update(skip_locked=True)).scalar()


def take_expected(connection: Connection, cohort: str, limit: int) -> list[Expected]:
    """Some of a run; they are gone with the commit, so that each is dealt with once, by whichever node."""
    key = (outdated_guest.c.cohort_id, outdated_guest.c.person)
    some = select(outdated_guest.c.person, outdated_guest.c.actor).where(outdated_guest.c.cohort_id == cohort)
    rows = connection.execute(some.order_by(*key).limit(limit).with_for_update(skip_locked=True)).all()
    if rows:
        theirs = (outdated_guest.c.cohort_id == cohort, outdated_guest.c.person.in_([row.person for row in rows]))
        connection.execute(delete(outdated_guest).where(*theirs))
    return [Expected(row.person, row.actor) for row in rows]


# ── who came ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def confirm(connection: Connection, id: str, person: str, at: int, minutes: int) -> None:
    values = {"confirmed_by": person, "confirmed_at": at, "minutes": minutes}
    connection.execute(update(gathering).where(gathering.c.id == id).values(**values))


# ── what people need there ────────────────────────────────────────────────────────────────────────────────────────────


def needs_of(connection: Connection, id: str) -> list[Need]:
    return _needs(connection, gathering_need.c.gathering_id == id)


def needs_by(connection: Connection, person: str, ids: Collection[str]) -> dict[str, str]:
    """By gathering, what the person needs there."""
    theirs = (gathering_need.c.person == person, gathering_need.c.gathering_id.in_(ids))
    return {one.gathering: one.words for one in _needs(connection, *theirs)}


def _needs(connection: Connection, *which: ColumnElement[bool]) -> list[Need]:
    rows = connection.execute(select(gathering_need).where(*which).order_by(gathering_need.c.person))
    return [Need(row.gathering_id, row.person, row.words, _people(row.told_to)) for row in rows]


def put_need(connection: Connection, one: Need, forget_at: int) -> None:
    take_need(connection, one.gathering, one.person)
    row = {"words": one.words, "told_to": msgspec.json.encode(one.told_to).decode(), "forget_at": forget_at}
    connection.execute(insert(gathering_need).values(gathering_id=one.gathering, person=one.person, **row))


def take_need(connection: Connection, id: str, person: str) -> None:
    theirs = (gathering_need.c.gathering_id == id, gathering_need.c.person == person)
    connection.execute(delete(gathering_need).where(*theirs))


def keep_needs_until(connection: Connection, id: str, forget_at: int) -> None:
    """It was moved."""
    theirs = gathering_need.c.gathering_id == id
    connection.execute(update(gathering_need).where(theirs).values(forget_at=forget_at))


def has_old_needs(connection: Connection, now: int) -> bool:
    old = select(gathering_need.c.person).where(gathering_need.c.forget_at <= now).limit(1)
    return connection.execute(old).first() is not None


def forget_old_needs(connection: Connection, now: int) -> None:
    connection.execute(delete(gathering_need).where(gathering_need.c.forget_at <= now))


def forget_needs_of(connection: Connection, person: str, cohort: str) -> None:
    """Who takes part no more needs nothing there."""
    theirs = select(gathering.c.id).where(gathering.c.cohort_id == cohort)
    which = (gathering_need.c.person == person, gathering_need.c.gathering_id.in_(theirs))
    connection.execute(delete(gathering_need).where(*which))

"""All SQL of pushes. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from server.database import statement
from server.post.push.model import Device, Due, Kind
from server.post.push.rules import APART, more_urgent
from server.post.push.tables import push, push_device

PUT_BACK = {"push": "DELETE FROM push", "push_device": "DELETE FROM push_device"}
"""By table, in a database that was put back from a copy: every login has ended, and with it what its browser asked."""

AT_ONCE = 500

# ── devices ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_DEVICE = (push_device.c.login, push_device.c.person, push_device.c.endpoint, push_device.c.since)


def devices_of(connection: Connection, people: Collection[str]) -> list[Device]:
    """The one that was added first comes first."""
    wanted, found = list(people), list[Device]()
    for start in range(0, len(wanted), AT_ONCE):
        theirs = select(*_DEVICE, push_device.c.failed_at).where(
            push_device.c.person.in_(wanted[start : start + AT_ONCE])
        )
        found += [Device(*row) for row in connection.execute(theirs.order_by(push_device.c.since, push_device.c.login))]
    return found


def all_devices(connection: Connection) -> list[Device]:
    return [Device(*row) for row in connection.execute(select(*_DEVICE, push_device.c.failed_at))]


def add_device(connection: Connection, one: Device) -> None:
    """In the place of what this login had, and of whoever had this browser before."""
    taken = (push_device.c.login == one.login) | (push_device.c.endpoint == one.endpoint)
    remove(connection, connection.execute(select(push_device.c.login).where(taken)).scalars().all())
    connection.execute(
        insert(push_device).values(
            login=one.login, person=one.person, endpoint=one.endpoint, since=one.since, failed_at=None, told_at=None
        )
    )


def remove(connection: Connection, logins: Collection[str]) -> None:
    """With what waits for them."""
    connection.execute(delete(push).where(push.c.login.in_(logins)))
    connection.execute(delete(push_device).where(push_device.c.login.in_(logins)))


def remove_all(connection: Connection) -> None:
    connection.execute(delete(push))
    connection.execute(delete(push_device))


def note_sent(connection: Connection, login: str, now: int) -> None:
    connection.execute(update(push_device).where(push_device.c.login == login).values(told_at=now, failed_at=None))


def note_failed(connection: Connection, login: str, now: int) -> None:
    fails = update(push_device).where(push_device.c.login == login, push_device.c.failed_at.is_(None))
    connection.execute(fails.values(failed_at=now))


# ── the queue ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def add(connection: Connection, logins: Collection[str], kind: Kind, now: int, until: int) -> None:
    """One that waits for a device already tells the new thing too: it is as urgent as the more urgent of both, and
    what its push service has asked for holds."""
    wanted = sorted(logins)
    for start in range(0, len(wanted), AT_ONCE):
        _add(connection, wanted[start : start + AT_ONCE], kind, now, until)


def _add(connection: Connection, logins: Sequence[str], kind: Kind, now: int, until: int) -> None:
    there = {row.login: row for row in connection.execute(select(push).where(push.c.login.in_(logins)))}
    told = select(push_device.c.login, push_device.c.told_at).where(push_device.c.login.in_(logins))
    due = {login: _due_at(kind, now, told_at) for login, told_at in connection.execute(told)}
    rows = [(login, kind, due_at, until) for login, due_at in due.items() if login not in there]
    if rows:
        connection.exec_driver_sql(_ADD.on(connection), rows)
    for login, row in there.items():
        both = {"kind": more_urgent(kind, cast(Kind, row.kind)), "until": max(row.until, until)}
        if row.tries == 0 and login in due:
            both["due_at"] = min(row.due_at, due[login])
        connection.execute(update(push).where(push.c.login == login).values(**both))


# Of two nodes that tell a device at once one is enough.
_ADD = statement(
    "INSERT INTO push (login, kind, due_at, until, tries) VALUES (?, ?, ?, ?, 0) ON CONFLICT (login) DO NOTHING"
)


def _due_at(kind: Kind, now: int, told_at: int | None) -> int:
    return now if kind == "test" or told_at is None else max(now, told_at + APART)


def is_due(connection: Connection, now: int) -> bool:
    return connection.execute(select(push.c.login).where(push.c.due_at <= now).limit(1)).first() is not None


def take(connection: Connection, now: int, lease: int, limit: int) -> list[Due]:
    """Those that are due, for the one who takes them until the lease (ms) ends."""
    due = select(push.c.login).where(push.c.due_at <= now).order_by(push.c.due_at).limit(limit)
    logins = connection.execute(due.with_for_update(skip_locked=True)).scalars().all()
    if not logins:
        return []
    mine = push.c.login.in_(logins)
    connection.execute(update(push).where(mine).values(due_at=now + lease, tries=push.c.tries + 1))
    found = select(
        push.c.login, push_device.c.person, push_device.c.endpoint, push.c.kind, push.c.until, push.c.tries
    ).join(push_device, push_device.c.login == push.c.login)
    return [Due(*row) for row in connection.execute(found.where(mine).order_by(push.c.login))]


def put_back(connection: Connection, one: Due, due_at: int, *, tried: bool = True) -> None:
    """To be sent later. Not `tried`: it was not the push service's hour."""
    tries = one.tries if tried else 0
    connection.execute(update(push).where(*_leased(one)).values(due_at=due_at, tries=tries))


def end(connection: Connection, one: Due) -> None:
    connection.execute(delete(push).where(*_leased(one)))


def _leased(one: Due) -> tuple[ColumnElement[bool], ...]:
    # Whose lease has ended may have to do with a push that another node has taken since.
    return push.c.login == one.login, push.c.tries == one.tries


def let_go(connection: Connection, now: int, lease: int) -> None:
    """But what has to wait for its push service: leases are short."""
    soon = (push.c.tries > 0, push.c.due_at > now, push.c.due_at <= now + lease)
    connection.execute(update(push).where(*soon).values(due_at=now))

"""All SQL of the post. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import time
from typing import Any, cast

import msgspec
from sqlalchemy import Connection, Row, Select, delete, func, insert, select, tuple_, update

from server.database import statement
from server.post.model import NIGHT, Caught, Mail, Queued, Quiet, State, Template
from server.post.tables import mail, quiet_hours, told_unread, unwanted_mail

PUT_BACK = {
    "mail": "UPDATE mail SET state = 'failed', due_at = NULL, ended_at = {now}, reason = 'restored', facts = NULL "
    "WHERE state IN ('waiting', 'sending')",
}
"""By table, in a database that was put back from a copy: what waited then may have gone out since."""

# ── the queue ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def add(connection: Connection, new: Sequence[tuple[str, Mail, int]], now: int) -> None:
    """Each with its id, and when it is due."""
    rows = [
        {
            "id": mail_id,
            "template": one.template,
            "person": one.person,
            "address": one.address,
            "language": one.language,
            "zone": one.zone,
            "facts": msgspec.json.encode(dict(one.values)).decode(),
            "state": State.WAITING,
            "due_at": due_at,
            "tries": 0,
            "created_at": now,
            "about": one.about,
        }
        for mail_id, one, due_at in new
    ]
    if rows:
        connection.execute(insert(mail), rows)


def count(connection: Connection) -> Mapping[str, int]:
    """By state."""
    found = connection.execute(select(mail.c.state, func.count()).group_by(mail.c.state))
    return dict(found.tuples().all())


def is_due(connection: Connection, now: int) -> bool:
    return connection.execute(select(mail.c.id).where(mail.c.due_at <= now).limit(1)).first() is not None


def take(connection: Connection, now: int, lease: int, limit: int, behind: Collection[Template]) -> list[Queued]:
    """The mails that are due, for the one who takes them until the lease (ms) ends: nobody else gets them before. Those
    whose earlier lease ended without an answer are among them. Templates `behind` come after all others: who waits for
    a link does not wait for two thousand who are told some news."""
    order = (mail.c.template.in_(behind), mail.c.due_at)
    due = select(mail.c.id).where(mail.c.due_at <= now).order_by(*order).limit(limit)
    ids = connection.execute(due.with_for_update(skip_locked=True)).scalars().all()
    return _taken(connection, ids, now, lease)


def _taken(connection: Connection, ids: Sequence[str], now: int, lease: int) -> list[Queued]:
    if not ids:
        return []
    taken = update(mail).where(mail.c.id.in_(ids))
    taken = taken.values(state=State.SENDING, due_at=now + lease, tries=mail.c.tries + 1)
    rows = connection.execute(taken.returning(*mail.c)).all()
    return [_queued(row) for row in sorted(rows, key=lambda row: row.id)]


def take_along(
    connection: Connection, now: int, lease: int, people: Collection[str], templates: Collection[Template]
) -> list[Queued]:
    """What else of these templates is due for these people, taken as `take` takes it."""
    due = select(mail.c.id).where(mail.c.due_at <= now, mail.c.state == State.WAITING)
    theirs = due.where(mail.c.person.in_(people), mail.c.template.in_(templates))
    ids = connection.execute(theirs.with_for_update(skip_locked=True)).scalars().all()
    return _taken(connection, ids, now, lease)


def newest_daily(
    connection: Connection, people: Collection[str], templates: Collection[Template]
) -> Mapping[str, tuple[int, bool]]:
    """By person: when the newest one of these templates is due (ms) and that it waits, or when it went out."""
    waits = func.max(mail.c.due_at).filter(mail.c.state == State.WAITING)
    gone = func.max(func.coalesce(mail.c.ended_at, mail.c.created_at)).filter(
        mail.c.state.in_((State.SENT, State.CAUGHT, State.SENDING))
    )
    theirs = (mail.c.person.in_(people), mail.c.template.in_(templates))
    rows = connection.execute(select(mail.c.person, waits, gone).where(*theirs).group_by(mail.c.person))
    found = {row[0]: (row[1], True) if row[1] is not None else (row[2], False) for row in rows}
    return {person: newest for person, newest in found.items() if newest[0] is not None}


def _queued(row: Row[Any]) -> Queued:
    values = {} if row.facts is None else msgspec.json.decode(row.facts)
    written = Mail(cast(Template, row.template), row.address, row.language, row.zone, row.person, values)
    return Queued(row.id, written, row.created_at, row.tries)


def put_back(connection: Connection, taken: Queued, due_at: int, reason: str) -> None:
    """To be tried again."""
    _settle(connection, taken, state=State.WAITING, due_at=due_at, reason=reason)


def end(connection: Connection, taken: Queued, state: State, now: int, reason: str | None = None) -> None:
    """No more tries, and nothing left of what was in it."""
    _settle(connection, taken, state=state, due_at=None, ended_at=now, reason=reason, facts=None)


def catch(connection: Connection, taken: Queued, now: int) -> None:
    """What was in it stays, to be shown."""
    _settle(connection, taken, state=State.CAUGHT, due_at=None, ended_at=now, reason=None)


def _settle(connection: Connection, taken: Queued, **values: Any) -> None:
    # Whose lease has ended may have to do with a mail that another node has taken since.
    mine = (mail.c.id == taken.id, mail.c.state == State.SENDING, mail.c.tries == taken.tries)
    connection.execute(update(mail).where(*mine).values(**values))


def give_up(connection: Connection, template: Template, before: int, now: int) -> None:
    """Those that have waited since before a time."""
    old = update(mail).where(mail.c.due_at.is_not(None), mail.c.state == State.WAITING, mail.c.template == template)
    over = {"state": State.FAILED, "due_at": None, "ended_at": now, "reason": "late", "facts": None}
    connection.execute(old.where(mail.c.created_at < before).values(over))


Mails = Collection[str] | Select[tuple[str]]
"""Their ids, or what finds them: a run has more of them than a statement takes."""


def call_back(connection: Connection, about: Collection[str], now: int, but: Collection[Template] = ()) -> int:
    """Those that tell of any of it and wait: how many. Templates named in `but` stay."""
    open_ones = [mail.c.about.in_(about), mail.c.state == State.WAITING, mail.c.due_at.is_not(None)]
    if but:
        open_ones.append(mail.c.template.not_in(but))
    return connection.execute(update(mail).where(*open_ones).values(**_taken_back(now))).rowcount


def call_back_from(connection: Connection, told: Mapping[str, Collection[str]], now: int) -> None:
    """By what they tell of, whose; of those that wait."""
    people = {person for theirs in told.values() for person in theirs}
    waiting = (mail.c.state == State.WAITING, mail.c.due_at.is_not(None), mail.c.person.in_(people))
    found = connection.execute(select(mail.c.id, mail.c.about, mail.c.person).where(*waiting, mail.c.about.in_(told)))
    take_back(connection, {row.id for row in found if row.person in told[row.about]}, now)


def take_back(connection: Connection, ids: Mails, now: int) -> None:
    """Those that wait go out no more."""
    waiting = (mail.c.id.in_(ids), mail.c.state == State.WAITING, mail.c.due_at.is_not(None))
    connection.execute(update(mail).where(*waiting).values(_taken_back(now)))


def taken_back(connection: Connection, ids: Collection[str]) -> frozenset[str]:
    over = (mail.c.id.in_(ids), mail.c.state == State.FAILED, mail.c.reason == "taken_back")
    return frozenset(connection.execute(select(mail.c.id).where(*over)).scalars())


def _taken_back(now: int) -> dict[str, Any]:
    return {"state": State.FAILED, "due_at": None, "ended_at": now, "reason": "taken_back", "facts": None}


def gone_to(
    connection: Connection, template: Template, addresses: Collection[str], since: int
) -> list[tuple[str, str | None]]:
    """Of a template's mails that went out to these addresses, or are going: each one's address, and what it told of."""
    theirs = (mail.c.template == template, mail.c.address.in_(addresses), mail.c.created_at > since)
    gone = mail.c.state.in_((State.SENDING, State.SENT, State.CAUGHT)) | (mail.c.tries > 0)
    return [(row[0], row[1]) for row in connection.execute(select(mail.c.address, mail.c.about).where(*theirs, gone))]


def let_go(connection: Connection, now: int) -> None:
    """Ends every lease."""
    connection.execute(update(mail).where(mail.c.state == State.SENDING).values(due_at=now))


def forget_facts(connection: Connection, before: int) -> int:
    """Of mails that ended before a time."""
    old = update(mail).where(mail.c.ended_at < before, mail.c.facts.is_not(None))
    return connection.execute(old.values(facts=None)).rowcount


def forget(connection: Connection, before: int) -> int:
    """Mails that ended before a time, wholly."""
    return connection.execute(delete(mail).where(mail.c.ended_at < before)).rowcount


def caught(connection: Connection, limit: int) -> list[Caught]:
    """What was caught, the newest first, as long as its contents are there."""
    found = select(mail).where(mail.c.state == State.CAUGHT, mail.c.facts.is_not(None))
    rows = connection.execute(found.order_by(mail.c.id.desc()).limit(limit))
    return [Caught(row.ended_at, _queued(row)) for row in rows]


# ── what a person does not want ───────────────────────────────────────────────────────────────────────────────────────


def unwanted(connection: Connection, person: str) -> frozenset[str]:
    return frozenset(
        connection.execute(select(unwanted_mail.c.template).where(unwanted_mail.c.person == person)).scalars()
    )


_REFUSE = statement("INSERT INTO unwanted_mail (person, template) VALUES (?, ?) ON CONFLICT DO NOTHING")


def set_wanted(connection: Connection, person: str, template: Template, *, wanted: bool) -> None:
    if wanted:
        mine = (unwanted_mail.c.person == person, unwanted_mail.c.template == template)
        connection.execute(delete(unwanted_mail).where(*mine))
    else:
        connection.exec_driver_sql(_REFUSE.on(connection), (person, template))


def who_refuse(connection: Connection, template: Template, people: Collection[str]) -> frozenset[str]:
    theirs = (unwanted_mail.c.template == template, unwanted_mail.c.person.in_(people))
    return frozenset(connection.execute(select(unwanted_mail.c.person).where(*theirs)).scalars())


# ── when they do not want any ─────────────────────────────────────────────────────────────────────────────────────────


def quiet_of(connection: Connection, people: Collection[str]) -> Mapping[str, Quiet]:
    """By person: everybody has theirs."""
    chosen = select(quiet_hours).where(quiet_hours.c.person.in_(people))
    found = {row.person: Quiet(_time(row.start), _time(row.end)) for row in connection.execute(chosen)}
    return {person: found.get(person, NIGHT) for person in people}


def set_quiet(connection: Connection, person: str, quiet: Quiet) -> None:
    row = (person, f"{quiet.start:%H:%M}", f"{quiet.end:%H:%M}")
    connection.exec_driver_sql(_SET_QUIET.on(connection), row)


_SET_QUIET = statement(
    'INSERT INTO quiet_hours (person, start, "end") VALUES (?, ?, ?) '
    'ON CONFLICT (person) DO UPDATE SET start = excluded.start, "end" = excluded."end"'
)


def _time(text: str) -> time:
    return time.fromisoformat(text)


# ── what was told of unread words ─────────────────────────────────────────────────────────────────────────────────────


def told(connection: Connection, places: Sequence[tuple[str, str]]) -> Mapping[tuple[str, str], int]:
    """By (person, room): the read marker at the time when unread words there were told of."""
    found = select(told_unread).where(tuple_(told_unread.c.person, told_unread.c.room).in_(places))
    return {(row.person, row.room): row.read for row in connection.execute(found)}


_TELL = statement(
    "INSERT INTO told_unread (person, room, read) VALUES (?, ?, ?) "
    "ON CONFLICT (person, room) DO UPDATE SET read = excluded.read WHERE told_unread.read < excluded.read "
    "RETURNING person"
)


def tell(connection: Connection, person: str, room: str, read: int) -> bool:
    """False when it was told already, by whichever node."""
    return connection.exec_driver_sql(_TELL.on(connection), (person, room, read)).first() is not None


def forget_told_to(connection: Connection, person: str) -> None:
    connection.execute(delete(told_unread).where(told_unread.c.person == person))


def forget_told(connection: Connection, room: str) -> None:
    connection.execute(delete(told_unread).where(told_unread.c.room == room))

"""All SQL of the inbox that reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from server.database import statement
from server.inbox.codec import publication
from server.inbox.store import ENTRIES_KEPT
from server.inbox.tables import inbox_entry, inbox_head
from server.publication import Publication


@dataclass(frozen=True, slots=True)
class Opened:
    """A person's own log. `publications` is None when what is wanted cannot be delivered whole."""

    top: int
    publications: list[Publication] | None


_TOP = statement('SELECT "offset" FROM inbox_head WHERE person = ?')


def open_log(connection: Connection, person: str, since: int | None) -> Opened:
    """With `since`: every entry after it, or nothing of them. Who was never told anything is at 0."""
    top = connection.exec_driver_sql(_TOP.on(connection), (person,)).scalar() or 0
    if since is None or since == top:
        return Opened(top, [])
    if since > top or top - since > ENTRIES_KEPT:
        return Opened(top, None)
    return Opened(top, entries_after(connection, person, since, ENTRIES_KEPT))


def entries_after(connection: Connection, person: str, since: int, limit: int) -> list[Publication]:
    """At most `limit` entries after an offset, of those that are still kept."""
    columns = (inbox_entry.c.offset, inbox_entry.c.at, inbox_entry.c.kind, inbox_entry.c.about)
    found = select(*columns).where(inbox_entry.c.person == person, inbox_entry.c.offset > since)
    rows = connection.execute(found.order_by(inbox_entry.c.offset).limit(limit))
    return [publication(person, *row) for row in rows]


def heads_of(connection: Connection, people: Sequence[str]) -> dict[str, int]:
    """The newest offsets of these people's logs; who was never told anything is not among them."""
    found = select(inbox_head.c.person, inbox_head.c.offset).where(inbox_head.c.person.in_(people))
    return {row.person: row.offset for row in connection.execute(found)}

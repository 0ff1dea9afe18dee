"""All SQL of what people want of their calendars."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from server.scheduling.calendars.model import Titles, Wishes
from server.scheduling.calendars.tables import calendar_wish


def of(connection: Connection, people: Collection[str]) -> dict[str, Wishes]:
    """Of those who have said what they want."""
    rows = connection.execute(select(calendar_wish).where(calendar_wish.c.person.in_(people)))
    return {row.person: _wishes(row) for row in rows}


def by_feed(connection: Connection, digest: bytes) -> tuple[str, Wishes] | None:
    row = connection.execute(select(calendar_wish).where(calendar_wish.c.feed == digest)).first()
    return None if row is None else (row.person, _wishes(row))


def _wishes(row: Row[Any]) -> Wishes:
    return Wishes(row.titles, row.invitations, row.feed_since)


def set_wishes(connection: Connection, person: str, titles: Titles, *, invitations: bool) -> None:
    _put(connection, person, {"titles": titles, "invitations": invitations})


def set_feed(connection: Connection, person: str, digest: bytes | None, since: int | None) -> None:
    _put(connection, person, {"feed": digest, "feed_since": since})


def _put(connection: Connection, person: str, values: dict[str, Any]) -> None:
    if not connection.execute(update(calendar_wish).where(calendar_wish.c.person == person).values(**values)).rowcount:
        usual = {"titles": "plain", "invitations": True}
        connection.execute(insert(calendar_wish).values(person=person, **(usual | values)))

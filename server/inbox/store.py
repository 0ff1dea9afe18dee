"""All SQL of the inbox that writes."""

from __future__ import annotations

from sqlalchemy import Connection

from server.database import statement

ENTRIES_KEPT = 500
"""Of each person; who is further behind asks for everything anew."""

_RAISE = statement(
    'INSERT INTO inbox_head (person, "offset") VALUES (?, 1) '
    'ON CONFLICT (person) DO UPDATE SET "offset" = inbox_head."offset" + 1 RETURNING "offset"'
)
_ADD = statement('INSERT INTO inbox_entry (person, "offset", at, kind, about) VALUES (?, ?, ?, ?, ?)')
_TRIM = statement('DELETE FROM inbox_entry WHERE person = ? AND "offset" <= ?')


def append(connection: Connection, person: str, at: int, kind: str, about: str | None) -> int:
    """The entry's offset. The person's head stays locked until the commit."""
    offset: int = connection.exec_driver_sql(_RAISE.on(connection), (person,)).scalar_one()
    connection.exec_driver_sql(_ADD.on(connection), (person, offset, at, kind, about))
    if offset > ENTRIES_KEPT:
        connection.exec_driver_sql(_TRIM.on(connection), (person, offset - ENTRIES_KEPT))
    return offset

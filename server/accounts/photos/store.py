"""All SQL of the photos."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from sqlalchemy import Connection, delete, select

from server.accounts.photos.tables import photo
from server.database import statement

AT_ONCE = 500
_PUT = statement(
    "INSERT INTO photo (person, picture, mark) VALUES (?, ?, ?) "
    "ON CONFLICT (person) DO UPDATE SET picture = excluded.picture, mark = excluded.mark"
)


def put(connection: Connection, person: str, picture: bytes, mark: str) -> None:
    connection.exec_driver_sql(_PUT.on(connection), (person, picture, mark))


def remove(connection: Connection, person: str) -> None:
    connection.execute(delete(photo).where(photo.c.person == person))


def picture_of(connection: Connection, person: str) -> tuple[bytes, str] | None:
    """The picture and its mark."""
    row = connection.execute(select(photo.c.picture, photo.c.mark).where(photo.c.person == person)).first()
    return None if row is None else (bytes(row[0]), row[1])


def marks_of(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """By person, of those who have a photo."""
    marks: dict[str, str] = {}
    ids = iter(people)
    while some := list(islice(ids, AT_ONCE)):
        rows = connection.execute(select(photo.c.person, photo.c.mark).where(photo.c.person.in_(some)))
        marks |= {row[0]: row[1] for row in rows}
    return marks

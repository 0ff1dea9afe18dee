"""All SQL of the choices."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, Connection, Select, delete, insert, select

from server.database import statement
from server.presence.model import Choice
from server.presence.tables import presence_choice, presence_room
from server.publication import Showing

_CHOOSE = statement(
    "INSERT INTO presence_choice (person, hidden, typing, changed_at) VALUES (?, ?, ?, ?) ON CONFLICT (person) DO "
    "UPDATE SET hidden = excluded.hidden, typing = excluded.typing, changed_at = excluded.changed_at"
)


def choice_of(connection: Connection, person: str) -> Choice:
    row = connection.execute(_choices(presence_choice.c.person == person)).first()
    return Choice() if row is None else Choice(row.hidden, row.typing)


def choose(connection: Connection, person: str, choice: Choice, now: int) -> None:
    connection.exec_driver_sql(_CHOOSE.on(connection), (person, choice.hidden, choice.typing, now))


def rooms_of(connection: Connection, person: str) -> frozenset[str]:
    """Where the person has switched it on, hidden or not."""
    return frozenset(connection.execute(select(presence_room.c.room).where(presence_room.c.person == person)).scalars())


def who_switched_on(connection: Connection, room: str) -> list[str]:
    found = select(presence_room.c.person).where(presence_room.c.room == room)
    return list(connection.execute(found.order_by(presence_room.c.person)).scalars())


def switch_on(connection: Connection, person: str, room: str) -> None:
    """The person's choice has to be stored in the same transaction, for it is what other nodes look at."""
    if room not in rooms_of(connection, person):
        connection.execute(insert(presence_room).values(person=person, room=room))


def switch_off(connection: Connection, person: str, room: str) -> bool:
    """Whether it was on."""
    off = delete(presence_room).where(presence_room.c.person == person, presence_room.c.room == room)
    return connection.execute(off).rowcount > 0


def showing_of(connection: Connection, person: str) -> Showing:
    found = _showing(connection, presence_choice.c.person == person)
    return found[0] if found else Showing(person)


def changed_since(connection: Connection, since: int) -> list[Showing]:
    """Since 0: of all who have ever chosen anything."""
    return _showing(connection, presence_choice.c.changed_at >= since)


def _showing(connection: Connection, which: ColumnElement[bool]) -> list[Showing]:
    rooms: defaultdict[str, list[str]] = defaultdict(list)
    of_them = presence_room.c.person == presence_choice.c.person
    for person, room in connection.execute(select(presence_room).join(presence_choice, of_them).where(which)):
        rooms[person].append(room)
    return [
        Showing(row.person, () if row.hidden else tuple(sorted(rooms[row.person])), typing=row.typing)
        for row in connection.execute(_choices(which))
    ]


def _choices(which: ColumnElement[bool]) -> Select[tuple[str, bool, bool]]:
    return select(presence_choice.c.person, presence_choice.c.hidden, presence_choice.c.typing).where(which)

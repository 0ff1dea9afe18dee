"""All SQL of search that reads. Each function takes the reader as an argument: what they are no member of, or what was
said before they may read, is not even looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from server.database import listed, statement
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms import things
from server.rooms.search.content import (
    MESSAGE,
    Snippet,
    Sought,
    author_token,
    kind_token,
    mention_token,
    room_token,
    snippet_of,
    texts_of,
    title_of,
)
from server.rooms.search.store import id_at
from server.rooms.tables import entry, message, room, room_member, room_thing

PAGE = 20
"""Hits of one answer."""
LOOKS = 5
"""How often more is looked for when what was found turns out to be said otherwise since."""
WALKED = 3_000
"""Of the newest that somebody reads, looked at one by one on PostgreSQL before its inverted index is asked."""
WALKED_ROOMS = 100
"""In more rooms at once nobody walks: each of them costs a look-up."""


@dataclass(frozen=True, slots=True)
class Filters:
    """`by`: who said it; `kind`: message, or a kind of thing; `since`, `until`: ms, from the first on and before the
    second; `before`: what a page before this one ended with."""

    by: str | None = None
    kind: str | None = None
    since: int | None = None
    until: int | None = None
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found. `title`: of a thing. `at`: ms, when it was made."""

    number: int
    room: str
    kind: str
    place: int
    by: str | None
    at: int
    title: str
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Found:
    """The newest first. `rest`: where the next page begins, None at the end."""

    hits: list[Hit]
    rest: int | None


class _Said(NamedTuple):
    by: str | None
    at: int
    texts: list[str]


_SQLITE = """
SELECT i.id, i.room_id, i.kind, i.place, r.key FROM search_words w
CROSS JOIN search_item i ON i.id = w.rowid
CROSS JOIN room r ON r.id = i.room_id
CROSS JOIN room_member m ON m.person = ? AND m.room_id = i.room_id AND i.place > m.floor
WHERE w.search_words MATCH ? AND w.rowid >= ? AND w.rowid < ? ORDER BY w.rowid DESC LIMIT ?"""
_POSTGRESQL = statement("""
SELECT i.id, i.room_id, i.kind, i.place, r.key FROM search_words w
JOIN search_item i ON i.id = w.id
JOIN room r ON r.id = i.room_id
JOIN room_member m ON m.person = ? AND m.room_id = w.room_id AND i.place > m.floor
WHERE w.words @@ CAST(? AS tsquery) AND w.id >= ? AND w.id < ? AND w.room_id IN ?[bigint]
ORDER BY w.id DESC LIMIT ?""").postgresql

_NEWEST = """(SELECT id, room_id, words FROM search_words
WHERE room_id = (CAST($5 AS bigint[]))[{room}] AND id >= $3 AND id < $4 ORDER BY id DESC LIMIT {walked})"""
_WALK = """
SELECT i.id, i.room_id, i.kind, i.place, r.key
FROM (SELECT id, room_id, words FROM ({newest}) every ORDER BY id DESC LIMIT {walked}) w
JOIN search_item i ON i.id = w.id
JOIN room r ON r.id = i.room_id
JOIN room_member m ON m.person = $1 AND m.room_id = w.room_id AND i.place > m.floor
WHERE w.words @@ CAST($2 AS tsquery) ORDER BY w.id DESC LIMIT $6"""


@cache
def _walk(rooms: int) -> str:
    """The newest of so many rooms in one order, each room by its own index: PostgreSQL merges them as it reads, and
    stops once there are enough. Asked with what `_POSTGRESQL` is asked with."""
    # Nothing but numbers of ours is written into it.
    newest = " UNION ALL ".join(_NEWEST.format(room=number, walked=WALKED) for number in range(1, rooms + 1))
    return _WALK.format(newest=newest, walked=WALKED)


LAST = 2**63 - 1


def search(connection: Connection, person: str, key: str | None, sought: Sought, filters: Filters) -> Found | None:
    """In one room, or in all rooms of the person. None when there is no such room for them."""
    floors = _floors(connection, person, key)
    if not may(Actor(person), Verb.READ, RoomSubject(members=(person,) if floors else ())):
        return None if key else Found([], None)
    hits: list[Hit] = []
    before = LAST if filters.before is None else filters.before
    for _ in range(LOOKS):
        rows = _rows(connection, person, floors, sought, filters, before)
        hits += _hits(connection, rows, sought)
        before = rows[-1].id if len(rows) > PAGE else 0
        if len(hits) > PAGE or not before:
            break
    if len(hits) > PAGE:
        return Found(hits[:PAGE], hits[PAGE - 1].number)
    return Found(hits, before or None)


def _floors(connection: Connection, person: str, key: str | None) -> dict[int, int]:
    """The rooms that the person reads, each with the time (ms) from which on; 0 is the beginning."""
    since = (
        select(entry.c.at)
        .where(entry.c.room_id == room_member.c.room_id, entry.c.offset == room_member.c.floor)
        .scalar_subquery()
    )
    found = select(room_member.c.room_id, since).where(room_member.c.person == person)
    if key is not None:
        found = found.join(room, room.c.id == room_member.c.room_id).where(room.c.key == key)
    return {room_id: at or 0 for room_id, at in connection.execute(found)}


def _rows(
    connection: Connection, person: str, floors: Mapping[int, int], sought: Sought, filters: Filters, before: int
) -> Sequence[Any]:
    # The clock may have gone back a little between two entries; the floor itself is compared exactly.
    lowest = id_at(max(0, min(floors.values()) - 60_000, filters.since or 0))
    highest = min(before, LAST if filters.until is None else id_at(filters.until))
    rooms = list(floors)
    if connection.dialect.name == "sqlite":
        asked = (person, _sqlite_query(rooms, sought, filters), lowest, highest, PAGE + 1)
        return connection.exec_driver_sql(_SQLITE, asked).all()
    given = (person, _postgresql_query(rooms, sought, filters), lowest, highest, listed(connection, rooms), PAGE + 1)
    # The inverted index gathers all that holds a word before it gives the newest: a common word is found sooner among
    # the newest themselves, and what is not common there is mostly rare.
    if len(rooms) <= WALKED_ROOMS:
        rows = connection.exec_driver_sql(_walk(len(rooms)), given).all()
        if len(rows) > PAGE:
            return rows
    return connection.exec_driver_sql(_POSTGRESQL, given).all()


def _sqlite_query(rooms: Sequence[int], sought: Sought, filters: Filters) -> str:
    parts = [_any(f'"{room_token(room_id)}"' for room_id in rooms), *(f'"{token}"' for token in _tokens(filters))]
    for forms, people in zip(sought.terms, sought.people, strict=True):
        words = [f'"{form}"*' if len(form) > 1 else f'"{form}"' for form in forms]
        parts.append(_any([*words, *(f'"{mention_token(one)}"' for one in sorted(people))]))
    return " AND ".join(parts)


def _any(parts: Any) -> str:
    return f"({' OR '.join(parts)})"


def _postgresql_query(rooms: Sequence[int], sought: Sought, filters: Filters) -> str:
    parts = [f"'{token}'" for token in _tokens(filters)]
    if len(rooms) == 1 or not (parts or sought.terms):
        parts.append(f"({' | '.join(repr(room_token(room_id)) for room_id in rooms)})")
    for forms, people in zip(sought.terms, sought.people, strict=True):
        words = [f"'{form}':*" if len(form) > 1 else f"'{form}'" for form in forms]
        parts.append(f"({' | '.join([*words, *(repr(mention_token(one)) for one in sorted(people))])})")
    return " & ".join(parts)


def _tokens(filters: Filters) -> list[str]:
    by = [] if filters.by is None else [author_token(filters.by)]
    return by + ([] if filters.kind is None else [kind_token(filters.kind)])


def _hits(connection: Connection, rows: Sequence[Any], sought: Sought) -> list[Hit]:
    """As the rooms say it now, whatever the index knows."""
    messages = _messages(connection, [row for row in rows if row.kind == MESSAGE])
    kept = _things(connection, [row for row in rows if row.kind != MESSAGE])
    found = []
    for row in rows:
        there = messages if row.kind == MESSAGE else kept
        said = there.get((row.room_id, row.place))
        snippet = snippet_of(said.texts, sought) if said is not None and said.texts else None
        if said is not None and snippet is not None:
            title = "" if row.kind == MESSAGE else title_of(said.texts)
            found.append(Hit(row.id, row.key, row.kind, row.place, said.by, said.at, title, snippet))
    return found


def _messages(connection: Connection, rows: Sequence[Any]) -> dict[tuple[int, int], _Said]:
    by_room: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        by_room[row.room_id].append(row.place)
    found: dict[tuple[int, int], _Said] = {}
    for room_id, places in by_room.items():
        columns = select(message.c.first, message.c.author, message.c.at, message.c.text)
        there = columns.where(message.c.room_id == room_id, message.c.first.in_(places), message.c.text.is_not(None))
        for one in connection.execute(there):
            found[room_id, one.first] = _Said(one.author, one.at, [bytes(one.text).decode()])
    return found


def _things(connection: Connection, rows: Sequence[Any]) -> dict[tuple[int, int], _Said]:
    found: dict[tuple[int, int], _Said] = {}
    for room_id, name in {(row.room_id, row.kind) for row in rows}:
        document = select(room_thing.c.document).where(room_thing.c.room_id == room_id, room_thing.c.kind == name)
        kind = next(kind for kind in things.KINDS if kind.name == name)
        for item in kind.read(connection.execute(document).scalar()):
            found[room_id, item.id] = _Said(item.by, item.at, texts_of(item.body))
    return found

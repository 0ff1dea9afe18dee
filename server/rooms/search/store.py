"""All SQL of search that writes. Plain functions of a connection."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, or_, select

from server.database import Statement, listed, statement
from server.rooms import things
from server.rooms.search.content import MESSAGE, texts_of, tokens_of
from server.rooms.search.tables import search_head, search_item
from server.rooms.tables import room_head, room_thing
from server.rooms.things.kind import Items

ENTRIES_AT_ONCE = 300
"""Read in one transaction of the writer, which everybody waits for."""
ROOMS_AT_ONCE = 100
PAGES_AT_ONCE = 64
"""Of the index that are written anew in one transaction while it is swept."""

PLACE_BITS, ROOM_BITS = 10, 10


class _Item(NamedTuple):
    """A message or a thing to be found. `at`: ms."""

    room_id: int
    place: int
    kind: str
    at: int
    tokens: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Read:
    """A part of some rooms' logs. `heads`: by room, how far it goes; `unread`: rooms of which there is more."""

    rows: Sequence[Any]
    heads: Mapping[int, int]
    unread: frozenset[int]


_LOCK = statement(
    'SELECT h.room_id, h."offset", coalesce(s."offset", 0) FROM room_head h '
    "LEFT JOIN search_head s ON s.room_id = h.room_id "
    "WHERE h.room_id IN ?[bigint] ORDER BY h.room_id FOR UPDATE OF h"
)
_ENTRIES = statement(
    'SELECT e."offset", e.kind, e.subject, m.first, m.author, m.at, m."text" FROM entry e '
    "LEFT JOIN message m ON m.room_id = e.room_id AND m.first = "
    "CASE e.kind WHEN 'message_posted' THEN e.\"offset\" WHEN 'message_edited' THEN e.subject END "
    'WHERE e.room_id = ? AND e."offset" > ? ORDER BY e."offset" LIMIT ?'
)
_TAKEN = statement("SELECT id FROM search_item WHERE id IN ?[bigint]")
_ADD_ITEMS = statement("INSERT INTO search_item (id, room_id, place, kind) VALUES (?, ?, ?, ?)")
_ADD_WORDS = Statement(
    "INSERT INTO search_words (rowid, words) VALUES (?, ?)",
    "INSERT INTO search_words (id, room_id, words) VALUES ($1, $2, array_to_tsvector(CAST($3 AS text[])))",
)
_DROP_WORDS = Statement("DELETE FROM search_words WHERE rowid = ?", "DELETE FROM search_words WHERE id = $1")
_RAISE = statement(
    'INSERT INTO search_head (room_id, "offset") VALUES (?, ?) '
    'ON CONFLICT (room_id) DO UPDATE SET "offset" = excluded."offset"'
)


def lagging(connection: Connection, limit: int) -> list[int]:
    """Rooms whose newest entries were not looked at yet."""
    found = select(room_head.c.room_id).outerjoin(search_head, search_head.c.room_id == room_head.c.room_id)
    behind = or_(search_head.c.offset.is_(None), search_head.c.offset < room_head.c.offset)
    return list(connection.execute(found.where(behind).order_by(room_head.c.room_id).limit(limit)).scalars())


def follow(connection: Connection, room_ids: Collection[int]) -> frozenset[int]:
    """Make what was said in these rooms findable, a part of it at a time; the rooms of which there is more.

    The heads are locked, so that nothing is taken back between the reading and the writing.
    """
    read = _read(connection, sorted(room_ids))
    items = list(_items(connection, read))
    forget(connection, [(item.room_id, item.place) for item in items])
    _add(connection, items)
    _many(connection, _RAISE.on(connection), list(read.heads.items()))
    return read.unread


def _read(connection: Connection, room_ids: Sequence[int]) -> _Read:
    sql = _LOCK.on(connection)
    rows: list[Any] = []
    heads: dict[int, int] = {}
    unread = set(room_ids[ROOMS_AT_ONCE:])
    for room_id, head, since in connection.exec_driver_sql(sql, (listed(connection, list(room_ids[:ROOMS_AT_ONCE])),)):
        room = ENTRIES_AT_ONCE - len(rows)
        if since >= head:
            continue
        if room <= 0:
            unread.add(room_id)
            continue
        some = connection.exec_driver_sql(_ENTRIES.on(connection), (room_id, since, room)).all()
        rows += [(room_id, *row) for row in some]
        heads[room_id] = some[-1][0]
        if heads[room_id] < head:
            unread.add(room_id)
    return _Read(rows, heads, frozenset(unread))


def _items(connection: Connection, read: _Read) -> Iterator[_Item]:
    """As they are now: what was changed later in the log is read once."""
    messages: dict[tuple[int, int], _Item] = {}
    moved: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for room_id, offset, kind, subject, first, author, at, text in read.rows:
        if text is not None and (room_id, first) not in messages:
            tokens = tokens_of(room_id, MESSAGE, author, [bytes(text).decode()])
            messages[room_id, first] = _Item(room_id, first, MESSAGE, at, tokens)
        elif kind in things.ENTRIES and kind not in things.REMOVALS:
            name = things.kind_of_entry(kind).name
            moved[room_id, name].add(offset if subject is None else subject)
    yield from messages.values()
    for (room_id, name), places in moved.items():
        for item in _things(connection, room_id, name):
            if item.id in places and (texts := texts_of(item.body)):
                yield _Item(room_id, item.id, name, item.at, tokens_of(room_id, name, item.by, texts))


def _things(connection: Connection, room_id: int, name: str) -> Items:
    found = select(room_thing.c.document).where(room_thing.c.room_id == room_id, room_thing.c.kind == name)
    kind = next(kind for kind in things.KINDS if kind.name == name)
    return kind.read(connection.execute(found).scalar())


def _add(connection: Connection, items: Sequence[_Item]) -> None:
    if not items:
        return
    ids = _ids(connection, items)
    rows = [(id, item.room_id, item.place, item.kind) for id, item in zip(ids, items, strict=True)]
    _many(connection, _ADD_ITEMS.on(connection), rows)
    if connection.dialect.name == "sqlite":
        words = [(id, " ".join(item.tokens)) for id, item in zip(ids, items, strict=True)]
        _many(connection, _ADD_WORDS.on(connection), words)
    else:
        lexemes = [(id, item.room_id, list(item.tokens)) for id, item in zip(ids, items, strict=True)]
        _many(connection, _ADD_WORDS.on(connection), lexemes)


def _ids(connection: Connection, items: Iterable[_Item]) -> list[int]:
    """Numbers in the order of time, so that the newest is found first without sorting; each is given once.

    They tell nothing but when and where in a room something was said: nobody can count others' words by them.
    """
    wanted = [id_at(item.at, item.place, item.room_id) for item in items]
    while True:
        sql = _TAKEN.on(connection)
        taken = set(connection.exec_driver_sql(sql, (listed(connection, wanted),)).scalars())
        ids: list[int] = []
        for id in wanted:
            while id in taken:
                id += 1
            taken.add(id)
            ids.append(id)
        if ids == wanted:
            return ids
        wanted = ids


def id_at(at: int, place: int = 0, room_id: int = 0) -> int:
    """The lowest number of a time (ms), or the one that something said then would like to have."""
    low = (place & ((1 << PLACE_BITS) - 1)) << ROOM_BITS | (room_id & ((1 << ROOM_BITS) - 1))
    return at << (PLACE_BITS + ROOM_BITS) | low


def forget(connection: Connection, places: Collection[tuple[int, int]]) -> None:
    """Messages and things as (room id, place): nobody finds them from now on."""
    by_room: defaultdict[int, list[int]] = defaultdict(list)
    for room_id, place in places:
        by_room[room_id].append(place)
    for room_id, some in by_room.items():
        found = select(search_item.c.id).where(search_item.c.room_id == room_id, search_item.c.place.in_(some))
        _drop(connection, list(connection.execute(found).scalars()))


def forget_some(connection: Connection, room_id: int, limit: int) -> bool:
    """Of at most so many things that a room is found by; whether any may be left."""
    found = select(search_item.c.id).where(search_item.c.room_id == room_id).limit(limit)
    ids = list(connection.execute(found).scalars())
    _drop(connection, ids)
    return len(ids) == limit


def _drop(connection: Connection, ids: Sequence[int]) -> None:
    if not ids:
        return
    _many(connection, _DROP_WORDS.on(connection), [(id,) for id in ids])
    connection.execute(delete(search_item).where(search_item.c.id.in_(ids)))


def begin_sweep(connection: Connection) -> None:
    """SQLite's index keeps words until it is written anew, and not found is not gone. PostgreSQL sees to its own."""
    if connection.dialect.name == "sqlite":
        _merge(connection, -PAGES_AT_ONCE)


def sweep(connection: Connection) -> bool:
    """A part of it; whether there is more to do."""
    if connection.dialect.name != "sqlite":
        return False
    before = _changes(connection)
    _merge(connection, PAGES_AT_ONCE)
    return _changes(connection) - before > 1


def _merge(connection: Connection, pages: int) -> None:
    connection.exec_driver_sql("INSERT INTO search_words (search_words, rank) VALUES ('merge', ?)", (pages,))


def _changes(connection: Connection) -> int:
    return int(connection.exec_driver_sql("SELECT total_changes()").scalar_one())


def rebuild(connection: Connection) -> None:
    """Everything anew, from what the rooms hold."""
    if connection.dialect.name == "postgresql":
        # What is planned while the tables are empty is planned for good, and would look through all of them each time.
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    connection.exec_driver_sql("DELETE FROM search_words")
    connection.execute(delete(search_item))
    connection.execute(delete(search_head))
    while behind := lagging(connection, ROOMS_AT_ONCE):
        follow(connection, behind)
    begin_sweep(connection)
    while sweep(connection):
        pass


def _many(connection: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(sql, [tuple(row) for row in rows])

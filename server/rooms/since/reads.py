"""All SQL of looking back. It takes the reader as an argument; nothing of before they may read is in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, and_, func, select

from server.contract.memory import NewMessage, NewMessages, NewThing, NewThings, Since
from server.contract.things import Item
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms import things
from server.rooms.search.content import texts_of, title_of
from server.rooms.tables import (
    brought_file,
    entry,
    mention,
    message,
    read_marker,
    room,
    room_head,
    room_member,
    room_thing,
)

THINGS = 5
"""Of a kind."""
MENTIONS = 5
MESSAGES = 8
WORDS = 160
"""Code points of a message."""
FIRST, LAST = ("meetings", "decisions", "goals", "steps"), ("pins",)
"""Kinds of things that stand before and behind the others."""


def since(
    connection: Connection, key: str, person: str, moment: int | None = None, read: int | None = None
) -> Since | None:
    """From a moment (ms) on, or from behind the message with the number `read`, which is the person's read marker where
    neither is given. None for who is no member."""
    row = connection.execute(
        select(room.c.id, room_head.c.offset, room_member.c.floor, func.coalesce(read_marker.c.number, 0))
        .join(room_head, room_head.c.room_id == room.c.id)
        .join(room_member, and_(room_member.c.room_id == room.c.id, room_member.c.person == person))
        .outerjoin(read_marker, and_(read_marker.c.room_id == room.c.id, read_marker.c.person == person))
        .where(room.c.key == key)
    ).first()
    if row is None or not may(Actor(person), Verb.READ, RoomSubject(members=(person,))):
        return None
    room_id, head, floor, marker = row
    marker = marker if read is None else read
    begin = (
        _read_until(connection, room_id, marker) if moment is None else _offset_at(connection, room_id, head, moment)
    )
    begin = max(floor, begin)
    mentioned = _mentions(connection, room_id, begin, person)
    return Since(
        offset=begin,
        things=tuple(_things(connection, room_id, begin, floor, person)),
        mentions=mentioned,
        messages=_messages(connection, room_id, begin, person),
    )


def _read_until(connection: Connection, room_id: int, number: int) -> int:
    """The offset of the newest message or file that was read; the first one has none before it."""
    if not number:
        return 0
    read = 0
    for table, first in ((message, message.c.first), (brought_file, brought_file.c.item)):
        # An offset is greater than its number: what lies at or below it need not be looked at.
        found = select(first).where(table.c.room_id == room_id, first > number, table.c.number <= number)
        read = max(read, connection.execute(found.order_by(first.desc()).limit(1)).scalar() or 0)
    return read


def _offset_at(connection: Connection, room_id: int, head: int, moment: int) -> int:
    """The newest entry from before a moment; 0 where there is none."""
    at = select(entry.c.at).where(entry.c.room_id == room_id)
    low, high = 0, head
    while low < high:
        middle = (low + high + 1) // 2
        if connection.execute(at.where(entry.c.offset == middle)).scalar_one() < moment:
            low = middle
        else:
            high = middle - 1
    return low


def _mentions(connection: Connection, room_id: int, begin: int, person: str) -> NewMessages:
    named = and_(mention.c.room_id == message.c.room_id, mention.c.first == message.c.first)
    found = select(message).join(mention, named).where(mention.c.person == person)
    count = select(func.count()).select_from(message.join(mention, named)).where(mention.c.person == person)
    return _some(connection, found, count, _of_others(room_id, begin, person), MENTIONS)


def _messages(connection: Connection, room_id: int, begin: int, person: str) -> NewMessages:
    naming = select(mention.c.first).where(mention.c.room_id == room_id, mention.c.person == person)
    others = (*_of_others(room_id, begin, person), message.c.first.not_in(naming.where(mention.c.first > begin)))
    return _some(connection, select(message), select(func.count()).select_from(message), others, MESSAGES)


def _of_others(room_id: int, begin: int, person: str) -> tuple[Any, ...]:
    own = message.c.author != person
    return message.c.room_id == room_id, message.c.first > begin, own, message.c.text.is_not(None)


def _some(connection: Connection, found: Any, count: Any, where: Sequence[Any], limit: int) -> NewMessages:
    rows = connection.execute(found.where(*where).order_by(message.c.first).limit(limit)).all()
    # Where not all of them are shown, and not before, the others are counted.
    total = len(rows) if len(rows) < limit else connection.execute(count.where(*where)).scalar_one()
    return NewMessages(tuple(_message(row) for row in rows), total - len(rows))


def _message(row: Any) -> NewMessage:
    text = bytes(row.text).decode()
    short = text if len(text) <= WORDS else text[:WORDS].rsplit(None, 1)[0]
    return NewMessage(row.first, row.author, row.at, short, after=len(short) < len(text))


def _things(connection: Connection, room_id: int, begin: int, floor: int, person: str) -> Iterator[NewThings]:
    found = select(room_thing.c.kind, room_thing.c.document).where(room_thing.c.room_id == room_id)
    documents = {row.kind: row.document for row in connection.execute(found)}
    for kind in sorted(things.KINDS, key=lambda kind: _order(kind.name)):
        items = [item for item in kind.read(documents.get(kind.name)) if item.last > begin and item.id > floor]
        last = _last(connection, room_id, [item.last for item in items])
        of_others = [item for item in items if item.last in last and last[item.last][0] != person]
        if of_others:
            newest = sorted(of_others, key=lambda item: item.last, reverse=True)
            some = tuple(
                # What I made myself can only have been changed.
                _thing(item, *last[item.last], changed=item.id <= begin or item.by == person)
                for item in newest[:THINGS]
            )
            yield NewThings(kind.name, some, len(newest) - len(some))


def _order(name: str) -> int:
    if name in FIRST:
        return FIRST.index(name)
    return len(FIRST) + (1 + LAST.index(name) if name in LAST else 0)


def _last(connection: Connection, room_id: int, offsets: Sequence[int]) -> dict[int, tuple[str | None, int]]:
    """By the offset of an entry: who did it, and when."""
    found = select(entry.c.offset, entry.c.actor, entry.c.at).where(entry.c.room_id == room_id)
    return {row.offset: (row.actor, row.at) for row in connection.execute(found.where(entry.c.offset.in_(offsets)))}


def _thing(item: Item[Any], by: str | None, at: int, *, changed: bool) -> NewThing:
    earlier = item.history[-1] if changed and item.history and item.history[-1].at == at else None
    return NewThing(
        item.id, title_of(texts_of(item.body)), by, at, changed, title_of([earlier.reason] if earlier else [])
    )

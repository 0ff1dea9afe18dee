"""All SQL of the rooms that reads. Each function runs in one read transaction and takes the reader as an argument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, assert_never

from msgspec.structs import replace
from sqlalchemy import Connection, Row, and_, func, select

from server.contract.commands import Closing
from server.contract.entries import RoomOpened
from server.contract.views import Message, Reaction
from server.database import statement
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.publication import Publication
from server.rooms.codec import decode_event, decode_quote, decode_state, publication
from server.rooms.mentions import MARK
from server.rooms.model import RoomState
from server.rooms.tables import (
    draft,
    entry,
    mention,
    message,
    reaction,
    read_marker,
    room,
    room_head,
    room_member,
    room_state,
)

RECOVERY_ENTRIES = 500
RECOVERY_BYTES = 512 * 1024
PAGE = 50
"""Messages of a snapshot and of a page; around one message, half of it on each side."""

Side = Literal["before", "after", "around"]
Rows = list[Row[Any]]


@dataclass(frozen=True, slots=True)
class Opened:
    """A log opened for a member. `publications` is None when what is wanted cannot be delivered whole."""

    top: int
    publications: list[Publication] | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A room at `offset`, as one of its members reads it."""

    offset: int
    talk: int
    read: int
    floor: int
    draft: str
    state: RoomState
    messages: list[Message]
    earlier: bool
    first_words: dict[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the talk at `offset` of the log, oldest first, and whether there is more on its sides."""

    offset: int
    messages: list[Message]
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A room in its member's list. `last_at` is None before the first message that the member may read; `unread` counts
    the messages of others after the read marker, `mentioned` those of them that name the member."""

    key: str
    kind: str
    offset: int
    talk: int
    read: int
    unread: int
    mentioned: int
    last_at: int | None
    draft: bool
    people: tuple[str, ...]
    closed: Closing | None


_OPEN = statement(
    'SELECT r.id, h."offset", m.floor FROM room r JOIN room_head h ON h.room_id = r.id '
    "JOIN room_member m ON m.room_id = r.id WHERE r.key = ? AND m.person = ?"
)


@dataclass(frozen=True, slots=True)
class UnreadWord:
    """The first message of somebody else that a member of a pair's room has not read. `read`: the member's marker."""

    person: str
    room: str
    read: int
    author: str


def open_log(connection: Connection, key: str, person: str, since: int | None) -> Opened | None:
    """None when the person is no member. With `since`: every entry after it, or nothing of them."""
    row = connection.exec_driver_sql(_OPEN.on(connection), (key, person)).first()
    if row is None or not _may_read(person):
        return None
    room_id, top, floor = row
    if since is None or since == top:
        return Opened(top, [])
    if since < floor or since > top or top - since > RECOVERY_ENTRIES:
        return Opened(top, None)
    found = _entries(connection, key, room_id, since, RECOVERY_ENTRIES)
    whole = len(found) == top - since and sum(len(one.data) for one in found) <= RECOVERY_BYTES
    return Opened(top, found if whole else None)


def entries_after(connection: Connection, key: str, since: int, limit: int) -> list[Publication]:
    """At most `limit` entries after an offset, whoever reads them: for the node itself, which holds the members."""
    room_id = connection.execute(select(room.c.id).where(room.c.key == key)).scalar()
    return [] if room_id is None else _entries(connection, key, room_id, since, limit)


def _entries(connection: Connection, key: str, room_id: int, since: int, limit: int) -> list[Publication]:
    columns = (entry.c.offset, entry.c.kind, entry.c.at, entry.c.actor, entry.c.command_id, entry.c.body)
    rows = connection.execute(
        select(*columns).where(entry.c.room_id == room_id, entry.c.offset > since).order_by(entry.c.offset).limit(limit)
    )
    return [publication(key, *row) for row in rows]


def heads_of(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """The newest offsets of these rooms, for a node that compares what it has delivered."""
    found = select(room.c.key, room_head.c.offset).join(room_head, room_head.c.room_id == room.c.id)
    return {row.key: row.offset for row in connection.execute(found.where(room.c.key.in_(keys)))}


def members_of(connection: Connection, key: str) -> frozenset[str]:
    found = select(room_member.c.person).join(room).where(room.c.key == key)
    return frozenset(connection.execute(found).scalars())


def is_member(connection: Connection, key: str, person: str) -> bool:
    return may(Actor(person), Verb.READ, RoomSubject(members_of(connection, key)))


def snapshot(connection: Connection, key: str, person: str) -> Snapshot | None:
    """None when the person is no member."""
    row = connection.execute(
        select(
            room.c.id,
            room_head.c.offset,
            room_head.c.talk,
            func.coalesce(read_marker.c.number, 0),
            room_member.c.floor,
            draft.c.text,
            room_state.c.document,
        )
        .join(room_head, room_head.c.room_id == room.c.id)
        .join(room_state, room_state.c.room_id == room.c.id)
        .join(room_member, and_(room_member.c.room_id == room.c.id, room_member.c.person == person))
        .outerjoin(read_marker, and_(read_marker.c.room_id == room.c.id, read_marker.c.person == person))
        .outerjoin(draft, and_(draft.c.room_id == room.c.id, draft.c.person == person))
        .where(room.c.key == key)
    ).first()
    if row is None or not _may_read(person):
        return None
    room_id, offset, talk, read, floor, begun, document = row
    rows, earlier = _before(connection, room_id, floor, offset + 1, PAGE)
    text = "" if begun is None else begun.decode()
    state = _as_seen_from(decode_state(document), floor)
    messages = _messages(connection, room_id, rows)
    return Snapshot(offset, talk, read, floor, text, state, messages, earlier, _first_words(connection, room_id))


def _first_words(connection: Connection, room_id: int) -> dict[str, str]:
    """Whoever reads the room reads them, however late they came: they are the programme's, and none of its members'."""
    found = select(entry.c.body).where(entry.c.room_id == room_id, entry.c.offset == 1)
    opened = decode_event("room_opened", connection.execute(found).scalar_one())
    assert isinstance(opened, RoomOpened)
    return opened.first_words


def _as_seen_from(state: RoomState, floor: int) -> RoomState:
    """Who left before the reader may read is nobody to them: not one of their messages is."""
    return replace(state, former={person: one for person, one in state.former.items() if one.left > floor})


def page(connection: Connection, key: str, person: str, side: Side, offset: int) -> Page | None:
    """The 50 messages next to an offset, or the message at it with its neighbours; None for who is no member.

    Raises Refused message_not_found where `around` names none that the person may read.
    """
    row = connection.execute(
        select(room.c.id, room_head.c.offset, room_member.c.floor)
        .join(room_head, room_head.c.room_id == room.c.id)
        .join(room_member, room_member.c.room_id == room.c.id)
        .where(room.c.key == key, room_member.c.person == person)
    ).first()
    if row is None or not _may_read(person):
        return None
    room_id, top, floor = row
    rows, earlier, later = _rows(connection, room_id, floor, side, offset)
    return Page(top, _messages(connection, room_id, rows), earlier, later)


def _may_read(person: str) -> bool:
    """For a person whose membership was found: whether that is enough is the policy's to say."""
    return may(Actor(person), Verb.READ, RoomSubject(members=(person,)))


def _rows(connection: Connection, room_id: int, floor: int, side: Side, offset: int) -> tuple[Rows, bool, bool]:
    match side:
        case "before":
            rows, earlier = _before(connection, room_id, floor, offset, PAGE)
            return rows, earlier, _after(connection, room_id, max(floor, offset - 1), 0)[1]
        case "after":
            rows, later = _after(connection, room_id, max(floor, offset), PAGE)
            return rows, _before(connection, room_id, floor, offset + 1, 0)[1], later
        case "around":
            before, earlier = _before(connection, room_id, floor, offset, PAGE // 2)
            since, later = _after(connection, room_id, max(floor, offset - 1), PAGE // 2 + 1)
            if not since or since[0].first != offset:
                raise Refused("message_not_found")
            return [*before, *since], earlier, later
        case _:
            assert_never(side)


def _before(connection: Connection, room_id: int, floor: int, offset: int, limit: int) -> tuple[Rows, bool]:
    """At most so many messages before an offset, oldest first, and whether there are more."""
    found = select(message).where(message.c.room_id == room_id, message.c.first > floor, message.c.first < offset)
    rows = connection.execute(found.order_by(message.c.first.desc()).limit(limit + 1)).all()
    return list(reversed(rows[:limit])), len(rows) > limit


def _after(connection: Connection, room_id: int, offset: int, limit: int) -> tuple[Rows, bool]:
    """At most so many messages after an offset, oldest first, and whether there are more."""
    found = select(message).where(message.c.room_id == room_id, message.c.first > offset)
    rows = connection.execute(found.order_by(message.c.first).limit(limit + 1)).all()
    return list(rows[:limit]), len(rows) > limit


def _messages(connection: Connection, room_id: int, rows: Sequence[Row[Any]]) -> list[Message]:
    """With their mentions and reactions. `rows` are neighbours, oldest first."""
    if not rows:
        return []
    span = room_id, rows[0].first, rows[-1].first
    mark = MARK.encode()
    named = _mentions(connection, *span) if any(mark in row.text for row in rows if row.text) else {}
    given = _reactions(connection, *span)
    return [_message(row, named.get(row.first, ()), given.get(row.first, ())) for row in rows]


def _mentions(connection: Connection, room_id: int, oldest: int, newest: int) -> dict[int, tuple[str, ...]]:
    within = mention.c.first.between(oldest, newest)
    rows = connection.execute(select(mention.c.first, mention.c.person).where(mention.c.room_id == room_id, within))
    found: defaultdict[int, list[str]] = defaultdict(list)
    for first, person in rows:
        found[first].append(person)
    return {first: tuple(sorted(people)) for first, people in found.items()}


def _reactions(connection: Connection, room_id: int, oldest: int, newest: int) -> dict[int, tuple[Reaction, ...]]:
    columns = (reaction.c.first, reaction.c.emoji, reaction.c.person)
    found = select(*columns).where(reaction.c.room_id == room_id, reaction.c.first.between(oldest, newest))
    people: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for first, emoji, person in connection.execute(found.order_by(reaction.c.since, reaction.c.offset)):
        people[first, emoji].append(person)
    given: defaultdict[int, tuple[Reaction, ...]] = defaultdict(tuple)
    for (first, emoji), who in people.items():
        given[first] += (Reaction(emoji, tuple(who)),)
    return given


def _message(row: Row[Any], mentions: tuple[str, ...], reactions: tuple[Reaction, ...]) -> Message:
    return Message(
        id=row.first,
        number=row.number,
        author=row.author,
        at=row.at,
        last=row.last,
        text=None if row.text is None else row.text.decode(),
        reply_to=row.reply_to,
        quote=None if row.quote is None else decode_quote(row.quote),
        edited_at=row.edited_at,
        mentions=mentions,
        reactions=reactions,
    )


_same_message = and_(message.c.room_id == mention.c.room_id, message.c.first == mention.c.first)


def cards(connection: Connection, person: str) -> list[Card]:
    """The rooms of a person, the one with the newest message first."""
    if not _may_read(person):
        return []
    newest = (
        select(message.c.at)
        .where(message.c.room_id == room.c.id, message.c.first > room_member.c.floor)
        .order_by(message.c.first.desc())
        .limit(1)
        .correlate(room, room_member)
        .scalar_subquery()
    )
    marker = func.coalesce(read_marker.c.number, 0)
    # A message's offset is greater than its number: what lies at or below the marker need not be looked at.
    own = (
        select(func.count())
        .where(message.c.room_id == room.c.id, message.c.first > marker, message.c.number > marker)
        .where(message.c.author == person)
        .correlate(room, read_marker)
        .scalar_subquery()
    )
    named = (
        select(func.count())
        .select_from(mention.join(message, _same_message))
        .where(mention.c.person == person, mention.c.room_id == room.c.id, mention.c.number > marker)
        .where(message.c.author != person)
        .correlate(room, read_marker)
        .scalar_subquery()
    )
    rows = connection.execute(
        select(
            room.c.id,
            room.c.key,
            room.c.kind,
            room_head.c.offset,
            room_head.c.talk,
            marker,
            room_head.c.talk - marker - own,
            named,
            newest.label("last_at"),
            draft.c.person.is_not(None),
            room.c.opened_at,
            room.c.closed,
        )
        .join(room_head, room_head.c.room_id == room.c.id)
        .join(room_member, and_(room_member.c.room_id == room.c.id, room_member.c.person == person))
        .outerjoin(read_marker, and_(read_marker.c.room_id == room.c.id, read_marker.c.person == person))
        .outerjoin(draft, and_(draft.c.room_id == room.c.id, draft.c.person == person))
    ).all()
    people = _people(connection, [row[0] for row in rows])
    in_order = sorted(rows, key=lambda row: (row.last_at or row.opened_at, row.key), reverse=True)
    return [_card(row, people[row[0]]) for row in in_order]


def _card(row: Any, people: tuple[str, ...]) -> Card:
    _id, key, kind, offset, talk, read, unread, mentioned, last_at, drafted, _opened_at, closed = row
    return Card(key, kind, offset, talk, read, unread, mentioned, last_at, bool(drafted), people, closed)


def _people(connection: Connection, room_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
    ids = list(room_ids)
    rows = connection.execute(
        select(room_member.c.room_id, room_member.c.person)
        .where(room_member.c.room_id.in_(ids))
        .order_by(room_member.c.room_id, room_member.c.person)
    ).all()
    return {room_id: tuple(person for of, person in rows if of == room_id) for room_id in ids}


def unread_in_pairs(connection: Connection, since: int, before: int) -> list[UnreadWord]:
    """For the server itself, which tells people that somebody wrote: unread words of pairs of which the first is from
    between two times (ms). Withdrawn ones are nothing to read."""
    read = func.coalesce(read_marker.c.number, 0)
    of_others = (message.c.author != room_member.c.person, message.c.text.is_not(None))
    # A message's offset is greater than its number: what lies at or below the marker need not be looked at.
    after = (message.c.first > room_member.c.floor, message.c.first > read, message.c.number > read)
    first = (
        select(message.c.first)
        .where(message.c.room_id == room.c.id, *after, *of_others)
        .order_by(message.c.first)
        .limit(1)
        .correlate(room, room_member, read_marker)
        .scalar_subquery()
    )
    unread = (
        select(room_member.c.person, room.c.id, room.c.key, read.label("read"), first.label("first"))
        .join(room, room.c.id == room_member.c.room_id)
        .join(room_head, room_head.c.room_id == room.c.id)
        .outerjoin(read_marker, _marker_of_member)
        .where(room.c.kind == "pair", room_head.c.talk > read)
        .subquery()
    )
    rows = connection.execute(
        select(unread.c.person, unread.c.key, unread.c.read, message.c.author)
        .join(message, and_(message.c.room_id == unread.c.id, message.c.first == unread.c.first))
        .where(message.c.at > since, message.c.at <= before)
        .order_by(message.c.at, unread.c.person)
    )
    return [UnreadWord(*row) for row in rows]


_marker_of_member = and_(read_marker.c.room_id == room_member.c.room_id, read_marker.c.person == room_member.c.person)

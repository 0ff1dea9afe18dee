"""All SQL of the rooms that reads. Each function runs in one read transaction and takes the reader as an argument."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal, assert_never

import msgspec
from msgspec.structs import replace
from sqlalchemy import Column, ColumnElement, Connection, Row, ScalarSelect, Table, and_, func, or_, select

from server.contract.commands import Closing
from server.contract.entries import RoomOpened
from server.contract.things import Item, Things
from server.contract.views import Message, Reaction
from server.database import statement
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.publication import Publication
from server.rooms import things
from server.rooms.codec import decode_event, decode_quote, decode_state, encode_items, publication
from server.rooms.mentions import MARK
from server.rooms.model import RoomState
from server.rooms.tables import (
    brought_file,
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
    room_thing,
)
from server.rooms.things.kind import Items, ThingKind
from server.rooms.things.led import LED
from server.rooms.things.led.contract import LedAct
from server.rooms.things.release import RELEASE
from server.rooms.things.release.contract import Release

NOTHING = b"[]"
RECOVERY_ENTRIES = 500
RECOVERY_BYTES = 512 * 1024
ROOMS_AT_ONCE = 500
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
    things: Things


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the talk at `offset` of the log, oldest first, and whether there is more on its sides."""

    offset: int
    messages: list[Message]
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Card:
    """A room in its member's list. `last_at` is None before the first message or file that the member may read;
    `unread` counts those of others after the read marker, `mentioned` the messages among them that name the member."""

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
    """The first message or file of somebody else that a member of a pair's room has not read. `read`: the member's
    marker."""

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


def ever_in(connection: Connection, keys: Sequence[str]) -> dict[str, frozenset[str]]:
    """By room: who is or ever was a member, and nothing else of it."""
    found: dict[str, frozenset[str]] = {}
    for start in range(0, len(keys), ROOMS_AT_ONCE):
        documents = select(room.c.key, room_state.c.document).join(room_state, room_state.c.room_id == room.c.id)
        for key, document in connection.execute(documents.where(room.c.key.in_(keys[start : start + ROOMS_AT_ONCE]))):
            state = decode_state(document)
            found[key] = frozenset((*state.members, *state.former))
    return found


def rooms_of(connection: Connection, person: str) -> frozenset[str]:
    """Those that the person is in."""
    found = select(room.c.key).join(room_member).where(room_member.c.person == person)
    return frozenset(connection.execute(found).scalars())


def newest_words(connection: Connection, keys: Sequence[str]) -> dict[str, int]:
    """By room: the time (ms) of its newest message, taken back or not, where there is one. For the server itself, which
    counts days of silence: to the members of a room, and to nobody else, it may tell what comes of them."""
    newest = (
        select(message.c.at)
        .where(message.c.room_id == room.c.id)
        .order_by(message.c.first.desc())
        .limit(1)
        .correlate(room)
        .scalar_subquery()
    )
    found: dict[str, int] = {}
    for start in range(0, len(keys), ROOMS_AT_ONCE):
        some = keys[start : start + ROOMS_AT_ONCE]
        rows = connection.execute(select(room.c.key, newest).where(room.c.key.in_(some)))
        found |= {key: at for key, at in rows if at is not None}
    return found


def newest_words_by(connection: Connection, key: str) -> dict[str, int]:
    """By author: the time (ms) of their newest message in a room. Only for the server itself, as above."""
    of_room = select(message.c.author, func.max(message.c.at)).join(room, room.c.id == message.c.room_id)
    rows = connection.execute(of_room.where(room.c.key == key).group_by(message.c.author))
    return {author: at for author, at in rows}  # noqa: C416 (a row is no pair to `dict`)


def is_member(connection: Connection, key: str, person: str) -> bool:
    return may(Actor(person), Verb.READ, RoomSubject(members_of(connection, key)))


def released(connection: Connection, key: str, item: int) -> tuple[Release, RoomState] | None:
    """Something that the members of a room may have agreed to share outside, with the room's state; whoever asks."""
    found = (
        select(room_thing.c.document, room_state.c.document)
        .join(room, room.c.id == room_thing.c.room_id)
        .join(room_state, room_state.c.room_id == room.c.id)
        .where(room.c.key == key, room_thing.c.kind == RELEASE.name)
    )
    row = connection.execute(found).first()
    items = () if row is None else RELEASE.read(row[0])
    one = next((one for one in items if one.id == item), None)
    return None if row is None or one is None else (one.body, decode_state(row[1]))


def led_act(connection: Connection, key: str, item: int) -> LedAct | None:
    """What somebody who leads a group did there; for what follows from it."""
    found = select(room_thing.c.document).join(room, room.c.id == room_thing.c.room_id)
    document = connection.execute(found.where(room.c.key == key, room_thing.c.kind == LED.name)).scalar()
    return next((one.body for one in LED.read(document) if one.id == item), None)


def companions(connection: Connection, person: str) -> set[str]:
    """The members of all rooms of a person."""
    mine, theirs = room_member.alias("mine"), room_member.alias("theirs")
    found = select(theirs.c.person).distinct().join(mine, mine.c.room_id == theirs.c.room_id)
    return set(connection.execute(found.where(mine.c.person == person)).scalars())


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
    words, kept = _first_words(connection, room_id), _things(connection, room_id, floor)
    return Snapshot(offset, talk, read, floor, text, state, messages, earlier, words, kept)


def _things(connection: Connection, room_id: int, floor: int) -> Things:
    """Whatever was made behind the floor; who reads from the beginning gets the bytes as they are stored."""
    found = select(room_thing.c.kind, room_thing.c.document).where(room_thing.c.room_id == room_id)
    rows = {row.kind: row.document for row in connection.execute(found.order_by(room_thing.c.kind))}
    if floor == 0:
        return {kind: msgspec.Raw(document) for kind, document in rows.items() if document != NOTHING}
    kept = {kind.name: kind.read(rows[kind.name]) for kind in things.KINDS if kind.name in rows}
    mine = {name: tuple(item for item in items if item.id > floor) for name, items in kept.items()}
    return {name: msgspec.Raw(encode_items(items)) for name, items in mine.items() if items}


def item_of(connection: Connection, key: str, kind: ThingKind, id: int) -> Item[Any] | None:
    """One thing of a room, for the server itself, which shows it to nobody."""
    found = select(room_thing.c.document).join(room, room.c.id == room_thing.c.room_id)
    document = connection.execute(found.where(room.c.key == key, room_thing.c.kind == kind.name)).scalar()
    return next((item for item in kind.read(document) if item.id == id), None)


def items_of(connection: Connection, key: str, kind: ThingKind) -> Items:
    """All things of a kind in a room, for the server itself, which shows them to nobody."""
    found = select(room_thing.c.document).join(room, room.c.id == room_thing.c.room_id)
    return kind.read(connection.execute(found.where(room.c.key == key, room_thing.c.kind == kind.name)).scalar())


def items_of_rooms(connection: Connection, person: str, keys: Collection[str], kind: ThingKind) -> dict[str, Items]:
    """By room, those that the person may read, in one statement; rooms where they are no member are left out."""
    found = (
        select(room.c.key, room_member.c.floor, room_thing.c.document)
        .join(room, room.c.id == room_thing.c.room_id)
        .join(room_member, room_member.c.room_id == room.c.id)
        .where(room.c.key.in_(keys), room_thing.c.kind == kind.name, room_member.c.person == person)
    )
    return {
        key: tuple(item for item in kind.read(document) if item.id > floor)
        for key, floor, document in connection.execute(found)
    }


def thing_of(connection: Connection, key: str, person: str, kind: ThingKind, id: int) -> Item[Any]:
    """One thing of a room. Raises Refused not_found for everybody but members, item_not_found also for what was made
    before the person may read."""
    room_id, floor = place_of(connection, key, person)
    found = select(room_thing.c.document).where(room_thing.c.room_id == room_id, room_thing.c.kind == kind.name)
    items = kind.read(connection.execute(found).scalar())
    item = next((one for one in items if one.id == id and id > floor), None)
    if item is None:
        raise Refused("item_not_found")
    return item


def place_of(connection: Connection, key: str, person: str) -> tuple[int, int]:
    """A member's room by its number in this database, and their floor. Raises Refused not_found for everybody else."""
    found = select(room.c.id, room_member.c.floor).join(room_member).where(room.c.key == key)
    row = connection.execute(found.where(room_member.c.person == person)).first()
    if row is None or not _may_read(person):
        raise Refused("not_found")
    return row.id, row.floor


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
    marker = func.coalesce(read_marker.c.number, 0)
    own_words = _own_after(message, message.c.first, marker, person)
    own_files = _own_after(brought_file, brought_file.c.item, marker, person)
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
            room_head.c.talk - marker - own_words - own_files,
            named,
            _newest(message, message.c.first).label("last_at"),
            _newest(brought_file, brought_file.c.item).label("last_file_at"),
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
    found = [_card(row, people[row[0]]) for row in rows]
    opened = {row.key: row.opened_at for row in rows}
    return sorted(found, key=lambda card: (card.last_at or opened[card.key], card.key), reverse=True)


def _newest(table: Table, first: Column[int]) -> ScalarSelect[Any]:
    """When the newest message, or file, came that the member may read."""
    of_room = (table.c.room_id == room.c.id, first > room_member.c.floor)
    newest = select(table.c.at).where(*of_room).order_by(first.desc()).limit(1)
    return newest.correlate(room, room_member).scalar_subquery()


def _own_after(table: Table, first: Column[int], marker: ColumnElement[int], person: str) -> ScalarSelect[Any]:
    """How many of the person's own messages, or files, are behind their marker."""
    # An offset is greater than its number: what lies at or below the marker need not be looked at.
    after = (table.c.room_id == room.c.id, first > marker, table.c.number > marker)
    own = select(func.count()).where(*after, table.c.author == person)
    return own.correlate(room, read_marker).scalar_subquery()


def _card(row: Any, people: tuple[str, ...]) -> Card:
    _id, key, kind, offset, talk, read, unread, mentioned, said_at, brought_at, drafted, _opened_at, closed = row
    last_at = max((at for at in (said_at, brought_at) if at is not None), default=None)
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
    """For the server itself, which tells people that somebody wrote: unread words of pairs, files too, of which the
    first is from between two times (ms). Withdrawn ones are nothing to read."""
    read = func.coalesce(read_marker.c.number, 0)
    said = _first_unread(message, message.c.first, read, message.c.text.is_not(None))
    brought = _first_unread(brought_file, brought_file.c.item, read, ~brought_file.c.removed)
    unread = (
        select(
            *(room_member.c.person, room.c.id, room.c.key, read.label("read")),
            *(said.label("said"), brought.label("brought")),
        )
        .join(room, room.c.id == room_member.c.room_id)
        .join(room_head, room_head.c.room_id == room.c.id)
        .outerjoin(read_marker, _marker_of_member)
        .where(room.c.kind == "pair", room_head.c.talk > read)
        .subquery()
    )
    # Whichever came first: the other one is none of these rows.
    words, files = unread.c.said, unread.c.brought
    of_message = and_(message.c.room_id == unread.c.id, message.c.first == words, or_(files.is_(None), words < files))
    of_file = and_(brought_file.c.room_id == unread.c.id, brought_file.c.item == files)
    of_file = and_(of_file, or_(words.is_(None), files < words))
    at = func.coalesce(message.c.at, brought_file.c.at)
    rows = connection.execute(
        select(unread.c.person, unread.c.key, unread.c.read, func.coalesce(message.c.author, brought_file.c.author))
        .outerjoin(message, of_message)
        .outerjoin(brought_file, of_file)
        .where(at > since, at <= before)
        .order_by(at, unread.c.person)
    )
    return [UnreadWord(*row) for row in rows]


def _first_unread(
    table: Table, first: Column[int], read: ColumnElement[int], stands: ColumnElement[bool]
) -> ScalarSelect[Any]:
    """The offset of a member's first unread message, or file, of somebody else."""
    # An offset is greater than its number: what lies at or below the marker need not be looked at.
    after = (first > room_member.c.floor, first > read, table.c.number > read)
    of_others = (table.c.room_id == room.c.id, table.c.author != room_member.c.person, stands)
    found = select(first).where(*after, *of_others).order_by(first).limit(1)
    return found.correlate(room, room_member, read_marker).scalar_subquery()


_marker_of_member = and_(read_marker.c.room_id == room_member.c.room_id, read_marker.c.person == room_member.c.person)

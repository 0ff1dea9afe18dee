"""All SQL of the rooms that writes, and the reads that the writer needs. Plain functions of a connection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from server.database import listed, statement
from server.rooms import things
from server.rooms.codec import decode_state, encode_state
from server.rooms.model import RoomState
from server.rooms.tables import (
    brought_file,
    draft,
    entry,
    mention,
    message,
    note,
    note_entry,
    own_answer,
    private_note,
    reaction,
    read_marker,
    room,
    room_head,
    room_member,
    room_state,
    room_thing,
    withheld,
)
from server.rooms.things.files import store as file_store


@dataclass(slots=True)
class Head:
    """A room's counters while a batch is put together. `key` is the room's id outside of this database."""

    room_id: int
    key: str
    offset: int
    talk: int
    state_offset: int


class EarlierCommand(NamedTuple):
    """`digest` is None once its words were taken back. `subject`: the message or item that it was about."""

    digest: bytes | None
    offset: int
    subject: int | None = None


class MessageRow(NamedTuple):
    """`last`: the offset of the entry that gave it its words; `text` is None once they were taken back."""

    first: int
    number: int
    author: str
    last: int
    text: bytes | None


class NewEntry(NamedTuple):
    room_id: int
    offset: int
    at: int
    actor: str | None
    kind: str
    subject: int | None
    command_id: str
    command_hash: bytes | None
    body: bytes | None


class NewMessage(NamedTuple):
    room_id: int
    first: int
    last: int
    number: int
    author: str
    at: int
    reply_to: int | None
    text: bytes
    quote: str | None


class NewFile(NamedTuple):
    room_id: int
    item: int
    number: int
    author: str
    at: int
    removed: bool = False


class ChangedMessage(NamedTuple):
    last: int
    edited_at: int | None
    text: bytes | None
    room_id: int
    first: int


class NewMention(NamedTuple):
    room_id: int
    first: int
    person: str
    number: int


class NewReaction(NamedTuple):
    """`since`: the offset from which on somebody has given this emoji without a break; it orders the emojis."""

    room_id: int
    first: int
    person: str
    emoji: str
    offset: int
    since: int


_LOCK_HEADS = statement(
    'SELECT h.room_id, r.key, h."offset", h.talk, h.state_offset FROM room_head h JOIN room r ON r.id = h.room_id '
    "WHERE r.key IN ?[text] ORDER BY h.room_id FOR UPDATE OF h"
)
_EARLIER = statement(
    'SELECT command_id, actor, room_id, command_hash, "offset", subject FROM entry WHERE command_id IN ?[text]'
)
_RAISE_HEADS = statement('UPDATE room_head SET "offset" = ?, talk = ?, state_offset = ? WHERE room_id = ?')
_ADD_ENTRIES = statement(
    'INSERT INTO entry (room_id, "offset", at, actor, kind, subject, command_id, command_hash, body) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_MESSAGES = statement(
    'INSERT INTO message (room_id, first, last, number, author, at, reply_to, "text", quote) '
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_ADD_FILES = statement(
    "INSERT INTO brought_file (room_id, item, number, author, at, removed) VALUES (?, ?, ?, ?, ?, ?)"
)
_CHANGE_MESSAGES = statement('UPDATE message SET last = ?, edited_at = ?, "text" = ? WHERE room_id = ? AND first = ?')
_ADD_MENTIONS = statement("INSERT INTO mention (room_id, first, person, number) VALUES (?, ?, ?, ?)")
_DROP_MENTIONS = statement("DELETE FROM mention WHERE room_id = ? AND first = ?")
_ADD_REACTIONS = statement(
    'INSERT INTO reaction (room_id, first, person, emoji, "offset", since) VALUES (?, ?, ?, ?, ?, ?)'
)
_DROP_REACTIONS = statement("DELETE FROM reaction WHERE room_id = ? AND first = ? AND person = ? AND emoji = ?")

_SAVE_DRAFT = statement(
    'INSERT INTO draft (person, room_id, "text", saved_at) VALUES (?, ?, ?, ?) '
    'ON CONFLICT (person, room_id) DO UPDATE SET "text" = excluded."text", saved_at = excluded.saved_at'
)
_SAVE_THINGS = statement(
    "INSERT INTO room_thing (room_id, kind, document) VALUES (?, ?, ?) "
    "ON CONFLICT (room_id, kind) DO UPDATE SET document = excluded.document"
)
_RAISE_MARKER = statement(
    "INSERT INTO read_marker (person, room_id, number) VALUES (?, ?, ?) "
    "ON CONFLICT (person, room_id) DO UPDATE SET number = excluded.number WHERE read_marker.number < excluded.number "
    "RETURNING number"
)


def lock_heads(connection: Connection, keys: Iterable[str]) -> dict[str, Head]:
    """The heads of these rooms by their keys, locked until the commit in the order of their row ids."""
    rows = connection.exec_driver_sql(_LOCK_HEADS.on(connection), (listed(connection, list(keys)),))
    return {row[1]: Head(*row) for row in rows}


def earlier_commands(
    connection: Connection, command_ids: Sequence[str]
) -> dict[tuple[str, str | None, int], EarlierCommand]:
    """Accepted commands with one of these ids, by (command id, actor, room id)."""
    rows = connection.exec_driver_sql(_EARLIER.on(connection), (listed(connection, list(command_ids)),))
    return {(row[0], row[1], row[2]): EarlierCommand(row[3], row[4], row[5]) for row in rows}


def state_of(connection: Connection, room_id: int) -> RoomState:
    document = connection.execute(select(room_state.c.document).where(room_state.c.room_id == room_id)).scalar_one()
    return decode_state(document)


def message_of(connection: Connection, room_id: int, first: int) -> MessageRow | None:
    columns = select(message.c.number, message.c.author, message.c.last, message.c.text)
    row = connection.execute(columns.where(message.c.room_id == room_id, message.c.first == first)).first()
    return None if row is None else MessageRow(first, *row)


class SaidRow(NamedTuple):
    """`text` is None once it was taken back. `at`: ms, of its posting."""

    first: int
    author: str
    at: int
    text: bytes | None


def messages_of(connection: Connection, room_id: int, firsts: Sequence[int]) -> list[SaidRow]:
    """Those of these messages that there are, in the order in which they were said."""
    columns = select(message.c.first, message.c.author, message.c.at, message.c.text)
    found = columns.where(message.c.room_id == room_id, message.c.first.in_(firsts)).order_by(message.c.first)
    return [SaidRow(*row) for row in connection.execute(found)]


SAID_LATELY = 200
"""Newest messages of a room among which somebody's own are looked for."""


def said_since(connection: Connection, room_id: int, author: str, since: int) -> list[int]:
    """When somebody wrote in a room after a time (ms)."""
    columns = select(message.c.author, message.c.at).where(message.c.room_id == room_id)
    newest = connection.execute(columns.order_by(message.c.first.desc()).limit(SAID_LATELY))
    return [row.at for row in newest if row.author == author and row.at > since]


def withhold(connection: Connection, room_id: int, first: int, text: bytes) -> None:
    connection.execute(insert(withheld).values(room_id=room_id, first=first, text=text))


def let_go(connection: Connection, room_id: int, first: int) -> bytes | None:
    """What was withheld of a message; here it is no more."""
    of_message = (withheld.c.room_id == room_id, withheld.c.first == first)
    text: bytes | None = connection.execute(select(withheld.c.text).where(*of_message)).scalar()
    connection.execute(delete(withheld).where(*of_message))
    return text


def mentions_of(connection: Connection, room_id: int, first: int) -> tuple[str, ...]:
    """Whom a message names, in ascending order."""
    found = select(mention.c.person).where(mention.c.room_id == room_id, mention.c.first == first)
    return tuple(sorted(connection.execute(found).scalars()))


def reactions_of(connection: Connection, room_id: int, first: int) -> list[NewReaction]:
    """The reactions that a message has, in the order of giving."""
    found = select(reaction).where(reaction.c.room_id == room_id, reaction.c.first == first)
    return [NewReaction(*row) for row in connection.execute(found.order_by(reaction.c.offset))]


def raise_heads(connection: Connection, heads: Iterable[Head]) -> None:
    _many(connection, _RAISE_HEADS.on(connection), [(h.offset, h.talk, h.state_offset, h.room_id) for h in heads])


def add_entries(connection: Connection, entries: list[NewEntry]) -> None:
    _many(connection, _ADD_ENTRIES.on(connection), entries)


def add_messages(connection: Connection, messages: list[NewMessage]) -> None:
    _many(connection, _ADD_MESSAGES.on(connection), messages)


def add_files(connection: Connection, files: list[NewFile]) -> None:
    _many(connection, _ADD_FILES.on(connection), files)


def change_messages(connection: Connection, messages: list[ChangedMessage]) -> None:
    _many(connection, _CHANGE_MESSAGES.on(connection), messages)


def change_mentions(connection: Connection, gone: Sequence[tuple[int, int]], mentions: Sequence[NewMention]) -> None:
    """`gone`: messages, as (room id, first), whose earlier words named others."""
    _many(connection, _DROP_MENTIONS.on(connection), gone)
    _many(connection, _ADD_MENTIONS.on(connection), mentions)


def change_reactions(
    connection: Connection, gone: Sequence[tuple[int, int, str, str]], reactions: Sequence[NewReaction]
) -> None:
    """`gone`: (room id, first, person, emoji), removed before the others are added."""
    _many(connection, _DROP_REACTIONS.on(connection), gone)
    _many(connection, _ADD_REACTIONS.on(connection), reactions)


def _many(connection: Connection, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(sql, [tuple(row) for row in rows])


WITH_MESSAGE = ("message_edited", "reaction_added", "reaction_removed")
"""Kinds of entries whose bodies go with the message that they are about."""


def take_back(connection: Connection, room_id: int, first: int) -> None:
    """Remove every version of a message's words from the log, and all that clung to them. The entries keep their
    offsets; the message keeps nothing of what they said, so that the log's replay gives the same rows."""
    nothing = update(entry).where(entry.c.room_id == room_id).values(body=None, command_hash=None)
    connection.execute(nothing.where(entry.c.offset == first))
    connection.execute(nothing.where(entry.c.subject == first, entry.c.kind.in_(WITH_MESSAGE)))
    bare = update(message).values(reply_to=None, quote=None)
    connection.execute(bare.where(message.c.room_id == room_id, message.c.first == first))
    for table in (mention, reaction):
        connection.execute(delete(table).where(table.c.room_id == room_id, table.c.first == first))


def take_back_item(connection: Connection, room_id: int, item: int) -> None:
    """Remove every version of a thing's words from the log. That it is no more is all that stays."""
    nothing = update(entry).where(entry.c.room_id == room_id).values(body=None, command_hash=None)
    connection.execute(nothing.where(entry.c.offset == item))
    file_store.forget_item(connection, room_id, item)
    of_file = (brought_file.c.room_id == room_id, brought_file.c.item == item)
    connection.execute(update(brought_file).where(*of_file).values(removed=True))
    about = (entry.c.subject == item, entry.c.kind.in_(things.ENTRIES), entry.c.kind.not_in(things.REMOVALS))
    connection.execute(nothing.where(*about))
    _forget_notes(connection, note.c.room_id == room_id, note.c.item == item)


def _forget_notes(connection: Connection, *which: ColumnElement[bool]) -> None:
    """The logs of shared notes, with their documents."""
    ids = select(note.c.id).where(*which)
    connection.execute(delete(note_entry).where(note_entry.c.note_id.in_(ids)))
    connection.execute(delete(note).where(*which))


def things_of(connection: Connection, room_id: int, kind: str) -> bytes | None:
    """The items of one kind as JSON; None when nobody ever used it."""
    found = select(room_thing.c.document).where(room_thing.c.room_id == room_id, room_thing.c.kind == kind)
    return connection.execute(found).scalar()


def save_things(connection: Connection, room_id: int, kind: str, document: bytes) -> None:
    connection.exec_driver_sql(_SAVE_THINGS.on(connection), (room_id, kind, document))


SAID = ("message_posted", *WITH_MESSAGE, "message_withdrawn", *things.ENTRIES)
"""Kinds of entries whose bodies go when a room is emptied."""


def forget_talk(connection: Connection, room_id: int) -> None:
    """What follows from the log of a talk, and what people keep for themselves of it."""
    file_store.forget_room(connection, room_id)
    _forget_notes(connection, note.c.room_id == room_id)
    said = (message, brought_file, mention, reaction)
    for table in (*said, draft, own_answer, read_marker, room_thing, private_note, withheld):
        connection.execute(delete(table).where(table.c.room_id == room_id))


def erase_bodies(connection: Connection, room_id: int, limit: int) -> bool:
    """Of at most so many entries of a talk, the oldest first; whether any may be left."""
    said = (entry.c.room_id == room_id, entry.c.kind.in_(SAID), entry.c.body.is_not(None))
    offsets = select(entry.c.offset).where(*said).order_by(entry.c.offset).limit(limit)
    found = list(connection.execute(offsets).scalars())
    if found:
        some = (*said, entry.c.offset <= found[-1])
        connection.execute(update(entry).where(*some).values(body=None, command_hash=None))
    return len(found) == limit


def save_state(connection: Connection, room_id: int, talk: int, before: RoomState, after: RoomState) -> None:
    """The state document, and the table that finds a person's rooms. Who comes later has nothing unread yet."""
    connection.execute(update(room_state).where(room_state.c.room_id == room_id).values(document=encode_state(after)))
    if before.closed != after.closed:
        connection.execute(update(room).where(room.c.id == room_id).values(closed=after.closed))
    gone = [person for person in before.members if person not in after.members]
    if gone:
        of_gone = room_member.c.person.in_(gone)
        connection.execute(delete(room_member).where(room_member.c.room_id == room_id, of_gone))
        for table in (read_marker, draft, own_answer):
            connection.execute(delete(table).where(table.c.room_id == room_id, table.c.person.in_(gone)))
        file_store.forget_uploads_of(connection, room_id, gone)
    for person, membership in after.members.items():
        if person not in before.members:
            connection.execute(insert(room_member).values(person=person, room_id=room_id, floor=membership.floor))
            connection.execute(insert(read_marker).values(person=person, room_id=room_id, number=talk))
        elif before.members[person].floor != membership.floor:
            connection.execute(
                update(room_member)
                .where(room_member.c.person == person, room_member.c.room_id == room_id)
                .values(floor=membership.floor)
            )


def open_rooms(connection: Connection, opened: Sequence[tuple[str, RoomState]], at: int) -> list[Head]:
    """The rows of new rooms, by key; the caller adds their first entries (offset 1)."""
    ids = connection.execute(
        insert(room).returning(room.c.id, sort_by_parameter_order=True),
        [{"key": key, "kind": state.kind, "opened_at": at} for key, state in opened],
    ).scalars()
    rows = [(room_id, key, state) for room_id, (key, state) in zip(ids, opened, strict=True)]
    connection.execute(
        insert(room_head), [{"room_id": room_id, "offset": 1, "talk": 0, "state_offset": 1} for room_id, _, _ in rows]
    )
    connection.execute(
        insert(room_state), [{"room_id": room_id, "document": encode_state(state)} for room_id, _, state in rows]
    )
    members = [
        {"person": person, "room_id": room_id, "floor": membership.floor}
        for room_id, _, state in rows
        for person, membership in state.members.items()
    ]
    if members:
        connection.execute(insert(room_member), members)
    return [Head(room_id, key, offset=1, talk=0, state_offset=1) for room_id, key, _ in rows]


def is_closed(connection: Connection, room_id: int) -> bool:
    return connection.execute(select(room.c.closed).where(room.c.id == room_id)).scalar() is not None


def is_member(connection: Connection, room_id: int, person: str) -> bool:
    found = select(room_member.c.person).where(room_member.c.room_id == room_id, room_member.c.person == person)
    return connection.execute(found).first() is not None


def save_draft(connection: Connection, room_id: int, person: str, text: bytes, at: int) -> None:
    """An empty text removes the draft."""
    if text:
        connection.exec_driver_sql(_SAVE_DRAFT.on(connection), (person, room_id, text, at))
    else:
        connection.execute(delete(draft).where(draft.c.room_id == room_id, draft.c.person == person))


def raise_marker(connection: Connection, room_id: int, person: str, number: int) -> bool:
    """A marker only rises. False when it stays where it is."""
    return connection.exec_driver_sql(_RAISE_MARKER.on(connection), (person, room_id, number)).first() is not None


def floor_of(connection: Connection, room_id: int, person: str) -> int:
    """Of a member."""
    found = select(room_member.c.floor).where(room_member.c.room_id == room_id, room_member.c.person == person)
    floor: int = connection.execute(found).scalar_one()
    return floor

"""Writes everything that follows from a log anew: state document, messages, members' list and counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from server.contract.entries import MessageEdited, MessagePosted, MessageWithdrawn, ReactionAdded, ReactionRemoved
from server.contract.things import ThingEvent
from server.rooms import things
from server.rooms.codec import decode_event, encode_items, encode_quote, encode_state
from server.rooms.model import Event, RoomState
from server.rooms.rules import evolve
from server.rooms.tables import (
    brought_file,
    entry,
    mention,
    message,
    reaction,
    room,
    room_head,
    room_member,
    room_state,
    room_thing,
)
from server.rooms.things import kind as thing
from server.rooms.things.files import File
from server.rooms.things.kind import Items

AT_ONCE = 1_000
SAID = (message, brought_file, mention, reaction)


def rebuild_room(connection: Connection, room_id: int) -> None:
    """One room, from its first entry to its last."""
    state: RoomState | None = None
    talk = head = state_offset = 0
    kept: dict[str, Items] = {}
    for table in (*SAID, room_thing):
        connection.execute(delete(table).where(table.c.room_id == room_id))
    for row in _entries(connection, room_id):
        head = row.offset
        if row.kind.startswith(("message_", "reaction_")):
            talk += row.kind == "message_posted"
            _fold(connection, row, talk)
        elif row.kind in things.ENTRIES:
            _keep(kept, row)
            talk += _bring(connection, row, talk + 1)
        else:
            if row.kind == "room_emptied":
                talk, kept = 0, {}
                for table in SAID:
                    connection.execute(delete(table).where(table.c.room_id == room_id))
            event = cast(Event, decode_event(row.kind, row.body))
            state, state_offset = evolve(state, row.offset, row.actor, event), row.offset
    for kind, items in kept.items():
        connection.execute(insert(room_thing).values(room_id=room_id, kind=kind, document=encode_items(items)))
    assert state is not None
    _write(connection, room_id, state, head, talk, state_offset)


def room_ids(connection: Connection) -> list[int]:
    return list(connection.execute(select(room.c.id).order_by(room.c.id)).scalars())


def _entries(connection: Connection, room_id: int) -> Iterator[Any]:
    since = 0
    while True:
        found = select(entry).where(entry.c.room_id == room_id, entry.c.offset > since)
        rows = connection.execute(found.order_by(entry.c.offset).limit(AT_ONCE)).all()
        yield from rows
        if len(rows) < AT_ONCE:
            return
        since = rows[-1].offset


def _keep(kept: dict[str, Items], row: Any) -> None:
    """An entry whose body was taken back is about an item that is no more."""
    if row.body is None:
        return
    event = cast(ThingEvent, decode_event(row.kind, row.body))
    kind = things.kind_of_event(event).name
    kept[kind] = thing.evolve(kept.get(kind, ()), row.offset, row.at, row.actor, event)


def _bring(connection: Connection, row: Any, number: int) -> bool:
    """Whether it was a file that takes this number: those of before they were counted take none."""
    if row.kind == "file_removed":
        of_file = (brought_file.c.room_id == row.room_id, brought_file.c.item == row.subject)
        connection.execute(update(brought_file).where(*of_file).values(removed=True))
        return False
    event = None if row.body is None else decode_event(row.kind, row.body)
    if row.kind != "file_added" or (isinstance(event, File) and event.number is None):
        return False
    new = {"item": row.offset, "number": number, "author": row.actor, "at": row.at, "removed": False}
    connection.execute(insert(brought_file).values(room_id=row.room_id, **new))
    return True


def _fold(connection: Connection, row: Any, number: int) -> None:
    """An entry whose body was taken back leaves what it changed to the withdrawal that follows."""
    event = None if row.body is None else decode_event(row.kind, row.body)
    if row.kind == "message_posted":
        assert event is None or isinstance(event, MessagePosted)
        connection.execute(
            insert(message).values(
                room_id=row.room_id,
                first=row.offset,
                last=row.offset,
                number=number,
                author=row.actor,
                at=row.at,
                reply_to=event and event.reply_to,
                text=event and event.text.encode(),
                quote=event and event.quote and encode_quote(event.quote),
            )
        )
        _name(connection, row.room_id, row.offset, event.mentions if event else ())
    elif isinstance(event, MessageEdited):
        _change(connection, row, event.message, edited_at=row.at, text=event.text.encode())
        _name(connection, row.room_id, event.message, event.mentions)
    elif isinstance(event, MessageWithdrawn):
        _change(connection, row, event.message, edited_at=None, text=None)
        _name(connection, row.room_id, event.message, ())
    elif isinstance(event, ReactionAdded):
        _react(connection, row, event)
    elif isinstance(event, ReactionRemoved):
        connection.execute(delete(reaction).where(*_given(row, event), reaction.c.person == row.actor))


def _change(connection: Connection, row: Any, first: int, *, edited_at: int | None, text: bytes | None) -> None:
    found = update(message).where(message.c.room_id == row.room_id, message.c.first == first)
    connection.execute(found.values(last=row.offset, edited_at=edited_at, text=text))


def _name(connection: Connection, room_id: int, first: int, mentions: Iterable[str]) -> None:
    """Whom the message names now."""
    connection.execute(delete(mention).where(mention.c.room_id == room_id, mention.c.first == first))
    found = select(message.c.number).where(message.c.room_id == room_id, message.c.first == first)
    for person in mentions:
        number = found.scalar_subquery()
        connection.execute(insert(mention).values(room_id=room_id, first=first, person=person, number=number))


def _react(connection: Connection, row: Any, event: ReactionAdded) -> None:
    since = connection.execute(select(func.min(reaction.c.since)).where(*_given(row, event))).scalar()
    connection.execute(
        insert(reaction).values(
            room_id=row.room_id,
            first=event.message,
            person=row.actor,
            emoji=event.emoji,
            offset=row.offset,
            since=since or row.offset,
        )
    )


def _given(row: Any, event: ReactionAdded | ReactionRemoved) -> tuple[ColumnElement[bool], ...]:
    """Everybody who gives the message this emoji."""
    return reaction.c.room_id == row.room_id, reaction.c.first == event.message, reaction.c.emoji == event.emoji


def _write(connection: Connection, room_id: int, state: RoomState, head: int, talk: int, state_offset: int) -> None:
    of_room = room_head.c.room_id == room_id
    connection.execute(update(room_head).where(of_room).values(offset=head, talk=talk, state_offset=state_offset))
    connection.execute(update(room_state).where(room_state.c.room_id == room_id).values(document=encode_state(state)))
    connection.execute(update(room).where(room.c.id == room_id).values(closed=state.closed))
    connection.execute(delete(room_member).where(room_member.c.room_id == room_id))
    for person, membership in state.members.items():
        connection.execute(insert(room_member).values(person=person, room_id=room_id, floor=membership.floor))

"""Writes everything that follows from a log anew: state document, messages, members' list and counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from server.contract.entries import MessageEdited, MessagePosted, MessageWithdrawn
from server.rooms.codec import decode_event, encode_state
from server.rooms.model import RoomState
from server.rooms.rules import evolve
from server.rooms.tables import entry, message, room, room_head, room_member, room_state

AT_ONCE = 1_000


def rebuild_room(connection: Connection, room_id: int) -> None:
    """One room, from its first entry to its last."""
    state: RoomState | None = None
    talk = head = state_offset = 0
    connection.execute(delete(message).where(message.c.room_id == room_id))
    for row in _entries(connection, room_id):
        head = row.offset
        if row.kind.startswith("message_"):
            talk += row.kind == "message_posted"
            _fold(connection, row, talk)
        else:
            state, state_offset = evolve(state, row.actor, decode_event(row.kind, row.body)), row.offset
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
            )
        )
    elif isinstance(event, MessageEdited):
        _change(connection, row, event.message, edited_at=row.at, text=event.text.encode())
    elif isinstance(event, MessageWithdrawn):
        _change(connection, row, event.message, edited_at=None, text=None)


def _change(connection: Connection, row: Any, first: int, *, edited_at: int | None, text: bytes | None) -> None:
    found = update(message).where(message.c.room_id == row.room_id, message.c.first == first)
    connection.execute(
        found.values(last=row.offset, edited_at=edited_at, text=text, **({} if text else {"reply_to": None}))
    )


def _write(connection: Connection, room_id: int, state: RoomState, head: int, talk: int, state_offset: int) -> None:
    of_room = room_head.c.room_id == room_id
    connection.execute(update(room_head).where(of_room).values(offset=head, talk=talk, state_offset=state_offset))
    connection.execute(update(room_state).where(room_state.c.room_id == room_id).values(document=encode_state(state)))
    connection.execute(delete(room_member).where(room_member.c.room_id == room_id))
    for person, membership in state.members.items():
        connection.execute(insert(room_member).values(person=person, room_id=room_id, floor=membership.floor))

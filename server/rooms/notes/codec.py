"""A note's log on the wire: its channel, and its entries as bytes."""

from __future__ import annotations

import msgspec

from server.contract.entries import Entry, MemberRemoved
from server.contract.notes import NoteWritten
from server.publication import Publication

WRITTEN, LEFT = "note_written", "member_removed"
"""Kinds of entries. Who is taken out of the room, or leaves it, is named in the log of each of its notes too: whoever
reads that one alone has to hear of it."""

ITEM_DIGITS = 16

_encode = msgspec.json.Encoder().encode
_removed = msgspec.json.Decoder(MemberRemoved)


def channel_of(room: str, item: int) -> str:
    return f"note:{room}-{item}"


def named(id: str) -> tuple[str, int] | None:
    """The room and the item that a channel's name stands for; None for what names no note."""
    room, _, item = id.rpartition("-")
    return (room, number) if room and (number := item_of(item)) else None


def item_of(text: str) -> int:
    """0 for what is no item's id."""
    is_number = text.isascii() and text.isdecimal() and len(text) < ITEM_DIGITS and not text.startswith("0")
    return int(text) if is_number else 0


def encode_left(person: str) -> bytes:
    return _encode(MemberRemoved(person))


def publication(
    channel: str, offset: int, at: int, actor: str | None, kind: str, command_id: str, body: bytes
) -> Publication:
    """An entry ready for delivery."""
    if kind == LEFT:
        removed = _removed.decode(body)
        entry = Entry(kind, at, actor, command_id, removed)
        return Publication(channel, offset, _encode(entry), removed.person)
    return Publication(channel, offset, _encode(Entry(kind, at, actor, command_id, NoteWritten(body))))

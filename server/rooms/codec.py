"""Entries and the state document as bytes: the same bytes live, in a recovery and in a gap read from the log."""

from __future__ import annotations

from hashlib import blake2b
from typing import cast

import msgspec

from server.contract.commands import Quote
from server.contract.entries import ENTRY_KINDS, MemberRemoved
from server.contract.things import ThingCommand
from server.publication import Publication
from server.rooms import things
from server.rooms.model import AnyEvent, Command, RoomState
from server.rooms.things.kind import Items

_encode = msgspec.json.Encoder().encode
_state = msgspec.json.Decoder(RoomState)
_quote = msgspec.json.Decoder(Quote)
_structs: dict[str, type[msgspec.Struct]] = ENTRY_KINDS | things.ENTRIES
_kinds = {struct: kind for kind, struct in _structs.items()}
_events = {kind: msgspec.json.Decoder(struct) for kind, struct in _structs.items()}


def kind_of(event: AnyEvent) -> str:
    return _kinds[type(event)]


def encode_event(event: AnyEvent) -> bytes:
    return _encode(event)


def decode_event(kind: str, body: bytes) -> AnyEvent:
    return cast(AnyEvent, _events[kind].decode(body))


def encode_items(items: Items) -> bytes:
    return _encode(items)


def encode_state(state: RoomState) -> bytes:
    return _encode(state)


def decode_state(document: bytes) -> RoomState:
    return _state.decode(document)


def encode_quote(quote: Quote) -> str:
    return _encode(quote).decode()


def decode_quote(quote: str) -> Quote:
    return _quote.decode(quote)


def digest(command: Command | ThingCommand) -> bytes:
    """Tells whether a repeated command id stands for the same command (16 bytes)."""
    return blake2b(_encode(command), digest_size=16, person=type(command).__name__[:16].encode()).digest()


def channel_of(key: str) -> str:
    return f"room:{key}"


def publication(
    key: str, offset: int, kind: str, at: int, actor: str | None, command_id: str, body: bytes | None
) -> Publication:
    """An entry ready for delivery. Kinds and ids need no escaping, and the body is JSON already."""
    author = f',"actor":"{actor}"' if actor else ""
    head = f'{{"kind":"{kind}","at":{at}{author},"command_id":"{command_id}"'.encode()
    data = head + b"}" if body is None else b'%b,"body":%b}' % (head, body)
    return Publication(channel_of(key), offset, data, _removed(kind, body))


def _removed(kind: str, body: bytes | None) -> str | None:
    if kind != "member_removed" or body is None:
        return None
    return cast(MemberRemoved, decode_event(kind, body)).person

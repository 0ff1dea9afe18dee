"""Entries of a person's own log as bytes, the same live, in a recovery and in a gap read from the log; and the notices
that go the same way and leave nothing behind."""

from __future__ import annotations

from typing import cast

import msgspec

from server.contract.entries import PersonEntry, PersonKind, ReadNotice, UnreadNotice
from server.publication import Notice, Publication

_encode = msgspec.json.Encoder().encode


def channel_of(person: str) -> str:
    return f"person:{person}"


def publication(person: str, offset: int, at: int, kind: str, about: str | None) -> Publication:
    return Publication(channel_of(person), offset, _encode(PersonEntry(cast(PersonKind, kind), at, about)))


def read_notice(person: str, room: str, number: int) -> Notice:
    return notice(person, _encode(ReadNotice("read", room, number)))


def notice(person: str, data: bytes) -> Notice:
    return Notice(channel_of(person), "publication", data)


def unread_data(room: str, talk: int, *, mentioned: bool) -> bytes:
    """The data of a notice, the same for everybody."""
    return _encode(UnreadNotice("unread", room, talk, mentioned))

"""Entries of a person's own log as bytes: the same bytes live, in a recovery and in a gap read from the log."""

from __future__ import annotations

import msgspec

from server.contract.entries import PersonEntry, PersonKind
from server.publication import Publication

_encode = msgspec.json.Encoder().encode


def channel_of(person: str) -> str:
    return f"person:{person}"


def publication(person: str, offset: int, at: int, kind: PersonKind, about: str | None) -> Publication:
    return Publication(channel_of(person), offset, _encode(PersonEntry(kind, at, about)))

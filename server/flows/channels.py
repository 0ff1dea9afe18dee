"""The logs by the names of their channels: who may open them, what is in them, how far they have grown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from server.database import Connection
from server.inbox import reads as inbox
from server.publication import Publication
from server.rooms import reads as rooms
from server.rooms.notes import reads as notes
from server.rooms.notes.codec import named as note_named

# Nor may a database meet what no id holds.
_CHANNEL = re.compile(r"(room|person):([A-Za-z0-9_-]{1,64})|(note):([A-Za-z0-9_-]{1,64}-[0-9]{1,16})")


class _Reads(Protocol):
    """What a kind of log has."""

    def entries_after(self, connection: Connection, id: str, since: int, limit: int, /) -> list[Publication]: ...

    def heads_of(self, connection: Connection, ids: list[str], /) -> dict[str, int]: ...


_READS: Mapping[str, _Reads] = {"room": rooms, "note": notes, "person": inbox}


@dataclass(frozen=True, slots=True)
class Opened:
    """A log opened for a reader. `publications` is None when what is wanted cannot be delivered whole."""

    top: int
    publications: Sequence[Publication] | None


def room_of(channel: str) -> str:
    """The room whose log a channel carries; empty for any other."""
    kind, id = _named(channel)
    return id if kind == "room" else ""


def room_of_note(channel: str) -> str:
    """The room of the shared note whose log a channel carries; empty for any other."""
    kind, id = _named(channel)
    place = note_named(id) if kind == "note" else None
    return "" if place is None else place[0]


def open_log(connection: Connection, channel: str, person: str, since: int | None) -> Opened | None:
    """A room's log for its member, and those of its notes; a person's own log for that person; None for everything
    else."""
    kind, id = _named(channel)
    if kind == "room":
        room = rooms.open_log(connection, id, person, since)
        return None if room is None else Opened(room.top, room.publications)
    if kind == "note":
        note = notes.open_log(connection, id, person, since)
        return None if note is None else Opened(note.top, note.publications)
    if kind == "person" and id == person:
        own = inbox.open_log(connection, person, since)
        return Opened(own.top, own.publications)
    return None


def entries_after(connection: Connection, channel: str, since: int, limit: int) -> list[Publication]:
    """At most `limit` entries after an offset, whoever reads them: for the node itself."""
    kind, id = _named(channel)
    return _READS[kind].entries_after(connection, id, since, limit) if kind else []


def heads_of(connection: Connection, channels: Iterable[str]) -> dict[str, int]:
    """The newest offsets of these channels' logs; one that has none yet is not among them."""
    ids: dict[str, list[str]] = {kind: [] for kind in _READS}
    for kind, id in map(_named, channels):
        if kind:
            ids[kind].append(id)
    return {
        f"{kind}:{id}": head
        for kind, reads in _READS.items()
        if ids[kind]
        for id, head in reads.heads_of(connection, ids[kind]).items()
    }


def _named(channel: str) -> tuple[str, str]:
    found = _CHANNEL.fullmatch(channel)
    return ("", "") if found is None else (found[1] or found[3], found[2] or found[4])

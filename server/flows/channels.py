"""The logs by the names of their channels: who may open them, what is in them, how far they have grown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.database import Connection
from server.inbox import reads as inbox
from server.publication import Publication
from server.rooms import reads as rooms

# Nor may a database meet what no id holds.
_CHANNEL = re.compile(r"(room|person):([A-Za-z0-9_-]{1,64})")


@dataclass(frozen=True, slots=True)
class Opened:
    """A log opened for a reader. `publications` is None when what is wanted cannot be delivered whole."""

    top: int
    publications: Sequence[Publication] | None


def room_of(channel: str) -> str:
    """The room whose log a channel carries; empty for any other."""
    kind, id = _named(channel)
    return id if kind == "room" else ""


def open_log(connection: Connection, channel: str, person: str, since: int | None) -> Opened | None:
    """A room's log for its member, a person's own log for that person; None for everything else."""
    kind, id = _named(channel)
    if kind == "room":
        room = rooms.open_log(connection, id, person, since)
        return None if room is None else Opened(room.top, room.publications)
    if kind == "person" and id == person:
        own = inbox.open_log(connection, person, since)
        return Opened(own.top, own.publications)
    return None


def entries_after(connection: Connection, channel: str, since: int, limit: int) -> list[Publication]:
    """At most `limit` entries after an offset, whoever reads them: for the node itself."""
    kind, id = _named(channel)
    read = rooms.entries_after if kind == "room" else inbox.entries_after
    return read(connection, id, since, limit)


def heads_of(connection: Connection, channels: Iterable[str]) -> dict[str, int]:
    """The newest offsets of these channels' logs; one that has none yet is not among them."""
    ids: dict[str, list[str]] = {"room": [], "person": []}
    for kind, id in map(_named, channels):
        if kind in ids:
            ids[kind].append(id)
    return {
        f"{kind}:{id}": head
        for kind, read in (("room", rooms.heads_of), ("person", inbox.heads_of))
        if ids[kind]
        for id, head in read(connection, ids[kind]).items()
    }


def _named(channel: str) -> tuple[str, str]:
    found = _CHANNEL.fullmatch(channel)
    return ("", "") if found is None else (found[1], found[2])

"""All SQL of notes that reads. Who may: the members of the room, those who read it from before the note on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from server.database import statement
from server.policy import Actor, RoomSubject, Verb, may
from server.publication import Publication
from server.rooms.notes.codec import channel_of, named, publication
from server.rooms.notes.rules import NOTHING, joined
from server.rooms.notes.store import parts_of
from server.rooms.tables import note, note_entry, room

RECOVERY_ENTRIES = 500
RECOVERY_BYTES = 512 * 1024


@dataclass(frozen=True, slots=True)
class Opened:
    """A note's log opened for a member. `publications` is None when what is wanted cannot be delivered whole."""

    top: int
    publications: list[Publication] | None


_OPEN = statement(
    'SELECT n.id, n."offset", n.floor, n.written FROM room r '
    "JOIN room_member m ON m.room_id = r.id AND m.person = ? "
    "JOIN entry e ON e.room_id = r.id AND e.\"offset\" = ? AND e.kind = 'note_added' AND e.body IS NOT NULL "
    'LEFT JOIN note n ON n.room_id = r.id AND n.item = e."offset" '
    'WHERE r.key = ? AND m.floor < e."offset"'
)


def _find(connection: Connection, key: str, item: int, person: str) -> tuple[int | None, int, int, int] | None:
    """The note's row, offset, floor and bytes behind it, for its reader; nothing of it while nobody has written."""
    row = connection.exec_driver_sql(_OPEN.on(connection), (person, item, key)).first()
    if row is None or not may(Actor(person), Verb.READ, RoomSubject(members=(person,))):
        return None
    return (None, 0, 0, 0) if row[0] is None else (row[0], row[1], row[2], row[3])


def open_log(connection: Connection, id: str, person: str, since: int | None) -> Opened | None:
    """None for who may not. With `since`: every entry after it, or nothing of them."""
    place = named(id)
    found = None if place is None else _find(connection, *place, person)
    if place is None or found is None:
        return None
    note_id, top, floor, written = found
    if note_id is None or since is None or since == top:
        return Opened(top, [] if since in (None, top) else None)
    if not floor <= since < top or top - since > RECOVERY_ENTRIES or written > RECOVERY_BYTES:
        return Opened(top, None)
    return Opened(top, _entries(connection, channel_of(*place), note_id, since, RECOVERY_ENTRIES))


def entries_after(connection: Connection, id: str, since: int, limit: int) -> list[Publication]:
    """At most `limit` entries after an offset, of those that are still kept, whoever reads them."""
    place = named(id)
    if place is None:
        return []
    of_note = select(note.c.id).join(room, room.c.id == note.c.room_id)
    note_id = connection.execute(of_note.where(room.c.key == place[0], note.c.item == place[1])).scalar()
    return [] if note_id is None else _entries(connection, channel_of(*place), note_id, since, limit)


def _entries(connection: Connection, channel: str, note_id: int, since: int, limit: int) -> list[Publication]:
    kept = note_entry.c
    found = select(kept.offset, kept.at, kept.actor, kept.kind, kept.command_id, kept.body)
    rows = connection.execute(
        found.where(kept.note_id == note_id, kept.offset > since).order_by(kept.offset).limit(limit)
    )
    return [publication(channel, *row) for row in rows]


def heads_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The newest offsets of these notes; one in which nobody has written is not among them."""
    items: defaultdict[str, set[int]] = defaultdict(set)
    for place in map(named, ids):
        if place is not None:
            items[place[0]].add(place[1])
    found = select(room.c.key, note.c.item, note.c.offset).join(room, room.c.id == note.c.room_id)
    rows = connection.execute(found.where(room.c.key.in_(items)))
    return {f"{row.key}-{row.item}": row.offset for row in rows if row.item in items[row.key]}


def snapshot(connection: Connection, key: str, item: int, person: str) -> tuple[int, bytes] | None:
    """The offset, and all of the note as one update; None for who may not read it."""
    found = _find(connection, key, item, person)
    if found is None:
        return None
    note_id, top, _, _ = found
    return top, NOTHING if note_id is None else joined(parts_of(connection, note_id))

"""Everything that follows from the logs, written anew; nothing that only a person could tell is touched."""

from __future__ import annotations

from server.database import Connection
from server.rooms.rebuilding import rebuild_room, room_ids
from server.rooms.search.store import rebuild as rebuild_search


def rebuild(connection: Connection) -> int:
    """How many rooms were written anew. Nobody may be served meanwhile."""
    ids = room_ids(connection)
    for room_id in ids:
        rebuild_room(connection, room_id)
    rebuild_search(connection)
    return len(ids)

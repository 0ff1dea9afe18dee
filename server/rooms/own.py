"""A member's way into their room, for what adds nothing to its log."""

from __future__ import annotations

from server.database import Connection
from server.errors import Refused
from server.policy import Actor, RoomSubject, Verb, may
from server.rooms import store


def own_room(connection: Connection, key: str, person: str, verb: Verb) -> store.Head:
    """A member's room, for what is theirs alone. Raises Refused not_found for everybody else.

    Locked, so that what is stored of a member cannot slip in behind their removal on another node."""
    head = store.lock_heads(connection, [key]).get(key)
    members = (person,) if head is not None and store.is_member(connection, head.room_id, person) else ()
    if head is None or not may(Actor(person), verb, RoomSubject(members)):
        raise Refused("not_found")
    return head


def check_open(connection: Connection, head: store.Head) -> None:
    """Raises Refused room_closed."""
    if store.is_closed(connection, head.room_id):
        raise Refused("room_closed")

"""What the nodes of an installation write down for each other of who is here, and what every adapter of it promises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from server.presence.model import Mark

People = Mapping[str, Mark]
"""By person."""

Seen = Callable[[str, People], None]
"""Takes a room, and who is there on all the other nodes together. Runs in the event loop, and must not block."""


class Board(Protocol):
    """One node's end. What a node wrote stands as long as the node lives, and a little longer; nothing here waits for
    Redis, and without it every node goes on with its own people alone."""

    async def start(self, seen: Seen) -> None:
        """Begin. `seen` is called for the rooms that this node is in, when others change them and now and then."""

    def write(self, room: str, people: People) -> None:
        """Who is there on this node from now on. With nobody this node is not in the room any more."""

    def stir(self, room: str) -> None:
        """Another node says that something changed there."""

    async def read(self, room: str) -> People:
        """Who is there on the other nodes, also in a room that this node is not in."""

    async def close(self) -> None:
        """Who comes back by another node within the grace is not missed meanwhile."""

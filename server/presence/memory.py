"""The board of one process: usually of one node, which then has nothing to read on it."""

from __future__ import annotations

import asyncio
from collections import defaultdict

from server.presence.port import People, Seen
from server.presence.rules import together


class MemoryWall:
    """What the nodes of one process share: who is in a room, node by node."""

    def __init__(self) -> None:
        self.rooms: defaultdict[str, dict[MemoryBoard, People]] = defaultdict(dict)


class MemoryBoard:
    """Adapter of `Board`. The other nodes see a change in the next pass of the loop."""

    def __init__(self, wall: MemoryWall | None = None) -> None:
        self._wall = wall or MemoryWall()
        self._seen: Seen | None = None

    async def start(self, seen: Seen) -> None:
        self._seen = seen

    def write(self, room: str, people: People) -> None:
        there = self._wall.rooms[room]
        if people:
            there[self] = dict(people)
        else:
            there.pop(self, None)
        for node in there:
            asyncio.get_running_loop().call_soon(node.stir, room)
        if not there:
            del self._wall.rooms[room]

    def stir(self, room: str) -> None:
        if self._seen is not None and self in self._wall.rooms.get(room, {}):
            self._seen(room, self._elsewhere(room))

    async def read(self, room: str) -> People:
        return self._elsewhere(room)

    async def close(self) -> None:
        self._seen = None
        for room in [room for room, there in self._wall.rooms.items() if self in there]:
            self.write(room, {})

    def _elsewhere(self, room: str) -> People:
        return together(people for node, people in self._wall.rooms.get(room, {}).items() if node is not self)

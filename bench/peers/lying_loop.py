"""A server that cheats on purpose: it loses one delivery, sends one twice, and swaps two messages."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette_loop import Rooms


class LyingRooms(Rooms):
    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.held = ""

    async def broadcast(self, room: str, user: str, body: str) -> None:
        self.count += 1
        everybody = self.members[room]
        one, *_, other = everybody
        match self.count:
            case 5:
                await self.tell(everybody - {one}, room, user, body)
            case 10:
                await self.tell(everybody, room, user, body)
                await self.tell({other}, room, user, body)
            case 15:
                self.held = body
            case 16:
                await self.tell(everybody, room, user, body)
                await self.tell(everybody, room, user, self.held)
            case _:
                await self.tell(everybody, room, user, body)


app = Starlette(routes=[WebSocketRoute("/ws", LyingRooms().serve)])

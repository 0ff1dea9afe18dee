"""Rooms as Starlette's and FastAPI's guides write them: one `send_text` for each member, one after the other."""

from __future__ import annotations

import itertools
import json
from collections import defaultdict

from starlette.applications import Starlette
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect


class Rooms:
    def __init__(self) -> None:
        self.members: defaultdict[str, set[WebSocket]] = defaultdict(set)
        self.ids = itertools.count(1)

    async def serve(self, socket: WebSocket) -> None:
        await socket.accept()
        room = user = ""
        try:
            while True:
                message = json.loads(await socket.receive_text())
                if message["t"] == "join":
                    room, user = message["room"], message["user"]
                    self.members[room].add(socket)
                    await socket.send_text(json.dumps({"t": "joined", "room": room}))
                elif message["t"] == "msg":
                    await self.broadcast(room, user, message["body"])
        except WebSocketDisconnect:
            self.members[room].discard(socket)

    async def broadcast(self, room: str, user: str, body: str) -> None:
        await self.tell(self.members[room], room, user, body)

    async def tell(self, members: set[WebSocket], room: str, user: str, body: str) -> None:
        text = json.dumps({"t": "msg", "room": room, "user": user, "id": next(self.ids), "body": body})
        for member in list(members):
            try:
                await member.send_text(text)
            except WebSocketDisconnect:
                self.members[room].discard(member)


app = Starlette(routes=[WebSocketRoute("/ws", Rooms().serve)])

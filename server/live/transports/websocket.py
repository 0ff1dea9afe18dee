"""`/connection/websocket`: who may come in, decided before the socket is accepted; then one of two transports."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Protocol

from starlette.requests import HTTPConnection
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from server.live.desk import Caller
from server.live.link import Link, Outlet
from server.live.protocol import Format, Json
from server.live.transports.frames import FramedText
from server.live.transports.plain import PlainSocket, PlainText
from server.live.transports.uvicorn_protocol import Adopt

logger = logging.getLogger("atelje.live")


class Host(Protocol):
    """What the handshake needs of the node."""

    draining: bool
    allowed_origin: Callable[[str], bool]

    async def identify(self, connection: HTTPConnection) -> Caller | None: ...
    def full(self, address: str) -> bool: ...
    def connect(self, format: Format, outlet: Outlet, address: str, caller: Caller | None) -> Link: ...


class WebSocketEndpoint:
    """An ASGI application, so that the route passes it the connection as it is."""

    def __init__(self, host: Host) -> None:
        self._host = host
        json = Json()
        self._framed = FramedText(json)
        self._plain = PlainText(json)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        websocket = WebSocket(scope, receive, send)
        address = websocket.client.host if websocket.client is not None else ""
        refusal, caller = await self._judge(websocket, address)
        if refusal is not None:
            status, words = refusal
            logger.info("handshake refused: %s", words, extra={"status": status})
            await websocket.send_denial_response(Response(words, status_code=status))
            return
        await websocket.accept()
        adopt: Adopt | None = scope["extensions"].get("adopt")
        if adopt is not None:
            # Nothing may wait between accepting and adopting, or frames would go to the server's own parser.
            socket = adopt()
            socket.start(self._host.connect(self._framed, socket, address, caller))
        else:
            outlet = PlainSocket(websocket)
            await outlet.serve(self._host.connect(self._plain, outlet, address, caller))

    async def _judge(self, connection: HTTPConnection, address: str) -> tuple[tuple[int, str] | None, Caller | None]:
        """Why not, and who it is. A page of another origin must not use the cookie of ours, and a browser always
        names the origin; so without one the cookie is no proof."""
        origins = connection.headers.getlist("origin")
        if len(connection.headers.getlist("host")) > 1:
            return (400, "doubled host"), None
        if len(origins) > 1 or not all(self._host.allowed_origin(origin) for origin in origins):
            return (403, "origin not allowed"), None
        if self._host.draining:
            return (503, "server restart"), None
        if self._host.full(address):
            return (503, "too many connections"), None
        caller = await self._host.identify(connection)
        if caller is not None and not origins:
            return (403, "origin missing"), None
        return None, caller

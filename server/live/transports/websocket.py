"""`/connection/websocket`: who may come in, decided before the socket is accepted; then one of two transports."""

from __future__ import annotations

from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket

from server.live.protobuf import Protobuf
from server.live.protocol import Encoding, Json
from server.live.transports.frames import Framed
from server.live.transports.handshake import Denied, Host, address_of, judge
from server.live.transports.plain import Plain, PlainSocket
from server.live.transports.uvicorn_protocol import Adopt

PROTOBUF = "centrifuge-protobuf"
"""The subprotocol that asks for it; without one it is JSON."""


class WebSocketEndpoint:
    """An ASGI application, so that the route passes it the connection as it is."""

    def __init__(self, host: Host) -> None:
        self._host = host
        encodings: dict[str | None, Encoding] = {None: Json(), PROTOBUF: Protobuf()}
        self._framed = {protocol: Framed(encoding) for protocol, encoding in encodings.items()}
        self._plain = {protocol: Plain(encoding) for protocol, encoding in encodings.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        websocket = WebSocket(scope, receive, send)
        address = address_of(websocket)
        try:
            caller = await judge(self._host, websocket)
        except Denied as denied:
            await websocket.send_denial_response(denied.response(self._host, websocket))
            return
        protocol = PROTOBUF if PROTOBUF in scope["subprotocols"] else None
        await websocket.accept(protocol)
        adopt: Adopt | None = scope["extensions"].get("adopt")
        if adopt is not None:
            # Nothing may wait between accepting and adopting, or frames would go to the server's own parser.
            socket = adopt()
            socket.start(self._host.connect(self._framed[protocol], socket, address, caller))
        else:
            outlet = PlainSocket(websocket)
            await outlet.serve(self._host.connect(self._plain[protocol], outlet, address, caller))

"""uvicorn's WebSocket protocol, for its `ws=` option, with one more ASGI extension: `adopt` hands over the socket.

The members overridden or used here belong to the pinned version of uvicorn; a test holds them against it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import cast

from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from server.live.transports.adopted import AdoptedSocket

Adopt = Callable[[], AdoptedSocket]
"""After `websocket.accept`: takes the socket out of the HTTP server's hands. The ASGI call may return then."""

BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"


class Released:
    """Stands where the adopted socket's transport was, so that nothing the base class still does can reach it."""

    def close(self) -> None: ...
    def write(self, data: bytes) -> None: ...
    def is_closing(self) -> bool:
        return True


class AdoptableProtocol(WebSocketsSansIOProtocol):
    adopted = False

    def data_received(self, data: bytes) -> None:
        if self.handshake_initiated:
            super().data_received(data)
            return
        super().data_received(_cleaned(data))
        if not self.handshake_initiated:
            # The whole head comes in one piece. What the parser refuses of it (a header too long, too many of them),
            # it refuses without a word, and the socket would stay open.
            self.transport.write(BAD_REQUEST)
            self.transport.close()

    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if not self.handshake_complete:
            cast("dict[str, Adopt]", self.scope["extensions"])["adopt"] = self.adopt

    def adopt(self) -> AdoptedSocket:
        self.adopted = True
        self.stop_keepalive()
        transport = self.transport
        self.transport = cast(asyncio.Transport, Released())
        self.connections.discard(self)
        socket = AdoptedSocket(transport, cast("set[object]", self.connections))
        transport.set_protocol(socket)
        return socket

    def on_task_complete(self, task: asyncio.Task[None]) -> None:
        super().on_task_complete(task)
        if self.adopted:
            # Bound methods, scope and protocol hold each other; an idle connection is to cost no more than its socket.
            self.conn.__dict__.clear()
            self.__dict__.clear()


def _cleaned(head: bytes) -> bytes:
    """Without the offer of extensions, as the frames are not made for any, whatever the server's own setting says;
    and without an empty list of subprotocols, which is no list but what some SDKs send."""
    lines = head.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not _is_unwanted(line.lower()))


def _is_unwanted(line: bytes) -> bool:
    return line.startswith(b"sec-websocket-extensions:") or line.strip() == b"sec-websocket-protocol:"

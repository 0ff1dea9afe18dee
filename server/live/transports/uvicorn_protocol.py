"""uvicorn's HTTP protocol, for its `http=` option, with bounds for the head of a request and a handshake of our own.

The WebSocket handshake is an ASGI call like any other, with one more extension: `adopt` hands over the socket. Between
the request's last header and the adopted socket nothing is parsed twice, which is half of what a connection costs.
Every other call gets the extension `transport`, by which an answer that does not end can be measured and cut.

The members overridden or used here belong to the pinned version of uvicorn; a test holds them against it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, cast
from urllib.parse import unquote

import httptools
from starlette.types import ASGIApp, Message
from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from server.live.transports.adopted import AdoptedSocket
from server.live.transports.upgrade import BadHandshake, accept_key, subprotocols, switching

logger = logging.getLogger("atelje.live")

Adopt = Callable[[], AdoptedSocket]
"""After `websocket.accept`: takes the socket out of the HTTP server's hands. The ASGI call may return then."""

HEAD_BYTES = 64 * 1024
HEADER_COUNT = 128
HEAD_SECONDS = 10.0
"""For the whole head of a request, from its first byte; and for the first byte after connecting."""


class HeadTooLarge(Exception):
    """Ends the parser; the peer is told 400."""


class AteljeProtocol(HttpToolsProtocol):
    _head_bytes = 0
    _head_count = 0
    _head_due: asyncio.TimerHandle | None = None

    # ── the head's bounds ──

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        # As the base does, which makes a new socket object for each of the two addresses.
        self.connections.add(self)
        self.transport = transport
        self.flow = FlowControl(transport)
        self.server = _address(transport.get_extra_info("sockname"))
        self.client = _address(transport.get_extra_info("peername"))
        self.scheme = "https" if transport.get_extra_info("sslcontext") else "http"
        self._await_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._end_head()
        super().connection_lost(exc)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._head_bytes = self._head_count = 0
        if self._head_due is None:
            self._await_head()

    def on_url(self, url: bytes) -> None:
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._head_count += 1
        self._count(len(name) + len(value) + 4)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._end_head()
        cast("dict[str, Any]", self.scope)["extensions"] = {"transport": self.transport}
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self.cycle.response_complete and self.cycle.more_body and self._head_due is None:
            # Answered before its body was there. The original waits for the rest, and then for another request, for
            # as long as a byte comes now and then.
            self._await_head()

    def _count(self, size: int) -> None:
        self._head_bytes += size
        if self._head_bytes > HEAD_BYTES or self._head_count > HEADER_COUNT:
            raise HeadTooLarge

    def _await_head(self) -> None:
        self._head_due = self.loop.call_later(HEAD_SECONDS, self.transport.abort)

    def _end_head(self) -> None:
        if self._head_due is not None:
            self._head_due.cancel()
            self._head_due = None

    # ── the handshake ──

    def _should_upgrade_to_ws(self) -> bool:
        """Whatever uvicorn's `ws=` option says: that protocol is not used."""
        return True

    def handle_websocket_upgrade(self) -> None:
        earlier = cast("RequestResponseCycle | None", self.cycle)
        if earlier is not None and not earlier.response_complete:
            # Sent before the answer to an earlier request, which would go among the frames.
            self.transport.close()
            return
        scope = cast("dict[str, Any]", self.scope)
        # It and its parser hold each other; an idle connection is to cost no more than its socket.
        self.parser = None  # type: ignore[assignment]
        self.connections.discard(self)
        try:
            proof = accept_key(scope["method"], self.headers)
            url = httptools.parse_url(self.url)
        except BadHandshake as bad:
            self._refuse(bad.status, bad.words)
            return
        except httptools.HttpParserInvalidURLError:
            self._refuse(400, "the address is none")
            return
        scope |= {
            "type": "websocket",
            "scheme": "wss" if self.scheme == "https" else "ws",
            "path": unquote(url.path.decode("ascii")),
            "raw_path": url.path,
            "query_string": url.query or b"",
            "subprotocols": subprotocols(self.headers),
        }
        del scope["method"]
        Handshake(self, scope, proof).start(cast(ASGIApp, self.app))

    def _refuse(self, status: int, words: str) -> None:
        self.transport.write(_answer(status, [(b"content-type", b"text/plain")], words.encode()))
        self.transport.close()


class Handshake(asyncio.Protocol):
    """One ASGI call that accepts, refuses, or adopts. Until then nothing is read."""

    def __init__(self, http: AteljeProtocol, scope: dict[str, Any], proof: bytes) -> None:
        self._transport = http.transport
        self._siblings = cast("set[object]", http.connections)
        self._tasks = http.tasks
        self._loop = http.loop
        self._scope = scope
        self._proof = proof
        self._connected = False
        self._gone = asyncio.Event()
        self._answered = False
        self._adopted = False
        self._denial: Message = {}
        scope["extensions"] = {"websocket.http.response": {}, "adopt": self.adopt}

    def start(self, app: ASGIApp) -> None:
        self._transport.pause_reading()
        self._transport.set_protocol(self)
        self._siblings.add(self)
        task = self._loop.create_task(self._run(app))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, app: ASGIApp) -> None:
        try:
            await app(self._scope, self._receive, self._send)
        except Exception:
            logger.exception("a handshake failed")
        finally:
            self._siblings.discard(self)
            if not self._adopted:
                self._end()
            # The extension and the application's scope hold each other.
            self._scope.clear()

    def _end(self) -> None:
        if not self._answered:
            self._transport.write(_answer(500, [], b""))
        self._transport.close()

    def adopt(self) -> AdoptedSocket:
        self._adopted = True
        self._siblings.discard(self)
        socket = AdoptedSocket(self._transport, self._siblings)
        self._transport.set_protocol(socket)
        self._transport.resume_reading()
        return socket

    # ── ASGI ──

    async def _receive(self) -> Message:
        if not self._connected:
            self._connected = True
            return {"type": "websocket.connect"}
        await self._gone.wait()
        return {"type": "websocket.disconnect", "code": 1006}

    async def _send(self, message: Message) -> None:
        match message["type"]:
            case "websocket.accept":
                self._answer(switching(self._proof, message.get("subprotocol"), message.get("headers", ())))
            case "websocket.http.response.start":
                self._denial = message
            case "websocket.http.response.body":
                denial = self._denial
                self._answer(_answer(denial["status"], denial.get("headers", ()), message.get("body", b"")))
            case "websocket.close":
                self._answer(_answer(403, [], b""))

    def _answer(self, data: bytes) -> None:
        self._answered = True
        if not self._transport.is_closing():
            self._transport.write(data)

    # ── asyncio ──

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone.set()

    def shutdown(self) -> None:
        """The server stops."""
        self._transport.close()


def _answer(status: int, headers: Any, body: bytes) -> bytes:
    lines = [b"HTTP/1.1 %d %b" % (status, HTTPStatus(status).phrase.encode())]
    lines += (name + b": " + value for name, value in headers if name.lower() not in (b"content-length", b"connection"))
    lines += [b"content-length: %d" % len(body), b"connection: close"]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def _address(name: Any) -> Any:
    """Host and port; a Unix socket has none."""
    return name[:2] if isinstance(name, tuple) else None

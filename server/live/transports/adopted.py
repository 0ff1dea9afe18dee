"""A WebSocket whose socket was adopted from the HTTP server after the handshake: no task and no queue per message."""

from __future__ import annotations

import asyncio

from server.live.connection import CloseCode
from server.live.link import Link
from server.live.transports.frames import CLOSE, PING, PONG, Frame, Splitter, Violation, close_frame, frame

CONTROL_LIMIT = 200
"""Ping and pong frames between two pings of ours: at least ten a second."""

TOO_MANY_PINGS = CloseCode(1008, "too many pings")
NO_CODE = 1005


class AdoptedSocket(asyncio.Protocol):
    """Outlet and asyncio protocol in one. `siblings` is the server's set of connections, which it waits for to stop."""

    __slots__ = ("_closing", "_control", "_siblings", "_splitter", "_transport", "link", "write")

    key = ""
    link: Link

    def __init__(self, transport: asyncio.Transport, siblings: set[object]) -> None:
        self._transport = transport
        self._siblings = siblings
        self._closing = False
        self._control = 0
        self.write = transport.write
        siblings.add(self)

    def start(self, link: Link) -> None:
        """From here on frames go to the link. Any unsent byte makes it queue, so that what follows is joined."""
        self.link = link
        self._splitter = Splitter(binary=link.format.encoding.binary)
        self._transport.set_write_buffer_limits(high=0)

    # ── asyncio ──

    def data_received(self, data: bytes) -> None:
        splitter = self._splitter
        for received in splitter.feed(data):
            if received.opcode < CLOSE:
                self.link.received(received.payload)
            else:
                self._take_control(received)
        if splitter.violation is not None:
            self._fail(splitter.violation)
            splitter.violation = None

    def pause_writing(self) -> None:
        self.link.block()

    def resume_writing(self) -> None:
        self.link.unblock()

    def connection_lost(self, exc: Exception | None) -> None:
        self._siblings.discard(self)
        self.link.lost()

    # ── the server's ──

    def shutdown(self) -> None:
        """The server stops."""
        self.link.close(CloseCode(1012, "server restart"))

    # ── outlet ──

    def unsent(self) -> int:
        return self._transport.get_write_buffer_size()

    def pause_reading(self) -> None:
        self._transport.pause_reading()

    def resume_reading(self) -> None:
        if not self._transport.is_closing():
            self._transport.resume_reading()

    def close(self, code: int, reason: str) -> None:
        if not self._closing and not self._transport.is_closing():
            self._closing = True
            self._transport.write(close_frame(code, reason))

    def abort(self) -> None:
        self._transport.abort()

    def new_period(self) -> None:
        self._control = 0

    # ── control frames ──

    def _fail(self, violation: Violation) -> None:
        """What comes after the violation is not read as frames, the peer's own close included: so the end of our
        stream has to tell it. Closing outright would reset the connection and lose the reason."""
        self.link.close(CloseCode(violation.code, violation.reason))
        if self._transport.can_write_eof() and not self._transport.is_closing():
            self._transport.write_eof()

    def _take_control(self, received: Frame) -> None:
        if received.opcode == CLOSE:
            self._peer_closed(received.payload)
            return
        self._control += 1
        if self._control > CONTROL_LIMIT:
            self.link.close(TOO_MANY_PINGS)
        elif received.opcode == PING and not self._closing:
            self._transport.write(frame(PONG, received.payload))

    def _peer_closed(self, payload: bytes) -> None:
        self.link.retire(int.from_bytes(payload[:2], "big") if payload else NO_CODE)
        if not self._closing:
            self._closing = True
            self._transport.write(frame(CLOSE, payload[:2]))
        self._transport.close()

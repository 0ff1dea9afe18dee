"""A WebSocket by way of plain ASGI, for servers that cannot hand over their socket: a reader and a writer task."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from starlette.types import Message
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketDisconnected

from server.live.connection import CloseCode
from server.live.link import ABNORMAL, Link
from server.live.protocol import Encoding
from server.live.transports.frames import BINARY_ONLY, MESSAGE_LIMIT, TEXT_ONLY

TOO_BIG = CloseCode(1009, "message too big")
WRONG_KIND = {True: CloseCode(1003, BINARY_ONLY), False: CloseCode(1003, TEXT_ONLY)}
"""By whether the encoding is binary."""


class Plain:
    """An encoding as it is; the server below makes the frames."""

    def __init__(self, encoding: Encoding) -> None:
        self.encoding = encoding

    def pack(self, parts: Sequence[bytes]) -> bytes:
        return self.encoding.join(parts)


class PlainSocket:
    """Outlet with room for one frame: while it is being sent, the link is blocked and queues what follows."""

    key = ""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket
        self._frame: bytes | None = None
        self._farewell: CloseCode | None = None
        self._wake = asyncio.Event()
        self._readable = asyncio.Event()
        self._readable.set()
        self._aborted = asyncio.Event()
        self.link: Link

    async def serve(self, link: Link) -> None:
        """Until the connection is gone: peer or server said goodbye, or it was aborted."""
        self.link = link
        self._binary = link.format.encoding.binary
        tasks = [asyncio.create_task(work) for work in (self._read(), self._write(), self._until_aborted())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        except (WebSocketDisconnect, WebSocketDisconnected):
            pass  # the same end, noticed while sending
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            link.lost()

    # ── outlet ──

    def write(self, data: bytes) -> None:
        self._frame = data
        self._wake.set()
        self.link.block()

    def unsent(self) -> int:
        return len(self._frame) if self._frame is not None else 0

    def pause_reading(self) -> None:
        self._readable.clear()

    def resume_reading(self) -> None:
        self._readable.set()

    def close(self, code: int, reason: str) -> None:
        self._farewell = CloseCode(code, reason)
        self._wake.set()

    def abort(self) -> None:
        """The server below may still hold the socket until its kernel gives up; nothing of ours waits for that."""
        self._aborted.set()

    def new_period(self) -> None:
        """Control frames are the server's own affair."""

    # ── the tasks ──

    async def _read(self) -> None:
        while True:
            await self._readable.wait()
            message = await self._websocket.receive()
            if message["type"] == "websocket.disconnect":
                self.link.retire(message.get("code", ABNORMAL))
                return
            payload = self._payload_of(message)
            if payload is None:
                self.link.close(WRONG_KIND[self._binary])
            elif len(payload) > MESSAGE_LIMIT:
                self.link.close(TOO_BIG)
            else:
                self.link.received(payload)

    def _payload_of(self, message: Message) -> bytes | None:
        """None for a message of the other kind."""
        if self._binary:
            data: bytes | None = message.get("bytes")
            return data
        text: str | None = message.get("text")
        return None if text is None else text.encode()

    async def _write(self) -> None:
        while self._frame is not None or self._farewell is None:
            await self._wake.wait()
            self._wake.clear()
            if self._frame is not None:
                await self._send(self._frame)
                self._frame = None
                self.link.unblock()
        await self._websocket.close(self._farewell.code, self._farewell.reason)

    async def _send(self, frame: bytes) -> None:
        if self._binary:
            await self._websocket.send_bytes(frame)
        else:
            await self._websocket.send_text(frame.decode())

    async def _until_aborted(self) -> None:
        await self._aborted.wait()

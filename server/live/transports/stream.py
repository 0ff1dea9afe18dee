"""A connection over HTTP alone: an answer that does not end brings what the server says, single posts what the client
says. Whoever knows the stream's key may post; a stream that a cookie opened asks for that cookie besides.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets
from collections import deque
from dataclasses import dataclass
from typing import Protocol

from starlette.requests import ClientDisconnect, Request
from starlette.types import Send

from server.live.connection import CloseCode
from server.live.deadlines import Timing
from server.live.desk import Caller
from server.live.link import Link
from server.live.protocol import Format
from server.live.transports.frames import MESSAGE_LIMIT
from server.live.transports.handshake import Denied, Host, address_of

JSON, BINARY = b"application/json", b"application/octet-stream"
"""What bodies are."""

POSTED_LIMIT = 512 * 1024
"""Bytes of posts that wait while the connection takes no more commands."""

TOO_MANY_POSTS = CloseCode(3013, "too many requests")
SHUTDOWN = 3001
"""In place of the codes below 3000, which belong to WebSockets."""

HEADERS = (
    (b"cache-control", b"no-store, no-transform"),
    # Neither our own compression nor a proxy's may hold anything back.
    (b"content-encoding", b"identity"),
    (b"x-accel-buffering", b"no"),
    (b"connection", b"close"),
)


class StreamFormat(Format, Protocol):
    @property
    def content_type(self) -> bytes: ...
    @property
    def prelude(self) -> bytes:
        """Goes out before anything was said."""


class Stream:
    """Outlet with room for one frame: while it is being sent, the link is blocked and queues what follows.

    `transport` tells what is unsent to the byte and can be aborted; a server that does not give it keeps a socket
    that nobody reads until its kernel gives up, but nothing of ours waits for that.
    """

    def __init__(self, key: str, request: Request, send: Send, format: StreamFormat, opener: Caller | None) -> None:
        self.key = key
        self.opener = opener
        self.link: Link
        self._format = format
        self._receive = request.receive
        self._send = send
        self._transport: asyncio.Transport | None = request.scope.get("extensions", {}).get("transport")
        self._frame: bytes | None = None
        self._farewell: CloseCode | None = None
        self._wake = asyncio.Event()
        self._aborted = asyncio.Event()
        self._takes = True
        self._posted: deque[bytes] = deque()
        self._waiting = 0

    async def serve(self) -> None:
        """Until the connection is gone: peer or server said goodbye, or it was aborted."""
        tasks = [asyncio.create_task(work) for work in (self._until_gone(), self._write(), self._until_aborted())]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            self.link.lost()

    def post(self, payload: bytes) -> None:
        """Commands, as a frame of a WebSocket holds them."""
        if self._takes and not self._posted:
            self.link.received(payload)
        elif self._waiting + len(payload) > POSTED_LIMIT:
            self.link.close(TOO_MANY_POSTS)
        else:
            self._posted.append(payload)
            self._waiting += len(payload)

    # ── outlet ──

    def write(self, data: bytes) -> None:
        self._frame = data
        self._wake.set()
        self.link.block()

    def unsent(self) -> int:
        if self._transport is not None:
            return self._transport.get_write_buffer_size()
        return len(self._frame) if self._frame is not None else 0

    def pause_reading(self) -> None:
        self._takes = False

    def resume_reading(self) -> None:
        self._takes = True
        while self._posted and self._takes:
            payload = self._posted.popleft()
            self._waiting -= len(payload)
            self.link.received(payload)

    def close(self, code: int, reason: str) -> None:
        self._farewell = CloseCode(max(code, SHUTDOWN), reason)
        self._wake.set()

    def abort(self) -> None:
        if self._transport is not None:
            # The server tells of the end by itself, and misses the rest of the answer if we end before it does.
            self._transport.abort()
        else:
            self._aborted.set()

    def new_period(self) -> None:
        """There are no control frames."""

    # ── the tasks ──

    async def _until_gone(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def _write(self) -> None:
        await self._begin()
        while self._frame is not None or self._farewell is None:
            await self._wake.wait()
            self._wake.clear()
            if self._frame is not None:
                await self._put(self._frame)
                self._frame = None
                self.link.unblock()
        push = self._format.encoding.disconnection(self._farewell.code, self._farewell.reason)
        await self._put(self._format.pack([push]))
        await self._send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _begin(self) -> None:
        if self._transport is not None:
            # Any unsent byte blocks the link, so that what follows is joined, and is seen by the deadline.
            self._transport.set_write_buffer_limits(high=0)
        head = [(b"content-type", self._format.content_type), *HEADERS]
        await self._send({"type": "http.response.start", "status": 200, "headers": head})
        await self._put(self._format.prelude)

    async def _put(self, data: bytes) -> None:
        """Returns when the socket has taken all of it: the server waits for that before an empty part."""
        await self._send({"type": "http.response.body", "body": data, "more_body": True})
        await self._send({"type": "http.response.body", "body": b"", "more_body": True})

    async def _until_aborted(self) -> None:
        await self._aborted.wait()


@dataclass(frozen=True, slots=True)
class Post:
    """What a client says into the stream of this key. `login`: the one whose cookie came along."""

    key: str
    login: str | None
    payload: bytes


class Streams:
    """The open streams of a node by their keys. `secret` is shared by all nodes, so that each can tell a key of
    another one from what somebody made up."""

    def __init__(self, secret: bytes) -> None:
        self._open: dict[str, Stream] = {}
        self._secret = secret

    def new_key(self) -> str:
        chance = secrets.token_urlsafe(24)
        return chance + self._mark(chance)

    def genuine(self, key: str) -> bool:
        return hmac.compare_digest(self._mark(key[:32]).encode(), key[32:].encode())

    def _mark(self, chance: str) -> str:
        return hmac.digest(self._secret, b"stream " + chance.encode(), "sha256").hex()[:32]

    def add(self, stream: Stream) -> None:
        self._open[stream.key] = stream

    def remove(self, stream: Stream) -> None:
        del self._open[stream.key]

    def take(self, post: Post) -> bool:
        """False when there is no such stream, or it is somebody else's: the same answer."""
        stream = self._open.get(post.key)
        if stream is None or (stream.opener is not None and stream.opener.login != post.login):
            return False
        stream.post(post.payload)
        return True


class StreamHost(Host, Protocol):
    """What streams need of the node besides."""

    timing: Timing
    streams: Streams


async def serve_stream(
    host: StreamHost, request: Request, send: Send, format: StreamFormat, opener: Caller | None, commands: bytes
) -> None:
    """The stream from its first commands to its end."""
    stream = Stream(host.streams.new_key(), request, send, format, opener)
    stream.link = host.connect(format, stream, address_of(request), opener)
    host.streams.add(stream)
    try:
        stream.link.received(commands)
        await stream.serve()
    finally:
        host.streams.remove(stream)


def body_type(request: Request) -> bytes:
    """JSON or BINARY: a page of elsewhere can send forms and plain text without asking, not these. Raises Denied."""
    named = request.headers.get("content-type", "").partition(";")[0].strip().lower().encode()
    if named not in (JSON, BINARY):
        raise Denied(415, "JSON or protobuf only")
    return named


async def read_body(host: StreamHost, request: Request) -> bytes:
    """Raises Denied."""
    body = bytearray()
    try:
        async with asyncio.timeout(host.timing.connect):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MESSAGE_LIMIT:
                    raise Denied(413, "message too big")
    except TimeoutError:
        raise Denied(408, "stale") from None
    except ClientDisconnect:
        raise Denied(400, "gone") from None
    return bytes(body)

"""A live node in this process on a free port, and clients for it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal, Self

import pytest
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.requests import HTTPConnection

from server.live.deadlines import Timing
from server.live.desk import Caller
from server.live.node import Limits, LiveNode
from tests.live.desk import MemoryDesk

Transport = Literal["adopted", "plain"]

ORIGIN = "https://atelje.example"
NOW = 1_700_000_000_000
"""The clock of these nodes, in ms."""

LONG = Timing()
SHORT = Timing(step=0.05, ping=0.6, pong=0.3, connect=0.3, write=0.4, close=0.3, drain=0.2)
WAIT = 5.0
"""Seconds for a condition that comes at once when all is well."""


async def until(condition: Callable[[], bool]) -> None:
    """For what has no event of its own."""
    async with asyncio.timeout(WAIT):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


class Serving:
    """`desk` and `node` are at hand; `connect` gives a client whose connect command was answered."""

    def __init__(self, transport: Transport, timing: Timing, limits: Limits | Literal[False]) -> None:
        self.transport = transport
        self.gaps: list[tuple[str, int]] = []
        self.logins: dict[str, Caller] = {}
        self.desk = MemoryDesk(asyncio.get_running_loop().call_soon)
        self.node = LiveNode(
            self.desk,
            identify=self.identify,
            allowed_origin=lambda origin: origin == ORIGIN,
            clock=lambda: NOW,
            version="test",
            limits=limits,
            timing=timing,
            on_gap=lambda channel, position: self.gaps.append((channel, position)),
        )
        self.desk.hub = self.node.hub
        self.server = uvicorn.Server(
            uvicorn.Config(
                Starlette(routes=self.node.routes()),
                http=self.node.uvicorn_protocol if transport == "adopted" else "h11",
                ws="none" if transport == "adopted" else "websockets-sansio",
                ws_ping_interval=None,
                ws_per_message_deflate=False,
                ws_max_size=256 * 1024,
                log_config=None,
                timeout_graceful_shutdown=1,
            )
        )

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        transport: Transport,
        timing: Timing = LONG,
        limits: Limits | Literal[False] = False,
        send_buffer: int | None = None,
    ) -> AsyncIterator[Self]:
        """`send_buffer`: bytes that the kernel takes for each connection; its own choice is several MiB."""
        serving = cls(transport, timing, limits)
        listener = socket.create_server(("127.0.0.1", 0), backlog=100)
        if send_buffer is not None:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, send_buffer)
        async with asyncio.TaskGroup() as tasks:
            run = tasks.create_task(serving.node.run())
            # Not `serve`, which would take over the signals of the test run.
            stopped = tasks.create_task(serving.server._serve([listener]))
            await until(lambda: serving.server.started)
            try:
                yield serving
            finally:
                await serving.node.drain()
                serving.server.should_exit = True
                await stopped
                run.cancel()

    async def identify(self, connection: HTTPConnection) -> Caller | None:
        return self.logins.get(connection.cookies.get("atelje", ""))

    @property
    def port(self) -> int:
        port: int = self.server.servers[0].sockets[0].getsockname()[1]
        return port

    @property
    def url(self) -> str:
        return f"ws://127.0.0.1:{self.port}/connection/websocket"

    @asynccontextmanager
    async def socket(self, **options: Any) -> AsyncIterator[Client]:
        """A WebSocket on which nothing was said yet."""
        options = {"proxy": None, "compression": None, "ping_interval": None, "close_timeout": 1.0} | options
        async with websockets.connect(self.url, **options) as connection:
            yield Client(connection)

    @asynccontextmanager
    async def connect(self, person: str = "ann", **options: Any) -> AsyncIterator[Client]:
        async with self.socket(**options) as client:
            await client.ask("connect", token=f"token-{person}")
            yield client

    async def raw(self, *, receive_buffer: int | None = None) -> Raw:
        """A socket whose peer does just what the test says, beginning after the handshake."""
        sock = socket.socket()
        if receive_buffer is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        sock.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(sock, ("127.0.0.1", self.port))
        raw = Raw(sock)
        await raw.send(HANDSHAKE)
        head = await raw.receive_until(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101"), head
        return raw


HANDSHAKE = (
    b"GET /connection/websocket HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


class Raw:
    def __init__(self, sock: socket.socket) -> None:
        self.sock = sock
        self._received = b""

    async def send(self, data: bytes) -> None:
        async with asyncio.timeout(WAIT):
            await asyncio.get_running_loop().sock_sendall(self.sock, data)

    async def receive_until(self, end: bytes) -> bytes:
        async with asyncio.timeout(WAIT):
            while end not in self._received:
                self._received += await asyncio.get_running_loop().sock_recv(self.sock, 65536) or end
        found, _, self._received = self._received.partition(end)
        return found

    async def receive_all(self) -> bytes:
        """Until the server closes or resets."""
        async with asyncio.timeout(WAIT):
            with contextlib.suppress(ConnectionError):
                while data := await asyncio.get_running_loop().sock_recv(self.sock, 65536):
                    self._received += data
        return self._received

    def close(self) -> None:
        self.sock.close()


class Client:
    """Replies and pushes in the order of the wire."""

    def __init__(self, connection: websockets.ClientConnection) -> None:
        self.connection = connection
        self._replies: list[dict[str, Any]] = []
        self._id = 0
        self.frames = 0

    async def send(self, text: str | bytes) -> None:
        await self.connection.send(text)

    async def command(self, **body: Any) -> int:
        self._id += 1
        await self.send(json.dumps({"id": self._id, **body}))
        return self._id

    async def ask(self, kind: str, /, **request: Any) -> dict[str, Any]:
        """The reply to a command; nothing else may come before it."""
        id = await self.command(**{kind: request})
        reply = await self.next()
        assert reply.get("id") == id, reply
        return reply

    async def rpc(self, method: str, data: Any = None) -> dict[str, Any]:
        return await self.ask("rpc", method=method, data=data)

    async def next(self) -> dict[str, Any]:
        async with asyncio.timeout(WAIT):
            while not self._replies:
                frame = await self.connection.recv()
                assert isinstance(frame, str)
                self.frames += 1
                self._replies += [json.loads(line) for line in frame.split("\n")]
        return self._replies.pop(0)

    async def offsets(self, count: int) -> list[int]:
        """The offsets of the next pushes."""
        return [(await self.next())["push"]["pub"]["offset"] for _ in range(count)]

    async def closed(self) -> tuple[int, str]:
        """The code and reason that the server closed with, whatever came before."""
        async with asyncio.timeout(WAIT):
            with pytest.raises(websockets.ConnectionClosed) as closed:  # noqa: PT012
                while True:
                    await self.connection.recv()
        frame = closed.value.rcvd
        assert frame is not None, "no close frame"
        return frame.code, frame.reason

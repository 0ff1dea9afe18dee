"""A live node in this process on a free port, and clients for it."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any, Literal, Self
from urllib.parse import urlencode

import pytest
import uvicorn
import websockets
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from websockets.typing import Subprotocol

from server.live.deadlines import Timing
from server.live.desk import Caller
from server.live.node import Limits, LiveNode
from tests.live import protobuf
from tests.live.desk import MemoryDesk

Transport = Literal["adopted", "plain", "http_stream", "sse", "protobuf", "plain protobuf", "http_stream protobuf"]
"""The last three are others in the other encoding."""

STREAMS = ("http_stream", "sse", "http_stream protobuf")

ORIGIN = "https://atelje.example"
NOW = 1_700_000_000_000
"""The clock of these nodes, in ms."""

PROTOBUF = Subprotocol("centrifuge-protobuf")
NOTHING: Mapping[str, str] = {}

LONG = Timing()
SHORT = Timing(step=0.05, ping=0.6, pong=0.3, connect=0.3, write=0.4, close=0.3, drain=0.2)
WAIT = 5.0
"""Seconds for a condition that comes at once when all is well."""


async def until(condition: Callable[[], bool]) -> None:
    """For what has no event of its own."""
    async with asyncio.timeout(WAIT):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.005)


class PromptServer(uvicorn.Server):
    """Ends once it is told to. Its own way is to look every tenth of a second, and to wait for as long again: a fifth
    of a second after each of hundreds of tests. Drained nodes have no connection that would be worth it."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.told = asyncio.Event()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.told.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listening in [*self.servers, *(sockets or [])]:
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        await until(lambda: not self.server_state.connections and not self.server_state.tasks)
        await self.lifespan.shutdown()


class Serving:
    """`desk` and `node` are at hand; `connect` gives a client whose connect command was answered."""

    def __init__(self, transport: Transport, timing: Timing, limits: Limits | Literal[False], **options: Any) -> None:
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
            **({"name": "one", "secret": b"of all nodes"} | options),
            on_gap=lambda channel, position: self.gaps.append((channel, position)),
        )
        self.desk.hub = self.node.hub
        self.server = PromptServer(
            uvicorn.Config(
                Starlette(routes=self.node.routes()),
                http="h11" if "plain" in transport else self.node.uvicorn_protocol,
                ws="websockets-sansio" if "plain" in transport else "none",
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
        **options: Any,
    ) -> AsyncIterator[Self]:
        """`send_buffer`: bytes that the kernel takes for each connection; its own choice is several MiB. The other
        options are the node's."""
        serving = cls(transport, timing, limits, **options)
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
                serving.server.told.set()
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
        """A connection on which nothing was said yet."""
        if self.transport in STREAMS:
            stream = StreamClient(self.port, self.transport, **options)
            try:
                yield stream
            finally:
                stream.cut()
            return
        options = {"proxy": None, "compression": None, "ping_interval": None, "close_timeout": 1.0} | options
        if "protobuf" in self.transport:
            async with websockets.connect(self.url, subprotocols=[PROTOBUF], **options) as connection:
                yield ProtobufClient(connection)
            return
        async with websockets.connect(self.url, **options) as connection:
            yield Client(connection)

    @asynccontextmanager
    async def connect(self, person: str = "ann", **options: Any) -> AsyncIterator[Client]:
        if self.transport == "sse":
            # No token may be in an address.
            self.logins[person] = Caller(person, f"login-{person}")
            options["additional_headers"] = {**options.get("additional_headers", {}), "Cookie": f"atelje={person}"}
            options["origin"] = ORIGIN
        async with self.socket(**options) as client:
            await client.ask("connect", **({} if self.transport == "sse" else {"token": f"token-{person}"}))
            yield client

    async def refused(self, **options: Any) -> int:
        """The status of an opening that is refused."""
        if self.transport in STREAMS:
            async with self.socket(**options) as stream:
                await stream.send('{"id":1,"connect":{}}')
                assert isinstance(stream, StreamClient)
                return int(stream.head.split()[1])
        with pytest.raises(websockets.InvalidStatus) as refusal:
            await self.socket(**options).__aenter__()
        return refusal.value.response.status_code

    async def raw(self, *, receive_buffer: int | None = None) -> Raw:
        """A WebSocket whose peer does just what the test says, beginning after the handshake."""
        raw = await self.raw_socket(receive_buffer)
        await raw.send(HANDSHAKE)
        head = await raw.receive_until(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101"), head
        return raw

    async def raw_socket(self, receive_buffer: int | None = None) -> Raw:
        sock = socket.socket()
        if receive_buffer is not None:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        sock.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(sock, ("127.0.0.1", self.port))
        return Raw(sock)


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

    connection: websockets.ClientConnection

    def __init__(self, connection: websockets.ClientConnection | None = None) -> None:
        if connection is not None:
            self.connection = connection
        self._replies: list[dict[str, Any]] = []
        self._id = 0
        self.frames = 0
        self.last_words: list[str] = []
        """What came before the close that was waited for."""

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
                frame = await self._frame()
                self.frames += 1
                self._replies += [json.loads(line) for line in frame.split("\n")]
        return self._replies.pop(0)

    async def _frame(self) -> str:
        frame = await self.connection.recv()
        assert isinstance(frame, str)
        return frame

    async def offsets(self, count: int) -> list[int]:
        """The offsets of the next pushes."""
        return [(await self.next())["push"]["pub"]["offset"] for _ in range(count)]

    async def closed(self) -> tuple[int, str]:
        """The code and reason that the server closed with, whatever came before."""
        async with asyncio.timeout(WAIT):
            with pytest.raises(websockets.ConnectionClosed) as closed:  # noqa: PT012
                while True:
                    self.last_words.append(await self._frame())
        frame = closed.value.rcvd
        assert frame is not None, "no close frame"
        return frame.code, frame.reason


class ProtobufClient(Client):
    """Text that is sent is spelt as protobuf; bytes are sent as they are."""

    async def send(self, text: str | bytes) -> None:
        await self.connection.send(protobuf.commands(text) if isinstance(text, str) else text)

    async def _frame(self) -> str:
        frame = await self.connection.recv()
        assert isinstance(frame, bytes)
        return "\n".join(json.dumps(reply) for reply in protobuf.replies(frame))


class StreamClient(Client):
    """Over HTTP alone: what is said first opens the stream, the rest is posted."""

    def __init__(
        self,
        port: int,
        transport: Transport,
        *,
        additional_headers: Mapping[str, str] = NOTHING,
        origin: str = "",
    ) -> None:
        super().__init__()
        self._port = port
        self._transport = transport
        self._headers = {**additional_headers, **({"Origin": origin} if origin else {})}
        self._binary = transport == "http_stream protobuf"
        if self._binary:
            self._headers["Content-Type"] = "application/octet-stream"
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self.head = b""
        self.greeting: dict[str, Any] = {}

    async def send(self, text: str | bytes) -> None:
        text = text if isinstance(text, str) else text.decode()
        if self._reader is None:
            await self._open(text)
            return
        while not self.greeting:
            self._replies.append(await Client.next(self))
            self._note_greeting(self._replies[-1])
        status = await self.post(text)
        assert status == 204, status

    async def next(self) -> dict[str, Any]:
        reply = await super().next()
        self._note_greeting(reply)
        return reply

    def _note_greeting(self, reply: dict[str, Any]) -> None:
        self.greeting = reply.get("connect", {}) or self.greeting

    async def post(self, data: str, **others: Any) -> int:
        """The status. `others` replace what belongs to this stream, or its headers."""
        headers = others.pop("headers", self._headers)
        wanted = {"session": self.greeting["session"], "node": self.greeting["node"], "data": data} | others
        body = protobuf.emulation(wanted) if self._binary else json.dumps(wanted).encode()
        return await status_of(self._port, "POST", "/emulation", headers, body)

    async def _open(self, text: str) -> None:
        self._reader, self._writer = await asyncio.open_connection("127.0.0.1", self._port)
        if self._transport == "sse":
            path = "/connection/sse?" + urlencode({"cf_connect": text})
            self._writer.write(request_head("GET", path, self._headers))
        else:
            body = protobuf.commands(text) if self._binary else text.encode()
            self._writer.write(request_head("POST", "/connection/http_stream", self._headers, body) + body)
        async with asyncio.timeout(WAIT):
            self.head = await self._reader.readuntil(b"\r\n\r\n")

    async def _frame(self) -> str:
        chunk = await self._chunk()
        assert chunk is not None, "the stream has ended"
        if self._transport == "sse":
            if chunk == b"\r\n":
                return await self._frame()
            assert chunk.startswith(b"data: ")
            assert chunk.endswith(b"\n\n")
            return "\n".join(event.removeprefix("data: ") for event in chunk.decode()[:-2].split("\n\n"))
        if self._binary:
            return "\n".join(json.dumps(reply) for reply in protobuf.replies(chunk))
        assert chunk.isascii()
        assert chunk.endswith(b"\n")
        return chunk.decode()[:-1]

    async def _chunk(self) -> bytes | None:
        assert self._reader is not None
        async with asyncio.timeout(WAIT):
            size = int(await self._reader.readline() or b"0", 16)
            data = await self._reader.readexactly(size)
            await self._reader.readexactly(2)
        return data or None

    async def closed(self) -> tuple[int, str]:
        """What the last push said, before the end of the answer."""
        while "disconnect" not in (push := (reply := await self.next()).get("push", {})):
            self.last_words.append(json.dumps(reply))
        assert await self._chunk() is None
        return push["disconnect"]["code"], push["disconnect"]["reason"]

    def cut(self) -> None:
        if self._writer is not None:
            self._writer.transport.abort()


def request_head(method: str, path: str, headers: dict[str, str], body: bytes | None = None) -> bytes:
    given = {"Host": "x", "Content-Type": "application/json"} | headers
    if body is not None:
        given["Content-Length"] = str(len(body))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    return "\r\n".join(lines).encode()


async def status_of(port: int, method: str, path: str, headers: dict[str, str], body: bytes | None = None) -> int:
    """Of a request with an answer of its own."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(request_head(method, path, {"Connection": "close"} | headers, body) + (body or b""))
    async with asyncio.timeout(WAIT):
        line = await reader.readline()
    writer.close()
    return int(line.split()[1])

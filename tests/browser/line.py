"""A person's line to the server, which a test can cut, silence or spoil: a SOCKS5 proxy that their browser uses.

Going offline in a browser's own tools leaves an open WebSocket working, which no real loss of network does.
"""

from __future__ import annotations

import asyncio
import contextlib
import struct
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

PIECE = 64 * 1024
WEBSOCKET = b"GET /connection/websocket"
LIVE = (b"GET /connection/", b"POST /connection/", b"POST /emulation")
"""How a request for a live connection begins, or one by which it is spoken into."""


class Line:
    """Whole at first. Every change is in force when its method returns."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="line", daemon=True)
        self._thread.start()
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._refusing: Callable[[bytes], bool] | None = None
        """Whether a connection is closed at once when a request of this begin comes by it."""
        self._server, self._up, self._down = self._run(self._start())
        self.port: int = self._server.sockets[0].getsockname()[1]

    @property
    def address(self) -> str:
        return f"socks5://127.0.0.1:{self.port}"

    def cut(self) -> None:
        """All connections break, and no new one comes about."""
        self._run(self._set(up=True, down=True, refusing=lambda _begin: True, breaking=True))

    def silence(self) -> None:
        """Everything stays open and nothing arrives any more, in neither direction: a tunnel, a dead cell."""
        self._run(self._set(up=False, down=False, refusing=None))

    def lose_answers(self) -> None:
        """What is sent arrives; nothing comes back."""
        self._run(self._set(up=True, down=False, refusing=None))

    def carry_pages_only(self) -> None:
        """Pages and files as always, live connections not at all."""
        self._run(self._set(up=True, down=True, refusing=lambda begin: begin.startswith(LIVE), breaking=True))

    def carry_no_websockets(self) -> None:
        """As a proxy that knows HTTP and nothing else. What is broken by it comes about again."""
        self._run(self._set(up=True, down=True, refusing=lambda begin: begin.startswith(WEBSOCKET), breaking=True))

    def mend(self) -> None:
        """Whole again. What silence held back arrives now; what was cut stays cut."""
        self._run(self._set(up=True, down=True, refusing=None))

    def close(self) -> None:
        self._run(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _run(self, work: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    async def _start(self) -> tuple[asyncio.Server, asyncio.Event, asyncio.Event]:
        up, down = asyncio.Event(), asyncio.Event()
        up.set()
        down.set()
        return await asyncio.start_server(self._welcome, "127.0.0.1", 0), up, down

    async def _set(
        self, *, up: bool, down: bool, refusing: Callable[[bytes], bool] | None, breaking: bool = False
    ) -> None:
        self._refusing = refusing
        if breaking:
            self._break()
        for event, flowing in ((self._up, up), (self._down, down)):
            event.set() if flowing else event.clear()

    def _break(self) -> None:
        for writer in tuple(self._open):
            writer.transport.abort()

    async def _end(self) -> None:
        self._server.close()
        self._break()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = self._loop.create_task(self._carry(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection of the browser, from its greeting to its end."""
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            async with self._held(writer):
                host, port = await _asked(reader, writer)
                begin = await reader.read(PIECE)
                await self._up.wait()
                if self._refuses(begin):
                    return
                there, back = await asyncio.open_connection(host, port)
                async with self._held(back):
                    back.write(begin)
                    await asyncio.gather(_pump(reader, back, self._up, self._refuses), _pump(there, writer, self._down))

    def _refuses(self, begin: bytes) -> bool:
        return self._refusing is not None and self._refusing(begin)

    @contextlib.asynccontextmanager
    async def _held(self, writer: asyncio.StreamWriter) -> Any:
        self._open.add(writer)
        try:
            yield
        finally:
            self._open.discard(writer)
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def _asked(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> tuple[str, int]:
    """The handshake of SOCKS5 without a password: where the browser wants to go. Said to be there at once."""
    _, methods = await reader.readexactly(2)
    await reader.readexactly(methods)
    writer.write(b"\x05\x00")
    _, _, _, kind = await reader.readexactly(4)
    match kind:
        case 1:
            host = ".".join(map(str, await reader.readexactly(4)))
        case 3:
            host = (await reader.readexactly((await reader.readexactly(1))[0])).decode("ascii")
        case _:
            raise ConnectionError(f"no such kind of address: {kind}")
    (port,) = struct.unpack("!H", await reader.readexactly(2))
    writer.write(b"\x05\x00\x00\x01" + bytes(6))
    return host, port


async def _pump(
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    flowing: asyncio.Event,
    refuses: Callable[[bytes], bool] = lambda _piece: False,
) -> None:
    """Until one side ends; then both do. One connection may carry many requests, and one that is refused ends it."""
    while piece := await reader.read(PIECE):
        await flowing.wait()
        if refuses(piece):
            break
        writer.write(piece)
        await writer.drain()
    writer.close()

"""One device of a person: a client of the protocol that believes nothing, made for these tests alone.

It keeps what it was pushed, channel by channel, and notes every offset that does not follow the one before.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

SECONDS = 10.0
"""For any single answer: far more than it takes, far less than a test may."""

Json = dict[str, Any]
Position = tuple[str, int]
"""Epoch and offset."""


class Cut(Exception):
    """The connection ended before the answer came; nobody knows what became of the command."""


class WireFailure(Exception):
    """An error of the protocol."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"{code} {message}")
        self.code = code


class Late(AssertionError):
    """Something did not happen in time."""


@dataclass
class Feed:
    """What one subscription has brought. `ended`: the code and reason of the server's last word on it."""

    channel: str
    epoch: str
    position: int
    entries: list[tuple[int, Json]] = field(default_factory=list)
    ended: tuple[int, str] | None = None

    @property
    def offsets(self) -> list[int]:
        return [offset for offset, _ in self.entries]

    @property
    def texts(self) -> list[str]:
        return [entry["body"]["text"] for _, entry in self.entries if entry["kind"] == "message_posted"]


class Device:
    """`faults` lists every breach of order that it has seen; a test asserts that there is none.

    `news`: who came, went, turned away and writes, in whichever room, as (kind, person).
    `tls` is for a `url` that begins with `wss://`, `address` one of this machine to come from. Without a cookie a token
    is given with `connect`.
    """

    def __init__(
        self,
        url: str,
        *,
        cookie: str = "",
        token: str = "",
        origin: str | None = None,
        name: str = "",
        tls: ssl.SSLContext | None = None,
        address: str = "",
    ) -> None:
        self.url = url
        self.name = name
        self.feeds: dict[str, Feed] = {}
        self.notices: list[Json] = []
        """What came without an offset, on whichever channel."""
        self.faults: list[str] = []
        self.news: list[tuple[str, str]] = []
        self.greeting: Json = {}
        self.closed: tuple[int, str] | None = None
        self.answers_pings = True
        self._cookie = cookie
        self._token = token
        self._origin = origin
        self._tls = tls
        self._address = address
        self._ids = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Json]] = {}
        self._subscribing: dict[int, str] = {}
        self._socket: ClientConnection | None = None
        self._reader: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()

    # ── the connection ──

    async def open(self) -> None:
        """The WebSocket alone. Raises what the handshake raises."""
        headers = {"Cookie": self._cookie} if self._cookie else {}
        self._socket = await connect(
            self.url,
            origin=None if self._origin is None else Origin(self._origin),
            additional_headers=headers,
            compression=None,
            ssl=self._tls,
            local_addr=(self._address, 0) if self._address else None,
            max_size=2**20,
            max_queue=None,
            ping_interval=None,
            close_timeout=1,
            proxy=None,
            open_timeout=SECONDS,
        )
        self.closed = None
        self._reader = asyncio.create_task(self._read(self._socket))

    async def connect(self) -> Device:
        await self.open()
        wish: Json = {"token": self._token} if self._token else {}
        own = {channel: feed for channel, feed in self.feeds.items() if channel.startswith("person:")}
        if own:
            # What the server begins by itself it goes on with, from where it ended.
            wish["subs"] = {channel: _from(feed) for channel, feed in own.items()}
        self.greeting = await self.ask("connect", wish)
        return self

    def cut(self) -> None:
        """The line breaks: nothing more is sent or heard, and nobody says goodbye."""
        assert self._socket is not None
        self._socket.transport.abort()

    def drop(self) -> None:
        """As `cut`, whether or not there is a line."""
        if self.connected:
            self.cut()

    async def close(self) -> None:
        if self._socket is not None:
            await self._socket.close()
        if self._reader is not None:
            await self._reader

    @property
    def connected(self) -> bool:
        return self._socket is not None and self.closed is None

    @property
    def kernel_socket(self) -> socket.socket:
        assert self._socket is not None
        found: socket.socket = self._socket.transport.get_extra_info("socket")
        return found

    def pause_reading(self) -> None:
        """Stops taking bytes from the kernel, so that the window closes."""
        assert self._socket is not None
        self._socket.transport.pause_reading()

    # ── commands ──

    async def ask(self, method: str, body: Json) -> Json:
        """The body of the reply. Raises WireFailure, Cut."""
        return await self.send(method, body)

    def send(self, method: str, body: Json) -> asyncio.Future[Json]:
        """Sends at once, so that several calls keep their order; the future is the reply's body."""
        id = next(self._ids)
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        if not self.connected:
            future.set_exception(Cut())
            return future
        self._asked[id] = future
        if method == "subscribe":
            self._subscribing[id] = body["channel"]
        self._write(json.dumps({"id": id, method: body}, ensure_ascii=False))
        return future

    def send_raw(self, text: str) -> None:
        self._write(text)

    def expect(self, id: int) -> asyncio.Future[Json]:
        """The reply to a command that goes out by `send_raw`, under an id that `send` does not reach."""
        future: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._asked[id] = future
        return future

    async def rpc(self, method: str, data: Any) -> Json:
        """The result, which may be `{"refused": …}`."""
        reply = await self.ask("rpc", {"method": method, "data": data})
        result = reply["data"]
        assert isinstance(result, dict)
        return result

    async def subscribe(self, room: str, since: Position | None = None, **more: Any) -> Json:
        """The result; from it on the feed `room:<room>` fills. A feed that goes on keeps what it has."""
        channel = f"room:{room}"
        wish: Json = {"channel": channel, **more}
        if since is not None:
            wish |= {"recover": True, "epoch": since[0], "offset": since[1]}
        return await self.ask("subscribe", wish)

    def own(self, person: str) -> Feed:
        """The feed of the person's own log, which the server begins by itself."""
        return self.feeds[f"person:{person}"]

    async def resume(self, room: str) -> Json:
        """Subscribes from where the feed stands."""
        feed = self.feeds[f"room:{room}"]
        return await self.subscribe(room, (feed.epoch, feed.position))

    def feed(self, room: str) -> Feed:
        return self.feeds[f"room:{room}"]

    # ── waiting ──

    async def until(self, condition: Callable[[], bool], what: str, seconds: float | None = SECONDS) -> None:
        """Returns when the condition holds, which is looked at after everything that is heard."""
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise Late(f"{self.name}: {what}: not within {seconds} s") from None

    async def reach(self, room: str, offset: int, seconds: float = SECONDS) -> Feed:
        feed = self.feed(room)
        await self.until(lambda: feed.position >= offset, f"{room} reaches {offset}", seconds)
        return feed

    async def is_closed(self, seconds: float = SECONDS) -> tuple[int, str]:
        await self.until(lambda: self.closed is not None, "the connection closes", seconds)
        assert self.closed is not None
        return self.closed

    # ── inside ──

    def _write(self, text: str) -> None:
        """Into the socket's buffer, without waiting for it to empty."""
        assert self._socket is not None
        protocol = self._socket.protocol
        protocol.send_text(text.encode())
        self._socket.send_data()

    async def _read(self, socket: ClientConnection) -> None:
        try:
            async for frame in socket:
                assert isinstance(frame, str)
                for line in frame.split("\n"):
                    self._take(json.loads(line))
                self._changed.set()
        except ConnectionClosed:
            pass  # abruptly; the code below says so
        finally:
            self.closed = (socket.close_code or 1006, socket.close_reason or "")
            asked, self._asked = self._asked, {}
            self._subscribing.clear()
            for future in asked.values():
                if not future.done():
                    future.set_exception(Cut())
                    future.exception()  # seen, should nobody ask
            self._changed.set()

    def _take(self, reply: Json) -> None:
        if not reply:
            if self.answers_pings:
                with contextlib.suppress(ConnectionClosed):
                    self._write("{}")
        elif "push" in reply:
            self._take_push(reply["push"])
        else:
            self._take_reply(reply)

    def _take_reply(self, reply: Json) -> None:
        channel = self._subscribing.pop(reply["id"], None)
        future = self._asked.pop(reply["id"], None)
        body: Json = next((reply[name] for name in reply if name not in ("id", "error")), {})
        if channel is not None and "error" not in reply:
            self._begin(channel, body)
        for own, result in body.get("subs", {}).items():
            self._begin(own, result)
        if future is None or future.done():
            return
        if "error" in reply:
            future.set_exception(WireFailure(reply["error"]["code"], reply["error"]["message"]))
            future.exception()
        else:
            future.set_result(body)

    def _begin(self, channel: str, result: Json) -> None:
        known = self.feeds.get(channel)
        offset = result.get("offset", 0)
        if known is None or not result.get("recovered"):
            self.feeds[channel] = Feed(channel, result["epoch"], offset)
        else:
            if offset != known.position:
                self.faults.append(f"{channel}: recovered from {offset}, stood at {known.position}")
            known.ended = None
        for publication in result.get("publications", ()):
            self._deliver(channel, publication)

    def _take_push(self, push: Json) -> None:
        channel = push["channel"]
        if "pub" in push:
            self._deliver(channel, push["pub"])
        elif "join" in push or "leave" in push:
            kind = "join" if "join" in push else "leave"
            self.news.append((kind, push[kind]["info"]["user"]))
        elif "unsubscribe" in push:
            self.feeds[channel].ended = (push["unsubscribe"]["code"], push["unsubscribe"]["reason"])

    def _deliver(self, channel: str, publication: Json) -> None:
        feed = self.feeds.get(channel)
        if feed is None or feed.ended is not None:
            self.faults.append(f"{channel}: {publication.get('offset')} without a subscription")
            return
        if "offset" not in publication:
            self.notices.append(publication["data"])
            if "info" in publication:
                self.news.append((publication["data"]["kind"], publication["info"]["user"]))
            return
        if publication["offset"] != feed.position + 1:
            self.faults.append(f"{channel}: {publication['offset']} after {feed.position}")
        feed.position = publication["offset"]
        feed.entries.append((publication["offset"], publication["data"]))


def _from(feed: Feed) -> Json:
    return {"recover": True, "epoch": feed.epoch, "offset": feed.position}

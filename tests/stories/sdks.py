"""The protocol's own SDKs as clients of ours: JavaScript in a Node process, Python in this one, behind one face.

Everything that an SDK tells its application is noted in order, in the same words for both.
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import functools
import itertools
import json
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx2
import pytest
from centrifuge import (
    CentrifugeError,
    Client,
    ClientEventHandler,
    StreamPosition,
    Subscription,
    SubscriptionEventHandler,
    UnauthorizedError,
)

from tests.stories.device import Cut, Late, Position, WireFailure
from tests.stories.site import Site

HERE = Path(__file__).resolve().parent
INSTALL_SECONDS = 120
Event = dict[str, Any]


@dataclass
class Heard:
    """What the SDK told, in order: `{"event": name, …}`."""

    events: list[Event] = field(default_factory=list)
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def note(self, event: Event) -> None:
        self.events.append(event)
        self._changed.set()

    def all(self, name: str) -> list[Event]:
        return [event for event in self.events if event["event"] == name]

    def count(self, name: str) -> int:
        return len(self.all(name))

    def entries(self, room: str) -> list[tuple[int, Event]]:
        return [(one["offset"], one["data"]) for one in self.all("publication") if one["room"] == room]

    def offsets(self, room: str) -> list[int]:
        return [offset for offset, _ in self.entries(room)]

    async def until(self, condition: Callable[[], bool], what: str, seconds: float = 15.0) -> None:
        try:
            async with asyncio.timeout(seconds):
                while not condition():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise Late(f"{what}: not within {seconds:g} s; heard last: {self.events[-5:]}") from None

    async def first(self, name: str, seconds: float = 15.0) -> Event:
        await self.until(lambda: self.count(name) > 0, name, seconds)
        return self.all(name)[0]

    async def reach(self, room: str, offset: int, seconds: float = 15.0) -> None:
        await self.until(lambda: offset in self.offsets(room), f"{room} reaches {offset}", seconds)


class Sdk(Protocol):
    heard: Heard

    async def connect(self) -> None: ...
    async def subscribe(self, room: str, *, since: Position | None = None, state: bool = False) -> None:
        """Without waiting for it. `state`: ask for the room over HTTP where there is no position to go on from."""

    async def rpc(self, method: str, data: Any) -> dict[str, Any]:
        """Raises WireFailure, Cut."""

    async def use_token(self, token: str) -> None:
        """In place of the one that it would ask for."""

    async def cut(self) -> None: ...


OpenSdk = Callable[[Site, str], contextlib.AbstractAsyncContextManager[Sdk]]

# ── JavaScript ────────────────────────────────────────────────────────────────────────────────────────────────────────


def install() -> None:
    """The packages of `sdk.mjs`, as its lock file has them, when they are not there yet."""
    if shutil.which("npm") is None:
        pytest.skip("npm is not installed")
    with (HERE / "package.json").open() as lock:
        # Two workers may come here at once.
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = HERE / "node_modules" / ".package-lock.json"
        if not done.exists() or done.stat().st_mtime < (HERE / "package-lock.json").stat().st_mtime:
            command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(command, cwd=HERE, check=True, timeout=INSTALL_SECONDS, capture_output=True)


class JavaScriptSdk:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.heard = Heard()
        self._process = process
        self._ids = itertools.count(1)
        self._asked: dict[int, asyncio.Future[Any]] = {}

    async def connect(self) -> None:
        self._tell({"do": "connect"})
        await self.heard.first("connected")

    async def subscribe(self, room: str, *, since: Position | None = None, state: bool = False) -> None:
        self._tell({"do": "subscribe", "room": room, "since": since, "state": state})

    async def rpc(self, method: str, data: Any) -> dict[str, Any]:
        id = next(self._ids)
        self._asked[id] = asyncio.get_running_loop().create_future()
        self._tell({"do": "rpc", "id": id, "method": method, "data": data})
        answer: dict[str, Any] = await self._asked[id]
        return answer

    async def use_token(self, token: str) -> None:
        self._tell({"do": "token", "token": token})

    async def cut(self) -> None:
        self._tell({"do": "cut"})

    def _tell(self, command: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")

    async def listen(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            told = json.loads(line)
            if "event" in told:
                self.heard.note(told)
                continue
            future = self._asked.pop(told["id"])
            if "error" in told:
                future.set_exception(_failure(told["error"]["code"], told["error"]["message"]))
            else:
                future.set_result(told["result"])


def _failure(code: int, message: str) -> Exception:
    """Codes below 100 are the SDK's own: the line was cut, or the answer stayed away."""
    return WireFailure(code, message) if code >= 100 else Cut(message)


@contextlib.asynccontextmanager
async def javascript(
    site: Site, person: str, transport: str = "websocket", posts: str | None = None
) -> AsyncIterator[Sdk]:
    """The npm package `centrifuge`. `posts`: the origin that the fallbacks post to, by default the site's."""
    await asyncio.to_thread(install)
    process = await asyncio.create_subprocess_exec(
        "node",
        str(HERE / "sdk.mjs"),
        site.origin,
        site.cookie(person),
        transport,
        posts or site.origin,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        limit=2**22,
    )
    sdk = JavaScriptSdk(process)
    listening = asyncio.create_task(sdk.listen())
    try:
        yield sdk
    finally:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()
        await listening


# ── Python ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class PythonSdk:
    def __init__(self, site: Site, client: httpx2.AsyncClient) -> None:
        self.heard = Heard()
        self._http = client
        self._client = Client(
            site.socket_url,
            events=_ClientEvents(self.heard),
            get_token=self._get_token,
            min_reconnect_delay=0.05,
            max_reconnect_delay=0.4,
            proxy=None,
        )

    async def connect(self) -> None:
        await self._client.connect()
        await self.heard.first("connected")

    async def subscribe(self, room: str, *, since: Position | None = None, state: bool = False) -> None:
        async def position(_channel: str) -> StreamPosition:
            if since is not None:
                return StreamPosition(since[1], since[0])
            found = (await self._http.get(f"/api/v1/rooms/{room}")).json()
            self.heard.note({"event": "state", "room": room, "offset": found["offset"]})
            return StreamPosition(found["offset"], found["epoch"])

        events = _RoomEvents(self.heard, room)
        asked = position if state or since is not None else None
        subscription: Subscription = self._client.new_subscription(
            f"room:{room}", events=events, get_state=asked, min_resubscribe_delay=0.05, max_resubscribe_delay=0.4
        )
        await subscription.subscribe()

    async def rpc(self, method: str, data: Any) -> dict[str, Any]:
        try:
            answer: dict[str, Any] = (await self._client.rpc(method, data)).data
        except CentrifugeError as error:
            code = getattr(error, "code", 0)
            raise _failure(code, str(error)) from None
        return answer

    async def use_token(self, token: str) -> None:
        self._client.set_token(token)

    async def cut(self) -> None:
        # The SDK has no word for it: only its socket can break.
        socket = self._client._conn
        assert socket is not None
        socket.transport.abort()

    async def close(self) -> None:
        await self._client.disconnect()

    async def _get_token(self) -> str:
        response = await self._http.post("/api/v1/connection-token")
        if response.status_code == 401:
            raise UnauthorizedError
        self.heard.note({"event": "token"})
        return str(response.json()["token"])


class _ClientEvents(ClientEventHandler):  # type: ignore[misc]
    def __init__(self, heard: Heard) -> None:
        self._heard = heard

    async def on_connected(self, ctx: Any) -> None:
        self._heard.note({"event": "connected"})

    async def on_connecting(self, ctx: Any) -> None:
        self._heard.note({"event": "connecting", "code": ctx.code, "reason": ctx.reason})

    async def on_disconnected(self, ctx: Any) -> None:
        self._heard.note({"event": "disconnected", "code": ctx.code, "reason": ctx.reason})


class _RoomEvents(SubscriptionEventHandler):  # type: ignore[misc]
    def __init__(self, heard: Heard, room: str) -> None:
        self._heard = heard
        self._room = room

    async def on_subscribed(self, ctx: Any) -> None:
        recovery = {"wasRecovering": ctx.was_recovering, "recovered": ctx.recovered}
        self._heard.note({"event": "subscribed", "room": self._room, **recovery})

    async def on_unsubscribed(self, ctx: Any) -> None:
        self._heard.note({"event": "unsubscribed", "room": self._room, "code": ctx.code, "reason": ctx.reason})

    async def on_publication(self, ctx: Any) -> None:
        told = {"event": "publication", "room": self._room, "offset": ctx.pub.offset, "data": ctx.pub.data}
        self._heard.note(told)


@contextlib.asynccontextmanager
async def python(site: Site, person: str) -> AsyncIterator[Sdk]:
    """The PyPI package `centrifuge-python`."""
    headers = {"Origin": site.origin, "Cookie": site.cookie(person)}
    async with httpx2.AsyncClient(base_url=site.origin, headers=headers, trust_env=False, timeout=5) as client:
        sdk = PythonSdk(site, client)
        try:
            yield sdk
        finally:
            await sdk.close()


SDKS: dict[str, OpenSdk] = {"javascript": javascript, "python": python}
FALLBACKS: dict[str, OpenSdk] = {
    transport: functools.partial(javascript, transport=transport) for transport in ("http_stream", "sse")
}

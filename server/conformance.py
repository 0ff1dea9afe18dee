"""The wire alone, under an open policy and with logs in memory, for the protocol's own SDK suites: `make conformance`.

Nothing of the product is here: no people, no rooms, no database. Whoever comes may do nearly everything.
"""

from __future__ import annotations

import asyncio
import base64
import hmac
import re
import secrets
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import Route

from server import VERSION
from server.clock import Clock
from server.errors import UNREADABLE
from server.live.desk import (
    NOT_AVAILABLE,
    PERMISSION_DENIED,
    TOKEN_EXPIRED,
    UNAUTHORIZED,
    UNKNOWN_CHANNEL,
    UNRECOVERABLE_POSITION,
    Answer,
    Caller,
    History,
    HistoryRequest,
    Opening,
)
from server.live.hub import Hub
from server.live.node import LiveNode
from server.publication import ClientInfo, Notice, Position, Publication

SECRET = b"secret"
"""Known to everybody: the suites' tokens are signed with it."""

OPEN = re.compile(r"(?s)(test|channel|recovery:|delta:|smallhistory:).*|.*[0-9a-f]{32}|.*_[0-9a-f-]{36}")
"""Channels that everybody may subscribe to."""

KEPT, KEPT_OF_SMALL = 100, 2
"""Publications kept of a channel."""

LOGS = 10_000
"""Channels kept; the one that was used longest ago is forgotten, and begins another life when it is used again."""

HOUSEHOLDER = "42"
"""The one user who has a channel of their own."""


class Log:
    """The newest publications of a channel. `top` counts all there ever were."""

    def __init__(self, channel: str) -> None:
        self.epoch = secrets.token_hex(4)
        self.top = 0
        self.kept: deque[tuple[int, bytes]] = deque(maxlen=KEPT_OF_SMALL if channel.startswith("small") else KEPT)

    @property
    def position(self) -> Position:
        return Position(self.epoch, self.top)

    def append(self, data: bytes) -> int:
        self.top += 1
        self.kept.append((self.top, data))
        return self.top

    def after(self, since: Position) -> tuple[tuple[int, bytes], ...] | None:
        """All of it, or None."""
        first = self.kept[0][0] if self.kept else self.top + 1
        if since.epoch not in ("", self.epoch) or since.offset > self.top or since.offset < first - 1:
            return None
        return tuple(entry for entry in self.kept if entry[0] > since.offset)

    def read(self, request: HistoryRequest) -> tuple[tuple[int, bytes], ...]:
        entries = list(self.kept)
        if request.since is not None:
            if request.since.epoch not in ("", self.epoch):
                raise UNRECOVERABLE_POSITION
            offset = request.since.offset
            entries = [one for one in entries if (one[0] < offset if request.reverse else one[0] > offset)]
        if request.reverse:
            entries.reverse()
        return tuple(entries if request.limit < 0 else entries[: request.limit])


class OpenDesk:
    """`hub` is set once the node exists."""

    def __init__(self, clock: Clock) -> None:
        self.hub: Hub
        self._clock = clock
        self._logs: OrderedDict[str, Log] = OrderedDict()
        self._here: dict[str, dict[str, ClientInfo]] = {}

    # ── who ──

    async def sign_in(self, token: str) -> Caller | None:
        if not token:
            return Caller("")
        claims = read_token(token)
        if claims is None:
            return None
        if claims.exp is not None and claims.exp <= self._clock() / 1000:
            raise TOKEN_EXPIRED
        return Caller(claims.sub, expires_at=claims.exp)

    async def renew(self, caller: Caller) -> Caller | None:
        return None

    async def refresh(self, caller: Caller, token: str) -> Caller:
        longer = await self.sign_in(token)
        if longer is None or longer.person != caller.person:
            raise UNAUTHORIZED
        return longer

    def own_channels(self, caller: Caller) -> Sequence[str]:
        return (f"#{HOUSEHOLDER}",) if caller.person == HOUSEHOLDER else ()

    # ── channels ──

    async def open(self, caller: Caller, channel: str, since: Position | None, token: str = "") -> Opening:
        if channel not in self.own_channels(caller):
            self._check(channel, token)
        log = self._log(channel)
        return Opening(log.position, () if since is None else log.after(since))

    def _check(self, channel: str, token: str) -> None:
        claims = read_token(token) if token else None
        if token and (claims is None or claims.channel != channel):
            raise PERMISSION_DENIED
        if OPEN.fullmatch(channel) is None:
            raise UNKNOWN_CHANNEL

    def call(self, caller: Caller, method: str, data: bytes, answer: Answer) -> None:
        answer(NOT_AVAILABLE)

    async def publish(self, caller: Caller, client: str, channel: str, data: bytes) -> None:
        self.say(channel, data)

    def say(self, channel: str, data: bytes) -> Position:
        log = self._log(channel)
        self.hub.stage([Publication(channel, log.append(data), data)])
        self.hub.flush()
        return log.position

    async def presence(self, caller: Caller, channel: str) -> Mapping[str, ClientInfo]:
        return self._here.get(channel, {})

    async def history(self, caller: Caller, channel: str, request: HistoryRequest) -> History:
        return self.remember(channel, request)

    def remember(self, channel: str, request: HistoryRequest) -> History:
        log = self._log(channel)
        return History(log.position, log.read(request))

    def arrived(self, caller: Caller, client: str, channel: str) -> None:
        info = ClientInfo(caller.person, client)
        self._here.setdefault(channel, {})[client] = info
        self.hub.notify(Notice(channel, "join", info=info))

    def departed(self, caller: Caller, client: str, channel: str, *, deliberate: bool) -> None:
        here = self._here[channel]
        self.hub.notify(Notice(channel, "leave", info=here.pop(client)))
        if not here:
            del self._here[channel]

    def _log(self, channel: str) -> Log:
        log = self._logs.get(channel)
        if log is None:
            log = self._logs[channel] = Log(channel)
            if len(self._logs) > LOGS:
                self._logs.popitem(last=False)
        self._logs.move_to_end(channel)
        return log


# ── tokens ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Claims(Struct):
    sub: str = ""
    exp: float | None = None
    channel: str = ""


def read_token(token: str) -> Claims | None:
    """The claims of a JWT, HS256; None for anything else."""
    signed, _, signature = token.rpartition(".")
    expected = base64.urlsafe_b64encode(hmac.digest(SECRET, signed.encode(), "sha256")).rstrip(b"=")
    if not hmac.compare_digest(signature.encode(), expected):
        return None
    try:
        body = signed.split(".")[1]
        return msgspec.json.decode(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)), type=Claims)
    except (*UNREADABLE, ValueError, IndexError):
        return None


# ── the door of the suites' own back ends ─────────────────────────────────────────────────────────────────────────────


class Said(Struct):
    channel: Annotated[str, Meta(min_length=1, max_length=255)]
    data: Raw


class Asked(Struct):
    channel: Annotated[str, Meta(min_length=1, max_length=255)]
    limit: int = 0


def _routes(desk: OpenDesk) -> list[Route]:
    async def publish(request: Request) -> Response:
        said = msgspec.json.decode(await request.body(), type=Said)
        position = desk.say(said.channel, bytes(said.data))
        return _answer({"epoch": position.epoch, "offset": position.offset})

    async def history(request: Request) -> Response:
        asked = msgspec.json.decode(await request.body(), type=Asked)
        found = desk.remember(asked.channel, HistoryRequest(asked.limit))
        publications = [{"offset": offset, "data": Raw(data)} for offset, data in found.entries]
        return _answer({"publications": publications, "epoch": found.top.epoch, "offset": found.top.offset})

    async def health(_request: Request) -> Response:
        return Response(b"")

    return [
        Route("/api/publish", publish, methods=["POST"]),
        Route("/api/history", history, methods=["POST"]),
        Route("/healthz", health),
        Route("/readyz", health),
    ]


def _answer(result: dict[str, Any]) -> Response:
    return Response(msgspec.json.encode({"result": result}), media_type="application/json")


async def _unreadable(_request: Request, _error: Exception) -> Response:
    return Response(msgspec.json.encode({"error": {"code": 107, "message": "bad request"}}), 400)


# ── the whole ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Conformance:
    """What the process serves."""

    def __init__(self, clock: Clock) -> None:
        desk = OpenDesk(clock)
        self.draining = False
        self.live = LiveNode(
            desk,
            identify=_nobody,
            allowed_origin=lambda _origin: True,
            clock=clock,
            version=VERSION,
            limits=False,
            tokens_in_addresses=True,
            on_gap=lambda _channel, _position: None,
        )
        desk.hub = self.live.hub
        self.app = Starlette(
            routes=[*self.live.routes(), *_routes(desk)],
            exception_handlers=dict.fromkeys(UNREADABLE, _unreadable),
            lifespan=self._lifespan,
        )

    @asynccontextmanager
    async def _lifespan(self, _app: Starlette) -> AsyncIterator[None]:
        live = asyncio.create_task(self.live.run())
        try:
            yield
        finally:
            live.cancel()


async def _nobody(connection: HTTPConnection) -> Caller | None:
    return None

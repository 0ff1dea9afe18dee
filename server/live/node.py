"""The live connections of this process: the route they come by, the hub that feeds them, their limits, their end."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from math import ceil
from secrets import token_bytes
from typing import Literal, Protocol, TypeVar

from msgspec.structs import replace
from starlette.requests import HTTPConnection
from starlette.routing import BaseRoute, Route, WebSocketRoute

from server.addresses import network_of, region_of
from server.clock import Clock
from server.ids import new_id
from server.live.connection import EXPIRED, CloseCode, State
from server.live.deadlines import Deadlines, Due, Timing
from server.live.desk import Caller, Desk
from server.live.hub import Hub
from server.live.link import Link, Outlet
from server.live.protocol import ConnectResult, Format, RefreshResult
from server.live.transports.emulation import EmulationEndpoint
from server.live.transports.http_stream import HttpStreamEndpoint
from server.live.transports.sse import SseEndpoint
from server.live.transports.stream import Post, Streams
from server.live.transports.uvicorn_protocol import AteljeProtocol
from server.live.transports.websocket import WebSocketEndpoint

logger = logging.getLogger("atelje.live")

DRAIN_SLICE = 0.05
"""Seconds between two portions of closing connections."""

GRACE_SECONDS = 25.0
"""For a newer connection token, after the time that was named for it."""

LOOK_UP_SECONDS = 60.0
"""Longer than any look-up of a login and the wait for the connect command after it."""

CONNECTION_LIMIT = CloseCode(3504, "connection limit")
NO_CONNECT = CloseCode(3502, "stale")
NO_PONG = CloseCode(3012, "no pong")
RESTART = CloseCode(1012, "server restart")
SIGNED_OUT = CloseCode(4501, "signed out")
SIGN_IN_EXPIRED = CloseCode(4501, "sign-in expired")


@dataclass(frozen=True, slots=True)
class Limits:
    """Connections at the same time."""

    person: int = 20
    address: int = 100
    """Of the new kind a /64, which is what one household gets."""
    region: int = 2_000
    """A /24 or a /48: whoever has so many addresses must not fill the node."""
    node: int = 20_000


K = TypeVar("K")

KNOWN_CODES = frozenset((1000, 1001, 1005, 1006, 1008, 1009, 1011, 1012, *range(3000, 3600), *range(4500, 4600)))
OTHER = 0
"""Peers may close with any code; ours and the usual ones are told apart."""

DEFAULT_LIMITS = Limits()
DEFAULT_TIMING = Timing()


class Identify(Protocol):
    """Whose cookie this is; None without one that is valid."""

    async def __call__(self, connection: HTTPConnection) -> Caller | None: ...


class LiveNode:
    """`run` has to run as long as connections are taken. The hub's callbacks are described there.

    `limits=False`: no limits of connections, for measuring. `name`: how other nodes call this one; what is posted here
    for a stream of theirs goes to `forward`, which says whether it could try. `secret` is one that all nodes share.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        identify: Identify,
        allowed_origin: Callable[[str], bool],
        clock: Clock,
        version: str,
        limits: Limits | Literal[False] = DEFAULT_LIMITS,
        timing: Timing = DEFAULT_TIMING,
        name: str = "",
        secret: bytes = b"",
        forward: Callable[[str, Post], bool] = lambda node, post: False,
        tokens_in_addresses: bool = False,
        on_gap: Callable[[str, int], None],
        on_first: Callable[[str], None] = lambda channel: None,
        on_last: Callable[[str], None] = lambda channel: None,
    ) -> None:
        self.desk = desk
        self.identify = identify
        self.allowed_origin = allowed_origin
        self.hub = Hub(self._call_soon, on_gap, on_first, on_last)
        self.now = 0.0
        self.draining = False
        self.denials: Counter[str] = Counter()
        self.closings: Counter[int] = Counter()
        """How many handshakes were refused, by the words of it; how many connections ended, by code."""
        self.timing = timing
        self.streams = Streams(secret or token_bytes(32))
        self._name = name
        self._forward = forward
        self._tokens_in_addresses = tokens_in_addresses
        self._clock = clock
        self._version = version
        self._limits = limits
        self._deadlines: Deadlines[Link] = Deadlines(timing)
        self._links: set[Link] = set()
        # Who was looked up just before the end, and asks to be let in just after it, is found here.
        self._ended_logins: dict[str | None, float] = {}
        self._per_person: Counter[str] = Counter()
        self._per_network: Counter[str] = Counter()
        self._per_region: Counter[str] = Counter()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: asyncio.TaskGroup | None = None

    # ── what the composition root uses ──

    def routes(self) -> list[BaseRoute]:
        emulation = EmulationEndpoint(self, self._name, self._forward)
        return [
            WebSocketRoute("/connection/websocket", WebSocketEndpoint(self)),
            Route("/connection/http_stream", HttpStreamEndpoint(self), methods=["POST"]),
            Route("/connection/sse", SseEndpoint(self, tokens=self._tokens_in_addresses), methods=["GET"]),
            Route("/emulation", emulation, methods=["POST"]),
        ]

    @property
    def uvicorn_protocol(self) -> type[AteljeProtocol]:
        """For uvicorn's `http=`; its `ws` is then not used."""
        return AteljeProtocol

    async def run(self) -> None:
        """Serve until cancelled: the tasks of subscribing, and once a step every deadline."""
        self._loop = asyncio.get_running_loop()
        async with asyncio.TaskGroup() as self._tasks:
            while True:
                self.tick(self._loop.time())
                await asyncio.sleep(self.timing.step)

    def tick(self, now: float) -> None:
        self.now = now
        for link, due in self._deadlines.step(now):
            self._enforce(link, due)
        self.hub.tick(now)
        _forget_before(self._ended_logins, now - LOOK_UP_SECONDS)

    def end_login(self, login: str, *, renewed: bool = False) -> None:
        """The login was ended: its connections close at once. `renewed`: whoever has its new token comes back."""
        self._ended_logins[login] = self.now
        self._close(self._of(lambda caller: caller.login == login), EXPIRED if renewed else SIGNED_OUT)

    async def drain(self) -> None:
        """Close everything, spread so that not all come back elsewhere at once; free what does not go by itself."""
        self.draining = True
        links = list(self._links)
        portion = ceil(len(links) * DRAIN_SLICE / self.timing.drain) or 1
        for start in range(0, len(links), portion):
            self._close(links[start : start + portion], RESTART)
            await asyncio.sleep(DRAIN_SLICE)
        for _ in range(ceil(self.timing.close / DRAIN_SLICE)):
            if not self._links:
                return
            await asyncio.sleep(DRAIN_SLICE)
        for link in list(self._links):
            link.outlet.abort()
        await asyncio.sleep(DRAIN_SLICE)

    @property
    def connections(self) -> int:
        """Sockets that are not free yet, whatever their state."""
        return len(self._links)

    def is_connected(self, person: str) -> bool:
        """By any device, to this node."""
        return person in self._per_person

    # ── what a transport uses ──

    def full(self, address: str) -> bool:
        limits = self._limits
        if limits is False:
            return False
        network, region = network_of(address), region_of(address)
        crowded = self._per_network[network] >= limits.address or self._per_region[region] >= limits.region
        return crowded or len(self._links) >= limits.node

    def connect(self, format: Format, outlet: Outlet, address: str, caller: Caller | None) -> Link:
        """A socket whose handshake is done."""
        link = Link(self, format, outlet, address, caller)
        self._links.add(link)
        self._per_network[network_of(address)] += 1
        self._per_region[region_of(address)] += 1
        self._deadlines.came(link)
        return link

    # ── what a link uses ──

    def greeting(self, link: Link) -> ConnectResult:
        ping = max(1, round(self.timing.ping))
        result = ConnectResult(new_id(), self._version, ping, pong=True)
        ttl, key = self._ttl(link), link.outlet.key
        if ttl or key:
            result = replace(result, expires=ttl > 0, ttl=ttl, key=key, node=self._name if key else "")
        return result

    def spawn(self, work: Coroutine[object, object, None]) -> None:
        assert self._tasks is not None, "run() is not running"
        self._tasks.create_task(work)

    def soon(self, link: Link) -> None:
        self._call_soon(link.proceed)

    def welcome(self, link: Link, caller: Caller) -> CloseCode | None:
        if caller.login in self._ended_logins:
            return SIGNED_OUT
        if self._limits is not False and self._per_person[caller.person] >= self._limits.person:
            return CONNECTION_LIMIT
        link.welcomed = True
        self._per_person[caller.person] += 1
        self._set_lapse(link, caller)
        logger.info("connection opened", extra={"person": caller.person, "address": region_of(link.address)})
        return None

    def greeted(self, link: Link) -> None:
        self._deadlines.opened(link, self.now)

    def renewed(self, link: Link, caller: Caller) -> RefreshResult:
        link.caller = caller
        self._set_lapse(link, caller)
        if caller.login in self._ended_logins:
            link.close(SIGNED_OUT)
        elif link.connection.state is State.OPEN:
            self._deadlines.watch_lapse(link, self.now)
        ttl = self._ttl(link)
        return RefreshResult(link.client, self._version, expires=ttl > 0, ttl=ttl)

    def blocked(self, link: Link) -> None:
        self._deadlines.blocked(link)

    def unblocked(self, link: Link) -> None:
        self._deadlines.unblocked(link)

    def close_soon(self, link: Link, code: CloseCode) -> None:
        self._call_soon(lambda: link.close(code))

    def closing(self, link: Link, code: int) -> None:
        self._deadlines.closed(link)
        if link.welcomed:
            _decrement(self._per_person, link.person)
        self.closings[code if code in KNOWN_CODES else OTHER] += 1
        known = {"person": link.person, "code": code, "address": region_of(link.address)}
        logger.info("connection closed", extra=known)

    def gone(self, link: Link) -> None:
        if link in self._links:
            self._links.remove(link)
            _decrement(self._per_network, network_of(link.address))
            _decrement(self._per_region, region_of(link.address))
            self._deadlines.gone(link)

    # ── inside ──

    def _call_soon(self, call: Callable[[], None]) -> None:
        assert self._loop is not None, "run() is not running"
        self._loop.call_soon(call)

    def _enforce(self, link: Link, due: Due) -> None:
        match due:
            case Due.PING:
                link.ping()
            case Due.PONG:
                if link.is_silent:
                    link.close(NO_PONG)
            case Due.CONNECT:
                link.close(NO_CONNECT)
            case Due.LAPSE:
                self.spawn(self._renew(link))
            case Due.WRITE | Due.CLOSE:
                link.outlet.abort()

    async def _renew(self, link: Link) -> None:
        """What was known of the sign-in when it came is over; it may have been used elsewhere since."""
        caller = link.caller
        assert caller is not None
        try:
            longer = await self.desk.renew(caller)
        except Exception:
            logger.exception("a sign-in could not be looked up again")
            return
        if link.caller is not caller:
            return
        if longer is None:
            link.close(EXPIRED if link.refreshes else SIGN_IN_EXPIRED)
        else:
            self.renewed(link, longer)

    def _set_lapse(self, link: Link, caller: Caller) -> None:
        grace = GRACE_SECONDS if link.refreshes else 0.0
        ends = caller.expires_at
        link.lapsed = 0.0 if ends is None else self.now + ends - self._clock() / 1000 + grace

    def _ttl(self, link: Link) -> int:
        """Seconds until a newer connection token is wanted; 0 for never."""
        return max(1, round(link.lapsed - GRACE_SECONDS - self.now)) if link.refreshes and link.lapsed else 0

    def _of(self, wanted: Callable[[Caller], bool]) -> list[Link]:
        return [link for link in self._links if link.caller is not None and wanted(link.caller)]

    def _close(self, links: Iterable[Link], code: CloseCode) -> None:
        for link in links:
            link.close(code)


def _forget_before(ended: dict[K, float], time: float) -> None:
    for key in [key for key, at in ended.items() if at <= time]:
        del ended[key]


def _decrement(counter: Counter[str], key: str) -> None:
    counter[key] -= 1
    if counter[key] <= 0:
        del counter[key]

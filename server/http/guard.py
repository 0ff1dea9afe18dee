"""What every request passes before its handler, as plain ASGI: the log's line, headers, failures, Host, Origin, size.

Live connections pass through untouched but for the check of Host: the wire looks at their Origin itself.
"""

from __future__ import annotations

import logging
import re
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.config import LOOPBACK, Config
from server.contract.notes import UPDATE_BYTES
from server.errors import Refused
from server.http.answer import SAFE
from server.http.problem import refusal, unexpected

log = logging.getLogger("atelje.http")

BODY_LIMIT = 256 * 1024
"""Bytes of any request's body; handlers may ask for less."""
LIST_LIMIT = 2 * 1024 * 1024
"""The same of a list of people: five thousand of them, or a file of 1 MiB in letters."""
LOCKS_LIMIT, SCORES_LIMIT = 1024 * 1024, 8 * 1024 * 1024
"""The same of a round: two thousand pairs of each kind; a hundred thousand lines with two addresses."""
LARGER = {
    "/api/v1/me/photo": 3 * 1024 * 1024,
    # A calendar with years of somebody busy.
    "/api/v1/me/calendars/[^/]+": 10_000_000,
    "/api/v1/cohorts/[^/]+/(people|profiles)(/preview)?": LIST_LIMIT,
    "/api/v1/rounds/[^/]+/(locks|release)": LOCKS_LIMIT,
    "/api/v1/rounds/[^/]+/scores": SCORES_LIMIT,
    "/api/v1/(cohorts/[^/]+/calls|calls/[^/]+)": 512 * 1024,
    "/api/v1/rooms/[^/]+/uploads/[^/]+": 1024 * 1024,
    "/api/v1/rpc/room[.]write_note": 2 * UPDATE_BYTES,
    "/mail/replies": 256 * 1024,
    # Its own handler says in words what is too much, and reads no more than that.
    "/apply/[^/]+": 512 * 1024 * 1024,
}
"""By the form of the address, of doors that take files, lists and what was written without a network."""

PROBES = frozenset(("/healthz", "/readyz"))
"""Asked by the machine itself, under whatever name it has for us; they tell nothing and link nowhere."""


class Requests:
    """How many were answered, by method, route and status, and how many seconds that took, by route."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, ...]] = Counter()
        self.seconds: defaultdict[tuple[str, ...], float] = defaultdict(float)

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        self.counts[method, route, str(status)] += 1
        self.seconds[route,] += seconds


def guards(config: Config, requests: Requests | None = None) -> list[Middleware]:
    """In the order in which a request meets them. `requests` are counted."""
    return [
        Middleware(AccessLog, requests=requests or Requests()),
        Middleware(SecurityHeaders, headers=security_headers(config)),
        Middleware(Failures),
        Middleware(KnownHost, config=config),
        Middleware(OwnOrigin, origins=allowed_origins(config)),
        Middleware(BodyLimit, limit=BODY_LIMIT, larger=LARGER),
    ]


def allowed_origins(config: Config) -> frozenset[str]:
    """The public address, exactly; on loopback also its other names, since people type any of them."""
    address = urlsplit(config.url)
    port = f":{address.port}" if address.port else ""
    names = (f"[{host}]" if ":" in host else host for host in _hosts(config))
    return frozenset(f"{address.scheme}://{name}{port}" for name in names)


def _hosts(config: Config) -> frozenset[str]:
    host = urlsplit(config.url).hostname or ""
    return frozenset(LOOPBACK if host in LOOPBACK else (host,))


# ── headers ───────────────────────────────────────────────────────────────────────────────────────────────────────────

_NOT_USED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "midi",
    "payment",
    "serial",
    "usb",
)
_YEAR = 365 * 24 * 3600


def security_headers(config: Config) -> dict[str, str]:
    headers = {
        "Content-Security-Policy": _content_policy(config),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        # Voice notes are recorded here, and nowhere that this page might ever hold within it.
        "Permissions-Policy": ", ".join((*(f"{feature}=()" for feature in _NOT_USED), "microphone=(self)")),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    if config.secure:
        headers["Strict-Transport-Security"] = f"max-age={_YEAR}"
    return headers


def _content_policy(config: Config) -> str:
    # Older browsers do not count a WebSocket of the same host as 'self'. An IPv6 address is no source that a policy
    # can name: browsers complain of it on every page.
    named = sorted(origin for origin in allowed_origins(config) if "[" not in origin)
    sockets = " ".join(origin.replace("http", "ws", 1) for origin in named)
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            f"connect-src 'self' {sockets}",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "require-trusted-types-for 'script'",
        )
    )


class SecurityHeaders:
    """On every answer, unless its handler has put its own there. What the API says stays in no cache: after signing
    out, the back button shows nothing."""

    def __init__(self, app: ASGIApp, headers: dict[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        wanted = self._headers | ({"Cache-Control": "no-store"} if scope["path"].startswith("/api/") else {})

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in wanted.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


# ── failures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


class Failures:
    """What nobody expected: logged once, answered without a word about its cause."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun = False

        async def watch(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, watch)
        except Refused as refused:
            await _end(refusal(refused), scope, receive, send, begun=begun)
        except Exception:
            log.exception("a request failed unexpectedly", extra={"route": route_of(scope)})
            await _end(unexpected(), scope, receive, send, begun=begun)


class AnswerCut(Exception):
    """A handler failed in the middle of its answer: the connection has to break, or half would pass for whole."""


async def _end(response: Response, scope: Scope, receive: Receive, send: Send, *, begun: bool) -> None:
    if begun:
        raise AnswerCut from None
    await response(scope, receive, send)


# ── Host, Origin, size ────────────────────────────────────────────────────────────────────────────────────────────────

_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]{1,5})?")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffd]")


class KnownHost:
    """Answers under its own name alone: a stranger's name that leads here (DNS rebinding) would make their page ours.
    Also refuses addresses with characters that no address of ours has, before a database meets them."""

    def __init__(self, app: ASGIApp, config: Config) -> None:
        self._app = app
        self._hosts = _hosts(config)
        self._url = config.url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app
        if scope["type"] in ("http", "websocket") and scope["path"] not in PROBES:
            if _named_host(scope) not in self._hosts:
                app = _denied(scope, Refused("bad_request", detail=f"this server answers at {self._url}"))
            elif _CONTROLS.search(scope["path"]):
                app = _denied(scope, Refused("bad_request", detail="its address has characters that no address has"))
        await app(scope, receive, send)


def _named_host(scope: Scope) -> str | None:
    named = [value for name, value in scope["headers"] if name == b"host"]
    found = _HOST.fullmatch(named[0].decode("latin-1").lower()) if len(named) == 1 else None
    return found and found[1].strip("[]")


def _denied(scope: Scope, refused: Refused) -> ASGIApp:
    if scope["type"] == "http" or "websocket.http.response" in scope.get("extensions", {}):
        return refusal(refused)
    return _close


async def _close(_scope: Scope, _receive: Receive, send: Send) -> None:
    await send({"type": "websocket.close", "code": 1008, "reason": ""})


class OwnOrigin:
    """Requests that change something come from our own pages, or from no page.

    Browsers say with each of them which page it came from, in `Origin`, in `Sec-Fetch-Site` or both, and no page can
    change what they say. A program has nothing to say there and has to be let through: it has no other site's pages
    open, which is what forging needs.
    """

    def __init__(self, app: ASGIApp, origins: frozenset[str]) -> None:
        self._app = app
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self._app
        if scope["type"] == "http" and scope["method"] not in SAFE and not self._is_own(Headers(scope=scope)):
            app = refusal(Refused("origin_not_allowed"))
        await app(scope, receive, send)

    def _is_own(self, headers: Headers) -> bool:
        sites = headers.getlist("sec-fetch-site")
        return all(origin in self._origins for origin in headers.getlist("origin")) and all(
            site in ("same-origin", "none") for site in sites
        )


class BodyLimit:
    """No request's body is longer, whatever it says of its length. `larger`: other limits, by the form of the
    address."""

    def __init__(self, app: ASGIApp, limit: int, larger: Mapping[str, int]) -> None:
        self._app = app
        self._limit = limit
        self._larger = [(re.compile(form), most) for form, most in larger.items()]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = next((most for form, most in self._larger if form.fullmatch(scope["path"])), self._limit)
        if _said_length(scope) > limit:
            raise Refused("too_large", limit=limit)
        received = 0

        async def count() -> Message:
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            if received > limit:
                raise Refused("too_large", limit=limit)
            return message

        await self._app(scope, count, send)


def _said_length(scope: Scope) -> int:
    text = Headers(scope=scope).get("content-length", "0")
    # More digits than any length has, and `int` refuses to read thousands of them.
    return int(text[:20]) if text.isascii() and text.isdecimal() else 0


# ── the log's line ────────────────────────────────────────────────────────────────────────────────────────────────────


class AccessLog:
    """One line per request: the route's pattern, never the address itself, its query, a body or a header."""

    def __init__(self, app: ASGIApp, requests: Requests) -> None:
        self._app = app
        self._requests = requests

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begun_at, status = time.perf_counter(), 0

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            seconds = time.perf_counter() - begun_at
            self._requests.add(_method(scope), route_of(scope), status, seconds)
            log.info("request", extra=_line(scope, status, seconds))


UNTOLD = (
    *("/talks", "/talks/{talk}", "/stop", "/care", "/pulse", "/wish", "/answers", "/seen"),
    *("/reports", "/reports/{report}/open", "/reports/{report}/state"),
)
"""Ends of routes whose use is a matter between a person and one other: who reads the log need not learn that it was
they who asked for a talk, or stopped, or showed messages to somebody."""


def _line(scope: Scope, status: int, seconds: float) -> dict[str, Any]:
    line: dict[str, Any] = {
        "method": _method(scope),
        "route": route_of(scope),
        "status": status,
        "ms": round(seconds * 1000, 1),
    }
    person = None if line["route"].endswith(UNTOLD) else getattr(Request(scope).state, "person", None)
    return line | ({"person": person} if person else {})


def _method(scope: Scope) -> str:
    return scope["method"] if scope["method"] in _METHODS else "other"


_METHODS = SAFE | {"POST", "PUT", "PATCH", "DELETE"}


def route_of(scope: Scope) -> str:
    """The pattern of the route that took the request; empty when none did."""
    return getattr(scope.get("route"), "path", "")

"""Who may come in, by whichever transport: decided before anything is kept for them."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from typing import Protocol

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import Response

from server.addresses import region_of
from server.live.desk import Caller
from server.live.link import Link, Outlet
from server.live.protocol import Format

logger = logging.getLogger("atelje.live")


class Host(Protocol):
    """What a handshake needs of the node."""

    draining: bool
    denials: Counter[str]
    """By their words."""
    allowed_origin: Callable[[str], bool]

    async def identify(self, connection: HTTPConnection) -> Caller | None: ...
    def full(self, address: str) -> bool: ...
    def connect(self, format: Format, outlet: Outlet, address: str, caller: Caller | None) -> Link: ...


class Denied(Exception):
    """`words` carry no data."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(status, words)
        self.status = status
        self.words = words

    def response(self, host: Host, connection: HTTPConnection) -> Response:
        host.denials[self.words] += 1
        known = {"status": self.status, "address": region_of(address_of(connection))}
        logger.info("handshake refused: %s", self.words, extra=known)
        return Response(self.words, status_code=self.status)


def address_of(connection: HTTPConnection) -> str:
    return connection.client.host if connection.client is not None else ""


async def judge(host: Host, connection: HTTPConnection) -> Caller | None:
    """Who opens this connection, if a cookie tells. Raises Denied."""
    check_room(host, connection)
    caller = await caller_of(host, connection)
    # Others came in meanwhile.
    check_room(host, connection)
    return caller


async def caller_of(host: Host, connection: HTTPConnection) -> Caller | None:
    """Whose cookie came along. Raises Denied.

    A page of another origin must not use the cookie of ours, and a browser always names the origin, or says that it
    stays on it; so without either the cookie is no proof.
    """
    headers = connection.headers
    if len(headers.getlist("host")) > 1:
        raise Denied(400, "doubled host")
    origins = headers.getlist("origin")
    if len(origins) > 1 or not all(host.allowed_origin(origin) for origin in origins):
        raise Denied(403, "origin not allowed")
    caller = await host.identify(connection)
    if caller is not None and not origins and not _stays(headers):
        raise Denied(403, "origin missing")
    return caller


def _stays(headers: Headers) -> bool:
    """A script of ours asks, with GET. A link that somebody follows says the same of the site, but not of the mode."""
    return headers.getlist("sec-fetch-site") == ["same-origin"] and headers.getlist("sec-fetch-mode") == ["cors"]


def check_room(host: Host, connection: HTTPConnection) -> None:
    """Right before a connection is kept, and before anything is spent on it. Raises Denied."""
    if host.draining:
        raise Denied(503, "server restart")
    if host.full(address_of(connection)):
        raise Denied(503, "too many connections")

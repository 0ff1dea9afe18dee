"""Asks servers that a person of ours has named: the one way out, which leads to no private network.

The name is resolved here, once; each address that it has is checked, and the connection goes to a checked address, so
that a second answer of the same name server changes nothing (DNS rebinding). A redirect is a new question.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Literal

from httpx2 import (
    URL,
    AsyncClient,
    AsyncHTTPTransport,
    ConnectError,
    HTTPError,
    InvalidURL,
    Request,
    Response,
    TimeoutException,
)

Reason = Literal[
    "off",  # whoever keeps the server has not allowed it
    "address",  # no https address of a named host, or one with a name and password, or an odd port
    "name",  # nobody knows the host
    "private",  # the host is in a network that is nobody's business
    "late",  # too slow
    "large",  # longer than we read
    "packed",  # compressed, though we asked for it plain
    "redirects",  # sent on too often
    "connection",  # not there, no valid certificate, or not HTTP
]


class Unreached(Exception):
    """No answer, and why: a code that `reason` holds. Never the address, which is a secret of who gave it."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    """What the last server said. `headers`: names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bounds:
    """`step`, `whole`: seconds, for one step (finding the name, connecting, a piece of the answer) and for all with
    its redirects; `size`: bytes of the body; `at_once`: questions, beyond which one waits within its `whole`."""

    step: float = 2.0
    whole: float = 10.0
    size: int = 2**20
    redirects: int = 3
    at_once: int = 8


Resolve = Callable[[str, int], Awaitable[list[str]]]
"""The addresses of a host, the best first. Raises OSError when it has none."""

ADDRESS_LIMIT = 2_000
PORTS = (443, 8443)
TRIED = 3
"""Addresses of one host."""


class Outside:
    """Built once, closed with the application. `on`: any question is asked at all. `loopback`: this machine may be
    asked too, and without TLS, which tests need; other private networks stay closed."""

    def __init__(
        self,
        *,
        on: bool,
        loopback: bool = False,
        bounds: Bounds = Bounds(),
        resolve: Resolve | None = None,
        trust: ssl.SSLContext | None = None,
    ) -> None:
        self.on = on
        self._loopback = loopback
        self._bounds = bounds
        self._threads = ThreadPoolExecutor(bounds.at_once, thread_name_prefix="outside")
        self._resolve = resolve or self._ask_system
        self._trust = trust
        self._room = asyncio.Semaphore(bounds.at_once)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def get(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Follows redirects, without `headers` once they lead to another host. Raises Unreached."""
        return await self._ask("GET", address, headers or {}, b"", self._bounds.redirects)

    async def post(self, address: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        """A redirect is an answer like others. Raises Unreached."""
        return await self._ask("POST", address, headers, body, 0)

    def check(self, address: str) -> None:
        """What can be said of an address without asking anybody. Raises Unreached."""
        self._read(address)

    # ── one question, with where it is sent on ────────────────────────────────────────────────────────────────────────

    async def _ask(self, method: str, address: str, headers: Mapping[str, str], body: bytes, redirects: int) -> Answer:
        if not self.on:
            raise Unreached("off")
        url = self._read(address)
        try:
            async with asyncio.timeout(self._bounds.whole), self._room:
                for _ in range(redirects + 1):
                    answer = await self._ask_once(method, url, headers, body)
                    if redirects == 0 or not _sends_on(answer):
                        return answer
                    onward = self._read(_joined(url, answer.headers["location"]))
                    headers = headers if onward.netloc == url.netloc else {}
                    url = onward
        except TimeoutError:
            raise Unreached("late") from None
        raise Unreached("redirects")

    def _read(self, address: str) -> URL:
        """Raises Unreached."""
        try:
            url = URL(address) if len(address) <= ADDRESS_LIMIT else URL()
            host, port = url.raw_host.decode("ascii"), url.port
        except (InvalidURL, ValueError):
            raise Unreached("address") from None
        here = self._loopback and url.scheme == "http"
        if not host or url.userinfo or not (here or url.scheme == "https"):
            raise Unreached("address")
        if not self._loopback and (port or 443) not in PORTS:
            raise Unreached("address")
        return url.copy_with(fragment=None)

    async def _ask_once(self, method: str, url: URL, headers: Mapping[str, str], body: bytes) -> Answer:
        host = url.raw_host.decode("ascii")
        fault = Unreached("connection")
        for address in (await self._addresses(host, url.port or (443 if url.scheme == "https" else 80)))[:TRIED]:
            request = Request(
                method,
                url.copy_with(host=address),
                headers={
                    "User-Agent": "Atelje",
                    "Accept-Encoding": "identity",
                    **headers,
                    "Host": url.netloc.decode("ascii"),
                },
                content=body,
                # The certificate has to be of the name, not of the address.
                extensions={"sni_hostname": host},
            )
            try:
                return await self._answer(request)
            except ConnectError:
                fault = Unreached("connection")
            except TimeoutException:
                raise Unreached("late") from None
            except (HTTPError, ssl.SSLError):
                raise Unreached("connection") from None
        raise fault

    async def _answer(self, request: Request) -> Answer:
        """A connection of its own: one that is used again could have been checked for another name."""
        transport = AsyncHTTPTransport(verify=await self._trusted(), trust_env=False)
        async with AsyncClient(transport=transport, timeout=self._bounds.step, trust_env=False) as client:
            response = await client.send(request, stream=True, follow_redirects=False)
            try:
                return Answer(response.status_code, _headers(response), await self._body(response))
            finally:
                await response.aclose()

    async def _body(self, response: Response) -> bytes:
        # Unpacked, a short answer can be a long one.
        if response.headers.get("content-encoding", "identity") != "identity":
            raise Unreached("packed")
        body = bytearray()
        async for piece in response.aiter_raw():
            body += piece
            if len(body) > self._bounds.size:
                raise Unreached("large")
        return bytes(body)

    # ── whom the name means ───────────────────────────────────────────────────────────────────────────────────────────

    async def _addresses(self, host: str, port: int) -> list[str]:
        """Raises Unreached, also when only one of the host's addresses is not to be asked: that is no mistake."""
        try:
            async with asyncio.timeout(self._bounds.step):
                found = [ip_address(one) for one in await self._resolve(host, port)]
        except TimeoutError:
            raise Unreached("late") from None
        except (OSError, ValueError):
            raise Unreached("name") from None
        if not found:
            raise Unreached("name")
        if not all(is_public(one) or (self._loopback and _is_here(one)) for one in found):
            raise Unreached("private")
        return [str(one) for one in found]

    async def _ask_system(self, host: str, port: int) -> list[str]:
        def ask() -> list[str]:
            return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

        return await asyncio.get_running_loop().run_in_executor(self._threads, ask)

    async def _trusted(self) -> ssl.SSLContext:
        if self._trust is None:
            # Reads some hundred certificates: everybody else would wait for that.
            loop = asyncio.get_running_loop()
            self._trust = await loop.run_in_executor(self._threads, ssl.create_default_context)
        return self._trust


def _sends_on(answer: Answer) -> bool:
    return answer.status in (301, 302, 303, 307, 308) and "location" in answer.headers


def _joined(url: URL, location: str) -> str:
    try:
        return str(url.join(location))
    except (InvalidURL, ValueError):
        raise Unreached("address") from None


def _headers(response: Response) -> dict[str, str]:
    return {name.lower(): value for name, value in response.headers.items()}


# ── addresses ─────────────────────────────────────────────────────────────────────────────────────────────────────────

_CLOSED_4 = tuple(
    ip_network(one)
    for one in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # behind a provider's translation
        "127.0.0.0/8",  # this machine
        "169.254.0.0/16",  # this link, and the keys of cloud machines
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocols
        "192.0.2.0/24",  # examples
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "198.18.0.0/15",  # measuring
        "198.51.100.0/24",  # examples
        "203.0.113.0/24",  # examples
        "224.0.0.0/3",  # many at once, kept back, everybody
    )
)
_OPEN_6 = ip_network("2000::/3")
"""All that is given out so far: what is of this machine, link or site, mapped, translated or to many lies outside."""
_CLOSED_6 = tuple(
    ip_network(one)
    for one in (
        "2001::/23",  # Teredo, which hides an IPv4 address, and protocols
        "2001:db8::/32",  # examples
        "2002::/16",  # 6to4, which hides one too
        "3fff::/20",  # examples
    )
)


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Of the open internet, and of one machine. By a list of ours: what Python calls global differs by its version,
    and holds addresses that hide others."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _CLOSED_4)
    return address.scope_id is None and address in _OPEN_6 and not any(address in network for network in _CLOSED_6)


def _is_here(address: IPv4Address | IPv6Address) -> bool:
    return address.is_loopback and (isinstance(address, IPv4Address) or address.ipv4_mapped is None)

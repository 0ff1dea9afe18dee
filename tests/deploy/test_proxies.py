"""Behind a real proxy, under the configuration that docs/deploy gives: two people talk by every transport, the cookie
is bound to https, and nobody chooses their own address."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from ssl import SSLContext
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from server.live.node import DEFAULT_TIMING
from tests import servers
from tests.deploy.certificate import believe, make
from tests.servers import ROOT, CaddyServer, Leash, NginxServer, ProxyServer, ServerMissing, free_port, serving
from tests.stories.device import Device
from tests.stories.opening import OpenSite
from tests.stories.programme import PASSWORD
from tests.stories.site import Site

PROMPT = 5.0
"""Seconds in which a push has to be there: a proxy that holds it back does so for longer."""


@dataclass
class Front:
    """The server, seen by way of the proxy."""

    site: Site
    proxy: ProxyServer
    tls: SSLContext

    def client(self, *, address: str = "", person: str = "", past: bool = False) -> httpx2.AsyncClient:
        """`address`: one of this machine to come from. `past`: not by way of the proxy."""
        transport = httpx2.AsyncHTTPTransport(verify=self.tls, local_address=address or None)
        headers = {"Origin": self.proxy.origin} | ({"Cookie": self.cookie(person)} if person else {})
        url = self.site.origin if past else self.proxy.origin
        return httpx2.AsyncClient(transport=transport, base_url=url, headers=headers, timeout=20)

    def device(self, person: str, address: str = "") -> Device:
        url = f"wss://localhost:{self.proxy.port}/connection/websocket"
        origin = self.proxy.origin
        return Device(url, cookie=self.cookie(person), origin=origin, name=person, tls=self.tls, address=address)

    def cookie(self, person: str) -> str:
        return f"__Host-atelje={self.site.tokens[person]}"


@pytest.fixture(params=[NginxServer, CaddyServer], ids=["nginx", "caddy"])
def kind(request: pytest.FixtureRequest) -> type[ProxyServer]:
    found: type[ProxyServer] = request.param
    try:
        servers.nginx_path() if found is NginxServer else servers.caddy_path()
    except ServerMissing as missing:
        pytest.skip(str(missing))
    return found


@pytest.fixture
async def front(kind: type[ProxyServer], open_site: OpenSite, leash: Leash, tmp_path: Path) -> AsyncIterator[Front]:
    certificate, key = make(tmp_path)
    proxy = kind(leash, tmp_path, free_port(), certificate, key)
    environment = {"ATELJE_URL": proxy.origin, "ATELJE_PORT": str(proxy.node)}
    site = await open_site(password=True, **environment)
    with serving(proxy):
        yield Front(site, proxy, believe(certificate))


async def test_two_people_talk_through_it_by_every_transport(front: Front) -> None:
    room = front.site.room()
    ana = await front.device("ana").connect()
    await ana.subscribe(room)
    async with (
        front.client(person="bor") as bor,
        opened(bor, "http_stream", room) as lines,
        opened(bor, "sse", room) as events,
    ):
        begun = time.monotonic()
        for number in range(3):
            # One at a time: nothing that follows may push it through.
            said = {"room": room, "command_id": front.site.id(), "text": f"{number}"}
            await ana.rpc("room.post", said)
            assert [await lines.heard(), await events.heard()] == [f"{number}"] * 2
            assert (await ana.reach(room, 2 + number)).texts[-1] == f"{number}"
        print(f"\nthree messages by three ways in {time.monotonic() - begun:.2f} s")
        await lines.rpc("room.post", {"room": room, "command_id": front.site.id(), "text": "by HTTP alone"})
        assert await events.heard() == "by HTTP alone"
        assert (await ana.reach(room, 5)).texts[-1] == "by HTTP alone"
    await ana.close()


async def test_the_cookie_is_bound_to_https_and_http_leads_there(front: Front) -> None:
    async with front.client() as browser:
        entry = {"email": "ana@people.example", "password": PASSWORD}
        answer = await browser.post("/api/v1/login", json=entry)
        assert answer.status_code == 200, answer.text
        cookie, mark = answer.headers.get_list("set-cookie")
        assert mark.startswith("__Host-atelje-mark=")
        assert cookie.startswith("__Host-atelje=")
        assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
        assert "Domain" not in cookie
        assert answer.headers.get_list("strict-transport-security") == ["max-age=31536000"]
        plain = await httpx2.AsyncClient().get(f"http://localhost:{front.proxy.plain_port}/rooms?a=b")
        assert plain.status_code in (301, 308)
        # Caddy leads to the usual port, whichever it listens on.
        assert plain.headers["location"] in (f"{front.proxy.origin}/rooms?a=b", "https://localhost/rooms?a=b")


async def test_nobody_chooses_their_own_address(front: Front) -> None:
    """What the server takes for the visitor's network is in its line of a connection."""
    forged = {"X-Forwarded-For": "203.0.113.9", "Forwarded": "for=203.0.113.9", "X-Real-IP": "203.0.113.9"}
    room = front.site.room()
    device = await front.device("ana", address="127.9.9.9").connect()
    await device.close()
    for address, past in (("127.8.8.8", False), ("127.7.7.7", True)):
        async with front.client(address=address, person="ana", past=past) as client:
            client.headers.update(forged)
            async with opened(client, "http_stream", room):
                pass
    networks = re.findall(r'"event": "connection opened".*?"address": "([^"]*)"', front.site.process.log)
    assert networks == ["127.9.9.0", "127.8.8.0", "127.7.7.0"]


async def test_what_is_too_large_is_refused_on_the_way(front: Front) -> None:
    async with front.client(person="ana") as browser:
        for size in (300_000, 3_000_000):
            with contextlib.suppress(httpx2.TransportError):
                answer = await browser.post("/api/v1/rpc/room.post", content=b" " * size, headers=AS_JSON)
                assert answer.status_code == 413
        assert (await browser.get("/api/v1/me")).status_code == 200


def test_what_nginx_takes_for_silence_is_longer_than_between_two_pings() -> None:
    live = (ROOT / "docs/deploy/nginx.conf").read_text(encoding="utf-8").partition("location /connection/")[2]
    for name in ("proxy_read_timeout", "proxy_send_timeout"):
        found = re.search(rf"{name} (\d+)s;", live)
        assert found is not None
        assert int(found[1]) > 2 * (DEFAULT_TIMING.ping + DEFAULT_TIMING.pong)


# ── streams ───────────────────────────────────────────────────────────────────────────────────────────────────────────

AS_JSON = {"Content-Type": "application/json"}


@dataclass
class Opened:
    """A connection over HTTP alone."""

    client: httpx2.AsyncClient
    replies: AsyncIterator[dict[str, Any]]
    greeting: dict[str, Any]

    async def heard(self) -> str:
        """The next message's text."""
        async with asyncio.timeout(PROMPT):
            async for reply in self.replies:
                entry = reply.get("push", {}).get("pub", {}).get("data", {})
                if entry.get("kind") == "message_posted":
                    return str(entry["body"]["text"])
        raise AssertionError("the stream ended")

    async def rpc(self, method: str, data: dict[str, Any]) -> None:
        command = json.dumps({"id": 3, "rpc": {"method": method, "data": data}})
        body = {"session": self.greeting["session"], "node": self.greeting["node"], "data": command}
        answer = await self.client.post("/emulation", json=body)
        assert answer.status_code == 204, answer.text


@contextlib.asynccontextmanager
async def opened(client: httpx2.AsyncClient, transport: str, room: str) -> AsyncIterator[Opened]:
    """It has subscribed to the room."""
    commands = [{"id": 1, "connect": {}}, {"id": 2, "subscribe": {"channel": f"room:{room}"}}]
    text = "\n".join(map(json.dumps, commands))
    asking = (
        client.stream("GET", f"/connection/sse?cf_connect={quote(text)}")
        if transport == "sse"
        else client.stream("POST", "/connection/http_stream", content=text, headers=AS_JSON)
    )
    async with asking as answer:
        assert answer.status_code == 200, await answer.aread()
        replies = said_by(answer)
        first, second = await anext(replies), await anext(replies)
        assert (first["id"], second["id"]) == (1, 2)
        yield Opened(client, replies, first["connect"])


async def said_by(answer: httpx2.Response) -> AsyncIterator[dict[str, Any]]:
    async for line in answer.aiter_lines():
        text = line.removeprefix("data:").strip()
        if text and (reply := json.loads(text)):
            yield reply

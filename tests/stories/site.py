"""A running server of our own with a programme in it: how a test's people come to it, by socket and by HTTP."""

from __future__ import annotations

import contextlib
import json
import ssl
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx2

from tests.servers import AteljeProcess
from tests.stories.device import Device

Rooms = Mapping[str, Sequence[str]]

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For clients of a server on this machine: to read all the world's certificates takes each of them 40 ms."""


@dataclass
class Site:
    """Seen by way of its first node. `spare` are the rooms of Ana and Bor that no test has used."""

    nodes: Sequence[AteljeProcess]
    tokens: Mapping[str, str]
    spare: Iterator[str]
    ids: Iterator[int] = field(default_factory=count)

    @property
    def process(self) -> AteljeProcess:
        return self.nodes[0]

    @property
    def origin(self) -> str:
        return self.process.base_url

    @property
    def socket_url(self) -> str:
        return f"ws://127.0.0.1:{self.process.port}/connection/websocket"

    def other(self) -> Site:
        """The same programme by way of its second node."""
        first, second, *rest = self.nodes
        return Site([second, first, *rest], self.tokens, self.spare, self.ids)

    def room(self) -> str:
        """A fresh room of Ana and Bor, with nothing in it but its opening."""
        return next(self.spare)

    def id(self) -> str:
        """A command id that nobody has used."""
        return f"c{next(self.ids)}"

    def cookie(self, person: str) -> str:
        return f"atelje={self.tokens[person]}"

    def device(self, person: str) -> Device:
        """One that is not connected yet."""
        return Device(self.socket_url, cookie=self.cookie(person), origin=self.origin, name=person)

    @contextlib.asynccontextmanager
    async def connected(self, *people: str) -> AsyncIterator[list[Device]]:
        """A device for each."""
        devices = [self.device(person) for person in people]
        try:
            yield [await device.connect() for device in devices]
        finally:
            for device in devices:
                await device.close()

    @contextlib.asynccontextmanager
    async def browser(self, person: str | None = None) -> AsyncIterator[Browser]:
        """HTTP as this person, or as nobody."""
        headers = {"Origin": self.origin} | ({"Cookie": self.cookie(person)} if person else {})
        given: dict[str, Any] = {"trust_env": False, "verify": NO_TLS, "timeout": 10}
        async with httpx2.AsyncClient(base_url=self.origin, headers=headers, **given) as client:
            yield Browser(client)


class Browser:
    """`get` and `post` are the bare requests; the others assert that all went well."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self.client = client

    async def get(self, path: str) -> httpx2.Response:
        return await self.client.get(path)

    async def post(self, path: str, body: Any = None) -> httpx2.Response:
        """`body` as JSON, bytes as they are."""
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return await self.client.post(path, content=content, headers={"Content-Type": "application/json"})

    async def rpc(self, method: str, data: Any) -> dict[str, Any]:
        """As the socket answers: the result, or `{"refused": problem}`."""
        response = await self.post(f"/api/v1/rpc/{method}", data)
        answer = response.json()
        assert isinstance(answer, dict)
        return answer if response.status_code == 200 else {"refused": answer}

    async def accepted(self, method: str, data: Any) -> dict[str, Any]:
        answer = await self.rpc(method, data)
        assert "refused" not in answer, answer
        return answer

    async def snapshot(self, room: str) -> dict[str, Any]:
        return await self._json(f"/api/v1/rooms/{room}")

    async def talk(self, room: str, before: int) -> dict[str, Any]:
        return await self._json(f"/api/v1/rooms/{room}/talk?before={before}")

    async def _json(self, path: str) -> dict[str, Any]:
        response = await self.get(path)
        assert response.status_code == 200, response.text
        answer = response.json()
        assert isinstance(answer, dict)
        return answer

    async def messages(self, room: str) -> list[dict[str, Any]]:
        """All that is there, page by page, oldest first."""
        page = await self.snapshot(room)
        found = list(page["messages"])
        while page["earlier"]:
            page = await self.talk(room, found[0]["id"])
            found = list(page["messages"]) + found
        return found

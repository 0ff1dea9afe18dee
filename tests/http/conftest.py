"""The doors of the accounts over a house with Ana in it, guarded as in use."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import msgspec
import pytest
from starlette.applications import Starlette

from server.http import accounts as http_accounts
from server.http.guard import guards
from server.http.problem import TRANSLATIONS
from tests.accounts.house import PASSWORD, House, open_house
from tests.http.ask import HOST, Answer, ask

ANA = {"email": "ana@example.org", "password": PASSWORD}


@dataclass(slots=True)
class Doors:
    house: House
    app: Starlette
    host: str = HOST

    async def ask(self, method: str, path: str, body: object = None, *headers: tuple[str, str], **how: Any) -> Answer:
        """`body`: bytes as they are, anything else as JSON."""
        data = body if isinstance(body, bytes) else b"" if body is None else msgspec.json.encode(body)
        given = {"hosts": (self.host,)} | how
        return await ask(self.app, method, f"/api/v1{path}", data, headers, **given)

    async def sign_in(self) -> str:
        """The cookie to send from now on."""
        answer = await self.ask("POST", "/login", ANA)
        assert answer.status == 200, answer
        return answer.login_cookie.partition(";")[0]


def open_doors(house: House) -> Doors:
    app = Starlette(
        routes=http_accounts.routes(house.accounts), middleware=guards(house.config), exception_handlers=TRANSLATIONS
    )
    return Doors(house, app, house.config.url.partition("://")[2])


@pytest.fixture
async def doors(sqlite_url: str) -> AsyncIterator[Doors]:
    async with open_house(sqlite_url) as house:
        await house.add("ana")
        yield open_doors(house)


@pytest.fixture
async def doors_https(sqlite_url: str) -> AsyncIterator[Doors]:
    async with open_house(sqlite_url, URL="https://rooms.example.org") as house:
        await house.add("ana")
        yield open_doors(house)

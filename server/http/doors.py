"""Doors to flows, for who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Concatenate, TypeVar

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.clock import Clock
from server.database import Connection, Database
from server.http.answer import SMALL_BODY, answered, read_body, read_query, respond
from server.http.visitor import signed_in
from server.unit_of_work import UnitOfWork, Writer

S = TypeVar("S", bound=Struct)

Look = Callable[Concatenate[Connection, str, ...], Struct]
Act = Callable[Concatenate[UnitOfWork, str, ...], Struct]


@dataclass(frozen=True, slots=True)
class Doors:
    """A flow gets the connection or the unit of one transaction, the person, what the path names, in its order, and
    what was told; what it gives is the answer. It asks itself whether the person may."""

    database: Database
    writer: Writer[Any]
    accounts: Accounts
    clock: Clock

    def see(self, path: str, look: Look) -> Route:
        @answered
        async def endpoint(request: Request) -> Response:
            person = (await signed_in(request, self.accounts)).person
            named = request.path_params.values()
            return respond(await self.database.read(lambda connection: look(connection, person, *named)))

        return Route(path, endpoint)

    def see_now(self, path: str, look: Look) -> Route:
        """For what also depends on the time (ms), which the flow gets last."""
        return self.see(path, lambda connection, person, *named: look(connection, person, *named, self.clock()))

    def ask(self, path: str, shape: type[S], look: Look) -> Route:
        """For what also depends on what the address asks, which the flow gets last."""

        @answered
        async def endpoint(request: Request) -> Response:
            person = (await signed_in(request, self.accounts)).person
            named, asked = request.path_params.values(), read_query(request, shape)
            return respond(await self.database.read(lambda connection: look(connection, person, *named, asked)))

        return Route(path, endpoint)

    def ask_now(self, path: str, shape: type[S], look: Look) -> Route:
        """As `ask`, with the time (ms) behind it."""
        return self.ask(path, shape, lambda connection, person, *asked: look(connection, person, *asked, self.clock()))

    def act(self, method: str, path: str, act: Act) -> Route:
        """For what takes no body."""

        @answered
        async def endpoint(request: Request) -> Response:
            person = (await signed_in(request, self.accounts)).person
            named = request.path_params.values()
            return respond(await self.writer.run(lambda unit: act(unit, person, *named)))

        return Route(path, endpoint, methods=[method])

    def tell(self, method: str, path: str, shape: type[S], act: Act, limit: int = SMALL_BODY) -> Route:
        """`limit`: bytes of the body."""

        @answered
        async def endpoint(request: Request) -> Response:
            person = (await signed_in(request, self.accounts)).person
            told = await read_body(request, shape, limit)
            named = request.path_params.values()
            return respond(await self.writer.run(lambda unit: act(unit, person, *named, told)))

        return Route(path, endpoint, methods=[method])

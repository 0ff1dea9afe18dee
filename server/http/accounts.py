"""Signing in and out, oneself, and the first person of an empty server."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract.accounts import ConnectionToken, SetUp, SignIn
from server.contract.commands import Done
from server.contract.views import Preferences
from server.http import invitations, links, own
from server.http.answer import SMALL_BODY, answered, read_body, respond
from server.http.cookie import label, welcome, with_login
from server.http.visitor import address_of, signed_in, token_of


def routes(accounts: Accounts) -> list[Route]:
    """All doors of the accounts."""

    @answered
    async def login(request: Request) -> Response:
        asked, earlier = await read_body(request, SignIn, SMALL_BODY), token_of(request, accounts)
        mark = request.cookies.get(accounts.mark_cookie, "")
        return welcome(accounts, await accounts.sign_in(asked, address_of(request), label(request), earlier, mark))

    @answered
    async def set_up(request: Request) -> Response:
        asked = await read_body(request, SetUp, SMALL_BODY)
        return welcome(accounts, await accounts.set_up(asked, label(request)))

    @answered
    async def logout(request: Request) -> Response:
        await accounts.sign_out(token_of(request, accounts))
        return with_login(respond(Done()), accounts, "", 0)

    @answered
    async def me(request: Request) -> Response:
        return respond(await accounts.me((await signed_in(request, accounts)).person))

    @answered
    async def preferences(request: Request) -> Response:
        who = await signed_in(request, accounts)
        wanted = await read_body(request, Preferences, SMALL_BODY)
        return respond(await accounts.set_preferences(who.person, wanted))

    @answered
    async def connection_token(request: Request) -> Response:
        return respond(ConnectionToken(accounts.connection_token(await signed_in(request, accounts))))

    return [
        Route("/api/v1/login", login, methods=["POST"]),
        Route("/api/v1/logout", logout, methods=["POST"]),
        Route("/api/v1/set-up", set_up, methods=["POST"]),
        Route("/api/v1/me", me),
        Route("/api/v1/me/preferences", preferences, methods=["PUT"]),
        Route("/api/v1/connection-token", connection_token, methods=["POST"]),
        *links.routes(accounts),
        *invitations.routes(accounts),
        *own.routes(accounts),
    ]

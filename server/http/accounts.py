"""Signing in and out, oneself, and the first person of an empty server."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.rules import LIFE, label_of
from server.accounts.service import Accounts, SignedIn
from server.contract.accounts import ConnectionToken, SetUp, SignIn
from server.contract.commands import Done
from server.contract.views import Preferences
from server.http.answer import answered, read_body, respond
from server.http.visitor import address_of, signed_in, token_of

BODY_BYTES = 64 * 1024


def routes(accounts: Accounts) -> list[Route]:
    @answered
    async def login(request: Request) -> Response:
        asked = await read_body(request, SignIn, BODY_BYTES)
        earlier = token_of(request, accounts)
        return welcome(
            await accounts.sign_in(asked.email, asked.password, address_of(request), _label(request), earlier)
        )

    @answered
    async def set_up(request: Request) -> Response:
        return welcome(await accounts.set_up(await read_body(request, SetUp, BODY_BYTES), _label(request)))

    @answered
    async def logout(request: Request) -> Response:
        await accounts.sign_out(token_of(request, accounts))
        response = respond(Done())
        _set_cookie(response, accounts, "", seconds=0)
        return response

    @answered
    async def me(request: Request) -> Response:
        return respond(await accounts.me((await signed_in(request, accounts)).person))

    @answered
    async def preferences(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        wanted = await read_body(request, Preferences, BODY_BYTES)
        return respond(await accounts.set_preferences(visitor.person, wanted))

    @answered
    async def connection_token(request: Request) -> Response:
        return respond(ConnectionToken(accounts.connection_token(await signed_in(request, accounts))))

    def welcome(signed: SignedIn) -> Response:
        response = respond(signed.me)
        # As long as a login can live; that it lapses earlier when it is not used, the server knows.
        _set_cookie(response, accounts, signed.token, seconds=LIFE // 1000)
        return response

    return [
        Route("/api/v1/login", login, methods=["POST"]),
        Route("/api/v1/logout", logout, methods=["POST"]),
        Route("/api/v1/set-up", set_up, methods=["POST"]),
        Route("/api/v1/me", me),
        Route("/api/v1/me/preferences", preferences, methods=["PUT"]),
        Route("/api/v1/connection-token", connection_token, methods=["POST"]),
    ]


def _label(request: Request) -> str:
    return label_of(request.headers.get("user-agent", ""))


def _set_cookie(response: Response, accounts: Accounts, token: str, *, seconds: int) -> None:
    response.set_cookie(
        accounts.cookie, token, max_age=seconds, path="/", secure=accounts.secure, httponly=True, samesite="lax"
    )

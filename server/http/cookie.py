"""The cookie that says which login a browser has."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from server.accounts.rules import label_of
from server.accounts.service import Accounts, Renewed, SignedIn
from server.http.answer import respond


def welcome(accounts: Accounts, signed: SignedIn) -> Response:
    """Who I am, with the cookie of a fresh login."""
    return with_login(respond(signed.me), accounts, signed.token, signed.seconds)


def renewed(accounts: Accounts, answer: msgspec.Struct, login: Renewed) -> Response:
    """An answer with the new cookie of a login that goes on."""
    return with_login(respond(answer), accounts, login.token, login.seconds)


def with_login(response: Response, accounts: Accounts, token: str, seconds: int) -> Response:
    """`seconds`: as long as the login can live; that it lapses earlier when it is not used, the server knows."""
    response.set_cookie(
        accounts.cookie, token, max_age=seconds, path="/", secure=accounts.secure, httponly=True, samesite="lax"
    )
    return response


def label(request: Request) -> str:
    """Which browser on which system."""
    return label_of(request.headers.get("user-agent", ""))

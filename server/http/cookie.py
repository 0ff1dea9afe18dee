"""The cookies of a browser: which login it has, and that somebody has come in by it before."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from server.accounts.rules import label_of
from server.accounts.service import Accounts, Renewed, SignedIn
from server.http.answer import respond

MARK_SECONDS = 400 * 24 * 3600
"""As long as browsers keep any cookie; each sign-in begins anew."""


def welcome(accounts: Accounts, signed: SignedIn) -> Response:
    """Who I am, with the cookie of a fresh login, and the mark by which this browser is known the next time."""
    response = with_login(respond(signed.me), accounts, signed.token, signed.seconds)
    _set(response, accounts, accounts.mark_cookie, accounts.mark(signed.me), MARK_SECONDS)
    return response


def renewed(accounts: Accounts, answer: msgspec.Struct, login: Renewed) -> Response:
    """An answer with the new cookie of a login that goes on."""
    return with_login(respond(answer), accounts, login.token, login.seconds)


def with_login(response: Response, accounts: Accounts, token: str, seconds: int) -> Response:
    """`seconds`: as long as the login can live; that it lapses earlier when it is not used, the server knows."""
    _set(response, accounts, accounts.cookie, token, seconds)
    return response


def _set(response: Response, accounts: Accounts, name: str, value: str, seconds: int) -> None:
    response.set_cookie(name, value, max_age=seconds, path="/", secure=accounts.secure, httponly=True, samesite="lax")


def label(request: Request) -> str:
    """Which browser on which system."""
    return label_of(request.headers.get("user-agent", ""))

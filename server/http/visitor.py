"""Who asks, and from where."""

from __future__ import annotations

from math import ceil

from starlette.requests import Request

from server.accounts.service import Accounts, Visitor
from server.errors import Refused
from server.flows.allowance import Allowance
from server.http.answer import SAFE


async def signed_in(request: Request, accounts: Accounts) -> Visitor:
    """Whom the request's cookie stands for. Raises Refused sign_in_required, and too_fast for who asks without end."""
    visitor = await accounts.who(token_of(request, accounts))
    if visitor is None:
        raise Refused("sign_in_required")
    # For the line that the log gets of this request.
    request.state.person = visitor.person
    _check_pace(request, visitor.person)
    return visitor


def _check_pace(request: Request, person: str) -> None:
    """Where the application has an allowance for it. Commands of the contract have another one, behind both doors."""
    kind = "reads" if request.method in SAFE else "writes"
    allowance: Allowance | None = getattr(request.app.state, kind, None)
    wait = 0.0 if allowance is None else allowance.take(person)
    if wait:
        raise Refused("too_fast", seconds=ceil(wait))


def token_of(request: Request, accounts: Accounts) -> str:
    return request.cookies.get(accounts.cookie, "")


def address_of(request: Request) -> str:
    """The visitor's address; behind a trusted proxy the server in front of us has put the real one here."""
    return request.client.host if request.client else ""

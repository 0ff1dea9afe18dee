"""Who asks, and from where."""

from __future__ import annotations

from starlette.requests import Request

from server.accounts.service import Accounts, Visitor
from server.errors import Refused


async def signed_in(request: Request, accounts: Accounts) -> Visitor:
    """Whom the request's cookie stands for. Raises Refused sign_in_required."""
    visitor = await accounts.who(token_of(request, accounts))
    if visitor is None:
        raise Refused("sign_in_required")
    # For the line that the log gets of this request.
    request.state.person = visitor.person
    return visitor


def token_of(request: Request, accounts: Accounts) -> str:
    return request.cookies.get(accounts.cookie, "")


def address_of(request: Request) -> str:
    """The visitor's address; behind a trusted proxy the server in front of us has put the real one here."""
    return request.client.host if request.client else ""

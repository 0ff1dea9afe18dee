"""What a person wants about being seen, in every room."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract.views import PresenceWishes
from server.http.answer import answered, read_body, respond
from server.http.visitor import signed_in
from server.presence.model import Choice
from server.presence.service import Presence

BODY_BYTES = 1024


def routes(presence: Presence, accounts: Accounts) -> list[Route]:
    @answered
    async def wishes(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        choice = await presence.choice(visitor.person)
        return respond(PresenceWishes(choice.hidden, choice.typing))

    @answered
    async def wish(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        wished = await read_body(request, PresenceWishes, BODY_BYTES)
        await presence.choose(visitor.person, Choice(wished.hidden, wished.typing))
        return respond(wished)

    return [
        Route("/api/v1/me/presence", wishes),
        Route("/api/v1/me/presence", wish, methods=["PUT"]),
    ]

"""Inviting people, for who runs a programme or set the server up."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract.accounts import Invite
from server.contract.commands import Done
from server.http.answer import SMALL_BODY, answered, read_body, respond
from server.http.visitor import signed_in


def routes(accounts: Accounts) -> list[Route]:
    @answered
    async def mine(request: Request) -> Response:
        who = await signed_in(request, accounts)
        return respond(await accounts.invitations.mine(who.person))

    @answered
    async def invite(request: Request) -> Response:
        who = await signed_in(request, accounts)
        wanted = await read_body(request, Invite, SMALL_BODY)
        return respond(await accounts.invitations.invite(who.person, wanted))

    @answered
    async def renew(request: Request) -> Response:
        who = await signed_in(request, accounts)
        return respond(await accounts.invitations.renew(who.person, request.path_params["invitation"]))

    @answered
    async def withdraw(request: Request) -> Response:
        who = await signed_in(request, accounts)
        await accounts.invitations.withdraw(who.person, request.path_params["invitation"])
        return respond(Done())

    return [
        Route("/api/v1/invitations", mine),
        Route("/api/v1/invitations", invite, methods=["POST"]),
        Route("/api/v1/invitations/{invitation}", withdraw, methods=["DELETE"]),
        Route("/api/v1/invitations/{invitation}/renew", renew, methods=["POST"]),
    ]

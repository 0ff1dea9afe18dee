"""One's own account: password, address, logins, the second step."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract.accounts import ChangeAddress, ChangePassword, Code, Reauthentication
from server.contract.commands import Done
from server.http.answer import SMALL_BODY, answered, read_body, respond
from server.http.cookie import renewed
from server.http.visitor import address_of, signed_in


def routes(accounts: Accounts) -> list[Route]:
    @answered
    async def account(request: Request) -> Response:
        return respond(await accounts.own.account((await signed_in(request, accounts)).person))

    @answered
    async def password(request: Request) -> Response:
        who = await signed_in(request, accounts)
        wanted = await read_body(request, ChangePassword, SMALL_BODY)
        return renewed(accounts, Done(), await accounts.own.change_password(who, wanted, address_of(request)))

    @answered
    async def address(request: Request) -> Response:
        who = await signed_in(request, accounts)
        wanted = await read_body(request, ChangeAddress, SMALL_BODY)
        return renewed(accounts, Done(), await accounts.own.change_address(who, wanted, address_of(request)))

    return [
        Route("/api/v1/me/account", account),
        Route("/api/v1/me/password", password, methods=["PUT"]),
        Route("/api/v1/me/address", address, methods=["POST"]),
        *_logins(accounts),
        *_second_factor(accounts),
    ]


def _logins(accounts: Accounts) -> list[Route]:
    @answered
    async def mine(request: Request) -> Response:
        return respond(await accounts.logins.mine(await signed_in(request, accounts)))

    @answered
    async def end(request: Request) -> Response:
        who = await signed_in(request, accounts)
        await accounts.logins.end(who, request.path_params["login"])
        return respond(Done())

    @answered
    async def end_others(request: Request) -> Response:
        await accounts.logins.end_others(await signed_in(request, accounts))
        return respond(Done())

    return [
        Route("/api/v1/me/logins", mine),
        Route("/api/v1/me/logins", end_others, methods=["DELETE"]),
        Route("/api/v1/me/logins/{login}", end, methods=["DELETE"]),
    ]


def _second_factor(accounts: Accounts) -> list[Route]:
    @answered
    async def offer(request: Request) -> Response:
        who = await signed_in(request, accounts)
        proof = await read_body(request, Reauthentication, SMALL_BODY)
        return renewed(accounts, *await accounts.second_factor.offer(who, proof, address_of(request)))

    @answered
    async def confirm(request: Request) -> Response:
        who = await signed_in(request, accounts)
        given = await read_body(request, Code, SMALL_BODY)
        return respond(await accounts.second_factor.confirm(who, given, address_of(request)))

    @answered
    async def codes(request: Request) -> Response:
        who = await signed_in(request, accounts)
        proof = await read_body(request, Reauthentication, SMALL_BODY)
        return renewed(accounts, *await accounts.second_factor.renew_codes(who, proof, address_of(request)))

    @answered
    async def end(request: Request) -> Response:
        who = await signed_in(request, accounts)
        proof = await read_body(request, Reauthentication, SMALL_BODY)
        return renewed(accounts, Done(), await accounts.second_factor.end(who, proof, address_of(request)))

    return [
        Route("/api/v1/me/second-factor", offer, methods=["POST"]),
        Route("/api/v1/me/second-factor/confirm", confirm, methods=["POST"]),
        Route("/api/v1/me/second-factor/codes", codes, methods=["POST"]),
        Route("/api/v1/me/second-factor/end", end, methods=["POST"]),
    ]

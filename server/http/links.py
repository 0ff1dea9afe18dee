"""Links by mail. They open a page, which is only read; what a link does, the page asks for here with the token."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract.accounts import AcceptInvitation, LinkToken, MailLink, Purpose, ResetPassword, UseSignInLink
from server.contract.commands import Done
from server.http.answer import SMALL_BODY, answered, read_body, respond
from server.http.cookie import label, welcome
from server.http.visitor import address_of, token_of


def routes(accounts: Accounts) -> list[Route]:
    def mailing(purpose: Purpose) -> Callable[[Request], Awaitable[Response]]:
        @answered
        async def mail(request: Request) -> Response:
            asked = await read_body(request, MailLink, SMALL_BODY)
            accounts.links.request(purpose, asked.email, address_of(request))
            return respond(Done())

        return mail

    @answered
    async def sign_in(request: Request) -> Response:
        asked, earlier = await read_body(request, UseSignInLink, SMALL_BODY), token_of(request, accounts)
        signed = await accounts.links.sign_in(asked, address_of(request), label(request), earlier)
        return welcome(accounts, signed)

    @answered
    async def reset(request: Request) -> Response:
        asked, earlier = await read_body(request, ResetPassword, SMALL_BODY), token_of(request, accounts)
        signed = await accounts.links.reset_password(asked, address_of(request), label(request), earlier)
        return welcome(accounts, signed)

    @answered
    async def accept(request: Request) -> Response:
        asked, earlier = await read_body(request, AcceptInvitation, SMALL_BODY), token_of(request, accounts)
        signed = await accounts.links.accept_invitation(asked, address_of(request), label(request), earlier)
        return welcome(accounts, signed)

    @answered
    async def look(request: Request) -> Response:
        asked = await read_body(request, LinkToken, SMALL_BODY)
        return respond(await accounts.links.look(asked.token, address_of(request)))

    @answered
    async def confirm_address(request: Request) -> Response:
        asked = await read_body(request, LinkToken, SMALL_BODY)
        await accounts.links.confirm_address(asked.token, address_of(request))
        return respond(Done())

    return [
        Route("/api/v1/sign-in-link", mailing("sign_in"), methods=["POST"]),
        Route("/api/v1/sign-in-link/use", sign_in, methods=["POST"]),
        Route("/api/v1/password/forgotten", mailing("password_reset"), methods=["POST"]),
        Route("/api/v1/password/reset", reset, methods=["POST"]),
        Route("/api/v1/invitations/accept", accept, methods=["POST"]),
        Route("/api/v1/links/look", look, methods=["POST"]),
        Route("/api/v1/links/confirm-address", confirm_address, methods=["POST"]),
    ]

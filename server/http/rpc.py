"""Every command of the contract over HTTP: the same data, the same answer, the same refusals as over the socket."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.errors import Refused
from server.flows.dispatch import Dispatch, MethodUnknown
from server.http.answer import answered, body_of, respond
from server.http.visitor import signed_in

COMMAND_BYTES = 64 * 1024


def routes(dispatch: Dispatch, accounts: Accounts) -> list[Route]:
    @answered
    async def run(request: Request) -> Response:
        who = await signed_in(request, accounts)
        data = await body_of(request, COMMAND_BYTES)
        try:
            return respond(await dispatch.run(who.person, request.path_params["method"], data))
        except MethodUnknown:
            raise Refused("method_unknown") from None

    return [Route("/api/v1/rpc/{method}", run, methods=["POST"])]

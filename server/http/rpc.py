"""Every command of the contract over HTTP: the same data, the same answer, the same refusals as over the socket."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract.notes import UPDATE_BYTES
from server.errors import Refused
from server.flows.dispatch import Dispatch, MethodUnknown
from server.http.answer import answered, body_of, respond
from server.http.visitor import signed_in

COMMAND_BYTES = 64 * 1024
LARGE = {"room.write_note": 2 * UPDATE_BYTES}
"""By method: what a command may have that the socket does not take, in base64."""


def routes(dispatch: Dispatch, accounts: Accounts) -> list[Route]:
    @answered
    async def run(request: Request) -> Response:
        who = await signed_in(request, accounts)
        method = request.path_params["method"]
        data = await body_of(request, LARGE.get(method, COMMAND_BYTES))
        try:
            return respond(await dispatch.run(who.person, method, data))
        except MethodUnknown:
            raise Refused("method_unknown") from None

    return [Route("/api/v1/rpc/{method}", run, methods=["POST"])]

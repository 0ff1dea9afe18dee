"""Programmes, their runs and people, for who coordinates them; and what a person takes part in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.contract import programmes
from server.contract.table import VIEWS, View
from server.errors import Refused
from server.http.answer import answered
from server.http.visitor import signed_in
from server.policy import Verb


def routes(accounts: Accounts) -> list[Route]:
    @answered
    async def nothing_yet(request: Request) -> Response:
        await signed_in(request, accounts)
        raise Refused("not_found")

    ours = [view for view in VIEWS if programmes.__name__ in (view.body or view.reply or Route).__module__]
    return [Route(view.path, nothing_yet, methods=[view.method]) for view in [*ours, *_without_shapes()]]


def _without_shapes() -> list[View]:
    return [view for view in VIEWS if view.verb in (Verb.STOP, Verb.ENROL) and view.body is None]

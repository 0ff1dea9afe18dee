"""My devices that are told that there is something new: this one and others, on and off, and a trial."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts, Visitor
from server.contract.commands import Done
from server.contract.notifications import MyPush, PushDevice, SubscribePush
from server.errors import Refused
from server.http.answer import SMALL_BODY, answered, read_body, respond
from server.http.visitor import signed_in
from server.post.push.service import Push


def routes(push: Push, accounts: Accounts, *, on: bool) -> list[Route]:
    """`on`: whoever keeps the server has allowed it."""

    async def mine(who: Visitor) -> Response:
        labels = {one.id: one.label for one in (await accounts.logins.mine(who)).logins}
        devices = tuple(
            PushDevice(
                login=one.login,
                label=labels[one.login],
                since=one.since,
                failed=one.failed_at is not None,
                this=one.login == who.login,
            )
            for one in await push.devices(who.person)
            if one.login in labels
        )
        return respond(MyPush(push.key if on else None, devices))

    @answered
    async def show(request: Request) -> Response:
        return await mine(await signed_in(request, accounts))

    @answered
    async def subscribe(request: Request) -> Response:
        who = await signed_in(request, accounts)
        wanted = await read_body(request, SubscribePush, SMALL_BODY)
        if not on:
            raise Refused("push_off")
        await push.subscribe(who.person, who.login, wanted.endpoint)
        return await mine(who)

    @answered
    async def unsubscribe(request: Request) -> Response:
        who = await signed_in(request, accounts)
        await push.unsubscribe(who.person, request.path_params["login"])
        return await mine(who)

    @answered
    async def test(request: Request) -> Response:
        who = await signed_in(request, accounts)
        if not on:
            raise Refused("push_off")
        await push.test(who.person, request.path_params["login"])
        return respond(Done())

    return [
        Route("/api/v1/me/push", show),
        Route("/api/v1/me/push", subscribe, methods=["PUT"]),
        Route("/api/v1/me/push/{login}", unsubscribe, methods=["DELETE"]),
        Route("/api/v1/me/push/{login}/test", test, methods=["POST"]),
    ]

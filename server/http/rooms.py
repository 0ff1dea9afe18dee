"""My rooms, one room as it is now, any part of its talk, and all of it to take along; a link for its call."""

from __future__ import annotations

from typing import get_args

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from server.accounts.service import Accounts
from server.clock import Clock
from server.contract.views import ServerTime
from server.database import Database
from server.errors import Refused
from server.flows import room_views
from server.flows.archive import Form, room_archive
from server.flows.calls import CallServers
from server.flows.files import Files
from server.http.answer import answered, respond
from server.http.visitor import signed_in
from server.rooms.reads import Side

OFFSET_DIGITS = 16
FORMS: tuple[Form, ...] = get_args(Form)


def routes(
    database: Database, accounts: Accounts, files: Files, epoch: str, clock: Clock, servers: CallServers
) -> list[Route]:
    @answered
    async def my_rooms(request: Request) -> Response:
        who = await signed_in(request, accounts)
        return respond(await database.read(lambda c: room_views.my_rooms(c, epoch, who.person)))

    @answered
    async def room(request: Request) -> Response:
        who = await signed_in(request, accounts)
        key = request.path_params["room"]
        return respond(await database.read(lambda c: room_views.room_snapshot(c, epoch, key, who.person)))

    @answered
    async def talk(request: Request) -> Response:
        who = await signed_in(request, accounts)
        key, (side, offset) = request.path_params["room"], _place(request.query_params)
        return respond(await database.read(lambda c: room_views.talk_page(c, key, who.person, side, offset)))

    @answered
    async def archive(request: Request) -> Response:
        who = await signed_in(request, accounts)
        form: Form = next((form for form in FORMS if form == request.query_params.get("as")), "html")
        found = await room_archive(database, files, request.path_params["room"], who.person, form, clock())
        headers = {"Content-Disposition": f'attachment; filename="{found.name}"', "Cache-Control": "no-store"}
        return StreamingResponse(found.pieces, headers=headers, media_type=found.type)

    @answered
    async def call(request: Request) -> Response:
        who = await signed_in(request, accounts)
        key = request.path_params["room"]
        return respond(await database.read(lambda c: servers.offer(c, who.person, key)))

    @answered
    async def time(_request: Request) -> Response:
        return respond(ServerTime(clock()))

    return [
        Route("/api/v1/clock", time),
        Route("/api/v1/rooms", my_rooms),
        Route("/api/v1/rooms/{room}", room),
        Route("/api/v1/rooms/{room}/talk", talk),
        Route("/api/v1/rooms/{room}/archive", archive),
        Route("/api/v1/rooms/{room}/call", call),
    ]


def _place(asked: QueryParams) -> tuple[Side, int]:
    found: list[tuple[Side, str]] = [(side, asked[side]) for side in get_args(Side) if side in asked]
    if len(found) != 1:
        raise Refused("bad_request", detail="one of before, after and around has to be there")
    ((side, text),) = found
    if not text.isascii() or not text.isdecimal() or len(text) >= OFFSET_DIGITS or int(text) < 1:
        raise Refused("bad_request", detail=f"{side} has to be an offset, 1 or more")
    return side, int(text)

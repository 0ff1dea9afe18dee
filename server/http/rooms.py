"""My rooms, one room as it is now, and any part of its talk."""

from __future__ import annotations

from typing import get_args

from starlette.datastructures import QueryParams
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.database import Database
from server.errors import Refused
from server.flows import room_views
from server.http.answer import answered, respond
from server.http.visitor import signed_in
from server.rooms.reads import Side

OFFSET_DIGITS = 16


def routes(database: Database, accounts: Accounts, epoch: str) -> list[Route]:
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

    return [
        Route("/api/v1/rooms", my_rooms),
        Route("/api/v1/rooms/{room}", room),
        Route("/api/v1/rooms/{room}/talk", talk),
    ]


def _place(asked: QueryParams) -> tuple[Side, int]:
    found: list[tuple[Side, str]] = [(side, asked[side]) for side in get_args(Side) if side in asked]
    if len(found) != 1:
        raise Refused("bad_request", detail="one of before, after and around has to be there")
    ((side, text),) = found
    if not text.isascii() or not text.isdecimal() or len(text) >= OFFSET_DIGITS or int(text) < 1:
        raise Refused("bad_request", detail=f"{side} has to be an offset, 1 or more")
    return side, int(text)

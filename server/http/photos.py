"""Photos of people: one's own, and those of whom one meets here."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.accounts.photos.service import square
from server.contract.alumni import NewPhoto
from server.flows import photos
from server.http.answer import answered, read_body, respond
from server.http.doors import Doors
from server.http.visitor import signed_in

BODY_BYTES = 3 * 1024 * 1024
"""The largest file that is taken, in base64."""
AT_ONCE = 1
"""Pictures that are unpacked at the same time: each takes memory, more than all else here together."""
HEADERS = {"Cache-Control": "private, max-age=86400", "Content-Disposition": "inline", "X-Robots-Tag": "noindex"}


def routes(doors: Doors) -> list[Route]:
    unpacking = asyncio.Semaphore(AT_ONCE)

    @answered
    async def put(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        sent = await read_body(request, NewPhoto, BODY_BYTES)
        async with unpacking:
            picture = await asyncio.to_thread(square, sent.picture)
        return respond(await doors.writer.run(lambda unit: photos.put(unit, person, picture)))

    @answered
    async def show(request: Request) -> Response:
        person, of = (await signed_in(request, doors.accounts)).person, request.path_params["person"]
        picture, mark = await doors.database.read(lambda connection: photos.picture(connection, person, of))
        headers = HEADERS | {"ETag": f'"{mark}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        return Response(picture, media_type="image/webp", headers=headers)

    return [
        doors.see("/api/v1/me/photos", photos.seen),
        Route("/api/v1/me/photo", put, methods=["PUT"]),
        doors.act("DELETE", "/api/v1/me/photo", photos.remove),
        Route("/api/v1/people/{person}/photo", show),
    ]

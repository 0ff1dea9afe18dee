"""Files of a room: in by parts, which a lost network only delays; out to its members alone, asked at each request."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from server.flows.files import Files
from server.http.answer import BYTES, SMALL_BODY, answered, bytes_of, read_body, respond
from server.http.doors import Doors
from server.http.visitor import signed_in
from server.rooms.things.files.contract import PART_BYTES, FinishUpload, NewUpload, Upload

OFFSET_DIGITS = 16
SHOWN = ("image/", "audio/")
"""Written anew here, or of a form that a browser runs nothing of; all else is only ever saved."""
OUT = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}


def routes(doors: Doors, files: Files) -> list[Route]:
    @answered
    async def begin(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        new = await read_body(request, NewUpload, SMALL_BODY)
        return _offset(await files.begin(person, request.path_params["room"], new))

    @answered
    async def state(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        return _offset(await files.state(person, *_upload(request)))

    async def part(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        data = await bytes_of(request, PART_BYTES)
        return _offset(await files.take_part(person, *_upload(request), _said_offset(request), data))

    @answered
    async def cancel(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        return respond(await files.cancel(person, *_upload(request)))

    @answered
    async def finish(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        told = await read_body(request, FinishUpload, SMALL_BODY)
        return respond(await files.finish(person, *_upload(request), told))

    @answered
    async def out(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        file, pieces = await files.open(person, *_item(request))
        shown = "inline" if file.type.startswith(SHOWN) else "attachment"
        headers = OUT | {"Content-Disposition": named(shown, file.name), "Content-Length": str(file.size)}
        return StreamingResponse(pieces, headers=headers, media_type=file.type)

    @answered
    async def thumbnail(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        small = await files.thumbnail(person, *_item(request))
        return Response(small, headers=OUT | {"Content-Disposition": "inline"}, media_type="image/webp")

    return [
        Route("/api/v1/rooms/{room}/uploads", begin, methods=["POST"]),
        Route("/api/v1/rooms/{room}/uploads/{upload}", state),
        Route("/api/v1/rooms/{room}/uploads/{upload}", answered(part, BYTES), methods=["PUT"]),
        Route("/api/v1/rooms/{room}/uploads/{upload}", cancel, methods=["DELETE"]),
        Route("/api/v1/rooms/{room}/uploads/{upload}/finish", finish, methods=["POST"]),
        Route("/api/v1/rooms/{room}/files/{item}", out),
        Route("/api/v1/rooms/{room}/files/{item}/thumbnail", thumbnail),
    ]


def _offset(upload: Upload) -> Response:
    """Also as a header, for who asks by HEAD."""
    answer = respond(upload)
    answer.headers["Upload-Offset"] = str(upload.received)
    return answer


def _upload(request: Request) -> tuple[str, str]:
    return request.path_params["room"], request.path_params["upload"]


def _item(request: Request) -> tuple[str, int]:
    """An id that is none names nothing."""
    room, item = request.path_params["room"], request.path_params["item"]
    return room, int(item) if item.isascii() and item.isdecimal() and len(item) < OFFSET_DIGITS else 0


def _said_offset(request: Request) -> int:
    """What is no number is where no upload goes on."""
    text = request.headers.get("upload-offset", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < OFFSET_DIGITS else -1


def named(shown: str, name: str) -> str:
    """As RFC 6266 spells it: for every browser, and for those that read only ASCII."""
    plain = "".join(character if 32 <= ord(character) < 127 and character not in '"\\%' else "_" for character in name)
    return f"{shown}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

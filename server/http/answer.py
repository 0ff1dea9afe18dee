"""Reading a request's body and answering with a struct of the contract."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import wraps
from typing import TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from server.database import StorageError
from server.errors import UNREADABLE, Refused
from server.http.problem import refusal

log = logging.getLogger("atelje.http")

S = TypeVar("S", bound=msgspec.Struct)

Endpoint = Callable[[Request], Awaitable[Response]]

JSON = "application/json"
BYTES = "application/octet-stream"
SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
BODY_SECONDS = 30.0
"""For a body to arrive: who sends a letter a minute holds nothing here for long."""

SMALL_BODY = 64 * 1024
"""Bytes; what a form or a command takes."""

_encode = msgspec.json.Encoder().encode


def respond(struct: msgspec.Struct, status: int = 200) -> Response:
    return Response(_encode(struct), status, media_type=JSON)


def answered(endpoint: Endpoint, takes: str = JSON) -> Endpoint:
    """The endpoint, with its noes and a database that is away turned into problem details.

    What changes something takes JSON, or bytes by PUT, or nothing at all. A page of elsewhere can send forms and plain
    text without asking, but not these; that, with the cookie's SameSite and the check of Origin, is what stops forged
    requests, and a program without a browser can satisfy it.
    """

    @wraps(endpoint)
    async def answer(request: Request) -> Response:
        try:
            if request.method not in SAFE and request.headers.get("content-type"):
                _check_type(request, takes)
            return await endpoint(request)
        except Refused as refused:
            return refusal(refused)
        except UNREADABLE as error:
            return refusal(Refused("bad_request", detail=_why(error)))
        except StorageError as error:
            log.error("the database could not answer", extra={"error": type(error).__name__})
            return refusal(Refused("unavailable"))
        except ClientDisconnect:
            # Nobody reads this any more.
            return Response(status_code=400)

    return answer


async def read_body(request: Request, of: type[S], limit: int) -> S:
    """The body as a struct. Raises Refused bad_request, too_large."""
    data = await body_of(request, limit)
    try:
        return msgspec.json.decode(data, type=of)
    except UNREADABLE as error:
        raise Refused("bad_request", detail=_why(error)) from None


def read_query(request: Request, of: type[S]) -> S:
    """What stands behind the question mark of the address; what is empty is not there. Raises Refused bad_request."""
    given = {name: value for name, value in request.query_params.items() if value}
    try:
        return msgspec.convert(given, of, strict=False)
    except msgspec.ValidationError as error:
        raise Refused("bad_request", detail=_why(error)) from None


async def body_of(request: Request, limit: int) -> bytes:
    """The body, at most `limit` bytes of JSON. Raises Refused bad_request, too_large."""
    _check_type(request, JSON)
    return await bytes_of(request, limit)


async def bytes_of(request: Request, limit: int) -> bytes:
    """The body, at most `limit` bytes of anything. Raises Refused bad_request, too_large."""
    body = bytearray()
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for chunk in request.stream():
                body += chunk
                if len(body) > limit:
                    raise Refused("too_large", limit=limit)
    except TimeoutError:
        raise Refused("bad_request", detail="it did not arrive in time") from None
    return bytes(body)


def _check_type(request: Request, takes: str) -> None:
    given = request.headers.get("content-type", "")
    if given.partition(";")[0].strip().lower() != takes:
        raise Refused("bad_request", detail=f"the body has to come with Content-Type: {takes}")


def _why(error: Exception) -> str:
    match error:
        case msgspec.DecodeError():
            return str(error).rstrip(".")
        case RecursionError():
            return "it is nested too deep"
        case _:
            return "it is not in UTF-8"

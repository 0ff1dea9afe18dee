"""Every no over HTTP, and every failure, as problem details: here and nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ExceptionHandler

from server.contract.refusals import problem
from server.errors import Refused

log = logging.getLogger("atelje.http")

MEDIA_TYPE = "application/problem+json"

_CODES = {404: "not_found", 405: "method_not_allowed"}


def refusal(refused: Refused, headers: Mapping[str, str] | None = None) -> Response:
    """An expected no, with its code and its words."""
    details = problem(refused.code, dict(refused.parameters))
    response = _response(details, int(details["status"]), headers)
    if "seconds" in refused.parameters:
        response.headers["Retry-After"] = str(refused.parameters["seconds"])
    return response


def unexpected() -> Response:
    """Something unexpected happened; it is in the log. No code: whether the request was carried out is not known, so
    that nobody may take this for a no."""
    details: dict[str, str | int] = {
        "type": "about:blank",
        "title": "Something went wrong here. Please try again.",
        "status": 500,
    }
    return _response(details, 500)


def _response(details: Mapping[str, Any], status: int, headers: Mapping[str, str] | None = None) -> Response:
    return Response(msgspec.json.encode(details), status, headers, MEDIA_TYPE)


async def _no_such_route(_request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    code = _CODES.get(error.status_code)
    if code is not None:
        return refusal(Refused(code), error.headers)
    return refusal(Refused("bad_request", detail=error.detail), error.headers)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)
    return refusal(error)


TRANSLATIONS: dict[type[Exception], ExceptionHandler] = {HTTPException: _no_such_route, Refused: _refused}
"""For the application: what the router says, and a no from a handler that is not `answered`."""

"""The contract for programs: `/api/v1/openapi.json`."""

from __future__ import annotations

from functools import cache

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.catalogue.openapi import openapi


@cache
def _document(version: str) -> bytes:
    return msgspec.json.encode(openapi(version))


def routes(version: str) -> list[Route]:
    document = _document(version)

    async def show(_request: Request) -> Response:
        return Response(document, media_type="application/json")

    return [Route("/api/v1/openapi.json", show)]

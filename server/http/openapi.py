"""The contract for programs: `/api/v1/openapi.json`."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract.openapi import openapi


def routes(version: str) -> list[Route]:
    document = msgspec.json.encode(openapi(version))

    async def show(_request: Request) -> Response:
        return Response(document, media_type="application/json")

    return [Route("/api/v1/openapi.json", show)]

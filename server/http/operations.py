"""For the machine that keeps the server running: is the process alive, can it serve."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


def routes(ready: Callable[[], Awaitable[str | None]]) -> list[Route]:
    """`ready` tells, in words, why the server cannot serve; None when it can."""

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"alive": True})

    async def readyz(_request: Request) -> Response:
        reason = await ready()
        if reason is None:
            return JSONResponse({"ready": True})
        return JSONResponse({"ready": False, "reason": reason}, status_code=503)

    return [Route("/healthz", healthz), Route("/readyz", readyz)]

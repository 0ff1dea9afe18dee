"""For the machine that keeps the server running: is the process alive, can it serve."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from server.clock import Clock
from server.config import Config

TXT_DAYS = 180
"""As long as what is said of whom to write to may be believed."""


def routes(ready: Callable[[], Awaitable[str | None]], config: Config, clock: Clock) -> list[Route]:
    """`ready` tells, in words, why the server cannot serve; None when it can."""

    async def healthz(_request: Request) -> Response:
        return JSONResponse({"alive": True})

    async def readyz(_request: Request) -> Response:
        reason = await ready()
        if reason is None:
            return JSONResponse({"ready": True})
        return JSONResponse({"ready": False, "reason": reason}, status_code=503)

    async def security(_request: Request) -> Response:
        contact = config.security_contact
        return PlainTextResponse(security_txt(contact, config.url, clock()) if contact else "", 200 if contact else 404)

    return [Route("/healthz", healthz), Route("/readyz", readyz), Route("/.well-known/security.txt", security)]


def security_txt(contact: str, url: str, now: int) -> str:
    """Whom to write to about a hole (RFC 9116). `now` in ms."""
    today = datetime.fromtimestamp(now // 1000, UTC).replace(hour=0, minute=0, second=0)
    lines = {
        "Contact": contact,
        "Expires": f"{today + timedelta(days=TXT_DAYS):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "en, sr, hr, mk, sl",
        "Canonical": f"{url}/.well-known/security.txt",
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items())

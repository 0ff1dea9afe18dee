"""The browser client: its built files, and its one page for every address of the application."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

PAGES = (
    "/",
    "/room/{room}",
    "/rooms/{room}",
    "/rooms/{room}/{message}",
    "/set-up",
    "/invitation",
    "/reset",
    "/sign-in-link",
    "/address",
    "/me",
    "/invitations",
    "/talk-with-team",
    "/seen",
    "/support",
    "/alumni",
    "/hours",
    "/looking/{cohort}/{role}",
    "/my-page",
    "/changes",
    "/shown",
    "/gatherings/{gathering}",
    "/reviews",
    "/reviews/{application}",
    "/selection/{call}",
    "/programmes",
    "/programmes/{programme}",
    "/programmes/{programme}/{part}",
)
FILES = ("favicon.svg", "icon-180.png", "icon-192.png", "icon-512.png", "manifest.webmanifest", "robots.txt")
PUSHED = "push.js"
"""What a browser runs when something is pushed to it. Asked for with its words behind the question mark."""
YEAR = "public, max-age=31536000, immutable"


class Assets(StaticFiles):
    """Files whose names carry a digest of their content: they never change under their name."""

    def file_response(
        self, full_path: os.PathLike[str] | str, stat_result: os.stat_result, scope: Scope, status_code: int = 200
    ) -> Response:
        response = super().file_response(full_path, stat_result, scope, status_code)
        response.headers["Cache-Control"] = YEAR
        return response


def routes(built: Path) -> list[BaseRoute]:
    """Looks once, at start: a client that was not built says so instead of a page."""
    page = _file(built / "index.html", "no-cache", missing=_not_built)
    found: list[BaseRoute] = [Route(path, page) for path in PAGES]
    found.append(Mount("/assets", Assets(directory=built / "assets", check_dir=False)))
    found.append(Route(f"/{PUSHED}", _file(built / PUSHED, "no-cache", missing=_no_file)))
    found.extend(Route(f"/{name}", _file(built / name, "public, max-age=3600", missing=_no_file)) for name in FILES)
    return found


Show = Callable[[Request], Awaitable[Response]]


def _file(file: Path, caching: str, missing: Show) -> Show:
    async def show(_request: Request) -> Response:
        return FileResponse(file, headers={"Cache-Control": caching})

    return show if file.is_file() else missing


async def _not_built(_request: Request) -> Response:
    return PlainTextResponse("The browser client is not built yet: run make run.", status_code=503)


async def _no_file(_request: Request) -> Response:
    return PlainTextResponse("There is no such file.", status_code=404)

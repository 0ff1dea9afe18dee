"""My next dates."""

from __future__ import annotations

from starlette.routing import Route

from server.flows import dates
from server.http.doors import Doors


def routes(doors: Doors) -> list[Route]:
    return [doors.see_now("/api/v1/me/meetings", dates.mine)]

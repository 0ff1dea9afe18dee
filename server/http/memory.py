"""Finding what was said, and what happened while one was away."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.memory import SearchFor, SinceWhen
from server.flows import remembering
from server.http.doors import Doors


def routes(doors: Doors) -> list[Route]:
    return [
        doors.ask("/api/v1/rooms/{room}/search", SearchFor, remembering.search_room),
        doors.ask("/api/v1/search", SearchFor, remembering.search_rooms),
        doors.ask_now("/api/v1/rooms/{room}/since", SinceWhen, remembering.since_then),
    ]

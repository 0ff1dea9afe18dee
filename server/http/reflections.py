"""What a member of a room writes for themselves alone."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.reflections import SaveAnswer
from server.flows import reflecting
from server.http.doors import Doors


def routes(doors: Doors) -> list[Route]:
    return [
        doors.see("/api/v1/rooms/{room}/reflections", reflecting.mine),
        doors.tell("PUT", "/api/v1/rooms/{room}/reflections", SaveAnswer, reflecting.save),
    ]

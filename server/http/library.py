"""What a run gives its people to read."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.library import SetLibrary
from server.flows import library
from server.http.doors import Doors

BODY_BYTES = 256 * 1024
"""Thirty things with all that can be said of them."""


def routes(doors: Doors) -> list[Route]:
    return [
        doors.see("/api/v1/cohorts/{cohort}/library", library.of_run),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/library", SetLibrary, library.fill, BODY_BYTES),
        doors.see("/api/v1/me/library", library.mine),
    ]

"""What a person agrees to afterwards, whom they find by that, and their own public page."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.alumni import AlumniWish, SetPage
from server.flows import alumni, pages
from server.http.doors import Doors

PAGE_BYTES = 128 * 1024
"""A page in a dozen languages."""


def routes(doors: Doors) -> list[Route]:
    return [
        doors.see_now("/api/v1/me/alumni", alumni.mine),
        doors.tell("PUT", "/api/v1/me/alumni/{programme}", AlumniWish, alumni.wish),
        doors.see_now("/api/v1/alumni", alumni.directory),
        doors.see_now("/api/v1/me/page", pages.mine),
        doors.tell("PUT", "/api/v1/me/page", SetPage, pages.put, PAGE_BYTES),
        doors.act("DELETE", "/api/v1/me/page", pages.remove),
    ]

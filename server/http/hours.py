"""When I can usually meet, and which calendars of mine say when I am busy."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract.hours import ReadCalendar, SetHours
from server.flows import hours
from server.flows.busy_calendars import BusyCalendars
from server.http.answer import BYTES, SMALL_BODY, answered, bytes_of, read_body, respond
from server.http.doors import Doors
from server.http.visitor import signed_in
from server.scheduling.content_lines import LARGEST

BODY_BYTES = 256 * 1024
"""Every day of a year with hours of its own."""


def routes(doors: Doors, calendars: BusyCalendars) -> list[Route]:
    async def file(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        data = await bytes_of(request, LARGEST)
        return respond(await calendars.take_file(person, request.path_params["calendar"], data))

    @answered
    async def add(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        return respond(await calendars.add(person, await read_body(request, ReadCalendar, SMALL_BODY)))

    return [
        doors.see("/api/v1/me/hours", hours.mine),
        doors.tell("PUT", "/api/v1/me/hours", SetHours, hours.say, BODY_BYTES),
        doors.act("DELETE", "/api/v1/me/hours", hours.forget),
        doors.see("/api/v1/me/calendars", calendars.mine),
        Route("/api/v1/me/calendars", add, methods=["POST"]),
        Route("/api/v1/me/calendars/{calendar}", answered(file, BYTES), methods=["PUT"]),
        doors.act("DELETE", "/api/v1/me/calendars/{calendar}", calendars.remove),
    ]

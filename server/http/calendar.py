"""The dates of a run, and one's own next ones."""

from __future__ import annotations

from functools import partial

from starlette.routing import Route

from server.contract.calendar import MovedBy, SetCalendar
from server.flows import calendar
from server.http.doors import Doors
from server.rooms.service import Rooms

BODY_BYTES = 128 * 1024
"""A hundred dates with names in several languages."""


def routes(doors: Doors, rooms: Rooms) -> list[Route]:
    return [
        doors.see("/api/v1/cohorts/{cohort}/calendar", calendar.of_run),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/calendar", SetCalendar, partial(calendar.plan, rooms), BODY_BYTES),
        doors.see("/api/v1/cohorts/{cohort}/calendar/proposal", calendar.proposal),
        doors.ask_now("/api/v1/cohorts/{cohort}/calendar/moved", MovedBy, calendar.moved),
        doors.see_now("/api/v1/me/calendar", calendar.mine),
    ]

"""Gatherings, for who is invited and who holds them."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.gatherings import AnswerGathering, SayNeed, SetAttendance
from server.flows import gatherings
from server.http.doors import Doors

ATTENDANCE_BODY = 128 * 1024
"""Bytes; a thousand people."""


def routes(doors: Doors) -> list[Route]:
    return [
        doors.see("/api/v1/gatherings/{gathering}", gatherings.page),
        doors.tell(
            "PUT",
            "/api/v1/gatherings/{gathering}/attendance",
            SetAttendance,
            gatherings.set_attendance,
            ATTENDANCE_BODY,
        ),
        doors.tell("PUT", "/api/v1/gatherings/{gathering}/need", SayNeed, gatherings.say_need),
        doors.see("/api/v1/gatherings/{gathering}/needs", gatherings.needs),
        doors.tell("POST", "/api/v1/gatherings/{gathering}/answer", AnswerGathering, gatherings.answer),
        doors.act("POST", "/api/v1/gatherings/{gathering}/open", gatherings.open_door),
    ]

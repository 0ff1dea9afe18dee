"""What the team announces, for who writes it and for whom it is."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.bulletins import AnswerBulletin, NewBulletin
from server.flows import bulletins
from server.http.doors import Doors

BODY_BYTES = 256 * 1024
"""An announcement in a dozen languages."""


def routes(doors: Doors) -> list[Route]:
    return [
        doors.tell("POST", "/api/v1/cohorts/{cohort}/bulletins", NewBulletin, bulletins.announce, BODY_BYTES),
        doors.see("/api/v1/cohorts/{cohort}/bulletins", bulletins.of_run),
        doors.act("DELETE", "/api/v1/bulletins/{bulletin}", bulletins.take_back),
        doors.see("/api/v1/bulletins/{bulletin}/answers", bulletins.answers),
        doors.see("/api/v1/me/bulletins", bulletins.mine),
        doors.act("POST", "/api/v1/bulletins/{bulletin}/read", bulletins.put_away),
        doors.tell("POST", "/api/v1/bulletins/{bulletin}/answers", AnswerBulletin, bulletins.answer),
    ]

"""Open calls, for the team of a run."""

from __future__ import annotations

from starlette.routing import Route

from server.contract.applying import ChangeCall, MoveDeadline, NewCall, SetCallState
from server.flows import open_calls
from server.http.doors import Doors

CALL_BODY = 512 * 1024
"""Bytes; forty questions in a dozen languages."""


def routes(doors: Doors) -> list[Route]:
    return [
        doors.see_now("/api/v1/cohorts/{cohort}/calls", open_calls.of_run),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/calls", NewCall, open_calls.make, CALL_BODY),
        doors.tell("PUT", "/api/v1/calls/{call}", ChangeCall, open_calls.change, CALL_BODY),
        doors.tell("PUT", "/api/v1/calls/{call}/state", SetCallState, open_calls.set_state),
        doors.tell("PUT", "/api/v1/calls/{call}/deadline", MoveDeadline, open_calls.move_deadline),
        doors.act("DELETE", "/api/v1/calls/{call}", open_calls.remove),
        doors.see("/api/v1/calls/{call}/applications", open_calls.applications),
        doors.act("DELETE", "/api/v1/applications/{application}", open_calls.erase),
    ]

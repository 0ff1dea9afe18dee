"""Open calls, for the team of a run."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from server.contract.applying import ChangeCall, MoveDeadline, NewCall, SetCallState
from server.flows import applying, open_calls
from server.http.answer import answered
from server.http.applying import attachment
from server.http.call_pages import copy_file
from server.http.doors import Doors
from server.http.plain_page import style
from server.http.visitor import signed_in

CALL_BODY = 512 * 1024
"""Bytes; forty questions in a dozen languages."""


def routes(doors: Doors) -> list[Route]:
    @answered
    async def copy(request: Request) -> Response:
        person, one = (await signed_in(request, doors.accounts)).person, request.path_params["application"]
        mine = await doors.writer.run(lambda unit: applying.of_applicant(unit, person, one))
        headers = {"Cache-Control": "no-store", "Content-Disposition": attachment(f"{mine.one.name}.html")}
        return HTMLResponse(copy_file(mine, style()), headers=headers | {"Content-Security-Policy": "sandbox"})

    return [
        doors.see_now("/api/v1/cohorts/{cohort}/calls", open_calls.of_run),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/calls", NewCall, open_calls.make, CALL_BODY),
        doors.tell("PUT", "/api/v1/calls/{call}", ChangeCall, open_calls.change, CALL_BODY),
        doors.tell("PUT", "/api/v1/calls/{call}/state", SetCallState, open_calls.set_state),
        doors.tell("PUT", "/api/v1/calls/{call}/deadline", MoveDeadline, open_calls.move_deadline),
        doors.act("DELETE", "/api/v1/calls/{call}", open_calls.remove),
        doors.see("/api/v1/calls/{call}/applications", open_calls.applications),
        Route("/api/v1/applications/{application}/copy", copy),
        doors.act("DELETE", "/api/v1/applications/{application}", open_calls.erase),
    ]

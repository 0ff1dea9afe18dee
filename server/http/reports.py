"""Messages that are shown to the safeguarding contact: by a member of their room, and read by that contact."""

from __future__ import annotations

from functools import partial

from starlette.routing import Route

from server.contract.reports import ReportMessages, SetReportState
from server.flows import reports
from server.http.doors import Doors


def routes(doors: Doors, *, to_demo: bool) -> list[Route]:
    """`to_demo`: mail may be written to the demo's people too, since none leaves this machine."""
    return [
        doors.see_now("/api/v1/rooms/{room}/reports", reports.ways),
        doors.tell("POST", "/api/v1/rooms/{room}/reports", ReportMessages, partial(reports.send, to_demo=to_demo)),
        doors.see("/api/v1/me/reports", reports.mine),
        doors.see("/api/v1/reports", reports.shown_to),
        doors.act("POST", "/api/v1/reports/{report}/open", reports.open_report),
        doors.tell("PUT", "/api/v1/reports/{report}/state", SetReportState, reports.set_state),
    ]

"""What a run came to: one page, and one file."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.flows import sums
from server.http.answer import answered
from server.http.doors import Doors
from server.http.visitor import signed_in

HEADERS = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="sums.csv"'}


def routes(doors: Doors) -> list[Route]:
    @answered
    async def table(request: Request) -> Response:
        person, cohort = (await signed_in(request, doors.accounts)).person, request.path_params["cohort"]
        file = await doors.database.read(lambda connection: sums.table(connection, person, cohort, doors.clock()))
        return Response(file, media_type="text/csv; charset=utf-8", headers=HEADERS)

    return [
        doors.see_now("/api/v1/cohorts/{cohort}/sums", sums.of_run),
        Route("/api/v1/cohorts/{cohort}/sums.csv", table),
    ]

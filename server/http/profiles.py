"""What people look for and can give, and the lists that they choose from."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract.profiles import ReadProfileList, SetMyProfile, SetProfile, SetProfiles, SetTerms
from server.flows import profile_lists, profiling
from server.flows.cohort_pages import cohort_seen
from server.http.answer import answered, read_body, respond
from server.http.doors import Doors
from server.http.guard import LIST_LIMIT
from server.http.visitor import signed_in

PROFILE_BYTES, TERMS_BYTES = 64 * 1024, 256 * 1024
FILE_HEADERS = {"Cache-Control": "no-store", "Content-Disposition": 'attachment; filename="profiles.csv"'}


def routes(doors: Doors) -> list[Route]:
    @answered
    async def table(request: Request) -> Response:
        person, cohort = (await signed_in(request, doors.accounts)).person, request.path_params["cohort"]
        file = await doors.database.read(lambda connection: profile_lists.table(connection, person, cohort))
        return Response(file, media_type="text/csv; charset=utf-8", headers=FILE_HEADERS)

    @answered
    async def preview(request: Request) -> Response:
        actor, cohort = (await signed_in(request, doors.accounts)).person, request.path_params["cohort"]
        asked = await read_body(request, ReadProfileList, LIST_LIMIT)
        await doors.database.read(lambda connection: cohort_seen(connection, actor, cohort))
        # Thousands of lines take a while, and others wait for this loop.
        rows = await asyncio.to_thread(profile_lists.read_rows, asked)
        return respond(await doors.database.read(lambda c: profile_lists.preview(c, actor, cohort, rows)))

    return [
        doors.see("/api/v1/me/profiles/{cohort}/{role}", profiling.mine),
        doors.tell("PUT", "/api/v1/me/profiles/{cohort}/{role}", SetMyProfile, profiling.say, PROFILE_BYTES),
        doors.see("/api/v1/cohorts/{cohort}/profiles", profiling.of_run),
        Route("/api/v1/cohorts/{cohort}/profiles.csv", table),
        Route("/api/v1/cohorts/{cohort}/profiles/preview", preview, methods=["POST"]),
        doors.tell("POST", "/api/v1/cohorts/{cohort}/profiles", SetProfiles, profile_lists.take, LIST_LIMIT),
        doors.tell(
            "PUT", "/api/v1/cohorts/{cohort}/profiles/{role}/{person}", SetProfile, profiling.write, PROFILE_BYTES
        ),
        doors.see("/api/v1/cohorts/{cohort}/terms", profiling.terms_of),
        doors.tell("PUT", "/api/v1/cohorts/{cohort}/terms", SetTerms, profiling.set_terms, TERMS_BYTES),
    ]

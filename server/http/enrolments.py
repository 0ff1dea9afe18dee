"""Who takes part in a run, for its coordinators; what I take part in; and who did what."""

from __future__ import annotations

import asyncio
import re

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract.programmes import EnrolPeople, ReadList
from server.errors import Refused
from server.flows import auditing, people_lists
from server.flows.cohort_pages import cohort_seen
from server.flows.enrolling import Enrolling
from server.flows.my_parts import my_parts
from server.flows.people_lists import read_rows
from server.http.answer import answered, read_body, respond
from server.http.doors import Doors
from server.http.guard import LIST_LIMIT
from server.http.visitor import signed_in


def routes(doors: Doors, enrolling: Enrolling) -> list[Route]:
    accounts = doors.accounts

    @answered
    async def enrol(request: Request) -> Response:
        actor, cohort = (await signed_in(request, accounts)).person, request.path_params["cohort"]
        wanted = await read_body(request, EnrolPeople, LIST_LIMIT)
        accounts.invitations.count(actor, len(wanted.people))
        return respond(await doors.writer.run(lambda unit: enrolling.enrol(unit, actor, cohort, wanted)))

    @answered
    async def preview(request: Request) -> Response:
        actor, cohort = (await signed_in(request, accounts)).person, request.path_params["cohort"]
        asked = await read_body(request, ReadList, LIST_LIMIT)
        await doors.database.read(lambda c: cohort_seen(c, actor, cohort))
        # Thousands of lines take a while, and others wait for this loop.
        rows = await asyncio.to_thread(read_rows, asked)
        accounts.invitations.count_looked_up(actor, len(rows[0]))
        now = doors.clock()
        return respond(await doors.database.read(lambda c: people_lists.preview(c, actor, cohort, asked, rows, now)))

    @answered
    async def invite_again(request: Request) -> Response:
        actor, cohort = (await signed_in(request, accounts)).person, request.path_params["cohort"]
        person = request.path_params["person"]
        accounts.invitations.count(actor)
        return respond(await doors.writer.run(lambda unit: enrolling.invite_again(unit, actor, cohort, person)))

    return [
        doors.see("/api/v1/me/programmes", my_parts),
        Route("/api/v1/cohorts/{cohort}/people", enrol, methods=["POST"]),
        Route("/api/v1/cohorts/{cohort}/people/preview", preview, methods=["POST"]),
        doors.act("DELETE", "/api/v1/cohorts/{cohort}/people/{person}/{role}", enrolling.end),
        Route("/api/v1/cohorts/{cohort}/people/{person}/invitation", invite_again, methods=["POST"]),
        *_audit(doors),
    ]


def _audit(doors: Doors) -> list[Route]:
    @answered
    async def of_cohort(request: Request) -> Response:
        actor, cohort = (await signed_in(request, doors.accounts)).person, request.path_params["cohort"]
        before = _before(request)
        return respond(await doors.database.read(lambda c: auditing.of_cohort(c, actor, cohort, before)))

    @answered
    async def of_me(request: Request) -> Response:
        person, before = (await signed_in(request, doors.accounts)).person, _before(request)
        return respond(await doors.database.read(lambda c: auditing.of_person(c, person, before)))

    return [Route("/api/v1/cohorts/{cohort}/audit", of_cohort), Route("/api/v1/me/audit", of_me)]


_ID = re.compile("[0-9A-Za-z_-]{1,64}")


def _before(request: Request) -> str | None:
    before = request.query_params.get("before")
    if before is not None and _ID.fullmatch(before) is None:
        raise Refused("bad_request", detail="before has to be an id")
    return before

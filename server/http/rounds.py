"""Rounds of a run: what is set and chosen, long work that is ordered and taken back, and questions about an answer."""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract import rounds as contract
from server.flows import matching_rounds as rounds
from server.flows.round_work import RoundWork
from server.http.answer import answered, read_body, read_query, respond
from server.http.doors import Doors
from server.http.visitor import signed_in
from server.matching.rounds.service import read_scores

LOCKS_BYTES = 1024 * 1024
SCORES_BYTES = 16 * 1024 * 1024
"""A hundred thousand lines with two e-mail addresses each."""


def routes(doors: Doors, work: RoundWork) -> list[Route]:
    @answered
    async def scores(request: Request) -> Response:
        person, named = (await signed_in(request, doors.accounts)).person, request.path_params["round"]
        told = await read_body(request, contract.SetRoundScores, SCORES_BYTES)
        sides = await doors.database.read(lambda connection: rounds.callable_people(connection, person, named))
        read = await asyncio.to_thread(read_scores, told.csv, *sides) if told.csv.strip() else None
        return respond(await doors.writer.run(lambda unit: rounds.set_scores(unit, person, named, told.version, read)))

    @answered
    async def needs(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        which = read_query(request, contract.WhichNeeds)
        return respond(await work.needs(person, request.path_params["round"], which))

    @answered
    async def pair(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        return respond(await work.pair(person, *request.path_params.values()))

    @answered
    async def start(request: Request) -> Response:
        person, named = (await signed_in(request, doors.accounts)).person, request.path_params["round"]
        if request.method == "DELETE":
            answer = await doors.writer.run(lambda unit: rounds.cancel(unit, person, named))
        else:
            told = await read_body(request, contract.StartRoundWork, 1024)
            answer = await doors.writer.run(lambda unit: rounds.start(unit, person, named, told))
        work.look()
        return respond(answer)

    return [
        doors.tell("POST", "/api/v1/cohorts/{cohort}/rounds", contract.NewRound, rounds.make),
        doors.see("/api/v1/cohorts/{cohort}/rounds", rounds.of_run),
        doors.see("/api/v1/rounds/{round}", rounds.page),
        doors.act("DELETE", "/api/v1/rounds/{round}", rounds.close),
        doors.tell("PUT", "/api/v1/rounds/{round}/settings", contract.SetRoundSettings, rounds.set_settings),
        doors.tell("PUT", "/api/v1/rounds/{round}/locks", contract.SetRoundLocks, rounds.set_locks, LOCKS_BYTES),
        Route("/api/v1/rounds/{round}/scores", scores, methods=["PUT"]),
        Route("/api/v1/rounds/{round}/work", start, methods=["POST", "DELETE"]),
        Route("/api/v1/rounds/{round}/needs", needs),
        Route("/api/v1/rounds/{round}/pairs/{mentee}/{mentor}", pair),
        doors.tell("POST", "/api/v1/rounds/{round}/release", contract.ReleaseRound, rounds.release, LOCKS_BYTES),
    ]

"""Rounds of a run: what is set and chosen, long work that is ordered and taken back, and questions about an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any, Concatenate, TypeVar

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract import rounds as contract
from server.flows import matching_rounds as rounds
from server.flows.proposing import Proposing
from server.flows.round_views import Facts, view
from server.flows.round_work import RoundWork
from server.http.answer import SMALL_BODY, answered, read_body, read_query, respond
from server.http.doors import Doors
from server.http.guard import LOCKS_LIMIT, SCORES_LIMIT
from server.http.visitor import signed_in
from server.matching.rounds.service import read_scores
from server.unit_of_work import UnitOfWork

S = TypeVar("S", bound=Struct)

Change = Callable[Concatenate[UnitOfWork, str, ...], Facts]


def routes(doors: Doors, work: RoundWork, proposing: Proposing) -> list[Route]:
    async def who(request: Request) -> str:
        return (await signed_in(request, doors.accounts)).person

    async def shown(facts: Facts) -> Response:
        """Of thousands of people it takes a moment, and others wait for this loop."""
        return await asyncio.to_thread(lambda: respond(view(facts)))

    async def change(request: Request, person: str, act: Change, *told: Any) -> Response:
        named = request.path_params.values()
        facts = await doors.writer.run(lambda unit: act(unit, person, *named, *told))
        # Where it works on it, this node hears of it at once.
        work.look()
        return await shown(facts)

    def tell(method: str, path: str, shape: type[S], act: Change, limit: int = SMALL_BODY) -> Route:
        @answered
        async def endpoint(request: Request) -> Response:
            person = await who(request)
            return await change(request, person, act, await read_body(request, shape, limit))

        return Route(path, endpoint, methods=[method])

    @answered
    async def page(request: Request) -> Response:
        person, named = await who(request), request.path_params["round"]
        return await shown(await doors.database.read(lambda connection: rounds.page(connection, person, named)))

    @answered
    async def cancel(request: Request) -> Response:
        return await change(request, await who(request), rounds.cancel)

    @answered
    async def scores(request: Request) -> Response:
        person, named = await who(request), request.path_params["round"]
        told = await read_body(request, contract.SetRoundScores, SCORES_LIMIT)
        sides = await doors.database.read(lambda connection: rounds.callable_people(connection, person, named))
        read = await asyncio.to_thread(read_scores, told.csv, *sides) if told.csv.strip() else None
        return await change(request, person, rounds.set_scores, told.version, read)

    @answered
    async def needs(request: Request) -> Response:
        person, which = await who(request), read_query(request, contract.WhichNeeds)
        return respond(await work.needs(person, request.path_params["round"], which))

    @answered
    async def pair(request: Request) -> Response:
        person, named = await who(request), request.path_params
        return respond(await work.pair(person, named["round"], (named["mentee"], named["mentor"])))

    release = partial(rounds.release, proposing)
    return [
        tell("POST", "/api/v1/cohorts/{cohort}/rounds", contract.NewRound, rounds.make),
        doors.see("/api/v1/cohorts/{cohort}/rounds", rounds.of_run),
        Route("/api/v1/rounds/{round}", page),
        doors.act("DELETE", "/api/v1/rounds/{round}", rounds.close),
        tell("PUT", "/api/v1/rounds/{round}/settings", contract.SetRoundSettings, rounds.set_settings),
        tell("PUT", "/api/v1/rounds/{round}/locks", contract.SetRoundLocks, rounds.set_locks, LOCKS_LIMIT),
        Route("/api/v1/rounds/{round}/scores", scores, methods=["PUT"]),
        doors.see("/api/v1/rounds/{round}/work", rounds.work_of),
        tell("POST", "/api/v1/rounds/{round}/work", contract.StartRoundWork, rounds.start),
        Route("/api/v1/rounds/{round}/work", cancel, methods=["DELETE"]),
        Route("/api/v1/rounds/{round}/needs", needs),
        Route("/api/v1/rounds/{round}/pairs/{mentee}/{mentor}", pair),
        tell("POST", "/api/v1/rounds/{round}/release", contract.ReleaseRound, release, LOCKS_LIMIT),
    ]

"""My dates in my calendar: what I want there, the feed that programs ask for by its address, and their answers."""

from __future__ import annotations

import hmac
import logging

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from server.contract.calendars import SetCalendarWishes
from server.database import StorageError
from server.errors import Refused
from server.flows import calendars
from server.flows.calendars import Calendars, reply_in
from server.http.answer import answered
from server.http.doors import Doors
from server.http.problem import refusal

log = logging.getLogger("atelje.http")


def routes(doors: Doors, found: Calendars, replies_key: str) -> list[Route]:
    """`replies_key`: what whoever hands over the answers has to know; empty where nobody does."""

    @answered
    async def feed(request: Request) -> Response:
        token = request.path_params["token"]
        file = await doors.database.read(lambda connection: found.feed(connection, token, doors.clock()))
        if file is None:
            return PlainTextResponse("", 404)
        headers = {"Cache-Control": "private, max-age=300", "X-Robots-Tag": "noindex"}
        return Response(file, media_type="text/calendar; charset=utf-8", headers=headers)

    async def replies(request: Request) -> Response:
        said = request.headers.get("authorization", "").removeprefix("Bearer ")
        if not hmac.compare_digest(said.encode(), replies_key.encode()):
            return PlainTextResponse("", 404)
        reply = reply_in(await request.body())
        try:
            taken = reply is not None and await doors.writer.run(lambda unit: found.take(unit, reply))
        except (Refused, *StorageError) as error:
            # Whoever hands it over keeps the mail, and tries again.
            log.error("an answer has to wait", extra={"error": type(error).__name__})
            return refusal(Refused("unavailable"))
        # Neither who nor what: only that one came.
        log.info("a calendar answered", extra={"taken": taken})
        return PlainTextResponse("", 204)

    open_to_all = [Route("/calendar/{token}.ics", feed)]
    if replies_key:
        open_to_all.append(Route("/mail/replies", replies, methods=["POST"]))
    return [
        doors.see("/api/v1/me/calendar-wishes", calendars.mine),
        doors.tell("PUT", "/api/v1/me/calendar-wishes", SetCalendarWishes, calendars.set_wishes),
        doors.act("POST", "/api/v1/me/calendar-feed", calendars.begin_feed),
        doors.act("DELETE", "/api/v1/me/calendar-feed", calendars.end_feed),
        *open_to_all,
    ]

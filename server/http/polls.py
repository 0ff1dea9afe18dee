"""A time for many: for who looks for one, for who is asked, and a plain page for who has no account, or none yet."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from typing import Literal
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.contract.polls import AnswerPoll, ChooseTimes, NewPoll
from server.errors import Refused
from server.flows import polls
from server.flows.polls import PATH, Invited, Links
from server.flows.searching import Searches
from server.http.answer import answered, bytes_of, respond
from server.http.doors import Doors
from server.http.plain_page import FORM, plain_page
from server.http.visitor import signed_in
from server.post.wording import moment, shown_language, text
from server.rooms.service import Rooms
from server.scheduling.polls.service import Says

BODY_BYTES = 128 * 1024
FORM_BYTES, FIELDS = 4 * 1024, 20
_MOMENT = re.compile(r"[0-9]{1,15}", re.ASCII)
SAYS: tuple[Says, ...] = ("yes", "maybe", "no")


def routes(doors: Doors, rooms: Rooms, links: Links, searches: Searches) -> list[Route]:
    @answered
    async def times(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        poll = request.path_params["poll"]
        found = await doors.database.read(lambda connection: polls.known(connection, person, poll))
        return respond(await searches.times(found))

    @answered
    async def time_at(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        poll, start = request.path_params["poll"], request.path_params["start"]
        found = await doors.database.read(lambda connection: polls.known(connection, person, poll))
        if _MOMENT.fullmatch(start) is None:
            raise Refused("not_found")
        return respond(await searches.time_at(found, int(start)))

    async def page(request: Request) -> Response:
        return await (_take(request) if request.method == "POST" else _show(request))

    async def _show(request: Request) -> Response:
        token = request.path_params["token"]
        there = await doors.database.read(lambda connection: links.look(connection, token, doors.clock()))
        return _gone() if there is None else _form(there, token)

    async def _take(request: Request) -> Response:
        token, said = request.path_params["token"], _said(await bytes_of(request, FORM_BYTES))
        try:
            there = await doors.writer.run(lambda unit: links.answer(unit, token, said))
        except Refused as refused:
            if refused.code != "time_not_offered":
                raise
            # The page was open when other times were asked: nothing of it is taken, and the new ones are shown.
            now = await doors.database.read(lambda connection: links.look(connection, token, doors.clock()))
            return _gone() if now is None else _form(now, token, "changed")
        return _gone() if there is None else _form(there, token, "thanks")

    return [
        doors.tell("POST", "/api/v1/cohorts/{cohort}/polls", NewPoll, polls.make, BODY_BYTES),
        doors.see("/api/v1/cohorts/{cohort}/polls", polls.of_run),
        Route("/api/v1/polls/{poll}/times", times),
        Route("/api/v1/polls/{poll}/times/{start}", time_at),
        doors.tell("PUT", "/api/v1/polls/{poll}/asked", ChooseTimes, links.ask),
        doors.tell("PUT", "/api/v1/polls/{poll}/decided", ChooseTimes, partial(polls.decide, rooms)),
        doors.act("DELETE", "/api/v1/polls/{poll}", polls.remove),
        doors.see("/api/v1/me/polls", polls.mine),
        doors.tell("PUT", "/api/v1/me/polls/{poll}", AnswerPoll, polls.answer),
        Route(f"{PATH}/{{token}}", answered(page, FORM), methods=["GET", "POST"]),
    ]


# ── the page without an account ───────────────────────────────────────────────────────────────────────────────────────


def _said(body: bytes) -> dict[str, Says]:
    """Raises Refused bad_request."""
    try:
        fields = parse_qs(body.decode("ascii", "replace"), max_num_fields=FIELDS)
    except ValueError:
        raise Refused("bad_request", detail="too many fields") from None
    return {name: says for name, values in fields.items() for says in SAYS if says == values[0]}


def _form(there: Invited, token: str, told: Literal["", "thanks", "changed"] = "") -> Response:
    """`told`: what became of an answer."""
    language = shown_language(there.language)
    rows = "\n".join(_row(there, start, language) for start in there.poll.asked)
    status = f'<p role="status"><strong>{_say(language, told)}</strong></p>\n' if told else ""
    zone = escape(there.poll.zone)
    body = (
        f'<h1 dir="auto">{escape(there.poll.title)}</h1>\n{status}<p>{_say(language, "lead")}</p>\n'
        f'<p class="soft">{_say(language, "zone")} {zone}</p>\n'
        f'<form method="post" action="{PATH}/{escape(token)}">\n{rows}\n'
        f"<p><button>{_say(language, 'send')}</button></p></form>"
    )
    return plain_page(language, there.poll.title, body, 409 if told == "changed" else 200)


def _row(there: Invited, start: int, language: str) -> str:
    choices = "\n".join(
        f'<label><input type="radio" name="{start}" value="{says}"'
        f"{' checked' if there.said.get(start) == says else ''}> {_say(language, says)}</label>"
        for says in SAYS
    )
    when = escape(moment(start, language, there.poll.zone))
    ends = escape(moment(start + there.poll.minutes * 60_000, language, there.poll.zone).rpartition(", ")[2])
    return f"<fieldset><legend>{when}–{ends}</legend>\n{choices}</fieldset>"


def _gone() -> Response:
    return plain_page(
        "en", text("en", "times-gone"), f"<h1>{_say('en', 'gone')}</h1>\n<p>{_say('en', 'gone-why')}</p>", 404
    )


def _say(language: str, message: str) -> str:
    return escape(text(language, f"times-{message}"))

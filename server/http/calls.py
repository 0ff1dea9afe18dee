"""The way on to a call at the programme's BigBlueButton, for who is signed in."""

from __future__ import annotations

import logging
from html import escape

import httpx2
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from server.accounts.service import Accounts, names_of
from server.database import Database
from server.errors import Refused
from server.flows.calls import PATH, CallServers
from server.http.answer import answered
from server.http.plain_page import HEADERS as PLAIN
from server.http.plain_page import plain_page
from server.http.public_page import wished_languages
from server.http.visitor import signed_in
from server.post.wording import shown_language, text

log = logging.getLogger("atelje.http")

SECONDS = 5.0
HEADERS = PLAIN | {"Referrer-Policy": "no-referrer"}


def routes(database: Database, accounts: Accounts, servers: CallServers) -> list[Route]:
    @answered
    async def join(request: Request) -> Response:
        there, name = servers.bigbluebutton, servers.name_in(request.path_params["token"])
        if there is None or name is None or request.path_params["host"] != there.host:
            return _page(request, "call-gone", 404)
        try:
            person = (await signed_in(request, accounts)).person
            shown = (await database.read(lambda connection: names_of(connection, {person}))).get(person, "")
        except Refused as refused:
            # Who is not signed in does that first, and taps again.
            if refused.code == "sign_in_required":
                return RedirectResponse("/", 303, HEADERS)
            raise
        if not await _is_open(there.create(name, "Atelje")):
            return _page(request, "call-away", 502)
        return RedirectResponse(there.join(name, shown), 303, HEADERS)

    return [Route(f"{PATH}/{{host}}/{{token}}", join)] if servers.bigbluebutton else []


async def _is_open(address: str) -> bool:
    """Whether the call server has the call now. Its address is the keeper's own, so it may be in a private network."""
    try:
        async with httpx2.AsyncClient(timeout=SECONDS, trust_env=False) as client:
            answer = await client.get(address)
    except httpx2.HTTPError as error:
        log.warning("the call server could not be reached", extra={"error": type(error).__name__})
        return False
    return answer.status_code == 200 and "<returncode>SUCCESS</returncode>" in answer.text


def _page(request: Request, message: str, status: int) -> Response:
    wishes = wished_languages(request.headers.get("accept-language", ""))
    language = shown_language(wishes[0] if wishes else "en")
    body = f"<p>{escape(text(language, message))}</p>"
    return plain_page(language, "Atelje", body, status, HEADERS)

"""What the members of a room share outside: its link for them; and a plain page, without an account, a script or a
cookie, for whoever has the link. The words come with a button, so that programs that look at links have not read them.
"""

from __future__ import annotations

from html import escape

from babel.dates import format_date
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.flows.releases import PATH, Releases, SharedWords
from server.http.answer import answered
from server.http.doors import Doors
from server.http.plain_page import FORM, plain_page
from server.http.plain_page import HEADERS as PLAIN
from server.http.public_page import wished_languages
from server.post.wording import locale_of, shown_language, text

HEADERS = PLAIN | {"Vary": "Accept-Language"}


def routes(doors: Doors, releases: Releases) -> list[Route]:
    async def offer(request: Request) -> Response:
        token, language = request.path_params["token"], _language(request)
        there = await doors.database.read(lambda c: releases.is_there(c, token, doors.clock()))
        return _offer(language, token) if there else _gone(language)

    async def read(request: Request) -> Response:
        token, language = request.path_params["token"], _language(request)
        shown = await doors.writer.run(lambda unit: releases.read(unit, token))
        return _gone(language) if shown is None else _words(language, shown)

    async def page(request: Request) -> Response:
        return await (read(request) if request.method == "POST" else offer(request))

    return [
        doors.see_now("/api/v1/rooms/{room}/releases/{item}/link", releases.link),
        Route(f"{PATH}/{{token}}", answered(page, FORM), methods=["GET", "POST"]),
    ]


def _language(request: Request) -> str:
    wishes = wished_languages(request.headers.get("accept-language", ""))
    return shown_language(wishes[0] if wishes else "en")


def _offer(language: str, token: str) -> Response:
    body = (
        f"<h1>{_say(language, 'title')}</h1>\n<p>{_say(language, 'lead')}</p>\n"
        f'<form method="post" action="{PATH}/{escape(token)}"><button>{_say(language, "open")}</button></form>\n'
        f'<p class="soft">{_say(language, "noted")}</p>'
    )
    return _html(language, body, 200)


def _words(language: str, shown: SharedWords) -> Response:
    until = format_date(shown.until, "long", locale=locale_of(language))
    body = (
        f"<h1>{_say(language, 'title')}</h1>\n"
        f'<p class="words" lang="" dir="auto">{escape(shown.words)}</p>\n'
        f'<p class="soft">{_say(language, "reader")} <bdi>{escape(shown.reader)}</bdi></p>\n'
        f'<p class="soft">{_say(language, "scope")} <bdi>{escape(shown.scope)}</bdi></p>\n'
        f'<p class="soft">{_say(language, "until", until=until)}</p>'
    )
    return _html(language, body, 200)


def _gone(language: str) -> Response:
    body = f"<h1>{_say(language, 'gone')}</h1>\n<p>{_say(language, 'gone-why')}</p>"
    return _html(language, body, 404)


def _say(language: str, message: str, **values: str) -> str:
    return escape(text(language, f"shared-{message}", values))


def _html(language: str, body: str, status: int) -> Response:
    return plain_page(language, text(language, "shared-title"), body, status, HEADERS)

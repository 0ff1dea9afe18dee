"""Stopping mails of a kind, by a link or among one's own preferences; and on this machine what would have been mailed.

These pages are answered without the browser client: a mail program opens them, or asks them by itself.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import time
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.config import LOOPBACK, Config
from server.contract.notifications import MyQuietHours
from server.contract.views import MailWishes
from server.database import StorageError
from server.errors import Refused
from server.http.answer import answered, read_body, respond
from server.http.plain_page import HEADERS, STYLE, plain_page
from server.http.problem import refusal
from server.http.visitor import address_of, signed_in
from server.post.model import Template
from server.post.service import Post, Quiet, Shown, Stop
from server.post.wording import shown_language, text

log = logging.getLogger("atelje.http")

BODY_BYTES = 1024
WISHES: Mapping[str, Template] = {
    "unread": "unread",
    "bulletins": "bulletin",
    "dates": "date_ahead",
    "times": "date_asked",
}
"""By field of `MailWishes`."""


def routes(post: Post, accounts: Accounts, config: Config) -> list[Route]:
    @answered
    async def wishes(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        unwanted = await post.unwanted(visitor.person)
        return respond(MailWishes(**{name: template not in unwanted for name, template in WISHES.items()}))

    @answered
    async def wish(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        wished = await read_body(request, MailWishes, BODY_BYTES)
        await post.set_wishes(visitor.person, {template: getattr(wished, name) for name, template in WISHES.items()})
        return respond(wished)

    @answered
    async def quiet(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        mine = await post.quiet(visitor.person)
        return respond(MyQuietHours(f"{mine.start:%H:%M}", f"{mine.end:%H:%M}"))

    @answered
    async def set_quiet(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        wished = await read_body(request, MyQuietHours, BODY_BYTES)
        await post.set_quiet(visitor.person, Quiet(time.fromisoformat(wished.since), time.fromisoformat(wished.until)))
        return respond(wished)

    async def unsubscribe(request: Request) -> Response:
        """Opening the link changes nothing: programs that look through mails open every link."""
        stop = post.stop_of(request.path_params["token"])
        if stop is None:
            return _unknown()
        if request.method != "POST":
            lead = text(shown_language(stop.language), stop.template, part="stop-lead")
            return _page(stop, lead, _button(request, "unwanted-stop", stop))
        return await _set_wanted(post, request, stop, wanted=False)

    async def subscribe(request: Request) -> Response:
        stop = post.stop_of(request.path_params["token"])
        if stop is None:
            return _unknown()
        return await _set_wanted(post, request, stop, wanted=True)

    found = [
        Route("/api/v1/me/mail", wishes),
        Route("/api/v1/me/mail", wish, methods=["PUT"]),
        Route("/api/v1/me/quiet-hours", quiet),
        Route("/api/v1/me/quiet-hours", set_quiet, methods=["PUT"]),
        Route("/mail/unsubscribe/{token}", unsubscribe, methods=["GET", "POST"]),
        Route("/mail/unsubscribe/{token}/again", subscribe, methods=["POST"]),
        STYLE,
    ]
    return [*found, *_caught(post)] if config.catches_mail else found


async def _set_wanted(post: Post, request: Request, stop: Stop, *, wanted: bool) -> Response:
    try:
        # Whoever repeats it costs a look, not a write.
        if await post.wants(stop.person, stop.template) != wanted:
            await post.set_wanted(stop.person, stop.template, wanted=wanted)
    except StorageError as error:
        log.error("the database could not answer", extra={"error": type(error).__name__})
        return refusal(Refused("unavailable"))
    said, button = ("unwanted-wanted", "unwanted-stop") if wanted else ("unwanted-stopped", "unwanted-again")
    return _page(stop, text(shown_language(stop.language), said), _button(request, button, stop))


def _button(request: Request, words: str, stop: Stop) -> str:
    path = f"/mail/unsubscribe/{request.path_params['token']}" + ("/again" if words == "unwanted-again" else "")
    return _form(path, text(shown_language(stop.language), words))


def _form(path: str, words: str) -> str:
    return f'<form method="post" action="{escape(path)}"><button>{escape(words)}</button></form>'


def _page(stop: Stop, words: str, form: str) -> Response:
    language = shown_language(stop.language)
    return _telling(language, text(language, stop.template, part="stop-title"), words, form)


def _unknown() -> Response:
    return _telling("en", text("en", "unwanted-title"), text("en", "unwanted-unknown"), status=404)


def _telling(language: str, title: str, words: str, form: str = "", status: int = 200) -> Response:
    return plain_page(language, title, f"<h1>{escape(title)}</h1>\n<p>{escape(words)}</p>\n{form}", status)


# ── what would have been mailed ───────────────────────────────────────────────────────────────────────────────────────


def _caught(post: Post) -> list[Route]:
    """For whoever sits at this machine; through a proxy there is nothing here."""

    async def listed(request: Request) -> list[Shown]:
        if address_of(request) not in LOOPBACK:
            raise Refused("not_found")
        return await post.caught()

    async def page(request: Request) -> Response:
        mails = "\n".join(_article(one) for one in await listed(request))
        lead = "No mail leaves this server: here is what it would have sent, the newest first."
        return plain_page("en", "Mail", f"<h1>Mail</h1>\n<p>{lead}</p>\n{mails or '<p>Nothing yet.</p>'}", 200)

    async def data(request: Request) -> Response:
        return JSONResponse([_described(one) for one in await listed(request)], headers=HEADERS)

    return [Route("/mail", page), Route("/mail.json", data)]


def _article(one: Shown) -> str:
    wording = one.wording
    button = f'<p><a href="{escape(wording.link)}">{escape(wording.button)}</a></p>' if wording.link else ""
    stop = f'<br><a href="{escape(wording.stop_link)}">{escape(wording.stop)}</a>' if wording.stop_link else ""
    words = f'<p class="words" dir="auto">{escape(wording.words)}</p>\n' if wording.words else ""
    return (
        f'<article lang="{wording.language}"><h2><bdi>{escape(wording.subject)}</bdi></h2>\n'
        f'<p class="soft"><bdi>{escape(one.to)}</bdi> · {escape(one.at)}</p>\n'
        f"<p><bdi>{escape(wording.lead)}</bdi></p>\n{words}{button}\n<p>{escape(wording.note)}</p>\n"
        f'<p class="soft">{escape(wording.foot)}{stop}</p></article>'
    )


def _described(one: Shown) -> dict[str, Any]:
    wording = one.wording
    return {
        "id": one.id,
        "to": one.to,
        "at": one.at,
        "template": one.template,
        "language": wording.language,
        "subject": wording.subject,
        "text": one.plain,
        "link": wording.link,
        "stop_link": wording.stop_link,
    }

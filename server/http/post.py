"""Stopping mails of a kind, by a link or among one's own preferences; and on this machine what would have been mailed.

These pages are answered without the browser client: a mail program opens them, or asks them by itself.
"""

from __future__ import annotations

import logging
from html import escape
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from server.accounts.service import Accounts
from server.config import LOOPBACK, Config
from server.contract.views import MailWishes
from server.database import StorageError
from server.errors import Refused
from server.http.answer import answered, read_body, respond
from server.http.problem import refusal
from server.http.visitor import address_of, signed_in
from server.post.model import Template
from server.post.service import Post, Shown, Stop
from server.post.wording import shown_language, text

log = logging.getLogger("atelje.http")

BODY_BYTES = 1024
UNREAD: Template = "unread"


def routes(post: Post, accounts: Accounts, config: Config) -> list[Route]:
    @answered
    async def wishes(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        return respond(MailWishes(unread=await post.wants(visitor.person, UNREAD)))

    @answered
    async def wish(request: Request) -> Response:
        visitor = await signed_in(request, accounts)
        wished = await read_body(request, MailWishes, BODY_BYTES)
        await post.set_wanted(visitor.person, UNREAD, wanted=wished.unread)
        return respond(wished)

    async def unsubscribe(request: Request) -> Response:
        """Opening the link changes nothing: programs that look through mails open every link."""
        stop = post.stop_of(request.path_params["token"])
        if stop is None:
            return _page("en", "unwanted-unknown", status=404)
        if request.method != "POST":
            return _page(stop.language, "unwanted-lead", _button(request, "unwanted-stop", stop))
        return await _set_wanted(post, request, stop, wanted=False)

    async def subscribe(request: Request) -> Response:
        stop = post.stop_of(request.path_params["token"])
        if stop is None:
            return _page("en", "unwanted-unknown", status=404)
        return await _set_wanted(post, request, stop, wanted=True)

    found = [
        Route("/api/v1/me/mail", wishes),
        Route("/api/v1/me/mail", wish, methods=["PUT"]),
        Route("/mail/unsubscribe/{token}", unsubscribe, methods=["GET", "POST"]),
        Route("/mail/unsubscribe/{token}/again", subscribe, methods=["POST"]),
        Route("/mail/page.css", _style),
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
    if wanted:
        return _page(stop.language, "unwanted-wanted", _button(request, "unwanted-stop", stop))
    return _page(stop.language, "unwanted-stopped", _button(request, "unwanted-again", stop))


def _button(request: Request, words: str, stop: Stop) -> str:
    path = f"/mail/unsubscribe/{request.path_params['token']}" + ("/again" if words == "unwanted-again" else "")
    return _form(path, text(shown_language(stop.language), words))


def _form(path: str, words: str) -> str:
    return f'<form method="post" action="{escape(path)}"><button>{escape(words)}</button></form>'


def _page(language: str, words: str, form: str = "", status: int = 200) -> Response:
    language = shown_language(language)
    title = text(language, "unwanted-title")
    return _html(language, title, f"<h1>{escape(title)}</h1>\n<p>{escape(text(language, words))}</p>\n{form}", status)


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
        return _html("en", "Mail", f"<h1>Mail</h1>\n<p>{lead}</p>\n{mails or '<p>Nothing yet.</p>'}", 200)

    async def data(request: Request) -> Response:
        return JSONResponse([_described(one) for one in await listed(request)], headers=_NOT_KEPT)

    return [Route("/mail", page), Route("/mail.json", data)]


def _article(one: Shown) -> str:
    wording = one.wording
    button = f'<p><a href="{escape(wording.link)}">{escape(wording.button)}</a></p>' if wording.link else ""
    stop = f'<br><a href="{escape(wording.stop_link)}">{escape(wording.stop)}</a>' if wording.stop_link else ""
    return (
        f'<article lang="{wording.language}"><h2><bdi>{escape(wording.subject)}</bdi></h2>\n'
        f'<p class="soft"><bdi>{escape(one.to)}</bdi> · {escape(one.at)}</p>\n'
        f"<p><bdi>{escape(wording.lead)}</bdi></p>\n{button}\n<p>{escape(wording.note)}</p>\n"
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


# ── the pages' form ───────────────────────────────────────────────────────────────────────────────────────────────────

_NOT_KEPT = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


def _html(language: str, title: str, body: str, status: int) -> Response:
    return HTMLResponse(
        f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">\n'
        f'<title>{escape(title)}</title>\n<link rel="icon" href="data:,">\n'
        '<link rel="stylesheet" href="/mail/page.css">\n</head>\n'
        f"<body><main>\n{body}\n</main></body>\n</html>\n",
        status,
        _NOT_KEPT,
    )


async def _style(_request: Request) -> Response:
    return Response(_STYLE, media_type="text/css", headers={"Cache-Control": "public, max-age=3600"})


_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; padding: 2rem 1rem; background: #faf7f2; color: #2b2622; font: 1.06rem/1.5 Georgia, serif; }
main { max-width: 36em; margin: 0 auto; }
article { margin-top: 1.5rem; padding: 1rem 1.25rem; border: 1px solid #cfc5b8; border-radius: .5rem; }
h2 { margin: 0; font-size: 1.15rem; }
a { color: #8a3b1f; overflow-wrap: anywhere; }
button { padding: .75rem 1.25rem; border: 0; border-radius: .4rem; background: #8a3b1f; color: #fff; font: inherit; }
.soft { color: #5a5048; font-size: .9rem; }
@media (prefers-color-scheme: dark) {
  body { background: #1d1a17; color: #eee7de; }
  article { border-color: #4a423a; }
  a { color: #f0b49b; }
  .soft { color: #c3b8ab; }
}
"""

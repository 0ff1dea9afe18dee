"""Public pages of people, for whoever comes by: plain HTML without a script, a cookie, or a word of anybody else."""

from __future__ import annotations

import re
from html import escape

from babel.dates import format_date
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.clock import Clock
from server.database import Database
from server.flows.pages import Shown, Thanks, public
from server.http.answer import answered
from server.http.plain_page import plain_page
from server.post.wording import locale_of, shown_language, text

LANGUAGES_READ = 20
"""Of what a browser wishes for."""
HEADERS = {
    # Nothing but its own style: whatever somebody got into a page stays words.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'",
    # Taken away is taken away at once.
    "Cache-Control": "no-cache",
    "Vary": "Accept-Language",
    "Referrer-Policy": "no-referrer",
}
NOT_LISTED = HEADERS | {"X-Robots-Tag": "noindex"}
_WISH = re.compile(r"\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?")


def routes(database: Database, clock: Clock) -> list[Route]:
    @answered
    async def page(request: Request) -> Response:
        slug, wishes = request.path_params["slug"], wished_languages(request.headers.get("accept-language", ""))
        shown = await database.read(lambda connection: public(connection, slug, wishes, clock()))
        return _gone(wishes) if shown is None else _page(shown)

    return [Route("/p/{slug}", page)]


def wished_languages(header: str) -> list[str]:
    """Of `Accept-Language`, the dearest first, as we spell them: Serbian without a script is Cyrillic."""
    found = [_WISH.fullmatch(part) for part in header[:1_000].split(",")[:LANGUAGES_READ]]
    wishes = [(float(wish[2] or 1), wish[1]) for wish in found if wish is not None]
    ordered = [tag for weight, tag in sorted(wishes, key=lambda wish: -wish[0]) if weight > 0]
    return list(dict.fromkeys(map(_spelt, ordered)))


def _spelt(tag: str) -> str:
    language, *rest = tag.split("-")
    language = language.lower()
    if language != "sr":
        return language
    return "sr-Latn" if any(part.lower() == "latn" for part in rest) else "sr-Cyrl"


# ── the page ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _page(shown: Shown) -> Response:
    frame = shown_language(shown.language)
    until = format_date(shown.until, "long", locale=locale_of(frame))
    body = (
        f'<h1 dir="auto">{escape(shown.name)}</h1>\n'
        f'<p class="words" dir="auto">{escape(shown.words)}</p>\n'
        f"{_links(shown)}"
        f'<p class="soft" lang="{frame}">{escape(text(frame, "page-programme", {"programme": shown.programme}))}</p>\n'
        f"{''.join(map(_thanks, shown.thanks))}"
        f'<p class="soft" lang="{frame}">{escape(text(frame, "page-until", {"until": until}))}</p>'
    )
    return plain_page(shown.language, shown.name, body, 200, HEADERS if shown.listed else NOT_LISTED)


def _links(shown: Shown) -> str:
    items = "".join(
        f'<li><a href="{escape(link.address)}" rel="nofollow noopener noreferrer ugc" dir="auto">'
        f"{escape(link.title)}</a></li>\n"
        for link in shown.links
    )
    return f"<ul>\n{items}</ul>\n" if items else ""


def _thanks(one: Thanks) -> str:
    parts = "<br>".join(escape(part) for part in (one.words or one.funder, one.disclaimer) if part)
    return f'<p class="soft" dir="auto">{parts}</p>\n'


def _gone(wishes: list[str]) -> Response:
    frame = shown_language(wishes[0] if wishes else "en")
    body = f"<h1>{escape(text(frame, 'page-gone'))}</h1>\n<p>{escape(text(frame, 'page-gone-why'))}</p>"
    return plain_page(frame, text(frame, "page-gone"), body, 404, NOT_LISTED)

"""The frame of pages without the browser client: plain HTML with one style, without a script or a cookie. Whatever
stands in them stays words.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

FORM = "application/x-www-form-urlencoded"
"""What a button or a form of such a page sends."""
STYLE_PATH = "/mail/page.css"
HEADERS = {
    # Nothing but its own style and its own button.
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'",
    # What is over is over at once, and nothing of it stays in a browser.
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}
"""Of a page that is for whoever has its address, and for nobody else."""


def plain_page(language: str, title: str, body: str, status: int, headers: Mapping[str, str] = HEADERS) -> HTMLResponse:
    """`title` is text, `body` is HTML."""
    robots = '<meta name="robots" content="noindex">\n' if "X-Robots-Tag" in headers else ""
    return HTMLResponse(
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n<meta name="color-scheme" content="light dark">\n'
        f'{robots}<title>{escape(title)}</title>\n<link rel="icon" href="data:,">\n'
        f'<link rel="stylesheet" href="{STYLE_PATH}">\n</head>\n'
        f"<body><main>\n{body}\n</main></body>\n</html>\n",
        status,
        headers,
    )


async def _style(_request: Request) -> Response:
    return Response(_STYLE, media_type="text/css", headers={"Cache-Control": "public, max-age=3600"})


STYLE = Route(STYLE_PATH, _style)

_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; padding: 2rem 1rem; background: #faf7f2; color: #2b2622; font: 1.06rem/1.5 Georgia, serif; }
main { max-width: 36em; margin: 0 auto; }
article { margin-top: 1.5rem; padding: 1rem 1.25rem; border: 1px solid #cfc5b8; border-radius: .5rem; }
h1 { margin: 0 0 1rem; font-size: 1.6rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 1.15rem; }
ul { padding-inline-start: 1.25rem; }
li { margin: .5rem 0; }
a { color: #8a3b1f; overflow-wrap: anywhere; }
button { padding: .75rem 1.25rem; border: 0; border-radius: .4rem; background: #8a3b1f; color: #fff; font: inherit; }
.words { white-space: pre-line; overflow-wrap: anywhere; }
.soft { color: #5a5048; font-size: .9rem; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) {
  body { background: #1d1a17; color: #eee7de; }
  article { border-color: #4a423a; }
  a { color: #f0b49b; }
  .soft { color: #c3b8ab; }
}
"""

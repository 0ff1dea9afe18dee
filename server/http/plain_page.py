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


def style() -> str:
    """For a page that is taken along, and has to stand for itself."""
    return _STYLE


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
button, .button { cursor: pointer; }
.button { display: inline-block; padding: .75rem 1.25rem; border-radius: .4rem; background: #8a3b1f; color: #fff;
  text-decoration: none; }
button.quiet { border: 1px solid #8a3b1f; padding: .6rem 1rem; background: none; color: #8a3b1f; }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible,
summary:focus-visible, fieldset:focus-visible { outline: 3px solid #c77a4f; outline-offset: 2px; }
h2 { line-height: 1.3; }
section, details, .copy { margin-top: 2rem; }
.card { display: block; margin-top: 1.5rem; padding: 1rem 1.25rem; border: 1px solid #cfc5b8; border-radius: .5rem;
  background: #fffdf9; }
.card > :first-child, .note > :first-child { margin-top: 0; }
.card > :last-child, .note > :last-child { margin-bottom: 0; }
.card strong { font-size: 1.15rem; }
.whom { font-style: italic; }
.note { padding: .75rem 1rem; border-inline-start: .3rem solid #5b7a4a; background: #eef3e8; }
.note.wrong { border-color: #a3271b; background: #fbeae6; }
.reads { padding-top: 1rem; border-top: 1px solid #cfc5b8; }
.reads ol { padding-inline-start: 1.25rem; }
.thanks { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid #cfc5b8; }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
.row li { margin: 0; }
.row a { display: inline-block; padding: .3rem 0; }
summary { padding: .5rem 0; color: #8a3b1f; cursor: pointer; }
.card + .words { margin-top: 1.5rem; }
.line { margin-top: 1rem; }
.line button { margin-top: .6rem; }
.field, fieldset { margin: 1.5rem 0; }
fieldset { min-width: 0; padding: .5rem 1rem 1rem; border: 1px solid #cfc5b8; border-radius: .5rem; }
fieldset.bare { margin: 0; padding: 0; border: 0; }
label, legend { font-weight: bold; overflow-wrap: anywhere; }
.choice { display: block; padding: .45rem 0; font-weight: normal; }
.many { columns: 14rem; column-gap: 1.5rem; }
.many .choice { break-inside: avoid; }
input { accent-color: #8a3b1f; }
.choice input { width: 1.15rem; height: 1.15rem; margin-inline-end: .5rem; vertical-align: -.15rem; }
.hint, .fault { display: block; margin: .25rem 0; font-size: .95rem; font-weight: normal; }
.hint { color: #5a5048; }
.fault { color: #a3271b; font-weight: bold; }
.fault::before { content: "▲ "; }
input:not([type=radio]):not([type=checkbox]), select, textarea { box-sizing: border-box; width: 100%;
  margin-top: .35rem; padding: .6rem .7rem; border: 1px solid #8b8075; border-radius: .4rem; background: #fff;
  color: inherit; font: inherit; }
[aria-invalid=true] { border-color: #a3271b !important; border-width: 2px !important; }
textarea { min-height: 8rem; line-height: 1.5; resize: vertical; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.files li { margin: .75rem 0; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
.unseen { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; opacity: 0; }
.copy dt { margin-top: 1.25rem; font-weight: bold; }
.copy dd { margin: .25rem 0 0; }
.words { white-space: pre-line; overflow-wrap: anywhere; }
.soft { color: #5a5048; font-size: .9rem; overflow-wrap: anywhere; }
@media print { button, details, form, .buttons { display: none; } }
@media (prefers-color-scheme: dark) {
  body { background: #1d1a17; color: #eee7de; }
  article, .card, fieldset, .reads, .thanks { border-color: #4a423a; }
  .card { background: #26221e; }
  .note { background: #26301f; border-color: #9dbb88; }
  .note.wrong { background: #3a201b; border-color: #f0907f; }
  a, summary, button.quiet { color: #f0b49b; }
  button.quiet { border-color: #f0b49b; }
  a.button { color: #fff; }
  input:not([type=radio]):not([type=checkbox]), select, textarea { background: #2a2520; border-color: #8b8075; }
  input { accent-color: #f0b49b; }
  .soft, .hint { color: #c3b8ab; }
  .fault { color: #f0907f; }
}
"""

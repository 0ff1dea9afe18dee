"""Plain pages for everybody: an open call, and answering it without an account. No script, and nothing typed is lost:
what can't be taken comes back as it was, with the place."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, quote

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from server.accounts.service import Accounts
from server.addresses import network_of
from server.clock import known_zones
from server.database import StorageError
from server.errors import Refused
from server.flows.applying import FILE_BYTES, Applying, Fields, Mine, Sight, Taken, Upload, public
from server.flows.open_calls import APPLY_PATH, CALL_PATH
from server.http.answer import bytes_of
from server.http.call_pages import Say, call_page, copy_file, copy_page, form_page
from server.http.multipart import FORM_DATA, Bounds, Part, read_form
from server.http.plain_page import HEADERS, plain_page, style
from server.http.public_page import wished_languages
from server.http.visitor import address_of, token_of

log = logging.getLogger("atelje.http")

BEGIN_BYTES, BEGIN_FIELDS = 16 * 1024, 20
BOUNDS = Bounds(file=FILE_BYTES, files=2 * FILE_BYTES, whole=128 * 2**20, seconds=300)
"""Of one form with its files: a slow network gets five minutes."""
AT_ONCE, FROM_ONE_NETWORK = 16, 4
"""Forms that are read at the same time."""
LISTED = {name: value for name, value in HEADERS.items() if name != "X-Robots-Tag"} | {"Vary": "Accept-Language"}
"""Of a call that is open: it is there to be found."""
OUT = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
STATUS = {"over": 409, "changed": 409, "faults": 422}


def routes(applying: Applying, accounts: Accounts) -> list[Route]:
    pages = _Pages(applying, accounts)
    return [
        Route(f"{CALL_PATH}/{{slug}}", pages.call, methods=["GET", "POST"]),
        Route(f"{CALL_PATH}/{{slug}}/link", pages.link, methods=["POST"]),
        Route(f"{APPLY_PATH}/{{token}}", pages.mine, methods=["GET", "POST"]),
        Route(f"{APPLY_PATH}/{{token}}/copy", pages.copy),
        Route(f"{APPLY_PATH}/{{token}}/files/{{file}}", pages.file),
        Route(f"{APPLY_PATH}/{{token}}/delete", pages.delete, methods=["POST"]),
    ]


class _Pages:
    def __init__(self, applying: Applying, accounts: Accounts) -> None:
        self._applying = applying
        self._accounts = accounts
        self._reading: Counter[str] = Counter()

    # ── the call ──────────────────────────────────────────────────────────────────────────────────────────────────────

    async def call(self, request: Request) -> Response:
        wishes = _wishes(request)
        try:
            sight = await self._sight(request, wishes)
            if sight is None:
                return _telling(wishes, "call-gone", 404)
            zone = _zone(request.query_params.get("zone", ""), sight)
            if request.method == "POST" and not sight.preview:
                return await self._begin(request, sight, zone)
        except Refused as refused:
            return _refused(wishes, refused)
        except StorageError as error:
            return _away(wishes, error)
        listed = not sight.preview and sight.call.state == "open"
        return _page(sight.language, sight.title, call_page(sight, zone), 200, LISTED if listed else HEADERS)

    async def _sight(self, request: Request, wishes: list[str]) -> Sight | None:
        applying, slug, token = self._applying, request.path_params["slug"], token_of(request, self._accounts)
        visitor = await self._accounts.who(token) if token else None
        person = None if visitor is None else visitor.person
        return await applying.database.read(lambda c: public(c, slug, wishes, person, applying.clock()))

    async def _begin(self, request: Request, sight: Sight, zone: str) -> Response:
        fields = _typed(await bytes_of(request, BEGIN_BYTES))
        try:
            begun = await self._applying.begin(sight, fields, address_of(request))
        except Refused as refused:
            if refused.code in ("call_over", "call_full"):
                return _page(sight.language, sight.title, call_page(sight, zone), 409)
            if refused.code != "too_many_attempts":
                raise
            seconds = int(str(refused.parameters["seconds"]))
            told = Say(sight.language)("wait", seconds=seconds)
            page = call_page(sight, zone, fields, told=told)
            return _page(sight.language, sight.title, page, 429, HEADERS | {"Retry-After": str(seconds)})
        if not isinstance(begun, str):
            return _page(sight.language, sight.title, call_page(sight, zone, fields, begun), 422)
        return RedirectResponse(f"{APPLY_PATH}/{begun}?begun=1", 303, HEADERS)

    async def link(self, request: Request) -> Response:
        """The same answer, whatever there is."""
        wishes = _wishes(request)
        try:
            sight = await self._sight(request, wishes)
            if sight is None or sight.preview:
                return _telling(wishes, "call-gone", 404)
            fields = _typed(await bytes_of(request, BEGIN_BYTES))
        except Refused as refused:
            return _refused(wishes, refused)
        except StorageError as error:
            return _away(wishes, error)
        email = next(iter(fields.get("email", ())), "")
        self._applying.mail_link(sight.call, email, address_of(request))
        say = Say(sight.language)
        body = (
            f'<h1>{say("again-title")}</h1>\n<p role="status">{say("again-done")}</p>\n'
            f'<p><a href="{CALL_PATH}/{sight.call.slug}?lang={sight.language}">{say("back")}</a></p>'
        )
        return _page(sight.language, sight.title, body, 200)

    # ── one's own ─────────────────────────────────────────────────────────────────────────────────────────────────────

    async def mine(self, request: Request) -> Response:
        wishes, token = _wishes(request), request.path_params["token"]
        try:
            mine = await self._applying.look(token, address_of(request))
            if mine is None:
                return _telling(wishes, "gone", 404)
            if request.method == "POST":
                return await self._take(request, mine, token)
        except Refused as refused:
            return _refused(wishes, refused)
        except StorageError as error:
            return _away(wishes, error)
        except ClientDisconnect:
            return Response(status_code=400)
        asked = request.query_params
        if mine.one.state == "sent" and "change" not in asked:
            return _mine(mine, copy_page(mine, token))
        told = Say(mine.one.language)("begun", email=mine.one.email) if "begun" in asked else ""
        return _mine(mine, form_page(mine, token, told))

    async def _take(self, request: Request, mine: Mine, token: str) -> Response:
        network = network_of(address_of(request))
        if self._reading.total() >= AT_ONCE or self._reading[network] >= FROM_ONE_NETWORK:
            # Not read at all, so the browser alone has what was typed.
            return _telling([mine.one.language], "busy", 503)
        fields, uploads = await self._read(request, network)
        do = next(iter(fields.get("do", ())), "save")
        say = Say(mine.one.language)
        try:
            taken = await self._applying.take(token, fields, uploads, do, address_of(request))
        except Refused as refused:
            # Nothing of it is taken, and nothing of it is lost.
            words = say("wait", seconds=int(str(refused.parameters.get("seconds", 60))))
            if refused.code != "too_many_attempts":
                words = say("away-moment")
            return _mine(mine, form_page(mine, token, words, fields), 429 if "seconds" in refused.parameters else 503)
        except StorageError as error:
            log.error("the database could not answer", extra={"error": type(error).__name__})
            return _mine(mine, form_page(mine, token, say("away-moment"), fields), 503)
        if taken is None:
            return _telling([mine.one.language], "gone", 404)
        return _answer(taken, token, fields, say)

    async def _read(self, request: Request, network: str) -> tuple[Fields, list[Upload]]:
        """Raises Refused bad_request, too_large."""
        if not request.headers.get("content-type", "").lower().startswith(FORM_DATA):
            return _typed(await bytes_of(request, 4 * BEGIN_BYTES), fields=600), []
        self._reading[network] += 1
        try:
            return _parted(await read_form(request, BOUNDS))
        finally:
            self._reading[network] -= 1
            self._reading += Counter()

    async def copy(self, request: Request) -> Response:
        wishes = _wishes(request)
        try:
            mine = await self._applying.look(request.path_params["token"], address_of(request))
        except Refused as refused:
            return _refused(wishes, refused)
        except StorageError as error:
            return _away(wishes, error)
        if mine is None:
            return _telling(wishes, "gone", 404)
        headers = OUT | {"Content-Disposition": attachment(f"{mine.sight.title}.html")}
        return HTMLResponse(copy_file(mine, style()), headers=headers)

    async def file(self, request: Request) -> Response:
        wishes = _wishes(request)
        try:
            token, file = request.path_params["token"], request.path_params["file"]
            found = await self._applying.open(token, file, address_of(request))
        except Refused as refused:
            return _refused(wishes, refused)
        except StorageError as error:
            return _away(wishes, error)
        if found is None:
            return _telling(wishes, "gone", 404)
        brought, pieces = found
        headers = OUT | {
            "Content-Disposition": attachment(brought.name),
            "Content-Length": str(brought.size),
        }
        return StreamingResponse(pieces, headers=headers, media_type=brought.type)

    async def delete(self, request: Request) -> Response:
        wishes = _wishes(request)
        try:
            mine = await self._applying.withdraw(request.path_params["token"], address_of(request))
        except Refused as refused:
            return _refused(wishes, refused)
        except StorageError as error:
            return _away(wishes, error)
        return _telling(wishes, "gone", 404) if mine is None else _telling([mine.one.language], "deleted", 200)


# ── what comes in ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _typed(body: bytes, fields: int = BEGIN_FIELDS) -> dict[str, list[str]]:
    """Raises Refused bad_request."""
    try:
        return parse_qs(body.decode("ascii", "replace"), keep_blank_values=True, max_num_fields=fields)
    except ValueError:
        raise Refused("bad_request", detail="too many fields") from None


def _parted(parts: list[Part]) -> tuple[dict[str, list[str]], list[Upload]]:
    """What was typed, by field; and the files, of which a field without one sends an empty one."""
    fields: dict[str, list[str]] = {}
    uploads = []
    for part in parts:
        if part.file is None:
            fields.setdefault(part.name, []).append(bytes(part.data or b"").decode("utf-8", "replace"))
        elif part.file:
            data = None if part.data is None else bytes(part.data)
            uploads.append(Upload(part.name.removeprefix("f_"), part.file, part.type, data))
    return fields, uploads


def _wishes(request: Request) -> list[str]:
    """The language that the address asks for, then those of the browser."""
    asked = request.query_params.get("lang", "")[:20]
    return [*filter(None, [asked]), *wished_languages(request.headers.get("accept-language", ""))]


def _zone(asked: str, sight: Sight) -> str:
    return asked if asked in known_zones() else sight.call.zone


# ── what goes out ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _page(language: str, title: str, body: str, status: int, headers: Mapping[str, str] = HEADERS) -> Response:
    return plain_page(language, title, body, status, headers)


def _mine(mine: Mine, body: str, status: int = 200) -> Response:
    return _page(mine.one.language, mine.sight.title, body, status)


def _answer(taken: Taken, token: str, fields: Fields, say: Say) -> Response:
    if taken.told == "sent":
        return _mine(taken.mine, copy_page(taken.mine, token, say("sent")))
    if taken.told == "saved":
        return _mine(taken.mine, form_page(taken.mine, token, say("saved")))
    words = {"over": say("late"), "changed": say("changed")}.get(taken.told, "")
    return _mine(taken.mine, form_page(taken.mine, token, words, fields, taken.faults), STATUS[taken.told])


def _telling(wishes: list[str], what: str, status: int) -> Response:
    say = Say(wishes[0] if wishes else "en")
    return _page(say.frame, say(what), f"<h1>{say(what)}</h1>\n<p>{say(f'{what}-why')}</p>", status)


def _refused(wishes: list[str], refused: Refused) -> Response:
    say = Say(wishes[0] if wishes else "en")
    match refused.code:
        case "too_large":
            return _telling(wishes, "too-much", 413)
        case "too_many_attempts":
            words, status = say("wait", seconds=int(str(refused.parameters["seconds"]))), 429
        case "unavailable":
            words, status = say("away-moment"), 503
        case "file_missing":
            return _telling(wishes, "gone", 404)
        case "call_full":
            words, status = say("closed"), 409
        case _:
            words, status = say("fault-answer_invalid"), 400
    headers: dict[str, Any] = dict(HEADERS)
    if "seconds" in refused.parameters:
        headers["Retry-After"] = str(refused.parameters["seconds"])
    return _page(say.frame, say("form-title"), f'<p role="alert">{words}</p>', status, headers)


def _away(wishes: list[str], error: Exception) -> Response:
    log.error("the database could not answer", extra={"error": type(error).__name__})
    return _refused(wishes, Refused("unavailable"))


def attachment(name: str) -> str:
    """As RFC 6266 spells it: for every browser, and for those that read only ASCII."""
    plain = "".join(character if 32 <= ord(character) < 127 and character not in '"\\%' else "_" for character in name)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"

"""Choosing among applications: for who reads, for who decides, and a plain page on which applicants choose a time."""

from __future__ import annotations

from html import escape
from typing import Literal
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from server.contract.selecting import (
    AskForInterview,
    DeclareConflict,
    NameReviewer,
    SendLetters,
    SetLetter,
    SetOutcome,
    TakeIn,
    WriteReview,
)
from server.errors import Refused
from server.flows import outcome_letters, reviewing, selecting, taking_in
from server.flows.interviews import PATH, Interviews, Offered
from server.http.answer import answered, bytes_of
from server.http.doors import Doors
from server.http.files import OUT, named
from server.http.plain_page import FORM, plain_page
from server.http.public_page import wished_languages
from server.http.visitor import signed_in
from server.post.wording import moment, shown_language, text
from server.storage.port import BytesMissing, Storage, StorageAway

FORM_BYTES, FIELDS = 4 * 1024, 4
NONE = "none"
"""What the form says where no time suits."""
Told = Literal["", "thanks", "changed", "over"]


def routes(doors: Doors, interviews: Interviews, storage: Storage) -> list[Route]:
    @answered
    async def file(request: Request) -> Response:
        person = (await signed_in(request, doors.accounts)).person
        application, id = request.path_params["application"], request.path_params["file"]
        found = await doors.database.read(lambda c: reviewing.file_of(c, person, application, id))
        try:
            pieces = await storage.pieces(found.stored)
        except BytesMissing:
            raise Refused("file_missing") from None
        except StorageAway:
            raise Refused("unavailable") from None
        headers = OUT | {"Content-Disposition": named("attachment", found.name), "Content-Length": str(found.size)}
        return StreamingResponse(pieces, headers=headers, media_type=found.type)

    async def page(request: Request) -> Response:
        return await (_take(request) if request.method == "POST" else _show(request))

    async def _show(request: Request) -> Response:
        token = request.path_params["token"]
        there = await doors.database.read(lambda connection: interviews.look(connection, token))
        return _gone(request) if there is None else _form(there, token)

    async def _take(request: Request) -> Response:
        token, said = request.path_params["token"], _said(await bytes_of(request, FORM_BYTES))
        try:
            there = await doors.writer.run(lambda unit: interviews.answer(unit, token, said))
        except Refused as refused:
            if refused.code not in ("time_not_offered", "time_over"):
                raise
            # The page was open when other times were asked about, or for too long.
            told: Told = "over" if refused.code == "time_over" else "changed"
            now = await doors.database.read(lambda connection: interviews.look(connection, token))
            return _gone(request) if now is None else _form(now, token, told)
        return _gone(request) if there is None else _form(there, token, "thanks")

    applications, calls = "/api/v1/applications/{application}", "/api/v1/calls/{call}"
    return [
        doors.see("/api/v1/me/reviews", reviewing.mine),
        doors.act("POST", f"{applications}/open", reviewing.open_application),
        doors.tell("PUT", f"{applications}/note", WriteReview, reviewing.write_note),
        doors.tell("POST", f"{applications}/conflict", DeclareConflict, reviewing.declare),
        Route(f"{applications}/files/{{file}}", file),
        doors.see(f"{calls}/selection", selecting.of_call),
        doors.tell("PUT", f"{calls}/reviewers/{{person}}", NameReviewer, selecting.name_reviewer),
        doors.act("DELETE", f"{calls}/reviewers/{{person}}", selecting.remove_reviewer),
        doors.act("DELETE", f"{applications}/conflicts/{{person}}", selecting.lift_conflict),
        doors.tell("PUT", f"{applications}/outcome", SetOutcome, selecting.set_outcome),
        doors.tell("POST", f"{applications}/interview", AskForInterview, interviews.ask),
        doors.act("DELETE", f"{applications}/interview", interviews.take_back),
        doors.see(f"{calls}/letters", outcome_letters.of_call),
        doors.tell("PUT", f"{calls}/letters/{{outcome}}/{{language}}", SetLetter, outcome_letters.edit),
        doors.tell("POST", f"{calls}/letters", SendLetters, outcome_letters.send),
        doors.see(f"{applications}/letter", outcome_letters.to_one),
        doors.tell("PUT", f"{applications}/letter", SetLetter, outcome_letters.edit_to_one),
        doors.tell("POST", f"{calls}/people", TakeIn, taking_in.take_in),
        Route(f"{PATH}/{{token}}", answered(page, FORM), methods=["GET", "POST"]),
    ]


# ── the page without an account ───────────────────────────────────────────────────────────────────────────────────────


def _said(body: bytes) -> int | None:
    """The time that was chosen; None where none suits. Raises Refused bad_request, time_not_offered."""
    try:
        fields = parse_qs(body.decode("ascii", "replace"), max_num_fields=FIELDS)
    except ValueError:
        raise Refused("bad_request", detail="too many fields") from None
    said = fields.get("time", [""])[0]
    if said == NONE:
        return None
    # What is no number is no time either; and of a number that long nobody means anything.
    return int(said) if said.isdecimal() and said.isascii() and len(said) < 16 else 0


def _form(there: Offered, token: str, told: Told = "") -> Response:
    """`told`: what became of an answer."""
    offer, language, zone = there.interview, shown_language(there.application.language), there.application.zone
    rows = "\n".join(
        _choice(offer.chosen == start, str(start), _when(there, start, language)) for start in offer.starts
    )
    none = _choice(offer.state == "none_suits", NONE, _say(language, "none"))
    status = f'<p role="status"><strong>{_say(language, told)}</strong></p>\n' if told else ""
    body = (
        f'<h1 dir="auto">{escape(there.title)}</h1>\n{status}<p>{_say(language, "lead")}</p>\n'
        f'<p dir="auto">{escape(offer.place)}</p>\n'
        f'<p class="soft">{_say(language, "zone")} {escape(zone)}</p>\n'
        f'<form method="post" action="{PATH}/{escape(token)}">\n<fieldset><legend>{_say(language, "which")}</legend>\n'
        f"{rows}\n{none}</fieldset>\n<p><button>{_say(language, 'send')}</button></p></form>"
    )
    return plain_page(language, there.title, body, 409 if told in ("changed", "over") else 200)


def _choice(chosen: bool, value: str, words: str) -> str:
    checked = " checked" if chosen else ""
    return f'<p><label><input type="radio" name="time" value="{value}" required{checked}> {words}</label></p>'


def _when(there: Offered, start: int, language: str) -> str:
    zone = there.application.zone
    ends = moment(start + there.interview.minutes * 60_000, language, zone).rpartition(", ")[2]
    return escape(f"{moment(start, language, zone)}–{ends}")


def _gone(request: Request) -> Response:
    """Whose it was is not known any more: in the language of the browser."""
    wishes = wished_languages(request.headers.get("accept-language", ""))
    language = shown_language(wishes[0] if wishes else "en")
    body = f"<h1>{_say(language, 'gone')}</h1>\n<p>{_say(language, 'gone-why')}</p>"
    return plain_page(language, text(language, "interview-gone"), body, 404)


def _say(language: str, message: str) -> str:
    return escape(text(language, f"interview-{message}"))

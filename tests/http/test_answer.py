"""Reading bodies and answering: what goes wrong on the way is a problem with words, and nothing waits for ever."""

from __future__ import annotations

import asyncio
import logging

import msgspec
import pytest
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message

from server.errors import Refused
from server.http import answer
from server.http.answer import answered, body_of, read_body, respond
from server.http.problem import refusal
from tests.http.ask import Answer, ask


class Note(msgspec.Struct, frozen=True):
    text: str


@answered
async def take(request: Request) -> Response:
    return respond(await read_body(request, Note, 100), 201)


@answered
async def count(request: Request) -> Response:
    return respond(Note(str(len(await body_of(request, 100)))))


@answered
async def decode(request: Request) -> Response:
    return respond(msgspec.json.decode(await body_of(request, 100_000), type=Note))


@answered
async def lose_storage(_request: Request) -> Response:
    raise OSError("canary: no space left on device")


@answered
async def lose_visitor(_request: Request) -> Response:
    raise ClientDisconnect


ENDPOINTS = (take, count, decode, lose_storage, lose_visitor)
APP = Starlette(routes=[Route(f"/{one.__name__}", one, methods=["GET", "POST"]) for one in ENDPOINTS])


async def post(path: str, body: bytes = b'{"text": "x"}') -> Answer:
    return await ask(APP, "POST", path, body)


async def test_a_struct_goes_in_and_out_as_json() -> None:
    said = await post("/take", '{"text": "Ђорђе"}'.encode())
    assert (said.status, said.header("content-type")) == (201, "application/json")
    assert said.body == '{"text":"Ђорђе"}'.encode()


async def test_a_body_may_come_in_any_pieces() -> None:
    pieces = [bytes([one]) for one in '{"text": "Ђорђе"}'.encode()]
    assert (await ask(APP, "POST", "/take", [b"", *pieces, b""])).status == 201


async def test_the_limit_is_exact() -> None:
    assert (await post("/count", b"x" * 100)).json == {"text": "100"}
    assert (await post("/count", b"x" * 101)).problem == "too_large"


async def test_what_a_handler_decodes_itself_is_refused_alike() -> None:
    for body in (b"{", b'{"text": 1}', b'{"text": "\xff"}', b'{"x":' + b"[" * 50_000):
        assert (await post("/decode", body)).problem == "bad_request"


async def test_storage_that_is_away_is_an_invitation_to_try_again(caplog: pytest.LogCaptureFixture) -> None:
    said = await post("/lose_storage")
    assert (said.status, said.problem) == (503, "unavailable")
    (record,) = (record for record in caplog.records if record.levelno >= logging.ERROR)
    assert vars(record)["error"] == "OSError"
    assert "canary" not in repr(vars(record))


async def test_a_visitor_who_left_is_no_failure(caplog: pytest.LogCaptureFixture) -> None:
    await post("/lose_visitor")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_a_body_that_never_ends_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer, "BODY_SECONDS", 0.01)

    async def receive() -> Message:
        return await asyncio.get_running_loop().create_future()

    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", b"application/json")]}
    with pytest.raises(Refused, match="bad_request"):
        await body_of(Request(scope, receive), 100)


def test_a_refusal_carries_its_words_and_parameters() -> None:
    response = refusal(Refused("too_many_attempts", seconds=7))
    assert msgspec.json.decode(response.body) == {
        "type": "urn:atelje:refused:too_many_attempts",
        "title": "Too many attempts. Try again in 7 s.",
        "status": 429,
        "code": "too_many_attempts",
        "seconds": 7,
    }
    assert response.headers["retry-after"] == "7"

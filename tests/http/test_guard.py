"""What every request passes: headers, Host, Origin, size, and what happens when a handler fails."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket

from server.errors import Refused
from server.http.guard import AnswerCut, allowed_origins, guards
from server.http.problem import TRANSLATIONS
from server.logs import JsonFormatter
from tests.accounts.house import config
from tests.http.ask import HOST, Answer, ask

LOOPBACK = {"http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000"}


async def echo(request: Request) -> Response:
    return Response(await request.body(), headers={"X-Person": "none"})


async def own_headers(_request: Request) -> Response:
    headers = {"Cache-Control": "public, max-age=60", "Referrer-Policy": "no-referrer"}
    return PlainTextResponse("mine", headers=headers)


async def fail(_request: Request) -> Response:
    raise RuntimeError("canary: what somebody wrote")


async def fail_in_the_middle(_request: Request) -> Response:
    async def half() -> AsyncIterator[bytes]:
        yield b"half"
        raise RuntimeError("canary")

    return StreamingResponse(half())


async def refuse(_request: Request) -> Response:
    raise Refused("not_found")


async def greet(socket: WebSocket) -> None:
    await socket.accept()
    await socket.close()


def guarded(**environment: str) -> Starlette:
    return Starlette(
        routes=[
            Route("/api/v1/echo/{name}", echo, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
            Route("/healthz", own_headers),
            Route("/api/v1/own", own_headers),
            Route("/api/v1/fail", fail),
            Route("/api/v1/half", fail_in_the_middle),
            Route("/api/v1/refuse", refuse),
            WebSocketRoute("/live", greet),
        ],
        middleware=guards(config(**environment)),
        exception_handlers=TRANSLATIONS,
    )


@pytest.fixture
def app() -> Starlette:
    return guarded()


# ── headers ───────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_every_answer_carries_the_headers_that_guard_a_browser(app: Starlette) -> None:
    for method, path in (("GET", "/api/v1/echo/x"), ("GET", "/nowhere"), ("GET", "/api/v1/fail"), ("BREW", "/")):
        answer = await ask(app, method, path)
        assert answer.header("x-content-type-options") == "nosniff"
        assert answer.header("referrer-policy") == "same-origin"
        assert answer.header("cross-origin-opener-policy") == "same-origin"
        assert "camera=()" in answer.header("permissions-policy")
        assert "default-src 'none'" in answer.header("content-security-policy")
        assert answer.all("access-control-allow-origin") == []
        assert answer.all("server") == []


async def test_the_content_policy_lets_our_own_pages_work_and_nothing_else(app: Starlette) -> None:
    answer = await ask(app, "GET", "/nowhere")
    policy = dict(part.split(" ", 1) for part in answer.header("content-security-policy").split("; "))
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self' data: blob:",
        "media-src": "'self' blob:",
        "connect-src": "'self' ws://127.0.0.1:8000 ws://localhost:8000",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
        "object-src": "'none'",
        "require-trusted-types-for": "'script'",
    }


async def test_under_https_the_browser_is_told_to_stay_there() -> None:
    app = guarded(URL="https://rooms.example.org")
    answer = await ask(app, "GET", "/nowhere", hosts=("rooms.example.org",))
    assert answer.header("strict-transport-security") == "max-age=31536000"
    assert "connect-src 'self' wss://rooms.example.org;" in answer.header("content-security-policy")


async def test_over_http_it_is_not(app: Starlette) -> None:
    assert (await ask(app, "GET", "/nowhere")).all("strict-transport-security") == []


async def test_the_api_is_not_cached_unless_a_handler_says_so(app: Starlette) -> None:
    assert (await ask(app, "GET", "/api/v1/echo/x")).header("cache-control") == "no-store"
    assert (await ask(app, "GET", "/api/v1/nowhere")).header("cache-control") == "no-store"
    assert (await ask(app, "GET", "/nowhere")).all("cache-control") == []
    own = await ask(app, "GET", "/api/v1/own")
    assert own.header("cache-control") == "public, max-age=60"
    assert own.header("referrer-policy") == "no-referrer"


# ── Host ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST", "[::1]:8000", "127.0.0.1:1"])
async def test_loopback_answers_under_all_its_names(app: Starlette, host: str) -> None:
    assert (await ask(app, "GET", "/api/v1/echo/x", hosts=(host,))).status == 200


@pytest.mark.parametrize(
    "hosts",
    [
        (),
        ("",),
        ("evil.example",),
        ("evil.example:8000",),
        ("127.0.0.1.evil.example",),
        ("evil127.0.0.1",),
        ("127.0.0.1@evil.example",),
        ("evil/admin?x=",),
        ("127.0.0.1:8000/admin?x=",),
        ("127.0.0.1:99999999",),
        ("127.0.0.1:",),
        ("127.0.0.1 ",),
        ("127.0.0.1\n",),
        ("[::1",),
        ("\xff",),
        (HOST, HOST),
        (HOST, "evil.example"),
    ],
)
async def test_a_name_that_is_not_ours_is_refused_in_words(app: Starlette, hosts: tuple[str, ...]) -> None:
    answer = await ask(app, "GET", "/api/v1/echo/x", hosts=hosts)
    assert (answer.status, answer.problem) == (400, "bad_request")
    assert "http://127.0.0.1:8000" in answer.json["title"]


async def test_a_public_server_answers_under_its_one_name() -> None:
    app = guarded(URL="https://rooms.example.org")
    for host, status in (("rooms.example.org", 200), ("Rooms.Example.org:443", 200), ("127.0.0.1:8000", 400)):
        assert (await ask(app, "GET", "/api/v1/echo/x", hosts=(host,))).status == status


async def test_the_machine_may_ask_for_our_health_under_any_name(app: Starlette) -> None:
    assert (await ask(app, "GET", "/healthz", hosts=("10.0.0.3:8000",))).status == 200


@pytest.mark.parametrize("name", ["a\x00b", "a\nb", "a\x1b[31m", "\x85", "a\ufffdb"])
async def test_an_address_with_controls_is_refused(app: Starlette, name: str) -> None:
    assert (await ask(app, "GET", f"/api/v1/echo/{name}")).problem == "bad_request"


async def handshake(app: Starlette, host: str, extensions: dict[str, Any]) -> list[Message]:
    heard: list[Message] = []
    waiting: Iterator[Message] = iter([{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1005}])

    async def receive() -> Message:
        return next(waiting)

    async def send(message: Message) -> None:
        heard.append(message)

    scope = {"type": "websocket", "path": "/live", "headers": [(b"host", host.encode())], "extensions": extensions}
    await app(scope | {"subprotocols": [], "query_string": b"", "root_path": ""}, receive, send)
    return heard


async def test_live_connections_are_refused_under_a_strangers_name_too(app: Starlette) -> None:
    assert (await handshake(app, HOST, {}))[0]["type"] == "websocket.accept"
    assert (await handshake(app, "evil.example", {}))[0]["type"] == "websocket.close"
    said = await handshake(app, "evil.example", {"websocket.http.response": {}})
    assert (said[0]["type"], said[0]["status"]) == ("websocket.http.response.start", 400)


# ── Origin ────────────────────────────────────────────────────────────────────────────────────────────────────────────

FOREIGN = [
    "null",
    "",
    "http://evil.example",
    "http://127.0.0.1:8000.evil.example",
    "http://evil.example/http://127.0.0.1:8000",
    "http://evil127.0.0.1:8000",
    "http://127.0.0.1:8000/",
    "http://127.0.0.1",
    "http://127.0.0.1:8001",
    "https://127.0.0.1:8000",
    "HTTP://127.0.0.1:8000",
    "http://user@127.0.0.1:8000",
    "http://127.0.0.1:8000@evil.example",
    "http://sub.localhost:8000",
    "http://127.0.0.1:8000 http://evil.example",
    " http://127.0.0.1:8000\t",
    "127.0.0.1:8000",
]


async def post(app: Starlette, *headers: tuple[str, str], method: str = "POST") -> Answer:
    return await ask(app, method, "/api/v1/echo/x", b"{}", headers)


@pytest.mark.parametrize("origin", sorted(LOOPBACK))
async def test_our_own_pages_may_change_things(app: Starlette, origin: str) -> None:
    assert (await post(app, ("origin", origin), ("sec-fetch-site", "same-origin"))).status == 200


@pytest.mark.parametrize("origin", FOREIGN)
async def test_pages_of_elsewhere_may_not(app: Starlette, origin: str) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        answer = await post(app, ("origin", origin), method=method)
        assert (answer.status, answer.problem) == (403, "origin_not_allowed")


async def test_two_origins_are_ours_only_if_both_are(app: Starlette) -> None:
    own, evil = ("origin", "http://127.0.0.1:8000"), ("origin", "http://evil.example")
    assert (await post(app, own, evil)).problem == "origin_not_allowed"
    assert (await post(app, evil, own)).problem == "origin_not_allowed"


@pytest.mark.parametrize(
    ("site", "status"),
    [("same-origin", 200), ("none", 200), ("same-site", 403), ("cross-site", 403), ("", 403), ("same-origin, x", 403)],
)
async def test_what_the_browser_says_of_the_page_counts_without_an_origin(
    app: Starlette, site: str, status: int
) -> None:
    assert (await post(app, ("sec-fetch-site", site))).status == status


async def test_a_program_that_is_no_browser_is_let_through(app: Starlette) -> None:
    assert (await post(app)).status == 200


async def test_reading_needs_no_origin_of_ours(app: Starlette) -> None:
    headers = (("origin", "http://evil.example"), ("sec-fetch-site", "cross-site"))
    answer = await ask(app, "GET", "/api/v1/echo/x", headers=headers)
    assert answer.status == 200
    assert answer.header("cross-origin-resource-policy") == "same-origin"


@pytest.mark.parametrize(
    ("environment", "origins"),
    [
        ({}, LOOPBACK),
        ({"PORT": "80"}, {"http://127.0.0.1", "http://localhost", "http://[::1]"}),
        ({"URL": "http://localhost:9000"}, {origin.replace("8000", "9000") for origin in LOOPBACK}),
        ({"URL": "https://Rooms.example.org:443/"}, {"https://rooms.example.org"}),
        ({"URL": "http://192.168.1.5:8000"}, {"http://192.168.1.5:8000"}),
    ],
)
def test_origins_follow_from_the_public_address(environment: dict[str, str], origins: set[str]) -> None:
    assert allowed_origins(config(**environment)) == origins


# ── size ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_body_within_the_limit_arrives_whole(app: Starlette) -> None:
    assert len((await ask(app, "POST", "/api/v1/echo/x", [b"x" * 1024] * 256)).body) == 256 * 1024


async def test_a_body_that_grows_past_the_limit_is_refused_while_it_arrives(app: Starlette) -> None:
    answer = await ask(app, "POST", "/api/v1/echo/x", [b"x" * 1024] * 257)
    assert (answer.status, answer.problem) == (413, "too_large")


@pytest.mark.parametrize("length", ["262145", "9" * 5_000, "9" * 20])
async def test_a_body_that_says_it_is_longer_is_refused_before_it_comes(app: Starlette, length: str) -> None:
    answer = await ask(app, "POST", "/api/v1/echo/x", b"x", (("content-length", length),))
    assert answer.problem == "too_large"


@pytest.mark.parametrize("length", ["-1", "x", "1e9", "٣", ""])
async def test_a_length_that_is_none_says_nothing(app: Starlette, length: str) -> None:
    headers = () if not length.isascii() else (("content-length", length),)
    assert (await ask(app, "POST", "/api/v1/echo/x", b"x", headers)).status == 200


# ── failures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_failure_is_logged_once_and_told_to_nobody(app: Starlette, caplog: pytest.LogCaptureFixture) -> None:
    answer = await ask(app, "GET", "/api/v1/fail")
    assert (answer.status, answer.header("content-type")) == (500, "application/problem+json")
    assert b"canary" not in answer.body
    assert "code" not in answer.json
    failures = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(failures) == 1
    line = JsonFormatter().format(failures[0])
    assert "test_guard.py" in line
    assert "canary" not in line


async def test_an_answer_that_fails_half_way_breaks_off(app: Starlette) -> None:
    with pytest.raises(AnswerCut):
        await ask(app, "GET", "/api/v1/half")


async def test_a_no_from_any_handler_is_told_as_one(app: Starlette) -> None:
    assert (await ask(app, "GET", "/api/v1/refuse")).problem == "not_found"
    bare = Starlette(routes=[Route("/api/v1/refuse", refuse)], middleware=guards(config()))
    assert (await ask(bare, "GET", "/api/v1/refuse")).problem == "not_found"

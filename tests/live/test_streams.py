"""Connections over HTTP alone: what only they have, from the heads of their answers to the posts of strangers."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator

import pytest

from server.live.desk import Caller
from server.live.node import Limits
from server.live.transports.stream import POSTED_LIMIT, Post
from tests.live.serving import ORIGIN, SHORT, STREAMS, Serving, StreamClient, Transport, request_head, status_of, until

BEGIN = b'{"id":1,"connect":{"token":"token-ann"}}\n{"id":2,"subscribe":{"channel":"room:1"}}'
COOKIE = {"Cookie": "atelje=c", "Origin": ORIGIN}
SCRIPT = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}


@pytest.fixture(params=STREAMS)
def transport(request: pytest.FixtureRequest) -> Transport:
    chosen: Transport = request.param
    return chosen


@pytest.fixture
async def one() -> AsyncIterator[Serving]:
    """Where it does not matter which of the two it is."""
    async with Serving.start("http_stream") as serving:
        serving.logins["c"] = Caller("cid", "login-c")
        yield serving


def stream_of(client: object) -> StreamClient:
    assert isinstance(client, StreamClient)
    return client


# ── the answer ──


async def test_nothing_on_the_way_may_hold_the_stream_back(serving: Serving) -> None:
    async with serving.connect() as client:
        head = stream_of(client).head.decode().lower()
    for line in ("x-accel-buffering: no", "cache-control: no-store, no-transform", "content-encoding: identity"):
        assert f"{line}\r\n" in head
    assert "access-control" not in head
    binary = "application/octet-stream"
    kind = {"http_stream": "application/json", "sse": "text/event-stream"}.get(serving.transport, binary)
    assert f"content-type: {kind}\r\n" in head


async def test_the_greeting_says_where_posts_go(serving: Serving) -> None:
    async with serving.connect() as ann, serving.connect("ben") as ben:
        keys = [stream_of(client).greeting["session"] for client in (ann, ben)]
        assert len(set(keys)) == 2
        assert min(map(len, keys)) >= 48
        assert stream_of(ann).greeting["node"] == "one"


async def test_words_of_every_alphabet_arrive_whole(serving: Serving) -> None:
    words = 'Добро вече, čaršija! 🌍 "\\" \u2028'
    async with serving.connect() as client:
        assert (await client.rpc("echo", words))["rpc"]["data"] == words


async def test_what_is_committed_together_comes_as_one_piece_of_several_replies(serving: Serving) -> None:
    async with serving.connect() as client:
        await client.ask("subscribe", channel="room:1")
        frames = client.frames
        serving.desk.say("room:1", *"abc")
        assert await client.offsets(3) == [1, 2, 3]
        assert client.frames == frames + 1


# ── who may post ──


async def test_a_key_is_of_no_use_without_the_cookie_that_opened_the_stream(serving: Serving) -> None:
    serving.logins |= {"c": Caller("cid", "login-c"), "d": Caller("dan", "login-d"), "e": Caller("cid", "login-e")}
    async with serving.socket(additional_headers={"Cookie": "atelje=c"}, origin=ORIGIN) as client:
        await client.ask("connect")
        kind = {"Content-Type": "application/octet-stream"} if "protobuf" in serving.transport else {}
        stream, command = stream_of(client), '{"id":7,"rpc":{"method":"echo","data":1}}'
        assert await stream.post(command, headers=kind) == 404
        assert await stream.post(command, headers=kind | COOKIE | {"Cookie": "atelje=d"}) == 404
        assert await stream.post(command, headers=kind | COOKIE | {"Cookie": "atelje=e"}) == 404
        assert await stream.post(command, headers=kind | {"Cookie": "atelje=c"}) == 403
        assert await stream.post(command, headers=kind | COOKIE | {"Origin": "https://evil.example"}) == 403
        assert serving.desk.calls == []
        assert await stream.post(command) == 204
        assert (await client.next())["id"] == 7


async def test_a_key_dies_with_its_stream(serving: Serving) -> None:
    async with serving.connect() as client:
        stream = stream_of(client)
        assert await stream.post("{}") == 204
        assert await stream.post("{}", session="0" * 64) == 404
        stream.cut()
        await until(lambda: serving.node.connections == 0)
        assert await stream.post("{}") == 404


async def test_a_post_for_another_node_is_passed_on_with_the_login_of_its_cookie(one: Serving) -> None:
    passed: list[tuple[str, Post]] = []

    def forward(node: str, post: Post) -> bool:
        passed.append((node, post))
        return True

    async with Serving.start("http_stream", name="two", forward=forward) as other:
        other.logins["c"] = Caller("cid", "login-c")
        assert await status_of(other.port, "POST", "/emulation", COOKIE, _post("made up" * 8, "one")) == 404
        async with one.socket(additional_headers={"Cookie": "atelje=c"}, origin=ORIGIN) as client:
            await client.ask("connect")
            key = stream_of(client).greeting["session"]
            assert await status_of(other.port, "POST", "/emulation", COOKIE, _post(key, "one")) == 204
            ((node, post),) = passed
            assert (node, post.login) == ("one", "login-c")
            assert one.node.streams.take(post)
            assert (await client.next())["rpc"] == {"data": 1}


def _post(key: str, node: str) -> bytes:
    data = '{"id":7,"rpc":{"method":"echo","data":1}}'
    return json.dumps({"session": key, "node": node, "data": data}).encode()


# ── what is refused before anything is kept ──

OPEN, EVENTS = "/connection/http_stream", "/connection/sse"
WITH_TOKEN = f'{EVENTS}?cf_connect={{"id":1,"connect":{{"token":"t"}}}}'.replace('"', "%22")
LINK = {"Cookie": "atelje=c", "Sec-Fetch-Mode": "navigate"}
REFUSED = {
    "a form": (415, "POST", OPEN, {"Content-Type": "text/plain"}, BEGIN),
    "a body too long": (413, "POST", OPEN, {}, b"x" * 270_000),
    "another origin": (403, "POST", OPEN, {"Origin": "https://evil.example"}, BEGIN),
    "a cookie without origin": (403, "POST", OPEN, {"Cookie": "atelje=c"}, BEGIN),
    "a question before": (405, "OPTIONS", OPEN, {"Origin": ORIGIN}, None),
    "no command": (400, "GET", EVENTS, COOKIE, None),
    "a token in the address": (400, "GET", WITH_TOKEN, {}, None),
    "the head alone": (405, "HEAD", f"{EVENTS}?cf_connect={{}}", COOKIE, None),
    "a link of another site": (403, "GET", f"{EVENTS}?cf_connect={{}}", LINK | {"Sec-Fetch-Site": "cross-site"}, None),
    "a link of our pages": (403, "GET", f"{EVENTS}?cf_connect={{}}", LINK | {"Sec-Fetch-Site": "same-origin"}, None),
    "a typed address": (403, "GET", f"{EVENTS}?cf_connect={{}}", LINK | {"Sec-Fetch-Site": "none"}, None),
    "a post that is no object": (400, "POST", "/emulation", {}, b"[]"),
    "a post in half": (400, "POST", "/emulation", {}, b'{"session":"'),
    "a post with a surrogate": (400, "POST", "/emulation", {}, b'{"session":"k","data":"\\ud800"}'),
    "a post of a form": (415, "POST", "/emulation", {"Content-Type": "text/plain"}, b"{}"),
    "a post of broken protobuf": (400, "POST", "/emulation", {"Content-Type": "application/octet-stream"}, b"\xff"),
    "a post too long": (413, "POST", "/emulation", {}, b"x" * 270_000),
}


async def test_what_is_wrong_is_refused_before_anything_is_kept(one: Serving) -> None:
    got = {}
    for case, (_, method, path, headers, body) in REFUSED.items():
        got[case] = await status_of(one.port, method, path, headers, body)
    assert got == {case: status for case, (status, *_) in REFUSED.items()}
    assert one.node.connections == 0


async def test_a_script_of_ours_may_open_an_event_stream_by_its_cookie() -> None:
    """Browsers name no origin with such a request, and say where it comes from in words of their own."""
    async with Serving.start("sse") as serving:
        serving.logins["c"] = Caller("cid", "login-c")
        async with serving.socket(additional_headers={"Cookie": "atelje=c"} | SCRIPT) as client:
            assert "connect" in await client.ask("connect")


async def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    async with Serving.start("http_stream", SHORT) as serving:
        reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
        writer.write(request_head("POST", "/connection/http_stream", {"Content-Length": "100"}) + b"{")
        assert b" 408 " in await asyncio.wait_for(reader.readline(), 5)
        writer.close()


async def test_bodies_that_come_late_are_more_than_an_address_may_have_too() -> None:
    async with Serving.start("http_stream", limits=Limits(address=2)) as serving:
        head = request_head("POST", OPEN, {}, BEGIN)
        writers, lines = [], []
        for _ in range(4):
            reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
            writer.write(head)
            writers.append((reader, writer))
        # All have been let in by now.
        assert await status_of(serving.port, "OPTIONS", OPEN, {}) == 405
        for reader, writer in writers:
            writer.write(BEGIN)
            lines.append(await asyncio.wait_for(reader.readline(), 5))
        assert sorted(line.split()[1] for line in lines) == [b"200", b"200", b"503", b"503"]
        for _, writer in writers:
            writer.transport.abort()


async def test_an_address_of_many_commands_costs_little(one: Serving) -> None:
    begun = time.process_time()
    assert await status_of(one.port, "GET", f"{EVENTS}?cf_connect={'x%0A' * 15_000}", {}) == 200
    assert time.process_time() - begun < 0.1


# ── deadlines and bounds ──


async def test_without_a_pong_it_ends(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving, serving.connect() as client:
        assert await client.closed() == (3012, "no pong")
        await until(lambda: serving.node.connections == 0)


async def test_a_pong_that_is_posted_keeps_it(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving, serving.connect() as client:
        for _ in range(3):
            assert await client.next() == {}
            await client.send("{}")


async def test_a_draining_node_ends_streams_with_a_code_of_their_own(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving, serving.connect() as client:
        closing = asyncio.create_task(client.closed())
        await serving.node.drain()
        assert await closing == (3001, "server restart")
        assert serving.node.connections == 0


async def test_posts_that_nobody_takes_end_the_stream(one: Serving) -> None:
    async with one.connect() as client:
        stream = stream_of(client)
        for _ in range(32):
            await client.command(rpc={"method": "never"})
        posts = [json.dumps({"id": n, "rpc": {"method": "echo", "data": "x" * 60_000}}) for n in range(100, 111)]
        assert sum(map(len, posts)) > POSTED_LIMIT + 60_100, "more than what waits and the one that is begun with"
        for post in posts:
            await stream.post(post)
        assert len(one.desk.calls) == 32
        assert await client.closed() == (3013, "too many requests")


async def test_posts_that_had_to_wait_are_taken_in_order(one: Serving) -> None:
    async with one.connect() as client:
        for _ in range(32):
            await client.command(rpc={"method": "never"})
        for n in range(40):
            await client.command(rpc={"method": "echo", "data": n})
        assert len(one.desk.calls) == 32
        one.desk.release()
        assert [(await client.next())["id"] for _ in range(72)] == list(range(2, 74))
        assert [int(data) for _, method, data in one.desk.calls if method == "echo"] == list(range(40))


async def test_a_peer_that_vanishes_leaves_nothing_behind(serving: Serving) -> None:
    async with serving.connect() as client:
        await client.ask("subscribe", channel="room:1")
        stream_of(client).cut()
        await until(lambda: serving.node.connections == 0)
    assert serving.node.hub.positions() == {}


async def test_a_server_that_keeps_its_sockets_to_itself_serves_streams_too() -> None:
    async with Serving.start("plain", SHORT) as serving:
        stream = StreamClient(serving.port, "http_stream")
        await stream.ask("connect", token="token-ann")
        assert (await stream.rpc("echo", "да"))["rpc"] == {"data": "да"}
        assert await stream.closed() == (3012, "no pong")
        await until(lambda: serving.node.connections == 0)
        stream.cut()

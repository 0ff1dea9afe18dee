"""Who may open a socket: decided before it is accepted, never with an error of the server."""

from __future__ import annotations

import asyncio
import contextlib

import pytest
from starlette.requests import HTTPConnection

from server.live.desk import Caller
from server.live.node import Limits
from tests.live.serving import HANDSHAKE, ORIGIN, WAIT, Serving, Transport, until

COOKIE = {"Cookie": "atelje=c"}


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "https://atelje.example.evil.example",
        "https://evil-atelje.example",
        "https://sub.atelje.example",
        "http://atelje.example",
        "https://atelje.example:8443",
        "https://ATELJE.example",
        "https://atelje.example/",
        "https://user@atelje.example",
        "https://atelje.example.",
        "",
    ],
)
async def test_another_origin_is_refused_with_and_without_a_cookie(serving: Serving, origin: str) -> None:
    serving.logins["c"] = Caller("cid", "login-1")
    assert await serving.refused(additional_headers={"Origin": origin}) == 403
    assert await serving.refused(additional_headers={"Origin": origin} | COOKIE) == 403
    assert serving.node.connections == 0


async def test_two_origins_are_refused(serving: Serving) -> None:
    assert await serving.refused(additional_headers=[("Origin", ORIGIN), ("Origin", ORIGIN)]) in (400, 403)


async def test_a_cookie_without_an_origin_is_refused(serving: Serving) -> None:
    serving.logins["c"] = Caller("cid", "login-1")
    assert await serving.refused(additional_headers=COOKIE) == 403


async def test_without_a_cookie_no_origin_is_needed(serving: Serving) -> None:
    async with serving.connect() as client:
        assert (await client.rpc("echo", 1))["rpc"] == {"data": 1}
    async with serving.connect(additional_headers=COOKIE) as client:
        assert (await client.rpc("echo", 1))["rpc"] == {"data": 1}, "a cookie of nobody is no cookie"


async def test_who_was_looked_up_while_the_last_place_was_taken_stays_out(transport: Transport) -> None:
    async with Serving.start(transport, limits=Limits(address=1)) as serving:
        looking, taken = asyncio.Semaphore(0), asyncio.Event()

        async def look_up(connection: HTTPConnection) -> None:
            looking.release()
            await taken.wait()

        serving.node.identify = look_up
        waiting = asyncio.create_task(serving.refused())
        await looking.acquire()
        serving.node.identify = serving.identify
        async with serving.connect():
            taken.set()
            assert await waiting == 503


async def test_an_address_of_the_new_kind_counts_with_its_whole_network(transport: Transport) -> None:
    def through_proxy(address: str) -> dict[str, str]:
        return {"X-Forwarded-For": address}

    async with Serving.start(transport, limits=Limits(address=1)) as serving:
        async with serving.connect(additional_headers=through_proxy("2001:db8:1:2::1")):
            assert await serving.refused(additional_headers=through_proxy("2001:db8:1:2:ffff::2")) == 503
            async with serving.connect(additional_headers=through_proxy("2001:db8:1:3::1")):
                pass
        await until(lambda: serving.node.connections == 0)
        async with serving.connect(additional_headers=through_proxy("2001:db8:1:2:ffff::2")):
            pass


async def test_our_own_origin_may_come_in(serving: Serving) -> None:
    async with serving.connect(origin=ORIGIN):
        pass


async def test_a_refusal_is_logged_without_what_was_sent(serving: Serving, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "atelje.live")
    await serving.refused(additional_headers={"Origin": "https://secret.example"})
    (record,) = [record for record in caplog.records if record.name == "atelje.live"]
    assert record.getMessage() == "handshake refused: origin not allowed"
    assert record.__dict__["address"] == "127.0.0.0"
    assert "secret" not in str(record.__dict__)


async def answer_to(serving: Serving, head: bytes) -> bytes:
    """The status line, once the server has answered and, unless it switched protocols, closed."""
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    writer.write(head)
    async with asyncio.timeout(WAIT):
        line = await reader.readline()
        if b" 101 " not in line:
            await reader.read()
    writer.close()
    return line


def with_header(*lines: bytes) -> bytes:
    return HANDSHAKE.removesuffix(b"\r\n") + b"".join(line + b"\r\n" for line in lines) + b"\r\n"


WHOLE = {
    "an empty list of subprotocols": with_header(b"Sec-WebSocket-Protocol:"),
    "an empty list of subprotocols with a blank": with_header(b"Sec-WebSocket-Protocol: "),
    "200 subprotocols": with_header(b"Sec-WebSocket-Protocol: " + b", ".join(b"p%d" % n for n in range(200))),
    "an offer of compression": with_header(b"Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits"),
    "an upgrade by HTTP/1.0": HANDSHAKE.replace(b"HTTP/1.1", b"HTTP/1.0"),
    "a host that is a path": HANDSHAKE.replace(b"Host: x", b"Host: evil/admin?x="),
}


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
@pytest.mark.parametrize("case", WHOLE)
async def test_what_is_odd_but_harmless_may_come_in(serving: Serving, case: str) -> None:
    assert await answer_to(serving, WHOLE[case]) == b"HTTP/1.1 101 Switching Protocols\r\n"
    await until(lambda: serving.node.connections == 0)


BROKEN = {
    "no key": HANDSHAKE.replace(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n", b""),
    "a short key": HANDSHAKE.replace(b"dGhlIHNhbXBsZSBub25jZQ==", b"c2hvcnQ="),
    "two keys": with_header(b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="),
    "an old version": HANDSHAKE.replace(b"Version: 13", b"Version: 8"),
    "no version": HANDSHAKE.replace(b"Sec-WebSocket-Version: 13\r\n", b""),
    "two hosts": with_header(b"Host: y"),
    "a cookie of 64 kB": with_header(b"Cookie: a=" + b"x" * 65_536),
    "1000 headers": with_header(*[b"X-%d: %s" % (n, b"y" * 60) for n in range(1000)]),
    "200 short headers": with_header(*[b"X-%d: y" % n for n in range(200)]),
    "a body": with_header(b"Content-Length: 2"),
    "a body in chunks": with_header(b"Transfer-Encoding: chunked"),
    "a POST": HANDSHAKE.replace(b"GET", b"POST"),
    "another upgrade": HANDSHAKE.replace(b"Upgrade: websocket", b"Upgrade: h2c"),
}


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
@pytest.mark.parametrize("case", BROKEN)
async def test_what_is_broken_is_refused_as_the_clients_fault(serving: Serving, case: str) -> None:
    line = await answer_to(serving, BROKEN[case].replace(b"Connection: Upgrade", b"Connection: Upgrade, close"))
    assert line.split()[1][:1] == b"4", line
    assert serving.node.connections == 0
    async with serving.connect():
        pass


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
@pytest.mark.parametrize("said", [b"", b"GET /connection/websocket HTTP/1.1\r\nHost: x\r\nX-Slow: "])
async def test_who_does_not_finish_a_request_is_cut_off(
    serving: Serving, said: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.live.transports.uvicorn_protocol.HEAD_SECONDS", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    writer.write(said)
    async with asyncio.timeout(WAIT):
        with pytest.raises((ConnectionResetError, asyncio.IncompleteReadError)):
            await reader.readexactly(1)
    writer.close()
    assert not serving.server.server_state.connections


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
async def test_who_does_not_finish_a_body_that_was_answered_is_cut_off(
    serving: Serving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.live.transports.uvicorn_protocol.HEAD_SECONDS", 0.3)
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    writer.write(b"POST /nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
    async with asyncio.timeout(WAIT):
        assert b" 404 " in await reader.readline()
        # It takes the place of the time that a connection may be idle.
        writer.write(b"a")
        with contextlib.suppress(ConnectionResetError):
            await reader.read()
    writer.close()
    await until(lambda: not serving.server.server_state.connections)


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
async def test_no_socket_is_opened_behind_a_request_that_was_not_answered(serving: Serving) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    request = b"POST /emulation HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
    writer.write(request + HANDSHAKE)
    async with asyncio.timeout(WAIT):
        assert b" 101 " not in await reader.read()
    writer.close()
    assert serving.node.connections == 0


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
async def test_a_head_that_comes_in_pieces_is_read(serving: Serving) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    for piece in (HANDSHAKE[:20], HANDSHAKE[20:90], HANDSHAKE[90:]):
        writer.write(piece)
        await writer.drain()
    async with asyncio.timeout(WAIT):
        assert b" 101 " in await reader.readline()
    writer.close()


@pytest.mark.parametrize("transport", ["adopted"], indirect=True)
async def test_a_head_without_an_end_is_bounded(serving: Serving) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", serving.port)
    writer.write(b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"y" * 1000) for n in range(100)))
    async with asyncio.timeout(WAIT):
        assert b" 400 " in await reader.readline()
        await reader.read()
    writer.close()

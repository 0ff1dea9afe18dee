"""Deadlines and bounds over real sockets: silent, slow and flooding peers are freed, on both loops."""

from __future__ import annotations

import asyncio
import re

import pytest
import websockets

from server.live.deadlines import Timing
from server.live.transports.adopted import CONTROL_LIMIT
from tests.live.serving import SHORT, Raw, Serving, Transport, request_head, until
from tests.live.test_frames import masked

LOOPS = ("asyncio", "uvloop")
BEGIN = b'{"id":1,"connect":{"token":"token-ann"}}\n{"id":2,"subscribe":{"channel":"room:1"}}'
CONNECT = masked(1, b'{"id":1,"connect":{"token":"token-ann"}}')


# ── deadlines ──


async def test_who_does_not_connect_is_closed_and_freed(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving:
        async with serving.socket() as client:
            assert await client.closed() == (3502, "stale")
        raw = await serving.raw()
        await until(lambda: serving.node.connections == 0)
        raw.close()


async def test_pings_come_on_schedule_also_on_a_busy_connection_and_pongs_keep_it(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving, serving.connect() as client:
        loop = asyncio.get_running_loop()
        end, pings, ids = loop.time() + 1.2, 0, 0
        while loop.time() < end or pings < 2:
            await client.command(rpc={"method": "echo"})
            while "id" not in (reply := await client.next()):
                assert reply == {}
                pings += 1
                await client.send("{}")
            ids += 1
            await asyncio.sleep(0.01)
        assert pings >= 2
        assert ids > 20


async def test_without_a_pong_it_closes(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving, serving.connect() as client:
        assert await client.closed() == (3012, "no pong")


async def test_a_silent_peer_is_freed(transport: Transport) -> None:
    async with Serving.start(transport, SHORT) as serving:
        raw = await serving.raw()
        await raw.send(CONNECT + masked(1, b'{"id":2,"subscribe":{"channel":"room:1"}}'))
        await until(lambda: serving.node.hub.positions() == {"room:1": 0})
        await until(lambda: serving.node.connections == 0)
        assert serving.node.hub.positions() == {}
        raw.close()


async def test_a_reader_without_progress_is_freed_and_the_others_do_not_wait(transport: Transport) -> None:
    """Less than the bound is queued, so that only the missing progress can end it."""
    timing = Timing(step=0.05, ping=60, pong=30, connect=5, write=0.4, close=0.3, drain=0.2)
    async with Serving.start(transport, timing, send_buffer=8192) as serving, serving.connect("ben") as ben:
        raw = await stuck_reader(serving)
        await ben.ask("subscribe", channel="room:1")
        for n in range(40):
            serving.desk.say("room:1", "x" * 20_000)
            assert await ben.offsets(1) == [n + 1]
        await until(lambda: serving.node.connections == 1)
        raw.close()


async def test_a_slow_reader_is_closed_at_its_bound_and_freed(
    transport: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "atelje.live")
    timing = Timing(step=0.05, ping=60, pong=30, connect=5, write=60, close=0.3, drain=0.2)
    async with Serving.start(transport, timing, send_buffer=8192) as serving, serving.connect("ben") as ben:
        raw = await stuck_reader(serving)
        await ben.ask("subscribe", channel="room:1")
        published = 0
        while 3008 not in [record.__dict__.get("code") for record in caplog.records]:
            serving.desk.say("room:1", "x" * 50_000)
            published += 1
            assert await ben.offsets(1) == [published]
        assert 20 < published < 60, "1 MiB, and what transport and kernel take"
        await until(lambda: serving.node.connections == 1)
        raw.close()


async def test_what_comes_on_top_of_a_burst_is_bounded_too(
    transport: Transport, caplog: pytest.LogCaptureFixture
) -> None:
    """More than the bound is queued at once, before anybody can know that the peer does not read."""
    caplog.set_level("INFO", "atelje.live")
    timing = Timing(step=0.05, ping=60, pong=30, connect=5, write=60, close=0.3, drain=0.2)
    async with Serving.start(transport, timing, send_buffer=8192) as serving:
        raw = await stuck_reader(serving)
        serving.desk.say("room:1", *["x" * 50_000] * 60)
        for _ in range(40):
            serving.desk.say("room:1", "x" * 50_000)
            await asyncio.sleep(0)
        await until(lambda: 3008 in [record.__dict__.get("code") for record in caplog.records])
        raw.close()


async def test_a_slow_reader_that_reads_again_has_everything_in_order(transport: Transport) -> None:
    async with Serving.start(transport, send_buffer=65_536) as serving:
        raw = await stuck_reader(serving, 65_536)
        for n in range(100):
            serving.desk.say("room:1", f"{'x' * 8_000}<{n}>")
            await asyncio.sleep(0)
        received = await raw.receive_until(b"<99>")
        raw.close()
    assert [int(number) for number in re.findall(rb"x<(\d+)>", received + b"<99>")] == list(range(100))


async def stuck_reader(serving: Serving, receive_buffer: int = 4096) -> Raw:
    raw = await serving.raw(receive_buffer=receive_buffer)
    await raw.send(CONNECT + masked(1, b'{"id":2,"subscribe":{"channel":"room:1"}}'))
    await until(lambda: serving.node.hub.positions() == {"room:1": 0})
    return raw


async def test_draining_closes_everybody_even_who_does_not_read(transport: Transport) -> None:
    async with Serving.start(transport, SHORT, send_buffer=8192) as serving, serving.connect() as client:
        raw = await serving.raw(receive_buffer=4096)
        await raw.send(CONNECT + masked(1, b'{"id":2,"subscribe":{"channel":"room:1"}}'))
        await until(lambda: serving.node.hub.positions() == {"room:1": 0})
        serving.desk.say("room:1", *["x" * 60_000] * 15)
        closing = asyncio.create_task(client.closed())
        async with asyncio.timeout(3):
            await serving.node.drain()
        assert await closing == (1012, "server restart")
        assert serving.node.connections == 0
        with pytest.raises(websockets.InvalidStatus) as refused:
            await serving.socket().__aenter__()
        assert refused.value.response.status_code == 503
        raw.close()


async def test_who_sends_more_than_may_be_in_flight_is_not_read(transport: Transport) -> None:
    async with Serving.start(transport) as serving:
        raw = await serving.raw()
        await raw.send(CONNECT)
        command = b'{"id":2,"rpc":{"method":"never","data":"%s"}}' % (b"x" * 60_000)
        sending = asyncio.create_task(raw.send(masked(1, command) * 600))
        await until(lambda: len(serving.desk.held) == 32)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(sending, 0.5)
        assert len(serving.desk.held) == 32
        raw.close()


# ── streams over HTTP ──


async def test_a_stream_without_progress_is_freed_and_the_others_do_not_wait() -> None:
    """Less than the bound is queued, so that only the missing progress can end it."""
    timing = Timing(step=0.05, ping=60, pong=30, connect=5, write=0.4, close=0.3, drain=0.2)
    async with Serving.start("http_stream", timing, send_buffer=8192) as serving, serving.connect("ben") as ben:
        raw = await stuck_stream(serving)
        await ben.ask("subscribe", channel="room:1")
        for n in range(40):
            serving.desk.say("room:1", "x" * 20_000)
            assert await ben.offsets(1) == [n + 1]
        await until(lambda: serving.node.connections == 1)
        await until(lambda: len(serving.server.server_state.connections) == 1)
        assert b"disconnect" not in await raw.receive_all()
        raw.close()


async def test_a_slow_stream_is_told_so_when_it_is_read_again() -> None:
    timing = Timing(step=0.05, ping=60, pong=30, connect=5, write=60, close=5, drain=0.2)
    async with Serving.start("http_stream", timing, send_buffer=8192) as serving:
        raw = await stuck_stream(serving)
        for _ in range(100):
            serving.desk.say("room:1", "x" * 50_000)
            await asyncio.sleep(0)
        await until(lambda: serving.node.hub.positions() == {})
        received = await raw.receive_all()
        assert b'{"push":{"disconnect":{"code":3008,"reason":"slow"}}}\n' in received
        assert received.endswith(b"0\r\n\r\n")
        await until(lambda: serving.node.connections == 0)
        raw.close()


async def test_draining_frees_a_stream_that_is_not_read() -> None:
    async with Serving.start("http_stream", SHORT, send_buffer=8192) as serving:
        raw = await stuck_stream(serving)
        serving.desk.say("room:1", *["x" * 60_000] * 15)
        async with asyncio.timeout(3):
            await serving.node.drain()
        assert serving.node.connections == 0
        raw.close()


async def stuck_stream(serving: Serving) -> Raw:
    """Opens a stream, and reads nothing more once it is subscribed."""
    raw = await serving.raw_socket(receive_buffer=4096)
    await raw.send(request_head("POST", "/connection/http_stream", {}, BEGIN) + BEGIN)
    await until(lambda: serving.node.hub.positions() == {"room:1": 0})
    return raw


# ── only where the frames are ours ──


@pytest.mark.parametrize("transport", ["adopted"])
async def test_a_flood_of_pings_closes(transport: Transport) -> None:
    async with Serving.start(transport, Timing(step=0.05, close=0.2)) as serving:
        raw = await serving.raw()
        await raw.send(CONNECT + masked(9, b"x") * (CONTROL_LIMIT + 1))
        received = await raw.receive_all()
        assert b"\x03\xf0too many pings" in received
        assert received.count(b"\x8a\x01x") == CONTROL_LIMIT
        raw.close()

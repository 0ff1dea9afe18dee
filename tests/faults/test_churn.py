"""P16: whoever comes and goes leaves nothing behind: no memory, no task, no open file."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass

import pytest

from tests.figures import figures, open_files, resident_bytes
from tests.servers import free_port
from tests.stories.opening import OpenSite
from tests.stories.site import Site
from tests.waiting import until

MEMORY = 1.05
"""Of what it was, at most."""
AT_ONCE = 50
KEY = "dGhlIHNhbXBsZSBub25jZQ=="


@dataclass(frozen=True, slots=True)
class Held:
    files: int
    tasks: float
    bytes: int


@pytest.mark.serial
async def test_who_comes_and_goes_leaves_nothing_behind(open_site: OpenSite) -> None:
    await come_and_go(await open_site(ATELJE_LIMITS="off", ATELJE_METRICS_PORT=str(free_port())), 2_000, warm=3_000)


@pytest.mark.soak
@pytest.mark.timeout(3_000)
async def test_who_comes_and_goes_for_long_leaves_nothing_behind(open_site: OpenSite) -> None:
    await come_and_go(await open_site(ATELJE_LIMITS="off", ATELJE_METRICS_PORT=str(free_port())), 100_000, warm=10_000)


async def come_and_go(site: Site, times: int, warm: int) -> None:
    """After `warm` visits that is there which is made once and kept: the allocator holds memory for the next ones, and
    the collector looks for cycles only when there are some ten thousand objects more."""
    room = site.room()
    await visits(site, room, warm)
    before = await at_rest(site)
    begun = time.monotonic()
    await visits(site, room, times)
    seconds = time.monotonic() - begun
    after = await at_rest(site)
    print(f"\n{times} in {seconds:.1f} s: {before} before, {after} after")
    assert after.tasks == before.tasks
    # The one that asked for figures may be about to close.
    await until(lambda: open_files(site.process.pid) <= before.files)
    assert after.bytes <= before.bytes * MEMORY


async def at_rest(site: Site) -> Held:
    port = int(site.process.environment["ATELJE_METRICS_PORT"])
    pid = site.process.pid
    await until(lambda: figures(port)["connections"] == 0)
    return Held(open_files(pid), figures(port)["tasks"], resident_bytes(pid))


async def visits(site: Site, room: str, times: int) -> None:
    numbers = iter(range(times))

    async def come() -> None:
        for number in numbers:
            await visit(site, room, politely=number % 2 == 0)

    await asyncio.gather(*(come() for _ in range(AT_ONCE)))


async def visit(site: Site, room: str, *, politely: bool) -> None:
    """Connects, subscribes, hears the answers, and goes: with a word or without."""
    reader, writer = await asyncio.open_connection("127.0.0.1", site.process.port)
    head = {
        "Host": f"127.0.0.1:{site.process.port}",
        "Origin": site.origin,
        "Cookie": site.cookie("ana"),
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": KEY,
    }
    lines = ["GET /connection/websocket HTTP/1.1", *(f"{name}: {value}" for name, value in head.items())]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 101 ")
    commands = [{"id": 1, "connect": {}}, {"id": 2, "subscribe": {"channel": f"room:{room}"}}]
    writer.write(masked(0x81, "\n".join(map(json.dumps, commands)).encode()))
    async with asyncio.timeout(20):
        await reader.readuntil(b'"id":2')
    if politely:
        writer.write(masked(0x88, b"\x03\xe8"))
        await reader.read()
        writer.close()
    else:
        writer.transport.abort()


def masked(head: int, payload: bytes) -> bytes:
    """A short frame, under a mask that changes nothing."""
    assert len(payload) < 126
    return bytes((head, 0x80 | len(payload), 0, 0, 0, 0)) + payload

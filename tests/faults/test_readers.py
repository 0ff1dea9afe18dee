"""P6: who does not read, or does not answer, is closed and freed, and nobody else notices."""

from __future__ import annotations

import asyncio
import socket
import time
from pathlib import Path

import pytest

from tests.servers import AteljeProcess
from tests.stories.device import Device
from tests.stories.opening import OpenSite
from tests.stories.site import Site
from tests.waiting import until

FREED = 15.0
"""Seconds that are promised. A loaded machine gets five times that before a test fails."""
LONG = "🜁" * 8_000
"""The longest message, and the most bytes that it can have."""


def sockets(process: AteljeProcess) -> int:
    """Open ones of the server, listening and all."""
    count = 0
    for link in Path(f"/proc/{process.pid}/fd").iterdir():
        try:
            count += str(link.readlink()).startswith("socket:")
        except FileNotFoundError:
            continue
    return count


def stop_reading(device: Device) -> None:
    """The kernel takes a few kilobytes more, then its window closes."""
    device.kernel_socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    device.pause_reading()


@pytest.mark.timeout(150)
async def test_who_stops_reading_is_freed_and_costs_the_others_nothing(open_site: OpenSite) -> None:
    site = await open_site(ATELJE_LIMITS="off")
    room = site.room()
    async with site.connected("ana", "bor") as (ana, bor):
        for device in (ana, bor):
            await device.subscribe(room)
        before = sockets(site.process)
        stuck = [await site.device("bor").connect() for _ in range(5)]
        assert sockets(site.process) == before + 5
        alone = [await seconds_to_be_seen(site, ana, bor, room) for _ in range(100)]
        for device in stuck:
            await device.subscribe(room)
            stop_reading(device)
        begun = time.monotonic()
        among = []
        while site.process.log.count('"code": 3008') < 5:
            among.append(await seconds_to_be_seen(site, ana, bor, room))
            assert len(among) < 2_000, "nothing bounds what is queued"
        slow, count = time.monotonic(), len(alone) + len(among)
        tell_latencies(alone, among)
        await until(lambda: sockets(site.process) == before, 5 * FREED)
        print(f"\nclosed after {count} messages in {slow - begun:.1f} s, freed {time.monotonic() - slow:.1f} s later")
        for device in (ana, bor):
            feed = await device.reach(room, 1 + count)
            assert feed.offsets == list(range(2, 2 + count))
            assert device.faults == []
        for device in stuck:
            device.cut()
        again = await site.device("bor").connect()
        result = await again.subscribe(room, since=(bor.feed(room).epoch, count - 2))
        assert result["recovered"]
        assert again.feed(room).offsets == list(range(count - 1, count + 2)), "who was closed goes on from where it was"
        await again.close()


async def seconds_to_be_seen(site: Site, author: Device, reader: Device, room: str) -> float:
    """From writing the longest message until another reader has it."""
    begun = time.monotonic()
    answer = await author.rpc("room.post", {"room": room, "command_id": site.id(), "text": LONG})
    await reader.reach(room, answer["offset"])
    return time.monotonic() - begun


def tell_latencies(alone: list[float], among: list[float]) -> None:
    """A fifth longer is promised, and a loaded machine gets five times that."""
    before, during = (sorted(taken)[int(0.99 * len(taken))] for taken in (alone, among))
    print(f"\nseen by others, p99: {1000 * before:.1f} ms alone, {1000 * during:.1f} ms among who read nothing")
    assert during < 2 * before + 0.05


@pytest.mark.timeout(150)
async def test_who_stops_reading_with_little_to_say_is_freed_too(open_site: OpenSite) -> None:
    """Below the bound of bytes it is the lack of progress that ends it."""
    site = await open_site(ATELJE_LIMITS="off")
    room = site.room()
    async with site.connected("ana") as (ana,):
        before = sockets(site.process)
        stuck = await site.device("bor").connect()
        await stuck.subscribe(room)
        stop_reading(stuck)
        # More than the kernel of either side keeps for one connection, less than what counts as slow.
        for _ in range(kernel_keeps() // len(LONG.encode()) + 10):
            await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": LONG})
        begun = time.monotonic()
        await until(lambda: sockets(site.process) == before, 5 * FREED)
        print(f"\nfreed after {time.monotonic() - begun:.1f} s")
        assert '"code": 3008' not in site.process.log
        stuck.cut()


def kernel_keeps() -> int:
    """Bytes of one connection's send buffer at most."""
    return int(Path("/proc/sys/net/ipv4/tcp_wmem").read_text().split()[2])


@pytest.mark.soak
@pytest.mark.timeout(300)
async def test_who_never_answers_a_ping_is_closed_and_freed(open_site: OpenSite) -> None:
    site = await open_site(ATELJE_LIMITS="off")
    async with site.connected("ana") as (ana,):
        before = sockets(site.process)
        silent = site.device("bor")
        silent.answers_pings = False
        await silent.connect()
        begun = time.monotonic()
        code, _ = await silent.is_closed(seconds=5 * 45)
        await until(lambda: sockets(site.process) == before, 5 * FREED)
        print(f"\nclosed and freed after {time.monotonic() - begun:.1f} s")
        assert code == 3012
        assert ana.connected


async def test_sockets_of_those_who_come_and_go_are_given_back(open_site: OpenSite) -> None:
    site = await open_site(ATELJE_LIMITS="off")
    room = site.room()
    async with site.connected("ana") as (ana,):
        await ana.subscribe(room)
        before = sockets(site.process)
        for _ in range(10):
            devices = await asyncio.gather(*[site.device("bor").connect() for _ in range(20)])
            await asyncio.gather(*[device.subscribe(room) for device in devices])
            for number, device in enumerate(devices):
                if number % 2:
                    device.cut()
                else:
                    await device.close()
        await until(lambda: sockets(site.process) == before)
        await ana.rpc("room.post", {"room": room, "command_id": site.id(), "text": "alone"})
        await ana.reach(room, 2)

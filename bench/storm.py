"""Everybody is cut at once, each some entries behind, and comes back at once: how long until all have everything.

Its clients are Python's, so it says nothing about the server's limit; it says how long people wait.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from dataclasses import dataclass

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from bench.generator import Measure
from bench.sides import CannotMeasure
from bench.workloads import Workload

BEHIND = 20
AT_ONCE = 50
"""Connections that open at a time before the measurement; in the storm all do."""
GIVE_UP_SECONDS = 60.0


@dataclass(slots=True)
class Person:
    name: str
    room: str
    epoch: str = ""
    offset: int = 0


def measure(workload: Workload, port: int) -> Measure:
    """`p50_us` and `p99_us` are of the time until a person has what they missed, the slowest 5 % left out of neither:
    `p99_us` is their 95th hundredth. `lost` counts entries that did not come. Raises CannotMeasure."""
    try:
        return asyncio.run(_storm(workload, port))
    except (OSError, WebSocketException, TimeoutError) as error:
        raise CannotMeasure(f"the storm could not be made: {type(error).__name__} {error}") from None


async def _storm(workload: Workload, port: int) -> Measure:
    people = [Person(f"u{n:05}", f"r{n // workload.room:05}") for n in range(workload.people)]
    gate = asyncio.Semaphore(AT_ONCE)
    sockets = await asyncio.gather(*(_first_visit(person, port, gate) for person in people))
    for socket in sockets:
        socket.transport.abort()
    await _talk([person for n, person in enumerate(people) if n % workload.room == 0], port)
    began = time.monotonic()
    back = await asyncio.gather(*(_come_back(person, port, began) for person in people))
    seconds = sorted(one for one, _ in back)
    return Measure(
        joined=len(people),
        died=0,
        lost=sum(BEHIND - found for _, found in back),
        deliveries_per_s=BEHIND * len(people) / seconds[-1],
        p50_us=statistics.median(seconds) * 1e6,
        p99_us=seconds[int(len(seconds) * 0.95)] * 1e6,
    )


async def _open(person: Person, port: int) -> ClientConnection:
    socket = await connect(
        f"ws://127.0.0.1:{port}/connection/websocket",
        compression=None,
        ping_interval=None,
        proxy=None,
        open_timeout=GIVE_UP_SECONDS,
    )
    await socket.send(msgspec.json.encode({"id": 1, "connect": {"token": person.name}}), text=True)
    return socket


async def _answer(socket: ClientConnection, id: int) -> dict[str, dict[str, object]]:
    """What the server answers to this command; what else comes is not looked at."""
    while True:
        frame = await asyncio.wait_for(socket.recv(decode=False), GIVE_UP_SECONDS)
        for line in frame.split(b"\n"):
            reply = msgspec.json.decode(line)
            if reply.get("id") == id:
                return reply  # type: ignore[no-any-return]


async def _first_visit(person: Person, port: int, gate: asyncio.Semaphore) -> ClientConnection:
    async with gate:
        socket = await _open(person, port)
        await socket.send(msgspec.json.encode({"id": 2, "subscribe": {"channel": f"room:{person.room}"}}), text=True)
        result = (await _answer(socket, 2))["subscribe"]
        person.epoch, person.offset = str(result["epoch"]), int(str(result["offset"]))
        return socket


async def _talk(authors: list[Person], port: int) -> None:
    """In each room, while nobody else is there."""
    for author in authors:
        socket = await _open(author, port)
        for n in range(BEHIND):
            post = {"room": author.room, "command_id": f"{author.room}-{n}", "text": f"message {n} of those missed"}
            await socket.send(
                msgspec.json.encode({"id": n + 2, "rpc": {"method": "room.post", "data": post}}), text=True
            )
        await _answer(socket, BEHIND + 1)
        await socket.close()


async def _come_back(person: Person, port: int, began: float) -> tuple[float, int]:
    """Seconds until everything was there, and how many entries came."""
    socket = await _open(person, port)
    since = {"recover": True, "epoch": person.epoch, "offset": person.offset}
    await socket.send(
        msgspec.json.encode({"id": 2, "subscribe": {"channel": f"room:{person.room}", **since}}), text=True
    )
    result = (await _answer(socket, 2))["subscribe"]
    seconds = time.monotonic() - began
    socket.transport.abort()
    missed = result.get("publications", [])
    return seconds, len(missed) if isinstance(missed, list) and result.get("recovered") else 0

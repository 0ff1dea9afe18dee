"""People who do not give up: an author who repeats a command until it is acknowledged, a listener who comes back."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, Protocol

from websockets.exceptions import WebSocketException

from tests.stories.device import Cut, Device, WireFailure

PAUSE = 0.05
"""Seconds between two tries to connect."""
AWAY = (Cut, OSError, WebSocketException, TimeoutError)


class Speaker(Protocol):
    """Anything that can send a command: a device or an SDK."""

    async def rpc(self, method: str, data: Any) -> dict[str, Any]: ...


class Author:
    """Says texts in order, `window` at a time, each under one id, over as many connections as it takes.

    `acknowledged`: text -> offset. `tries` counts every command that was sent.
    """

    def __init__(self, device: Device, room: str, ids: Iterator[str], window: int = 8) -> None:
        self.device = device
        self.room = room
        self.acknowledged: dict[str, int] = {}
        self.tries = 0
        self._ids = ids
        self._window = window

    async def say(self, texts: Iterable[str]) -> None:
        waiting = deque((next(self._ids), text) for text in texts)
        while waiting:
            try:
                if not self.device.connected:
                    await self.device.connect()
                await self._say(waiting)
            except AWAY:
                await asyncio.sleep(PAUSE)

    async def _say(self, waiting: deque[tuple[str, str]]) -> None:
        """Takes away from the front what is acknowledged. Raises Cut."""
        under_way: deque[asyncio.Future[dict[str, Any]]] = deque()
        while waiting:
            for id, text in list(waiting)[len(under_way) : self._window]:
                data = {"room": self.room, "command_id": id, "text": text}
                under_way.append(self.device.send("rpc", {"method": "room.post", "data": data}))
                self.tries += 1
            answer = (await under_way.popleft())["data"]
            if answer.get("refused", {}).get("code") == "unavailable":
                # What follows waits until this is settled, so that the order is kept.
                await asyncio.gather(*under_way, return_exceptions=True)
                raise Cut
            _, text = waiting.popleft()
            self.acknowledged[text] = answer["offset"]


async def say_until_heard(speaker: Speaker, room: str, id: str, text: str) -> int:
    """One message by an SDK's rpc, again and again under its id. The offset."""
    while True:
        try:
            answer = await speaker.rpc("room.post", {"room": room, "command_id": id, "text": text})
        except (*AWAY, WireFailure):
            await asyncio.sleep(PAUSE)
            continue
        if answer.get("refused", {}).get("code") != "unavailable":
            return int(answer["offset"])
        await asyncio.sleep(PAUSE)


class Listener:
    """Subscribes to a room, and again from where it stood whenever the connection is gone. `losses` counts the times
    that it could not go on from there."""

    def __init__(self, device: Device, room: str) -> None:
        self.device = device
        self.room = room
        self.returns = 0
        self.losses = 0

    @property
    def position(self) -> int:
        """0 before the first answer."""
        feed = self.device.feeds.get(f"room:{self.room}")
        return 0 if feed is None else feed.position

    async def listen(self) -> None:
        """Until cancelled."""
        while True:
            try:
                await self.device.connect()
                if f"room:{self.room}" in self.device.feeds:
                    self.returns += 1
                    self.losses += not (await self.device.resume(self.room)).get("recovered", False)
                else:
                    await self.device.subscribe(self.room, ("", 0))
                await self.device.until(lambda: self.device.closed is not None, "the line breaks", seconds=None)
            except (*AWAY, WireFailure):
                self.device.drop()
                await asyncio.sleep(PAUSE)

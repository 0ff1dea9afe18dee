"""The embedded fan-out: nodes of one process. Usually there is one, and its hints have nowhere to go."""

from __future__ import annotations

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Callable, Collection

from server.fanout.port import Hint, LoginsHint, PeopleHint, PostHint, ShowingHint, nobody_waits


class MemoryBus:
    """What the nodes of one process share."""

    def __init__(self) -> None:
        self.nodes: set[MemoryFanout] = set()
        self.joined: defaultdict[str, set[MemoryFanout]] = defaultdict(set)


class MemoryFanout:
    """Adapter of `Fanout` without a queue: a hint is handed to the other nodes in the next pass of the loop."""

    def __init__(self, bus: MemoryBus | None = None) -> None:
        self.name = secrets.token_hex(8)
        self._bus = bus or MemoryBus()
        self._receive: Callable[[Hint], None] | None = None
        self._joined: Callable[[str], None] = nobody_waits

    @property
    def alone(self) -> bool:
        return not self._bus.nodes - {self}

    @property
    def waiting(self) -> int:
        return 0

    @property
    def deaf(self) -> bool:
        return False

    async def start(self, receive: Callable[[Hint], None], joined: Callable[[str], None] = nobody_waits) -> None:
        self._receive, self._joined = receive, joined
        self._bus.nodes.add(self)

    def join(self, channel: str) -> None:
        self._bus.joined[channel].add(self)
        if not self.alone:
            asyncio.get_running_loop().call_soon(self._joined, channel)

    def leave(self, channel: str) -> None:
        nodes = self._bus.joined[channel]
        nodes.discard(self)
        if not nodes:
            del self._bus.joined[channel]

    def send(self, hint: Hint) -> None:
        for node in self._hearers(hint):
            if node is not self and node._receive is not None:
                asyncio.get_running_loop().call_soon(node._hear, hint)

    def _hearers(self, hint: Hint) -> Collection[MemoryFanout]:
        match hint:
            case LoginsHint() | PeopleHint() | ShowingHint():
                return self._bus.nodes
            case PostHint(node):
                return [one for one in self._bus.nodes if one.name == node]
            case _:
                return self._bus.joined.get(hint.channel, ())

    def _hear(self, hint: Hint) -> None:
        if self._receive is not None:
            self._receive(hint)

    async def close(self) -> None:
        self._receive = None
        self._bus.nodes.discard(self)
        for channel in [channel for channel, nodes in self._bus.joined.items() if self in nodes]:
            self.leave(channel)

"""A subscriber without a connection: it keeps what it was given, in order, and can be made slow."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from server.live.desk import WireError
from server.live.hub import Hub, Joiner
from server.live.protocol import Encoding, Json

JSON = Json()


class Bare:
    """A format whose frames are the joined parts."""

    def __init__(self, encoding: Encoding = JSON) -> None:
        self.encoding = encoding
        self.packed = 0

    def pack(self, parts: Any) -> bytes:
        self.packed += 1
        return self.encoding.join(parts)


BARE = Bare()


class Reader:
    """`log` lists what happened: offsets of publications, the data of those without, ("join", person),
    ("leave", person), "joined", ("ended", code), ("refused", code). `on_joined` is called amid the delivery."""

    def __init__(self, hub: Hub, person: str = "ann", format: Bare = BARE) -> None:
        self.hub = hub
        self.person = person
        self.client = f"{person}'s"
        self.format = format
        self.busy = False
        self.blocked = False
        self.writes: list[bytes] = []
        self.log: list[Any] = []
        self.on_joined: Callable[[], None] = lambda: None
        self._pending: list[bytes] = []

    # ── Subscriber ──

    @property
    def write(self) -> Callable[[bytes], object]:
        assert not self.busy
        return self._write

    def queue(self, part: bytes) -> None:
        if not self._pending and not self.blocked:
            self.hub.wake(self)
        self._pending.append(part)
        self.busy = True

    def flush(self) -> None:
        if self._pending and not self.blocked:
            frame = self.format.encoding.join(self._pending)
            self._pending = []
            self.busy = False
            self._write(frame)

    def joined(self, channel: str) -> None:
        self.log.append("joined")
        self.on_joined()

    def refused(self, channel: str, error: WireError) -> None:
        self.log.append(("refused", error.code))

    def ended(self, channel: str, code: int, reason: str) -> None:
        assert reason
        self.queue(JSON.unsubscription(channel, code, reason))

    # ── what a test does ──

    def join(self, channel: str = "room:1") -> list[Joiner]:
        """The reads that the hub asks for; the first at once."""
        reads: list[Joiner] = []
        self.hub.join(channel, self, reads.append)
        return reads

    def subscribe(self, top: int, channel: str = "room:1") -> None:
        (joiner,) = self.join(channel)
        self.hub.admit(joiner, top, b'{"id":1,"subscribe":{}}')

    def block(self) -> None:
        self.blocked = self.busy = True

    def unblock(self) -> None:
        self.blocked = False
        self.busy = bool(self._pending)
        self.flush()

    @property
    def offsets(self) -> list[int]:
        return [entry for entry in self.log if isinstance(entry, int)]

    def _write(self, frame: bytes) -> None:
        self.writes.append(frame)
        for line in frame.split(b"\n"):
            self._read(json.loads(line))

    def _read(self, reply: dict[str, Any]) -> None:
        push = reply.get("push", {})
        if "pub" in push:
            self.log.append(push["pub"].get("offset", push["pub"]["data"]))
        elif "join" in push or "leave" in push:
            ((kind, body),) = [item for item in push.items() if item[0] != "channel"]
            self.log.append((kind, body["info"]["user"]))
        elif "unsubscribe" in push:
            self.log.append(("ended", push["unsubscribe"]["code"]))

"""Every deadline of a node's connections, without a timer or a timestamp for those that are merely open.

Time is counted in steps, one call of `step` each. A process that was stopped for a minute finds one step gone, not
sixty, so nobody is closed for answers that wait unread in the sockets.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from enum import Enum
from math import ceil
from typing import Generic, Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds. `pong` is below `ping`."""

    step: float = 1.0
    ping: float = 20.0
    """Between two pings of a connection."""
    pong: float = 10.0
    """For the answer to a ping."""
    connect: float = 10.0
    """For the first command and the sign-in."""
    write: float = 10.0
    """For any progress of what is unsent."""
    close: float = 4.0
    """For the peer to close after we said why; then the socket is freed."""
    drain: float = 2.0
    """Over which a stopping node spreads the closing of its connections."""

    def steps(self, seconds: float) -> int:
        return max(1, ceil(seconds / self.step))


class Due(Enum):
    PING = "ping"
    PONG = "pong"
    CONNECT = "connect"
    WRITE = "write"
    CLOSE = "close"
    LAPSE = "lapse"


class Watched(Hashable, Protocol):
    lapsed: float
    """When it has to end, in monotonic seconds; 0 for never."""

    def unsent(self) -> int: ...


L = TypeVar("L", bound=Watched)


class Stall:
    __slots__ = ("due", "unsent")

    def __init__(self, unsent: int, due: int) -> None:
        self.unsent = unsent
        self.due = due


class Deadlines(Generic[L]):
    """Open ones lie on a wheel of buckets, one bucket a step: it is pinged, and looked at for its pong, as a whole."""

    def __init__(self, timing: Timing) -> None:
        self._timing = timing
        self._step = 0
        self._wheel: list[set[L]] = [set() for _ in range(timing.steps(timing.ping))]
        self._next_bucket = 0
        self._fresh: dict[L, int] = {}
        self._stalled: dict[L, Stall] = {}
        self._closing: dict[L, int] = {}
        self._lapsing: set[L] = set()

    def came(self, link: L) -> None:
        self._fresh[link] = self._step + self._timing.steps(self._timing.connect)

    def opened(self, link: L, now: float) -> None:
        """From now on it is pinged."""
        self._fresh.pop(link, None)
        self._wheel[self._next_bucket].add(link)
        self._next_bucket = (self._next_bucket + 1) % len(self._wheel)
        self.watch_lapse(link, now)

    def blocked(self, link: L) -> None:
        self._stalled[link] = Stall(link.unsent(), self._step + self._timing.steps(self._timing.write))

    def unblocked(self, link: L) -> None:
        self._stalled.pop(link, None)

    def closed(self, link: L) -> None:
        """It takes no more part: its socket has to be free soon."""
        self._fresh.pop(link, None)
        self._lapsing.discard(link)
        for bucket in self._wheel:
            bucket.discard(link)
        self._closing[link] = self._step + self._timing.steps(self._timing.close)

    def gone(self, link: L) -> None:
        self._stalled.pop(link, None)
        self._closing.pop(link, None)

    def step(self, now: float) -> list[tuple[L, Due]]:
        """What is due. `now`: monotonic seconds, for sign-ins that end."""
        self._step += 1
        due: list[tuple[L, Due]] = []
        due += ((link, Due.CONNECT) for link in _first_due(self._fresh, self._step))
        due += ((link, Due.CLOSE) for link in _first_due(self._closing, self._step))
        due += ((link, Due.WRITE) for link in self._without_progress())
        due += ((link, Due.LAPSE) for link in self._lapsed(now))
        wheel = self._wheel
        pinged = wheel[(self._step - self._timing.steps(self._timing.pong)) % len(wheel)]
        due += ((link, Due.PONG) for link in pinged)
        bucket = wheel[self._step % len(wheel)]
        due += ((link, Due.PING) for link in bucket)
        for link in bucket:
            self.watch_lapse(link, now)
        return due

    def watch_lapse(self, link: L, now: float) -> None:
        """`lapsed` was set. Only those whose sign-in ends before the wheel comes round again are looked at in every
        step."""
        if link.lapsed and link.lapsed - now <= self._timing.ping + 2 * self._timing.step:
            self._lapsing.add(link)

    def _lapsed(self, now: float) -> list[L]:
        """Each once: who is not closed then, or given more time, is due again after its next ping."""
        lapsed = [link for link in self._lapsing if link.lapsed <= now]
        self._lapsing.difference_update(lapsed)
        return lapsed

    def _without_progress(self) -> list[L]:
        stuck = []
        for link, stall in self._stalled.items():
            unsent = link.unsent()
            if unsent < stall.unsent:
                stall.due = self._step + self._timing.steps(self._timing.write)
            elif self._step >= stall.due:
                stuck.append(link)
            stall.unsent = unsent
        return stuck


def _first_due(waiting: dict[L, int], step: int) -> Iterable[L]:
    """The oldest come first, as all of one kind have the same time."""
    due = []
    for link, at in waiting.items():
        if at > step:
            break
        due.append(link)
    return due

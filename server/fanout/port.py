"""What the nodes tell each other, and what every adapter of the fan-out promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from server.publication import Notice, Publication, Showing

INLINE_BYTES = 32 * 1024
"""Entries larger than this together are left out of a hint: the other nodes read them from the log."""


@dataclass(frozen=True, slots=True)
class LogHint:
    """A log has grown up to `head`. `publications` are its newest entries in order, or empty when they are large."""

    channel: str
    head: int
    publications: tuple[Publication, ...] = ()


@dataclass(frozen=True, slots=True)
class LoginsHint:
    """These logins are over; `renewed`: for who does not have their new token."""

    logins: tuple[str, ...]
    renewed: bool = False


@dataclass(frozen=True, slots=True)
class NoticeHint:
    """For who reads the notice's channel elsewhere at this moment."""

    notice: Notice

    @property
    def channel(self) -> str:
        return self.notice.channel


@dataclass(frozen=True, slots=True)
class PeopleHint:
    """Notices for people on their own channels, wherever they are: everybody hears it. Each as (people, data)."""

    notices: tuple[tuple[tuple[str, ...], bytes], ...]


@dataclass(frozen=True, slots=True)
class PostHint:
    """For one node alone: what a client said into the stream of this key there, with the login of its cookie."""

    node: str
    key: str
    login: str | None
    data: bytes


@dataclass(frozen=True, slots=True)
class RosterHint:
    """Who is here by way of the hint's node has changed, and can be read."""

    channel: str


@dataclass(frozen=True, slots=True)
class ShowingHint:
    """What a person chose about being shown."""

    showing: Showing


Hint = LogHint | NoticeHint | RosterHint | LoginsHint | PeopleHint | PostHint | ShowingHint


def nobody_waits(channel: str) -> None: ...


class Fanout(Protocol):
    """One node's end. A node hears the hints of channels that it joined, those that are for everybody and those for it
    alone; its own hints may come back to it. Nothing here waits for another node, and nothing is kept for one that is
    away."""

    @property
    def name(self) -> str:
        """How the others call this node: letters and digits."""

    async def start(self, receive: Callable[[Hint], None], joined: Callable[[str], None] = nobody_waits) -> None:
        """Begin to hear. Both functions run in the event loop and must not block. `joined` is told a channel once all
        that is sent to it from then on is heard."""

    def join(self, channel: str) -> None:
        """Hear of this channel soon; what was sent before the join took place is not heard."""

    def leave(self, channel: str) -> None: ...

    def send(self, hint: Hint) -> None:
        """Never waits. When too much is queued hints are dropped, notices first: the others find the gap or compare
        heads."""

    @property
    def alone(self) -> bool:
        """There is no other node, so that hints need not even be made."""

    @property
    def waiting(self) -> int:
        """Hints that are queued."""

    @property
    def deaf(self) -> bool:
        """Hints are known to be missing at the moment, so heads have to be compared more often."""

    async def close(self) -> None: ...


def log_hint(channel: str, publications: list[Publication]) -> LogHint:
    """The hint for a channel's freshly committed entries, in order."""
    size = sum(len(publication.data) for publication in publications)
    return LogHint(channel, publications[-1].offset, tuple(publications) if size <= INLINE_BYTES else ())

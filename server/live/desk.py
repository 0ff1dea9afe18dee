"""What the wire asks of the product: the wire knows connections, channels and offsets; the desk people and rights.

`app.py` gives the product's desk; tests and the protocol's own conformance suites give an open one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from server.publication import ClientInfo, Position


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom a connection speaks for. `login` is what ends it when it is ended; `expires_at` is in epoch seconds."""

    person: str
    login: str | None = None
    expires_at: float | None = None


@dataclass(frozen=True, slots=True)
class WireError(Exception):
    """An error of the protocol (PROTOCOL: reply.error), not an expected no of the product."""

    code: int
    message: str
    temporary: bool = False


INTERNAL = WireError(100, "internal server error", temporary=True)
UNAUTHORIZED = WireError(101, "unauthorized")
UNKNOWN_CHANNEL = WireError(102, "unknown channel")
PERMISSION_DENIED = WireError(103, "permission denied")
METHOD_NOT_FOUND = WireError(104, "method not found")
ALREADY_SUBSCRIBED = WireError(105, "already subscribed")
LIMIT_EXCEEDED = WireError(106, "limit exceeded")
BAD_REQUEST = WireError(107, "bad request")
NOT_AVAILABLE = WireError(108, "not available")
TOKEN_EXPIRED = WireError(109, "token expired")
TOO_MANY_REQUESTS = WireError(111, "too many requests", temporary=True)
UNRECOVERABLE_POSITION = WireError(112, "unrecoverable position")


@dataclass(frozen=True, slots=True)
class Opening:
    """A log opened for one reader, read in one transaction.

    `top` is the newest entry's offset. `entries` are all entries after the wanted position as (offset, data), or
    None when they cannot be delivered whole: another epoch, below the reader's floor, or too far behind
    (more than 500 entries or 512 KiB). Without a wanted position `entries` is empty.
    """

    top: Position
    entries: tuple[tuple[int, bytes], ...] | None


@dataclass(frozen=True, slots=True)
class HistoryRequest:
    """`limit`: 0 for the position alone, -1 for all. Forward: after `since`, ascending; reverse: before, descending."""

    limit: int = 0
    since: Position | None = None
    reverse: bool = False


@dataclass(frozen=True, slots=True)
class History:
    top: Position
    entries: tuple[tuple[int, bytes], ...]


Answer = Callable[[bytes | WireError], None]
"""Takes an rpc's result as JSON, in the event loop's thread, after the commit was announced to the hub."""


class Desk(Protocol):
    async def sign_in(self, token: str) -> Caller | None:
        """Whose connection token this is; None when it is not valid (the connection closes 3500, for good).

        Raises TOKEN_EXPIRED when it was valid: SDKs come back with their old one, and then get a new one.
        """

    async def renew(self, caller: Caller) -> Caller | None:
        """The same caller as of now, asked when `expires_at` has come: a sign-in that was used meanwhile lasts longer.
        None when it is over."""

    async def open(self, caller: Caller, channel: str, since: Position | None, token: str = "") -> Opening:
        """Open a log for reading. `token` is what the subscribe command brought; rights need none.

        Raises WireError (103 also for a channel that is hidden from the caller).
        """

    def call(self, caller: Caller, method: str, data: bytes, answer: Answer) -> None:
        """Run an rpc. Never blocks and never raises: the command takes its place in the writer's queue at once,
        so that the commands of one connection keep their order; `answer` follows when it is committed."""

    def own_channels(self, caller: Caller) -> Sequence[str]:
        """What the server subscribes every connection of this caller to, without being asked."""

    async def refresh(self, caller: Caller, token: str) -> Caller:
        """The same person, for longer. Raises WireError (101 for a token that is no good or of somebody else, 109 for
        one that was good)."""

    async def publish(self, caller: Caller, client: str, channel: str, data: bytes) -> None:
        """A notice by a connection that is subscribed to the channel; `data` is valid JSON of unknown shape.

        Raises WireError (103 for who may not, 107 for data that makes no sense).
        """

    async def presence(self, caller: Caller, channel: str) -> Mapping[str, ClientInfo]:
        """Who is here, by client. Raises WireError."""

    async def history(self, caller: Caller, channel: str, request: HistoryRequest) -> History:
        """Raises WireError (108 where a channel has none, 112 for a position of another epoch)."""

    def arrived(self, caller: Caller, client: str, channel: str) -> None:
        """A subscription of this connection is live now; notices reach it from here on. Called amid a delivery, as
        `departed` is: it never blocks, never raises, and changes no subscription."""

    def departed(self, caller: Caller, client: str, channel: str, *, deliberate: bool) -> None:
        """It is over, once for each arrival. `deliberate`: by an unsubscribe, a sign-out or a removal, so that nothing
        is waited for."""

"""A committed entry, ready for delivery: what the writer announces, the hub pushes and a hint carries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from msgspec import Struct


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a log. `epoch` names this log's life; offsets of another epoch mean nothing."""

    epoch: str
    offset: int


class Publication(Struct, frozen=True, gc=False):
    """`data` is the entry's envelope as JSON, passed through byte for byte.

    `removes` is the id of a person whose subscriptions to this channel end before the publication is pushed.
    """

    channel: str
    offset: int
    data: bytes
    removes: str | None = None


@dataclass(frozen=True, slots=True)
class LoginsEnded:
    """These logins are over: their open connections close at once, on every node. `renewed`: they go on under another
    id and token, so whoever has that one comes back."""

    logins: tuple[str, ...]
    renewed: bool = False


@dataclass(frozen=True, slots=True)
class Showing:
    """A person shows from now on in these rooms, and in no other, that they are here, and with `typing` that they
    write."""

    person: str
    rooms: tuple[str, ...] = ()
    typing: bool = True


@dataclass(frozen=True, slots=True)
class ClientInfo:
    """Whom something comes from. `client` is opaque: of a person in a room, or of a connection. `about` is JSON about
    their place in the channel, empty where there is nothing to say."""

    person: str
    client: str
    about: bytes = b""


@dataclass(frozen=True, slots=True)
class Notice:
    """Goes to who reads the channel at this moment, without an offset, and may be lost. `data` is JSON, for a
    publication alone; a join and a leave say whose they are. `audience`: the only persons who get it."""

    channel: str
    kind: Literal["publication", "join", "leave"]
    data: bytes = b""
    info: ClientInfo | None = None
    audience: frozenset[str] | None = None


Push = Publication | Notice
"""What the readers of a channel get."""

Announcement = Push | LoginsEnded | Showing
"""What other parts hear of after a commit, never before it. A notice may also come without one."""

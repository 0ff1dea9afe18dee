"""A committed entry, ready for delivery: what the writer announces, the hub pushes and a hint carries."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a log. `epoch` names this log's life; offsets of another epoch mean nothing."""

    epoch: str
    offset: int


@dataclass(frozen=True, slots=True)
class Publication:
    """`data` is the entry's envelope as JSON, passed through byte for byte.

    `removes` is the id of a person whose subscriptions to this channel end before the publication is pushed.
    """

    channel: str
    offset: int
    data: bytes
    removes: str | None = None


@dataclass(frozen=True, slots=True)
class LoginsEnded:
    """These logins are over: their open connections close at once, on every node."""

    logins: tuple[str, ...]


Announcement = Publication | LoginsEnded
"""What other parts hear of after a commit, never before it."""

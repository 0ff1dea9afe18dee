"""A report, as it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from server.contract.reports import ReportActKind, ReportState


@dataclass(frozen=True, slots=True)
class Words:
    """A message as it was when it was shown. `message`: its id in the room; `at`: ms, of its posting."""

    message: int
    author: str
    at: int
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """`reporter` has shown `contact` messages of a room, by their ids. Times in ms; after `expires_at` nothing is left
    of it."""

    id: str
    cohort: str
    room: str
    room_kind: str
    reporter: str
    contact: str
    reason: str
    state: ReportState
    at: int
    expires_at: int
    messages: Sequence[int]


@dataclass(frozen=True, slots=True)
class Act:
    """`at`: ms."""

    report: str
    kind: ReportActKind
    by: str
    at: int

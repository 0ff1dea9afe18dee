"""What a person has said of their hours, and what their calendars say of their time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from server.contract.hours import Fault as Fault
from server.scheduling.hours import Hours, Span
from server.scheduling.intervals import NONE, Intervals


@dataclass(frozen=True, slots=True)
class Said:
    """`country`: ISO 3166, whose public holidays are kept free; None for none. `version`: 1 before anything was
    said."""

    zone: str
    weekly: tuple[tuple[Span, ...], ...]
    exceptions: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)
    country: str | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Availability:
    """`hours` is None for who has said none: that is unknown, and never "not free"."""

    hours: Hours | None = None
    busy: Intervals = field(default_factory=lambda: NONE)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Of a person's own: `busy` is all that is known of it, from about when it was read until `until`. `address`: where
    it is read again; None for a file. Times in ms."""

    person: str
    id: str
    added_at: int
    address: str | None = None
    busy: Intervals = field(default_factory=lambda: NONE)
    left_out: int = 0
    read_at: int | None = None
    until: int | None = None
    fault: Fault | None = None
    faults: int = 0
    due_at: int | None = None

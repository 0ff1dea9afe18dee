"""When the door of a gathering turns, and who it is for. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from server.contract.calendar import DateFor, DateKind, Door
from server.contract.programmes import CircleKind
from server.errors import Refused

MINUTE = 60_000
LOBBY = 15 * MINUTE
"""ms before the start."""
EARLIEST = 30 * MINUTE
"""ms before the start: from then on who leads it may open the door."""
WRITTEN_DOWN = 24 * 60 * MINUTE
"""ms: so much later at the latest the guests of what was planned are known, also when the server was down."""
AGENDA = 7 * 24 * 60 * MINUTE
"""ms before the start: then what it is about goes onto its room's agenda."""
KEPT = 30 * 24 * 60 * MINUTE
"""ms after the end, for what people needed there."""

INVITED: Mapping[DateFor, frozenset[str]] = {
    "all": frozenset(("mentor", "mentee", "coordinator", "facilitator")),
    "mentors": frozenset(("mentor",)),
    "mentees": frozenset(("mentee",)),
    "staff": frozenset(("coordinator", "facilitator", "safeguarding")),
}
"""Roles. Who leads it comes as well."""


def door_at(start: int, end: int, *, opened: bool, now: int) -> tuple[Door, int | None]:
    """How it is at `now`, and when it turns next (ms). By itself it opens at the start: nothing waits for a tap."""
    if now >= end:
        return "over", None
    if now >= start or opened:
        return "open", end
    if now >= start - LOBBY:
        return "lobby", start
    return "closed", start - LOBBY


def check_opens(door: Door, start: int, end: int, now: int) -> None:
    """Raises Refused gathering_over, door_too_early."""
    if door == "off" or now >= end:
        raise Refused("gathering_over")
    if now < start - EARLIEST:
        raise Refused("door_too_early", minutes=EARLIEST // MINUTE)


def check_begun(door: Door, start: int, now: int) -> None:
    """Who came is known once people could come. Raises Refused gathering_over, gathering_not_begun."""
    if door == "off":
        raise Refused("gathering_over")
    if now < start - LOBBY:
        raise Refused("gathering_not_begun")


def is_invited(whom: DateFor, roles: Collection[str]) -> bool:
    return not INVITED[whom].isdisjoint(roles)


def circle_of(kind: DateKind, whom: DateFor) -> CircleKind:
    """In whose room it is."""
    if whom == "all":
        return "workshop" if kind == "workshop" else "joint"
    return whom

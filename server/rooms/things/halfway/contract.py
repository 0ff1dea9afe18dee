"""The half-way card of a room on the wire. What each answers alone is in `server/contract/reflections.py`."""

from __future__ import annotations

from typing import Annotated

from msgspec import UNSET, Meta, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Removed, ThingCommand

WORDS, STEP, STEPS = 4_000, 500, 3
"""Code points; steps at most."""


class HalfWay(Added, frozen=True):
    """Written together. `came`: what has come of the goals, what changed and why; `works`: what helps and what is
    missing between them; `steps`: the next ones, at most three."""

    came: Annotated[str, L4]
    works: Annotated[str, L4]
    steps: Annotated[tuple[str, ...], L4]


class HalfWayChanged(Changed, frozen=True):
    """Other words; those before stay in the history, so that two who write at once lose nothing."""

    reason: Annotated[str, L4]
    came: Annotated[str | UnsetType, L4] = UNSET
    works: Annotated[str | UnsetType, L4] = UNSET
    steps: Annotated[tuple[str, ...] | UnsetType, L4] = UNSET


class HalfWayRemoved(Removed, frozen=True):
    """The card is empty again, with all that stood there."""


class WriteHalfWay(ThingCommand, frozen=True, omit_defaults=True):
    """Write what is given on the one card of the room."""

    came: Annotated[str | None, L4] = None
    works: Annotated[str | None, L4] = None
    steps: Annotated[Annotated[tuple[str, ...], Meta(max_length=STEPS)] | None, L4] = None


class RemoveHalfWay(ThingCommand, frozen=True, omit_defaults=True):
    """Empty the card: every version of its words is removed."""

    item: Annotated[Offset, L4]

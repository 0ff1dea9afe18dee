"""Sharing something outside of a room, on the wire. Nothing is read outside before all members agree to these words."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from msgspec import UNSET, UnsetType

from server.contract.commands import Id, Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Removed, ThingCommand

RELEASES = 50
"""Of a room at once."""
WORDS, LINE = 8_000, 200
"""Code points: of what is read outside; of each line about it."""
DAYS = 366
"""At most so many from the proposal to the last day."""

ReleaseState = Literal["proposed", "open", "withdrawn"]


class Release(Added, frozen=True):
    """`words` are read outside, exactly as they stand here. `scope`: for what they may be used; `reader`: who is to
    read them; `until`: the last day, in UTC. `source`: what they were taken from, `message` if it is one.

    `asked`: who was in the room then: all of them have to agree, and whoever comes or goes ends it. `agreed`: who has.
    `open`: all have, and there is a link. `read_at`: ms, when somebody outside read it first; a null before that.
    `withdrawn`: it was read, and can be read no more.
    """

    words: Annotated[str, L4]
    scope: Annotated[str, L4]
    reader: Annotated[str, L4]
    until: Annotated[date, L4]
    source: Annotated[str, L4]
    message: Annotated[int | None, L4]
    asked: Annotated[tuple[Id, ...], L4]
    agreed: Annotated[tuple[Id, ...], L4]
    state: Annotated[ReleaseState, L4]
    read_at: Annotated[int | None, L4]


class ReleaseChanged(Changed, frozen=True):
    """Somebody has agreed; somebody outside has read it, which the server says; or it was withdrawn after that."""

    agreed: Annotated[tuple[Id, ...] | UnsetType, L4] = UNSET
    state: Annotated[ReleaseState | UnsetType, L4] = UNSET
    read_at: Annotated[int | UnsetType, L4] = UNSET


class ReleaseRemoved(Removed, frozen=True):
    """Withdrawn before anybody outside had read it: nothing of it stays."""


class ProposeRelease(ThingCommand, frozen=True, omit_defaults=True):
    """Propose to share something outside. Who proposes it agrees with that."""

    words: Annotated[str, L4]
    scope: Annotated[str, L4]
    reader: Annotated[str, L4]
    until: Annotated[date, L4]
    source: Annotated[str, L4] = ""
    message: Annotated[Offset | None, L4] = None


class AgreeToRelease(ThingCommand, frozen=True, omit_defaults=True):
    """Agree that these words are read outside. With the last one to agree it is open."""

    item: Annotated[Offset, L4]


class WithdrawRelease(ThingCommand, frozen=True, omit_defaults=True):
    """Say no to it, or take it back: each member alone, at any time."""

    item: Annotated[Offset, L4]

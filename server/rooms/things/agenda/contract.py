"""The agenda of a room on the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, UnsetType

from server.contract.commands import Id, Offset
from server.contract.levels import L0, L4
from server.contract.things import Added, Changed, Rank, Removed, ThingCommand

POINTS = 300
"""Points of a room at once, those that are done too."""
TITLE = 200
"""Code points."""
LONGEST = 240
"""Minutes of a point."""
Prompt = Literal["who", "wishes", "ways", "agreement", "next"]
"""Of the first meeting: who we are, what each wishes for, how we meet, our agreement, the first step. Known to every
reader in their own language."""


class Point(Added, frozen=True):
    """Something to talk about. `minutes`: planned for it, 0 where nobody said; `brings`: who brings it, empty where
    nobody is named. `rank`: its place, in the order of the characters. `meeting`: in which it was done, by its id.
    `prompt`: what it asks in each reader's language, as long as `title` is empty: nobody has put it otherwise."""

    title: Annotated[str, L4]
    minutes: Annotated[int, L4]
    brings: Annotated[str, L0]
    rank: Annotated[Rank, L4]
    done: Annotated[bool, L4]
    meeting: Annotated[int | None, L4]
    prompt: Annotated[Prompt | None, L4] = None


class PointChanged(Changed, frozen=True):
    """Other words for a point, another place, or it is done."""

    title: Annotated[str | UnsetType, L4] = UNSET
    minutes: Annotated[int | UnsetType, L4] = UNSET
    brings: Annotated[str | UnsetType, L0] = UNSET
    rank: Annotated[Rank | UnsetType, L4] = UNSET
    done: Annotated[bool | UnsetType, L4] = UNSET
    meeting: Annotated[int | UnsetType | None, L4] = UNSET


class PointRemoved(Removed, frozen=True):
    """Off the agenda, with all that was said of it."""


class AddPoint(ThingCommand, frozen=True, omit_defaults=True):
    """Put something on the agenda. It comes last."""

    title: Annotated[str, L4]
    minutes: Annotated[int, L4] = 0
    brings: Annotated[Id | None, L0] = None


class ChangePoint(ThingCommand, frozen=True, omit_defaults=True):
    """Say something else of a point: what is given. `minutes` 0: nobody says; `brings` empty: nobody is named."""

    item: Annotated[Offset, L4]
    title: Annotated[str | None, L4] = None
    minutes: Annotated[int | None, L4] = None
    brings: Annotated[str | None, L0] = None


class MovePoint(ThingCommand, frozen=True, omit_defaults=True):
    """Put a point behind another one, or first. Between mentor and mentee the mentee does."""

    item: Annotated[Offset, L4]
    after: Annotated[Offset | None, L4] = None


class FinishPoint(ThingCommand, frozen=True, omit_defaults=True):
    """A point is done, in this meeting where one is named; or, with `done` false, it is not yet."""

    item: Annotated[Offset, L4]
    done: Annotated[bool, L4] = True
    meeting: Annotated[Offset | None, L4] = None


class RemovePoint(ThingCommand, frozen=True, omit_defaults=True):
    """Take a point off the agenda: every version of its words is removed."""

    item: Annotated[Offset, L4]

"""The next steps of a room on the wire."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import UNSET, UnsetType

from server.contract.commands import Id, Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Removed, ThingCommand

STEPS = 200
"""Steps of a room at once, done ones included."""
WHAT = 500
"""Code points."""


class NextStep(Added, frozen=True):
    """Something to do. `who`: the member who does it, null for all together; `until`: a day, if one was agreed.

    `done_at` (ms) and `done_by` once it is done. `note` and `meeting` name where it was written down first, by the
    note's id and the offset that made the meeting; whoever shows them looks whether these are still there.
    """

    what: Annotated[str, L4]
    who: Annotated[Id | None, L4]
    until: Annotated[date | None, L4]
    done_at: Annotated[int | None, L4]
    done_by: Annotated[Id | None, L4]
    note: Annotated[Id | None, L4]
    meeting: Annotated[int | None, L4]


class StepChanged(Changed, frozen=True):
    """Other words for a step, another person or day, or that it is done, or is not done after all."""

    what: Annotated[str | UnsetType, L4] = UNSET
    who: Annotated[Id | UnsetType | None, L4] = UNSET
    until: Annotated[date | UnsetType | None, L4] = UNSET
    done_at: Annotated[int | UnsetType | None, L4] = UNSET
    done_by: Annotated[Id | UnsetType | None, L4] = UNSET


class StepRemoved(Removed, frozen=True):
    """A step that is no more, with all that was said of it."""


class AddStep(ThingCommand, frozen=True, omit_defaults=True):
    """Write down a next step. `note`, `meeting`: where it comes from."""

    what: Annotated[str, L4]
    who: Annotated[Id | None, L4] = None
    until: Annotated[date | None, L4] = None
    note: Annotated[Id | None, L4] = None
    meeting: Annotated[Offset | None, L4] = None


class ChangeStep(ThingCommand, frozen=True, omit_defaults=True):
    """Say something else of a step: what is given. A null takes the person or the day away."""

    item: Annotated[Offset, L4]
    what: Annotated[str | UnsetType, L4] = UNSET
    who: Annotated[Id | UnsetType | None, L4] = UNSET
    until: Annotated[date | UnsetType | None, L4] = UNSET


class FinishStep(ThingCommand, frozen=True, omit_defaults=True):
    """A step is done; or, with `done` false, it is not done after all."""

    item: Annotated[Offset, L4]
    done: Annotated[bool, L4] = True


class RemoveStep(ThingCommand, frozen=True, omit_defaults=True):
    """Take a step away: every version of its words is removed."""

    item: Annotated[Offset, L4]

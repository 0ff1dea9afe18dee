"""The goals of a room on the wire."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import UNSET, UnsetType

from server.contract.commands import Id, Offset
from server.contract.levels import L4
from server.contract.things import Added, Changed, Removed, ThingCommand

GOALS = 50
"""Goals of a room at once."""
TEXT, WHY, SIGN, REASON = 500, 2_000, 2_000, 1_000
"""Code points."""

Term = Literal["short", "middle", "long"]
GoalState = Literal["open", "reached", "changed", "no_longer_needed"]
"""`changed`: it goes on in other words."""


class Goal(Added, frozen=True):
    """What somebody wants to reach. `whose`: a member's own, null for one of all. `sign`: how we will know.

    What it was before, and why it changed, stands in its history, the first wording in the oldest part of it.
    """

    term: Annotated[Term, L4]
    text: Annotated[str, L4]
    why: Annotated[str, L4]
    sign: Annotated[str, L4]
    whose: Annotated[Id | None, L4]
    state: Annotated[GoalState, L4]


class GoalChanged(Changed, frozen=True):
    """A goal in other words or in another state, always with the reason."""

    reason: Annotated[str, L4]
    term: Annotated[Term | UnsetType, L4] = UNSET
    text: Annotated[str | UnsetType, L4] = UNSET
    why: Annotated[str | UnsetType, L4] = UNSET
    sign: Annotated[str | UnsetType, L4] = UNSET
    state: Annotated[GoalState | UnsetType, L4] = UNSET


class GoalRemoved(Removed, frozen=True):
    """A goal that was never meant: nothing that was said of it stays."""


class SetGoal(ThingCommand, frozen=True, omit_defaults=True):
    """Write down a goal."""

    text: Annotated[str, L4]
    term: Annotated[Term, L4] = "middle"
    why: Annotated[str, L4] = ""
    sign: Annotated[str, L4] = ""
    whose: Annotated[Id | None, L4] = None


class ChangeGoal(ThingCommand, frozen=True, omit_defaults=True):
    """Change what is given of a goal, and say why. An open one that gets other words is a changed one from then on."""

    item: Annotated[Offset, L4]
    reason: Annotated[str, L4]
    term: Annotated[Term | None, L4] = None
    text: Annotated[str | None, L4] = None
    why: Annotated[str | None, L4] = None
    sign: Annotated[str | None, L4] = None
    state: Annotated[GoalState | None, L4] = None


class RemoveGoal(ThingCommand, frozen=True, omit_defaults=True):
    """Remove every version of a goal's words. One that nobody needs any more has a state for that."""

    item: Annotated[Offset, L4]

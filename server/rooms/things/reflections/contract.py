"""Shared parts of monthly reflections on the wire."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import UNSET, Meta, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L4
from server.contract.reflections import MONTHLY, Month, MonthlyQuestion
from server.contract.things import Added, Changed, Removed, ThingCommand

SHARED = 500
"""Months of all members that a room holds."""


class SharedAnswer(msgspec.Struct, frozen=True):
    """One answer, by the code of its question, which each reader reads in their own language."""

    question: Annotated[MonthlyQuestion, L4]
    text: Annotated[str, L4]


class SharedReflection(Added, frozen=True):
    """The parts of somebody's month that they chose to share, in the order of the questions."""

    month: Annotated[str, L4]
    answers: Annotated[tuple[SharedAnswer, ...], L4]


class SharedReflectionChanged(Changed, frozen=True):
    """More of the same month, or other words."""

    answers: Annotated[tuple[SharedAnswer, ...] | UnsetType, L4] = UNSET


class SharedReflectionRemoved(Removed, frozen=True):
    """Taken back by its author, with every version of the words."""


class ShareAnswers(ThingCommand, frozen=True, omit_defaults=True):
    """Share chosen answers of one's own month with the room. Those that were shared before stay, in their new words
    if they are given again."""

    month: Annotated[Month, L4]
    answers: Annotated[Annotated[tuple[SharedAnswer, ...], Meta(min_length=1, max_length=len(MONTHLY))], L4]


class UnshareReflection(ThingCommand, frozen=True, omit_defaults=True):
    """Take back what one shared of a month. What one wrote for oneself stays."""

    item: Annotated[Offset, L4]

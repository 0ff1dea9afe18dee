"""What may stand among the next steps of a room."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from msgspec import UNSET, UnsetType

from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.steps import contract
from server.rooms.things.steps.contract import (
    AddStep,
    ChangeStep,
    FinishStep,
    NextStep,
    RemoveStep,
    StepChanged,
    StepRemoved,
)
from server.rooms.things.words import clean_line

Command = AddStep | ChangeStep | FinishStep | RemoveStep

YEARS = range(2000, 2201)


def decide(command: Command, at: ThingSituation) -> NextStep | StepChanged | StepRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, not_a_member, year_unlikely, too_many_items,
    item_not_found."""
    match command:
        case AddStep():
            at.check_place(contract.STEPS)
            return NextStep(
                what=clean_line(command.what, contract.WHAT),
                who=_member(command.who, at),
                until=_day(command.until),
                done_at=None,
                done_by=None,
                note=command.note,
                meeting=command.meeting,
            )
        case ChangeStep():
            return _change(command, at)
        case FinishStep():
            at.item(command.item)
            if command.done:
                return StepChanged(command.item, done_at=at.now, done_by=at.actor)
            return StepChanged(command.item, done_at=None, done_by=None)
        case RemoveStep():
            return StepRemoved(at.item(command.item).id)
        case _:
            assert_never(command)


def _change(command: ChangeStep, at: ThingSituation) -> StepChanged:
    step = at.item(command.item).body
    # Who left may go on standing where they stood; nobody gives them anything new.
    who = command.who if isinstance(command.who, UnsetType) or command.who == step.who else _member(command.who, at)
    return StepChanged(
        command.item,
        what=UNSET if isinstance(command.what, UnsetType) else clean_line(command.what, contract.WHAT),
        who=who,
        until=UNSET if isinstance(command.until, UnsetType) else _day(command.until),
    )


def _member(person: str | None, at: ThingSituation) -> str | None:
    if person is not None and person not in at.room.members:
        raise Refused("not_a_member")
    return person


def _day(day: date | None) -> date | None:
    if day is not None and day.year not in YEARS:
        raise Refused("year_unlikely")
    return day

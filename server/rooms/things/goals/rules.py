"""How goals come, change and go."""

from __future__ import annotations

from typing import Any, assert_never

from server.errors import Refused
from server.rooms.things.goals import contract
from server.rooms.things.goals.contract import ChangeGoal, Goal, GoalChanged, GoalRemoved, RemoveGoal, SetGoal
from server.rooms.things.kind import ThingSituation
from server.rooms.things.words import clean_line, clean_words

Command = SetGoal | ChangeGoal | RemoveGoal


def decide(command: Command, at: ThingSituation) -> Goal | GoalChanged | GoalRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, not_a_member, reason_missing, nothing_changed,
    too_many_items, item_not_found."""
    match command:
        case SetGoal():
            at.check_place(contract.GOALS)
            if command.whose is not None and command.whose not in at.room.members:
                raise Refused("not_a_member")
            return Goal(
                term=command.term,
                text=clean_line(command.text, contract.TEXT),
                why=clean_words(command.why, contract.WHY),
                sign=clean_words(command.sign, contract.SIGN),
                whose=command.whose,
                state="open",
            )
        case ChangeGoal():
            return _change(command, at.item(command.item).body)
        case RemoveGoal():
            return GoalRemoved(at.item(command.item).id)
        case _:
            assert_never(command)


def _change(command: ChangeGoal, goal: Goal) -> GoalChanged:
    wished: dict[str, Any] = {
        "term": command.term,
        "text": None if command.text is None else clean_line(command.text, contract.TEXT),
        "why": None if command.why is None else clean_words(command.why, contract.WHY),
        "sign": None if command.sign is None else clean_words(command.sign, contract.SIGN),
        "state": command.state,
    }
    changes = {name: value for name, value in wished.items() if value is not None and value != getattr(goal, name)}
    if not changes:
        raise Refused("nothing_changed")
    if "text" in changes and command.state is None and goal.state == "open":
        changes["state"] = "changed"
    if not command.reason.strip():
        raise Refused("reason_missing")
    return GoalChanged(command.item, clean_line(command.reason, contract.REASON), **changes)

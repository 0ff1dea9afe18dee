"""A room has one half-way card, on which all its members write."""

from __future__ import annotations

from typing import Any, assert_never

from server.errors import Refused
from server.rooms.things.halfway import contract
from server.rooms.things.halfway.contract import HalfWay, HalfWayChanged, HalfWayRemoved, RemoveHalfWay, WriteHalfWay
from server.rooms.things.kind import ThingSituation
from server.rooms.things.words import clean_line, clean_words

Command = WriteHalfWay | RemoveHalfWay


def decide(command: Command, at: ThingSituation) -> HalfWay | HalfWayChanged | HalfWayRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, nothing_changed, item_not_found."""
    match command:
        case WriteHalfWay():
            return _write(command, at)
        case RemoveHalfWay():
            return HalfWayRemoved(at.item(command.item).id)
        case _:
            assert_never(command)


def _write(command: WriteHalfWay, at: ThingSituation) -> HalfWay | HalfWayChanged:
    """Who came later starts a card of their own: what was written before is not theirs to read or to change."""
    item = at.items[-1] if at.items else None
    before = HalfWay("", "", ()) if item is None else item.body
    wished: dict[str, Any] = {
        "came": None if command.came is None else clean_words(command.came, contract.WORDS),
        "works": None if command.works is None else clean_words(command.works, contract.WORDS),
        "steps": None if command.steps is None else _steps(command.steps),
    }
    changes = {name: value for name, value in wished.items() if value is not None and value != getattr(before, name)}
    if not changes:
        raise Refused("nothing_changed")
    if item is None:
        return HalfWay(changes.get("came", ""), changes.get("works", ""), changes.get("steps", ()))
    return HalfWayChanged(item.id, "", **changes)


def _steps(steps: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(clean_line(step, contract.STEP) for step in steps if step.strip())

"""What may stand on the agenda, in whose order, and when it is done."""

from __future__ import annotations

from typing import assert_never

from msgspec import UNSET

from server.errors import Refused
from server.rooms.things.agenda import contract
from server.rooms.things.agenda.contract import (
    AddPoint,
    ChangePoint,
    FinishPoint,
    MovePoint,
    Point,
    PointChanged,
    PointRemoved,
    RemovePoint,
)
from server.rooms.things.kind import ThingSituation
from server.rooms.things.leading import check_orders
from server.rooms.things.rank import rank_after
from server.rooms.things.words import clean_line

Command = AddPoint | ChangePoint | MovePoint | FinishPoint | RemovePoint


def decide(command: Command, at: ThingSituation) -> Point | PointChanged | PointRemoved:
    """Raises Refused: mentee_orders, led_by_others, minutes_unlikely, not_a_member, text_empty, text_too_long,
    text_not_allowed, too_many_items, item_not_found."""
    match command:
        case AddPoint():
            return _add(command, at)
        case ChangePoint():
            at.item(command.item)
            return PointChanged(
                command.item,
                title=UNSET if command.title is None else clean_line(command.title, contract.TITLE),
                minutes=UNSET if command.minutes is None else _minutes(command.minutes),
                brings=UNSET if command.brings is None else _brings(command.brings, at),
            )
        case MovePoint():
            check_orders(at)
            at.item(command.item)
            return PointChanged(command.item, rank=_behind(command, at))
        case FinishPoint():
            at.item(command.item)
            return PointChanged(command.item, done=command.done, meeting=command.meeting if command.done else None)
        case RemovePoint():
            return PointRemoved(at.item(command.item).id)
        case _:
            assert_never(command)


def _add(command: AddPoint, at: ThingSituation) -> Point:
    at.check_place(contract.POINTS)
    ranks = sorted(item.body.rank for item in at.items)
    return Point(
        title=clean_line(command.title, contract.TITLE),
        minutes=_minutes(command.minutes),
        brings=_brings(command.brings or "", at),
        rank=rank_after(ranks, ranks[-1] if ranks else None),
        done=False,
        meeting=None,
    )


def _behind(command: MovePoint, at: ThingSituation) -> str:
    """Another point that somebody took off meanwhile puts this one last."""
    others = {item.id: item.body.rank for item in at.items if item.id != command.item}
    return rank_after(list(others.values()), None if command.after is None else others.get(command.after, "~"))


def _minutes(minutes: int) -> int:
    if not 0 <= minutes <= contract.LONGEST:
        raise Refused("minutes_unlikely", limit=contract.LONGEST)
    return minutes


def _brings(person: str, at: ThingSituation) -> str:
    if person and person not in at.room.members:
        raise Refused("not_a_member")
    return person

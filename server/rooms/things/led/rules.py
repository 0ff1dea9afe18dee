"""What those who lead a group may do, and who may write at which pace. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never, cast

from server.contract.commands import Role
from server.errors import Refused
from server.rooms.model import Membership
from server.rooms.things.files import FILES
from server.rooms.things.kind import Items, ThingSituation
from server.rooms.things.leading import GROUPS as GROUPS
from server.rooms.things.leading import LEADS
from server.rooms.things.led import contract
from server.rooms.things.led.contract import (
    BringBack,
    DropHidden,
    HideMessage,
    LedAct,
    LedActChanged,
    ReturnMessage,
    SetPace,
    TakeFileAway,
    TakeOut,
)

Command = HideMessage | ReturnMessage | DropHidden | TakeFileAway | TakeOut | BringBack | SetPace


def leads_of(kind: str, members: Mapping[str, Membership]) -> tuple[str, ...]:
    """Who leads a group; in the room of a mentorship nobody does."""
    return tuple(person for person, one in members.items() if one.role in LEADS) if kind in GROUPS else ()


def decide(command: Command, at: ThingSituation) -> LedAct | LedActChanged:
    """Raises Refused: message_not_found, message_withdrawn, item_not_found, act_over, not_your_message, led_by_others,
    not_a_member, too_many_items."""
    match command:
        case HideMessage():
            return _hide(command, at)
        case ReturnMessage():
            # Nobody decides in their own cause.
            if at.item(command.item).body.person == at.actor:
                raise Refused("led_by_others")
            return _end(command.item, "hidden", at)
        case DropHidden():
            if at.item(command.item).body.person != at.actor:
                raise Refused("not_your_message")
            _end(command.item, "hidden", at)
            return LedActChanged(command.item, state="dropped", reason="")
        case TakeFileAway():
            return _take_file_away(at)
        case TakeOut():
            return _take_out(command, at)
        case BringBack():
            return _end(command.item, "taken_out", at)
        case SetPace():
            return _set_pace(command, at)
        case _:
            assert_never(command)


def _hide(command: HideMessage, at: ThingSituation) -> LedAct:
    at.check_place(contract.ACTS)
    if at.message is None:
        raise Refused("message_not_found")
    if at.message.text is None:
        raise Refused("message_withdrawn")
    return _act("hidden", message=command.message, person=at.message.author)


def file_named(command: Command) -> tuple[str, int] | None:
    return (FILES.name, command.file) if isinstance(command, TakeFileAway) else None


def _take_file_away(at: ThingSituation) -> LedAct:
    """For good: what is hidden could be given back, and then its bytes would have to be kept where nobody sees them."""
    at.check_place(contract.ACTS)
    if at.thing is None:
        raise Refused("item_not_found")
    return _act("file", person=at.thing.by or "")


def _take_out(command: TakeOut, at: ThingSituation) -> LedAct:
    at.check_place(contract.ACTS)
    there = at.room.members.get(command.person)
    if there is None or command.person == at.actor:
        raise Refused("not_a_member")
    return _act("taken_out", person=command.person, role=cast(Role, there.role))


def _set_pace(command: SetPace, at: ThingSituation) -> LedAct | LedActChanged:
    standing = next((item for item in at.items if item.body.what == "pace"), None)
    if standing is None:
        return _act("pace", slow=command.slow, paused=command.paused)
    return LedActChanged(standing.id, slow=command.slow, paused=command.paused, reason="")


def _act(
    what: contract.What,
    message: int | None = None,
    person: str = "",
    role: Role | None = None,
    slow: int = 0,
    *,
    paused: bool = False,
) -> LedAct:
    return LedAct(what, message, person, role, "stands", slow, paused)


def _end(item: int, what: contract.What, at: ThingSituation) -> LedActChanged:
    act = at.item(item).body
    if act.what != what:
        raise Refused("item_not_found")
    if act.state != "stands":
        raise Refused("act_over")
    return LedActChanged(item, state="over", reason="")


def pace_of(items: Items) -> tuple[int, bool]:
    """Seconds between two messages of one person, and whether only those who lead may write."""
    pace = next((item.body for item in items if item.body.what == "pace"), None)
    return (0, False) if pace is None else (pace.slow, pace.paused)


def check_pace(pace: tuple[int, bool], said_at: Sequence[int], now: int) -> None:
    """Of somebody who does not lead. `said_at`: when they wrote lately, ms. Raises Refused writing_paused,
    writing_slowed."""
    slow, paused = pace
    if paused:
        raise Refused("writing_paused")
    wait = slow * 1000 - (now - max(said_at)) if said_at else 0
    if wait > 0:
        raise Refused("writing_slowed", seconds=-(-wait // 1000))

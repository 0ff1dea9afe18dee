"""What may be put on a room's shelf, and in which order it stands."""

from __future__ import annotations

from typing import assert_never

from msgspec import UNSET, UnsetType

from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.links import clean_link
from server.rooms.things.rank import rank_after
from server.rooms.things.shelf import contract
from server.rooms.things.shelf.contract import ChangePin, MovePin, Pin, PinChanged, PinRemoved, PutPin, RemovePin
from server.rooms.things.words import clean_line, clean_words

Command = PutPin | ChangePin | MovePin | RemovePin
KINDS: dict[contract.What, str] = {"file": "files", "shared": "notes"}
"""Where the things are that a pin leads to."""


def thing_named(command: Command) -> tuple[str, int] | None:
    if not isinstance(command, PutPin) or command.what not in KINDS or command.thing is None:
        return None
    return KINDS[command.what], command.thing


def decide(command: Command, at: ThingSituation) -> Pin | PinChanged | PinRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, link_not_allowed, message_not_found,
    too_many_items, item_not_found."""
    match command:
        case PutPin():
            return _put(command, at)
        case ChangePin():
            return _change(command, at.item(command.item).body)
        case MovePin():
            at.item(command.item)
            return PinChanged(command.item, rank=_behind(command, at))
        case RemovePin():
            return PinRemoved(at.item(command.item).id)
        case _:
            assert_never(command)


def _put(command: PutPin, at: ThingSituation) -> Pin:
    at.check_place(contract.PINS)
    if command.what == "message" and at.message is None:
        raise Refused("message_not_found")
    if (command.what in KINDS or command.thing is not None) and at.thing is None:
        raise Refused("item_not_found")
    ranks = sorted(item.body.rank for item in at.items)
    return Pin(
        what=command.what,
        title=_title(command.title),
        why=clean_words(command.why, contract.WHY),
        link=_link(command.link, command.what),
        note=_note(command.note, command.what),
        message=command.message,
        section=_section(command.section),
        state=command.state,
        rank=rank_after(ranks, ranks[-1] if ranks else None),
        thing=command.thing,
    )


def _change(command: ChangePin, pin: Pin) -> PinChanged:
    return PinChanged(
        command.item,
        title=UNSET if command.title is None else _title(command.title),
        why=UNSET if command.why is None else clean_words(command.why, contract.WHY),
        link=UNSET if command.link is None else _link(command.link, pin.what),
        note=UNSET if command.note is None else _note(command.note, pin.what),
        section=UNSET if command.section is None else _section(command.section),
        state=_given(command.state),
    )


def _given(state: contract.State | None) -> contract.State | UnsetType:
    return UNSET if state is None else state


def _behind(command: MovePin, at: ThingSituation) -> str:
    """Another pin that somebody took off meanwhile puts this one last: nothing is lost, and nobody asked twice."""
    others = {item.id: item.body.rank for item in at.items if item.id != command.item}
    return rank_after(list(others.values()), None if command.after is None else others.get(command.after, "~"))


def _title(words: str) -> str:
    return clean_line(words, contract.TITLE) if words.strip() else ""


def _section(words: str) -> str:
    return clean_line(words, contract.SECTION) if words.strip() else ""


def _note(words: str, what: contract.What) -> str:
    note = clean_words(words, contract.NOTE)
    if what == "note" and not note:
        raise Refused("text_empty")
    return note


def _link(address: str, what: contract.What) -> str:
    return "" if what != "link" and not address.strip() else clean_link(address)

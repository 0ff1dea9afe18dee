"""Who sets a room's call, and what happens when it does not work."""

from __future__ import annotations

from typing import assert_never

from msgspec import UNSET

from server.errors import Refused
from server.rooms.things.call import contract
from server.rooms.things.call.contract import Call, CallChanged, CallRemoved, RemoveCall, SetCall, TellTrouble
from server.rooms.things.kind import ThingSituation
from server.rooms.things.leading import check_leads
from server.rooms.things.links import clean_link
from server.rooms.things.words import clean_line

Command = SetCall | TellTrouble | RemoveCall


def decide(command: Command, at: ThingSituation) -> Call | CallChanged | CallRemoved:
    """Raises Refused: led_by_others, link_not_allowed, text_empty, text_too_long, text_not_allowed, too_many_items,
    item_not_found."""
    match command:
        case SetCall():
            return _set(command, at)
        case TellTrouble():
            at.item(command.item)
            if command.over:
                return CallChanged(command.item, trouble_by=None, trouble_at=None)
            return CallChanged(command.item, trouble_by=at.actor, trouble_at=at.now)
        case RemoveCall():
            check_leads(at)
            return CallRemoved(at.item(command.item).id)
        case _:
            assert_never(command)


def _set(command: SetCall, at: ThingSituation) -> Call | CallChanged:
    """Two people who set it at once set one call: the later words hold."""
    check_leads(at)
    link = None if command.link is None else clean_link(command.link) if command.link.strip() else ""
    fallback = None if command.fallback is None else _line(command.fallback)
    now = at.items[-1] if at.items else None
    if not (link or fallback or (now is not None and _stays(now.body, link, fallback))):
        raise Refused("text_empty")
    if now is None:
        at.check_place(contract.CALLS)
        return Call(link or "", fallback or "", None, None)
    other = link is not None and link != now.body.link
    return CallChanged(
        now.id,
        link=UNSET if link is None else link,
        fallback=UNSET if fallback is None else fallback,
        # What did not work is not what is there now.
        trouble_by=None if other else UNSET,
        trouble_at=None if other else UNSET,
    )


def _stays(call: Call, link: str | None, fallback: str | None) -> bool:
    """Something is left when one of the two is emptied."""
    return bool((call.link if link is None else link) or (call.fallback if fallback is None else fallback))


def _line(words: str) -> str:
    return clean_line(words, contract.FALLBACK) if words.strip() else ""

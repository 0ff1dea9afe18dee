"""One text of each member."""

from __future__ import annotations

from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.thanks import contract
from server.rooms.things.thanks.contract import SayThanks, TakeBackThanks, Thanks, ThanksChanged, ThanksRemoved
from server.rooms.things.words import clean_words


def decide(command: SayThanks | TakeBackThanks, at: ThingSituation) -> Thanks | ThanksChanged | ThanksRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, item_not_found, not_your_message."""
    if isinstance(command, TakeBackThanks):
        item = at.item(command.item)
        if item.by != at.actor:
            raise Refused("not_your_message")
        return ThanksRemoved(item.id)
    words = clean_words(command.words, contract.WORDS)
    if not words:
        raise Refused("text_empty")
    own = next((item for item in at.items if item.by == at.actor), None)
    return Thanks(words) if own is None else ThanksChanged(own.id, words=words)

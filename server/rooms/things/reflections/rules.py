"""Each member shares of their own months, and takes back what they shared."""

from __future__ import annotations

from typing import assert_never

from server.contract.reflections import ANSWER, MONTHLY
from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.reflections import contract
from server.rooms.things.reflections.contract import (
    ShareAnswers,
    SharedAnswer,
    SharedReflection,
    SharedReflectionChanged,
    SharedReflectionRemoved,
    UnshareReflection,
)
from server.rooms.things.words import clean_words

Command = ShareAnswers | UnshareReflection


def decide(
    command: Command, at: ThingSituation
) -> SharedReflection | SharedReflectionChanged | SharedReflectionRemoved:
    """Raises Refused: text_empty, text_too_long, text_not_allowed, too_many_items, item_not_found, not_your_item."""
    match command:
        case ShareAnswers():
            return _share(command, at)
        case UnshareReflection():
            item = at.item(command.item)
            if item.by != at.actor:
                raise Refused("not_your_item")
            return SharedReflectionRemoved(item.id)
        case _:
            assert_never(command)


def _share(command: ShareAnswers, at: ThingSituation) -> SharedReflection | SharedReflectionChanged:
    mine = next((item for item in at.items if item.by == at.actor and item.body.month == command.month), None)
    words = {} if mine is None else {one.question: one.text for one in mine.body.answers}
    words |= {one.question: _words(one.text) for one in command.answers}
    answers = tuple(SharedAnswer(question, words[question]) for question in MONTHLY if question in words)
    if mine is not None:
        return SharedReflectionChanged(mine.id, answers=answers)
    at.check_place(contract.SHARED)
    return SharedReflection(command.month, answers)


def _words(text: str) -> str:
    words = clean_words(text, ANSWER)
    if not words:
        raise Refused("text_empty")
    return words

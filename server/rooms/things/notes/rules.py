"""What becomes of a shared note as a whole."""

from __future__ import annotations

from typing import assert_never

from msgspec import UNSET

from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.notes import contract
from server.rooms.things.notes.contract import ChangeNote, Note, NoteChanged, NoteRemoved, OpenNote, RemoveNote
from server.rooms.things.words import clean_line

Command = OpenNote | ChangeNote | RemoveNote


def decide(command: Command, at: ThingSituation) -> Note | NoteChanged | NoteRemoved:
    """Raises Refused: text_too_long, text_not_allowed, too_many_items, item_not_found, not_your_note."""
    match command:
        case OpenNote():
            at.check_place(contract.NOTES)
            return Note(_title(command.title), command.day, "open", None)
        case ChangeNote():
            at.item(command.item)
            return NoteChanged(
                command.item,
                title=UNSET if command.title is None else _title(command.title),
                day=UNSET if command.day is None else command.day,
                state=UNSET if command.state is None else command.state,
            )
        case RemoveNote():
            note = at.item(command.item)
            # What others wrote in it goes too: closing is for everybody, this is not.
            if note.by != at.actor:
                raise Refused("not_your_note")
            return NoteRemoved(note.id)
        case _:
            assert_never(command)


def _title(words: str) -> str:
    return clean_line(words, contract.TITLE) if words.strip() else ""

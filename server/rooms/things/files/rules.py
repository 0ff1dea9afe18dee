"""When a file may stand in a room, and who may take it back."""

from __future__ import annotations

from typing import assert_never

from server.errors import Refused
from server.rooms.things.files import contract
from server.rooms.things.files.contract import AddFile, File, FileRemoved, RemoveFile
from server.rooms.things.kind import ThingSituation
from server.rooms.things.words import clean_line

Command = AddFile | RemoveFile


def decide(command: Command, at: ThingSituation) -> File | FileRemoved:
    """Raises Refused: text_too_long, text_not_allowed, too_many_items, item_not_found, not_your_file."""
    match command:
        case AddFile():
            return _add(command, at)
        case RemoveFile():
            return _remove(command, at)
        case _:
            assert_never(command)


def _add(command: AddFile, at: ThingSituation) -> File:
    at.check_place(contract.FILES)
    return File(
        name=command.name,
        size=command.size,
        type=command.type,
        stored=command.stored,
        width=command.width,
        height=command.height,
        seconds=command.seconds,
        text=clean_line(command.text, contract.TEXT) if command.text.strip() else "",
        message=command.message,
        number=at.talk + 1,
    )


def _remove(command: RemoveFile, at: ThingSituation) -> FileRemoved:
    """It is what its author said, as a message is."""
    item = at.item(command.item)
    if item.by != at.actor:
        raise Refused("not_your_file")
    return FileRemoved(item.id)

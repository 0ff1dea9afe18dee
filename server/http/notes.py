"""A shared note as it is, and the private notes of who asks."""

from __future__ import annotations

from functools import partial

from starlette.routing import Route

from server.contract.notes import SetPrivateNote
from server.flows import notes
from server.http.doors import Doors
from server.rooms.private_notes import service as private

PRIVATE_NOTE_BYTES = 256 * 1024
"""The longest of texts, also where each letter is escaped."""


def routes(doors: Doors, epoch: str) -> list[Route]:
    return [
        doors.see("/api/v1/rooms/{room}/notes/{item}", partial(notes.shared, epoch)),
        doors.see("/api/v1/me/notes", private.mine),
        doors.tell("PUT", "/api/v1/me/notes/{note}", SetPrivateNote, private.put, PRIVATE_NOTE_BYTES),
        doors.act("DELETE", "/api/v1/me/notes/{note}", notes.remove_private),
    ]

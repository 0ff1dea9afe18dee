"""Shared notes: which a room has. What is written in them lies in logs of their own, `server/rooms/notes/`."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.notes.contract import ChangeNote, Note, NoteChanged, NoteRemoved, OpenNote, RemoveNote
from server.rooms.things.notes.rules import decide

NOTES = ThingKind(
    name="notes",
    body=Note,
    commands={
        "room.open_note": (OpenNote, Verb.SHARE),
        "room.change_note": (ChangeNote, Verb.SHARE),
        "room.remove_note": (RemoveNote, Verb.SHARE),
    },
    entries={"note_added": Note, "note_changed": NoteChanged, "note_removed": NoteRemoved},
    decide=decide,
)

__all__ = ["NOTES", "Note", "NoteChanged"]

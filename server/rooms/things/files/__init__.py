"""The files of a room. Their bytes lie in a storage (`server/storage/`), under random names."""

from server.policy import Verb
from server.rooms.things.files.contract import AddFile, File, FileRemoved, RemoveFile
from server.rooms.things.files.rules import decide
from server.rooms.things.kind import ThingKind

FILES = ThingKind(
    name="files",
    body=File,
    commands={"room.remove_file": (RemoveFile, Verb.SHARE)},
    inner={AddFile: Verb.SHARE},
    entries={"file_added": File, "file_removed": FileRemoved},
    decide=decide,
)

__all__ = ["FILES", "File"]

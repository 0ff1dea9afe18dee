"""The shelf: messages, links, words, files and notes that the members of a room keep within reach."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.shelf.contract import ChangePin, MovePin, Pin, PinChanged, PinRemoved, PutPin, RemovePin
from server.rooms.things.shelf.rules import decide, thing_named

SHELF = ThingKind(
    name="pins",
    body=Pin,
    commands={
        "room.pin": (PutPin, Verb.SHARE),
        "room.change_pin": (ChangePin, Verb.SHARE),
        "room.move_pin": (MovePin, Verb.SHARE),
        "room.unpin": (RemovePin, Verb.SHARE),
    },
    entries={"pin_added": Pin, "pin_changed": PinChanged, "pin_removed": PinRemoved},
    decide=decide,
    names=thing_named,
)

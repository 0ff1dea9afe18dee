"""The standing call of a room: one link, and what was agreed on for when it does not work."""

from server.policy import Verb
from server.rooms.things.call.contract import Call, CallChanged, CallRemoved, RemoveCall, SetCall, TellTrouble
from server.rooms.things.call.rules import decide
from server.rooms.things.kind import ThingKind

CALL = ThingKind(
    name="calls",
    body=Call,
    commands={
        "room.set_call": (SetCall, Verb.SHARE),
        "room.call_trouble": (TellTrouble, Verb.SHARE),
        "room.remove_call": (RemoveCall, Verb.SHARE),
    },
    entries={"call_added": Call, "call_changed": CallChanged, "call_removed": CallRemoved},
    decide=decide,
)

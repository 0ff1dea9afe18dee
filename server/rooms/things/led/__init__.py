"""What those who lead a group do to keep its talk good: in the open, and never in the room of a mentorship."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.led.contract import (
    BringBack,
    DropHidden,
    HideMessage,
    LedAct,
    LedActChanged,
    ReturnMessage,
    SetPace,
    TakeFileAway,
    TakeOut,
)
from server.rooms.things.led.rules import decide, file_named

LED = ThingKind(
    name="led",
    body=LedAct,
    commands={},
    entries={"led_added": LedAct, "led_changed": LedActChanged},
    decide=decide,
    names=file_named,
    led={
        "room.hide": (HideMessage, Verb.FACILITATE),
        "room.return_message": (ReturnMessage, Verb.FACILITATE),
        "room.drop_hidden": (DropHidden, Verb.SHARE),
        "room.take_file_away": (TakeFileAway, Verb.FACILITATE),
        "room.take_out": (TakeOut, Verb.FACILITATE),
        "room.bring_back": (BringBack, Verb.FACILITATE),
        "room.set_pace": (SetPace, Verb.FACILITATE),
    },
)

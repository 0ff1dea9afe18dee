"""Thanks: one text of each member to the others, for the end of their way."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.thanks.contract import SayThanks, TakeBackThanks, Thanks, ThanksChanged, ThanksRemoved
from server.rooms.things.thanks.rules import decide

THANKS = ThingKind(
    name="thanks",
    body=Thanks,
    commands={
        "room.thank": (SayThanks, Verb.SHARE),
        "room.take_back_thanks": (TakeBackThanks, Verb.SHARE),
    },
    entries={"thanks_added": Thanks, "thanks_changed": ThanksChanged, "thanks_removed": ThanksRemoved},
    decide=decide,
)

"""The half-way card, filled in together: what has come of the goals, what helps, the next three steps."""

from server.policy import Verb
from server.rooms.things.halfway.contract import HalfWay, HalfWayChanged, HalfWayRemoved, RemoveHalfWay, WriteHalfWay
from server.rooms.things.halfway.rules import decide
from server.rooms.things.kind import ThingKind

HALFWAY = ThingKind(
    name="halfway",
    body=HalfWay,
    commands={
        "room.write_halfway": (WriteHalfWay, Verb.SHARE),
        "room.remove_halfway": (RemoveHalfWay, Verb.SHARE),
    },
    entries={"halfway_added": HalfWay, "halfway_changed": HalfWayChanged, "halfway_removed": HalfWayRemoved},
    decide=decide,
)

"""The agenda of a room: what its members want to talk about. What is not done stands there for the next meeting."""

from server.policy import Verb
from server.rooms.things.agenda.contract import (
    AddPoint,
    ChangePoint,
    FinishPoint,
    MovePoint,
    Point,
    PointChanged,
    PointRemoved,
    RemovePoint,
)
from server.rooms.things.agenda.rules import decide
from server.rooms.things.kind import ThingKind

AGENDA = ThingKind(
    name="agenda",
    body=Point,
    commands={
        "room.add_point": (AddPoint, Verb.SHARE),
        "room.change_point": (ChangePoint, Verb.SHARE),
        "room.move_point": (MovePoint, Verb.SHARE),
        "room.finish_point": (FinishPoint, Verb.SHARE),
        "room.remove_point": (RemovePoint, Verb.SHARE),
    },
    entries={"point_added": Point, "point_changed": PointChanged, "point_removed": PointRemoved},
    decide=decide,
)

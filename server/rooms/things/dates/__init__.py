"""The dates of a room: times that one proposes and another accepts, moved, called off, again and again."""

from server.policy import Verb
from server.rooms.things.dates.contract import (
    AcceptTime,
    CancelDate,
    CanCome,
    CannotCome,
    DateChanged,
    DropTimes,
    MeetingDate,
    MoveDate,
    PlaceDate,
    ProposeTimes,
    RunLate,
)
from server.rooms.things.dates.rules import decide
from server.rooms.things.kind import ThingKind

DATES = ThingKind(
    name="dates",
    body=MeetingDate,
    commands={
        "room.propose_times": (ProposeTimes, Verb.SHARE),
        "room.accept_time": (AcceptTime, Verb.SHARE),
        "room.move_date": (MoveDate, Verb.SHARE),
        "room.place_date": (PlaceDate, Verb.SHARE),
        "room.drop_times": (DropTimes, Verb.SHARE),
        "room.cancel_date": (CancelDate, Verb.SHARE),
        "room.cannot_come": (CannotCome, Verb.SHARE),
        "room.can_come": (CanCome, Verb.SHARE),
        "room.run_late": (RunLate, Verb.SHARE),
    },
    entries={"date_added": MeetingDate, "date_changed": DateChanged},
    decide=decide,
)

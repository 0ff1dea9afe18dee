"""The meetings of a room: opened, held and closed by one tap of either, with a clock for who wants one."""

from server.policy import Verb
from server.rooms.things.kind import ThingKind
from server.rooms.things.meeting.contract import (
    CloseMeeting,
    CorrectMeeting,
    HoldMeeting,
    Meeting,
    MeetingChanged,
    MeetingRemoved,
    OpenMeeting,
    PlaceMeeting,
    RemoveMeeting,
    TurnClock,
)
from server.rooms.things.meeting.rules import decide

MEETING = ThingKind(
    name="meetings",
    body=Meeting,
    commands={
        "room.open_meeting": (OpenMeeting, Verb.SHARE),
        "room.place_meeting": (PlaceMeeting, Verb.SHARE),
        "room.turn_clock": (TurnClock, Verb.SHARE),
        "room.hold_meeting": (HoldMeeting, Verb.SHARE),
        "room.correct_meeting": (CorrectMeeting, Verb.SHARE),
        "room.close_meeting": (CloseMeeting, Verb.SHARE),
        "room.remove_meeting": (RemoveMeeting, Verb.SHARE),
    },
    entries={"meeting_added": Meeting, "meeting_changed": MeetingChanged, "meeting_removed": MeetingRemoved},
    decide=decide,
)

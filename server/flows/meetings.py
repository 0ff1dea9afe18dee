"""What the people of a mentorship record of a meeting: in their room for themselves, and, in the same transaction, the
day, the minutes and the manner where their team counts."""

from __future__ import annotations

from server.contract.commands import Accepted
from server.flows import care
from server.programmes.meetings import service as meetings
from server.programmes.meetings.service import HeldMeeting
from server.programmes.mentorships import service as mentorships
from server.programmes.mentorships.service import Mentorship
from server.programmes.sight import service as sight
from server.rooms.codec import digest
from server.rooms.model import RoomCommand
from server.rooms.reads import item_of
from server.rooms.service import Rooms
from server.rooms.things.meeting import MEETING
from server.rooms.things.meeting.contract import CorrectMeeting, HoldMeeting, Meeting, RemoveMeeting
from server.unit_of_work import UnitOfWork

Recording = HoldMeeting | CorrectMeeting | RemoveMeeting


def record(unit: UnitOfWork, rooms: Rooms, person: str, command: Recording) -> Accepted:
    """Raises Refused."""
    accepted, after = rooms.carry_out(unit, RoomCommand(person, command, digest(command)))
    one = mentorships.by_room(unit.connection, command.room)
    # What was carried out before has been counted then. In a group there is nothing to count.
    if after is not None and one is not None:
        # Without an item it is the entry itself that began the meeting; its author is a member, and is told the offset.
        meeting = command.item or accepted.offset
        assert meeting is not None
        _count(unit, one, meeting, person)
        if isinstance(command, HoldMeeting):
            care.met(unit, one.id)
    return accepted


def _count(unit: UnitOfWork, one: Mentorship, meeting: int, person: str) -> None:
    item = item_of(unit.connection, one.room, MEETING, meeting)
    if item is None:
        meetings.remove(unit.connection, one.id, meeting)
        return
    body: Meeting = item.body
    assert body.day is not None
    assert body.minutes is not None
    assert body.manner is not None
    origins = sight.origins_of(unit.connection, one.cohort, one.people)
    people = tuple((each, *origins.get(each, (None, None))) for each in sorted(one.people))
    held = HeldMeeting(one.id, meeting, body.day, body.minutes, body.manner, person, people)
    meetings.put(unit.connection, held)

"""How a meeting goes: open, held, closed; its clock; what is recorded of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any, assert_never

from msgspec import UNSET, UnsetType

from server.contract.things import Item
from server.errors import Refused
from server.rooms.things.kind import ThingSituation
from server.rooms.things.leading import check_leads
from server.rooms.things.meeting import contract
from server.rooms.things.meeting.contract import (
    CloseMeeting,
    CorrectMeeting,
    HoldMeeting,
    Manner,
    Meeting,
    MeetingChanged,
    MeetingRemoved,
    OpenMeeting,
    Place,
    PlaceMeeting,
    RemoveMeeting,
    TurnClock,
)
from server.rooms.things.words import clean_line

Command = OpenMeeting | PlaceMeeting | TurnClock | HoldMeeting | CorrectMeeting | CloseMeeting | RemoveMeeting
Event = Meeting | MeetingChanged | MeetingRemoved

MINUTE = 60_000
PLACES: dict[Manner, Place] = {"call": "call", "telephone": "telephone", "in_person": "address"}
EAST = timedelta(hours=14)
"""As far as a day anywhere is ahead of UTC."""


def decide(command: Command, at: ThingSituation) -> Event:
    """Raises Refused: led_by_others, meeting_open, meeting_recorded, correction_over, minutes_unlikely, day_unlikely,
    changed_meanwhile, text_too_long, text_not_allowed, too_many_items, item_not_found."""
    check_leads(at)
    match command:
        case OpenMeeting():
            return _open(command, at)
        case PlaceMeeting():
            _check_open(at.item(command.item))
            return MeetingChanged(command.item, place=command.place, address=_address(command.address))
        case TurnClock():
            return _turn(command, _check_open(at.item(command.item)), at.now)
        case HoldMeeting():
            return _record(command, at)
        case CorrectMeeting():
            return _correct(command, at)
        case CloseMeeting():
            if at.item(command.item).body.state != "held":
                raise Refused("changed_meanwhile")
            return MeetingChanged(command.item, state="closed")
        case RemoveMeeting():
            _check_correctable(at.item(command.item).body, at.now)
            return MeetingRemoved(command.item)
        case _:
            assert_never(command)


def _open(command: OpenMeeting, at: ThingSituation) -> Meeting:
    at.check_place(contract.MEETINGS)
    if any(item.body.state == "open" for item in at.items):
        raise Refused("meeting_open")
    return _new(command.place, _address(command.address))


def _new(place: Place, address: str) -> Meeting:
    return Meeting("open", place, address, *(None,) * 3, *(None,) * 5)


def _check_open(item: Item[Any]) -> Meeting:
    """Two people tap at once: the second sees what came of it first."""
    meeting: Meeting = item.body
    if meeting.state != "open":
        raise Refused("changed_meanwhile")
    return meeting


# ── the clock ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _turn(command: TurnClock, meeting: Meeting, now: int) -> MeetingChanged:
    runs, stands = meeting.ends_at, meeting.left
    match command.turn:
        case "start":
            return _clock(command, ends_at=now + _minutes(command.minutes) * MINUTE, point=command.point)
        case "pause" if runs is not None:
            return _clock(command, left=max(0, runs - now))
        case "resume" if stands is not None:
            return _clock(command, ends_at=now + stands)
        case "extend" if runs is not None:
            # Over time already: the minutes that are added are minutes to come.
            return _clock(command, ends_at=max(runs, now) + _minutes(command.minutes) * MINUTE)
        case "extend" if stands is not None:
            return _clock(command, left=stands + _minutes(command.minutes) * MINUTE)
        case "stop" if runs is not None or stands is not None:
            return _clock(command, point=None)
        case _:
            raise Refused("changed_meanwhile")


def _clock(
    command: TurnClock, *, ends_at: int | None = None, left: int | None = None, point: int | UnsetType | None = UNSET
) -> MeetingChanged:
    return MeetingChanged(command.item, ends_at=ends_at, left=left, point=point)


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= contract.LONGEST:
        raise Refused("minutes_unlikely", limit=contract.LONGEST)
    return minutes


# ── what is recorded ──────────────────────────────────────────────────────────────────────────────────────────────────


def _record(command: HoldMeeting, at: ThingSituation) -> Meeting | MeetingChanged:
    if not command.again and any(item.body.day == command.day for item in at.items):
        # Both tap after the same meeting: the second hears that it stands there.
        raise Refused("meeting_recorded")
    held: dict[str, Any] = {
        "state": "held",
        "ends_at": None,
        "left": None,
        "point": None,
        "day": _day(command.day, at.now),
        "minutes": _minutes(command.minutes),
        "manner": command.manner,
        "held_by": at.actor,
        "held_at": at.now,
    }
    if command.item is not None:
        _check_open(at.item(command.item))
        return MeetingChanged(command.item, **held)
    at.check_place(contract.MEETINGS)
    return Meeting(place=PLACES[command.manner], address="", **held)


def _correct(command: CorrectMeeting, at: ThingSituation) -> MeetingChanged:
    meeting: Meeting = at.item(command.item).body
    if meeting.state == "open":
        raise Refused("changed_meanwhile")
    _check_correctable(meeting, at.now)
    return MeetingChanged(
        command.item,
        day=UNSET if command.day in (None, meeting.day) else _day(command.day, at.now),
        minutes=UNSET if command.minutes in (None, meeting.minutes) else _minutes(command.minutes),
        manner=UNSET if command.manner is None or command.manner == meeting.manner else command.manner,
        reason=clean_line(command.reason, contract.REASON) if command.reason.strip() else "",
    )


def _check_correctable(meeting: Meeting, now: int) -> None:
    if meeting.held_at is not None and now - meeting.held_at > contract.CORRECTED_DAYS * 24 * 60 * MINUTE:
        raise Refused("correction_over", days=contract.CORRECTED_DAYS)


def _day(day: date, now: int) -> date:
    """Whoever records it is somewhere where it may be tomorrow already."""
    here = datetime.fromtimestamp(now / 1000, UTC)
    if not (here - timedelta(days=contract.RECORDED_DAYS)).date() <= day <= (here + EAST).date():
        raise Refused("day_unlikely")
    return day


def _address(words: str) -> str:
    return clean_line(words, contract.ADDRESS) if words.strip() else ""

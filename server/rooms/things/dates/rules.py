"""How a date is found: times proposed, one accepted, moved, called off. Pure.

A time that is agreed on stands until another one is accepted, so that a proposal to move never leaves people without a
date.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import assert_never

from msgspec import UNSET

from server.contract.things import Item
from server.errors import Refused
from server.rooms.things.dates import contract
from server.rooms.things.dates.contract import (
    AcceptTime,
    CancelDate,
    CanCome,
    CannotCome,
    DateChanged,
    DropTimes,
    Late,
    MeetingDate,
    MoveDate,
    PlaceDate,
    ProposeTimes,
    RunLate,
)
from server.rooms.things.kind import ThingSituation
from server.rooms.things.leading import check_leads
from server.rooms.things.words import clean_line

Command = ProposeTimes | AcceptTime | MoveDate | PlaceDate | DropTimes | CancelDate | CannotCome | CanCome | RunLate
Event = MeetingDate | DateChanged

MINUTE = 60_000
DAY = 24 * 60 * MINUTE
LATE_BEFORE = 2 * 60 * MINUTE
"""Nobody is late for what is farther off."""


def decide(command: Command, at: ThingSituation) -> Event:
    """Raises Refused: led_by_others, changed_meanwhile, own_times, time_not_offered, time_over, time_far,
    time_twice, minutes_unlikely, too_many_items, text_too_long, text_not_allowed, item_not_found."""
    match command:
        case ProposeTimes():
            check_leads(at)
            return _propose(command, at)
        case AcceptTime():
            return _accept(command, at)
        case MoveDate():
            check_leads(at)
            return _move(command, at)
        case PlaceDate():
            check_leads(at)
            _standing(at, command.item)
            return DateChanged(command.item, place=command.place, address=_line(command.address, contract.ADDRESS))
        case DropTimes():
            check_leads(at)
            return _drop(command, at)
        case CancelDate():
            check_leads(at)
            _standing(at, command.item)
            return DateChanged(command.item, state="cancelled", offers=(), reason=_reason(command.reason))
        case CannotCome():
            return _cannot_come(command, at)
        case CanCome():
            return _can_come(command, at)
        case RunLate():
            return _run_late(command, at)
        case _:
            assert_never(command)


# ── proposing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _propose(command: ProposeTimes, at: ThingSituation) -> MeetingDate:
    at.check_place(contract.DATES)
    if sum(item.body.state == "asked" for item in at.items) >= contract.OPEN_OFFERS:
        raise Refused("too_many_items", limit=contract.OPEN_OFFERS)
    if not contract.SHORTEST <= command.minutes <= contract.LONGEST:
        raise Refused("minutes_unlikely", limit=contract.LONGEST)
    repeats = command.repeats
    if repeats is not None and bool(repeats.weeks) == bool(repeats.months):
        raise Refused("series_unclear")
    return MeetingDate(
        state="asked",
        at=None,
        minutes=command.minutes,
        zone=command.zone,
        place=command.place,
        address=_line(command.address, contract.ADDRESS),
        words=_line(command.words, contract.WORDS),
        offers=_offers(command.starts, at.now),
        asked_by=at.actor,
        repeats=repeats,
    )


def _move(command: MoveDate, at: ThingSituation) -> DateChanged:
    date = _standing(at, command.item)
    offers = _offers(command.starts, at.now)
    if date.at is not None and date.at in offers:
        raise Refused("time_twice")
    return DateChanged(command.item, offers=offers, asked_by=at.actor, reason=_reason(command.reason))


def _offers(starts: tuple[int, ...], now: int) -> tuple[int, ...]:
    """In order, each once."""
    offers = tuple(sorted(set(starts)))
    if len(offers) < len(starts):
        raise Refused("time_twice")
    if offers[0] <= now:
        raise Refused("time_over")
    if offers[-1] > now + contract.AHEAD_DAYS * DAY:
        raise Refused("time_far", days=contract.AHEAD_DAYS)
    return offers


def _drop(command: DropTimes, at: ThingSituation) -> DateChanged:
    date = _standing(at, command.item)
    if not date.offers:
        raise Refused("changed_meanwhile")
    reason = _reason(command.reason)
    if date.at is not None:
        return DateChanged(command.item, offers=(), asked_by=None, reason=reason)
    return DateChanged(command.item, state="cancelled", offers=(), asked_by=None, reason=reason)


# ── answering ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _accept(command: AcceptTime, at: ThingSituation) -> DateChanged:
    date = _standing(at, command.item)
    if not date.offers:
        # Two answer at once: the second sees what was chosen first.
        raise Refused("changed_meanwhile")
    if at.actor == date.asked_by:
        raise Refused("own_times")
    if command.start not in date.offers:
        raise Refused("time_not_offered")
    if command.start <= at.now:
        raise Refused("time_over")
    # Who could not come at another time may well come at this one.
    return DateChanged(
        command.item, state="agreed", at=command.start, offers=(), asked_by=None, absent=(), late=(), reason=""
    )


def _cannot_come(command: CannotCome, at: ThingSituation) -> DateChanged:
    date = _coming(at, command.item)
    absent = (*(one for one in date.absent if one != at.actor), at.actor)
    return DateChanged(command.item, absent=absent, state="cancelled" if _is_lonely(absent, at) else UNSET)


def _can_come(command: CanCome, at: ThingSituation) -> DateChanged:
    date: MeetingDate = at.item(command.item).body
    if at.actor not in date.absent or date.at is None:
        raise Refused("changed_meanwhile")
    if date.state == "cancelled" and not _is_lonely(date.absent, at):
        # Not for want of people: somebody has called it off.
        raise Refused("changed_meanwhile")
    if date.at <= at.now:
        raise Refused("time_over")
    return DateChanged(command.item, absent=tuple(one for one in date.absent if one != at.actor), state="agreed")


def _is_lonely(absent: Collection[str], at: ThingSituation) -> bool:
    """Nobody is left whom somebody could meet."""
    return sum(person not in absent for person in at.room.members) < 2


def _run_late(command: RunLate, at: ThingSituation) -> DateChanged:
    date = _coming(at, command.item)
    assert date.at is not None
    if at.now < date.at - LATE_BEFORE:
        raise Refused("late_too_early")
    others = tuple(one for one in date.late if one.person != at.actor)
    mine = (Late(at.actor, command.minutes),) if command.minutes else ()
    return DateChanged(command.item, late=others + mine)


# ── what it takes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _standing(at: ThingSituation, item: int) -> MeetingDate:
    """One that was not called off, and is not over. Raises Refused item_not_found, changed_meanwhile, time_over."""
    found: Item[MeetingDate] = at.item(item)
    date = found.body
    if date.state == "cancelled":
        raise Refused("changed_meanwhile")
    if date.at is not None and date.at + date.minutes * MINUTE <= at.now:
        raise Refused("time_over")
    return date


def _coming(at: ThingSituation, item: int) -> MeetingDate:
    date = _standing(at, item)
    if date.at is None:
        raise Refused("changed_meanwhile")
    return date


def _line(words: str, limit: int) -> str:
    return clean_line(words, limit) if words.strip() else ""


def _reason(words: str) -> str:
    return _line(words, contract.WORDS)

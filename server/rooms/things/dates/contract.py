"""The dates of a room on the wire: when its people will meet."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from server.contract.commands import Offset
from server.contract.levels import L1, L4
from server.contract.things import Added, Changed, ThingCommand

DATES = 500
"""Dates of a room, those that are over too."""
OFFERS = 3
"""Times that are proposed at once."""
OPEN_OFFERS = 5
"""Proposals that may wait for an answer at once."""
ADDRESS, WORDS = 300, 500
"""Code points."""
SHORTEST, LONGEST = 5, 480
"""Minutes."""
AHEAD_DAYS = 731
"""No time that is proposed is farther off."""
LATEST_MINUTES = 120
"""Nobody is later than that: they cannot come."""
TIMES = 60
"""Meetings of one series."""

DatePlace = Literal["call", "telephone", "address"]
DateState = Literal["asked", "agreed", "cancelled"]
"""Times wait for an answer, and none is agreed on; one is; it does not take place."""
Moment = Annotated[int, Meta(ge=0, le=253402300799000)]
"""ms since 1970 UTC, at most of the year 9999."""
ZoneName = Annotated[str, Meta(max_length=64)]
"""IANA."""


class Late(msgspec.Struct, frozen=True):
    """Who is running late, by about how many minutes."""

    person: Annotated[str, L4]
    minutes: Annotated[int, L4]


class Repeats(msgspec.Struct, frozen=True):
    """Every so many weeks, or every so many months on the same weekday of it (then `weeks` is 0), so many `times` in
    all. `skip_holidays`: none on a public holiday of a country that one of its people comes from."""

    weeks: Annotated[Annotated[int, Meta(ge=0, le=12)], L4]
    months: Annotated[Annotated[int, Meta(ge=0, le=6)], L4]
    times: Annotated[Annotated[int, Meta(ge=2, le=TIMES)], L4]
    skip_holidays: Annotated[bool, L4] = True


class MeetingDate(Added, frozen=True):
    """A meeting that is to be. `at` (ms): the time agreed on; it stands until another one is accepted. `offers` (ms):
    times that `asked_by` proposes and somebody else may accept. `zone`: whose wall clock rules when rules of clocks
    change, and in a series.

    `address`: where, or under which number; `words`: what else is to be said of it. `absent`: who cannot come; `late`:
    who is running late. `series`: the first date of the series that it is of; `day`: the day that the series meant,
    wherever it was moved; `repeats`: of a first date.
    """

    state: Annotated[DateState, L1]
    at: Annotated[int | None, L1]
    minutes: Annotated[int, L1]
    zone: Annotated[str, L1]
    place: Annotated[DatePlace, L1]
    address: Annotated[str, L4]
    words: Annotated[str, L4]
    offers: Annotated[tuple[int, ...], L4]
    asked_by: Annotated[str | None, L4] = None
    absent: Annotated[tuple[str, ...], L4] = ()
    late: Annotated[tuple[Late, ...], L4] = ()
    series: Annotated[int | None, L4] = None
    day: Annotated[date | None, L1] = None
    repeats: Annotated[Repeats | None, L4] = None


class DateChanged(Changed, frozen=True):
    """Another time is proposed or agreed on, or it does not take place: with a reason, be it an empty one, what stood
    there before is kept."""

    state: Annotated[DateState | UnsetType, L1] = UNSET
    at: Annotated[int | UnsetType | None, L1] = UNSET
    minutes: Annotated[int | UnsetType, L1] = UNSET
    place: Annotated[DatePlace | UnsetType, L1] = UNSET
    address: Annotated[str | UnsetType, L4] = UNSET
    offers: Annotated[tuple[int, ...] | UnsetType, L4] = UNSET
    asked_by: Annotated[str | UnsetType | None, L4] = UNSET
    absent: Annotated[tuple[str, ...] | UnsetType, L4] = UNSET
    late: Annotated[tuple[Late, ...] | UnsetType, L4] = UNSET
    series: Annotated[int | UnsetType | None, L4] = UNSET
    day: Annotated[date | UnsetType | None, L1] = UNSET
    repeats: Annotated[Repeats | UnsetType | None, L4] = UNSET
    reason: Annotated[str | UnsetType, L4] = UNSET


Offers = Annotated[tuple[Moment, ...], Meta(min_length=1, max_length=OFFERS)]


class ProposeTimes(ThingCommand, frozen=True, omit_defaults=True):
    """Propose up to three times for a meeting. `zone`: the proposer's own."""

    starts: Annotated[Offers, L4]
    minutes: Annotated[int, L1]
    zone: Annotated[ZoneName, L1]
    place: Annotated[DatePlace, L1] = "call"
    address: Annotated[str, L4] = ""
    words: Annotated[str, L4] = ""
    repeats: Annotated[Repeats | None, L4] = None


class AcceptTime(ThingCommand, frozen=True, omit_defaults=True):
    """One of the times that somebody else has proposed."""

    item: Annotated[Offset, L4]
    start: Annotated[Moment, L1]


class MoveDate(ThingCommand, frozen=True, omit_defaults=True):
    """Propose other times. What was agreed on stands until one of them is accepted, and
    so does whose wall clock rules."""

    item: Annotated[Offset, L4]
    starts: Annotated[Offers, L4]
    reason: Annotated[str, L4] = ""


class PlaceDate(ThingCommand, frozen=True, omit_defaults=True):
    """Say where it will be."""

    item: Annotated[Offset, L4]
    place: Annotated[DatePlace, L1]
    address: Annotated[str, L4] = ""


class DropTimes(ThingCommand, frozen=True, omit_defaults=True):
    """None of the times that were proposed: taken back, or they suit nobody. What was agreed on before stands."""

    item: Annotated[Offset, L4]
    reason: Annotated[str, L4] = ""


class CancelDate(ThingCommand, frozen=True, omit_defaults=True):
    """It does not take place. `rest`: nor do the later ones of its series."""

    item: Annotated[Offset, L4]
    reason: Annotated[str, L4] = ""
    rest: Annotated[bool, L4] = False


class CannotCome(ThingCommand, frozen=True, omit_defaults=True):
    """I cannot come; in one tap, without a reason. Where only one person is left, it does not take place."""

    item: Annotated[Offset, L4]


class CanCome(ThingCommand, frozen=True, omit_defaults=True):
    """I can come after all."""

    item: Annotated[Offset, L4]


class RunLate(ThingCommand, frozen=True, omit_defaults=True):
    """I am running late by about so many minutes; 0: no more."""

    item: Annotated[Offset, L4]
    minutes: Annotated[Annotated[int, Meta(ge=0, le=LATEST_MINUTES)], L4]

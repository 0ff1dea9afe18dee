"""When I can usually meet, and which calendars of mine say when I am busy."""

from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from server.contract.levels import OPEN, OWN
from server.contract.programmes import Version

SPANS, EXCEPTIONS = 12, 400
Clock = Annotated[str, Meta(max_length=5)]
"""As 09:30; 24:00 is the end of a day."""
Span = tuple[Clock, Clock]
Day = Annotated[tuple[Span, ...], Meta(max_length=SPANS)]
Week = Annotated[tuple[Day, ...], Meta(min_length=7, max_length=7)]


class MyHours(msgspec.Struct, frozen=True):
    """`weekly`: seven days from Monday on, on the wall clock of `zone`. `exceptions`: what a day has instead; nothing
    is no time. `country`: whose public holidays are kept free. `version`: 1 as long as I have said nothing."""

    zone: Annotated[str, OWN]
    weekly: Annotated[Week, OWN]
    exceptions: Annotated[dict[date, Day], OWN]
    country: Annotated[str | None, OWN]
    version: Annotated[int, OPEN]


class SetHours(msgspec.Struct, frozen=True):
    """As `MyHours`; `version`: the one that was changed."""

    version: Annotated[Version, OPEN]
    zone: Annotated[Annotated[str, Meta(max_length=64)], OWN]
    weekly: Annotated[Week, OWN]
    exceptions: Annotated[Annotated[dict[date, Day], Meta(max_length=EXCEPTIONS)], OWN] = {}
    country: Annotated[Annotated[str, Meta(max_length=2)] | None, OWN] = None


Fault = Literal[
    "off",
    "address",
    "name",
    "private",
    "late",
    "large",
    "packed",
    "redirects",
    "connection",
    "answer",
    "none",
    "cut_off",
    "too_much",
]
"""Of an address: it is not asked here any more; is none; its name is known to nobody; leads to a private network; was
too slow; its answer too large, packed, sent on too often, not reached, or no calendar for us. Of what came: no
calendar, its end is missing, more than we read."""


class OtherCalendar(msgspec.Struct, frozen=True):
    """`host`: where it is read again and again; null for one that came as a file. `read_at`: ms, null until it was
    read; `busy`: how many times of the year up to `until` (ms) are taken; `left_out`: how many entries could not be
    understood. `fault`: why it could not be read the last time; what was read before still holds."""

    id: Annotated[str, OWN]
    host: Annotated[str | None, OWN]
    read_at: Annotated[int | None, OWN]
    busy: Annotated[int, OWN]
    until: Annotated[int | None, OWN]
    left_out: Annotated[int, OWN]
    fault: Annotated[Fault | None, OWN]


class MyOtherCalendars(msgspec.Struct, frozen=True):
    """`addresses`: this server reads calendars at addresses too."""

    calendars: Annotated[tuple[OtherCalendar, ...], OWN]
    addresses: Annotated[bool, OPEN]


class ReadCalendar(msgspec.Struct, frozen=True):
    """Read this calendar from now on, at its https (or webcal) address, which nobody is ever shown again."""

    address: Annotated[Annotated[str, Meta(min_length=1, max_length=2_000)], OWN]

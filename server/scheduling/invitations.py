"""Meetings as calendars understand them: invitations, changes and cancellations by mail (RFC 5545, 5546), and a feed.

A meeting keeps its UID for ever. Its SEQUENCE rises when time or place change and when it is cancelled: programs throw
away what has a lower one than they know. Somebody who is added, or whose answer is kept, changes nothing for others.
`method=` of the MIME part has to be the METHOD in the file: `media_type`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Literal

from icalendar import Calendar, Event, vCalAddress, vText

from server.scheduling.clock_rules import vtimezone
from server.scheduling.zones import zone

PRODUCT = "-//Atelje//Meetings//EN"
FILES = 128
"""That are kept, to be completed for others."""
_BEGIN, _END = b"BEGIN:VEVENT", b"\r\nEND:VEVENT\r\n"
"""Lines: what people write never begins one."""
_NO_STAMP = b"19700101T000000Z"

Method = Literal["REQUEST", "CANCEL", "PUBLISH"]
Answer = Literal["NEEDS-ACTION", "ACCEPTED", "DECLINED", "TENTATIVE"]


def media_type(method: Method) -> str:
    return f"text/calendar; method={method}; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    address: str
    answer: Answer = "NEEDS-ACTION"


@dataclass(frozen=True, slots=True)
class Meeting:
    """As one reader may see it: `title`, `place` and `words` are as private as that person chose. Times are aware.

    `zone` is whose wall clock the meeting is shown on where a program shows the zone at all.
    """

    uid: str
    start: datetime
    end: datetime
    zone: str
    title: str
    organiser: Guest
    guests: tuple[Guest, ...] = ()
    revision: int = 0
    place: str = ""
    words: str = ""
    link: str = ""
    cancelled: bool = False


def moved(meeting: Meeting, start: datetime, end: datetime) -> Meeting:
    return replace(meeting, start=start, end=end, revision=meeting.revision + 1)


def cancelled(meeting: Meeting) -> Meeting:
    return replace(meeting, cancelled=True, revision=meeting.revision + 1)


def with_guest(meeting: Meeting, guest: Guest) -> Meeting:
    others = tuple(one for one in meeting.guests if one.address.lower() != guest.address.lower())
    return replace(meeting, guests=(*others, guest))


def without_guest(meeting: Meeting, address: str) -> Meeting:
    """The one who is left out gets `uninvite`; the others may be told with `invite`."""
    return replace(meeting, guests=tuple(one for one in meeting.guests if one.address.lower() != address.lower()))


def invite(meeting: Meeting, now: datetime) -> bytes:
    """A REQUEST: the first one, and every later one that says how it is now."""
    return _written("REQUEST", [meeting], now)


def call_off(meeting: Meeting, now: datetime) -> bytes:
    """A CANCEL to all guests, of a meeting that `cancelled` has made."""
    assert meeting.cancelled
    return _written("CANCEL", [meeting], now)


def uninvite(meeting: Meeting, addresses: Collection[str], now: datetime) -> bytes:
    """A CANCEL to those who are no longer invited; it names nobody else."""
    wanted = {address.lower() for address in addresses}
    gone = tuple(guest for guest in meeting.guests if guest.address.lower() in wanted)
    return _written("CANCEL", [replace(cancelled(meeting), guests=gone)], now)


def feed(meetings: Iterable[Meeting], name: str, now: datetime) -> bytes:
    """For a calendar that is subscribed to. No guests: who is invited is in the invitation."""
    return _written("PUBLISH", [replace(meeting, guests=()) for meeting in meetings], now, name)


def _written(method: Method, meetings: Collection[Meeting], now: datetime, name: str = "") -> bytes:
    """What is for many is nearly the same for all of them: it is written once, and completed for each."""
    stamped = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}".encode()
    parts = _parts(method, tuple(replace(meeting, guests=()) for meeting in meetings), name)
    guests = (*(_guests(meeting) for meeting in meetings), b"")
    return b"".join(part.replace(_NO_STAMP, stamped) + theirs for part, theirs in zip(parts, guests, strict=True))


@lru_cache(FILES)
def _parts(method: Method, meetings: tuple[Meeting, ...], name: str) -> tuple[bytes, ...]:
    """Between them stand the guests of each meeting."""
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", method)
    if name:
        calendar.add("X-WR-CALNAME", name)
    zones: dict[str, list[int]] = {}
    for meeting in meetings:
        zones.setdefault(meeting.zone, []).append(meeting.start.astimezone(zone(meeting.zone)).year)
    for used, years in sorted(zones.items()):
        if used != "UTC":
            calendar.add_component(vtimezone(used, min(years)))
    for meeting in meetings:
        calendar.add_component(_event(meeting))
    written: bytes = calendar.to_ical(sorted=False)
    first, *others = written.split(_END)
    return first, *(_END + other for other in others)


def _event(meeting: Meeting) -> Event:
    event = Event()
    event.add("UID", meeting.uid)
    event.add("SEQUENCE", meeting.revision)
    event.add("DTSTAMP", datetime.fromtimestamp(0, UTC))
    for key, at in (("DTSTART", meeting.start), ("DTEND", meeting.end)):
        shown = at.astimezone(zone(meeting.zone))
        # Of an hour that comes twice a wall can only mean the first one: the second one is written in UTC.
        event.add(key, at.astimezone(UTC) if meeting.zone == "UTC" or shown.fold else shown)
    event.add("SUMMARY", meeting.title)
    event.add("STATUS", "CANCELLED" if meeting.cancelled else "CONFIRMED")
    event.add("TRANSP", "TRANSPARENT" if meeting.cancelled else "OPAQUE")
    for key, text in (("LOCATION", meeting.place), ("DESCRIPTION", meeting.words), ("URL", meeting.link)):
        if text:
            event.add(key, text)
    event.add("ORGANIZER", _address(meeting.organiser))
    return event


def _guests(meeting: Meeting) -> bytes:
    """Their lines."""
    event = Event()
    for guest in meeting.guests:
        address = _address(guest)
        address.params["PARTSTAT"] = vText(guest.answer)
        address.params["ROLE"] = vText("REQ-PARTICIPANT")
        address.params["RSVP"] = vText("TRUE")
        event.add("ATTENDEE", address, encode=False)
    lines: bytes = event.to_ical(sorted=False)
    return lines.removeprefix(_BEGIN).removesuffix(_END)


def _address(of: Guest) -> vCalAddress:
    address = vCalAddress(f"mailto:{of.address}")
    # Neither quotes nor ends of lines: a name is no place to write other lines.
    address.params["CN"] = vText("".join(letter for letter in of.name if letter.isprintable() and letter != '"'))
    return address

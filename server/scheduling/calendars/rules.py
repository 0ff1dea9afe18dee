"""Dates as calendars show them, and what calendars answer. Pure.

Everybody gets a file of their own, which names nobody else with an address: an invitation must not tell people each
other's.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar

from server.scheduling import invitations
from server.scheduling.appointments.model import Appointment
from server.scheduling.calendars.model import Reply

REPLY_BYTES = 64 * 1024
ANSWERS = ("ACCEPTED", "DECLINED", "TENTATIVE", "NEEDS-ACTION")


def new_token() -> tuple[str, bytes]:
    """What stands in a feed's address, told once, and what is kept of it."""
    token = secrets.token_urlsafe(24)
    return token, digest_of(token)


def digest_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def entry(
    one: Appointment, title: str, link: str, organiser: str, reader: invitations.Guest | None = None
) -> invitations.Meeting:
    """As its `reader` may see it. `organiser`: the mail address that answers go to."""
    return invitations.Meeting(
        uid=one.id,
        start=_utc(one.start),
        end=_utc(one.end),
        zone=one.zone,
        title=title,
        organiser=invitations.Guest("Atelje", organiser),
        guests=() if reader is None else (reader,),
        revision=one.revision,
        place=one.address,
        link=link,
        cancelled=one.state == "cancelled",
    )


def ended(meeting: invitations.Meeting, one: Appointment) -> invitations.Meeting:
    """For who is no longer invited, while it may well take place: to their calendar that is its next state."""
    return meeting if one.state == "cancelled" else invitations.cancelled(meeting)


def request(meeting: invitations.Meeting, now: int) -> str:
    """The invitation to it, or the news that it is called off."""
    write = invitations.call_off if meeting.cancelled else invitations.invite
    return write(meeting, _utc(now)).decode()


def feed(meetings: Iterable[invitations.Meeting], name: str, now: int) -> str:
    return invitations.feed(meetings, name, _utc(now)).decode()


def _utc(at: int) -> datetime:
    return datetime.fromtimestamp(at / 1000, UTC)


def read_reply(file: bytes) -> Reply | None:
    """None for what is no answer to an invitation, or cannot be read."""
    if len(file) > REPLY_BYTES:
        return None
    try:
        calendar = Calendar.from_ical(file)
        events = list(calendar.walk("VEVENT"))
        if str(calendar.get("METHOD", "")).upper() != "REPLY" or len(events) != 1:
            return None
        event = events[0]
        guests = event.get("ATTENDEE", [])
        # A reply is of one person (RFC 5546 3.2.3).
        (guest,) = guests if isinstance(guests, list) else [guests]
        answer = str(guest.params.get("PARTSTAT", "")).upper()
        address = str(guest)
        stamp, uid = event.get("DTSTAMP"), str(event["UID"])
        # PostgreSQL stores no NUL, and takes none in a question either.
        if answer not in ANSWERS or not address.lower().startswith("mailto:") or not uid.isprintable():
            return None
        return Reply(
            uid=uid,
            address=address[len("mailto:") :],
            answer=answer,  # type: ignore[arg-type]
            revision=int(event.get("SEQUENCE", 0)),
            stamp="" if stamp is None else "".join(filter(str.isalnum, stamp.to_ical().decode())),
        )
    except (ValueError, KeyError, IndexError, AttributeError, TypeError):
        return None

"""What a change of an appointment means for calendars, and who has to hear of it. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from server.scheduling.appointments.model import Appointment, Guest
from server.scheduling.zones import wall_clock


def wall_of(start: int, zone: str) -> datetime:
    """What the clock of `zone` shows at `start` (ms): naive, with `fold`. Raises UnknownZone."""
    return wall_clock(zone, datetime.fromtimestamp(start / 1000, UTC))


def begins(wanted: Appointment) -> Appointment:
    """As it is once its guests are told of it."""
    return replace(wanted, guests=tuple(_knows(guest, wanted, wanted.asked_at) for guest in wanted.guests))


def succeeds(before: Appointment, wanted: Appointment) -> Appointment:
    """`wanted` under the id of the one before, with its revision, and with the answers that still hold. Its guests know
    of it then."""
    known = {guest.person: guest for guest in before.guests}
    guests = tuple(_invited(guest, known.get(guest.person), wanted.start) for guest in wanted.guests)
    revised = is_revised(before, wanted)
    revision = before.revision + revised
    comes = {guest.person for guest in guests if guest.answer != "DECLINED"} if wanted.state == "agreed" else set()
    expected = {guest.person for guest in before.guests if guest.expects_it}
    if comes - expected:
        # To a calendar in which it has ended what comes now has to be above that.
        revision = max(revision, before.ended_at + 1)
    ended_at = before.ended_at
    if wanted.state == "agreed" and expected - comes:
        ended_at = max(ended_at, revision + 1)
    asked_at = revision if revised else before.asked_at
    told = tuple(_knows(guest, wanted, asked_at) for guest in guests)
    return replace(wanted, id=before.id, revision=revision, asked_at=asked_at, ended_at=ended_at, guests=told)


def is_revised(before: Appointment, wanted: Appointment) -> bool:
    """Programs of calendars throw away what has no higher SEQUENCE than they know. To who is invited already it says
    nothing who else is."""
    facts = ("start", "minutes", "place", "address", "state", "names")
    return any(getattr(before, fact) != getattr(wanted, fact) for fact in facts)


def concerned(before: Appointment, wanted: Appointment) -> set[str]:
    """Of the guests before, those to whom something is not any more what they were told."""
    stay = {guest.person for guest in wanted.guests if guest.answer != "DECLINED" and wanted.state == "agreed"}
    revised = is_revised(before, wanted)
    return {
        guest.person
        for guest in before.guests
        if guest.expects_it and (revised or guest.known_at < before.asked_at or guest.person not in stay)
    }


def _invited(guest: Guest, known: Guest | None, start: int) -> Guest:
    if known is None:
        return guest
    # Where somebody came from that day stays as it was; whether they can come is asked anew for another time. Who said
    # no, and says it no more, can come again.
    same_time = known.known_start == start
    kept = same_time and guest.answer == "NEEDS-ACTION" and known.answer in ("ACCEPTED", "TENTATIVE")
    return replace(known, answer=known.answer if kept else guest.answer)


def _knows(guest: Guest, one: Appointment, asked_at: int) -> Guest:
    if one.state == "cancelled":
        return replace(guest, known_start=0, known_at=-1)
    return replace(guest, known_start=one.start, known_at=asked_at)

"""What a change of an appointment means for calendars. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from server.scheduling.appointments.model import Appointment, Guest
from server.scheduling.zones import wall_clock


def wall_of(start: int, zone: str) -> datetime:
    """What the clock of `zone` shows at `start` (ms): naive, with `fold`. Raises UnknownZone."""
    return wall_clock(zone, datetime.fromtimestamp(start / 1000, UTC))


def succeeds(before: Appointment, wanted: Appointment) -> Appointment:
    """`wanted` under the id of the one before, with its revision, and with the answers that still hold."""
    moved = before.start != wanted.start
    known = {guest.person: guest for guest in before.guests}
    guests = tuple(_invited(guest, known.get(guest.person), moved=moved) for guest in wanted.guests)
    # To the calendar of who comes again the end of it was the next revision: what comes now has to be above that.
    back = any(guest.answer != "DECLINED" and _was_out(known.get(guest.person)) for guest in guests)
    revised = is_revised(before, wanted)
    revision = before.revision + (2 if back else revised)
    asked_at = revision if revised else before.asked_at
    return replace(wanted, id=before.id, revision=revision, asked_at=asked_at, guests=guests)


def is_revised(before: Appointment, wanted: Appointment) -> bool:
    """Programs of calendars throw away what has no higher SEQUENCE than they know. To who is invited already it says
    nothing who else is."""
    facts = ("start", "minutes", "place", "address", "state", "names")
    return any(getattr(before, fact) != getattr(wanted, fact) for fact in facts)


def _was_out(known: Guest | None) -> bool:
    """Or may have been: whoever is a guest no more is not remembered."""
    return known is None or known.answer == "DECLINED"


def _invited(guest: Guest, known: Guest | None, *, moved: bool) -> Guest:
    if known is None:
        return guest
    # Where somebody came from that day stays as it was; whether they can come is asked anew for another time. Who said
    # no, and says it no more, can come again.
    kept = not moved and guest.answer == "NEEDS-ACTION" and known.answer in ("ACCEPTED", "TENTATIVE")
    return replace(known, answer=known.answer if kept else guest.answer)

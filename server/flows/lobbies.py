"""The doors of gatherings: they turn at their times, by whichever node, once, also after a time of silence; and they
follow when a gathering is moved or called off."""

from __future__ import annotations

from collections.abc import Sequence

from server.programmes.gatherings import service as gatherings
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment, Change, is_revised
from server.unit_of_work import UnitOfWork

AT_ONCE = 20
"""In one transaction: each has many guests to be told."""


def keep_doors(unit: UnitOfWork, changes: Sequence[Change], _actor: str | None) -> None:
    """Follows every change of a date."""
    for change in changes:
        one, before = change.after, change.before
        if one.cohort is None or one.kind == "meeting" or (before is not None and not is_revised(before, one)):
            continue
        off = one.state == "cancelled"
        gatherings.schedule(unit, one.id, one.cohort, one.start, one.end, off=off, moved=change.moved)
        if before is None or max(before.end, one.end) > unit.now:
            # Who was invited to what is over stays who was.
            gatherings.follow_until(unit, one.id, one.end)


def turn_some(unit: UnitOfWork) -> int:
    """How many were due and are dealt with."""
    due = gatherings.due(unit.connection, unit.now, AT_ONCE)
    there = appointments.by_ids(unit.connection, {one.id for one in due})
    for one in due:
        if gatherings.turn(unit, one, there[one.id].start, there[one.id].end):
            tell_guests(unit, there[one.id])
    return len(due)


def tell_guests(unit: UnitOfWork, one: Appointment) -> None:
    """They look at their dates again."""
    for guest in one.guests:
        if guest.answer != "DECLINED":
            unit.tell(guest.person, "dates_changed", one.room)

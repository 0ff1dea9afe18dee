"""The use cases of appointments. Never commits: the writer does."""

from __future__ import annotations

from server.scheduling.appointments import rules, store
from server.scheduling.appointments.model import Answer as Answer
from server.scheduling.appointments.model import Appointment as Appointment
from server.scheduling.appointments.model import Change as Change
from server.scheduling.appointments.model import Guest as Guest
from server.scheduling.appointments.rules import is_revised as is_revised
from server.scheduling.appointments.rules import wall_of as wall_of
from server.scheduling.appointments.store import add_guests as add_guests
from server.scheduling.appointments.store import by_id as by_id
from server.scheduling.appointments.store import by_ids as by_ids
from server.scheduling.appointments.store import dates_of as dates_of
from server.scheduling.appointments.store import forget_person as forget_person
from server.scheduling.appointments.store import keep_release as keep_release
from server.scheduling.appointments.store import locked as locked
from server.scheduling.appointments.store import of_cohort as of_cohort
from server.scheduling.appointments.store import of_item as of_item
from server.scheduling.appointments.store import of_other_rules as of_other_rules
from server.scheduling.appointments.store import of_person as of_person
from server.scheduling.appointments.store import of_rooms as of_rooms
from server.scheduling.appointments.store import set_attendance as set_attendance
from server.scheduling.zones import VERSION as TZ_RELEASE
from server.scheduling.zones import names as zone_names
from server.unit_of_work import UnitOfWork

__all__ = ["TZ_RELEASE", "zone_names"]


def make(unit: UnitOfWork, wanted: Appointment) -> Change:
    """A new one; the id that it brings is its own from now on."""
    store.put(unit.connection, wanted, unit.now, known=False)
    return Change(None, wanted)


def change(unit: UnitOfWork, before: Appointment, wanted: Appointment) -> Change | None:
    """`wanted` takes the place of the one before, under its id. None where it is the same."""
    after = rules.succeeds(before, wanted)
    if after == before:
        return None
    store.put(unit.connection, after, unit.now, known=True)
    return Change(before, after)

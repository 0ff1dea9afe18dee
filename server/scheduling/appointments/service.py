"""The use cases of appointments. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from server.scheduling.appointments import rules, store
from server.scheduling.appointments.model import Answer as Answer
from server.scheduling.appointments.model import Appointment as Appointment
from server.scheduling.appointments.model import Change as Change
from server.scheduling.appointments.model import Guest as Guest
from server.scheduling.appointments.rules import concerned as concerned
from server.scheduling.appointments.rules import is_revised as is_revised
from server.scheduling.appointments.rules import wall_of as wall_of
from server.scheduling.appointments.store import add_guests as add_guests
from server.scheduling.appointments.store import by_id as by_id
from server.scheduling.appointments.store import by_ids as by_ids
from server.scheduling.appointments.store import dates_of as dates_of
from server.scheduling.appointments.store import guests_in as guests_in
from server.scheduling.appointments.store import keep_release as keep_release
from server.scheduling.appointments.store import keep_told_by as keep_told_by
from server.scheduling.appointments.store import locked as locked
from server.scheduling.appointments.store import mails_that_told as mails_that_told
from server.scheduling.appointments.store import of_cohort as of_cohort
from server.scheduling.appointments.store import of_item as of_item
from server.scheduling.appointments.store import of_other_rules as of_other_rules
from server.scheduling.appointments.store import of_person as of_person
from server.scheduling.appointments.store import of_rooms as of_rooms
from server.scheduling.appointments.store import set_attendance as set_attendance
from server.scheduling.appointments.store import told_by as told_by
from server.scheduling.zones import VERSION as TZ_RELEASE
from server.scheduling.zones import names as zone_names
from server.unit_of_work import UnitOfWork

__all__ = ["TZ_RELEASE", "zone_names"]


def settle(unit: UnitOfWork, wanted: Sequence[tuple[Appointment | None, Appointment]]) -> list[Change]:
    """Of each pair the second takes the place of the first, under its id; where that is None it is a new one under an
    id of its own. What stays the same is left out."""
    changes = []
    for before, one in wanted:
        after = rules.begins(one) if before is None else rules.succeeds(before, one)
        if before is None or replace(before, guests=()) != replace(after, guests=()):
            store.put(unit.connection, after, unit.now, known=before is not None)
        if after != before:
            changes.append(Change(before, after))
    store.put_guests(unit.connection, [(change.before, change.after) for change in changes])
    return changes

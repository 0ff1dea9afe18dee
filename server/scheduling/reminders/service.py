"""The use cases of reminders. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection

from server.scheduling.appointments.model import Change
from server.scheduling.reminders import rules, store
from server.scheduling.reminders.model import Reminder as Reminder
from server.scheduling.reminders.rules import is_useful as is_useful
from server.scheduling.reminders.store import is_due as is_due
from server.scheduling.reminders.store import take as take
from server.unit_of_work import UnitOfWork


def plan(unit: UnitOfWork, changes: Collection[Change]) -> None:
    """As these appointments are now, for the guests that they have here."""
    known = [
        (change.after.id, guest.person)
        for change in changes
        for guest in (() if change.before is None else change.before.guests)
    ]
    store.put(unit.connection, known, list(rules.plan([change.after for change in changes], unit.now)))

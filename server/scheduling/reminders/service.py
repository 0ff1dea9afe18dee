"""The use cases of reminders. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection

from server.scheduling.appointments.model import Appointment
from server.scheduling.reminders import rules, store
from server.scheduling.reminders.model import Reminder as Reminder
from server.scheduling.reminders.rules import is_useful as is_useful
from server.scheduling.reminders.store import forget as forget
from server.scheduling.reminders.store import is_due as is_due
from server.scheduling.reminders.store import take as take
from server.unit_of_work import UnitOfWork


def plan(unit: UnitOfWork, appointments: Collection[Appointment]) -> None:
    """As these appointments are now."""
    store.put(unit.connection, [one.id for one in appointments], list(rules.plan(appointments, unit.now)))

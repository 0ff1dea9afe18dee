"""The use cases of ending a run. Never commits: the writer does. Rooms are closed and emptied by who asks."""

from __future__ import annotations

from server.programmes.endings import rules, store
from server.programmes.endings.model import Unfinished as Unfinished
from server.programmes.endings.store import due as due
from server.programmes.endings.store import is_due as is_due
from server.programmes.endings.store import purge_days as purge_days
from server.programmes.endings.store import set_due as set_due
from server.unit_of_work import UnitOfWork


def end_run(unit: UnitOfWork, cohort: str) -> None:
    """All its mentorships, and a note of each of its rooms, also of those that closed before: one day for all."""
    last_day, zone = store.dates_of_run(unit.connection, cohort)
    purge_on = rules.purge_day(unit.now, last_day, zone)
    store.end_mentorships(unit.connection, cohort, unit.now)
    store.add_rooms_of_run(unit.connection, cohort, purge_on, rules.beginning(purge_on, zone), unit.now)

"""What follows when a run has ended: its rooms close, some at a time; everybody can take along what they may read; and
on a day that is shown to them what was said is removed for good.

What is left to do stands in a table. Each step is one transaction that takes its place there forward, so that a server
that is killed in the middle goes on where it was, and two nodes never do the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from server.clock import Clock
from server.database import Database
from server.flows.forgetting import forget_signals
from server.flows.guests import call_off
from server.ids import new_id
from server.post.service import forget_room
from server.presence import service as presence
from server.programmes.endings import service as endings
from server.programmes.endings.service import Unfinished
from server.rooms.service import Rooms
from server.unit_of_work import UnitOfWork, Writer, attempt

AT_ONCE = 10
"""Rooms of one transaction."""
LATER = 3_600_000
"""ms, until what went wrong is tried again."""


def run_ended(unit: UnitOfWork, cohort: str) -> None:
    """A run's state has become `ended`: called in the transaction that changes it."""
    endings.end_run(unit, cohort)


def finish_some(unit: UnitOfWork, rooms: Rooms) -> int:
    """The next step of some rooms, or of runs themselves; how many they were."""
    due = endings.due(unit.connection, unit.now, AT_ONCE)
    rooms.lock(unit, [one.room for one in due if not one.is_run])
    for one in due:
        step = partial(_forget, one=one) if one.is_run else partial(_finish, rooms=rooms, one=one)
        if isinstance(attempt(unit, step), Exception):
            # It is in the log, and holds up none of the others.
            endings.set_due(unit.connection, one.room, unit.now + LATER)
    return len(due)


def _finish(unit: UnitOfWork, rooms: Rooms, one: Unfinished) -> None:
    if rooms.close(unit, one.room, "ended", new_id()) or unit.now < one.purge_at:
        presence.forget_room(unit, one.room)
        call_off(unit, one.room)
        endings.set_due(unit.connection, one.room, one.purge_at)
    elif rooms.empty(unit, one.room):
        presence.forget_room(unit, one.room)
        forget_room(unit, one.room)
        endings.set_due(unit.connection, one.room, None)


def _forget(unit: UnitOfWork, one: Unfinished) -> None:
    if unit.now >= one.purge_at:
        forget_signals(unit, one.cohort)
    endings.set_due(unit.connection, one.room, None if unit.now >= one.purge_at else one.purge_at)


@dataclass(frozen=True, slots=True)
class Finishing:
    """The chore of it."""

    database: Database
    writer: Writer[Any]
    rooms: Rooms
    clock: Clock

    async def finish_all(self) -> None:
        """Everything that is due by now, and others have their turn in between."""
        while await self.database.look_up(lambda connection: endings.is_due(connection, self.clock())):
            if not await self.writer.run(lambda unit: finish_some(unit, self.rooms)):
                return

"""Tells people of a date a day and an hour before it, once, by whichever node, also after a time of silence.

A reminder is taken and its mail queued in one transaction: a cut between them is not possible. What was due while the
server was down is said as long as it is of use.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from server.accounts.service import Reader, names_of, readers
from server.clock import Clock
from server.database import Database
from server.flows import pushing
from server.flows.invitations import others_in, path_of, title
from server.post.service import Mail, enqueue_all, enqueue_wanted
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment, Change
from server.scheduling.reminders import service as reminders
from server.scheduling.reminders.service import Reminder
from server.unit_of_work import UnitOfWork, Writer

AT_ONCE = 50
"""In one transaction: it must not hold up what people say."""


def remind(unit: UnitOfWork, changes: Sequence[Change], _actor: str | None) -> None:
    """Follows every change of a date."""
    reminders.plan(unit, changes)


class Reminding:
    def __init__(self, database: Database, writer: Writer[Any], clock: Clock) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock

    async def tell(self) -> None:
        """All that is due now."""
        now = self._clock()
        if await self._database.read(lambda connection: reminders.is_due(connection, now)):
            while await self._writer.run(tell_some) == AT_ONCE:
                pass


def tell_some(unit: UnitOfWork) -> int:
    """How many were due and are dealt with."""
    due = reminders.take(unit.connection, unit.now, AT_ONCE)
    there = appointments.by_ids(unit.connection, {one.appointment for one in due})
    useful = [
        one for one in due if one.appointment in there and reminders.is_useful(one, there[one.appointment], unit.now)
    ]
    people = readers(unit.connection, {one.person for one in useful})
    guests = {guest.person for one in useful for guest in there[one.appointment].guests}
    names = names_of(unit.connection, guests)
    mails = {"day": list[Mail](), "hour": list[Mail]()}
    for one in useful:
        unit.tell(one.person, "dates_changed", there[one.appointment].room)
        if one.person in people:
            mails[one.ahead].append(_mail(one, there[one.appointment], people[one.person], names))
    enqueue_wanted(unit, "date_ahead", mails["day"])
    # It begins within the hour: neither the night nor other mails of the day hold it up.
    enqueue_all(unit, mails["hour"])
    pushing.tell(unit, {one.person for one in useful if one.ahead == "day"}, "meeting")
    pushing.tell(unit, {one.person for one in useful if one.ahead == "hour"}, "starting")
    return len(due)


def _mail(reminder: Reminder, one: Appointment, reader: Reader, names: dict[str, str]) -> Mail:
    others = others_in(one, reminder.person, names)
    template = "date_ahead" if reminder.ahead == "day" else "date_soon"
    values = {
        "people": others or title(one, reader.language, "plain", ""),
        "start": one.start,
        "many": int(one.kind != "meeting"),
        "link": path_of(one),
    }
    return Mail(template, reader.email, reader.language, reader.zone, reminder.person, values, one.id)  # type: ignore[arg-type]

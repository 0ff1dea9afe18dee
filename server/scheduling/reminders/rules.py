"""When somebody is reminded, and when it is too late for it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from server.scheduling.appointments.model import Appointment
from server.scheduling.reminders.model import Ahead, Reminder

HOUR = 3_600_000
AHEAD: Mapping[Ahead, int] = {"day": 24 * HOUR, "hour": HOUR}
"""ms before the start."""
USELESS: Mapping[Ahead, int] = {"day": 3 * HOUR, "hour": 0}
"""ms before the start: what could not be said by then, because the server was down, is said no more."""


def plan(appointments: Collection[Appointment], now: int) -> Iterator[Reminder]:
    """For whoever may still come, what is not due yet: who agrees on a date for tonight needs no word about a day."""
    for one in appointments:
        for ahead, before in AHEAD.items():
            due_at = one.start - before
            if one.state == "agreed" and due_at > now:
                for guest in one.guests:
                    if guest.answer != "DECLINED":
                        yield Reminder(one.id, guest.person, ahead, due_at)


def is_useful(reminder: Reminder, one: Appointment, now: int) -> bool:
    """Who has put it into their calendar is reminded there, a day before."""
    if one.state == "cancelled" or now >= one.start - USELESS[reminder.ahead]:
        return False
    if reminder.due_at != one.start - AHEAD[reminder.ahead]:
        # It was moved a moment ago, and the reminders of its new time are still being written.
        return False
    answers = {guest.person: guest.answer for guest in one.guests}
    unneeded = ("DECLINED", "ACCEPTED") if reminder.ahead == "day" else ("DECLINED",)
    return answers.get(reminder.person, "DECLINED") not in unneeded

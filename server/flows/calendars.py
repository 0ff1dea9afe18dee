"""My dates in my own calendar: a feed at an address that only I know, and what I answer to invitations there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from email import message_from_bytes
from email.message import Message
from email.utils import getaddresses

from server.accounts.rules import fold_email
from server.accounts.service import names_of, readers
from server.contract import calendars as contract
from server.contract.commands import Done
from server.database import Connection
from server.errors import Refused
from server.flows import dates
from server.flows.appointments import settle
from server.flows.invitations import others_in, path_of, title
from server.ids import LETTERS
from server.rooms.service import Rooms
from server.rooms.things.dates.contract import CanCome, CannotCome
from server.scheduling.appointments import service as appointments
from server.scheduling.appointments.service import Appointment
from server.scheduling.calendars import service as calendars
from server.scheduling.calendars.service import Reply, Wishes
from server.unit_of_work import UnitOfWork

DAY = 24 * 3_600_000
SHOWN_BEFORE, SHOWN_AHEAD = 90 * DAY, 800 * DAY
"""ms; what a feed shows, from now."""
PARTS = 20
"""Of a mail, that are looked at."""


def mine(connection: Connection, person: str) -> contract.CalendarWishes:
    return _shown(calendars.wishes_of(connection, [person])[person])


def set_wishes(unit: UnitOfWork, person: str, wanted: contract.SetCalendarWishes) -> contract.CalendarWishes:
    return _shown(calendars.set_wishes(unit, person, wanted.titles, invitations=wanted.invitations))


def _shown(wishes: Wishes) -> contract.CalendarWishes:
    return contract.CalendarWishes(wishes.titles, wishes.invitations, wishes.feed_since)


def begin_feed(unit: UnitOfWork, person: str) -> contract.FeedAddress:
    return contract.FeedAddress(f"/calendar/{calendars.begin_feed(unit, person)}.ics")


def end_feed(unit: UnitOfWork, person: str) -> Done:
    calendars.end_feed(unit, person)
    return Done()


@dataclass(frozen=True, slots=True)
class Calendars:
    """`origin`: the public address of this server; `organiser`: the mail address that invitations come from."""

    rooms: Rooms
    origin: str
    organiser: str

    def feed(self, connection: Connection, token: str, now: int) -> str | None:
        """A calendar file of the dates of whoever's feed this is; None where it is nobody's."""
        found = calendars.whose_feed(connection, token)
        if found is None:
            return None
        person, wishes = found
        reader = readers(connection, [person]).get(person)
        if reader is None:
            return None
        there = appointments.of_person(connection, person, now - SHOWN_BEFORE, now + SHOWN_AHEAD)
        theirs = [one for one in there if one.state == "agreed" and not _declined(one, person)]
        names = names_of(connection, {guest.person for one in theirs for guest in one.guests})
        shown = [
            calendars.entry(
                one,
                title(one, reader.language, wishes.titles, others_in(one, person, names)),
                self.origin + path_of(one),
                self.organiser,
            )
            for one in theirs
        ]
        return calendars.feed(shown, "Atelje", now)

    def take(self, unit: UnitOfWork, reply: Reply) -> bool:
        """What somebody answered in their calendar, as if they had tapped it here. Whether anything came of it: an
        answer to an earlier time, by nobody who is invited, or to what is over, is none."""
        one = appointments.by_id(unit.connection, reply.uid) if len(reply.uid) == LETTERS else None
        if one is None or one.state == "cancelled" or one.end <= unit.now or reply.revision < one.asked_at:
            return False
        addresses = readers(unit.connection, {guest.person for guest in one.guests})
        folded = fold_email(reply.address)
        person = next((who for who, reader in addresses.items() if fold_email(reader.email) == folded), None)
        if person is None:
            return False
        try:
            self._answer(unit, one, person, reply)
        except Refused:
            return False
        return True

    def _answer(self, unit: UnitOfWork, one: Appointment, person: str, reply: Reply) -> None:
        declined = reply.answer == "DECLINED"
        if one.room is not None and one.item is not None and declined != _declined(one, person):
            shape = CannotCome if declined else CanCome
            # The same answer, carried here twice, is one.
            id = f"reply-{one.id}-{reply.revision}-{reply.stamp}"[:64]
            dates.arrange(unit, self.rooms, person, shape(one.room, id, one.item))
        now = appointments.locked(unit.connection, [one.id], [person]).get(one.id)
        if now is not None and now.state == "agreed" and not (declined and one.item is not None):
            # With all that follows: who comes after all is reminded again.
            answered = tuple(replace(guest, answer=reply.answer) for guest in now.guests)
            settle(unit, [(now, replace(now, guests=answered))], person)


def reply_in(mail: bytes) -> Reply | None:
    """The answer of a calendar that a mail carries, if it carries one: of whoever sent the mail, and of nobody else."""
    letter = message_from_bytes(mail)
    for number, part in enumerate(letter.walk()):
        if number >= PARTS:
            return None
        if part.get_content_type() in ("text/calendar", "application/ics"):
            file = part.get_payload(decode=True)
            reply = calendars.read_reply(file) if isinstance(file, bytes) else None
            if reply is not None:
                return reply if _is_from(letter, reply.address) else None
    return None


def _is_from(letter: Message, address: str) -> bool:
    """Whoever was invited knows what the invitation is called, and mostly what another guest's address is."""
    senders = getaddresses([str(header) for header in letter.get_all("From", [])])
    return len(senders) == 1 and fold_email(senders[0][1]) == fold_email(address)


def _declined(one: Appointment, person: str) -> bool:
    return any(guest.person == person and guest.answer == "DECLINED" for guest in one.guests)

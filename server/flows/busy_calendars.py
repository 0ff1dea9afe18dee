"""Calendars of people's own, which say when they are busy: brought as a file, or read again and again at an address.

Only when is kept, and never what, where or with whom (`server/scheduling/reading.py`). An address is a secret of who
gave it: nobody is shown it again, and no log or error names it.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from server.accounts.service import readers
from server.clock import Clock
from server.contract.commands import Done
from server.contract.hours import MyOtherCalendars, OtherCalendar, ReadCalendar
from server.database import Connection, Database
from server.errors import Refused
from server.ids import new_id
from server.outside import Answer, Outside, Unreached
from server.scheduling.availability import service as availability
from server.scheduling.availability.service import Calendar, Fault, Unread
from server.unit_of_work import UnitOfWork, Writer

AT_ONCE = 4
"""That are asked for at the same time."""
READ_AT_ONCE = 1
"""What is understood at the same time: of the large ones, some seconds of work each in a process of their own; and of
the small ones, which do not wait for those."""
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_REFUSALS: dict[Fault, str] = {
    "none": "calendar_none",
    "cut_off": "calendar_cut_off",
    "too_much": "calendar_too_much",
}


@dataclass(frozen=True, slots=True)
class BusyCalendars:
    """`outside` leads to their addresses, where whoever keeps the server allows it."""

    database: Database
    writer: Writer[Any]
    outside: Outside
    clock: Clock
    _reading: dict[bool, asyncio.Semaphore] = field(
        default_factory=lambda: {large: asyncio.Semaphore(READ_AT_ONCE) for large in (False, True)}
    )

    def mine(self, connection: Connection, person: str) -> MyOtherCalendars:
        on = self.outside.on
        return MyOtherCalendars(tuple(_shown(one, on) for one in availability.calendars_of(connection, person)), on)

    async def take_file(self, person: str, calendar: str, data: bytes) -> MyOtherCalendars:
        """Under an id that its person chose; again, it takes the place of what it was. Raises Refused: not_found,
        too_many_calendars, calendar_none, calendar_cut_off, calendar_too_much, unavailable."""
        if not _ID.fullmatch(calendar):
            raise Refused("not_found")
        await self.database.read(lambda connection: availability.check_room(connection, person, calendar))
        try:
            read = await self._understand(Calendar(person, calendar, self.clock()), data)
        except Unread as unread:
            raise Refused(_REFUSALS[unread.fault]) from None
        return await self.writer.run(lambda unit: self._put(unit, read))

    async def add(self, person: str, wanted: ReadCalendar) -> MyOtherCalendars:
        """It is read at once; whether that went well stands beside it. Raises Refused: calendars_off, calendar_address,
        too_many_calendars."""
        address = re.sub(r"^webcals?://", "https://", wanted.address.strip(), flags=re.IGNORECASE)
        if not self.outside.on:
            raise Refused("calendars_off")
        try:
            self.outside.check(address)
        except Unreached:
            raise Refused("calendar_address") from None
        calendar = Calendar(person, new_id(), self.clock(), address)
        await self.database.read(lambda connection: availability.check_room(connection, person, calendar.id))
        read = await self._fetched(calendar)
        return await self.writer.run(lambda unit: self._put(unit, read))

    def remove(self, unit: UnitOfWork, person: str, calendar: str) -> Done:
        """What is not there stays so."""
        availability.remove_calendar(unit.connection, person, calendar)
        return Done()

    async def look_again(self) -> None:
        """At the addresses that are due."""
        if not self.outside.on:
            return
        while due := await self.writer.run(partial(availability.take_due, limit=AT_ONCE)):
            read = await asyncio.gather(*(self._fetched(one) for one in due))
            await self.writer.run(partial(_keep, read))

    def _put(self, unit: UnitOfWork, calendar: Calendar) -> MyOtherCalendars:
        availability.put_calendar(unit, calendar)
        return self.mine(unit.connection, calendar.person)

    async def _fetched(self, calendar: Calendar) -> Calendar:
        assert calendar.address is not None
        try:
            answer = await self.outside.get(calendar.address, {"Accept": "text/calendar"})
            return await self._understand(calendar, _body(answer))
        except Unreached as unreached:
            return availability.failed(calendar, unreached.reason, self.clock())
        except Unread as unread:
            return availability.failed(calendar, unread.fault, self.clock())

    async def _understand(self, calendar: Calendar, data: bytes) -> Calendar:
        """Raises Unread, Refused unavailable."""
        zone = await self.database.read(lambda connection: _zone(connection, calendar.person))
        async with self._reading[availability.is_large(data)]:
            try:
                return await availability.read(calendar, data, zone, self.clock())
            except OSError:
                # No process can be started now; a calendar at an address is read again when its lease is over.
                raise Refused("unavailable") from None


def _keep(read: list[Calendar], unit: UnitOfWork) -> None:
    """Of those that were not removed meanwhile."""
    for one in read:
        availability.change_calendar(unit.connection, one)


def _body(answer: Answer) -> bytes:
    if answer.status != 200:
        raise Unread("answer")
    return answer.body


def _zone(connection: Connection, person: str) -> str:
    """On whose wall a time is that names none."""
    said = availability.said_by(connection, [person]).get(person)
    reader = readers(connection, [person]).get(person)
    return said.zone if said else reader.zone if reader else "UTC"


def _shown(one: Calendar, on: bool) -> OtherCalendar:
    return OtherCalendar(
        id=one.id,
        host=None if one.address is None else urlsplit(one.address).hostname,
        read_at=one.read_at,
        busy=len(one.busy),
        until=one.until,
        left_out=one.left_out,
        fault="off" if one.address is not None and not on else one.fault,
    )

"""Afterwards: what a person agrees to, who finds them by that, and that it is asked again before it ends."""

from __future__ import annotations

from functools import partial
from typing import Any

from server.accounts.service import Reader, readers
from server.clock import Clock
from server.contract.alumni import Alumna, AlumniDirectory, AlumniWish, MyAlumni, MyAlumniWishes
from server.contract.views import Person
from server.database import Connection, Database
from server.errors import Refused
from server.languages import best_language
from server.post.model import Values
from server.post.service import Mail, Quiet, enqueue, is_quiet, quiet_of
from server.programmes.alumni import service as alumni
from server.programmes.alumni.service import Past, Wish
from server.unit_of_work import UnitOfWork, Writer

LINK = "/alumni"
"""The page on which all of this is looked at and changed."""


def mine(connection: Connection, person: str, now: int) -> MyAlumniWishes:
    wishes = {one.programme: one for one in alumni.wishes_of(connection, person, now)}
    past = [one for one in alumni.past_of(connection, person) if one.ended or one.programme in wishes]
    return MyAlumniWishes(tuple(_mine(one, wishes.get(one.programme)) for one in past))


def wish(unit: UnitOfWork, person: str, programme: str, wanted: AlumniWish) -> MyAlumni:
    """The same again changes nothing but the year, which begins anew. Raises Refused not_found for who took no part,
    alumni_not_yet, language_unknown, text_…"""
    past = alumni.past_of(unit.connection, person, programme)
    if not past:
        raise Refused("not_found")
    made = alumni.wish(unit, past[0], person, wanted)
    unit.tell(person, "programme_changed")
    return _mine(past[0], made)


def _mine(past: Past, wish: Wish | None) -> MyAlumni:
    return MyAlumni(
        programme=past.programme,
        programme_names=dict(past.names),
        consent=wish is not None,
        found=wish is not None and wish.found,
        mentor_again=wish is not None and wish.mentor_again,
        offers=dict(wish.offers) if wish else {},
        expires_at=wish.expires_at if wish else None,
        asked=wish is not None and wish.asked,
    )


def directory(connection: Connection, person: str, now: int) -> AlumniDirectory:
    """Without those who may not come in any more."""
    found = alumni.directory(connection, person, now)
    there = readers(connection, {one.person for one in found})
    names = alumni.names_of(connection, {one.programme for one in found})
    shown = [_found(one, there[one.person], names[one.programme]) for one in found if one.person in there]
    return AlumniDirectory(tuple(sorted(shown, key=lambda one: (one.person.name, one.person.id, one.programme))))


def _found(one: Wish, reader: Reader, programme_names: dict[str, str]) -> Alumna:
    return Alumna(
        person=Person(one.person, reader.name),
        programme=one.programme,
        programme_names=programme_names,
        mentor_again=one.mentor_again,
        offers=dict(one.offers),
    )


class AlumniCare:
    """Asks by mail, once, whether a consent that is about to end still holds, and lets go of those that have ended.
    `leaves`: mail goes out, so none may go to the demo's people, whose addresses are nobody's."""

    def __init__(self, database: Database, writer: Writer[Any], clock: Clock, *, leaves: bool) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._leaves = leaves

    async def look_after(self) -> None:
        """What is due now. Nobody is asked at night: then it is due in the morning."""
        now = self._clock()
        for one, mail, quiet in await self._database.read(lambda connection: self._due(connection, now)):
            if mail is None or not is_quiet(now, mail.zone, quiet):
                await self._writer.run(partial(self._ask, one=one, mail=mail))
        if await self._database.read(lambda connection: alumni.is_any_over(connection, now)):
            await self._writer.run(lambda unit: alumni.remove_over(unit.connection, unit.now))

    def _ask(self, unit: UnitOfWork, one: Wish, mail: Mail | None) -> None:
        if not alumni.ask(unit.connection, one.programme, one.person, one.expires_at, unit.now):
            return
        unit.tell(one.person, "programme_changed")
        if mail is not None:
            enqueue(unit, mail)

    def _due(self, connection: Connection, now: int) -> list[tuple[Wish, Mail | None, Quiet]]:
        """With a mail to those who may come in and have an address, and everybody's quiet hours."""
        found = alumni.to_ask(connection, now)
        there = readers(connection, {one.person for one in found})
        reachable = {person: one for person, one in there.items() if not (self._leaves and one.demo)}
        names = alumni.names_of(connection, {one.programme for one in found})
        quiet = quiet_of(connection, {one.person for one in found})
        return [(one, _mail(one, reachable.get(one.person), names[one.programme]), quiet[one.person]) for one in found]


def _mail(one: Wish, reader: Reader | None, names: dict[str, str]) -> Mail | None:
    if reader is None:
        return None
    programme = names[best_language(names, reader.language)]
    values: Values = {"programme": programme, "link": LINK, "until": one.expires_at}
    return Mail("alumni", reader.email, reader.language, reader.zone, one.person, values)

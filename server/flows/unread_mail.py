"""Tells a mentor or a mentee that the other one has written, on their devices or by mail, once: who, never what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from server.accounts.service import Reader, readers
from server.clock import Clock
from server.database import Connection, Database
from server.post.push.service import Kind
from server.post.service import Mail, Quiet, Unread, enqueue, is_quiet, quiet_of, tell_unread, untold
from server.programmes.service import people_of
from server.rooms.reads import UnreadWord, items_of, unread_in_pairs
from server.rooms.things.agreement import AGREEMENT
from server.rooms.things.agreement import quiet as agreed
from server.unit_of_work import UnitOfWork, Writer

SOON = 5 * 60_000
"""ms: who reads within this time needs no mail."""
LATE = 3 * 24 * 3_600_000
"""And this is no news any more."""
AT_ONCE = 200
"""Words that are looked at in one statement."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A mail, what of the unread words it tells, and the reader's quiet hours."""

    unread: Unread
    mail: Mail
    quiet: Quiet


PushTo = Callable[[UnitOfWork, Collection[str], Kind], Collection[str]]
"""Tells people on their devices; gives those for whom there are any."""


class UnreadMail:
    """`connected`: whether a person is here at this moment. `push`: while a person's devices take pushes, those stand
    in the place of the mail. `leaves`: mail goes out, so none may go to the demo's
    people, whose addresses are nobody's."""

    def __init__(
        self,
        database: Database,
        writer: Writer[Any],
        clock: Clock,
        connected: Callable[[str], bool],
        push: PushTo,
        *,
        leaves: bool,
    ) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._connected = connected
        self._push = push
        self._leaves = leaves

    async def tell(self) -> None:
        """What is due now. What is not told because somebody sleeps or is here is asked for again."""
        now = self._clock()
        for one in await self._database.read(lambda connection: due(connection, now, to_demo=not self._leaves)):
            if not self._connected(one.unread.person) and not is_quiet(now, one.mail.zone, one.quiet):
                await self._tell(now, one)

    async def _tell(self, now: int, one: Telling) -> None:
        if not await self._database.read(lambda connection: _is_quiet_there(connection, one, now)):
            await self._writer.run(partial(self._tell_in, one=one))

    def _tell_in(self, unit: UnitOfWork, one: Telling) -> None:
        if tell_unread(unit, one.unread) and not self._push(unit, [one.unread.person], "unread"):
            enqueue(unit, one.mail)


def due(connection: Connection, now: int, *, to_demo: bool) -> list[Telling]:
    """What nobody was told of yet, whatever the hour."""
    words = unread_in_pairs(connection, now - LATE, now - SOON)
    return [
        telling
        for start in range(0, len(words), AT_ONCE)
        for telling in _tellings(connection, words[start : start + AT_ONCE], to_demo=to_demo)
    ]


def _tellings(connection: Connection, words: list[UnreadWord], *, to_demo: bool) -> Iterator[Telling]:
    pairs = people_of(connection, {word.room for word in words})
    of_pairs = [word for word in words if {word.person, word.author} <= pairs.get(word.room, frozenset())]
    new = {(one.person, one.room): one for one in untold(connection, [_unread(word) for word in of_pairs])}
    people = readers(connection, {person for word in of_pairs for person in (word.person, word.author)})
    quiet = quiet_of(connection, people.keys())
    for word in of_pairs:
        unread, reader, author = new.get((word.person, word.room)), people.get(word.person), people.get(word.author)
        if unread and reader and author and (to_demo or not reader.demo):
            yield Telling(unread, _mail(word, reader, author.name), quiet[word.person])


def _is_quiet_there(connection: Connection, one: Telling, now: int) -> bool:
    """By what the two have agreed for their room."""
    here = datetime.fromtimestamp(now / 1000, ZoneInfo(one.mail.zone))
    hours = agreed.quiet_hours(items_of(connection, one.unread.room, AGREEMENT))
    return any(agreed.is_quiet(quiet, here) for quiet in hours)


def _unread(word: UnreadWord) -> Unread:
    return Unread(word.person, word.room, word.read)


def _mail(word: UnreadWord, reader: Reader, sender: str) -> Mail:
    values = {"sender": sender, "link": f"/room/{word.room}"}
    return Mail("unread", reader.email, reader.language, reader.zone, word.person, values)

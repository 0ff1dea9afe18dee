"""Tells a mentor or a mentee by mail that the other one has written, once until they have read: who, never what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from server.accounts.service import Reader, readers
from server.clock import Clock
from server.database import Connection, Database
from server.post.service import Mail, Unread, is_quiet, tell_unread, untold
from server.programmes.service import people_of
from server.rooms.reads import UnreadWord, unread_in_pairs
from server.unit_of_work import Writer

SOON = 5 * 60_000
"""ms: who reads within this time needs no mail."""
LATE = 3 * 24 * 3_600_000
"""And this is no news any more."""
AT_ONCE = 200
"""Words that are looked at in one statement."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A mail, and what of the unread words it tells."""

    unread: Unread
    mail: Mail


class UnreadMail:
    """`connected`: whether a person is here at this moment. `leaves`: mail goes out, so none may go to the demo's
    people, whose addresses are nobody's."""

    def __init__(
        self,
        database: Database,
        writer: Writer[Any],
        clock: Clock,
        connected: Callable[[str], bool],
        *,
        leaves: bool,
    ) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._connected = connected
        self._leaves = leaves

    async def tell(self) -> None:
        """What is due now. What is not told because somebody sleeps or is here is asked for again."""
        now = self._clock()
        for one in await self._database.read(lambda connection: due(connection, now, to_demo=not self._leaves)):
            if not self._connected(one.unread.person) and not is_quiet(now, one.mail.zone):
                await self._writer.run(partial(tell_unread, one=one.unread, mail=one.mail))


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
    for word in of_pairs:
        unread, reader, author = new.get((word.person, word.room)), people.get(word.person), people.get(word.author)
        if unread and reader and author and (to_demo or not reader.demo):
            yield Telling(unread, _mail(word, reader, author.name))


def _unread(word: UnreadWord) -> Unread:
    return Unread(word.person, word.room, word.read)


def _mail(word: UnreadWord, reader: Reader, sender: str) -> Mail:
    values = {"sender": sender, "link": f"/room/{word.room}"}
    return Mail("unread", reader.email, reader.language, reader.zone, word.person, values)

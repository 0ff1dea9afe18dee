"""Tells connected members that somebody has spoken: once a second per room, to nobody's cost but the second's.

Nothing is written for it and nothing is kept: who misses a notice finds the count in the list of their rooms.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from server.fanout.port import Fanout, PeopleHint
from server.inbox.codec import channel_of, notice, unread_data
from server.publication import Notice
from server.rooms.model import RoomState, Spoken

EVERY_SECONDS = 1.0
BATCHES_KEPT = 10_000
"""Between two seconds; when more come the oldest are forgotten, and their rooms told by what comes next."""
ROOMS_AT_ONCE = 2_000
"""Told of in one second; others of that second are not."""
NOTICES_AT_ONCE = 64
"""Written before others have their turn: what is urgent waits for no more than that."""
HINT_PEOPLE = 200
"""Named in one hint, which another node reads in one go."""

S = TypeVar("S")

Told = tuple[tuple[str, ...], bytes]
"""People, and the data of their notice."""


class UnreadNotices:
    """`is_here` tells whether a channel is read on this node, `deliver` gives notices to this node's readers."""

    def __init__(
        self, fanout: Fanout, is_here: Callable[[str], bool], deliver: Callable[[Sequence[Notice]], None]
    ) -> None:
        self._fanout = fanout
        self._is_here = is_here
        self._deliver = deliver
        self._waiting: deque[Spoken] = deque(maxlen=BATCHES_KEPT)

    def spoken(self, spoken: Spoken) -> None:
        """From the writer's thread, once per batch."""
        self._waiting.append(spoken)

    async def run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self.tell()

    async def tell(self) -> None:
        """One notice per room and person for everything that was spoken until now."""
        told = list(told_of(self._taken()))
        if not self._fanout.alone:
            for notices in _hints(told):
                self._fanout.send(PeopleHint(notices))
        for some in _slices(list(self._here(told)), NOTICES_AT_ONCE):
            self._deliver(some)
            await asyncio.sleep(0)

    def hear(self, told: Iterable[Told]) -> None:
        """From another node: give the notices to whom of the people is connected here."""
        self._deliver(list(self._here(told)))

    def _here(self, told: Iterable[Told]) -> Iterator[Notice]:
        return (notice(one, data) for people, data in told for one in people if self._is_here(channel_of(one)))

    def _taken(self) -> list[Spoken]:
        return [self._waiting.popleft() for _ in range(len(self._waiting))]


def told_of(batches: Sequence[Spoken]) -> Iterator[Told]:
    """Whom to tell what: the members of each room by its newest state, but for an author who spoke alone."""
    talk: dict[int, tuple[str, int]] = {}
    states: dict[int, RoomState] = {}
    authors: defaultdict[int, set[str]] = defaultdict(set)
    mentioned: defaultdict[int, set[str]] = defaultdict(set)
    for batch in batches:
        talk.update(batch.talk)
        states.update(batch.states)
        for room, person in batch.authors:
            authors[room].add(person)
        for room, person in batch.mentioned:
            mentioned[room].add(person)
    for room in list(authors)[:ROOMS_AT_ONCE]:
        key, number = talk[room]
        alone = authors[room] if len(authors[room]) == 1 else frozenset()
        people = states[room].members.keys() - alone
        for named in (True, False):
            some = tuple(people & mentioned[room] if named else people - mentioned[room])
            if some:
                yield some, unread_data(key, number, mentioned=named)


def _hints(told: Iterable[Told]) -> Iterator[tuple[Told, ...]]:
    """Of a bounded size each."""
    hint: list[Told] = []
    size = 0
    for people, data in told:
        for some in _slices(people, HINT_PEOPLE):
            if size + len(some) > HINT_PEOPLE:
                yield tuple(hint)
                hint, size = [], 0
            hint.append((some, data))
            size += len(some)
    if hint:
        yield tuple(hint)


def _slices(values: Sequence[S], size: int) -> Iterator[tuple[S, ...]]:
    return (tuple(values[start : start + size]) for start in range(0, len(values), size))

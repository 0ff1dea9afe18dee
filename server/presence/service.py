"""The use cases of presence: connections come and go, people choose, the news goes to those who show themselves too.

Whoever is not shown in a room is told nothing of who is there: seeing and being seen go together.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, assert_never

import msgspec

from server.clock import Clock
from server.contract.entries import CountNotice, PresenceNotice, SwitchNotice
from server.database import Connection, Database, StorageError
from server.policy import Actor, RoomSubject, Verb, may
from server.presence import store
from server.presence.model import Came, Choice, Counted, Mark, News, Turned, Went
from server.presence.port import Board, People
from server.presence.roster import Roster
from server.presence.rules import CROWD, TYPING_SECONDS, row_id
from server.publication import ClientInfo, Notice, Showing
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.presence")

TICK_SECONDS = 0.5
COMPARE_SECONDS = 5.0
"""Between two looks at what people have chosen elsewhere, for a hint may be lost."""

_encode = msgspec.json.Encoder().encode
TYPING = _encode(PresenceNotice("typing"))
ABOUT_AWAY = b'{"away":true}'


@dataclass(frozen=True, slots=True)
class Ports:
    """What presence needs of its node. `deliver` takes a notice for this node's readers, `notify` one for everybody's,
    `readers` gives person and connection of those who read a room here."""

    deliver: Callable[[Notice], None]
    notify: Callable[[Notice], None]
    readers: Callable[[str], Iterable[tuple[str, str]]]


class Presence:
    """One per node; `run` has to run as long as connections are taken. Nothing here blocks, or waits for Redis. `key`
    makes the rows' ids, `now` counts seconds."""

    def __init__(
        self,
        board: Board,
        database: Database,
        writer: Writer[Any],
        key: bytes,
        clock: Clock,
        ports: Ports,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._board = board
        self._database = database
        self._writer = writer
        self._key = key
        self._clock = clock
        self._ports = ports
        self._now = now
        self._showing: dict[str, Showing] = {}
        self._shown: defaultdict[str, set[str]] = defaultdict(set)
        self._rosters: dict[str, Roster] = {}
        self._written: dict[str, People] = {}
        self._changed: set[str] = set()
        self._restless: set[str] = set()
        self._typed: dict[tuple[str, str], float] = {}
        self._compared_at = 0

    # ── connections ──

    def arrived(self, room: str, person: str, client: str) -> None:
        """Costs nothing where nobody shows themselves, which is nearly everywhere."""
        if person in self._shown.get(room, ()):
            self._rosters.setdefault(room, Roster()).arrive(person, client)
            self._change(room)

    def departed(self, room: str, person: str, client: str, *, deliberate: bool) -> None:
        roster = self._rosters.get(room)
        if roster is not None:
            roster.depart(person, client, deliberate=deliberate, now=self._now())
            self._change(room)

    def turn(self, room: str, person: str, client: str, mark: Mark) -> bool:
        """False when this connection is not in the roster."""
        roster = self._rosters.get(room)
        if roster is None or not roster.has(person, client):
            return False
        roster.turn(person, client, mark)
        self._change(room)
        return True

    def type(self, room: str, person: str, client: str) -> bool:
        """Somebody writes. False when they may not tell; what is told too often, or in a crowd, goes no further."""
        roster = self._rosters.get(room)
        if roster is None or not roster.has(person, client):
            return False
        shown = self._shown[room]
        typing = [person] if self._showing[person].typing else []
        if not may(Actor(person), Verb.SHOW_TYPING, RoomSubject(members=shown, shown=typing)):
            return False
        now = self._now()
        if len(roster.people) <= CROWD and now >= self._typed.get((room, person), now):
            self._typed[room, person] = now + TYPING_SECONDS
            info = self._info(room, person)
            self._ports.notify(Notice(f"room:{room}", "publication", TYPING, info, frozenset(shown)))
        return True

    def place(self, room: str, person: str, client: str, channel: str, data: bytes) -> bool:
        """Somebody is at a place in what a channel of the room carries. False when they may not tell: it goes from who
        shows there that they write, to who shows themselves too."""
        roster = self._rosters.get(room)
        if roster is None or not roster.has(person, client):
            return False
        shown = self._shown[room]
        typing = [person] if self._showing[person].typing else []
        if not may(Actor(person), Verb.SHOW_TYPING, RoomSubject(members=shown, shown=typing)):
            return False
        if len(roster.people) <= CROWD:
            self._ports.notify(Notice(channel, "publication", data, self._info(room, person), frozenset(shown)))
        return True

    # ── reading ──

    async def here(self, room: str, person: str) -> dict[str, ClientInfo]:
        """Who is here, by row, as a member sees it: nobody for who does not show themselves."""
        shown = self._shown.get(room, set())
        if not may(Actor(person), Verb.SEE_PRESENCE, RoomSubject(members=(person,), shown=shown)):
            return {}
        roster = self._rosters.get(room)
        people = await self._board.read(room) if roster is None else roster.people
        infos = [self._info(room, one, mark) for one, mark in people.items() if one in shown]
        return {info.client: info for info in infos}

    def _info(self, room: str, person: str, mark: Mark = Mark.HERE) -> ClientInfo:
        return ClientInfo(person, row_id(self._key, room, person), ABOUT_AWAY if mark is Mark.AWAY else b"")

    # ── choices ──

    async def choice(self, person: str) -> Choice:
        return await self._database.read(lambda connection: store.choice_of(connection, person))

    async def choose(self, person: str, choice: Choice) -> None:
        await self._writer.run(lambda unit: _choose(unit, person, choice))

    def show(self, showing: Showing) -> None:
        """Where a person is shown from now on."""
        person = showing.person
        before = self._showing.get(person, Showing(person))
        self._showing[person] = showing
        for room in set(before.rooms) - set(showing.rooms):
            self._hide(room, person)
        for room in set(showing.rooms) - set(before.rooms):
            self._shown[room].add(person)
            for reader, client in self._ports.readers(room):
                if reader == person:
                    self.arrived(room, person, client)

    def _hide(self, room: str, person: str) -> None:
        self._shown[room].discard(person)
        if not self._shown[room]:
            del self._shown[room]
        roster = self._rosters.get(room)
        if roster is not None:
            roster.drop(person)
            self._change(room)

    # ── telling ──

    def seen(self, room: str, people: People) -> None:
        """From the board: who is there on the other nodes."""
        roster = self._rosters.get(room)
        if roster is not None:
            shown = self._shown.get(room, ())
            roster.hear({person: mark for person, mark in people.items() if person in shown})
            self._change(room)

    def _change(self, room: str) -> None:
        if not self._changed:
            asyncio.get_running_loop().call_soon(self._tell)
        self._changed.add(room)

    def _tell(self) -> None:
        """Of all that changed in one pass of the loop, once."""
        changed, self._changed = self._changed, set()
        now = self._now()
        for room in changed:
            roster = self._rosters.get(room)
            if roster is None:
                continue
            for news in roster.news(now):
                self._ports.deliver(self._notice(room, news))
            self._write(room, roster.own)
            (self._restless.add if roster.restless else self._restless.discard)(room)
            if roster.deserted:
                del self._rosters[room]
                self._restless.discard(room)

    def _write(self, room: str, own: People) -> None:
        if own == self._written.get(room, {}):
            return
        self._board.write(room, own)
        if own:
            self._written[room] = own
        else:
            del self._written[room]

    def _notice(self, room: str, news: News) -> Notice:
        channel, audience = f"room:{room}", frozenset(self._shown.get(room, ()))
        match news:
            case Came(person, mark):
                return Notice(channel, "join", b"", self._info(room, person, mark), audience)
            case Went(person):
                return Notice(channel, "leave", b"", self._info(room, person), audience)
            case Turned(person, mark):
                data = _encode(PresenceNotice(mark.value))
                return Notice(channel, "publication", data, self._info(room, person), audience)
            case Counted(people):
                data = _encode(CountNotice("count", people))
                return Notice(channel, "publication", data, None, audience)
            case _:
                assert_never(news)

    # ── time ──

    async def run(self) -> None:
        """Serve until cancelled."""
        await self._board.start(self.seen)
        try:
            compared = self._now() - COMPARE_SECONDS
            while True:
                if self._now() >= compared + COMPARE_SECONDS:
                    compared = self._now()
                    await self._attempt_to_compare()
                self.tick()
                await asyncio.sleep(TICK_SECONDS)
        finally:
            await self._board.close()

    def tick(self) -> None:
        now = self._now()
        for room in tuple(self._restless):
            self._rosters[room].expire(now)
            self._change(room)
        for key in [key for key, until in self._typed.items() if until <= now]:
            del self._typed[key]

    async def _attempt_to_compare(self) -> None:
        try:
            await self.compare()
        except StorageError as error:
            log.warning("what people chose could not be read", extra={"error": type(error).__name__})

    async def compare(self) -> None:
        """Learn what was chosen elsewhere; the first time everything."""
        since, now = self._compared_at, self._clock()
        for showing in await self._database.read(lambda connection: store.changed_since(connection, since)):
            if showing != self._showing.get(showing.person):
                self.show(showing)
        # Only once it was read. Twice the interval back: clocks of nodes differ, and to learn a thing twice is nothing.
        self._compared_at = now - int(2 * COMPARE_SECONDS * 1000)


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def switch(unit: UnitOfWork, person: str, room: str, *, on: bool) -> None:
    """Show oneself in a room from now on, or no more. That it is one's own room has been looked at."""
    if on:
        store.switch_on(unit.connection, person, room)
    else:
        store.switch_off(unit.connection, person, room)
    _choose(unit, person, store.choice_of(unit.connection, person))
    data = _encode(SwitchNotice("presence", room, on))
    unit.announce(Notice(f"person:{person}", "publication", data))


def forget(unit: UnitOfWork, person: str, room: str) -> None:
    """Who comes into a room or goes shows nothing there, until they say so themselves."""
    if store.switch_off(unit.connection, person, room):
        _choose(unit, person, store.choice_of(unit.connection, person))


def forget_room(unit: UnitOfWork, room: str) -> None:
    """Nobody shows anything in a room any more."""
    for person in store.who_switched_on(unit.connection, room):
        forget(unit, person, room)


def _choose(unit: UnitOfWork, person: str, choice: Choice) -> None:
    store.choose(unit.connection, person, choice, unit.now)
    unit.announce(store.showing_of(unit.connection, person))


def switched_on(connection: Connection, person: str) -> frozenset[str]:
    """The rooms where a person has switched it on, hidden or not."""
    return store.rooms_of(connection, person)

"""Pushes: asked for in the transaction of what they tell, sent by whichever node takes them, given up when they are no
news any more."""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from server.clock import Clock
from server.database import Connection, Database
from server.errors import Refused
from server.outside import Outside, Unreached
from server.post import store as post
from server.post.model import Quiet
from server.post.push import rules, store
from server.post.push.model import Attempt, Device, Due
from server.post.push.model import Kind as Kind
from server.post.push.store import devices_of as devices_of
from server.post.push.vapid import Vapid
from server.post.rules import MINUTE, after_quiet, is_quiet
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.post")

AT_ONCE = 20
LEASE = 2 * MINUTE
"""Longer than a batch can take; and the delay when the node dies that took it."""

Hours = tuple[str, Quiet]
"""A zone, and the quiet hours there."""
Reached = Callable[[Connection, Mapping[str, str], int], Mapping[str, Hours]]
"""Of logins, each with its person: those that are good at a time, with their person's hours."""


class Push:
    """Built once. `outside` leads to the push services, `connected` says whether a person has a page open here."""

    def __init__(
        self,
        database: Database,
        writer: Writer[Any],
        clock: Clock,
        vapid: Vapid,
        outside: Outside,
        reached: Reached,
        connected: Callable[[str], bool],
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._vapid = vapid
        self._outside = outside
        self._reached = reached
        self._connected = connected
        self._chance = chance
        self.ended: Counter[str] = Counter()
        """Attempts of this node, by how they ended."""

    @property
    def key(self) -> str:
        """What a browser has to be told when it subscribes."""
        return self._vapid.public

    async def devices(self, person: str) -> list[Device]:
        """The one that was added first comes first; with those whose login is over."""
        return await self._database.read(lambda connection: store.devices_of(connection, [person]))

    async def subscribe(self, person: str, login: str, endpoint: str) -> None:
        """This browser is told from now on. Raises Refused push_address_invalid."""
        try:
            self._outside.check(endpoint)
        except Unreached:
            raise Refused("push_address_invalid") from None
        await self._writer.run(lambda unit: add_device(unit, person, login, endpoint))

    async def unsubscribe(self, person: str, login: str) -> None:
        """Of somebody else's, nothing happens."""
        await self._writer.run(lambda unit: _remove_device(unit, person, login))

    async def test(self, person: str, login: str) -> None:
        """Raises Refused push_not_on."""
        await self._writer.run(lambda unit: _test_device(unit, person, login))

    async def start(self, *, alone: bool) -> None:
        """Where nobody may be pushed to any more there are no devices: their people get mails. `alone`: no other node
        sends, so what a process before this one had taken is due again at once."""
        if not self._outside.on:
            await self._writer.run(lambda unit: store.remove_all(unit.connection))
        elif alone:
            await self._writer.run(lambda unit: store.let_go(unit.connection, unit.now, LEASE))

    async def send_all(self) -> None:
        """Everything that is due by now."""
        while await self.send_due() == AT_ONCE:
            pass

    async def send_due(self) -> int:
        """Takes what is due, tries it once, and says how many that were."""
        if not self._outside.on:
            return 0
        now = self._clock()
        if not await self._database.read(lambda connection: store.is_due(connection, now)):
            return 0
        taken = await self._writer.run(lambda unit: store.take(unit.connection, unit.now, LEASE, AT_ONCE))
        people = {one.login: one.person for one in taken}
        hours = await self._database.read(lambda connection: self._reached(connection, people, now))
        attempts = await asyncio.gather(*(self._try(one, hours.get(one.login)) for one in taken))
        await self._writer.run(lambda unit: self._settle(unit, taken, attempts))
        return len(taken)

    async def _try(self, one: Due, hours: Hours | None) -> Attempt:
        now, sort = self._clock(), rules.SORTS[one.kind]
        if hours is None:
            return Attempt("gone", "login")
        if self._connected(one.person) and not sort.here:
            return Attempt("here")
        if now >= one.until:
            return Attempt("never", "late")
        if sort.waits and is_quiet(now, *hours):
            return Attempt("later", "quiet", after_quiet(now, *hours))
        return await self._send(one, now)

    async def _send(self, one: Due, now: int) -> Attempt:
        proof = {"Authorization": self._vapid.authorization(one.endpoint, now)}
        try:
            answer = await self._outside.post(one.endpoint, proof | rules.headers(one.kind, one.until, now))
        except Unreached as fault:
            lasting = fault.reason in ("address", "private")
            return Attempt("gone" if lasting else "later", fault.reason)
        return rules.read_answer(answer.status, answer.headers, now)

    def _settle(self, unit: UnitOfWork, taken: Sequence[Due], attempts: Sequence[Attempt]) -> None:
        for one, attempt in zip(taken, attempts, strict=True):
            self._settle_one(unit, one, attempt)
            self.ended[attempt.state] += 1
            about = {"login": one.login, "kind": one.kind, "tries": one.tries, "reason": attempt.reason}
            log.info("push %s", attempt.state, extra=about)

    def _settle_one(self, unit: UnitOfWork, one: Due, attempt: Attempt) -> None:
        connection = unit.connection
        match attempt.state:
            case "later":
                due_at = attempt.due_at or rules.next_try(one.tries, unit.now, self._chance())
                store.put_back(connection, one, due_at, tried=attempt.reason != "quiet")
                return
            case "sent":
                store.note_sent(connection, one.login, unit.now)
            case "never":
                store.note_failed(connection, one.login, unit.now)
            case "gone":
                store.remove(connection, [one.login])
        store.end(connection, one)
        if one.kind == "unread" and attempt.state in ("never", "gone") and not _arrives(connection, one.person):
            # Nobody has told them yet: the mail does.
            post.forget_told_to(connection, one.person)

    async def tidy(self) -> None:
        """Devices whose login is over are none any more."""
        found = {one.login: one.person for one in await self._database.read(store.all_devices)}
        now = self._clock()
        good = await self._database.read(lambda connection: self._reached(connection, found, now))
        if over := found.keys() - good.keys():
            await self._writer.run(lambda unit: store.remove(unit.connection, over))


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def add_device(unit: UnitOfWork, person: str, login: str, endpoint: str) -> None:
    """This browser is told from now on; nothing of what was before."""
    store.add_device(unit.connection, Device(login, person, endpoint, unit.now))
    theirs = store.devices_of(unit.connection, [person])
    store.remove(unit.connection, [one.login for one in theirs[: -rules.DEVICES]])


def _arrives(connection: Connection, person: str) -> bool:
    return any(one.failed_at is None for one in store.devices_of(connection, [person]))


def _remove_device(unit: UnitOfWork, person: str, login: str) -> None:
    if any(one.login == login for one in store.devices_of(unit.connection, [person])):
        store.remove(unit.connection, [login])


def _test_device(unit: UnitOfWork, person: str, login: str) -> None:
    if all(one.login != login for one in store.devices_of(unit.connection, [person])):
        raise Refused("push_not_on")
    ask(unit, [login], "test")


def ask(unit: UnitOfWork, logins: Collection[str], kind: Kind) -> None:
    """Goes out soon after the commit, and never without one; one for each device, however often it is asked."""
    store.add(unit.connection, logins, kind, unit.now, unit.now + rules.SORTS[kind].life)

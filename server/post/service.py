"""The post's use cases: queueing a mail in the transaction of what it tells, sending what is due, stopping a kind."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from server.clock import Clock
from server.config import Config
from server.database import Connection, Database
from server.ids import new_id
from server.post import rules, store
from server.post.letter import as_text, compose, envelope_address, filled
from server.post.model import NIGHT, Attempt, Caught, Queued, State, Template
from server.post.model import Mail as Mail
from server.post.model import Quiet as Quiet
from server.post.relay import Parcel, hand_over
from server.post.rules import Stop as Stop
from server.post.rules import is_quiet as is_quiet
from server.post.store import gone_to as gone_to
from server.post.store import quiet_of as quiet_of
from server.post.wording import Wording, joined, word
from server.unit_of_work import UnitOfWork, Writer

log = logging.getLogger("atelje.post")

AT_ONCE = 10
LEASE = 15 * rules.MINUTE
"""Longer than a batch can take, so that a mail is with one node only; and the delay when that node dies."""
FACTS_KEPT = rules.DAY
MAILS_KEPT = 30 * rules.DAY
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A mail as it is shown on this machine: `plain` is its text. `at`: when, in UTC."""

    id: str
    at: str
    to: str
    template: Template
    wording: Wording
    plain: str


class Post:
    """Built once. `key` signs the links that stop mails; `chance` gives numbers from 0 to 1."""

    def __init__(
        self,
        database: Database,
        writer: Writer[Any],
        clock: Clock,
        config: Config,
        key: bytes,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._database = database
        self._writer = writer
        self._clock = clock
        self._config = config
        self._key = key
        self._chance = chance
        self.states: Mapping[str, int] = {}
        """Mails by state, when they were counted last."""

    # ── sending ───────────────────────────────────────────────────────────────────────────────────────────────────────

    async def start(self) -> None:
        """Nobody else sends from a file of our own: what a process before this one had taken is due again at once."""
        if self._config.embedded:
            await self._writer.run(lambda unit: store.let_go(unit.connection, unit.now))

    async def send_due(self) -> int:
        """Takes what is due, tries it once, and says how many that were. Without a mail server everything waits, or is
        caught where it can be shown."""
        if not (self._config.mail_server or self._config.catches_mail):
            return 0
        now = self._clock()
        if not await self._database.read(lambda connection: store.is_due(connection, now)):
            return 0
        taken = await self._writer.run(_take)
        attempts = await self._try(taken)
        await self._writer.run(lambda unit: self._settle(unit, taken, attempts))
        return min(len(taken), AT_ONCE)

    async def _try(self, taken: Sequence[Queued]) -> list[Attempt]:
        """One attempt per mail, in order. What comes once a day is one parcel for each person."""
        attempts: dict[str, Attempt] = {}
        parcels: dict[str, Parcel] = {}
        along: dict[str, str] = {}
        good = [one for one in taken if self._is_good(one, attempts)]
        for group in _grouped(good):
            one = group[0]
            # Writing one takes milliseconds, and of an announcement there are thousands: others come between.
            await asyncio.sleep(0)
            try:
                parcels[one.id] = self._parcel(group)
                along |= {other.id: one.id for other in group}
            except Exception:
                # One that can't be written must not hold up the others, nor be tried for ever.
                log.exception("a mail could not be written", extra={"mail": one.id, "template": one.mail.template})
                attempts |= {other.id: Attempt("never", "unwritten") for other in group}
        tried = dict(zip(parcels, await self._hand_over(list(parcels.values())), strict=True))
        attempts |= {id: tried[first] for id, first in along.items()}
        return [attempts[one.id] for one in taken]

    def _is_good(self, one: Queued, attempts: dict[str, Attempt]) -> bool:
        """Whether it is to be sent; if not, `attempts` says why."""
        if rules.is_over(one.mail.template, one.created_at, self._clock()):
            attempts[one.id] = Attempt("never", "late")
        elif self._config.mail_server is not None and rules.is_nobodys(one.mail.address):
            attempts[one.id] = Attempt("never", "nobody")
        return one.id not in attempts

    def _parcel(self, group: Sequence[Queued]) -> Parcel:
        sender, one = self._config.mail_from, group[0]
        file = str(one.mail.values.get("calendar", ""))
        calendar = filled(file, self._config.url, sender.addr_spec) if file else ""
        wording = joined([self._word(other) for other in group])
        letter = compose(wording, sender, one.mail.address, one.id, one.created_at, calendar)
        return Parcel(sender.addr_spec, envelope_address(one.mail.address), letter)

    def _word(self, one: Queued) -> Wording:
        return word(one.mail, one.created_at, self._config.url, self._stop_link(one.mail))

    async def _hand_over(self, parcels: Sequence[Parcel]) -> list[Attempt]:
        server = self._config.mail_server
        if server is None or not parcels:
            return [Attempt("sent")] * len(parcels)
        return await hand_over(server, parcels)

    def _settle(self, unit: UnitOfWork, taken: Sequence[Queued], attempts: Sequence[Attempt]) -> None:
        # The same for all, so that what comes once a day still comes together.
        chance = self._chance()
        for one, attempt in zip(taken, attempts, strict=True):
            self._settle_one(unit, one, attempt, chance)

    def _settle_one(self, unit: UnitOfWork, one: Queued, attempt: Attempt, chance: float) -> None:
        about = {"mail": one.id, "template": one.mail.template, "tries": one.tries, "reason": attempt.reason}
        match attempt.state:
            case "sent" if self._config.catches_mail:
                store.catch(unit.connection, one, unit.now)
            case "sent":
                store.end(unit.connection, one, State.SENT, unit.now)
                log.info("mail sent", extra=about)
            case "later":
                quiet = (
                    store.quiet_of(unit.connection, [one.mail.person])[one.mail.person] if one.mail.person else NIGHT
                )
                due_at = rules.next_try(one.mail, one.tries, unit.now, chance, quiet)
                store.put_back(unit.connection, one, due_at, attempt.reason)
                log.warning("a mail has to wait", extra=about)
            case _:
                store.end(unit.connection, one, State.FAILED, unit.now, attempt.reason)
                log.error("a mail was given up", extra=about)

    async def send_all(self) -> None:
        """Everything that is due by now."""
        while await self.send_due() == AT_ONCE:
            pass

    async def tidy(self) -> None:
        """What nobody could send in time is given up, links of caught mails go after a day, mails after a month."""
        await self._writer.run(_tidy)

    async def count(self) -> None:
        """How many there are in which state, for who asks for figures."""
        counted = await self._database.read(store.count)
        self.states = {state: counted.get(state, 0) for state in State}

    # ── showing what was caught ───────────────────────────────────────────────────────────────────────────────────────

    async def caught(self) -> list[Shown]:
        """What would have been mailed, the newest first."""
        found = await self._database.read(lambda connection: store.caught(connection, SHOWN))
        return [self._show(one) for one in found]

    def _show(self, one: Caught) -> Shown:
        wording, mail = self._word(one.queued), one.queued.mail
        at = datetime.fromtimestamp(one.at // 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        return Shown(one.queued.id, at, mail.address, mail.template, wording, as_text(wording))

    # ── stopping a kind of mail ───────────────────────────────────────────────────────────────────────────────────────

    def _stop_link(self, mail: Mail) -> str:
        if mail.person is None or not rules.LETTERS[mail.template].gathers:
            return ""
        stop = Stop(mail.person, mail.template, mail.language)
        return f"{self._config.url}/mail/unsubscribe/{rules.sign_stop(self._key, stop)}"

    def stop_of(self, token: str) -> Stop | None:
        """What a link from a mail stops; None when it is not ours."""
        return rules.read_stop(self._key, token)

    async def unwanted(self, person: str) -> frozenset[str]:
        """The templates that the person has stopped."""
        return await self._database.read(lambda connection: store.unwanted(connection, person))

    async def wants(self, person: str, template: Template) -> bool:
        return template not in await self.unwanted(person)

    async def set_wanted(self, person: str, template: Template, *, wanted: bool) -> None:
        await self.set_wishes(person, {template: wanted})

    async def quiet(self, person: str) -> Quiet:
        """The hours in which the person is told nothing that can wait."""
        return (await self._database.read(lambda connection: store.quiet_of(connection, [person])))[person]

    async def set_quiet(self, person: str, quiet: Quiet) -> None:
        await self._writer.run(lambda unit: store.set_quiet(unit.connection, person, quiet))

    async def set_wishes(self, person: str, wishes: Mapping[Template, bool]) -> None:
        def work(unit: UnitOfWork) -> None:
            for template, wanted in wishes.items():
                store.set_wanted(unit.connection, person, template, wanted=wanted)

        await self._writer.run(work)


def _take(unit: UnitOfWork) -> list[Queued]:
    """What is due, and what else of today's is for the same people."""
    taken = store.take(unit.connection, unit.now, LEASE, AT_ONCE, rules.GATHERING)
    people = {one.mail.person for one in taken if one.mail.template in rules.DAILY and one.mail.person is not None}
    along = store.take_along(unit.connection, unit.now, LEASE, people, rules.DAILY) if people else []
    return [*taken, *along]


def _grouped(taken: Sequence[Queued]) -> list[list[Queued]]:
    """What goes out as one mail, in order."""
    groups: dict[str, list[Queued]] = {}
    for one in taken:
        daily = one.mail.template in rules.DAILY and one.mail.person is not None
        groups.setdefault(f"{one.mail.person} {one.mail.address}" if daily else one.id, []).append(one)
    return list(groups.values())


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def enqueue(unit: UnitOfWork, mail: Mail) -> str:
    """Its id. It goes out soon after the commit, and never without one; nobody waits for it.

    Raises MailIncomplete for values that do not fit the template.
    """
    return enqueue_all(unit, [mail])[0]


def enqueue_all(unit: UnitOfWork, mails: Sequence[Mail]) -> list[str]:
    """The same for many, in one statement."""
    return _enqueue(unit, mails, lambda mail, quiet: unit.now)


def enqueue_patient(unit: UnitOfWork, mails: Sequence[Mail]) -> list[str]:
    """As `enqueue_all`, but not at night where their readers are."""
    return _enqueue(unit, mails, lambda mail, quiet: rules.after_quiet(unit.now, mail.zone, quiet))


def enqueue_wanted(unit: UnitOfWork, template: Template, mails: Sequence[Mail]) -> None:
    """One template's mails for many people in a few statements: to those who want it, and not at night where they are.

    Raises MailIncomplete, as `enqueue`.
    """
    refusing = store.who_refuse(unit.connection, template, {one.person for one in mails if one.person is not None})
    wanted = [one for one in mails if one.person not in refusing]
    _enqueue(unit, wanted, lambda mail, quiet: rules.after_quiet(unit.now, mail.zone, quiet))


def _enqueue(unit: UnitOfWork, mails: Sequence[Mail], due_at: Callable[[Mail, Quiet], int]) -> list[str]:
    for one in mails:
        rules.check(one)
    quiet = store.quiet_of(unit.connection, {one.person for one in mails if one.person is not None})
    daily = {one.person for one in mails if one.person is not None and one.template in rules.DAILY}
    newest = dict(store.newest_daily(unit.connection, daily, rules.DAILY)) if daily else {}
    due = []
    for one in mails:
        hours = quiet.get(one.person or "", NIGHT)
        at = due_at(one, hours)
        if one.person in daily and one.template in rules.DAILY:
            known, waits = newest.get(one.person, (None, False))
            at = rules.next_daily(unit.now, one.zone, known, waits=waits, quiet=hours)
            newest[one.person] = (at, True)
        due.append((new_id(), replace(one, values=rules.values_kept(one.values)), at))
    store.add(unit.connection, due, unit.now)
    return [mail_id for mail_id, _, _ in due]


def call_back(unit: UnitOfWork, *about: str, but: Collection[Template] = ()) -> None:
    """Mails that tell of it and were not sent yet go out no more, but those of the templates in `but`; what is gone is
    gone."""
    store.call_back(unit.connection, about, unit.now, but)


def call_back_from(unit: UnitOfWork, told: Mapping[str, Collection[str]]) -> None:
    """The same, of what they tell of, from these people alone."""
    store.call_back_from(unit.connection, told, unit.now)


def take_back(unit: UnitOfWork, mails: store.Mails) -> None:
    """These mails go out no more, unless they did already."""
    store.take_back(unit.connection, mails, unit.now)


def taken_back(connection: Connection, mails: Collection[str]) -> frozenset[str]:
    """Which of these never went out, because they were called back."""
    return store.taken_back(connection, mails) if mails else frozenset()


@dataclass(frozen=True, slots=True)
class Unread:
    """Words in a room that a person has not read. `read`: their read marker."""

    person: str
    room: str
    read: int


def untold(connection: Connection, found: Sequence[Unread]) -> list[Unread]:
    """Those that a mail may tell of: wanted, and not told since the person has last read."""
    refusing = store.who_refuse(connection, "unread", {one.person for one in found})
    told = store.told(connection, [(one.person, one.room) for one in found])
    return [one for one in found if one.person not in refusing and told.get((one.person, one.room), -1) < one.read]


def tell_unread(unit: UnitOfWork, one: Unread) -> bool:
    """Whether it is still to be told: once for what is unread, however many nodes ask."""
    return store.tell(unit.connection, one.person, one.room, one.read)


def forget_room(unit: UnitOfWork, room: str) -> None:
    """How far people had read there when they were told of unread words."""
    store.forget_told(unit.connection, room)


def _tidy(unit: UnitOfWork) -> None:
    for template, letter in rules.LETTERS.items():
        store.give_up(unit.connection, template, unit.now - letter.life, unit.now)
    store.forget_facts(unit.connection, unit.now - FACTS_KEPT)
    store.forget(unit.connection, unit.now - MAILS_KEPT)

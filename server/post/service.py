"""The post's use cases: queueing a mail in the transaction of what it tells, sending what is due, stopping a kind."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from server.clock import Clock
from server.config import Config
from server.database import Connection, Database
from server.ids import new_id
from server.post import rules, store
from server.post.letter import as_text, compose, envelope_address
from server.post.model import Attempt, Caught, Queued, State, Template
from server.post.model import Mail as Mail
from server.post.relay import Parcel, hand_over
from server.post.rules import Stop as Stop
from server.post.rules import is_quiet as is_quiet
from server.post.wording import Wording, word
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
        taken = await self._writer.run(lambda unit: store.take(unit.connection, unit.now, LEASE, AT_ONCE))
        attempts = await self._try(taken)
        await self._writer.run(lambda unit: self._settle(unit, taken, attempts))
        return len(taken)

    async def _try(self, taken: Sequence[Queued]) -> list[Attempt]:
        """One attempt per mail, in order."""
        attempts: dict[str, Attempt] = {}
        parcels: dict[str, Parcel] = {}
        for one in taken:
            if rules.is_over(one.mail.template, one.created_at, self._clock()):
                attempts[one.id] = Attempt("never", "late")
            else:
                try:
                    parcels[one.id] = self._parcel(one)
                except Exception:
                    # One that can't be written must not hold up the others, nor be tried for ever.
                    log.exception("a mail could not be written", extra={"mail": one.id, "template": one.mail.template})
                    attempts[one.id] = Attempt("never", "unwritten")
        attempts |= dict(zip(parcels, await self._hand_over(list(parcels.values())), strict=True))
        return [attempts[one.id] for one in taken]

    def _parcel(self, one: Queued) -> Parcel:
        sender = self._config.mail_from
        letter = compose(self._word(one), sender, one.mail.address, one.id, one.created_at)
        return Parcel(sender.addr_spec, envelope_address(one.mail.address), letter)

    def _word(self, one: Queued) -> Wording:
        return word(one.mail, one.created_at, self._config.url, self._stop_link(one.mail))

    async def _hand_over(self, parcels: Sequence[Parcel]) -> list[Attempt]:
        server = self._config.mail_server
        if server is None or not parcels:
            return [Attempt("sent")] * len(parcels)
        return await hand_over(server, parcels)

    def _settle(self, unit: UnitOfWork, taken: Sequence[Queued], attempts: Sequence[Attempt]) -> None:
        for one, attempt in zip(taken, attempts, strict=True):
            self._settle_one(unit, one, attempt)

    def _settle_one(self, unit: UnitOfWork, one: Queued, attempt: Attempt) -> None:
        about = {"mail": one.id, "template": one.mail.template, "tries": one.tries, "reason": attempt.reason}
        match attempt.state:
            case "sent" if self._config.catches_mail:
                store.catch(unit.connection, one, unit.now)
            case "sent":
                store.end(unit.connection, one, State.SENT, unit.now)
                log.info("mail sent", extra=about)
            case "later":
                due_at = rules.next_try(one.mail, one.tries, unit.now, self._chance())
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

    async def wants(self, person: str, template: Template) -> bool:
        unwanted = await self._database.read(lambda connection: store.unwanted(connection, person))
        return template not in unwanted

    async def set_wanted(self, person: str, template: Template, *, wanted: bool) -> None:
        await self._writer.run(lambda unit: store.set_wanted(unit.connection, person, template, wanted=wanted))


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def enqueue(unit: UnitOfWork, mail: Mail) -> str:
    """Its id. It goes out soon after the commit, and never without one; nobody waits for it.

    Raises MailIncomplete for values that do not fit the template.
    """
    rules.check(mail)
    mail_id = new_id()
    store.add(unit.connection, mail_id, replace(mail, values=rules.values_kept(mail.values)), unit.now)
    return mail_id


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


def tell_unread(unit: UnitOfWork, one: Unread, mail: Mail) -> None:
    """Queues the mail, once for what is unread, however many nodes ask."""
    if store.tell(unit.connection, one.person, one.room, one.read):
        enqueue(unit, mail)


def _tidy(unit: UnitOfWork) -> None:
    for template, letter in rules.LETTERS.items():
        store.give_up(unit.connection, template, unit.now - letter.life, unit.now)
    store.forget_facts(unit.connection, unit.now - FACTS_KEPT)
    store.forget(unit.connection, unit.now - MAILS_KEPT)

"""Signing in and out, who a token stands for, the first person of an empty server; and the accounts' other stories."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from server.accounts import store
from server.accounts.audit import audit
from server.accounts.expecting import Expected as Expected
from server.accounts.expecting import known_by_email as known_by_email
from server.accounts.ground import Leads, MayHold, lay_ground, leads_nothing, may_hold_all, sends_nothing
from server.accounts.invitations import Invitations
from server.accounts.invitations import comers as comers
from server.accounts.links import Links
from server.accounts.logins import LOGINS_KEPT as LOGINS_KEPT
from server.accounts.logins import Logins, end_login, new_login, there
from server.accounts.logins import end_logins as end_logins
from server.accounts.model import Comer as Comer
from server.accounts.model import Credentials, Login, Send
from server.accounts.model import Known as Known
from server.accounts.model import Letter as Letter
from server.accounts.model import NewPerson as NewPerson
from server.accounts.model import Reader as Reader
from server.accounts.model import Renewed as Renewed
from server.accounts.model import SignedIn as SignedIn
from server.accounts.model import Visitor as Visitor
from server.accounts.own import Own
from server.accounts.passwords import Passwords, costs_of
from server.accounts.people import add_people as add_people
from server.accounts.people import disable as disable
from server.accounts.rules import (
    SEEN_EVERY,
    SET_UP_LIFE,
    clean_email,
    clean_language,
    clean_name,
    expiry,
    fold_email,
    is_email,
)
from server.accounts.second_factor import SecondFactor, check_code
from server.accounts.store import good_logins as good_logins
from server.accounts.store import keepers as keepers
from server.accounts.store import language_of as language_of
from server.accounts.store import logins_ended_since as logins_ended_since
from server.accounts.store import names_of as names_of
from server.accounts.store import people_exist as people_exist
from server.accounts.store import person_exists as person_exists
from server.accounts.store import readers as readers
from server.accounts.tokens import (
    digest_of,
    is_connection_token,
    new_mark,
    new_token,
    read_connection_token,
    read_mark,
    sign_connection_token,
    token_hash,
)
from server.clock import Clock
from server.config import Config
from server.contract.accounts import SetUp, SignIn
from server.contract.views import Me, Preferences
from server.database import Database, StorageError
from server.errors import Refused
from server.ids import new_id
from server.unit_of_work import Outcome, UnitOfWork, Writer

COSTS_SEEN = 1_000
"""Password hashes that are looked at for what they cost."""
TRIES = 2
"""A password may be hashed anew, by another sign-in, between the check of it and its login."""


class Accounts:
    """Built once, with the parts of it that have a story of their own. `key` is the installation's: it signs and
    seals. `send` puts letters into the post, `leads` knows who runs a programme, `may_hold`
    whose way in they may hold; `now` counts seconds for limits."""

    def __init__(
        self,
        database: Database,
        writer: Writer[Any],
        passwords: Passwords,
        clock: Clock,
        config: Config,
        key: bytes,
        now: Callable[[], float] = time.monotonic,
        *,
        send: Send = sends_nothing,
        leads: Leads = leads_nothing,
        may_hold: MayHold = may_hold_all,
    ) -> None:
        ground = lay_ground(database, writer, passwords, clock, config, key, now, send, leads, may_hold)
        self._ground = ground
        self._database = database
        self._writer = writer
        self._passwords = passwords
        self._clock = clock
        self._key = key
        self.secure = config.secure
        self.links = Links(ground)
        self.logins = Logins(ground)
        self.invitations = Invitations(ground)
        self.own = Own(ground)
        self.second_factor = SecondFactor(ground)

    @property
    def cookie(self) -> str:
        """Its name. Browsers take the prefix only with Secure, which they refuse over http."""
        return "__Host-atelje" if self.secure else "atelje"

    @property
    def mark_cookie(self) -> str:
        return f"{self.cookie}-mark"

    # ── signing in and out ────────────────────────────────────────────────────────────────────────────────────────────

    async def sign_in(self, given: SignIn, address: str, label: str, replaced: str = "", mark: str = "") -> SignedIn:
        """`address` is the visitor's, `label` names their browser, `replaced` is the token that it had until now: that
        login ends, so that of two people at one browser only the last is signed in. `mark`: what the browser keeps of
        who came in by it.

        Raises Refused sign_in_failed, too_many_attempts, code_required, code_wrong.
        """
        email_key = fold_email(given.email)
        attempt = self._ground.attempts.begin(email_key, address, read_mark(self._key, email_key, mark))
        try:
            signed_in = await self._sign_in(email_key, given, address, label, replaced)
        except (Refused, *StorageError):
            self._ground.attempts.not_tried(attempt)
            raise
        if signed_in is None:
            audit("sign_in", "sign_in_failed")
            raise Refused("sign_in_failed")
        self._ground.attempts.succeeded(attempt)
        audit("sign_in", person=signed_in.me.id)
        return signed_in

    async def _sign_in(self, email_key: str, given: SignIn, address: str, label: str, replaced: str) -> SignedIn | None:
        """None when they don't fit."""
        for _ in range(TRIES):
            known = await self._check(email_key, given.password)
            if known is None:
                return None
            renewed = await self._renewed_hash(known.password_hash, given.password)
            work = partial(self._begin, known=known, renewed=renewed, given=given, label=label, replaced=replaced)
            try:
                signed_in = await self._ground.run_with_code(known.person, given.code, address, work)
            except Refused as refused:
                audit("sign_in", refused.code, person=known.person)
                raise
            if signed_in is not None:
                return signed_in
        return None

    def _begin(
        self, unit: UnitOfWork, *, known: Credentials, renewed: str | None, given: SignIn, label: str, replaced: str
    ) -> SignedIn | None:
        """None when the password was changed, or the person disabled, while it was checked."""
        if not store.still_good(unit.connection, known):
            return None
        if renewed is not None:
            store.set_password_hash(unit.connection, known.person, renewed)
        check_code(unit, self._ground.seal, known.person, given.code)
        end_login(unit, replaced)
        return new_login(unit, self._ground, known.person, label, stay=given.stay)

    async def _check(self, email_key: str, password: str) -> Credentials | None:
        # An address that cannot be one may hold what a database cannot take, and nobody has the empty one.
        key = email_key if is_email(email_key) else ""
        known = await self._database.read(lambda connection: store.credentials(connection, key))
        usable = known if self._ground.lets_in(known) else None
        stored = None if usable is None else usable.password_hash
        return usable if await self._passwords.verify(stored, password, key) else None

    async def imitate_costs(self) -> None:
        """Once at the start, and now and then: nobody's address takes as long to check as somebody's does."""
        stored = await self._database.read(lambda connection: store.some_password_hashes(connection, COSTS_SEEN))
        self._passwords.imitate([costs_of(one) for one in stored])

    async def _renewed_hash(self, stored: str | None, password: str) -> str | None:
        """With today's costs; None where the stored one has them."""
        outdated = stored is not None and self._passwords.is_outdated(stored)
        return await self._passwords.hash(password) if outdated else None

    def mark(self, me: Me) -> str:
        """For the browser by which this person has come in."""
        return new_mark(self._key, fold_email(me.email))

    async def sign_out(self, token: str) -> None:
        """Ends the login and closes what is open for it. A token that stands for nothing is signed out already, and
        whoever sends such has nobody write anything."""
        digest = token_hash(token)
        if digest is None:
            return
        now = self._clock()
        if await self._database.look_up(lambda c: store.login_by_token(c, digest, now)) is not None:
            await self._writer.run(lambda unit: end_login(unit, token))

    # ── who is this ───────────────────────────────────────────────────────────────────────────────────────────────────

    async def who(self, token: str) -> Visitor | None:
        """Whom a cookie's token stands for now."""
        digest = token_hash(token)
        if digest is None:
            return None
        now = self._clock()
        return self._seen(await self._database.look_up(lambda c: store.login_by_token(c, digest, now)), now)

    def connection_token(self, visitor: Visitor) -> str:
        """Good for five minutes, and only as long as the login is."""
        return sign_connection_token(self._key, visitor.login, self._clock())

    async def who_by_connection_token(self, token: str) -> Visitor | None:
        now = self._clock()
        login = read_connection_token(self._key, token, now)
        if login is None:
            return None
        return self._seen(await self._database.look_up(lambda c: store.login_by_id(c, login, now)), now)

    async def again(self, login: str) -> Visitor | None:
        """Whom a login stands for by now, which is no use of it."""
        now = self._clock()
        found = await self._database.look_up(lambda c: store.login_by_id(c, login, now))
        return None if found is None else Visitor(found.person, found.id, found.expires_at / 1000)

    def issued(self, connection_token: str) -> bool:
        """Whether it is one of ours, good or not any more: then a client may ask for another one."""
        return is_connection_token(self._key, connection_token)

    def _seen(self, login: Login | None, now: int) -> Visitor | None:
        if login is None or (login.demo and not self._ground.demo):
            return None
        expires_at = login.expires_at
        if now - login.seen_at >= SEEN_EVERY:
            expires_at = expiry(now, login.idle, login.ends_at)
            moved = expires_at
            # Nobody waits for it: if it fails, the next request tries again.
            self._writer.submit(lambda unit: store.see_login(unit.connection, login.id, now, moved), _ignore)
        return Visitor(login.person, login.id, expires_at / 1000)

    async def me(self, person: str) -> Me:
        """Raises Refused sign_in_required when there is no such person any more."""
        return there(await self._database.read(lambda connection: store.me(connection, person)))

    async def set_preferences(self, person: str, wanted: Preferences) -> Me:
        """Raises Refused language_unknown, zone_unknown."""
        language, zone = clean_language(wanted.language), self._ground.clean_zone(wanted.zone)
        return await self._writer.run(lambda unit: _set_preferences(unit, person, language, zone))

    # ── the first person ──────────────────────────────────────────────────────────────────────────────────────────────

    async def make_set_up_link(self) -> str:
        """The token of a link that makes the first person, once, within a week; earlier links end.

        Raises Refused set_up_closed when there are people.
        """
        return await self._writer.run(_make_set_up_link)

    async def set_up(self, wanted: SetUp, label: str) -> SignedIn:
        """Raises Refused set_up_closed, name_invalid, email_invalid, password_…, language_unknown, zone_unknown."""
        digest = token_hash(wanted.token)
        since = self._clock() - SET_UP_LIFE
        if digest is None or not await self._database.read(lambda c: store.is_set_up_open(c, digest, since)):
            raise Refused("set_up_closed")
        name, email = clean_name(wanted.name), clean_email(wanted.email)
        language, zone = clean_language(wanted.language), self._ground.clean_zone(wanted.zone)
        self._ground.check_password(wanted.password, of=(name, email))
        password_hash = await self._passwords.hash(wanted.password)
        first = NewPerson(new_id(), name, email, language, zone, password_hash, keeper=True)

        def work(unit: UnitOfWork) -> SignedIn:
            _set_up(unit, digest, first)
            return new_login(unit, self._ground, first.id, label, stay=wanted.stay)

        signed_in = await self._writer.run(work)
        audit("set_up", person=first.id)
        return signed_in

    def close(self) -> None:
        self._passwords.close()


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _set_preferences(unit: UnitOfWork, person: str, language: str, zone: str) -> Me:
    store.set_preferences(unit.connection, person, language, zone)
    unit.tell(person, "preferences_changed")
    return there(store.me(unit.connection, person))


def _make_set_up_link(unit: UnitOfWork) -> str:
    if store.people_exist(unit.connection):
        raise Refused("set_up_closed")
    token = new_token()
    store.replace_set_up_links(unit.connection, digest_of(token), unit.now)
    return token


def _set_up(unit: UnitOfWork, digest: bytes, first: NewPerson) -> None:
    if not store.use_set_up_links(unit.connection, digest, unit.now - SET_UP_LIFE, unit.now):
        raise Refused("set_up_closed")
    add_people(unit, [first])


def _ignore(_outcome: Outcome) -> None: ...

"""The accounts' use cases: signing in and out, who a token stands for, the first person of an empty server."""

from __future__ import annotations

import logging
import time
import zoneinfo
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from server.accounts import store
from server.accounts.attempts import Attempts
from server.accounts.model import Credentials, Login, NewLogin
from server.accounts.model import NewPerson as NewPerson
from server.accounts.model import SignedIn as SignedIn
from server.accounts.model import Visitor as Visitor
from server.accounts.passwords import Passwords, common_passwords
from server.accounts.rules import (
    DAY,
    LINK_LIFE,
    SEEN_EVERY,
    check_password,
    clean_email,
    clean_language,
    clean_name,
    clean_zone,
    expiry,
    fold_email,
    is_email,
)
from server.accounts.store import logins_ended_since as logins_ended_since
from server.accounts.store import names_of as names_of
from server.accounts.store import people_exist as people_exist
from server.accounts.store import person_exists as person_exists
from server.accounts.tokens import (
    is_connection_token,
    new_token,
    read_connection_token,
    sign_connection_token,
    token_hash,
)
from server.clock import Clock
from server.config import Config
from server.contract.accounts import SetUp
from server.contract.views import Me, Preferences
from server.database import Database, StorageError
from server.errors import Refused
from server.ids import new_id
from server.publication import LoginsEnded
from server.unit_of_work import Outcome, UnitOfWork, Writer

log = logging.getLogger("atelje.accounts")

LOGINS_KEPT = 100
"""Of one person; the one unused for longest ends when there are more."""
TRIES = 2
"""A password may be hashed anew, by another sign-in, between the check of it and its login."""
LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))


class Accounts:
    """Built once. `token_key` signs connection tokens; `now` counts seconds for the limits on attempts."""

    def __init__(
        self,
        database: Database,
        writer: Writer[Any],
        passwords: Passwords,
        clock: Clock,
        config: Config,
        token_key: bytes,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._database = database
        self._writer = writer
        self._passwords = passwords
        self._clock = clock
        self._token_key = token_key
        self._attempts = Attempts(now, limited=config.limits)
        # The demo's password is public. Behind a proxy the server is on loopback too, but its address is not.
        self._demo = config.loopback and urlsplit(config.url).hostname in LOOPBACK
        self._common = common_passwords()
        self._zones = frozenset(zoneinfo.available_timezones() - {"Factory", "localtime", "posixrules"})
        self.secure = config.secure

    @property
    def cookie(self) -> str:
        """Its name. Browsers take the prefix only with Secure, which they refuse over http."""
        return "__Host-atelje" if self.secure else "atelje"

    # ── signing in and out ────────────────────────────────────────────────────────────────────────────────────────────

    async def sign_in(self, email: str, password: str, address: str, label: str, replaced: str = "") -> SignedIn:
        """`address` is the visitor's, `label` names their browser, `replaced` is the token that it had until now: that
        login ends, so that of two people at one browser only the last is signed in.

        Raises Refused sign_in_failed, too_many_attempts.
        """
        email_key = fold_email(email)
        attempt = self._attempts.begin(email_key, address)
        try:
            signed_in = await self._sign_in(email_key, password, label, replaced)
        except (Refused, *StorageError):
            self._attempts.not_tried(attempt)
            raise
        if signed_in is None:
            log.info("sign-in failed")
            raise Refused("sign_in_failed")
        self._attempts.succeeded(attempt)
        log.info("signed in", extra={"person": signed_in.me.id, "login": signed_in.login})
        return signed_in

    async def _sign_in(self, email_key: str, password: str, label: str, replaced: str) -> SignedIn | None:
        """None when they don't fit."""
        for _ in range(TRIES):
            known = await self._check(email_key, password)
            if known is None:
                return None
            renewed = await self._renewed_hash(known.password_hash, password)
            work = partial(_sign_in, known=known, renewed=renewed, label=label, replaced=replaced)
            signed_in = await self._writer.run(work)
            if signed_in is not None:
                return signed_in
        return None

    async def _check(self, email_key: str, password: str) -> Credentials | None:
        # An address that cannot be one may hold what a database cannot take, and nobody has the empty one.
        key = email_key if is_email(email_key) else ""
        known = await self._database.read(lambda connection: store.credentials(connection, key))
        usable = known if known is not None and known.active and (self._demo or not known.demo) else None
        stored = None if usable is None else usable.password_hash
        return usable if await self._passwords.verify(stored, password) else None

    async def _renewed_hash(self, stored: str | None, password: str) -> str | None:
        """With today's costs; None where the stored one has them."""
        outdated = stored is not None and self._passwords.is_outdated(stored)
        return await self._passwords.hash(password) if outdated else None

    async def sign_out(self, token: str) -> None:
        """Ends the login and closes what is open for it. A token that stands for nothing is signed out already."""
        await self._writer.run(lambda unit: _end_login(unit, token))

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
        return sign_connection_token(self._token_key, visitor.login, self._clock())

    async def who_by_connection_token(self, token: str) -> Visitor | None:
        now = self._clock()
        login = read_connection_token(self._token_key, token, now)
        if login is None:
            return None
        return self._seen(await self._database.look_up(lambda c: store.login_by_id(c, login, now)), now)

    def issued(self, connection_token: str) -> bool:
        """Whether it is one of ours, good or not any more: then a client may ask for another one."""
        return is_connection_token(self._token_key, connection_token)

    def _seen(self, login: Login | None, now: int) -> Visitor | None:
        if login is None or (login.demo and not self._demo):
            return None
        expires_at = login.expires_at
        if now - login.seen_at >= SEEN_EVERY:
            expires_at = expiry(login.created_at, now)
            moved = expires_at
            # Nobody waits for it: if it fails, the next request tries again.
            self._writer.submit(lambda unit: store.see_login(unit.connection, login.id, now, moved), _ignore)
        return Visitor(login.person, login.id, expires_at / 1000)

    async def me(self, person: str) -> Me:
        """Raises Refused sign_in_required when there is no such person any more."""
        return _there(await self._database.read(lambda connection: store.me(connection, person)))

    async def set_preferences(self, person: str, wanted: Preferences) -> Me:
        """Raises Refused language_unknown, zone_unknown."""
        language, zone = clean_language(wanted.language), clean_zone(wanted.zone, self._zones)
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
        since = self._clock() - LINK_LIFE
        if digest is None or not await self._database.read(lambda c: store.is_set_up_open(c, digest, since)):
            raise Refused("set_up_closed")
        name, email = clean_name(wanted.name), clean_email(wanted.email)
        language, zone = clean_language(wanted.language), clean_zone(wanted.zone, self._zones)
        check_password(wanted.password, self._common, of=(name, email))
        password_hash = await self._passwords.hash(wanted.password)
        first = NewPerson(new_id(), name, email, language, zone, password_hash)
        return await self._writer.run(lambda unit: _set_up(unit, digest, first, label))

    def close(self) -> None:
        self._passwords.close()


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def add_people(unit: UnitOfWork, people: Iterable[NewPerson]) -> None:
    """For what comes from our own hands: a first person, the demo, a programme for load tests. Zones are not checked.

    Raises Refused email_invalid, name_invalid, language_unknown.
    """
    store.add_people(unit.connection, [(_cleaned(new), fold_email(new.email)) for new in people], unit.now)


def _cleaned(new: NewPerson) -> NewPerson:
    return NewPerson(
        id=new.id,
        name=clean_name(new.name),
        email=clean_email(new.email),
        language=clean_language(new.language),
        zone=new.zone,
        password_hash=new.password_hash,
        demo=new.demo,
    )


def end_logins(unit: UnitOfWork, person: str) -> None:
    """Signs a person out everywhere; their open connections close."""
    _announce_ended(unit, store.end_logins(unit.connection, person, unit.now))


def disable(unit: UnitOfWork, person: str) -> None:
    """The person cannot sign in any more, and is signed out everywhere. Their words and their name stay."""
    store.disable(unit.connection, person)
    end_logins(unit, person)


def _sign_in(
    unit: UnitOfWork, *, known: Credentials, renewed: str | None, label: str, replaced: str
) -> SignedIn | None:
    """None when the password was changed, or the person disabled, while it was checked."""
    if not store.still_good(unit.connection, known):
        return None
    if renewed is not None:
        store.set_password_hash(unit.connection, known.person, renewed)
    _end_login(unit, replaced)
    return _new_login(unit, known.person, label)


def _new_login(unit: UnitOfWork, person: str, label: str) -> SignedIn:
    token, now = new_token(), unit.now
    digest = token_hash(token)
    assert digest is not None
    login = NewLogin(new_id(), digest, person, label, now, expiry(now, now))
    store.forget_logins(unit.connection, person, now - DAY)
    store.add_login(unit.connection, login)
    _announce_ended(unit, store.end_surplus_logins(unit.connection, person, LOGINS_KEPT, now))
    return SignedIn(token, login.id, _there(store.me(unit.connection, person)))


def _end_login(unit: UnitOfWork, token: str) -> None:
    digest = token_hash(token)
    if digest is not None:
        _announce_ended(unit, store.end_login(unit.connection, digest, unit.now))


def _announce_ended(unit: UnitOfWork, logins: Sequence[str]) -> None:
    if logins:
        unit.announce(LoginsEnded(tuple(logins)))


def _set_preferences(unit: UnitOfWork, person: str, language: str, zone: str) -> Me:
    store.set_preferences(unit.connection, person, language, zone)
    return _there(store.me(unit.connection, person))


def _make_set_up_link(unit: UnitOfWork) -> str:
    if store.people_exist(unit.connection):
        raise Refused("set_up_closed")
    token = new_token()
    digest = token_hash(token)
    assert digest is not None
    store.replace_set_up_links(unit.connection, digest, unit.now)
    return token


def _set_up(unit: UnitOfWork, digest: bytes, first: NewPerson, label: str) -> SignedIn:
    if not store.use_set_up_links(unit.connection, digest, unit.now - LINK_LIFE, unit.now):
        raise Refused("set_up_closed")
    add_people(unit, [first])
    return _new_login(unit, first.id, label)


def _there(me: Me | None) -> Me:
    if me is None:
        raise Refused("sign_in_required")
    return me


def _ignore(_outcome: Outcome) -> None: ...

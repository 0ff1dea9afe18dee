"""Logins: begun, renewed, listed and ended. Whatever ends one closes what is open for it, on every node."""

from __future__ import annotations

from collections.abc import Sequence

from server.accounts import store
from server.accounts.audit import audited
from server.accounts.ground import Ground
from server.accounts.invitations import may_invite
from server.accounts.model import NewLogin, Renewed, SignedIn, Visitor
from server.accounts.rules import DAY, span_of
from server.accounts.tokens import digest_of, new_token, token_hash
from server.contract.accounts import MyLogin, MyLogins
from server.contract.views import Me
from server.errors import Refused
from server.ids import new_id
from server.publication import LoginsEnded
from server.unit_of_work import UnitOfWork

LOGINS_KEPT = 100
"""Of one person; the one unused for longest ends when there are more."""


class Logins:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def mine(self, who: Visitor) -> MyLogins:
        now = self._ground.clock()
        logins = await self._ground.database.read(lambda c: store.logins_of(c, who.person, now))
        return MyLogins(
            tuple(
                MyLogin(
                    id=one.id,
                    label=one.label,
                    created_at=one.created_at,
                    seen_at=one.seen_at,
                    expires_at=one.expires_at,
                    stay=one.stay,
                    this=one.id == who.login,
                )
                for one in logins
            )
        )

    async def end(self, who: Visitor, login: str) -> None:
        """Raises Refused not_found."""
        with audited("login.end", who.person):
            await self._ground.writer.run(lambda unit: _end_own(unit, who.person, login))

    async def end_others(self, who: Visitor) -> None:
        with audited("login.end_others", who.person):
            await self._ground.writer.run(lambda unit: end_logins(unit, who.person, but=who.login))


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def new_login(unit: UnitOfWork, ground: Ground, person: str, label: str, *, stay: bool) -> SignedIn:
    token, now = new_token(), unit.now
    span = span_of(stay=stay, invites=may_invite(unit.connection, ground, person))
    login = NewLogin(new_id(), digest_of(token), person, label, now, stay, span.idle, now + span.life)
    store.forget_logins(unit.connection, person, now - DAY)
    store.add_login(unit.connection, login)
    announce_ended(unit, store.end_surplus_logins(unit.connection, person, LOGINS_KEPT, now))
    unit.tell(person, "logins_changed")
    return SignedIn(token, login.id, there(store.me(unit.connection, person)), span.life // 1000)


def renew_token(unit: UnitOfWork, who: Visitor) -> Renewed:
    """The login goes on under another id and token: whoever proves anew who they are is safe from an old copy of the
    cookie, and from what was opened by it.

    Raises Refused sign_in_required.
    """
    token = new_token()
    ends_at = store.renew_login(unit.connection, who.login, new_id(), digest_of(token), unit.now)
    if ends_at is None:
        raise Refused("sign_in_required")
    unit.announce(LoginsEnded((who.login,), renewed=True))
    unit.tell(who.person, "logins_changed")
    return Renewed(token, max(0, ends_at - unit.now) // 1000)


def end_login(unit: UnitOfWork, token: str) -> None:
    digest = token_hash(token)
    if digest is not None:
        announce_ended(unit, store.end_login(unit.connection, digest, unit.now))


def end_logins(unit: UnitOfWork, person: str, *, but: str = "") -> None:
    """Signs a person out everywhere, or everywhere else; their open connections close."""
    announce_ended(unit, store.end_logins(unit.connection, person, unit.now, but=but))


def _end_own(unit: UnitOfWork, person: str, login: str) -> None:
    ended = store.end_login_of(unit.connection, person, login, unit.now)
    if not ended:
        raise Refused("not_found")
    announce_ended(unit, ended)


def announce_ended(unit: UnitOfWork, logins: Sequence[str]) -> None:
    if logins:
        unit.announce(LoginsEnded(tuple(logins)))
        for person in store.people_of_logins(unit.connection, logins):
            unit.tell(person, "logins_changed")


def there(me: Me | None) -> Me:
    """Raises Refused sign_in_required."""
    if me is None:
        raise Refused("sign_in_required")
    return me

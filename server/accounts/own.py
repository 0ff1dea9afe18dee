"""A person's own password and address."""

from __future__ import annotations

from server.accounts import store
from server.accounts.audit import audited
from server.accounts.ground import Ground
from server.accounts.invitations import may_invite
from server.accounts.letters import keep_link, mail_link
from server.accounts.links import set_password
from server.accounts.logins import end_logins, renew_token
from server.accounts.model import Addressee, Renewed, Visitor
from server.accounts.reauthentication import prove, proven, reauthenticated
from server.accounts.rules import clean_email, fold_email
from server.contract.accounts import ChangeAddress, ChangePassword, MyAccount
from server.database import Connection
from server.errors import Refused
from server.unit_of_work import UnitOfWork


class Own:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def account(self, person: str) -> MyAccount:
        """Raises Refused sign_in_required."""
        now = self._ground.clock()
        return await self._ground.database.read(lambda c: _account(c, self._ground, person, now))

    async def change_password(self, who: Visitor, wanted: ChangePassword, address: str) -> Renewed:
        """Raises Refused password_…, and what `reauthenticated` raises."""
        me = await self._ground.database.read(lambda c: _addressee(c, who.person))
        self._ground.check_password(wanted.password, of=(me.name, me.email))

        def work(unit: UnitOfWork, password_hash: str) -> Renewed:
            set_password(unit, self._ground, who.person, password_hash)
            if wanted.end_others:
                end_logins(unit, who.person, but=who.login)
            return renew_token(unit, who)

        with audited("password.change", who.person):
            known = await prove(self._ground, who, wanted.current, address)
            password_hash = await self._ground.passwords.hash(wanted.password)
            return await self._ground.writer.run(proven(known, lambda unit: work(unit, password_hash)))

    async def change_address(self, who: Visitor, wanted: ChangeAddress, address: str) -> Renewed:
        """Mails a link to the new address, unless somebody has it: that is not told. Raises Refused email_invalid,
        too_many_attempts, and what `reauthenticated` raises."""
        email = clean_email(wanted.email)

        def work(unit: UnitOfWork) -> Renewed:
            _mail_confirmation(unit, self._ground, who.person, email)
            return renew_token(unit, who)

        with audited("address.ask", who.person):
            self._ground.addresses.take(who.person)
            self._ground.mails.begin(fold_email(email), address)
            return await reauthenticated(self._ground, who, wanted.password, address, work)


def _account(connection: Connection, ground: Ground, person: str, now: int) -> MyAccount:
    known = store.credentials_of(connection, person)
    if known is None:
        raise Refused("sign_in_required")
    return MyAccount(
        password=known.password_hash is not None,
        pending_email=store.waiting_email(connection, person, now),
        second_factor=store.second_factor_secret(connection, person, confirmed=True) is not None,
        recovery_codes=store.recovery_codes_left(connection, person),
        invites=may_invite(connection, ground, person),
    )


def _addressee(connection: Connection, person: str) -> Addressee:
    found = store.addressee(connection, person)
    if found is None:
        raise Refused("sign_in_required")
    return found


def _mail_confirmation(unit: UnitOfWork, ground: Ground, person: str, email: str) -> None:
    """It waits to be confirmed in any case: that it does not would tell who has it. Nobody gets a link that would take
    it from them."""
    me = _addressee(unit.connection, person)
    to = Addressee(person, me.name, email, me.language, me.zone)
    if store.find(unit.connection, fold_email(email)) is None:
        mail_link(unit, ground, "address", to)
    else:
        keep_link(unit, "address", to)

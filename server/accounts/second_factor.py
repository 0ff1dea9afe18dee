"""The second step of signing in, for who wants it: offered, confirmed, checked, ended."""

from __future__ import annotations

from server.accounts import store
from server.accounts.audit import audited
from server.accounts.codes import (
    fold_code,
    matching_step,
    new_recovery_codes,
    new_secret,
    otpauth,
    qr_picture,
    recovery_hash,
)
from server.accounts.ground import Ground
from server.accounts.letters import tell_person
from server.accounts.logins import renew_token
from server.accounts.model import Renewed, Visitor
from server.accounts.reauthentication import reauthenticated
from server.accounts.seal import Seal
from server.contract.accounts import Code, Reauthentication, RecoveryCodes, SecondFactorOffer
from server.errors import Refused
from server.unit_of_work import UnitOfWork


class SecondFactor:
    """What changes it asks anew who the person is, and gives the login another token."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def offer(self, who: Visitor, proof: Reauthentication, address: str) -> tuple[SecondFactorOffer, Renewed]:
        """Raises Refused second_factor_is_on, and what `reauthenticated` raises."""
        ground, secret = self._ground, new_secret()

        def work(unit: UnitOfWork) -> tuple[str, Renewed]:
            if is_on(unit, who.person):
                raise Refused("second_factor_is_on")
            store.offer_second_factor(unit.connection, who.person, ground.seal.close(secret, who.person))
            return _email(unit, who.person), renew_token(unit, who)

        with audited("second_factor.offer", who.person):
            email, renewed = await reauthenticated(ground, who, proof.password, address, work)
        uri = otpauth(secret, email)
        return SecondFactorOffer(secret=secret, uri=uri, qr=qr_picture(uri)), renewed

    async def confirm(self, who: Visitor, given: Code, address: str) -> RecoveryCodes:
        """From now on a code is asked for. Raises Refused second_factor_is_off without an offer, code_wrong."""

        def work(unit: UnitOfWork) -> RecoveryCodes:
            _confirm(unit, self._ground.seal, who.person, given.code)
            tell_person(unit, self._ground, "second_factor_changed", who.person)
            return _new_codes(unit, who.person)

        with audited("second_factor.confirm", who.person):
            return await self._ground.run_with_code(who.person, given.code or " ", address, work)

    async def renew_codes(self, who: Visitor, proof: Reauthentication, address: str) -> tuple[RecoveryCodes, Renewed]:
        """Raises Refused second_factor_is_off, and what `reauthenticated` and `check_code` raise."""

        def work(unit: UnitOfWork) -> tuple[RecoveryCodes, Renewed]:
            self._check_on(unit, who.person, proof.code)
            tell_person(unit, self._ground, "second_factor_changed", who.person)
            return _new_codes(unit, who.person), renew_token(unit, who)

        with audited("second_factor.codes", who.person):
            return await reauthenticated(self._ground, who, proof.password, address, work, proof.code)

    async def end(self, who: Visitor, proof: Reauthentication, address: str) -> Renewed:
        """Raises as `renew_codes`."""

        def work(unit: UnitOfWork) -> Renewed:
            self._check_on(unit, who.person, proof.code)
            store.end_second_factor(unit.connection, who.person)
            tell_person(unit, self._ground, "second_factor_changed", who.person)
            return renew_token(unit, who)

        with audited("second_factor.end", who.person):
            return await reauthenticated(self._ground, who, proof.password, address, work, proof.code)

    def _check_on(self, unit: UnitOfWork, person: str, code: str | None) -> None:
        if not is_on(unit, person):
            raise Refused("second_factor_is_off")
        check_code(unit, self._ground.seal, person, code)


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def is_on(unit: UnitOfWork, person: str) -> bool:
    return store.second_factor_secret(unit.connection, person, confirmed=True) is not None


def check_code(unit: UnitOfWork, seal: Seal, person: str, code: str | None) -> None:
    """Uses up the code, if the person's second step is on. Raises Refused code_required, code_wrong."""
    sealed = store.second_factor_secret(unit.connection, person, confirmed=True)
    if sealed is None:
        return
    if not code:
        raise Refused("code_required")
    folded = fold_code(code)
    step = matching_step(seal.open(sealed, person), folded, unit.now)
    if step is not None and store.use_step(unit.connection, person, step):
        return
    if not store.use_recovery_code(unit.connection, person, recovery_hash(folded)):
        raise Refused("code_wrong")


def _confirm(unit: UnitOfWork, seal: Seal, person: str, code: str) -> None:
    sealed = store.second_factor_secret(unit.connection, person, confirmed=False)
    if sealed is None:
        raise Refused("second_factor_is_off")
    step = matching_step(seal.open(sealed, person), fold_code(code), unit.now)
    if step is None or not store.use_step(unit.connection, person, step):
        raise Refused("code_wrong")
    store.confirm_second_factor(unit.connection, person, unit.now)


def _new_codes(unit: UnitOfWork, person: str) -> RecoveryCodes:
    codes = new_recovery_codes()
    store.replace_recovery_codes(unit.connection, person, [recovery_hash(fold_code(code)) for code in codes])
    return RecoveryCodes(codes)


def _email(unit: UnitOfWork, person: str) -> str:
    found = store.addressee(unit.connection, person)
    if found is None:
        raise Refused("sign_in_required")
    return found.email

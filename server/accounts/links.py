"""What a mailed link does: bring a person in, give them a new password, move their address."""

from __future__ import annotations

from server.accounts import store
from server.accounts.audit import audit, audited
from server.accounts.ground import Ground
from server.accounts.letters import mail_link, tell, tell_person
from server.accounts.logins import end_login, end_logins, new_login
from server.accounts.model import Addressee, Link, SignedIn
from server.accounts.rules import clean_language, clean_name, fold_email, is_email, masked
from server.accounts.second_factor import check_code
from server.accounts.tokens import token_hash
from server.addresses import network_of
from server.contract.accounts import AcceptInvitation, LinkFacts, Purpose, ResetPassword, UseSignInLink
from server.database import Connection
from server.errors import Refused
from server.unit_of_work import Outcome, UnitOfWork

BROUGHT_IN: tuple[Purpose, ...] = ("password_reset", "sign_in")
"""Links that stand for a sign-in, and therefore take a code where one is asked for."""


class Links:
    """`address` is the visitor's, `label` names their browser, `replaced` is the token that it had until now."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    def request(self, purpose: Purpose, email: str, address: str) -> None:
        """Mails a link to who has this address. Nobody waits for it: whether somebody has it shows neither in the
        answer nor in its time. Above the limits, quietly, nothing is mailed."""
        email_key = fold_email(email)
        try:
            self._ground.mails.begin(email_key, address)
        except Refused as refused:
            audit(f"link.{purpose}", refused.code)
            return
        if is_email(email_key):
            self._ground.writer.submit(
                lambda unit: _request(unit, self._ground, purpose, email_key),
                lambda outcome: _note(f"link.{purpose}", outcome),
            )

    async def look(self, token: str, address: str) -> LinkFacts:
        """Does not use it up. Raises Refused link_not_valid."""
        digest, link, to = await self._find(token, address)
        code = link.purpose in BROUGHT_IN and await self._asks_for_code(link)
        invited = link.purpose == "invitation"
        inviter = await self._ground.database.read(lambda c: store.inviter_name(c, link.person)) if invited else None
        self._ground.writer.submit(lambda unit: store.open_link(unit.connection, digest, unit.now), _ignore)
        return LinkFacts(
            purpose=link.purpose,
            name=to.name,
            email=masked(link.email),
            language=to.language,
            code=code,
            expires_at=link.expires_at,
            inviter=inviter,
        )

    async def sign_in(self, wanted: UseSignInLink, address: str, label: str, replaced: str) -> SignedIn:
        """Raises Refused link_not_valid, code_required, code_wrong, too_many_attempts."""
        digest, link, _ = await self._find(wanted.token, address, "sign_in")

        def work(unit: UnitOfWork) -> SignedIn:
            used, _ = _use(unit, self._ground, digest, "sign_in")
            check_code(unit, self._ground.seal, used.person, wanted.code)
            end_login(unit, replaced)
            return new_login(unit, self._ground, used.person, label, stay=wanted.stay)

        with audited("sign_in.link", link.person):
            signed_in = await self._ground.run_with_code(link.person, wanted.code, address, work)
        return self._known(signed_in, address)

    async def reset_password(self, wanted: ResetPassword, address: str, label: str, replaced: str) -> SignedIn:
        """Ends every login and begins one. Raises as `sign_in`, and password_…"""
        digest, link, to = await self._find(wanted.token, address, "password_reset")
        self._ground.check_password(wanted.password, of=(to.name, to.email))

        def work(unit: UnitOfWork, password_hash: str) -> SignedIn:
            used, _ = _use(unit, self._ground, digest, "password_reset")
            check_code(unit, self._ground.seal, used.person, wanted.code)
            set_password(unit, self._ground, used.person, password_hash)
            end_logins(unit, used.person)
            end_login(unit, replaced)
            return new_login(unit, self._ground, used.person, label, stay=wanted.stay)

        with audited("password.reset", link.person):
            # Before anything is spent on a hash: a link that stays good could be tried without end.
            if not wanted.code and await self._asks_for_code(link):
                raise Refused("code_required")
            async with self._ground.trying_code(link.person, wanted.code, address):
                password_hash = await self._ground.passwords.hash(wanted.password)
                signed_in = await self._ground.writer.run(lambda unit: work(unit, password_hash))
        return self._known(signed_in, address)

    async def accept_invitation(self, wanted: AcceptInvitation, address: str, label: str, replaced: str) -> SignedIn:
        """Raises Refused link_not_valid, name_invalid, language_unknown, zone_unknown, password_…"""
        digest, link, to = await self._find(wanted.token, address, "invitation")
        name, language = clean_name(wanted.name), clean_language(wanted.language)
        zone = self._ground.clean_zone(wanted.zone)
        password_hash = None
        if wanted.password is not None:
            self._ground.check_password(wanted.password, of=(name, to.email))
            password_hash = await self._ground.passwords.hash(wanted.password)

        def work(unit: UnitOfWork) -> SignedIn:
            used, _ = _use(unit, self._ground, digest, "invitation")
            store.become_active(unit.connection, used.person, name, language, zone)
            if password_hash is not None:
                store.set_password_hash(unit.connection, used.person, password_hash)
            store.accept_invitation(unit.connection, used.person, unit.now)
            end_login(unit, replaced)
            return new_login(unit, self._ground, used.person, label, stay=wanted.stay)

        with audited("invitation.accept", link.person):
            return self._known(await self._ground.writer.run(work), address)

    async def confirm_address(self, token: str, address: str) -> None:
        """The address that the link was mailed to is the person's from now on; the old one is told. Raises Refused
        link_not_valid."""
        digest, link, _ = await self._find(token, address, "address")
        with audited("address.change", link.person):
            await self._ground.writer.run(lambda unit: _confirm_address(unit, self._ground, digest))

    async def _find(self, token: str, address: str, purpose: Purpose | None = None) -> tuple[bytes, Link, Addressee]:
        """A link that is good now, however many wrong ones came from the same address: nobody hits one by guessing.
        Raises Refused link_not_valid, too_many_attempts."""
        digest, now = token_hash(token), self._ground.clock()
        found = None
        if digest is not None:
            found = await self._ground.database.read(lambda c: _good(c, self._ground, digest, now))
        if digest is None or found is None or purpose not in (None, found[0].purpose):
            self._ground.wrong_links.take(network_of(address))
            raise Refused("link_not_valid")
        return digest, *found

    async def _asks_for_code(self, link: Link) -> bool:
        secret = await self._ground.database.read(lambda c: store.second_factor_secret(c, link.person, confirmed=True))
        return secret is not None

    def _known(self, signed_in: SignedIn, address: str) -> SignedIn:
        self._ground.attempts.know(fold_email(signed_in.me.email), address)
        return signed_in


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def set_password(unit: UnitOfWork, ground: Ground, person: str, password_hash: str) -> None:
    """Links that were mailed before are dead: whoever reads them may be why it is changed."""
    store.set_password_hash(unit.connection, person, password_hash)
    store.end_links(unit.connection, person)
    tell_person(unit, ground, "password_changed", person)


def _request(unit: UnitOfWork, ground: Ground, purpose: Purpose, email_key: str) -> str | None:
    """Whom it went to, if to anybody."""
    known = store.credentials(unit.connection, email_key)
    to = None if known is None or not ground.lets_in(known) else store.addressee(unit.connection, known.person)
    if to is None:
        return None
    mail_link(unit, ground, purpose, to)
    return to.person


def _good(connection: Connection, ground: Ground, digest: bytes, now: int) -> tuple[Link, Addressee] | None:
    link = store.good_link(connection, digest, now)
    to = None if link is None else _holder(connection, ground, link)
    return None if link is None or to is None else (link, to)


def _holder(connection: Connection, ground: Ground, link: Link) -> Addressee | None:
    """Whose link it is, as long as they may use it and it went to the address that they have."""
    to = store.addressee(connection, link.person)
    if to is None or (link.purpose != "address" and fold_email(to.email) != fold_email(link.email)):
        return None
    if link.purpose == "invitation":
        return to if store.is_invited(connection, link.person) else None
    return to if ground.lets_in(store.credentials_of(connection, link.person)) else None


def _use(unit: UnitOfWork, ground: Ground, digest: bytes, purpose: Purpose) -> tuple[Link, Addressee]:
    """Uses it up, unless what follows is refused. Raises Refused link_not_valid."""
    link = store.use_link(unit.connection, digest, purpose, unit.now)
    to = None if link is None else _holder(unit.connection, ground, link)
    if link is None or to is None:
        raise Refused("link_not_valid")
    return link, to


def _confirm_address(unit: UnitOfWork, ground: Ground, digest: bytes) -> None:
    link, before = _use(unit, ground, digest, "address")
    email_key = fold_email(link.email)
    holder = store.find(unit.connection, email_key)
    if holder is not None and holder.id != link.person:
        raise Refused("link_not_valid")
    store.set_email(unit.connection, link.person, link.email, email_key)
    store.end_links(unit.connection, link.person)
    tell(unit, ground, "address_changed", before)


def _note(act: str, outcome: Outcome) -> None:
    if isinstance(outcome, Exception):
        audit(act, "failed")
    else:
        audit(act, "done" if outcome else "nobody", person=outcome)


def _ignore(_outcome: Outcome) -> None: ...

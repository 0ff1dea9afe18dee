"""Inviting: who is not here yet gets a link by mail, and whoever invites gets it too, to pass on in any messenger."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Literal

from server.accounts import expecting, store
from server.accounts.audit import audited
from server.accounts.expecting import Expected
from server.accounts.ground import Ground
from server.accounts.letters import inviter_named, mail_link
from server.accounts.model import Addressee, Comer, NewPerson, Sent, Stage
from server.accounts.rules import clean_email, clean_language, clean_name, fold_email
from server.contract.accounts import Invitation, InvitationLink, Invite, MyInvitations
from server.database import Connection
from server.errors import Refused
from server.ids import new_id
from server.policy import Actor, HouseSubject, Verb, may
from server.unit_of_work import UnitOfWork


class Invitations:
    """Who may not invite finds nothing here: every refusal of that is not_found."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground

    async def mine(self, by: str) -> MyInvitations:
        now = self._ground.clock()
        sent = await self._ground.database.read(lambda c: _mine(c, self._ground, by))
        return MyInvitations(tuple(_view(one, now) for one in sent))

    async def invite(self, by: str, wanted: Invite) -> InvitationLink:
        """Raises Refused not_found, already_here, already_invited, name_invalid, email_invalid, language_unknown,
        zone_unknown, too_many_attempts."""
        with audited("invitation.make", by=by):
            self._ground.invitations.take(by)
            return await self._ground.writer.run(lambda unit: _invite(unit, self._ground, by, wanted))

    async def renew(self, by: str, invitation: str) -> InvitationLink:
        """Another seven days, by another link. Raises Refused not_found, already_invited, too_many_attempts."""
        with audited("invitation.renew", by=by):
            self._ground.invitations.take(by)
            return await self._ground.writer.run(lambda unit: _renew(unit, self._ground, by, invitation))

    async def withdraw(self, by: str, invitation: str) -> None:
        """Raises Refused not_found."""
        with audited("invitation.withdraw", by=by):
            await self._ground.writer.run(lambda unit: _withdraw(unit, self._ground, by, invitation))

    def count(self, by: str, people: int = 1) -> None:
        """One act of inviting, and how many it is about. Raises Refused too_many_attempts."""
        self._ground.invited.check(by, people)
        self._ground.invitations.take(by)
        self._ground.invited.count(by, people)

    def count_looked_up(self, by: str, people: int) -> None:
        """Of a list that is looked over without inviting anybody. Raises Refused too_many_attempts."""
        self._ground.looked_up.take(by, people)

    def expect(self, unit: UnitOfWork, by: str, wanted: Sequence[Invite]) -> list[Expected]:
        """For who may bring people into a run, which the caller has decided. Raises Refused as `expecting.expect`."""
        return expecting.expect(unit, self._ground, by, wanted)

    def hold(self, unit: UnitOfWork, person: str) -> None:
        """Before the question whether somebody still waits for them: nobody invites them to anything else until the
        commit."""
        store.lock_invitation_to(unit.connection, person)

    def give_up(self, unit: UnitOfWork, person: str) -> None:
        """Nobody waits for them any more: their link is dead, and the address free."""
        sent = store.invitation_to(unit.connection, person)
        if sent is not None and sent.accepted_at is None:
            _take_back(unit, sent)

    def by_command(self, unit: UnitOfWork, wanted: Invite, *, keeper: bool) -> InvitationLink:
        """For who keeps the server, at its command line: nobody else makes a `keeper`. Raises as `invite`."""
        with audited("invitation.make", by="the command line"):
            return invite_person(unit, self._ground, wanted, None, keeper=keeper)


def may_invite(connection: Connection, ground: Ground, person: str) -> bool:
    leads = (person,) if ground.leads(connection, person) else ()
    return may(Actor(person), Verb.INVITE, HouseSubject(store.keepers(connection), leads))


def comers(connection: Connection, people: Collection[str], now: int) -> dict[str, Comer]:
    """How each has come, of those who exist; one statement for some hundreds."""
    return {id: _comer(stage, sent, now) for id, (stage, sent) in store.comers(connection, people).items()}


def _comer(stage: Stage, sent: Sent, now: int) -> Comer:
    who = (sent.name, sent.email, sent.language, sent.zone)
    if stage != "invited":
        return Comer(*who, "here" if stage == "active" else "gone", None, None)
    state = _state(sent, sent.expires_at or sent.invited_at, now)
    return Comer(*who, "here" if state == "accepted" else state, sent.invited_at, sent.inviter)


# ── units of work ─────────────────────────────────────────────────────────────────────────────────────────────────────


def invite_person(
    unit: UnitOfWork, ground: Ground, wanted: Invite, by: str | None, *, keeper: bool = False
) -> InvitationLink:
    """`by`: None for the command line, which alone makes a `keeper`. An invitation that still waits is renewed.

    Raises Refused as `Invitations.invite`.
    """
    name, email, language = clean_name(wanted.name), clean_email(wanted.email), clean_language(wanted.language)
    zone = ground.clean_zone(wanted.zone or _zone_of(unit, by))
    known = store.find(unit.connection, fold_email(email))
    if known is None:
        person = NewPerson(new_id(), name, email, language, zone, None, keeper=keeper, stage="invited")
        store.add_people(unit.connection, [(person, fold_email(email))], unit.now)
        store.add_invitation(unit.connection, new_id(), person.id, by, unit.now)
        return _mail(unit, ground, _sent_to(unit, person.id))
    if known.stage != "invited":
        raise Refused("already_here")
    sent = _sent_to(unit, known.id)
    if by is not None and sent.inviter != by:
        raise Refused("already_invited")
    store.describe(unit.connection, known.id, name, language, zone)
    return _mail_again(unit, ground, by, _sent_to(unit, known.id))


def _invite(unit: UnitOfWork, ground: Ground, by: str, wanted: Invite) -> InvitationLink:
    _check(unit.connection, ground, by)
    return invite_person(unit, ground, wanted, by)


def _renew(unit: UnitOfWork, ground: Ground, by: str, invitation: str) -> InvitationLink:
    return _mail_again(unit, ground, by, _waiting(unit, ground, by, invitation))


def _withdraw(unit: UnitOfWork, ground: Ground, by: str, invitation: str) -> None:
    _take_back(unit, _waiting(unit, ground, by, invitation))


def _take_back(unit: UnitOfWork, sent: Sent) -> None:
    """The person's row stays, for others may name it by now; their address goes, so that it can be invited anew."""
    store.remove_invitation(unit.connection, sent.id)
    store.end_links(unit.connection, sent.person)
    store.set_stage(unit.connection, sent.person, "withdrawn")
    store.set_email(unit.connection, sent.person, "", f"withdrawn {sent.person}")


def _waiting(unit: UnitOfWork, ground: Ground, by: str, invitation: str) -> Sent:
    """One of theirs that nobody has accepted."""
    _check(unit.connection, ground, by)
    sent = store.invitation_by_id(unit.connection, invitation)
    if sent is None or sent.inviter != by or sent.accepted_at is not None:
        raise Refused("not_found")
    return sent


def _mail_again(unit: UnitOfWork, ground: Ground, by: str | None, sent: Sent) -> InvitationLink:
    """Others may have given them a part since: who may not give that holds no way into it. Raises Refused
    already_invited."""
    # Before the question, so that whoever gives them a part at the same time waits for the answer or is seen by it.
    store.invite_again(unit.connection, sent.id, unit.now)
    if by is not None and sent.person not in ground.may_hold(unit.connection, by, (sent.person,)):
        raise Refused("already_invited")
    return _mail(unit, ground, sent)


def _mail(unit: UnitOfWork, ground: Ground, sent: Sent) -> InvitationLink:
    inviter = inviter_named(unit, ground, sent.inviter)
    to = Addressee(sent.person, sent.name, sent.email, sent.language, sent.zone)
    path = mail_link(unit, ground, "invitation", to, inviter=inviter)
    store.invite_again(unit.connection, sent.id, unit.now)
    return InvitationLink(_view(_sent_to(unit, sent.person), unit.now), f"{ground.url}{path}", inviter)


def _mine(connection: Connection, ground: Ground, by: str) -> list[Sent]:
    _check(connection, ground, by)
    return store.invitations_of(connection, by)


def _check(connection: Connection, ground: Ground, by: str) -> None:
    if not may_invite(connection, ground, by):
        raise Refused("not_found")


def _sent_to(unit: UnitOfWork, person: str) -> Sent:
    sent = store.invitation_to(unit.connection, person)
    assert sent is not None
    return sent


def _zone_of(unit: UnitOfWork, person: str | None) -> str:
    """Who invites mostly lives where the invited live; they say so themselves when they come."""
    found = None if person is None else store.addressee(unit.connection, person)
    return "UTC" if found is None else found.zone


def _view(sent: Sent, now: int) -> Invitation:
    expires_at = sent.expires_at or sent.invited_at
    return Invitation(
        id=sent.id,
        name=sent.name,
        email=sent.email,
        language=sent.language,
        state=_state(sent, expires_at, now),
        invited_at=sent.invited_at,
        expires_at=expires_at,
    )


def _state(sent: Sent, expires_at: int, now: int) -> Literal["unopened", "opened", "lapsed", "accepted"]:
    if sent.accepted_at is not None:
        return "accepted"
    if expires_at <= now:
        return "lapsed"
    return "unopened" if sent.opened_at is None else "opened"

"""Many people at once, by their addresses: who is here already, and who is invited with that, in a few statements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.accounts import store
from server.accounts.ground import Ground
from server.accounts.letters import inviter_named
from server.accounts.model import Known, Letter, Link, NewPerson
from server.accounts.rules import LINK_LIVES, clean_email, clean_language, clean_name, fold_email, link_path
from server.accounts.tokens import digest_of, new_token
from server.contract.accounts import Invite
from server.database import Connection
from server.ids import new_id
from server.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Expected:
    """`inviter`: who invited them first, None for the command line and for who is here. `letter`: with the link of a
    fresh invitation, for the caller to post; None for who is here or is kept out. `link`: the same, whole."""

    person: str
    here: bool
    inviter: str | None = None
    letter: Letter | None = None
    link: str | None = None


def known_by_email(connection: Connection, emails: Sequence[str]) -> dict[str, Known]:
    """By the folded address; one statement for some hundreds."""
    return store.find_all(connection, list(dict.fromkeys(map(fold_email, emails))))


def expect(unit: UnitOfWork, ground: Ground, by: str, wanted: Sequence[Invite]) -> list[Expected]:
    """In the order of `wanted`; an address that stands there twice is one person. Whoever waits to be let in gets a
    fresh link. Raises Refused name_invalid, email_invalid, language_unknown, zone_unknown."""
    cleaned = [_cleaned(one, ground) for one in wanted]
    keys = [fold_email(one.email) for one in cleaned]
    known = _invited_again(unit, list(dict.fromkeys(keys)))
    to = {key: _person(one) for key, one in zip(keys, cleaned, strict=True) if key not in known}
    _add(unit, by, to)
    waiting = {one.id: key for key, one in known.items() if one.stage == "invited"}
    sent = {waiting[person]: one for person, (_, one) in store.comers(unit.connection, waiting).items()}
    to |= {key: NewPerson(one.person, one.name, one.email, one.language, one.zone, None) for key, one in sent.items()}
    inviters = {key: one.inviter for key, one in sent.items()}
    expected = {key: Expected(one.id, here=one.stage == "active") for key, one in known.items()}
    for (key, one), (letter, link) in zip(to.items(), _letters(unit, ground, by, list(to.values())), strict=True):
        expected[key] = Expected(one.id, here=False, inviter=inviters.get(key, by), letter=letter, link=link)
    return [expected[key] for key in keys]


def _invited_again(unit: UnitOfWork, keys: Sequence[str]) -> dict[str, Known]:
    """Who is known by these addresses, with a fresh invitation where they wait to be let in: locked, so that they are
    not given up meanwhile."""
    known = store.find_all(unit.connection, keys)
    waiting = [one.id for one in known.values() if one.stage == "invited"]
    if store.invite_all_again(unit.connection, waiting, unit.now) == len(waiting):
        return known
    # Somebody was given up just now, and their address is free again.
    return store.find_all(unit.connection, keys)


def _cleaned(one: Invite, ground: Ground) -> Invite:
    zone = ground.clean_zone(one.zone or "UTC")
    return Invite(clean_name(one.name), clean_email(one.email), clean_language(one.language), zone)


def _person(one: Invite) -> NewPerson:
    return NewPerson(new_id(), one.name, one.email, one.language, one.zone or "UTC", None, stage="invited")


def _add(unit: UnitOfWork, by: str, people: Mapping[str, NewPerson]) -> None:
    store.add_people(unit.connection, [(one, key) for key, one in people.items()], unit.now)
    store.add_invitations(unit.connection, [(new_id(), one.id) for one in people.values()], by, unit.now)


def _letters(unit: UnitOfWork, ground: Ground, by: str, to: Sequence[NewPerson]) -> list[tuple[Letter, str]]:
    """One each, with a fresh link; earlier ones are dead."""
    inviter, expires_at = inviter_named(unit, ground, by), unit.now + LINK_LIVES["invitation"]
    tokens = [new_token() for _ in to]
    links = [
        (Link(one.id, "invitation", one.email, expires_at), digest_of(token))
        for one, token in zip(to, tokens, strict=True)
    ]
    store.replace_links(unit.connection, "invitation", links, unit.now)
    letters = []
    for one, token in zip(to, tokens, strict=True):
        path = link_path("invitation", token)
        values: dict[str, str | int] = {"inviter": inviter, "link": path, "until": expires_at}
        letter = Letter("invitation", one.email, one.language, one.zone, one.id, values)
        letters.append((letter, f"{ground.url}{path}"))
    return letters

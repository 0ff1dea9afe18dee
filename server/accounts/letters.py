"""Links that are mailed and the mails themselves: what is in them, never how they are sent."""

from __future__ import annotations

from urllib.parse import urlsplit

from server.accounts import store
from server.accounts.ground import Ground
from server.accounts.model import Addressee, Letter, Link, Template
from server.accounts.rules import DAY, LINK_LIVES, link_path
from server.accounts.tokens import digest_of, new_token
from server.contract.accounts import Purpose
from server.unit_of_work import UnitOfWork

TEMPLATES: dict[Purpose, Template] = {
    "invitation": "invitation",
    "password_reset": "password_reset",
    "sign_in": "sign_in_link",
    "address": "address_confirm",
}


def mail_link(unit: UnitOfWork, ground: Ground, purpose: Purpose, to: Addressee, **values: str) -> str:
    """A fresh link to whoever reads the addressee's mail; their earlier one for the same purpose is dead. Its path."""
    token, expires_at = keep_link(unit, purpose, to), unit.now + LINK_LIVES[purpose]
    path = link_path(purpose, token)
    tell(unit, ground, TEMPLATES[purpose], to, link=path, until=expires_at, **values)
    return path


def keep_link(unit: UnitOfWork, purpose: Purpose, to: Addressee) -> str:
    """A fresh link's token, which nobody has been told yet."""
    token = new_token()
    store.forget_links(unit.connection, unit.now - DAY)
    link = Link(to.person, purpose, to.email, unit.now + LINK_LIVES[purpose])
    store.replace_link(unit.connection, link, digest_of(token), unit.now)
    return token


def tell(unit: UnitOfWork, ground: Ground, template: Template, to: Addressee, **values: str | int) -> None:
    ground.send(unit, Letter(template, to.email, to.language, to.zone, to.person, values))


def tell_person(unit: UnitOfWork, ground: Ground, template: Template, person: str) -> None:
    """At the address that the person has now."""
    to = store.addressee(unit.connection, person)
    if to is not None:
        tell(unit, ground, template, to)


def inviter_named(unit: UnitOfWork, ground: Ground, inviter: str | None) -> str:
    """As it stands in an invitation. Where it was the command line, the server itself invites."""
    names = store.names_of(unit.connection, () if inviter is None else (inviter,))
    return names.get(inviter or "") or urlsplit(ground.url).hostname or ""

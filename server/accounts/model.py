"""A person to be, a browser that proved who it is, and the facts that both are checked by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from server.contract.accounts import Purpose
from server.contract.programmes import Arrival
from server.contract.views import Me
from server.unit_of_work import UnitOfWork

Stage = Literal["invited", "withdrawn", "active", "disabled"]
"""Of a person: not here yet, not any more expected, here, kept out."""


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to add. `password_hash` is argon2's text, None for who does not sign in by password. `demo` people
    sign in on loopback only; a `keeper` set the server up."""

    id: str
    name: str
    email: str
    language: str
    zone: str
    password_hash: str | None
    demo: bool = False
    keeper: bool = False
    stage: Stage = "active"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads a mail, where, in which language and zone. A `demo` person's address is nobody's."""

    name: str
    email: str
    language: str
    zone: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whom a login speaks for. `expires_at`: seconds since 1970, when the login lapses if it is not used again."""

    person: str
    login: str
    expires_at: float


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh login. `token` is told once, here: what is stored does not give it back. `seconds`: it can live no
    longer."""

    token: str
    login: str
    me: Me
    seconds: int


@dataclass(frozen=True, slots=True)
class Renewed:
    """A new token of a login that goes on, and for how many seconds at most."""

    token: str
    seconds: int


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in is checked by. `password_hash` is as stored, `demo` and `active` say whether it may be used."""

    person: str
    email_key: str
    password_hash: str | None
    demo: bool
    active: bool


@dataclass(frozen=True, slots=True)
class Login:
    """A login that is good now. Times and spans in ms; the rest as in `NewLogin`."""

    id: str
    person: str
    demo: bool
    label: str
    created_at: int
    seen_at: int
    expires_at: int
    stay: bool
    idle: int
    ends_at: int


@dataclass(frozen=True, slots=True)
class NewLogin:
    """`label`: which browser on which system; `stay`: the person's own device; `idle`: ms that it lives without being
    used; `ends_at`: its last moment in any case."""

    id: str
    token_hash: bytes
    person: str
    label: str
    created_at: int
    stay: bool
    idle: int
    ends_at: int


@dataclass(frozen=True, slots=True)
class Link:
    """One that was mailed and is good now. `email`: where it went. Times in ms."""

    person: str
    purpose: Purpose
    email: str
    expires_at: int


@dataclass(frozen=True, slots=True)
class Sent:
    """An invitation as it stands. Without `expires_at` it has no link any more. Times in ms."""

    id: str
    person: str
    inviter: str | None
    name: str
    email: str
    language: str
    zone: str
    invited_at: int
    accepted_at: int | None
    expires_at: int | None
    opened_at: int | None


@dataclass(frozen=True, slots=True)
class Comer:
    """A person with how they have come: here, out of it again, or invited, and then when (ms) and by whom."""

    name: str
    email: str
    language: str
    zone: str
    arrival: Arrival
    invited_at: int | None
    inviter: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """A person as whoever keeps the server knows them."""

    id: str
    name: str
    email: str
    stage: Stage
    keeper: bool


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a mail goes to, and how they read."""

    person: str
    name: str
    email: str
    language: str
    zone: str


Template = Literal[
    "invitation",
    "password_reset",
    "sign_in_link",
    "address_confirm",
    "address_changed",
    "password_changed",
    "second_factor_changed",
]


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody should read by mail. `values`: what the words need; `link` is a path of this server, `until` ms."""

    template: Template
    address: str
    language: str
    zone: str
    person: str
    values: Mapping[str, str | int]


Send = Callable[[UnitOfWork, Letter], None]
"""Puts a letter into the post, in the transaction of what it tells."""

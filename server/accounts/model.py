"""A person to be, a browser that proved who it is, and the facts that both are checked by."""

from __future__ import annotations

from dataclasses import dataclass

from server.contract.views import Me


@dataclass(frozen=True, slots=True)
class NewPerson:
    """A person to add. `password_hash` is argon2's text, None for who does not sign in by password. `demo` people
    sign in on loopback only."""

    id: str
    name: str
    email: str
    language: str
    zone: str
    password_hash: str | None
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whom a login speaks for. `expires_at`: seconds since 1970, when the login lapses if it is not used again."""

    person: str
    login: str
    expires_at: float


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A fresh login. `token` is told once, here: what is stored does not give it back."""

    token: str
    login: str
    me: Me


@dataclass(frozen=True, slots=True)
class Credentials:
    """What a sign-in is checked by. `password_hash` is as stored, `demo` and `active` say whether it may be used."""

    person: str
    password_hash: str | None
    demo: bool
    active: bool


@dataclass(frozen=True, slots=True)
class Login:
    """A login that is good now. Times in ms."""

    id: str
    person: str
    demo: bool
    created_at: int
    seen_at: int
    expires_at: int


@dataclass(frozen=True, slots=True)
class NewLogin:
    id: str
    token_hash: bytes
    person: str
    label: str
    created_at: int
    expires_at: int

"""Accounts without a server around them: empty tables, the real writer, a clock to turn by hand."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table

from server.accounts.passwords import Passwords
from server.accounts.service import Accounts, Letter, NewPerson, Visitor, add_people
from server.config import Config, read_config
from server.contract.accounts import SignIn
from server.database import Database, open_database
from server.errors import Refused
from server.publication import Announcement, LoginsEnded
from server.unit_of_work import Outcome, UnitOfWork, Writer

KEY = b"k" * 32
ADDRESS = "203.0.113.7"
PASSWORD = "ruža vetrova 1998"
FAST = {"time_cost": 1, "memory_cost": 8, "parallelism": 1}

NOON = 1_795_000_000_000
"""ms; a time like any other."""


class NoLane:
    def commit(self, _unit: UnitOfWork, commands: Sequence[Any]) -> list[Outcome]:
        raise AssertionError("accounts append nothing")


@dataclass(slots=True)
class Ears:
    heard: list[Announcement] = field(default_factory=list)

    def stage(self, announcements: Sequence[Announcement]) -> None:
        self.heard.extend(announcements)

    def flush(self) -> None: ...

    @property
    def ended(self) -> list[str]:
        over = [one for one in self.heard if isinstance(one, LoginsEnded) and not one.renewed]
        return [login for one in over for login in one.logins]


@dataclass(slots=True)
class House:
    """`now` is the time of day in ms, `seconds` what the limits on attempts go by. `letters`: what was put into the
    post, `leads`: who runs a programme."""

    database: Database
    config: Config
    now: int = NOON
    seconds: float = 0.0
    letters: list[Letter] = field(default_factory=list)
    leads: set[str] = field(default_factory=set)
    ears: Ears = field(default_factory=Ears)
    passwords: Passwords = field(default_factory=lambda: Passwords(**FAST))
    writer: Writer[Any] = field(init=False)
    accounts: Accounts = field(init=False)

    def __post_init__(self) -> None:
        self.writer = Writer(self.database.writer, NoLane(), self.ears, lambda: self.now)
        self.accounts = self.build(self.config)

    def build(self, config: Config) -> Accounts:
        """Accounts under another configuration, on the same database."""
        clock, seconds = (lambda: self.now), (lambda: self.seconds)
        return Accounts(
            self.database,
            self.writer,
            self.passwords,
            clock,
            config,
            KEY,
            seconds,
            send=lambda unit, letter: unit.remember(lambda: self.letters.append(letter)),
            leads=lambda _connection, person: person in self.leads,
        )

    async def add(self, key: str = "ana", **facts: Any) -> str:
        """A person with the password PASSWORD."""
        person = NewPerson(
            id=key,
            name=key.title(),
            email=f"{key}@example.org",
            language="sr-Latn",
            zone="Europe/Belgrade",
            password_hash=await self.passwords.hash(PASSWORD),
        )
        await self.writer.run(lambda unit: add_people(unit, [replace(person, **facts)]))
        return key

    async def sign_in(self, key: str = "ana", password: str = PASSWORD, **others: Any) -> str:
        """The token of a fresh login."""
        given = {"address": ADDRESS, "label": "Firefox, Linux"} | others
        return (await self.accounts.sign_in(SignIn(f"{key}@example.org", password), **given)).token

    async def visitor(self, token: str) -> Visitor:
        """Whom it stands for."""
        visitor = await self.accounts.who(token)
        assert visitor is not None
        return visitor

    async def settled(self) -> None:
        """Everything that was given to the writer by now is committed."""
        await self.writer.run(lambda _unit: None)

    async def mailed(self, template: str) -> str:
        """The token of the newest letter's link. `template` is what the letter has to be."""
        await self.settled()
        letter = self.letters[-1]
        assert letter.template == template
        return str(letter.values["link"]).partition("#")[2]

    async def rows(self, table: Table) -> list[Any]:
        return await self.database.read(lambda connection: list(connection.execute(table.select())))


def config(**environment: str) -> Config:
    settings = {f"ATELJE_{name}": value for name, value in environment.items()}
    return read_config(settings, default_data=Path("data"), web=Path("web"))


async def refusal(work: Awaitable[object]) -> str:
    """The code of it."""
    with pytest.raises(Refused) as refused:
        await work
    return refused.value.code


@contextlib.asynccontextmanager
async def open_house(database_url: str, **environment: str) -> AsyncIterator[House]:
    database = open_database(database_url)
    house = House(database, config(**environment))
    house.writer.start()
    try:
        yield house
    finally:
        await house.writer.close()
        house.accounts.close()
        await database.close()

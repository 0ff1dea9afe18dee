"""What every use case of the accounts stands on; built once."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Callable, Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from server.accounts.attempts import CODES, MAILS, Attempts, Limit, Places, Tries
from server.accounts.model import Credentials, Letter, Send
from server.accounts.passwords import Passwords, common_passwords
from server.accounts.rules import check_password, clean_zone
from server.accounts.seal import Seal
from server.clock import Clock, known_zones
from server.config import Config
from server.database import Connection, Database, StorageError
from server.errors import Refused
from server.unit_of_work import Unit, UnitOfWork, Writer

T = TypeVar("T")

Leads = Callable[[Connection, str], bool]
"""Whether a person runs a programme."""

WRONG_LINKS = Tries(60, 3)
INVITATIONS = Tries(100, 60)
INVITED = Tries(10_000, 10)
"""People of lists, each with a mail: of the longest list two at once, then nine thousand a day."""
LOOKED_UP = Tries(50_000, 1)
"""People of lists that are only looked over: whoever mends a long list reads it anew several times."""
ADDRESSES = Tries(5, 3600)
"""Each is a mail to an address that anybody may have."""

MayHold = Callable[[Connection, str, Collection[str]], Collection[str]]
"""Of those who have not come, whose way in a person may hold: whoever opens it is them."""


def leads_nothing(_connection: Connection, _person: str) -> bool:
    return False


def may_hold_all(_connection: Connection, _person: str, people: Collection[str]) -> Collection[str]:
    """Where nobody takes part in anything."""
    return people


def sends_nothing(_unit: UnitOfWork, _letter: Letter) -> None: ...


@dataclass(frozen=True, slots=True)
class Ground:
    """`attempts`, `codes`, `mails`: at passwords, at codes of the second step, at having something mailed.
    `wrong_links` by network; by person `invitations`, `invited` and `looked_up` (people of lists), `addresses` (that
    somebody wants to have)."""

    database: Database
    writer: Writer[Any]
    passwords: Passwords
    clock: Clock
    attempts: Attempts
    codes: Attempts
    mails: Attempts
    wrong_links: Limit
    invitations: Limit
    invited: Limit
    looked_up: Limit
    addresses: Limit
    seal: Seal
    send: Send
    leads: Leads
    may_hold: MayHold
    url: str
    demo: bool
    """Whether demo people are let in. Their password is public. Behind a proxy the server is on loopback too, but its
    address is not."""
    common: frozenset[str]
    zones: frozenset[str]

    def lets_in(self, known: Credentials | None) -> bool:
        return known is not None and known.active and (self.demo or not known.demo)

    def check_password(self, password: str, *, of: tuple[str, ...]) -> None:
        """Raises Refused password_…"""
        check_password(password, self.common, of=of)

    def clean_zone(self, zone: str) -> str:
        """Raises Refused zone_unknown."""
        return clean_zone(zone, self.zones)

    async def run_with_code(self, person: str, code: str | None, address: str, unit: Unit[T]) -> T:
        """Runs a unit that looks at a code, within the limits on codes. Raises what it raises, too_many_attempts."""
        async with self.trying_code(person, code, address):
            return await self.writer.run(unit)

    @contextlib.asynccontextmanager
    async def trying_code(self, person: str, code: str | None, address: str) -> AsyncIterator[None]:
        """Around what looks at a code and everything that is spent on it. Raises Refused too_many_attempts."""
        if not code:
            yield
            return
        attempt = self.codes.begin(person, address)
        try:
            yield
        except (Refused, *StorageError) as error:
            if not (isinstance(error, Refused) and error.code == "code_wrong"):
                self.codes.not_tried(attempt)
            raise
        self.codes.succeeded(attempt)


def lay_ground(
    database: Database,
    writer: Writer[Any],
    passwords: Passwords,
    clock: Clock,
    config: Config,
    key: bytes,
    now: Callable[[], float],
    send: Send,
    leads: Leads,
    may_hold: MayHold,
) -> Ground:
    """`key`: the installation's; `now` counts seconds for the limits."""
    known, limited = Places(), config.limits
    return Ground(
        database=database,
        writer=writer,
        passwords=passwords,
        clock=clock,
        attempts=Attempts(now, limited=limited, known=known),
        codes=Attempts(now, limited=limited, bounds=CODES),
        mails=Attempts(now, limited=limited, bounds=MAILS, known=known),
        wrong_links=Limit(now, WRONG_LINKS, limited=limited),
        invitations=Limit(now, INVITATIONS, limited=limited),
        invited=Limit(now, INVITED, limited=limited),
        looked_up=Limit(now, LOOKED_UP, limited=limited),
        addresses=Limit(now, ADDRESSES, limited=limited),
        seal=Seal(key),
        send=send,
        leads=leads,
        may_hold=may_hold,
        url=config.url,
        demo=config.at_home,
        common=common_passwords(),
        zones=known_zones(),
    )

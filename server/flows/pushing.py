"""Tells people on their own devices that there is something new, and says whom it could tell."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from server.accounts.service import good_logins, readers
from server.database import Connection
from server.post.push import service as push
from server.post.push.service import Hours, Kind
from server.post.service import quiet_of
from server.unit_of_work import UnitOfWork


def tell(unit: UnitOfWork, people: Collection[str], kind: Kind) -> frozenset[str]:
    """In the transaction of what it tells, without a word of it: not to who has a page open, and in quiet hours only
    what begins now. Gives those who are told so; the others need a mail, if anything."""
    devices = push.devices_of(unit.connection, people)
    good = good_logins(unit.connection, [one.login for one in devices], unit.now)
    push.ask(unit, good, kind)
    return frozenset(one.person for one in devices if one.login in good and one.failed_at is None)


def reached(connection: Connection, people: Mapping[str, str], now: int) -> dict[str, Hours]:
    """Of logins, each with its person: those that are good, with their person's zone and quiet hours."""
    good = good_logins(connection, people.keys(), now)
    there = readers(connection, {people[login] for login in good})
    quiet = quiet_of(connection, there.keys())
    return {login: (there[people[login]].zone, quiet[people[login]]) for login in good if people[login] in there}

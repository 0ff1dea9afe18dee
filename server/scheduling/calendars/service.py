"""The use cases of calendars. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Collection

from server.database import Connection
from server.scheduling.calendars import rules, store
from server.scheduling.calendars.model import Reply as Reply
from server.scheduling.calendars.model import Titles as Titles
from server.scheduling.calendars.model import Wishes as Wishes
from server.scheduling.calendars.rules import ended as ended
from server.scheduling.calendars.rules import entry as entry
from server.scheduling.calendars.rules import feed as feed
from server.scheduling.calendars.rules import read_reply as read_reply
from server.scheduling.calendars.rules import request as request
from server.scheduling.invitations import Guest as Reader
from server.scheduling.invitations import Meeting as Entry
from server.unit_of_work import UnitOfWork

__all__ = ["Entry", "Reader"]

USUAL = Wishes()


def wishes_of(connection: Connection, people: Collection[str]) -> dict[str, Wishes]:
    """Of all of them: who has said nothing wants what is usual."""
    said = store.of(connection, people)
    return {person: said.get(person, USUAL) for person in people}


def set_wishes(unit: UnitOfWork, person: str, titles: Titles, *, invitations: bool) -> Wishes:
    store.set_wishes(unit.connection, person, titles, invitations=invitations)
    return wishes_of(unit.connection, [person])[person]


def begin_feed(unit: UnitOfWork, person: str) -> str:
    """What stands in its address, told once. An earlier address shows nothing any more."""
    token, digest = rules.new_token()
    store.set_feed(unit.connection, person, digest, unit.now)
    return token


def end_feed(unit: UnitOfWork, person: str) -> None:
    store.set_feed(unit.connection, person, None, None)


def whose_feed(connection: Connection, token: str) -> tuple[str, Wishes] | None:
    return store.by_feed(connection, rules.digest_of(token))

"""Putting an entry into a person's own log, in the transaction of what it tells. Never commits: the writer does."""

from __future__ import annotations

from collections.abc import Iterable

from server.contract.entries import PersonKind
from server.inbox import store
from server.inbox.codec import publication
from server.unit_of_work import UnitOfWork


def tell(unit: UnitOfWork, people: Iterable[str], kind: PersonKind, about: str | None = None) -> None:
    """Each of these people hears that something changed for them; `about` is the id of the room, where one is meant.

    Logs are locked in the order of their people, behind every room's: so that two units cannot wait for each other,
    a unit calls this once, at its end.
    """
    for person in sorted(set(people)):
        offset = store.append(unit.connection, person, unit.now, kind, about)
        unit.announce(publication(person, offset, unit.now, kind, about))

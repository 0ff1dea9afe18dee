"""What a transaction tells people goes into their own logs with it. Never commits: the writer does."""

from __future__ import annotations

from server.inbox import store
from server.inbox.codec import publication
from server.unit_of_work import UnitOfWork


def write_told(unit: UnitOfWork) -> None:
    """The last statements of a transaction: logs are locked in the order of their people, behind every room's, so that
    two transactions cannot wait for each other."""
    for person, kind, about in sorted(unit.told, key=lambda told: told[0]):
        offset = store.append(unit.connection, person, unit.now, kind, about)
        unit.announce(publication(person, offset, unit.now, kind, about))

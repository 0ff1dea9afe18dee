"""Keeping who did what, in the transaction that does it. Never commits."""

from __future__ import annotations

import os
from collections.abc import Collection
from itertools import count

from server.contract.programmes import AuditKind
from server.database import Connection
from server.ids import spell, uuid7
from server.programmes.audit import store
from server.programmes.audit.model import Act as Act
from server.unit_of_work import UnitOfWork

PAGE = 50

_order = count(int.from_bytes(os.urandom(4), "big"))
"""Acts of one millisecond stay in their order within this process."""


def record(
    unit: UnitOfWork,
    cohort: str,
    kind: AuditKind,
    by: str | None,
    about: str | None = None,
    role: str | None = None,
) -> None:
    """`by`: who did it, None for the server itself; `about`: whom it concerns; `role`: which part, or which state was
    set. Ids and codes alone, never a name or a word."""
    keep_acts(unit, cohort, kind, by, ((about, role),))


def keep_acts(
    unit: UnitOfWork,
    cohort: str,
    kind: AuditKind,
    by: str | None,
    about: Collection[tuple[str | None, str | None]],
) -> None:
    """The same for many at once: each with whom it concerns and which part or state."""
    store.add(unit.connection, [Act(_id(unit.now), cohort, unit.now, kind, by, who, role) for who, role in about])


def acts_of_cohort(
    connection: Connection, cohort: str, before: str | None = None, people: Collection[str] | None = None
) -> tuple[list[Act], bool]:
    """The newest first, and whether there are earlier ones. `people`: what is about other people is left out."""
    return _page(store.of_cohort(connection, cohort, before, PAGE + 1, people))


def acts_of_person(connection: Connection, person: str, before: str | None = None) -> tuple[list[Act], bool]:
    """What they did, and what was done about them."""
    return _page(store.of_person(connection, person, before, PAGE + 1))


def _page(found: list[Act]) -> tuple[list[Act], bool]:
    return found[:PAGE], len(found) > PAGE


def _id(now: int) -> str:
    return spell(uuid7(now, (next(_order) & 0xFFFFFFFFF) << 36 | int.from_bytes(os.urandom(4), "big")))

"""All SQL of the audit. Nothing here changes or removes an act."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import cast

from sqlalchemy import Connection, Select, insert, or_, select

from server.contract.programmes import AuditKind
from server.programmes.audit.model import Act
from server.programmes.tables import act

_ACT = select(act.c.id, act.c.cohort_id, act.c.at, act.c.kind, act.c.actor, act.c.about, act.c.role)


def add(connection: Connection, acts: Sequence[Act]) -> None:
    rows = [
        {
            "id": one.id,
            "cohort_id": one.cohort,
            "at": one.at,
            "kind": one.kind,
            "actor": one.by,
            "about": one.about,
            "role": one.role,
        }
        for one in acts
    ]
    if rows:
        connection.execute(insert(act), rows)


def of_cohort(
    connection: Connection, cohort: str, before: str | None, limit: int, people: Collection[str] | None
) -> list[Act]:
    """The newest first. `people`: with these alone, those about nobody besides; None for all."""
    found = _ACT.where(act.c.cohort_id == cohort)
    if people is not None:
        found = found.where(or_(act.c.about.is_(None), act.c.about.in_(people)))
    return _newest(connection, found, before, limit)


def of_person(connection: Connection, person: str, before: str | None, limit: int) -> list[Act]:
    """What they did and what was done about them, the newest first."""
    return _newest(connection, _ACT.where(or_(act.c.about == person, act.c.actor == person)), before, limit)


def _newest(connection: Connection, found: Select[tuple[str, ...]], before: str | None, limit: int) -> list[Act]:
    if before is not None:
        found = found.where(act.c.id < before)
    rows = connection.execute(found.order_by(act.c.id.desc()).limit(limit))
    return [
        Act(row.id, row.cohort_id, row.at, cast(AuditKind, row.kind), row.actor, row.about, row.role) for row in rows
    ]

"""All SQL of the runs' libraries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, insert, select, update

from server.contract.library import LibraryItem
from server.programmes.library.tables import run_library
from server.programmes.store import read_words
from server.programmes.tables import cohort, enrolment, programme

_items = msgspec.json.Decoder(tuple[LibraryItem, ...]).decode


@dataclass(frozen=True, slots=True)
class MyRun:
    """One that a person takes part in and that has a library, with their roles there."""

    cohort: str
    programme_names: Mapping[str, str]
    items: tuple[LibraryItem, ...]
    roles: frozenset[str]


def find(connection: Connection, cohort_id: str) -> tuple[int, tuple[LibraryItem, ...]]:
    """Version and items; 1 and none before anything was put there."""
    of_run = select(run_library.c.version, run_library.c.document).where(run_library.c.cohort_id == cohort_id)
    row = connection.execute(of_run).first()
    return (1, ()) if row is None else (row[0], _items(row[1]))


def mine(connection: Connection, person: str) -> list[MyRun]:
    found: Select[Any] = (
        select(cohort.c.id, programme.c.names, run_library.c.document, enrolment.c.role)
        .join(programme, programme.c.id == cohort.c.programme_id)
        .join(run_library, run_library.c.cohort_id == cohort.c.id)
        .join(enrolment, enrolment.c.cohort_id == cohort.c.id)
        .where(enrolment.c.person == person)
        .order_by(cohort.c.id)
    )
    runs: dict[str, Any] = {}
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for row in connection.execute(found):
        runs[row[0]] = row
        roles[row[0]].add(row[3])
    return [MyRun(id, read_words(row[1]), _items(row[2]), frozenset(roles[id])) for id, row in runs.items()]


def put(connection: Connection, cohort_id: str, seen: int, items: Sequence[LibraryItem]) -> bool:
    """Whether `seen` was the newest version."""
    written = {"document": msgspec.json.encode(items).decode(), "version": seen + 1}
    newest = (run_library.c.cohort_id == cohort_id, run_library.c.version == seen)
    if connection.execute(update(run_library).where(*newest).values(**written)).rowcount:
        return True
    of_run = select(run_library.c.version).where(run_library.c.cohort_id == cohort_id)
    if seen != 1 or connection.execute(of_run).first() is not None:
        return False
    connection.execute(insert(run_library).values(cohort_id=cohort_id, **written))
    return True

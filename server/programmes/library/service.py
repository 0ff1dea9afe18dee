"""Filling a run's library, and reading one's own. Never commits: the writer does."""

from __future__ import annotations

from server.contract.library import LibraryItem, RunLibrary, SetLibrary
from server.database import Connection
from server.errors import Refused
from server.programmes.library import rules, store
from server.programmes.library.store import find as find
from server.unit_of_work import UnitOfWork


def fill(unit: UnitOfWork, cohort: str, wanted: SetLibrary) -> tuple[LibraryItem, ...]:
    """Raises Refused changed_meanwhile, language_unknown, link_not_allowed, text_…"""
    items = rules.checked(wanted.items)
    if not store.put(unit.connection, cohort, wanted.version, items):
        raise Refused("changed_meanwhile", now=store.find(unit.connection, cohort)[0])
    return items


def copy(unit: UnitOfWork, source: str, cohort: str) -> None:
    """What an earlier run has, into a new one that has nothing yet."""
    items = store.find(unit.connection, source)[1]
    if items:
        store.put(unit.connection, cohort, 1, items)


def mine(connection: Connection, person: str) -> tuple[RunLibrary, ...]:
    """Without the runs that have nothing for the person."""
    found = [
        RunLibrary(run.cohort, dict(run.programme_names), rules.for_roles(run.items, run.roles))
        for run in store.mine(connection, person)
    ]
    return tuple(run for run in found if run.items)

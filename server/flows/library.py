"""What a run gives its people to read: filled by who leads it, seen by its team, and by each person as far as it is for
them."""

from __future__ import annotations

from server.contract.library import Library, MyLibrary, SetLibrary
from server.database import Connection
from server.errors import Refused
from server.policy import Actor, Verb, may
from server.programmes.library import service as library
from server.programmes.mentorships.service import coordinators, subject
from server.unit_of_work import UnitOfWork


def of_run(connection: Connection, actor: str, cohort: str) -> Library:
    """Raises Refused not_found for who does not coordinate it."""
    _check(connection, actor, cohort, Verb.SEE_COHORT)
    return Library(*library.find(connection, cohort))


def fill(unit: UnitOfWork, actor: str, cohort: str, wanted: SetLibrary) -> Library:
    """Raises Refused not_found for who does not lead it, changed_meanwhile, language_unknown, link_not_allowed,
    text_…"""
    _check(unit.connection, actor, cohort, Verb.CHANGE_COHORT)
    items = library.fill(unit, cohort, wanted)
    for one in coordinators(unit.connection, cohort):
        unit.tell(one.person, "programme_changed")
    return Library(wanted.version + 1, items)


def mine(connection: Connection, person: str) -> MyLibrary:
    return MyLibrary(library.mine(connection, person))


def _check(connection: Connection, actor: str, cohort: str, verb: Verb) -> None:
    if not may(Actor(actor), verb, subject(coordinators(connection, cohort))):
        raise Refused("not_found")

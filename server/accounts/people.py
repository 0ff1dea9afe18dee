"""People as whoever keeps the server sees them: added, found, kept out, let in again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from server.accounts import store
from server.accounts.audit import audit
from server.accounts.logins import end_logins
from server.accounts.model import Known, NewPerson
from server.accounts.rules import clean_email, clean_language, clean_name, fold_email
from server.accounts.store import everybody as everybody
from server.database import Connection
from server.errors import Refused
from server.unit_of_work import UnitOfWork

KEEPER = "the command line"


def add_people(unit: UnitOfWork, people: Iterable[NewPerson]) -> None:
    """For what comes from our own hands: a first person, the demo, a programme for load tests. Zones are not checked.

    Raises Refused email_invalid, name_invalid, language_unknown.
    """
    store.add_people(unit.connection, [(_cleaned(new), fold_email(new.email)) for new in people], unit.now)


def _cleaned(new: NewPerson) -> NewPerson:
    return replace(new, name=clean_name(new.name), email=clean_email(new.email), language=clean_language(new.language))


def person_by(connection: Connection, whom: str) -> Known:
    """By address or id. Raises Refused person_not_found."""
    found = store.find(connection, fold_email(whom)) or store.known_by_id(connection, whom)
    if found is None:
        raise Refused("person_not_found")
    return found


def disable(unit: UnitOfWork, person: str) -> None:
    """The person cannot sign in any more, and is signed out everywhere. Their words and their name stay.

    Raises Refused person_not_found for who is not here yet.
    """
    if not store.change_stage(unit.connection, person, "active", "disabled"):
        raise Refused("person_not_found")
    store.end_links(unit.connection, person)
    end_logins(unit, person)
    audit("person.disable", person=person, by=KEEPER)


def enable(unit: UnitOfWork, person: str) -> None:
    """Raises Refused person_not_found for who was not kept out."""
    if not store.change_stage(unit.connection, person, "disabled", "active"):
        raise Refused("person_not_found")
    audit("person.enable", person=person, by=KEEPER)


def sign_out(unit: UnitOfWork, person: str) -> None:
    end_logins(unit, person)
    audit("person.sign_out", person=person, by=KEEPER)


def end_second_factor(unit: UnitOfWork, person: str) -> None:
    store.end_second_factor(unit.connection, person)
    audit("person.codes_off", person=person, by=KEEPER)

"""Whose photo one sees: of those one shares a room or a run with, and of oneself."""

from __future__ import annotations

from server.accounts.photos import service as photos
from server.contract.alumni import Photos
from server.contract.commands import Done
from server.database import Connection
from server.errors import Refused
from server.programmes.together import service as together
from server.rooms.reads import companions
from server.unit_of_work import UnitOfWork


def put(unit: UnitOfWork, person: str, picture: bytes) -> Photos:
    photos.put(unit, person, picture)
    unit.tell(person, "preferences_changed")
    return seen(unit.connection, person)


def remove(unit: UnitOfWork, person: str) -> Done:
    photos.remove(unit, person)
    unit.tell(person, "preferences_changed")
    return Done()


def seen(connection: Connection, person: str) -> Photos:
    """Of those whom the person meets by name somewhere: a list of everybody would tell who else takes part."""
    return Photos(photos.marks_of(connection, _met(connection, person)))


def picture(connection: Connection, person: str, of: str) -> tuple[bytes, str]:
    """The picture and its mark. Raises Refused not_found: there is none, or none for this person."""
    found = photos.picture_of(connection, of)
    if found is None or of not in _met(connection, person):
        raise Refused("not_found")
    return found


def _met(connection: Connection, person: str) -> set[str]:
    return {person, *companions(connection, person), *together.met_in_runs(connection, person)}

"""One's own photo. Never commits: the writer does. Who sees whose is a question of rooms and programmes."""

from __future__ import annotations

from hashlib import blake2b

from server.accounts.photos import store
from server.accounts.photos.picture import square as square
from server.accounts.photos.store import marks_of as marks_of
from server.accounts.photos.store import picture_of as picture_of
from server.unit_of_work import UnitOfWork


def put(unit: UnitOfWork, person: str, picture: bytes) -> None:
    """In place of the one before. `picture`: what `square` made."""
    store.put(unit.connection, person, picture, blake2b(picture, digest_size=9).hexdigest())


def remove(unit: UnitOfWork, person: str) -> None:
    store.remove(unit.connection, person)

"""All SQL of uploads, and of which bytes belong to what."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from server.rooms.tables import stored_file, upload


class UploadRow(NamedTuple):
    id: str
    room_id: int
    person: str
    name: str
    type: str
    size: int
    received: int
    item: int | None


_columns = (
    upload.c.id,
    upload.c.room_id,
    upload.c.person,
    upload.c.name,
    upload.c.type,
    upload.c.size,
    upload.c.received,
    upload.c.item,
)
NOTHINGS = (stored_file.c.upload.is_(None), stored_file.c.item.is_(None))
"""Bytes that belong to nothing any more."""


def add_upload(connection: Connection, row: UploadRow, at: int) -> None:
    values = row._asdict() | {"name": row.name.encode(), "begun_at": at}
    connection.execute(insert(upload).values(**values))


def upload_of(connection: Connection, room_id: int, person: str, id: str) -> UploadRow | None:
    found = select(*_columns).where(upload.c.id == id, upload.c.room_id == room_id, upload.c.person == person)
    row = connection.execute(found).first()
    return None if row is None else UploadRow(*row)._replace(name=row.name.decode())


def open_uploads(connection: Connection, person: str) -> list[str]:
    """Of a person in all rooms, the oldest first."""
    found = select(upload.c.id).where(upload.c.person == person, upload.c.item.is_(None))
    return list(connection.execute(found.order_by(upload.c.begun_at, upload.c.id)).scalars())


def bytes_of_room(connection: Connection, room_id: int) -> int:
    """What its files take, and what its uploads are going to."""
    files = select(func.sum(stored_file.c.size)).where(
        stored_file.c.room_id == room_id, stored_file.c.item.is_not(None)
    )
    coming = select(func.sum(upload.c.size)).where(upload.c.room_id == room_id, upload.c.item.is_(None))
    return int(connection.execute(files).scalar() or 0) + int(connection.execute(coming).scalar() or 0)


def add_part(connection: Connection, row: UploadRow, stored: str, size: int) -> bool:
    """Behind what is there; False where that is not any more what it was."""
    there = (upload.c.id == row.id, upload.c.received == row.received, upload.c.item.is_(None))
    if connection.execute(update(upload).where(*there).values(received=row.received + size)).rowcount != 1:
        return False
    of_part = {"room_id": row.room_id, "stored": stored, "size": size, "upload": row.id, "start": row.received}
    connection.execute(insert(stored_file).values(**of_part))
    return True


def parts_of(connection: Connection, id: str) -> list[str]:
    """The names of their bytes, in order."""
    found = select(stored_file.c.stored).where(stored_file.c.upload == id).order_by(stored_file.c.start)
    return list(connection.execute(found).scalars())


def finish(connection: Connection, row: UploadRow, item: int, stored: str, size: int) -> None:
    """The parts are nothing any more. The upload stays for a while, to answer who asks once more."""
    connection.execute(update(upload).where(upload.c.id == row.id).values(item=item, name=b"", received=row.size))
    _release(connection, stored_file.c.upload == row.id)
    of_file = {"room_id": row.room_id, "stored": stored, "size": size, "item": item}
    connection.execute(insert(stored_file).values(**of_file))


def add_nothing(connection: Connection, row: UploadRow, stored: str, size: int) -> None:
    """Bytes that were stored and are not needed after all."""
    connection.execute(insert(stored_file).values(room_id=row.room_id, stored=stored, size=size))


def abandon(connection: Connection, ids: Collection[str]) -> None:
    _release(connection, stored_file.c.upload.in_(ids))
    connection.execute(delete(upload).where(upload.c.id.in_(ids)))


def forget_item(connection: Connection, room_id: int, item: int) -> None:
    """Of whichever kind it is: other kinds have no bytes."""
    _release(connection, stored_file.c.room_id == room_id, stored_file.c.item == item)


def forget_room(connection: Connection, room_id: int) -> None:
    _release(connection, stored_file.c.room_id == room_id)
    connection.execute(delete(upload).where(upload.c.room_id == room_id))


def forget_uploads_of(connection: Connection, room_id: int, people: Collection[str]) -> None:
    found = select(upload.c.id).where(upload.c.room_id == room_id, upload.c.person.in_(people))
    abandon(connection, list(connection.execute(found).scalars()))


def _release(connection: Connection, *which: ColumnElement[bool]) -> None:
    connection.execute(update(stored_file).where(*which).values(upload=None, start=None, item=None))


# ── what is to be deleted ─────────────────────────────────────────────────────────────────────────────────────────────


def released(connection: Connection, limit: int) -> list[str]:
    return list(connection.execute(select(stored_file.c.stored).where(*NOTHINGS).limit(limit)).scalars())


def drop(connection: Connection, names: Sequence[str]) -> None:
    connection.execute(delete(stored_file).where(stored_file.c.stored.in_(names), *NOTHINGS))


def stale_uploads(connection: Connection, before: int, limit: int) -> list[str]:
    """Begun before a time (ms), finished or not."""
    return list(connection.execute(select(upload.c.id).where(upload.c.begun_at < before).limit(limit)).scalars())


def named(connection: Connection, names: Collection[str]) -> set[str]:
    """Those of these names that belong to something, or are known to belong to nothing."""
    found = select(stored_file.c.stored).where(stored_file.c.stored.in_(names))
    return set(connection.execute(found).scalars())

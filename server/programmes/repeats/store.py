"""All SQL of the commands that were carried out."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from server.programmes.tables import programme_command


def find(connection: Connection, person: str, command_id: str) -> tuple[bytes, str] | None:
    """Its digest, and the id of what it made."""
    of_person = (programme_command.c.person == person, programme_command.c.command_id == command_id)
    row = connection.execute(select(programme_command.c.digest, programme_command.c.made).where(*of_person)).first()
    return None if row is None else (bytes(row.digest), str(row.made))


def add(connection: Connection, person: str, command_id: str, digest: bytes, made: str, now: int) -> None:
    row = {"person": person, "command_id": command_id, "digest": digest, "made": made, "at": now}
    connection.execute(insert(programme_command).values(row))


def forget(connection: Connection, before: int) -> None:
    connection.execute(delete(programme_command).where(programme_command.c.at < before))

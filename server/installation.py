"""This database's one row about itself: epoch, stamp of the last start, the keys of tokens and of pushes."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from sqlalchemy import BigInteger, Column, Connection, Integer, LargeBinary, Row, Table, Text, select, text, update

from server.database import metadata
from server.ids import new_id

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("epoch", Text, nullable=False, comment="names this life of every log; changed when offsets may be reused"),
    Column(
        "start_stamp", Text, nullable=False, comment="equal to the file beside it, unless the database was put back"
    ),
    Column("token_key", LargeBinary, nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("push_key", LargeBinary, comment="P-256, private: browsers take pushes from who has it"),
)

STAMP_FILE = "start-stamp"


@dataclass(frozen=True, slots=True)
class Installation:
    epoch: str
    token_key: bytes
    push_key: bytes


def open_installation(connection: Connection, now: int, stamp_beside: str | None, stamp: str) -> Installation:
    """Reads the row, or makes it. A stamp that differs from the one beside the database means that an older copy was
    put back: offsets that clients hold may then be given again, so the logs begin a new life."""
    row = connection.execute(select(installation)).first()
    if row is None:
        row = _create(connection, now, stamp)
        return Installation(row.epoch, row.token_key, _push_key(connection, row))
    epoch = row.epoch if stamp_beside == row.start_stamp else new_id()
    connection.execute(update(installation).values(epoch=epoch, start_stamp=stamp))
    return Installation(epoch, row.token_key, _push_key(connection, row))


def share_installation(connection: Connection, now: int) -> Installation:
    """As `open_installation` for a database that several nodes share: there is no file beside it, so that only
    `new-epoch` changes the epoch."""
    row = connection.execute(select(installation)).first()
    if row is None:
        # Nodes that start at once may all come here; the first one's row stands.
        row = _create(connection, now, "")
    return Installation(row.epoch, row.token_key, _push_key(connection, row))


def _push_key(connection: Connection, row: Row[Any]) -> bytes:
    if row.push_key is None:
        key = ec.generate_private_key(ec.SECP256R1()).private_numbers().private_value.to_bytes(32, "big")
        # Nodes that start at once may all come here; the first one's key stands.
        missing = update(installation).where(installation.c.push_key.is_(None))
        connection.execute(missing.values(push_key=key))
    return bytes(connection.execute(select(installation.c.push_key)).scalar_one())


def begin_new_epoch(connection: Connection) -> str:
    """After a failover to a copy that may lack the last commits. Running nodes have to be restarted."""
    epoch = new_id()
    connection.execute(update(installation).values(epoch=epoch))
    return epoch


def _create(connection: Connection, now: int, stamp: str) -> Row[Any]:
    connection.execute(_CREATE, {"epoch": new_id(), "stamp": stamp, "key": secrets.token_bytes(32), "now": now})
    return connection.execute(select(installation)).one()


_CREATE = text(
    "INSERT INTO installation (id, epoch, start_stamp, token_key, created_at) "
    "VALUES (1, :epoch, :stamp, :key, :now) ON CONFLICT (id) DO NOTHING"
)


PUT_BACK = "UPDATE installation SET epoch = '{epoch}'"
"""In a database that was put back from a copy: offsets that clients hold will be given again."""


def read_stamp(data: Path) -> str | None:
    file = data / STAMP_FILE
    # A file that something else wrote over differs, as it should.
    return file.read_text(encoding="ascii", errors="replace").strip() if file.exists() else None


def write_stamp(data: Path, stamp: str) -> None:
    (data / STAMP_FILE).write_text(stamp + "\n", encoding="ascii")

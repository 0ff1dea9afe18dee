"""Whether a command was carried out before, asked in the transaction that would do it. Never commits.

Of two tries at once one meets the other's row and is refused as `unavailable`; its next try gets the answer.
"""

from __future__ import annotations

from hashlib import blake2b

import msgspec

from server.errors import Refused
from server.programmes.repeats import store
from server.unit_of_work import UnitOfWork

DAYS_KEPT = 30
"""Longer than any device goes on trying."""

_encode = msgspec.json.Encoder().encode


def digest(command: msgspec.Struct, where: str = "") -> bytes:
    """Tells whether a repeated command id stands for the same command. `where`: the id in its address, if any."""
    kind = type(command).__name__[:16].encode()
    return blake2b(_encode(command) + where.encode(), digest_size=16, person=kind).digest()


def made_before(unit: UnitOfWork, person: str, command_id: str, digest: bytes) -> str | None:
    """The id of what the command made then; None when it is new. Raises Refused command_conflict."""
    found = store.find(unit.connection, person, command_id)
    if found is None:
        return None
    if found[0] != digest:
        raise Refused("command_conflict")
    return found[1]


def keep(unit: UnitOfWork, person: str, command_id: str, digest: bytes, made: str) -> None:
    """`made`: the id of what came of it."""
    store.add(unit.connection, person, command_id, digest, made, unit.now)


def tidy(unit: UnitOfWork) -> None:
    """What nobody asks for again is forgotten."""
    store.forget(unit.connection, unit.now - DAYS_KEPT * 86_400_000)

"""Whom a person meets in the runs that they take part in."""

from __future__ import annotations

from server.database import Connection
from server.programmes.model import EnrolmentRole
from server.programmes.together import store

TEAM: tuple[EnrolmentRole, ...] = ("coordinator", "facilitator", "safeguarding")


def met_in_runs(connection: Connection, person: str) -> set[str]:
    """The team of each; for who coordinates one, everybody whom they look after there."""
    return store.met_in_runs(connection, person, TEAM)

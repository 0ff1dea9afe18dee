"""Rooms of runs that have ended, and what is still to be done about each."""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, Text

from server.database import metadata

unfinished = Table(
    "unfinished",
    metadata,
    Column("room_key", Text, primary_key=True, comment="a room of a run that has ended; the run's id: itself"),
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("due_at", BigInteger, comment="ms; of its next step; null when all is done"),
    Column("purge_on", Text, nullable=False, comment="ISO date on which its content is removed for good"),
    Column("purge_at", BigInteger, nullable=False, comment="ms; when that day begins in the home zone"),
)
_open = unfinished.c.due_at.is_not(None)
Index("ix_unfinished_due", unfinished.c.due_at, sqlite_where=_open, postgresql_where=_open)

"""The table of the care for silence: which steps have come. When something was said last does not stand here."""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Table, Text

from server.database import metadata

care = Table(
    "care",
    metadata,
    Column("mentorship_id", Text, ForeignKey("mentorship.id"), primary_key=True),
    Column("step", Integer, nullable=False, comment="0: none; 1: some were asked; 2: all; 3: the team knows"),
    Column("told_at", BigInteger, comment="ms, of the step; null before the first"),
    Column("asked", Text, nullable=False, comment="JSON: the people whom the first step asked"),
    Column("said", Text, comment="well or elsewhere: what one of them said instead of a word in the room"),
    Column("said_at", BigInteger, comment="ms"),
)

"""The table of what is still to be said before a date."""

from sqlalchemy import BigInteger, Column, Index, PrimaryKeyConstraint, Table, Text

from server.database import metadata

reminder = Table(
    "reminder",
    metadata,
    Column("appointment_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("ahead", Text, nullable=False, comment="day or hour"),
    Column("due_at", BigInteger, nullable=False, comment="ms"),
    PrimaryKeyConstraint("appointment_id", "person", "ahead"),
    Index(None, "due_at"),
)

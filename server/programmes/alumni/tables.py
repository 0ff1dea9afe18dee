"""What people agreed to after a run, for a year. Without consent there is no row."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, PrimaryKeyConstraint, Table, Text

from server.database import metadata

alumna = Table(
    "alumna",
    metadata,
    Column("programme_id", Text, ForeignKey("programme.id"), nullable=False),
    Column("person", Text, nullable=False),
    Column("found", Boolean, nullable=False, comment="wants to be found in the directory"),
    Column("mentor_again", Boolean, nullable=False),
    Column("offers", Text, nullable=False, comment="JSON: language tag -> what they can offer"),
    Column("expires_at", BigInteger, nullable=False, comment="ms; when the consent ends unless it is said again"),
    Column("asked_at", BigInteger, comment="ms; when a mail asked whether it still holds"),
    PrimaryKeyConstraint("programme_id", "person"),
    Index(None, "person"),
    Index(None, "expires_at"),
)

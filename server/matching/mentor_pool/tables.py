"""The tables of mentors who may be asked again. Without their word there is no row."""

from sqlalchemy import BigInteger, Boolean, Column, Index, PrimaryKeyConstraint, Table, Text

from server.database import metadata

mentor_pool = Table(
    "mentor_pool",
    metadata,
    Column("programme_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("until", Text, nullable=False, comment="ISO date: the last day on which it holds"),
    Column("said_at", BigInteger, nullable=False, comment="ms"),
    Column("organisation_id", Text, comment="with whom they came"),
    Column("profile", Text, nullable=False, comment="JSON: what they could give when they said it"),
    PrimaryKeyConstraint("programme_id", "person"),
    Index(None, "person"),
    Index(None, "until"),
)

pool_invitation = Table(
    "pool_invitation",
    metadata,
    Column("cohort_id", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("invited_by", Text, nullable=False),
    Column("invited_at", BigInteger, nullable=False, comment="ms"),
    Column("says", Boolean, comment="null as long as they have not answered"),
    PrimaryKeyConstraint("cohort_id", "person"),
    Index(None, "person"),
)

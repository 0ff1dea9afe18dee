"""The table of the monthly question's answers."""

from sqlalchemy import Column, ForeignKey, PrimaryKeyConstraint, Table, Text

from server.database import metadata

pulse = Table(
    "pulse",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), nullable=False),
    Column("month", Text, nullable=False, comment="ISO date: the first day of the run's month"),
    Column("person", Text, nullable=False),
    Column("word", Text, comment="flowing, fine, uneven, stuck or hard; null for not this time"),
    PrimaryKeyConstraint("cohort_id", "month", "person"),
)

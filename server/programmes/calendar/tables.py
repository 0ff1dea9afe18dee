"""A run's dates. They are read and written as a whole, by who plans them."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from server.database import metadata

run_calendar = Table(
    "run_calendar",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("dates", Text, nullable=False, comment="JSON: kind, for whom, day, time, names, by day"),
)

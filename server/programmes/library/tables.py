"""A run's library. It is read and written as a whole, by who leads the run."""

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from server.database import metadata

run_library = Table(
    "run_library",
    metadata,
    Column("cohort_id", Text, ForeignKey("cohort.id"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("document", Text, nullable=False, comment="JSON: LibraryItem, in the order of the team"),
)

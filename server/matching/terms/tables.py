"""The table of runs' lists. A run is another domain's: its id stands without a key."""

from sqlalchemy import Column, Integer, Table, Text

from server.database import metadata

matching_terms = Table(
    "matching_terms",
    metadata,
    Column("cohort_id", Text, primary_key=True),
    Column("terms", Text, nullable=False, comment="JSON: the whole lists, in the order in which they are shown"),
    Column("version", Integer, nullable=False),
)
